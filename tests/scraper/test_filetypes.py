"""File types of URLs: documents and media."""

from __future__ import annotations

import pytest

from scraper.filetypes import attachment_type, download_type, is_media


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


@pytest.mark.parametrize(
    ("url", "saved_as", "media_type", "kind"),
    [
        ("https://xa.example/tai/54", "", None, "file"),
        ("https://xa.example/tai/54", "kh-54.docx", None, "docx"),
        ("https://xa.example/tai/54", "", "application/pdf", "pdf"),
        ("https://xa.example/kh-54.pdf", "", None, "pdf"),
        ("https://xa.example/kh-54.pdf", None, None, "pdf"),
        ("https://xa.example/tai/54", None, "application/pdf", None),
        ("https://xa.example/anh.jpg", "", None, None),
        ("https://xa.example/nghe/54", "bai.mp3", None, None),
        ("https://xa.example/nghe/54", "", "audio/mpeg", None),
    ],
)
def test_what_is_behind_a_link_that_saves(
    url: str, saved_as: str | None, media_type: str | None, kind: str | None
) -> None:
    assert download_type(url, saved_as, media_type) == kind
