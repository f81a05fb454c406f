"""Obstacles to reading a page: scripts that render it, a challenge, a login, a pager that only posts back."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree
from w3lib.html import get_meta_refresh

from scraper.pages.selecting import select, text_of
from scraper.pages.vocabulary import vocabulary

FEW_LETTERS = 200  # characters; a page with less text is taken as one without text
SOONEST_REFRESH = 30.0  # seconds; a page that refreshes later is shown to people, and is read
_CHALLENGE = re.compile(
    r"document\.cookie\s*=|location\.reload\(|/cdn-cgi/challenge|__cf_chl|cf-browser-verification|slowAES|toNumbers\(|"
    r"enable javascript and cookies|checking your browser|ddos-guard|D1N="
)
_APPLICATION = re.compile(r"""(?i)<(?:app-root|router-outlet)\b|<div[^>]+id=["'](?:root|app|__next|__nuxt)["']""")
_POST_BACK = re.compile(
    r"""__doPostBack\((?:&#39;|'|")[^)]{0,300}?(?:Page\$|Pager|Paging|lnkPage|PageIndex|DataPager|btnNext|lbtNext)"""
)


def obstacle_of(html: str, root: etree._Element) -> str | None:
    """Returns what a page has instead of text: challenge, javascript, login, picture; None where it has text."""
    if len(_text(root)) >= FEW_LETTERS:
        return None
    scripts = html.count("<script")
    if _CHALLENGE.search(html):
        return "challenge"
    if select(root, "input[type=password]"):
        return "login"
    if scripts and (_APPLICATION.search(html) or select(root, "noscript") or not select(root, "a[href]")):
        return "javascript"
    return "picture" if select(root, "img") and not _text(root) else None


@cache
def _post_back_number() -> re.Pattern[str]:
    """A link of a pager, by a number or a word for the next page, that posts a form back."""
    return re.compile(
        r"<a[^>]{1,500}__doPostBack\([^>]{0,500}>\s*(?:<[^>]{1,99}>\s*){0,3}"
        rf"(?:\d{{1,4}}|&gt;+|»|&raquo;|{vocabulary().next_page})\s*<",
        re.I,
    )


def posts_back(html: str) -> bool:
    """Returns whether a listing's pager posts a form back, as ASP.NET's grids do."""
    return bool(_POST_BACK.search(html) or _post_back_number().search(html))


def refresh_target(html: str, url: str) -> str | None:
    """Returns the URL to which a page redirects by meta refresh within half a minute; None where it does not."""
    if "refresh" not in html[:20_000].lower():
        return None
    seconds, target = get_meta_refresh(html[:20_000], url, ignore_tags=("script", "noscript", "style"))
    return target if target and seconds is not None and seconds <= SOONEST_REFRESH and target != url else None


def _text(root: etree._Element) -> str:
    return " ".join(text_of(root).split())
