"""Evidence on an article from the pages that link to it, as a state stores it."""

from __future__ import annotations

import pytest

from scraper.pages.evidence import LinkEvidence, evidence_from, evidence_json

FEED = LinkEvidence("http://xa.example/rss", "feed", "Hội nghị", "2024-03-12", "Sáng nay.")


@pytest.mark.parametrize("evidence", [FEED, LinkEvidence("http://xa.example/")])
def test_evidence_is_read_back_as_it_was_written(evidence: LinkEvidence) -> None:
    assert "\n" not in evidence_json(evidence) and evidence.title in evidence_json(evidence)
    assert evidence_from(evidence_json(evidence)) == evidence


@pytest.mark.parametrize(
    ("data", "evidence"),
    [
        ('{"source": "s", "unheard_of": 1}', LinkEvidence("s")),  # of another version
        ("", None),
        (None, None),
    ],
)
def test_evidence_of_a_state(data: str | None, evidence: LinkEvidence | None) -> None:
    assert evidence_from(data) == evidence
