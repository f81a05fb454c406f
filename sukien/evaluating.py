"""`sukien evaluate`: the accuracy of the extraction, and the effect of a change on it."""

from __future__ import annotations

import json as json_module
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.extracting import articles_of
from sukien.terminal import DATA, fail, name_skipped

if TYPE_CHECKING:
    from extract.evaluation.diff import Fact
    from extract.evaluation.score import Score
    from scraper.article import Article

app = typer.Typer()


@app.command(epilog="Example: `sukien evaluate data/gold/sample.jsonl data/gold/sample_articles.jsonl --errors 5`")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotations, JSON Lines.")],
    articles: Annotated[Path, typer.Argument(help="The texts that they annotate, JSON Lines.")],
    errors: Annotated[int, typer.Option(min=0, help="Errors of each measure to show, each in its sentence.")] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    by_group: Annotated[bool, typer.Option("--by-group", help="Show each group of the gold, and their mean.")] = False,
    save: Annotated[Path | None, typer.Option(help="Write the facts found to a file, to compare with later.")] = None,
    against: Annotated[
        Path | None, typer.Option(help="Facts of an earlier version: show what is gained and lost.")
    ] = None,
) -> None:
    """Score the extraction against annotated articles, and show what it got wrong."""
    from extract import extract as extract_article
    from extract.evaluation.diff import facts_of, load_facts, save_facts
    from extract.evaluation.score import read_gold, score, score_by_group

    found = {article.id: extract_article(article) for article in good_articles(articles)}
    facts = facts_of(found.values())
    try:
        lines = read_gold(gold)
        result, groups = score(lines, found), score_by_group(lines, found) if by_group else {}
        before = load_facts(against) if against else facts
    except (OSError, ValueError, KeyError) as error:
        fail(str(error.args[0] if isinstance(error, KeyError) else error))
    if json:
        of_groups = {"by_group": {name: one.figures() for name, one in groups.items()}} if groups else {}
        typer.echo(json_module.dumps({**result.figures(), **of_groups}))
    else:
        _print_score(result, errors)
        _print_groups(result, groups)
    if save:
        save_facts(save, facts)
    if against:
        _print_changes(before, facts)


def _print_changes(before: frozenset[Fact], after: frozenset[Fact]) -> None:
    from extract.evaluation.diff import changes

    difference = changes(before, after)
    typer.echo(f"{len(difference.gained)} facts gained, {len(difference.lost)} lost")
    if difference.gained or difference.lost:
        typer.echo(str(difference))


def _print_score(result: Score, errors: int) -> None:
    for name, measure in result.reported().items():
        basis = f"{measure.right} right, {measure.wrong} wrong" + (
            "" if measure.is_accuracy else f", {measure.missed} missed"
        )
        typer.echo(f"{name:<17} {measure.value:.3f}  {basis}")
        for error in measure.errors[:errors]:
            typer.echo(f"    {error.article_id} {error.fault}: {error.what}")
            if error.sentence:
                typer.echo(f"        {error.sentence}")


def _print_groups(result: Score, groups: Mapping[str, Score]) -> None:
    """Print a line for each measure: its figure in each group, and the mean of the groups in which it was judged."""
    if groups:
        typer.echo(f"\n{'':<17}" + "".join(f"{name:>9}" for name in groups) + f"{'mean':>9}")
    for name in result.reported() if groups else ():
        judged = {group: one.measures[name].value for group, one in groups.items() if one.measures[name].judged}
        cells = (f"{judged[group]:9.3f}" if group in judged else f"{'–':>9}" for group in groups)
        typer.echo(f"{name:<17}" + "".join(cells) + f"{sum(judged.values()) / max(1, len(judged)):9.3f}")


def good_articles(path: Path) -> Iterator[Article]:
    """The articles of a file; its bad lines are reported as they come."""
    from extract.jsonl import BadLine

    for article in articles_of(path, DATA):
        if isinstance(article, BadLine):
            name_skipped([article])
        else:
            yield article
