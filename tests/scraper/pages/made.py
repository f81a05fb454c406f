"""Pages made in a test, and what is read of them."""

from __future__ import annotations

import hashlib

import pytest

from scraper.article import Article, Page
from scraper.pages.parse import NotAnArticle, parse_article
from scraper.platforms import load_platforms
from scraper.sites import Site

SITE = Site(id="xa-mau", name="Xã Mẫu", url="http://xamau.example/", aliases=("mau.example",))
TEXT = "Sáng 14/5, UBND xã tổ chức hội nghị triển khai nhiệm vụ phòng, chống thiên tai với 45 đại biểu dự."
PLATFORMS = load_platforms()
ADDRESS = "http://xamau.example/tin/hoi-nghi-trien-khai-nhiem-vu-12345.html"


def page(body: str | bytes, url: str = ADDRESS, **more: str) -> Page:
    raw = body.encode() if isinstance(body, str) else body
    headers = {"content-type": "text/html; charset=utf-8", **{k.replace("_", "-"): v for k, v in more.items()}}
    return Page(url, url, "2026-11-21T03:00:00+00:00", 200, headers, raw, hashlib.sha256(raw).hexdigest())


def read(body: str | bytes, platform: str = "generic", **more: str) -> Article:
    return parse_article(page(body, **more), SITE, PLATFORMS[platform])


def reason(of: Page, site: Site = SITE, platform: str = "generic") -> str:
    with pytest.raises(NotAnArticle) as refused:
        parse_article(of, site, PLATFORMS[platform])
    return refused.value.reason
