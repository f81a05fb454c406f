"""Single fields of an article, each found by selectors in the tree of its page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from urllib.parse import parse_qsl, urldefrag, urlsplit

from lxml import etree

from scraper.article import Attachment
from scraper.filetypes import attachment_type, download_type
from scraper.pages.blocks import clean
from scraper.pages.dates import Stamp, read_stamp
from scraper.pages.selecting import elements, select, text_of, texts
from scraper.pages.urls import join
from scraper.pages.vocabulary import vocabulary


_Text = tuple[etree._Element, str]
LONGEST_STAMP = 120  # characters of a line that holds a stamp
_ISSUED = re.compile(r"(?i)publi|create|posted|entry-date")
CARD_LEVELS = 4  # of the tree that the parts of a card are apart at most
CARD_TITLE = 7  # minimum words of the title in a card
LONGEST_CARD = 1500  # characters of a card, or of a list of them; more are an article's own


def first_read(root: etree._Element, selectors: Iterable[str], read: Callable[[str], str | None]) -> str | None:
    """The first value that can be read from what the selectors find."""
    return next((value for value in map(read, texts(root, selectors)) if value), None)


def stamps_of(root: etree._Element, selectors: Iterable[str], fetched_at: str) -> Iterator[Stamp]:
    """The stamps that the selectors find outside of the cards of other articles, in the order of the selectors; those
    that the markup says are of an edit only where there are no others."""
    found = list(_stamp_texts(root, selectors))
    unedited = _without_labelled_edits([(place, without_edits(text, place)) for place, text in found])
    stamps = list(_read_stamps(unedited, fetched_at))
    yield from stamps or _read_stamps(found, fetched_at)


def _without_labelled_edits(found: list[_Text]) -> list[_Text]:
    """The texts of elements without those that a label says to be of an edit ("Lần sửa cuối 05/06/2024") and that stand
    beside one that is not."""
    edits = {one for one in found if _is_of_edit(one[1])}
    if not edits:
        return found
    beside = {place.getparent() for place, text in found if (place, text) not in edits and read_stamp(text)}
    return [one for one in found if one not in edits or one[0].getparent() not in beside]


def _is_of_edit(text: str) -> bool:
    """Whether the first stamp of a text is the one that counts, and follows the label of an edit."""
    stamp = read_stamp(text) if vocabulary().edit_labels.match(text) else None
    return stamp is not None and not any(map(str.isdigit, text[: stamp.span[0]]))


def without_edits(text: str, element: etree._Element) -> str:
    """The text of an element without the parts whose classes say that they are the time of an edit."""
    if len(text) > LONGEST_STAMP or not any(map(str.isdigit, text)):
        return text
    for part in element.iter("time", "span", "i", "em", "small", "p", "div", "li", "meta"):
        names = " ".join(part.get(name, "") for name in ("class", "id", "itemprop"))
        if vocabulary().edit_classes.search(names) and not _ISSUED.search(names):
            text = "" if part is element else text.replace(clean(text_of(part)), " ", 1)
    return text


def hidden_stamps(root: etree._Element, selectors: Iterable[str], fetched_at: str) -> Iterator[Stamp]:
    """Those of the stamps that the selectors find in itemprop elements that nobody sees, as the head has them."""
    found = _stamp_texts(root, selectors)
    hidden = ((place, text) for place, text in found if place.tag == "meta" and place.get("itemprop"))
    return _read_stamps(hidden, fetched_at)


def _stamp_texts(root: etree._Element, selectors: Iterable[str]) -> Iterator[tuple[etree._Element, str]]:
    """The elements that the selectors find, with the text of each or of its attribute."""
    for css in selectors:
        path, _, attribute = css.partition("::attr(")
        for place in elements(root, (path,)):
            stored = clean(place.get(attribute.rstrip(")"), "")) if attribute else ""
            yield place, clean(text_of(place)) if not attribute or _is_contradicted(stored, place) else stored


def _is_contradicted(stored: str, element: etree._Element) -> bool:
    """Whether the text of an element prints another day, with its time, than a day that its attribute has."""
    day = read_stamp(stored)
    if day is None or day.precision != "day":
        return False
    text = clean(text_of(element))
    printed = read_stamp(text) if len(text) <= LONGEST_STAMP else None
    return printed is not None and printed.precision != "day" and printed.day != day.day


def _read_stamps(found: Iterable[tuple[etree._Element, str]], fetched_at: str) -> Iterator[Stamp]:
    for place, text in found:
        stamp = read_stamp(text, fetched_at)
        if stamp is not None and not is_in_card(place) and not _is_in_answers(place):
            yield stamp


def _is_in_answers(element: etree._Element) -> bool:
    """Whether an element is in what readers write under an article."""
    around = (one for one in element.iterancestors() if one.tag not in ("body", "html"))
    return any(vocabulary().answers.search(f"{one.get('class', '')} {one.get('id', '')}".lower()) for one in around)


def is_in_card(element: etree._Element) -> bool:
    """Whether an element is in the card of another article in a list: beside a link under a title, without an h1."""
    for around in islice(element.iterancestors(), CARD_LEVELS):
        if around.tag in ("body", "main", "form") or around.find(".//h1") is not None:
            return False
        if len(text_of(around)) > LONGEST_CARD:
            return False
        own = {element, *element.iter("a"), *element.iterancestors("a")}
        if any(len(text_of(anchor).split()) >= CARD_TITLE for anchor in around.iter("a") if anchor not in own):
            return True
    return False


def read_section(text: str) -> str | None:
    """The section named by the end of a breadcrumb; None for the home page."""
    return None if vocabulary().home.fullmatch(text) else text


def attachments_of(root: etree._Element, selectors: Iterable[str], base: str) -> tuple[Attachment, ...]:
    """The files that an article offers in what the selectors find, each once."""
    return files_in(elements(root, selectors), base)


def files_in(around: Iterable[etree._Element], base: str) -> tuple[Attachment, ...]:
    """The files that elements link to or show, each once."""
    found: dict[str, Attachment] = {}
    for element in around:
        for link in element.iter(*_FILE_IN):
            name = clean(text_of(link)) if link.tag == "a" else ""
            url = _file(join(base, link.get(_FILE_IN[str(link.tag)], "")), base)
            kind = (attachment_type(url) or _named_type(link, name) or _saved_type(link, url)) if url else None
            if url and kind:
                found.setdefault(url, Attachment(url, kind, name))
    return tuple(found.values())


_FILE_IN = {"a": "href", "iframe": "src", "embed": "src", "object": "data"}
_VIEWED = frozenset(("url", "file", "src"))  # parameters in which a viewer gets the URL of the file that it shows


def _file(url: str | None, base: str) -> str | None:
    """The URL of the file that a viewer shows; any other URL as it is, without its fragment."""
    if url is None:
        return None
    viewed = (join(base, value) for name, value in parse_qsl(urlsplit(url).query) if name.lower() in _VIEWED)
    shown = next((file for file in viewed if file and attachment_type(file)), None)
    return shown or urldefrag(url).url


def _named_type(link: etree._Element, name: str) -> str | None:
    """The type of a file by the text of the link that downloads it: "ke-hoach.pdf"."""
    return attachment_type(f"/{name}") if link.tag == "a" and " " not in name and "/" not in name else None


def _saved_type(link: etree._Element, url: str) -> str | None:
    """The type of a file that a link has browsers save rather than show."""
    return download_type(url, link.get("download"), link.get("type")) if link.tag == "a" else None


def base_of(root: etree._Element, url: str) -> str:
    """The base URL of relative links of a page."""
    base = next((str(found) for found in select(root, "base::attr(href)")), "")
    return join(url, base) or url
