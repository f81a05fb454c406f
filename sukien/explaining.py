"""`sukien explain`: explanations of the cells of an article."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.evaluating import good_articles
from sukien.terminal import fail

if TYPE_CHECKING:
    from extract.explanation import Reason

app = typer.Typer()


@app.command(epilog="Example: `sukien explain data/gold/sample_articles.jsonl --id demo-nukeviet-01`")
def explain(
    articles: Annotated[Path, typer.Argument(help="Articles, JSON Lines as `sukien extract` takes them.")],
    id: Annotated[str | None, typer.Option(help="The one article to explain; without it all of the file.")] = None,
) -> None:
    """Show for every cell of an article the words behind it, the rule, the features with their points, and the entries
    of the lexicons that stand there."""
    from extract import extract
    from extract.explanation import reasons_of

    wanted = [article for article in good_articles(articles) if id in (None, article.id)]
    if not wanted:
        fail(f"{articles}: no article {id!r}" if id else f"{articles}: no articles")
    for article in wanted:
        found = extract(article)
        typer.echo(f"{found.article.id}: {found.article.title or found.text[:80]}")
        for reason in reasons_of(found):
            for line in _lines(reason):
                typer.echo(line)


def _lines(reason: Reason) -> Iterator[str]:
    """The lines of a reason and of its parts, which are indented further."""
    if reason.depth == 0:
        yield ""
    sure = "" if reason.confidence is None else f" ({reason.confidence})"
    yield f"{'    ' * reason.depth}{reason.cells}{sure}"
    indent = "    " * (reason.depth + 1)
    if reason.rule:
        span = reason.span
        where = f", characters {span.start}-{span.end}: {' '.join(reason.quote.split())}" if span else ""
        yield f"{indent}rule {reason.rule}{where}"
    for name, points in sorted(reason.weighed, key=lambda one: -abs(one[1])):
        yield f"{indent}{points:+.1f} {name}"
    if reason.needed is not None:
        total = sum(points for _, points in reason.weighed)
        yield f"{indent}{total:+.1f} in all, of {reason.needed} needed"
    for lists, words in reason.entries:
        yield f"{indent}{', '.join(lists)}: {'; '.join(words)}"
    for part in reason.parts:
        yield from _lines(part)
