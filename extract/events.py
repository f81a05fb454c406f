"""Which event an article reports, and which mentions belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extract.model import Extraction, Findings, Mention, MentionKind
from extract.text import Document


def assemble(document: Document, findings: Sequence[Findings]) -> Extraction:
    """The extraction of a document from what the finders saw."""
    return Extraction(
        article=document.article,
        text=document.text,
        officials=_of_kind(findings, "official"),
        attendance=_of_kind(findings, "attendance"),
        citations=_of_kind(findings, "document"),
        dates=_of_kind(findings, "date"),
        rejections=tuple(rejection for found in findings for rejection in found.rejections),
    )


def _of_kind(findings: Sequence[Findings], kind: MentionKind) -> tuple[Mention[Any], ...]:
    return tuple(mention for found in findings for mention in found.mentions if mention.kind == kind)
