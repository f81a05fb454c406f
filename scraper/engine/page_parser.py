"""Parses one page into article and links, also where it is of another kind than requested."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from scraper.article import Article, Page
from scraper.frontier.links import FoundLink
from scraper.frontier.rounds import RANKS
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.discover import Link, discover
from scraper.pages.evidence import EvidenceKind, LinkEvidence, evidence_json
from scraper.pages.feeds import UnreadableFeed, looks_like_feed, unpacked
from scraper.pages.kinds import is_heading_of, is_short_heading_of, linked_headings
from scraper.pages.obstacles import obstacle_of, posts_back, refresh_target
from scraper.pages.parts import MOST_PARTS, next_part, part_number
from scraper.pages.profile import SiteProfile
from scraper.pages.selecting import tree
from scraper.pages.urls import url_key
from scraper.platforms import Platform, load_platforms
from scraper.policy.guards import is_nested, is_too_much, may_request, netloc_of, without_pictures
from scraper.sites import Site
from scraper.warc import record_of

_EVIDENCE: dict[str, EvidenceKind] = {"feed": "feed", "sitemap": "sitemap"}
_NUMBERED = re.compile(r"\d{3}")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """A page with its site, the kind that it was requested as, and what is known of it and of its site."""

    page: Page
    site: Site
    kind: str
    evidence: LinkEvidence | None = None
    profile: SiteProfile | None = None


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """The result of parsing a page: an article, or the reason why there is none; links; and flags ("nested",
    "unreadable").

    `record` is the page as it goes into the WARC file. `kind` is the kind of the page where it is not the requested
    one; `error` says in one word why a listing cannot be used. `moved_to` is the target of a redirect within the page;
    `next_part` the URL on which its article continues.
    """

    article: Article | None = None
    reason: str | None = None
    links: tuple[FoundLink, ...] = ()
    flags: tuple[str, ...] = ()
    record: bytes = b""
    kind: str | None = None
    error: str | None = None
    moved_to: str | None = None
    next_part: FoundLink | None = None


def read_page(request: PageRequest) -> ParsedPage:
    """Parse a page requested as an article, or as a listing, feed or sitemap. Never raises on the content of a page."""
    return replace(parse_page(request), record=record_of(request.page))


def parse_page(request: PageRequest) -> ParsedPage:
    """The same as `read_page`, without the record of the page."""
    if request.kind == "attachment":
        return ParsedPage(reason=request.kind)
    if request.kind not in ("feed", "sitemap"):
        request = replace(request, page=replace(request.page, body=without_pictures(request.page.body)))
        if is_too_much(request.page.body):
            return ParsedPage(reason="unreadable: too much of it", flags=("unreadable",))
    flags = ("nested",) if is_nested(request.page.body) else ()
    try:
        read = _read_article if request.kind in ("article", "part") else _read_listing
        parsed = read(request)
        return replace(parsed, flags=(*flags, *parsed.flags))
    except RecursionError:
        return ParsedPage(reason="unreadable", flags=(*flags, "nested"))
    except Exception as error:  # a parser's bug on broken markup must affect one page only
        fault = f"no_{request.kind}:unreadable" if request.kind in ("feed", "sitemap") else None
        return ParsedPage(reason=f"unreadable: {type(error).__name__}", error=fault, flags=(*flags, "unreadable"))


def _read_article(request: PageRequest) -> ParsedPage:
    # Slow to import, and not needed in the crawling process itself.
    from scraper.pages.parse import NotAnArticle, parse_article

    page, platform = request.page, load_platforms()[request.site.platform]
    try:
        article = parse_article(page, request.site, platform, request.evidence, request.profile)
    except NotAnArticle as error:
        return _no_article(request, error.reason)
    return ParsedPage(article, next_part=_next_part(request, platform))


def _no_article(request: PageRequest, reason: str) -> ParsedPage:
    """The result for a page without an article: a redirect to another page, a listing, or an unreadable page."""
    if reason not in ("listing", "too_short"):
        return ParsedPage(reason=reason)
    html = _text(request)
    root = tree(html)
    target = refresh_target(html, request.page.url, request.page.headers.get("refresh", ""))
    if target:
        return ParsedPage(moved_to=target)
    obstacle = obstacle_of(html, root)
    if obstacle:
        return ParsedPage(reason=obstacle, flags=(obstacle,))
    if reason != "listing" or request.kind != "article":
        return ParsedPage(reason=reason)
    links = _links(request)
    turned = not _NUMBERED.search(urlsplit(request.page.url).path) and any(link.kind == "article" for link in links)
    return ParsedPage(reason=reason, links=links, kind="listing" if turned else None)


def _read_listing(request: PageRequest) -> ParsedPage:
    """The links of a listing; a page whose URL does not show its kind may be an article."""
    if request.kind in ("feed", "sitemap") or looks_like_feed(unpacked(request.page.body)):
        try:
            return ParsedPage(reason=request.kind, links=_links(request))
        except UnreadableFeed as error:
            return ParsedPage(reason=request.kind, error=f"no_{request.kind}:{error}", flags=("unreadable",))
    html = _text(request)
    target = refresh_target(html, request.page.url, request.page.headers.get("refresh", ""))
    if target:
        return ParsedPage(moved_to=target)
    article = _article_instead(request, html)
    if article:
        platform = load_platforms()[request.site.platform]
        return ParsedPage(article, kind="article", next_part=_next_part(request, platform))
    links = _links(request)
    obstacle = obstacle_of(html, tree(html)) if not links else None
    flags = (obstacle,) if obstacle else ("post_back",) if posts_back(html) else ()
    fault = _listing_error(request, obstacle)
    return ParsedPage(reason=obstacle or request.kind, links=links, flags=flags, error=fault)


def _listing_error(request: PageRequest, obstacle: str | None) -> str | None:
    kind = request.page.headers.get("content-type", "").lower()
    if not request.page.body.strip():
        return "empty_listing"
    return obstacle or ("not_html" if kind.strip() and not re.search("html|xml|text/plain", kind) else None)


def _article_instead(request: PageRequest, html: str) -> Article | None:
    """The article on a page that was requested as a listing: its heading equals the text of the link to it."""
    from scraper.pages.parse import NotAnArticle, parse_article

    if request.kind != "listing" or request.evidence is None:
        return None
    root, title = tree(html), request.evidence.title
    platform = load_platforms()[request.site.platform]
    named = platform.classify(request.page.url) == "article" and is_short_heading_of(root, title)
    if not (named or is_heading_of(root, title)) or linked_headings(root):
        return None
    try:
        return parse_article(request.page, request.site, platform, request.evidence, request.profile)
    except NotAnArticle:
        return None


def _links(request: PageRequest) -> tuple[FoundLink, ...]:
    """The links that a crawl of the site may follow, each page once."""
    site, platform = request.site, load_platforms()[request.site.platform]
    kind = "listing" if request.kind == "article" else request.kind
    learned = request.profile.kinds if request.profile is not None else None
    return tuple(_found(discover(request.page, site, platform, kind, learned), request, platform))


def _found(links: Iterable[Link], request: PageRequest, platform: Platform) -> Iterator[FoundLink]:
    seen = set()
    for link in links:
        key = url_key(link.url, platform)
        follows = link.kind in RANKS and link.kind != "attachment" and key not in seen
        if follows and may_request(link.url, request.site.hosts):
            seen.add(key)
            evidence = _evidence(link, request)
            yield FoundLink(key, link.url, netloc_of(link.url), link.kind, link.published, evidence)


def _evidence(link: Link, request: PageRequest) -> str | None:
    """The evidence of the page on the linked article; None where it has none."""
    if link.kind not in ("article", "listing") or not (link.title or link.published):
        return None
    kind = _EVIDENCE.get(request.kind, "listing")
    return evidence_json(LinkEvidence(request.page.url, kind, link.title, link.published, link.lead))


def _next_part(request: PageRequest, platform: Platform) -> FoundLink | None:
    """The next page of an article, under a key of its own."""
    url = next_part(request.page.url, request.page.body, platform)
    if url is None or not may_request(url, request.site.hosts) or part_number(url, platform) > MOST_PARTS:
        return None
    key = f"{url_key(request.page.url, platform).partition('#')[0]}#{part_number(url, platform)}"
    return FoundLink(key, url, netloc_of(url), "part")


def _text(request: PageRequest) -> str:
    page = request.page
    return decode(page.body, request.site.encoding or declared_encoding(page.headers, page.body))
