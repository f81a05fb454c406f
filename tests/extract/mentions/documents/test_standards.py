"""Standards and technical regulations."""

from __future__ import annotations

import pytest

from extract.mentions.documents.standards import find_standards
from extract.text.document import read_document
from scraper.article import Article


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("theo TCVN 6909:2001 và QCVN 14:2008/BTNMT", ["TCVN6909:2001", "QCVN14:2008/BTNMT"]),
        ("TCVN 9385-1 : 2012", ["TCVN9385-1:2012"]),
        ("áp dụng TCVN ISO 9001:2015", []),
        ("TCVN 6909", []),
        ("QCVN số 14", []),
        ("tiêu chuẩn 6909:2001", []),
    ],
)
def test_a_standard(text: str, symbols: list[str]) -> None:
    document = read_document(Article(id="a", paragraphs=(text,)))
    found = list(find_standards(document))
    assert [one.value.symbol for one in found] == symbols
    assert all(document.quote(one.span)[:4] in ("TCVN", "QCVN") and one.rule == "standard" for one in found)
