"""The annotated articles that the benchmarks judge by: those of this repository, and the real ones where present."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.evaluation.columns import Gold
from extract.evaluation.score import Score, read_gold, score
from extract.jsonl import BadLine, read_articles
from extract.results import Extraction
from scraper.article import Article
from scraper.sites import load_registry

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles with their annotation, under the name of the file that holds it."""

    name: str
    gold: tuple[Gold, ...]
    articles: tuple[Article, ...]

    def judge(self, extract: Callable[[Article], Extraction]) -> Score:
        """The score of an extractor over the articles."""
        return score(self.gold, {article.id: extract(article) for article in self.articles})


def add_gold_argument(parser: argparse.ArgumentParser) -> None:
    """`--gold`, which may be given several times; by default every annotation that is found."""
    parser.add_argument(
        "--gold",
        type=Path,
        action="append",
        metavar="GOLD.jsonl",
        help="annotation beside its NAME_articles.jsonl; by default the bundled sample, and ../shared/gold if present",
    )


def read_sets(paths: Iterable[Path] | None) -> tuple[GoldSet, ...]:
    """The named sets, or the default ones."""
    return tuple(_read_set(path) for path in paths or _default_paths())


def joined(sets: Iterable[GoldSet]) -> GoldSet:
    """Several sets as one, named by all of their names."""
    chosen = tuple(sets)
    return GoldSet(
        "+".join(one.name for one in chosen),
        tuple(line for one in chosen for line in one.gold),
        tuple(article for one in chosen for article in one.articles),
    )


def read_all(path: Path, limit: int | None = None) -> list[Article]:
    """The articles of a JSON Lines file, without its bad lines, at most `limit`."""
    place_for = load_registry().place_for
    good = [article for article in read_articles(path, place_for) if not isinstance(article, BadLine)]
    return good[:limit]


def _read_set(path: Path) -> GoldSet:
    articles = read_all(path.with_name(f"{path.stem}_articles.jsonl"))
    return GoldSet(path.stem, tuple(read_gold(path)), tuple(articles))


def _default_paths() -> list[Path]:
    shared = [folder / "shared" / "gold" for folder in (ROOT.parent, ROOT.parent.parent)]
    real = [folder / name for folder in shared if folder.is_dir() for name in ("dev.jsonl", "seeds.jsonl")]
    return [*real, ROOT / "data" / "gold" / "sample.jsonl"]
