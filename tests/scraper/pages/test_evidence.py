"""Evidence on an article from the pages that link to it."""

from __future__ import annotations

import pytest

from scraper.pages.evidence import LinkEvidence, best_evidence, evidence_from, evidence_json

FEED = LinkEvidence("http://xa.example/rss", "feed", "Hội nghị", "2024-03-12", "Sáng nay.")
LISTING = LinkEvidence("http://xa.example/tin", "listing", "Hội nghị")
DATED = LinkEvidence("http://xa.example/tin?page=2", "listing", "Hội nghị", "2024-03-12")
SITEMAP = LinkEvidence("http://xa.example/s.xml", "sitemap", day="2024-03-13")
SILENT = LinkEvidence("http://xa.example/")


@pytest.mark.parametrize(
    ("found", "best"),
    [
        ([FEED, LISTING, SITEMAP], LISTING),
        ([LISTING, DATED], DATED),
        ([SITEMAP, FEED], FEED),
        ([SILENT, SITEMAP], SITEMAP),
        ([SILENT], None),
        ([], None),
    ],
)
def test_whose_word_counts(found: list[LinkEvidence], best: LinkEvidence | None) -> None:
    assert best_evidence(found) == best


@pytest.mark.parametrize("evidence", [FEED, SILENT])
def test_a_state_gives_back_what_it_was_given(evidence: LinkEvidence) -> None:
    assert evidence_from(evidence_json(evidence)) == evidence


def test_a_state_of_another_version_is_read() -> None:
    assert evidence_from('{"source": "s", "unheard_of": 1}') == LinkEvidence("s")
    assert evidence_from(None) is None
