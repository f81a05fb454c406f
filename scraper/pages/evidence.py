"""Evidence on an article before its page is read: what the pages that link to it say."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Literal

EvidenceKind = Literal["listing", "feed", "sitemap"]


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """The evidence of one page on an article that it links to.

    `source` is the URL of that page and `kind` what it is. `title` is the text of the link, or the title of the feed's
    entry; `day` is the ISO day or time printed beside the link, or given by the feed; `lead` the text printed beside
    it. Values that the page does not have are empty or None.
    """

    source: str
    kind: EvidenceKind = "listing"
    title: str = ""
    day: str | None = None
    lead: str = ""


def evidence_json(evidence: LinkEvidence) -> str:
    """Returns the evidence as a line of JSON, as the state of a crawl stores it."""
    return json.dumps(asdict(evidence), ensure_ascii=False)


def evidence_from(data: str | None) -> LinkEvidence | None:
    """Returns the evidence that `evidence_json` wrote; None for None."""
    if not data:
        return None
    known = {field.name for field in fields(LinkEvidence)}
    return LinkEvidence(**{name: value for name, value in json.loads(data).items() if name in known})
