"""The author and the source of an article: labels, and lines that are signatures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from scraper.pages.decode import is_syllable
from scraper.pages.names import ADDRESS, NAME_WORDS, is_name
from scraper.pages.page_block import PageBlock
from scraper.pages.segment import is_over, is_text, is_tool
from scraper.pages.slugs import plain_words
from scraper.pages.vocabulary import vocabulary

MOST_WORDS = 10  # of a signature set to the right: two names of up to five syllables
NAME_LENGTH = 80  # characters; a longer line is not a byline
BELOW = 10  # lines below an article that may hold its signature
LAST_LINES = 5  # at the end of an article that may be signatures
_OFFICE = re.compile(r"([^()]+?)\s*\(([^()]+)\)\W*")
_CALLED = re.compile(r"(?i)author|tac-?gia|by-?line|but-?danh|signature")
_DASH = re.compile(r"\s+[-–—]\s+|\s*,\s+")


@dataclass(frozen=True, slots=True)
class Byline:
    """The writer and the source that the lines of a page name; each None where they name none."""

    author: str | None = None
    source: str | None = None

    def or_else(self, other: Byline) -> Byline:
        """This byline, with its missing fields from another."""
        return Byline(self.author or other.author, self.source or other.source)


def read_author(text: str) -> str | None:
    """The writer named by a line, with or without its label; None for a line that names a source or nothing."""
    words = vocabulary()
    if words.source.match(text) or words.approvers.fullmatch(text) and not words.account.match(text):
        return None
    labelled = _labelled(text)
    return _name(_without_office(text if labelled is None else labelled))


def read_source(text: str) -> str | None:
    """The source named by a line, with or without its label; None for a line that names a writer or nothing."""
    if vocabulary().author.match(text):
        return None
    named = _sourced(text)
    return _name(text if named is None else named)


def signatures(blocks: Sequence[PageBlock]) -> tuple[list[PageBlock], Byline]:
    """The blocks without the bylines and tools at their end, and the byline of those.

    The account that published the article counts as the writer only where nobody else is named.
    """
    blocks = _with_labels(blocks)
    kept, account = _up_to_signature(blocks), Byline()
    found = _writer_of_newspaper(kept, blocks)
    kept = kept[:-1] if found.author else kept
    for _ in range(2 * LAST_LINES):
        if not kept or _signs_letter(kept):
            break
        block = kept[-1]
        if _is_account(block):
            account = account.or_else(Byline(author=read_author(block.text)))
        elif _is_signature(block) and not (found.author and found.source):
            found = found.or_else(read_signature(block.text))
        elif found.author is None and len(kept) > 1 and is_text(kept[-2]) and _is_name_with_post(block.text):
            found = found.or_else(read_signature(block.text))
        elif not (is_tool(block) or _is_tag(block)):
            break
        kept.pop()
    return _without_brackets(kept, found, account)


def signature_below(blocks: Sequence[PageBlock]) -> Byline:
    """The byline of a line below the text that is one by its label, by its class, by the calling under it, or as a name
    set to the right."""
    lines = _with_labels(blocks[:BELOW], BELOW)
    for block, under in zip_longest(lines, lines[1:]):
        if block.style.around is not None or is_tool(block) or _is_account(block):
            continue
        if is_text(block) or is_over(block) or block.is_link:
            break
        text = _bare(block.text)
        told = block.style.right or _labelled(text) is not None or _sourced(text) is not None or _is_called_one(block)
        if under is not None and vocabulary().callings.fullmatch(under.text) and is_name(text):
            return read_signature(text)
        if told and _is_signature(block):
            return read_signature(block.text)
    return Byline()


def _is_called_one(block: PageBlock) -> bool:
    """Whether the class or the id of a line's element calls it a byline."""
    element = block.element
    return element is not None and bool(_CALLED.search(f"{element.get('class', '')} {element.get('id', '')}"))


def is_label(block: PageBlock) -> bool:
    """Whether a line is the label of a writer, who is named on the next line."""
    label = vocabulary().author.fullmatch(block.text)
    return label is not None and not label["name"]


def _with_labels(blocks: Sequence[PageBlock], last: int = LAST_LINES) -> Sequence[PageBlock]:
    """The blocks, with a label alone on one of the `last` lines joined to the name on the next."""
    for place in range(max(0, len(blocks) - last), len(blocks) - 1):
        name = blocks[place + 1].text
        if is_label(blocks[place]) and (is_name(name, 2 * NAME_WORDS) or _is_of_body(name)):
            both = replace(blocks[place], text=f"{blocks[place].text} {blocks[place + 1].text}")
            return [*blocks[:place], both, *blocks[place + 2 :]]
    return blocks


def _is_of_body(name: str) -> bool:
    """Whether a short line names a group of writers, or the body that they work for."""
    words = vocabulary()
    known = words.collectives.fullmatch(name) or words.bodies.match(name)
    return bool(known) and len(name.split()) <= NAME_WORDS + 2 and not name.endswith(".")


def _up_to_signature(blocks: Sequence[PageBlock]) -> list[PageBlock]:
    """The blocks up to the last labelled signature, where only loose lines follow it: keywords, names of sections."""
    for place in range(len(blocks) - 1, max(-1, len(blocks) - LAST_LINES), -1):
        text = _bare(blocks[place].text)
        if is_text(blocks[place]) or blocks[place].caption or blocks[place].is_row:
            break
        if len(text) <= NAME_LENGTH and (_labelled(text) is not None or _sourced(text) is not None):
            return list(blocks[: place + 1])
    return list(blocks)


def _writer_of_newspaper(kept: Sequence[PageBlock], blocks: Sequence[PageBlock]) -> Byline:
    """The person and the newspaper of "Theo Lò Văn Mẫu" over the newspaper's name alone."""
    behind = blocks[len(kept)].text if kept and len(kept) < len(blocks) else ""
    name = _sourced(_bare(kept[-1].text)) if behind and len(kept[-1].text) <= NAME_LENGTH else None
    is_person = name is not None and is_name(name) and not _is_site(name)
    return Byline(name, behind) if is_person and (_is_site(behind) or vocabulary().bodies.match(behind)) else Byline()


def _signs_letter(blocks: Sequence[PageBlock]) -> bool:
    """Whether the last line is the name under a letter, with the post of who signs it over it: both are of the text."""
    if len(blocks) < 2 or len(blocks[-2].text) > NAME_LENGTH or not is_name(blocks[-1].text):
        return False
    return bool(vocabulary().signers.fullmatch(blocks[-2].text.strip()))


def _is_name_with_post(text: str) -> bool:
    """Whether a line is a name and, behind a dash, what its bearer is."""
    name, dash, post = re.sub(r"\s+[-–—]\s+", "\n", text, count=1).partition("\n")
    return bool(dash) and len(text) <= NAME_LENGTH and is_name(name) and bool(vocabulary().posts.match(post))


def read_signature(text: str) -> Byline:
    """The byline named by the parts of a signature."""
    found = Byline()
    if text[:1] in "([" and vocabulary().bodies.match(_bare(text)):
        return Byline(source=_name(_bare(text)))
    for part in vocabulary().credit_separator.split(text):
        part = _bare(part)
        named = _sourced(part)
        if named is not None:
            found = found.or_else(Byline(source=_name(named)))
        else:
            found = found.or_else(Byline(author=read_author(part)))
    return found


def read_label(text: str) -> Byline | None:
    """The byline of a line with a label, other than an account; None for a line without one."""
    words = vocabulary()
    if len(text) > NAME_LENGTH or words.account.match(text):
        return None
    labelled = words.author.match(text)
    if labelled and _mostly_capitalised(labelled["name"]) or _sourced(text) is not None:
        return read_signature(text)
    return None


def _is_account(block: PageBlock) -> bool:
    """Whether a line names the account that published or approved the article, with or without its marks."""
    words = vocabulary()
    if len(block.text) > NAME_LENGTH:
        return False
    return bool(words.approvers.fullmatch(block.text) or words.offices.fullmatch(" ".join(plain_words(block.text))))


def _is_signature(block: PageBlock) -> bool:
    """Whether a line at the end of an article is a byline: by its label, its place on the right, or as a bare name."""
    if block.style.caption or block.is_row or len(block.text) > NAME_LENGTH or _is_tag(block):
        return False
    text = _bare(block.text)
    if (source := _sourced(text)) is not None:
        return not block.text.endswith(".") or len(source.split()) <= NAME_WORDS
    if (labelled := _labelled(text)) is not None:
        return _mostly_capitalised(labelled) or _is_of_body(labelled)
    if block.style.right and _is_capitalised(text) or text != block.text and vocabulary().bodies.match(text):
        return True
    if vocabulary().collectives.fullmatch(text):
        return True
    if (office := _OFFICE.fullmatch(text)) and (block.style.right or vocabulary().bodies.match(office[2])):
        return is_name(office[1]) and not block.after_picture
    if _before_body(text) is not None:
        return not block.after_picture
    text = vocabulary().credit_in_brackets.sub("", text)
    most = 2 * NAME_WORDS if vocabulary().several_writers.search(text) else NAME_WORDS
    return is_name(text, most) and not block.after_picture


def _is_tag(block: PageBlock) -> bool:
    """Whether a line is a link to the page of a tag."""
    links = block.element.iter("a") if block.is_link and block.element is not None else ()
    return any(vocabulary().tag_links.search(link.get("href", "")) for link in links)


def _labelled(text: str) -> str | None:
    """The text after the label of a writer, with a colon, or without one before a name."""
    found = vocabulary().author.match(text)
    if found is None:
        found = vocabulary().bare_author.match(text)
        return found["name"] if found and is_name(_without_office(found["name"]), 2 * NAME_WORDS) else None
    return found["name"]


def _sourced(text: str) -> str | None:
    """The text after the label of a source, with a colon, or without one before a capital or a URL."""
    words = vocabulary()
    found = words.source.match(text) or words.bare_source.match(text)
    if found is None:
        return None
    name, is_plain = found["name"], not re.search(r"[:：]\s*$", text[: found.start("name")])
    return None if is_plain and not (name[:1].isupper() or _is_site(name)) else name


def _before_body(text: str) -> str | None:
    """The name before a dash and the body that its bearer works for; None for other texts."""
    name, dash, body = _DASH.sub("\n", text, 1).partition("\n")
    return name if dash and is_name(name) and vocabulary().bodies.match(body) else None


def _is_site(name: str) -> bool:
    """Whether a name is that of a site: a URL, or a few words that are not Vietnamese syllables."""
    words = re.findall(r"[^\W\d_]+", name)
    return bool(ADDRESS.search(name)) or 1 <= len(words) <= 3 and not is_syllable(words[0].lower())


def _bare(text: str) -> str:
    """A line without the brackets around it."""
    return text.strip("()[] ") if text[:1] in "([" else text


def _without_office(name: str) -> str:
    """A name without the office in brackets after it, or the body or the post after a dash."""
    name = re.sub(r"\s*\([^()]*\)\W*$", "", name)
    return _before_body(name) or (re.split(r"\s+[-–—]\s+", name)[0] if _is_name_with_post(name) else name)


def _mostly_capitalised(name: str) -> bool:
    """Whether most words of a name begin with a capital, which those of a sentence do not."""
    words = re.findall(r"[^\W\d_]+", _without_office(name))
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.6 * len(words)


def _is_capitalised(text: str) -> bool:
    words = vocabulary().remarks.sub("", text).split()
    return 1 <= len(words) <= MOST_WORDS and all(word[0].isupper() or not word[0].isalpha() for word in words)


def _without_brackets(
    blocks: list[PageBlock], found: Byline, account: Byline
) -> tuple[list[PageBlock], Byline]:
    """The source in brackets at the end of the last line."""
    last = blocks[-1].text if blocks else ""
    bracketed = vocabulary().credit_in_brackets.search(last)
    if bracketed and not found.source:
        found = found.or_else(Byline(source=read_source(bracketed[1])))
    return blocks, found.or_else(account)


def _name(text: str) -> str | None:
    name = vocabulary().done_by.sub("", vocabulary().remarks.sub("", text)).strip(" \t:;,.-–|()[]\"“”")
    return name if name and len(name) <= NAME_LENGTH else None
