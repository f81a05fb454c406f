"""Parsing of a page into an Article.

A page of a site whose platform is not in the registry is parsed as the platform that it looks like. `reading` has the
order in which the places of each field are trusted.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Article, Page, stable_id
from scraper.pages.decode import begins_as_html, declared_encoding, decode
from scraper.pages.evidence import LinkEvidence
from scraper.pages.kinds import is_article_page, is_headed
from scraper.pages.metadata import read_metadata
from scraper.pages.parts import remove_paging
from scraper.pages.profile import SiteProfile
from scraper.pages.reading import Reading, read_page
from scraper.pages.recognise import recognise
from scraper.pages.selecting import cut, length_of_text, repaired_tree, select, tree
from scraper.pages.slugs import plain_words
from scraper.pages.urls import canonical_url, join, url_key
from scraper.platforms import GENERIC, Platform, Selectors, load_platforms
from scraper.sites import Site

SHORTEST = 40  # characters of lead and body; less is a stub, a lone picture or an error message
MOST_WORDS = 0.7  # share of a title's words that are in a slug made of it
LONG_TITLE = 5  # words of a title in a canonical link, from which it is the article's on any system
NO_TEXT_SHARE = 0.05  # share of control and replacement characters, above which a page is not text
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\ufffd]")
NO_PAGES = frozenset(("feed", "sitemap", "attachment"))


class NotAnArticle(ValueError):
    """The page has no article; `reason` is one of status, off_site, soft_404, not_html, listing, too_short."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason


def article_id(url: str, site: Site, platform: Platform) -> str:
    """The id of the article at a URL: the same under all hosts, schemes and alternative URLs of the site."""
    host, slash, path = url_key(url, platform).partition("/")
    return stable_id("a", site.id, path if host in site.hosts else host + slash + path)


def parse_article(
    page: Page,
    site: Site,
    platform: Platform,
    evidence: LinkEvidence | None = None,
    profile: SiteProfile | None = None,
) -> Article:
    """The article on a page. Raises NotAnArticle for listings, soft 404s, other hosts' pages, pages without text.

    `evidence` is what a page that links here says; `profile` is what the pages of the site share.
    """
    _refuse_answer(page, site, platform)
    html = decode(page.body, site.encoding or declared_encoding(page.headers, page.body))
    if _is_binary(html):
        raise NotAnArticle("not_html", "bytes that are no text")
    try:
        return _parse_tree(page, html, tree(html), site, platform, evidence, profile)
    except NotAnArticle:
        repaired = repaired_tree(html)
        if length_of_text(repaired) < length_of_text(tree(html)) + SHORTEST:
            raise
        return _parse_tree(page, html, repaired, site, platform, evidence, profile)


def _parse_tree(
    page: Page,
    html: str,
    root: etree._Element,
    site: Site,
    platform: Platform,
    evidence: LinkEvidence | None,
    profile: SiteProfile | None,
) -> Article:
    """The article in the tree of a page's text. Raises NotAnArticle where there is none."""
    look = platform if platform.id != GENERIC else recognise(page, html, root)[0]
    selectors = _selectors(site, look)
    cut(root, selectors.ignored)
    remove_paging(root, page.url, platform)
    head = read_metadata(root)
    claimed = next((join(page.url, str(link)) for link in select(root, "link[rel=canonical]::attr(href)")), None)
    reading = read_page(page, root, site, selectors, head, evidence, profile)
    called_one = head.is_article or any(one.classify(page.url) in ("article", "print") for one in (platform, look))
    announced = evidence is not None and is_headed(root, evidence.title)
    has_stamp, has_run = (lambda: reading.is_article), (lambda: reading.has_run)
    if not is_article_page(root, selectors, look, called_one, has_stamp, has_run, announced):
        raise NotAnArticle("listing", page.url)
    if not reading.title.text or (reading.text.length < SHORTEST and not (called_one and reading.attachments)):
        raise NotAnArticle("too_short", page.url)
    shared = profile is not None and claimed in profile.canonical
    url = _address(page, None if shared else claimed, site, platform, reading.title.text)
    return _article(page, reading, url, article_id(url, site, platform), site, look, profile)


def _article(
    page: Page, reading: Reading, url: str, own_id: str, site: Site, look: Platform, profile: SiteProfile | None
) -> Article:
    """The article made from the reading of a page."""
    return Article(
        id=own_id,
        url=url,
        site_id=site.id,
        title=reading.title.text,
        lead=reading.text.lead,
        paragraphs=reading.text.paragraphs,
        captions=reading.text.captions,
        published_at=reading.stamp.value if reading.stamp else None,
        published_precision=reading.stamp.precision if reading.stamp else None,
        author=reading.byline.author,
        source=reading.byline.source,
        section=reading.section,
        attachments=reading.attachments,
        platform=look.id,
        place=site.place,
        fetched_at=page.fetched_at,
        page_sha256=page.sha256,
        profile=profile.version if profile else None,
    )


def _refuse_answer(page: Page, site: Site, platform: Platform) -> None:
    """Raise NotAnArticle where status, URL or content type show that the response has no article."""
    if page.status != 200:
        raise NotAnArticle("status", str(page.status))
    if not site.owns(page.url):
        raise NotAnArticle("off_site", page.url)
    kind = page.headers.get("content-type", "").lower()
    if kind.strip() and "html" not in kind and not begins_as_html(page.body):
        raise NotAnArticle("not_html", kind)
    elsewhere = _is_front(page.url, site) or platform.classify(page.url) in {"listing", *NO_PAGES}
    if elsewhere and _is_moved(page, platform):
        raise NotAnArticle("soft_404", f"{page.requested_url} leads to {page.url}")
    if _is_front(page.url, site) or page.url in site.entry_points or platform.classify(page.url) in NO_PAGES:
        raise NotAnArticle("listing", page.url)


def _is_moved(page: Page, platform: Platform) -> bool:
    """Whether a page is another one than was requested."""
    if page.requested_url == page.url:
        return False
    return url_key(page.requested_url, platform) != url_key(page.url, platform)


def _is_binary(text: str) -> bool:
    """Whether a page is a binary file that is served as HTML: many of its characters do not occur in text."""
    head = text[:20_000]
    return len(_NO_TEXT.findall(head)) > NO_TEXT_SHARE * len(head)


def _is_front(url: str, site: Site) -> bool:
    parts = urlsplit(url)
    return parts.path.lower() in ("", "/", site.scope) and not parts.query


def _selectors(site: Site, platform: Platform) -> Selectors:
    """The site's own selectors first, then its platform's, then the common names of the parts."""
    return load_platforms()[GENERIC].selectors.overridden(platform.selectors.overridden(site.selectors))


def _address(page: Page, claimed: str | None, site: Site, platform: Platform, title: str) -> str:
    """The canonical URL: that of the head's link where it is plausible and leads to this article."""
    if claimed and site.owns(claimed):
        fewest = 1 if platform.canonical.link else LONG_TITLE
        believed = _same_article(claimed, page.url) or _tells(claimed, title, fewest)
        if believed and platform.classify(claimed) == "article":
            return canonical_url(claimed, platform)
    return canonical_url(page.url, platform)


def _same_article(claimed: str, url: str) -> bool:
    """Whether the last part of a URL, with a number or a slug in it, occurs in another URL too."""
    part = re.sub(r"\.[a-z]{2,5}$", "", urlsplit(claimed).path.rstrip("/").rpartition("/")[2])
    return len(part) >= 8 and (part.count("-") >= 3 or any(letter.isdigit() for letter in part)) and part in url


def _tells(claimed: str, title: str, fewest: int) -> bool:
    """Whether most words of a title, at least so many, occur in the last part of a URL."""
    words = plain_words(title)
    slug = set(plain_words(urlsplit(claimed).path.rstrip("/").rpartition("/")[2]))
    return sum(word in slug for word in words) >= max(fewest, MOST_WORDS * len(words))
