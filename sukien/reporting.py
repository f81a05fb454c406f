"""`sukien report` and `sukien review`: tables to a page, and annotations to and from Label Studio."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from sukien.linking import run_link
from sukien.terminal import fail, progress, tables_told

app = typer.Typer()
review = typer.Typer(no_args_is_help=True, help="Annotations to and from Label Studio.")
app.add_typer(review, name="review")

Tables = Annotated[Path, typer.Argument(metavar="DIR", help="Folder of tables, as `sukien extract` wrote it.")]


@app.command(epilog="Example: `sukien report tables --out report.html --title \"Tin huyện\"`")
@tables_told()
def report(
    tables: Tables,
    out: Annotated[Path | None, typer.Option(help="The page; DIR/report.html if not given.")] = None,
    title: Annotated[str | None, typer.Option(help="The page's title.")] = None,
    boundaries: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="GeoJSON of provinces, districts or communes to draw the map from."),
    ] = None,
) -> None:
    """Write one page that shows the tables, a map and every article with its evidence; it needs no network.

    A report of more than 20 MB is a folder: its page is small, and reads the texts beside it as they are asked for.
    Tables that are not linked yet are linked first, as by `sukien link`.
    """
    from extract.report.boundaries import BoundariesError
    from extract.report.page import Look, write_page
    from extract.tables.linked import is_linked

    page = out or tables / "report.html"
    if not is_linked(tables):
        run_link(tables)
    try:
        with progress("article") as advance:
            written = write_page(tables, page, Look(title, boundaries), advance)
    except BoundariesError as error:
        fail(str(error))
    apart = "" if written == page else f"; too large for one file: its texts are in {written.parent / 'texts'}"
    typer.echo(f"report in {written}: open it in a browser{apart}")


@review.command("export", epilog="Example: `sukien review export tables --out tasks.json`")
@tables_told()
def export_tasks(
    tables: Tables,
    out: Annotated[Path, typer.Option(help="The tasks; the labelling setup is written beside them.")] = Path(
        "tasks.json"
    ),
) -> None:
    """Write the articles as Label Studio tasks, with what was extracted as predictions."""
    from extract.evaluation.label_studio import label_setup, to_label_studio
    from scraper.boundary.files import replace_text

    tasks = to_label_studio(tables)
    replace_text(out, json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")
    setup = out.with_suffix(".setup.xml")
    replace_text(setup, label_setup())
    typer.echo(f"{len(tasks)} tasks in {out}; labelling setup in {setup}")


@review.command("import", epilog="Example: `sukien review import annotated.json --out gold.jsonl`")
@tables_told()
def import_annotations(
    annotated: Annotated[Path, typer.Argument(metavar="FILE", help="Label Studio's JSON export.")],
    out: Annotated[Path, typer.Option(help="The gold lines, for `sukien evaluate`.")] = Path("gold.jsonl"),
) -> None:
    """Turn Label Studio annotations into gold lines."""
    from extract.evaluation.label_studio import from_label_studio
    from scraper.boundary.files import replace_text

    try:
        lines = from_label_studio(json.loads(annotated.read_text(encoding="utf-8")))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        fail(f"{annotated}: not annotations of Label Studio: {error}")
    if not lines:
        fail(f"{annotated}: no annotated task has a section ticked as checked; tick one under `checked`")
    replace_text(out, "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines))
    typer.echo(f"{len(lines)} gold lines in {out}")
