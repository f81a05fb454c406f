"""The kinds of the pages that links lead to, where their URLs are not enough: by the neighbouring links.

The URLs of sections and of articles often have the same shape, letters and hyphens. Menus and lists of articles are in
different places, though: links in places of the same structure on a page lead to pages of one kind.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import cast
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import etree

from scraper.pages.blocks import clean
from scraper.pages.link_places import LinkPlaces
from scraper.pages.selecting import lines_of, text_of
from scraper.pages.url_kinds import UNSURE, kind_by_rules
from scraper.pages.vocabulary import vocabulary
from scraper.platforms import Platform, UrlKind
from scraper.sections import is_section_path

TITLE_WORDS = 6  # of a link that is a title rather than the name of a section
NAME_WORDS = 4  # at most, of a link that is the name of a section
MOST = 0.5  # the share of links in places of one structure, above which all have the kind of most
LEAD = 100  # minimum characters beside a link besides its title
STEPS_UP = 5
OTHER_LINKS = 2  # of an item of a list: to its section, to its comments
LONG_ID = 4  # minimum digits of the id of an article; numbers of sections are shorter
SURE_ID = 5  # digits from which a number is the id of an article, whatever the ids of the others have
NUMBERED = 0.75  # the share of a page's articles with numbers in their URLs, from which an article needs one
FIRMLY_NUMBERED, FEWEST_FIRM = 0.6, 10  # that share where at least so many end in numbers of six digits or more
_FIRM_ID = re.compile(r"\d{6,}(?:\.\w{2,5})?/?$")
FEWEST_NUMBERED = 5
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_ENDING = re.compile(r"\.\w{2,5}$")
_OTHER_FORM = re.compile(r"amp|feed|rss|print|embed|trackback|comments?|\d{1,3}", re.I)


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
    anchors: Iterable[tuple[etree._Element, str]],
    platform: Platform,
    is_own: Callable[[str], bool],
    learned: Mapping[str, str],
) -> list[PlacedLink]:
    """Returns the links of a page with the kinds of their URLs; `is_own` says whether a URL is of the same site.

    `learned` are the kinds of pages by the patterns of their URLs, as the site's pages taught them.
    """
    kinds: dict[str, tuple[UrlKind, bool]] = {}
    links = []
    for element, url in anchors:
        if url not in kinds:
            kinds[url] = kind_by_rules(url, platform, learned) if is_own(url) else ("other", True)
        links.append(PlacedLink(element, url, *kinds[url], clean(text_of(element)) or _described(element)))
    return links


def _described(element: etree._Element) -> str:
    """The label or title of a link without any content."""
    return "" if len(element) else clean(element.get("aria-label") or element.get("title") or "")


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
    digits = min(_digits_of_articles(elsewhere), SURE_ID + 1)
    kinds: dict[str, UrlKind] = {}
    listings = _paged(links) | _folders(links)
    for link in links:
        parts, lacks_id = urlsplit(link.url), bool(digits) and _id_digits(link.url) < digits - 1
        if link.firm and not (link.kind == "article" and lacks_id) or link.kind not in UNSURE:
            kinds[link.url] = link.kind
        elif parts.path in listings and not parts.query:
            kinds[link.url] = "listing"
        elif link.url in listed - menus and not lacks_id and not (parts.path == own_path and parts.query):
            kinds[link.url] = "article"
        else:
            kinds[link.url] = "other" if link.kind == "other" else "listing"
    return kinds


def _paged(links: Iterable[PlacedLink]) -> frozenset[str]:
    """The paths of listings of which the page links to two further pages, by a number in a parameter, or more."""
    pages: dict[str, set[str]] = defaultdict(set)
    for link in links:
        parts = urlsplit(link.url)
        if link.title.isdigit() and any(value == link.title for _, value in parse_qsl(parts.query)):
            pages[parts.path].add(link.title)
    return frozenset(path for path, numbers in pages.items() if len(numbers) > 1)


def _folders(links: Iterable[PlacedLink]) -> frozenset[str]:
    """The paths under which two further pages of the links lie, or more; those of an article's other forms are none."""
    under: dict[str, set[str]] = defaultdict(set)
    paths = {urlsplit(link.url).path for link in links if link.kind in UNSURE}
    for path in paths:
        folder, _, last = path.rstrip("/").rpartition("/")
        while folder and not _OTHER_FORM.fullmatch(last):
            under[folder].add(path)
            folder = folder.rpartition("/")[0]
    return frozenset(path for path in paths if len(under[_ENDING.sub("", path.rstrip("/"))]) > 1)


def _listed(
    links: Iterable[PlacedLink], titles: Mapping[str, str], dated: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The URLs among articles, and those in menus under a short name."""
    places = LinkPlaces()
    groups: dict[int, list[PlacedLink]] = defaultdict(list)
    for link in links:
        groups[places.of(link.element)].append(link)
    listed, menus = set(), set()
    for group in groups.values():
        share = _share_of_articles(group, titles, dated)
        for link in group:
            named = is_section_path(urlsplit(link.url).path)
            if vocabulary().related.fullmatch(link.title):
                continue  # the heading of a list, which leads to all of it
            if places.in_menu(link.element):
                is_entry = 0 < len(link.title.split()) <= TITLE_WORDS and not places.in_footer(link.element)
                menus.update([link.url] if is_entry else [])
            elif share > MOST or (share == MOST and not named):
                listed.add(link.url)
    return frozenset(listed), frozenset(menus)


def _titles(links: Iterable[PlacedLink]) -> dict[str, str]:
    """The longest text of the links to each URL, other than "read on" and "more articles"."""
    titles: dict[str, str] = {}
    for link in links:
        if not vocabulary().read_on.fullmatch(link.title) and not vocabulary().related.fullmatch(link.title):
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
    beside, others, longest = _beside(link.element, alike)
    if longest >= max(words + 1, TITLE_WORDS):
        return False  # the day and the lead are those of the other link
    return bool(_DAY.search(f"{title} {beside}")) or (others <= OTHER_LINKS and len(beside) >= LEAD)


def _words(text: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _slug_words(url: str) -> int:
    """The number of words in the last segment of a URL."""
    last = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return len(re.findall(r"[^\W\d_]+", _ENDING.sub("", last)))


def _beside(element: etree._Element, alike: Collection[etree._Element]) -> tuple[str, int, int]:
    """The text of an item of a list beside its links, the number of other pages that it links to, and the number of
    words of the longest link to one of them that is no section.

    The item is the largest element around a link, a few levels up, without another link in a place of the same
    structure.
    """
    item = element
    for parent in islice(element.iterancestors(), STEPS_UP):
        if parent.tag in ("body", "form") or any(a in alike and a is not element for a in parent.iter("a")):
            break
        item = parent
    if item is element:
        return "", 0, 0
    linked = {text for anchor in item.iter("a") for text in lines_of(anchor)}
    own = _page_of(element)
    others = [(_page_of(anchor), anchor) for anchor in item.iter("a")]
    titles = (_words(text_of(anchor)) for page, anchor in others if page != own and not is_section_path(page))
    beside = " ".join(line for line in lines_of(item) if line not in linked)
    return beside, len({page for page, _ in others} - {own}), max(titles, default=0)


def _page_of(anchor: etree._Element) -> str:
    """The target of a link without the place within its page, as of its comments."""
    return cast(str, anchor.get("href", "")).partition("#")[0]


def _digits_of_articles(links: Iterable[PlacedLink]) -> int:
    """The number of digits of the ids of a page's articles, where nearly all articles have one; else 0."""
    candidates = {link.url for link in links if link.kind == "article"}
    digits = [_id_digits(url) for url in candidates]
    with_id = [count for count in digits if count >= LONG_ID]
    if len(with_id) < FEWEST_NUMBERED:
        return 0
    usual = Counter(with_id).most_common(1)[0][0]
    at_end = sum(bool(_FIRM_ID.search(urlsplit(url).path)) for url in candidates)
    firmly = at_end >= max(FEWEST_FIRM, FIRMLY_NUMBERED * len(candidates))
    return usual if firmly or len(with_id) >= NUMBERED * len(candidates) else 0


def _id_digits(url: str) -> int:
    """The number of digits of the longest number in a URL that is not a year."""
    parts = urlsplit(url)
    values = (value for _, value in parse_qsl(parts.query))
    return max(map(len, re.findall(r"\d+", _YEAR.sub("", " ".join((parts.path, *values))))), default=0)
