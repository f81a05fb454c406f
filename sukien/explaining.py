"""`sukien explain`: why the cells of an article are what they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.evaluating import good_articles
from sukien.terminal import fail

if TYPE_CHECKING:
    from extract.model import Event, Extraction

app = typer.Typer()
_EVIDENCE = frozenset(("span_start", "span_end", "quote", "rule", "url", "title", "published_at"))


@app.command(epilog="Example: `sukien explain data/gold/sample_articles.jsonl --id demo-nukeviet-01`")
def explain(
    articles: Annotated[Path, typer.Argument(help="Articles, JSON Lines as `sukien extract` takes them.")],
    id: Annotated[str | None, typer.Option(help="The one article to explain; without it all of the file.")] = None,
) -> None:
    """Show every row of an article with the rule and the words behind it, and what spoke for each event."""
    from extract import extract

    wanted = [article for article in good_articles(articles) if id in (None, article.id)]
    if not wanted:
        fail(f"{articles}: no article {id!r}" if id else f"{articles}: no articles")
    for article in wanted:
        _explain(extract(article))


def _explain(found: Extraction) -> None:
    from extract.tables.rows import TABLES, rows_of

    typer.echo(f"{found.article.id}: {found.article.title or found.text[:80]}")
    rows = rows_of(found)
    for table in (table.name for table in TABLES if table.name != "articles"):
        for row in rows[table]:
            cells = ((name, cell) for name, cell in row.items() if name not in _EVIDENCE and not name.endswith("_id"))
            said = ", ".join(f"{name}={_plain(cell)}" for name, cell in cells if cell not in (None, (), ""))
            quote = " ".join(str(row["quote"]).split())
            typer.echo(f"\n{table}: {said}")
            typer.echo(f"    rule {row['rule']}, characters {row['span_start']}-{row['span_end']}: {quote}")
            for event in found.events if table == "events" else ():
                if event.id == row["event_id"]:
                    _print_weights(event)


def _print_weights(event: Event) -> None:
    """The features that spoke for the event and against it, with their points."""
    total = sum(points for _, points in event.weighed)
    for name, points in sorted(event.weighed, key=lambda one: -abs(one[1])):
        typer.echo(f"    {points:+.1f} {name}")
    typer.echo(f"    {total:+.1f} in all, which is a confidence of {event.confidence}")


def _plain(cell: object) -> str:
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else str(cell)
