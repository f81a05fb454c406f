"""Articles of several pages: finding the next page."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.decode import decode
from scraper.pages.selecting import drop, text_of, tree
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary
from scraper.platforms import Platform

MOST_PARTS = 30  # pages of one article
LONGEST_LABEL = 20  # characters of a link to another page
_NEXT = re.compile(rb"rel=[\"']?next")
_HREF = re.compile(rb"href\s*=\s*(?:\"([^\">]{1,600})|'([^'>]{1,600})|([^\s\"'>]{1,600}))")
_PAGED = re.compile(
    rb"[?&;](?:page|trang|p|pageindex|start)=\d|/(?:page|trang)[-/]\d"
    rb"|(?:/|_|[-_](?:page|trang|p)[-_]?)\d{1,2}(?:/|\.(?:html?|aspx|php))?\Z"
)
_PAGE_PATH = re.compile(r"(?i)(?:/(?:page|trang)[-/]?|[-_](?:page|trang|p)[-_]?|/)(\d{1,2})/?$")
_UNDERSCORED = re.compile(r"(?<=[^\W_])_(\d{1,2})$")  # an article of its own may end so
_ARROWS = re.compile(r"[\s.…:>»›→\[\]()]+")
_LINES = ("div", "p", "nav", "ul", "li", "span")
_SUFFIX = re.compile(r"\.(?:html?|aspx|php)$")
_NAMES = frozenset(("page", "trang", "p", "pageindex", "start", "paged"))


def next_part(url: str, body: bytes, platform: Platform) -> str | None:
    """Returns the URL of the page on which the article at `url` continues; None where it ends there.

    A link counts if its URL is the article's own except for the page number, which is one more than that of `url`; in
    many systems `rel=next` is the next article instead. Where nothing but "_2" says that it is a page, the text of the
    link has to say so, too.
    """
    if not _hints(body):
        return None
    article, number = _split(url, platform)
    for element in tree(decode(body)).iter("a", "link"):
        target = join(url, element.get("href", "")) if isinstance(element, etree._Element) else None
        if target and target != url and _split(target, platform) == (article, number + 1):
            if not _is_unsure(target) or _says_next(element, number + 1):
                return target
    return None


def _is_unsure(url: str) -> bool:
    """Whether a URL ends in an underscore and a number, as of a page or of another article."""
    path = _SUFFIX.sub("", urlsplit(url).path.rstrip("/"))
    return bool(_UNDERSCORED.search(path)) and not _PAGE_PATH.search(path)


def _says_next(link: etree._Element, number: int) -> bool:
    """Whether the text of a link is the number of a page or words for the next page."""
    label = _label(link)
    return label == str(number) or bool(vocabulary().next_part.fullmatch(label))


def _label(link: etree._Element) -> str:
    """The text of a link without arrows and dots."""
    return _ARROWS.sub(" ", clean(text_of(link))).strip()


def remove_paging(root: etree._Element, url: str, platform: Platform) -> None:
    """Remove the links to other pages of the article ("2", "Trang sau") from a tree, since they are not text, and what
    is left of their line ("Trang: 1")."""
    article = _split(url, platform)[0]
    for anchor in list(root.iter("a")):
        href = anchor.get("href", "")
        target = join(url, href) if _may_page(href.lower().encode(errors="replace")) else None
        if target and _split(target, platform)[0] == article and len(_label(anchor)) <= LONGEST_LABEL:
            line = anchor.getparent()
            drop(anchor)
            if line is not None and line.tag in _LINES and len(clean(text_of(line))) <= LONGEST_LABEL:
                drop(line)


def _hints(markup: bytes) -> bool:
    """Whether markup has a link that may lead to a page of an article."""
    small = markup.lower()
    return _NEXT.search(small) is not None or any(_may_page(b"".join(href)) for href in set(_HREF.findall(small)))


@lru_cache(maxsize=4096)
def _may_page(href: bytes) -> bool:
    """Whether a link may lead to a page of an article; kept, since menus are on every page of a site."""
    return _PAGED.search(href) is not None


def part_number(url: str, platform: Platform) -> int:
    """Returns the number of a page of an article, counted from 1."""
    return _split(url, platform)[1]


def _split(url: str, platform: Platform) -> tuple[str, int]:
    """A URL without the number of its page, and that number; 1 where it has none."""
    parts = urlsplit(url)
    names = platform.canonical.page_names | _NAMES
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    numbers = [int(value) for name, value in pairs if name.lower() in names and value.isascii() and value.isdigit()]
    rest = sorted(pair for pair in pairs if pair[0].lower() not in names)
    path = _SUFFIX.sub("", parts.path.rstrip("/"))
    in_path = _PAGE_PATH.search(path) or _UNDERSCORED.search(path)
    if in_path and not numbers:
        return f"{parts.netloc}{_SUFFIX.sub('', path[: in_path.start()])}?{rest}", int(in_path[1])
    return f"{parts.netloc}{path}?{rest}", numbers[0] if numbers else 1
