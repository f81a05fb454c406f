"""The kinds of the pages that links lead to, where their URLs are not enough: by the neighbouring links.

The URLs of sections and of articles often have the same shape, letters and hyphens. Menus and lists of articles are in
different places, though: links in places of the same structure on a page lead to pages of one kind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.selecting import lines_of, text_of
from scraper.pages.vocabulary import vocabulary
from scraper.platforms import Platform, UrlKind
from scraper.sections import is_section_path

TITLE_WORDS = 6  # of a link that is a title rather than the name of a section
NAME_WORDS = 4  # at most, of a link that is the name of a section
LINKED = 0.6  # the minimum share of an element's text in links for it to be a menu
MOST = 0.5  # the share of links in places of one structure, above which all have the kind of most
LEAD = 100  # minimum characters beside a link besides its title
STEPS_UP = 5
OTHER_LINKS = 2  # of an item of a list: to its section, to its comments
LARGEST_MENU = 4000  # characters of text in a menu
LONG_ID = 4  # minimum digits of the id of an article; numbers of sections are shorter
NUMBERED = 0.75  # the share of a page's articles with numbers in their URLs, from which an article needs one
FEWEST_NUMBERED = 5
_UNSURE = frozenset(("article", "listing", "other"))  # kinds of URLs that a slug may have decided
_SHORT, _LONG = "a", "a-a-a-a-a-a-a-a"  # the slug of a section, and of an article
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_ENDING = re.compile(r"\.\w{2,5}$")
_MENU = re.compile(
    r"(?:^|[\s_-])(?:\w*menu\w*|\w*nav|navbar\w*|navigation|breadcrumbs?|pathway|dropdown|sitemap)(?=$|[\s_-])"
    r"|(?:^|\s)(?:site-|page-|main-)?footer(?=$|\s)",
    re.I,
)
_STATE = frozenset("active current first last odd even open hidden show fade in".split())


@dataclass(frozen=True, slots=True)
class PlacedLink:
    """A link of a page: its place, its URL, the kind of the URL, and its text.

    `firm` says that the kind of the URL follows from more than the words of its slug.
    """

    element: etree._Element
    url: str
    kind: UrlKind
    firm: bool
    title: str


def placed_links(
    anchors: Iterable[tuple[etree._Element, str]], platform: Platform, is_own: Callable[[str], bool]
) -> list[PlacedLink]:
    """Returns the links of a page with the kinds of their URLs; `is_own` says whether a URL is of the same site."""
    told: dict[str, tuple[UrlKind, bool]] = {}
    links = []
    for element, url in anchors:
        if url not in told:
            told[url] = _told_by_address(url, platform) if is_own(url) else ("other", True)
        links.append(PlacedLink(element, url, *told[url], clean(text_of(element))))
    return links


def kinds_of(links: Sequence[PlacedLink], page_url: str, dated: Collection[str] = ()) -> dict[str, UrlKind]:
    """Returns the kind of the page of each URL, by the URL, the text of the link and its neighbours.

    A link whose URL is not enough is an article where most links in places of the same structure are, and a listing
    elsewhere: in menus, in breadcrumbs, alone without a title. If the articles of a page have numbers, a URL without
    one is not an article. `dated` are URLs beside which the page prints a day.
    """
    titles = _titles(links)
    own_path = urlsplit(page_url).path
    listed, menus = _listed(links, titles, dated)
    elsewhere = [link for link in links if link.firm or urlsplit(link.url).path != own_path]
    digits = _digits_of_articles(elsewhere)
    kinds: dict[str, UrlKind] = {}
    for link in links:
        parts, lacks_id = urlsplit(link.url), bool(digits) and _id_digits(link.url) < digits - 1
        if link.firm and not (link.kind == "article" and lacks_id) or link.kind not in _UNSURE:
            kinds[link.url] = link.kind
        elif link.url in listed - menus and not lacks_id and not (parts.path == own_path and parts.query):
            kinds[link.url] = "article"
        else:
            kinds[link.url] = "other" if link.kind == "other" else "listing"
    return kinds


def _listed(
    links: Iterable[PlacedLink], titles: Mapping[str, str], dated: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The URLs among articles, and those in menus under a short name."""
    places = _Places()
    groups: dict[int, list[PlacedLink]] = defaultdict(list)
    for link in links:
        groups[places.of(link.element)].append(link)
    listed, menus = set(), set()
    for group in groups.values():
        share = _share_of_articles(group, titles, dated)
        for link in group:
            named = is_section_path(urlsplit(link.url).path)
            if places.in_menu(link.element):
                menus.update([link.url] if len(titles.get(link.url, "").split()) <= TITLE_WORDS else [])
            elif share > MOST or (share == MOST and not named):
                listed.add(link.url)
    return frozenset(listed), frozenset(menus)


def _titles(links: Iterable[PlacedLink]) -> dict[str, str]:
    """The longest text of the links to each URL, other than "read on"."""
    titles: dict[str, str] = {}
    for link in links:
        if not vocabulary().read_on.fullmatch(link.title):
            titles[link.url] = max(titles.get(link.url, ""), link.title, key=len)
    return titles


def _share_of_articles(group: Sequence[PlacedLink], titles: Mapping[str, str], dated: Collection[str]) -> float:
    """The share of links, of those in places of one structure, that lead to articles by their URL or their text."""
    of = {link.url: link for link in group}
    if all(vocabulary().read_on.fullmatch(link.title) for link in group):
        return 0.0
    alike = {link.element for link in group}
    return sum(url in dated or _says_article(link, titles.get(url, ""), alike) for url, link in of.items()) / len(of)


def _says_article(link: PlacedLink, title: str, alike: Collection[etree._Element]) -> bool:
    if link.firm:
        return link.kind == "article"
    words = len(title.split())
    if not words:
        return False
    named = link.kind != "article" and is_section_path(urlsplit(link.url).path)
    if words > NAME_WORDS and (link.kind == "article" or (words >= TITLE_WORDS and not named)):
        return True
    if link.kind == "article" and _slug_words(link.url) > max(words, NAME_WORDS):
        return True  # the URL has a title of its own, of which the text of the link is a part
    beside, others = _beside(link.element, alike)
    return bool(_DAY.search(f"{title} {beside}")) or (others <= OTHER_LINKS and len(beside) >= LEAD)


def _slug_words(url: str) -> int:
    """The number of words in the last segment of a URL."""
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return len(re.findall(r"[^\W\d_]+", _ENDING.sub("", last)))


def _beside(element: etree._Element, alike: Collection[etree._Element]) -> tuple[str, int]:
    """The text of an item of a list beside its links, and the number of other pages that it links to.

    The item is the largest element around a link, a few levels up, without another link in a place of the same
    structure.
    """
    item = element
    for parent in islice(element.iterancestors(), STEPS_UP):
        if parent.tag in ("body", "form") or any(a in alike and a is not element for a in parent.iter("a")):
            break
        item = parent
    if item is element:
        return "", 0
    linked = {text for anchor in item.iter("a") for text in lines_of(anchor)}
    others = {anchor.get("href") for anchor in item.iter("a")} - {element.get("href")}
    return " ".join(line for line in lines_of(item) if line not in linked), len(others)


def _digits_of_articles(links: Iterable[PlacedLink]) -> int:
    """The number of digits of the ids of a page's articles, where nearly all articles have one; else 0."""
    candidates = {link.url for link in links if link.kind == "article"}
    digits = [_id_digits(url) for url in candidates]
    with_id = [count for count in digits if count >= LONG_ID]
    if len(with_id) < FEWEST_NUMBERED or len(with_id) < NUMBERED * len(candidates):
        return 0
    return Counter(with_id).most_common(1)[0][0]


def _id_digits(url: str) -> int:
    """The number of digits of the longest number in a URL that is not a year."""
    parts = urlsplit(url)
    values = (value for _, value in parse_qsl(parts.query))
    return max(map(len, re.findall(r"\d+", _YEAR.sub("", " ".join((parts.path, *values))))), default=0)


def _told_by_address(url: str, platform: Platform) -> tuple[UrlKind, bool]:
    """The kind of a URL, and whether it is the same for any words in its last segment."""
    kind = platform.classify(url)
    if kind not in _UNSURE or platform.excludes(url):
        return kind, True
    short, long = _other_slugs(url)
    if {platform.classify(short), platform.classify(long)} != {kind}:
        return kind, False
    number = re.fullmatch(r"\d{1,3}", urlsplit(url).path.rstrip("/").rpartition("/")[2])
    if kind == "other":
        return kind, number is None
    return kind, kind != "listing" or bool(number) or platform.classify(_bare(long)) != "listing"


def _bare(url: str) -> str:
    """The URL with words in its last segment only: if that is a listing, it is not one by a name of its own."""
    parts = urlsplit(url)
    before, slash, last = unquote(parts.path).rpartition("/")
    words = re.sub(r"[^\W\d_]+(?:[-_]+[^\W\d_]+)*", _SHORT, before)
    return parts._replace(path=words + slash + last).geturl()


@lru_cache(maxsize=4096)
def _other_slugs(url: str) -> tuple[str, str]:
    """The URL with the slug of a section, and with that of an article, in place of its own; its number is kept."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    before, _, last = path.rpartition("/")
    ending = _ENDING.search(last)
    stem = _YEAR.sub("", last[: ending.start()] if ending else last)
    if not re.search(r"[^\W\d_]", stem):
        return url, url
    number = re.search(r"[-_]?[a-z]{0,4}\d{3,}$", stem)
    tail = (number[0] if number else "") + (ending[0] if ending else "")
    short, long = (parts._replace(path=f"{before}/{slug}{tail}").geturl() for slug in (_SHORT, _LONG))
    return short, long


class _Places:
    """The places of links on one page, as numbers: links with one number are in places of the same structure."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, str], int] = {}
        self._of: dict[etree._Element, int] = {}
        self._menus: dict[etree._Element, bool] = {}

    def of(self, element: etree._Element) -> int:
        """Returns the number of an element's place: the names of the elements around it."""
        number = self._of.get(element)
        if number is None:
            parent = element.getparent()
            key = (0 if parent is None else self.of(parent), _name(element))
            number = self._of[element] = self._numbers.setdefault(key, len(self._numbers) + 1)
        return number

    def in_menu(self, element: etree._Element) -> bool:
        """Returns whether an element is in a menu, a breadcrumb or a footer."""
        known = self._menus.get(element)
        if known is None:
            parent = element.getparent()
            known = _is_menu(element) or (parent is not None and self.in_menu(parent))
            self._menus[element] = known
        return known


def _name(element: etree._Element) -> str:
    classes = (name for name in element.get("class", "").split() if name not in _STATE)
    return f"{element.tag}.{next((name for name in classes if not re.search(r'[0-9]', name)), '')}"


def _is_menu(element: etree._Element) -> bool:
    if element.tag in ("html", "body", "form", "a"):
        return False
    if element.tag in ("ul", "ol") and any(map(_opens_submenu, element.iterchildren("li"))):
        return True
    named = element.tag == "nav" or element.tag == "footer" and next(element.iterancestors("article"), None) is None
    named = named or bool(_MENU.search(f"{element.get('class', '')} {element.get('id', '')}"))
    if not named:
        return False
    length = len(clean(text_of(element)))
    linked = sum(len(clean(text_of(anchor))) for anchor in element.iter("a"))
    return length <= LARGEST_MENU and linked >= LINKED * length


def _opens_submenu(item: etree._Element) -> bool:
    """Whether an item of a list is a link with a list of links under it."""
    anchor = item.find("a")
    if anchor is None or len(text_of(anchor).split()) > TITLE_WORDS:
        return False
    return any(under.find(".//a") is not None for under in item.iterchildren("ul", "ol"))
