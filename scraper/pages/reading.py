"""The reading of a page: the fields of its article, each from the most trusted place that has it.

title: the printed line on which the URL, the head, the link to the page and the selectors agree (`title`);
text: a body that selectors find, else the best run of lines of the page, else trafilatura (`text`, `segment`);
stamp: selectors, beside the title, labelled under the text, the head, htmldate on the head alone, the listing's day
(`published`); writer and source: signatures, selectors, the byline under the title, the head (`writers`, `bylines`).
Lines that other pages of the site have too (its profile) are left out first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import urlsplit

from lxml import etree

from scraper.article import Attachment, Page
from scraper.pages.blocks import clean, is_lone_file, read_blocks
from scraper.pages.bylines import Byline, read_source
from scraper.pages.dates import Stamp, read_stamp
from scraper.pages.evidence import LinkEvidence
from scraper.pages.fields import attachments_of, base_of, files_in, first_read, hidden_stamps, read_section, stamps_of
from scraper.pages.metadata import Metadata
from scraper.pages.page_block import PageBlock
from scraper.pages.profile import SiteProfile
from scraper.pages.published import PrintedStamps, agreed, last_resort, printed_stamps
from scraper.pages.segment import best_segment, is_over, is_text
from scraper.pages.selecting import cut, elements, first_text, text_of, texts
from scraper.pages.slugs import SAME, plain_words, slug_share, slug_words
from scraper.pages.text import WEAK, ArticleText, Hints, find_run, read_text
from scraper.pages.title import Title, TitleClaims, find_title
from scraper.pages.vocabulary import vocabulary
from scraper.pages.writers import agreed_byline, byline_under_title, head_author, selected_author
from scraper.platforms import Selectors
from scraper.sections import is_section_path
from scraper.sites import Site


LONG_TITLE = 6  # words; a shorter one may name a section
LIKELY = 1.5  # minimum score of a title over a text with a stamp between them
LINKED_TITLE = 20  # characters of a link that may be the title of another article
NAMED_WORDS = 5  # of a title in the head that is compared with the page's


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of the article on a page; its stamp `is_selected`, where selectors find it, or `is_printed`."""

    title: Title
    text: ArticleText
    stamp: Stamp | None
    is_selected: bool
    is_printed: bool
    in_section: bool  # the page's URL may be that of a section
    is_stamped: bool  # a stamp is between the title and a text without links to other articles
    byline: Byline
    section: str | None
    attachments: tuple[Attachment, ...]

    @property
    def has_run(self) -> bool:
        """Whether there is running text under a title that is certain."""
        return self.title.is_sure and self.text.length >= WEAK

    @property
    def is_article(self) -> bool:
        """Whether the page has a stamp where its platform has it; text under a title that matches its URL or, with a
        stamp beside it, its head; or a stamp between a long title and a text that leads to no other articles."""
        if self.is_selected or self.has_run and self.title.has_slug and (self.is_printed or not self.in_section):
            return True
        if self.in_section or len(self.title.text.split()) < LONG_TITLE:
            return False
        return self.has_run and self.title.is_claimed and self.is_printed or self.is_stamped


def read_page(
    page: Page,
    root: etree._Element,
    site: Site,
    selectors: Selectors,
    head: Metadata,
    evidence: LinkEvidence | None,
    profile: SiteProfile | None,
) -> Reading:
    """The reading of a page; removes from its tree what is not part of the article."""
    cut(root, selectors.related)
    base = base_of(root, page.url)
    files = attachments_of(root, selectors.attachments + selectors.body, base)
    files = files or attachments_of(root, vocabulary().files, base)
    selected = _select(root, selectors, page)
    blocks = _blocks(root, selectors, selected, page.url, profile)
    title = find_title(blocks, _claims(page, root, head, selected, evidence), best_segment(blocks).start, profile)
    hints = Hints(selected.bodies, selected.lead, head.description, selected.picture_texts)
    text = read_text(blocks, title, hints, _second_opinion(root, blocks, title, selected, page))
    files = files or (files_in(_file_lines(blocks, title, text), base) if text.length else ())
    printed = printed_stamps(blocks, title, (text.start, text.end), page.fetched_at, profile)
    byline = agreed_byline(text.byline, selected.byline, byline_under_title(blocks, title, text))
    byline = byline.or_else(Byline(head_author(head, root, site)))
    stamp = _stamp(page, root, printed, selected, head, evidence, title)
    is_selected = bool(selected.stamps)
    in_section = is_section_path(urlsplit(page.url).path)
    section = selected.section or head.section
    is_stamped = printed.under is not None and title.score >= LIKELY and _is_plain(blocks[text.start : text.end])
    return Reading(title, text, stamp, is_selected, printed.is_there, in_section, is_stamped, byline, section, files)


def _file_lines(blocks: Sequence[PageBlock], title: Title, text: ArticleText) -> list[etree._Element]:
    """The elements of the lines that are links to files, from the title to the heading of what follows the text."""
    begin = text.start if title.place is None else min(title.place, text.start)
    lines = takewhile(lambda line: line[0] < text.end or not is_over(line[1]), enumerate(blocks[begin:], begin))
    return [block.element for _, block in lines if block.element is not None and is_lone_file(block)]


def _is_plain(blocks: Sequence[PageBlock]) -> bool:
    """Whether lines are the text of one article: two of them beside each other, and no links that may be titles."""
    linked = any(block.is_link and len(block.text) > LINKED_TITLE for block in blocks)
    homes = Counter(block.element.getparent() for block in blocks if is_text(block) and block.element is not None)
    return not linked and max(homes.values(), default=0) >= 2


@dataclass(frozen=True, slots=True)
class _Selected:
    """The finds of the selectors, before anything is removed from the tree."""

    titles: tuple[etree._Element, ...]
    stamps: tuple[Stamp, ...]
    hidden_stamps: tuple[Stamp, ...]
    byline: Byline
    section: str | None
    lead: str
    bodies: tuple[etree._Element, ...]
    captions: tuple[etree._Element, ...]
    picture_texts: tuple[str, ...]
    parts: tuple[etree._Element, ...]  # all elements of single fields: lines of their own, whatever their style


def _select(root: etree._Element, selectors: Selectors, page: Page) -> _Selected:
    """Returns what the selectors find."""
    captions = (*selectors.captions, *vocabulary().captions)
    bodies = tuple(dict.fromkeys(elements(root, selectors.body)))
    lead = next((found for found in elements(root, selectors.lead) if _is_lead(found, bodies)), None)
    return _Selected(
        tuple(dict.fromkeys(elements(root, selectors.title))),
        tuple(stamps_of(root, selectors.stamp, page.fetched_at)),
        tuple(hidden_stamps(root, selectors.stamp, page.fetched_at)),
        Byline(selected_author(root, selectors, bodies), first_read(root, selectors.source, read_source)),
        first_read(root, selectors.section, read_section),
        "" if lead is None else clean(text_of(lead)),
        bodies,
        tuple(dict.fromkeys(elements(root, captions))),
        tuple(texts(root, selectors.captions)),
        tuple(elements(root, (*selectors.title, *selectors.stamp, *selectors.author, *selectors.source))),
    )


def _is_lead(found: etree._Element, bodies: tuple[etree._Element, ...]) -> bool:
    """Whether an element is a lead: one paragraph with text, and not the body under another name."""
    paragraphs = [part for part in found.iter("p", "div") if part is not found and text_of(part).strip()]
    around = any(found in body.iterancestors() for body in bodies)
    return bool(text_of(found).strip()) and len(paragraphs) <= 1 and not around


def _blocks(
    root: etree._Element, selectors: Selectors, selected: _Selected, url: str, profile: SiteProfile | None
) -> list[PageBlock]:
    """The lines of the page without its noise, and without those that other pages of the site have too.

    The title of an article occurs on other pages as well, in lists of the latest news; its own page keeps it.
    """
    cut(root, (*vocabulary().noise, *selectors.noise))
    body = root.find("body")
    blocks = read_blocks(root if body is None else body, selected.captions, selected.parts)
    if profile is None:
        return blocks
    slug = slug_words(url)
    return [one for one in blocks if not profile.is_shared(one.text) or slug_share(one.text, slug) >= SAME]


def _claims(
    page: Page, root: etree._Element, head: Metadata, selected: _Selected, evidence: LinkEvidence | None
) -> TitleClaims:
    link = evidence.title if evidence is not None else ""
    named = tuple(name for name in (head.headline, head.title) if name)
    return TitleClaims(page.url, first_text(root, ["title"]), named, link, selected.titles)


def _second_opinion(
    root: etree._Element, blocks: Sequence[PageBlock], title: Title, selected: _Selected, page: Page
) -> list[str] | None:
    """The lines that trafilatura finds, where the page's own run of lines is weak; None where it is not needed."""
    if selected.bodies or title.is_sure or find_run(blocks, title).weight >= 3 * WEAK:
        return None
    from trafilatura import extract

    text = extract(_html(root), url=page.url, include_comments=False, include_tables=True) or ""
    return [line for line in (clean(line).removeprefix("- ").strip("| ") for line in text.splitlines()) if line]


def _stamp(
    page: Page,
    root: etree._Element,
    printed: PrintedStamps,
    selected: _Selected,
    head: Metadata,
    evidence: LinkEvidence | None,
    title: Title,
) -> Stamp | None:
    """The stamp of the page, else what htmldate finds in its head, else the day of the page that links here."""
    stamp = agreed(selected.stamps, printed, head.published, selected.hidden_stamps, _is_foreign(head, title))
    stamp = stamp or last_resort(_html(_only_head(root)), page.url, page.fetched_at)
    if stamp is None and evidence is not None and evidence.day:
        return read_stamp(evidence.day[:10])
    return stamp


def _is_foreign(head: Metadata, title: Title) -> bool:
    """Whether a head is that of another page, left over in a theme: what it names has no word of the page's title."""
    named = set(plain_words(head.headline or head.title or ""))
    return title.is_sure and len(named) >= NAMED_WORDS and len(named & set(plain_words(title.text))) <= 0.2 * len(named)


def _only_head(root: etree._Element) -> etree._Element:
    """The page's head as a page of its own, so that htmldate finds no day of the text or of another article."""
    page = etree.Element("html")
    head = root.find("head")
    if head is not None:
        page.append(copy(head))
    etree.SubElement(page, "body")
    return page


def _html(element: etree._Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
