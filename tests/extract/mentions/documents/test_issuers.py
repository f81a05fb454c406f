"""The issuer of a document: by the name of a body, the code, the term of the Party."""

from __future__ import annotations

import pytest

from extract.mentions.documents.issuers import issuer_of_code, party_term, read_issuer
from extract.text.document import read_document
from scraper.article import Article


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND tỉnh Điện Biên về việc", "UBND tỉnh Điện Biên"),
        ("Bộ Nội vụ hướng dẫn", "Bộ Nội vụ"),
        ("Bộ Nông nghiệp và Môi trường, ngày", "Bộ Nông nghiệp và Môi trường"),
        ("Thủ tướng Chính phủ phê duyệt", "Thủ tướng Chính phủ"),
        ("Ban Chấp hành Trung ương Đảng (khóa XII) về", "Ban Chấp hành Trung ương Đảng (khóa XII)"),
        ("bà con nhân dân", None),
        ("", None),
    ],
)
def test_the_name_of_a_body(text: str, name: str | None) -> None:
    document = read_document(Article(id="a", paragraphs=(text,)))
    span = read_issuer(document, 0)
    assert (span and document.quote(span)) == name


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (("UBND",), "Ủy ban nhân dân"),
        (("BNV",), "Bộ Nội vụ"),
        (("BNV", "BTC"), "Bộ Nội vụ, Bộ Tài chính"),
        (("XYZQ",), None),
        ((), None),
    ],
)
def test_the_body_of_a_code(codes: tuple[str, ...], names: str | None) -> None:
    assert issuer_of_code(codes) == names


@pytest.mark.parametrize(
    ("day", "term"), [("2017-10-25", "XII"), ("2021-06-01", "XIII"), ("2012-01-16", "XI"), ("2017", None), (None, None)]
)
def test_the_term_of_the_central_committee(day: str | None, term: str | None) -> None:
    assert (party_term(day) or "").upper() == (term or "")
