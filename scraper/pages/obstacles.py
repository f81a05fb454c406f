"""Obstacles to reading a page: scripts that render it, a challenge, a login, a pager that only posts back."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Page
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.selecting import select, text_of, tree
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary

FEW_LETTERS = 200  # characters; a page with less text is taken as one without text
SOONEST_REFRESH = 30.0  # seconds; a page that refreshes later is shown to people, and is read
CHALLENGING = (202, 403, 405, 429, 503)  # the statuses that a challenge to the browser is sent with, beside 200
CHALLENGE_HEADERS = ("cf-mitigated", "x-amzn-waf-action")  # in which a service says that its answer is a challenge
# The marks of a challenge in the answer with a failure, where a script alone, as of a counter of visits, says nothing.
_MARKS = (
    r"_cf_chl_|/cdn-cgi/challenge-platform/h/|cf-browser-verification|cf-turnstile|slowAES|toNumbers\(|ddos-guard|"
    r"g-recaptcha|h-captcha|enable javascript and cookies|checking your browser|<title>\s*just a moment|"
    r"awswaf\.com/|gokuProps|AwsWafIntegration|_Incapsula_Resource|sucuri_cloudproxy|captcha-delivery\.com|px-captcha|"
    r"anubis_challenge|/TSPD/|smart-captcha|frc-captcha|geetest"
)
_FIRM_CHALLENGE = re.compile(rf"(?i){_MARKS}")
_CHALLENGE = re.compile(rf"(?i){_MARKS}|document\.cookie\s*=|location\.reload\(|/cdn-cgi/challenge|D1N=")
_SETS_COOKIE = re.compile(r"document\.cookie\s*=")
_ASKS_AGAIN = re.compile(
    r"(?i)location\.reload\(|"
    r"location(?:\.href\s*=(?!=)|\.replace\(|\s*=(?!=))(?!\s*[\"'][^\"']*(?:log-?in|sso|dang-?nhap))"
)
MOST_LETTERS = 1000  # characters of the text of a challenge
LARGEST_CHALLENGE = 100_000  # bytes that are looked at
_MENTIONS_SCRIPTS = re.compile(r"(?i)no-?(?:js|script)|javascript|browser|trinh-?duyet")
_APPLICATION = re.compile(r"""(?i)<(?:app-root|router-outlet)\b|<div[^>]+id=["'](?:root|app|__next|__nuxt)["']""")
_REFRESH = re.compile(
    r"""(?i)\s*(?P<seconds>\d{1,6}(?:\.\d{0,6})?)\s*[;,]\s*"""
    r"""(?:url\s*=\s*)?(?P<quote>["']?)(?P<target>[^"'\s]\S*?)(?P=quote)\s*$"""
)
# A picture to be typed off, and a form that a script sends at once, on a page with little text.
_CAPTCHA = re.compile(r"(?i)<(?:img|input|canvas)\b[^>]{0,300}captcha")
_SENDS_ITSELF = re.compile(r"(?i)<body\b[^>]{0,300}\bonload\s*=[^>]{0,200}submit\(")
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
    if _CAPTCHA.search(html):
        return "challenge"
    if _SENDS_ITSELF.search(html):
        return "javascript"
    if scripts and (_APPLICATION.search(html) or select(root, "noscript") or not select(root, "a[href]")):
        return "javascript"
    return "picture" if select(root, "img") and not _text(root) else None


def obstacle_on(page: Page) -> str | None:
    """Returns what a page has instead of text, whatever its status; None where it has text, or is a plain failure."""
    if page.status in CHALLENGING:
        marks = (page.headers.get(name, "") for name in CHALLENGE_HEADERS)
        return "challenge" if is_challenge(page.body, next(filter(None, marks), "")) else None
    html = decode(page.body, declared_encoding(page.headers, page.body)) if page.status == 200 else ""
    return obstacle_of(html, tree(html)) if html.strip() else None


def is_challenge(body: bytes, mitigated: str = "", letters: int = MOST_LETTERS) -> bool:
    """Returns whether the answer with a failure (403, 429, 503) is a check of the browser rather than an error of the
    server; `mitigated` is a header in which the service before it says so, `letters` the most that its text has."""
    if mitigated.strip().lower() in ("challenge", "captcha"):
        return True
    html = decode(body[:LARGEST_CHALLENGE])
    most = letters if _FIRM_CHALLENGE.search(html) else 0
    if not most and _SETS_COOKIE.search(html) and _ASKS_AGAIN.search(html):
        most = FEW_LETTERS
    root = tree(html) if most else None
    return root is not None and len(_text(root)) <= most and not select(root, "input[type=password]")


@cache
def _post_back_number() -> re.Pattern[str]:
    """A link of a pager, by a number or a word for the next page, that posts a form back or calls a script."""
    return re.compile(
        r"<a[^>]{1,500}"
        r"(?:__doPostBack\(|DoPostBackWithOptions\(|javascript:(?!void\(0)[\w.]+\(\D{0,20}\d|"
        r"(?:javascript:|[\"']#[\"'])[^>]{1,80}onclick=)[^>]{0,500}>"
        r"\s*(?:<[^>]{1,99}>\s*){0,3}"
        rf"(?:\d{{1,4}}|&gt;+|»|&raquo;|{vocabulary().next_page})\s*<"
        # a number in another element: <li onclick="loadPage(2)">2</li>
        r"|<(?:li|span)\b[^>]{0,300}\bonclick=[^>]{1,60}\(\D{0,20}(?P<page>\d{1,4})\W[^>]{0,200}>\s*(?P=page)\s*<",
        re.I,
    )


@cache
def _further_button() -> re.Pattern[str]:
    """A button for the next page or for more of the listing, and a choice of pages that submits a form."""
    words = rf"{vocabulary().next_page}|{vocabulary().load_more}"
    return re.compile(
        rf"<button\b[^>]{{0,500}}>\s*(?:<[^>]{{1,99}}>\s*){{0,3}}(?:{words})\s*<"
        rf"|<input\b[^>]{{0,300}}\bvalue=[\"']\s*(?:{words})\s*[\"']"
        r"|<select\b[^>]{0,300}\bonchange=[^>]{0,200}(?:submit\(|location|postback)[^>]{0,100}>\s*"
        r"(?:<option\b[^>]{0,200}>\s*(?:[^\W\d]{1,9}\s)?\d{1,4}\s*(?:</option>\s*)?){2}",
        re.I,
    )


def posts_back(html: str) -> bool:
    """Returns whether a listing's pager posts a form back, as ASP.NET's grids do, or calls a script."""
    patterns = (_POST_BACK, _post_back_number(), _further_button())
    return any(pattern.search(html) for pattern in patterns)


def refresh_target(html: str, url: str, header: str = "") -> str | None:
    """Returns the URL to which a page redirects within half a minute, by its Refresh header or a meta element; None
    where it does not. What it says to those without scripts counts where it has no text."""
    contents, base = [header] if header else [], url
    unscripted: list[str] = []
    if "refresh" in html[:20_000].lower():
        root = tree(html[:20_000])
        contents += [meta.get("content", "") for meta in root.iter("meta") if _refreshes(meta)]
        unscripted = [meta.get("content", "") for meta in root.iter("meta") if _refreshes(meta, "noscript")]
        base = next((join(url, one.get("href", "")) or url for one in root.iter("base")), url)
    targets = [_refresh(text, base) for text in contents]
    if unscripted and len(_text(tree(html))) < FEW_LETTERS:
        targets += [_not_a_notice(_refresh(text, base)) for text in unscripted]
    return next((target for target in targets if target and target != url), None)


def _refreshes(meta: etree._Element, within: str | None = None) -> bool:
    """Whether an element redirects: outside of scripts and of what is for those without, or within the latter."""
    around = next((one.tag for one in meta.iterancestors("noscript", "script")), None)
    return meta.get("http-equiv", "").strip().lower() == "refresh" and around == within


def _not_a_notice(target: str | None) -> str | None:
    """A URL, unless its path says that it only asks for another browser or for scripts."""
    return None if target and _MENTIONS_SCRIPTS.search(urlsplit(target).path) else target


def _refresh(text: str, url: str) -> str | None:
    """The target of "0; url=/tin-tuc" or "0;/tin-tuc"."""
    found = _REFRESH.match(text)
    return join(url, found["target"]) if found and float(found["seconds"]) <= SOONEST_REFRESH else None


def _text(root: etree._Element) -> str:
    return " ".join(text_of(root).split())
