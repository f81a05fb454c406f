"""File types of URLs: documents and media."""

from __future__ import annotations

import pytest

from scraper.filetypes import attachment_type, is_media


@pytest.mark.parametrize(
    ("url", "attachment", "media"),
    [
        ("https://xa.example/kh-54.pdf", "pdf", False),
        ("https://xa.example/KH%2054.DOCX?x=1", "docx", False),
        ("https://xa.example/documents/kh.pdf/5f1d-22", "pdf", False),  # an id after the file's name
        ("https://xa.example/anh.JPG", None, True),
        ("https://xa.example/tin-1.html", None, False),
        ("https://xa.example/pdf", None, False),
        ("https://xa.example/tai?file=kh.pdf", None, False),
        ("http://[", None, False),
        ("https://xa.example/anh.jpg/5f1d-22", None, True),
    ],
)
def test_what_is_behind_an_address(url: str, attachment: str | None, media: bool) -> None:
    assert (attachment_type(url), is_media(url)) == (attachment, media)
