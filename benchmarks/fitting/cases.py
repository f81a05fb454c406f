"""Annotated articles with their extractions, to which the weights are fitted."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

from benchmarks.gold import GoldSet
from extract.cleaning import clean_article
from extract.evaluation.columns import Gold
from extract.events import assemble
from extract.events.detection import DateMention, DetectedEvent, likeliest
from extract.events.triggers import EventTrigger, find_triggers
from extract.mentions import KINDS
from extract.mentions.attendance.find import judge_counts
from extract.mentions.attendance.judgement import JudgedCount
from extract.model import Mention, PlaceValue
from extract.results import Extraction
from extract.text.document import Document, read_document
from scraper.article import Article

FOLDS = 5
_Case = TypeVar("_Case", bound="HasSite")


class HasSite:
    """Something published by a site: articles of one site are never divided between folds."""

    site: str

    @property
    def fold(self) -> int:
        """The number of the fold in which it is held out."""
        return zlib.crc32(self.site.encode()) % FOLDS


@dataclass(frozen=True)
class Case(HasSite):
    """An annotated article. `likeliest` is the sentence that would report an event if there is one."""

    golden: Gold
    site: str
    group: str
    document: Document
    found: Extraction
    triggers: Sequence[EventTrigger]
    dates: Sequence[DateMention]
    places: Sequence[Mention[PlaceValue]]
    likeliest: DetectedEvent | None
    counts: Sequence[JudgedCount]

    def annotates(self, aspect: str) -> bool:
        """Whether the annotation includes this: an aspect of gold, or "is_event", "type", "counts" of a partial
        line."""
        partial = self.golden.get("partial")
        return partial is None or aspect in partial or aspect in ("is_event", "type") and "event" in partial


def read_cases(gold: GoldSet) -> Iterator[Case]:
    """The annotated articles of a set, extracted."""
    articles = {article.id: article for article in gold.articles}
    return (_case(golden, articles[golden["id"]]) for golden in gold.gold if golden["id"] in articles)


def _case(golden: Gold, article: Article) -> Case:
    document = read_document(clean_article(article))
    findings = [kind.find(document) for kind in KINDS]
    seen = {kind: [one for found in findings for one in found.mentions if one.kind == kind] for kind in _KINDS}
    triggers = find_triggers(document)
    return Case(
        golden=golden,
        site=_site(golden, article),
        group=golden.get("group") or "local",
        document=document,
        found=assemble(document, findings),
        triggers=triggers,
        dates=seen["date"],  # type: ignore[arg-type]
        places=seen["place"],  # type: ignore[arg-type]
        likeliest=likeliest(document, triggers, seen["date"], seen["official"]),  # type: ignore[arg-type]
        counts=list(judge_counts(document)),
    )


_KINDS = ("date", "place", "official")


def _site(golden: Gold, article: Article) -> str:
    """The host, else the source that the article names, else the article itself."""
    host = urlsplit(article.url or "").hostname
    return host or golden.get("source") or article.source or article.id


def folds(cases: Sequence[_Case]) -> Iterator[tuple[list[_Case], list[_Case]]]:
    """For each fold, the cases to fit to and those held out."""
    for fold in range(FOLDS):
        yield [case for case in cases if case.fold != fold], [case for case in cases if case.fold == fold]
