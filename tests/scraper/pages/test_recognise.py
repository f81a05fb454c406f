"""The platform of a page by its marks, searched by literals first."""

from __future__ import annotations

import hashlib

import pytest

from scraper.article import Page
from scraper.pages.recognise import recognise
from scraper.pages.selecting import tree

URL = "http://xamau.example/tin/12"


def platform_of(html: str) -> str:
    body = html.encode()
    page = Page(URL, URL, "2026-11-21T03:00:00+00:00", 200, {}, body, hashlib.sha256(body).hexdigest())
    return recognise(page, html, tree(html))[0].id


@pytest.mark.parametrize(
    ("html", "platform"),
    [
        ("<link href='/wp-content/themes/mau/style.css'>", "wordpress"),
        ("<link href='http://www.xamau.example/wp-content/themes/mau/style.css'>", "wordpress"),
        ("<img src='https://baokhac.example/wp-content/uploads/2020/01/anh.jpg'>", "generic"),
        ("<a href='//baokhac.example/wp-content/uploads/anh.jpg'>Ảnh</a>", "generic"),
        ("<div class='node__content'></div><script data-drupal-selector='drupal-settings-json'></script>", "drupal"),
        ("<div class='clearfix'>Tin</div>", "generic"),
    ],
)
def test_platforms(html: str, platform: str) -> None:
    assert platform_of(f"<html><body>{html}</body></html>") == platform
