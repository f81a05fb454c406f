"""Page to Article.

Order of trust, field by field: the selectors of the site, those of its platform, what the head says of itself (JSON-LD,
then meta elements), trafilatura for a body that no selector finds; for a stamp, what stands beside the title, then
htmldate. A date at the top of a page is its clock: none is taken from there. A page of a site whose platform the
registry does not know is read as the platform that it looks like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Article, Page, stable_id
from scraper.pages.blocks import PageBlock, read_blocks
from scraper.pages.bylines import read_author, read_source, signatures
from scraper.pages.decode import declared_encoding, decode
from scraper.pages.evidence import LinkEvidence
from scraper.pages.fallback import bare_title, body_blocks, last_resort_stamp, missed_lead, stamp_by_title
from scraper.pages.fields import attachments_of, base_of, first_read, read_section, stamp_of
from scraper.pages.kinds import is_article_page
from scraper.pages.metadata import Metadata, read_metadata
from scraper.pages.profile import SiteProfile
from scraper.pages.recognise import recognise
from scraper.pages.selecting import cut, elements, first_text, select, texts, tree
from scraper.pages.urls import canonical_url, join, url_key
from scraper.platforms import GENERIC, Platform, Selectors, load_platforms
from scraper.sites import Site

SHORTEST = 40  # characters of lead and body; less is a stub, a lone picture or an error message
NO_PAGES = frozenset(("feed", "sitemap", "attachment"))


class NotAnArticle(ValueError):
    """The page holds no article; `reason` is one of status, off_site, soft_404, not_html, listing, too_short."""

    def __init__(self, reason: str, said: str = "") -> None:
        super().__init__(f"{reason}: {said}" if said else reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class _Text:
    """The running text of an article, and what the bylines at its end say."""

    lead: str
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    author: str | None
    source: str | None


def article_id(url: str, site: Site, platform: Platform) -> str:
    """The id of the article at an address: the same under all hosts, schemes and twins by which the site shows it."""
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

    `evidence` is what a page said that links here; `profile` is what the pages of the site share.
    """
    _refuse_answer(page, site, platform)
    html = decode(page.body, site.encoding or declared_encoding(page.headers, page.body))
    root = tree(html)
    look = platform if platform.id != GENERIC else recognise(page, html, root)[0]
    selectors = _selectors(site, look)
    head = read_metadata(root)
    _refuse_listing(page, root, selectors, head, (platform, look))
    url = _address(page, root, site, platform)
    cut(root, selectors.related)
    stamp = stamp_of(root, selectors.stamp, page.fetched_at) or head.published
    author = first_read(root, selectors.author, read_author)
    source = first_read(root, selectors.source, read_source)
    section = first_read(root, selectors.section, read_section) or head.section
    files = attachments_of(root, selectors.attachments + selectors.body, base_of(root, page.url))
    title = first_text(root, selectors.title) or bare_title(root, head.title)
    stamp = stamp or stamp_by_title(root, title, page) or last_resort_stamp(html, page)
    text = _read_text(root, selectors, title, head, page)
    if not title or len(text.lead) + sum(map(len, text.paragraphs)) < SHORTEST:
        raise NotAnArticle("too_short", page.url)
    return Article(
        id=article_id(url, site, platform),
        url=url,
        site_id=site.id,
        title=title,
        lead=text.lead,
        paragraphs=text.paragraphs,
        captions=text.captions,
        published_at=stamp.value if stamp else None,
        published_precision=stamp.precision if stamp else None,
        author=author or text.author or head.author,
        source=source or text.source,
        section=section,
        attachments=files,
        platform=look.id,
        place=site.place,
        fetched_at=page.fetched_at,
        page_sha256=page.sha256,
        profile=profile.version if profile else None,
    )


def _refuse_answer(page: Page, site: Site, platform: Platform) -> None:
    """Raise NotAnArticle for what status, address and type of the answer already tell."""
    if page.status != 200:
        raise NotAnArticle("status", str(page.status))
    if not site.owns(page.url):
        raise NotAnArticle("off_site", page.url)
    kind = page.headers.get("content-type", "text/html")
    if "html" not in kind:
        raise NotAnArticle("not_html", kind)
    moved = url_key(page.requested_url, platform) != url_key(page.url, platform)
    if moved and (_is_front(page.url, site) or platform.classify(page.url) in {"listing", *NO_PAGES}):
        raise NotAnArticle("soft_404", f"{page.requested_url} leads to {page.url}")
    if _is_front(page.url, site) or page.url in site.entry_points or platform.classify(page.url) in NO_PAGES:
        raise NotAnArticle("listing", page.url)


def _refuse_listing(
    page: Page, root: etree._Element, selectors: Selectors, head: Metadata, looks: tuple[Platform, Platform]
) -> None:
    """Raise NotAnArticle for a page that neither its address, its head nor its own parts make an article.

    `looks` are the platform that the registry names and the one that the page shows.
    """
    told = any(look.classify(page.url) in ("article", "print") for look in looks) or head.is_article
    if not is_article_page(root, selectors, looks[-1], told, lambda: _has_stamp(root, selectors, page)):
        raise NotAnArticle("listing", page.url)


def _has_stamp(root: etree._Element, selectors: Selectors, page: Page) -> bool:
    return stamp_of(root, selectors.stamp, page.fetched_at) is not None


def _is_front(url: str, site: Site) -> bool:
    parts = urlsplit(url)
    return parts.path.lower() in ("", "/", site.scope) and not parts.query


def _read_text(root: etree._Element, selectors: Selectors, title: str, head: Metadata, page: Page) -> _Text:
    """Lead, paragraphs and captions; title and lead, which many editors repeat in the body, are not said twice."""
    cut(root, selectors.noise)
    lead = first_text(root, selectors.lead)
    body = next((found for found in elements(root, selectors.body) if first_text(found, ["*"])), None)
    if body is not None:
        outside = tuple(texts(root, selectors.captions))
        cut(body, selectors.lead)
        blocks = read_blocks(_html(body), selectors.captions)
    else:
        outside = ()
        blocks = body_blocks(_html(root), page.url)
        blocks = (missed_lead(root, title, blocks) if not lead else []) + blocks
    blocks, author, source = signatures(blocks)
    lead = lead or _printed_description(head, blocks)
    said = {title.casefold(), lead.casefold()}
    paragraphs = tuple(block.text for block in blocks if not block.caption and block.text.casefold() not in said)
    captions = tuple(dict.fromkeys([*outside, *(block.text for block in blocks if block.caption)]))
    return _Text(lead, paragraphs, captions, author, source)


def _printed_description(head: Metadata, blocks: Sequence[PageBlock]) -> str:
    """The head's description, where the page prints it as the first paragraph of several: it is the lead."""
    first = next((block.text for block in blocks if not block.caption), "")
    return first if len(blocks) > 1 and first and first == head.description else ""


def _selectors(site: Site, platform: Platform) -> Selectors:
    """The site's own selectors first, then its platform's, then what many systems call the parts."""
    return load_platforms()[GENERIC].selectors.overridden(platform.selectors.overridden(site.selectors))


def _address(page: Page, root: etree._Element, site: Site, platform: Platform) -> str:
    """The canonical address: that of the head's link where the platform's is believed and it leads to an article."""
    links = select(root, "link[rel=canonical]::attr(href)") if platform.canonical.link else []
    claimed = next((join(page.url, str(link)) for link in links), None)
    if claimed and site.owns(claimed) and platform.classify(claimed) == "article":
        return canonical_url(claimed, platform)
    return canonical_url(page.url, platform)


def _html(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
