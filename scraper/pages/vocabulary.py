"""The words and selectors that all platforms share (reading.toml), compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`noise`, `captions` and `files` are CSS selectors; the patterns are matched as reading.toml says of each list.

    `around`, `answers` and `leads` are searched in classes and ids, `stamp_labels` and `edit_labels` within a line;
    `author` and `source` match a label at the beginning of a line and name what follows it; `bare_author` and
    `bare_source` labels without a colon. `offices` match a line without its marks. `credit_separator` parts a
    signature, `credit_in_brackets` is a source at the end of a line. `stamp_words` are alternatives by name, to be
    put into patterns, as are `next_page`, `load_more`; `next_part` matches the text of a link.
    """

    noise: tuple[str, ...]
    captions: tuple[str, ...]
    files: tuple[str, ...]
    around: re.Pattern[str]
    answers: re.Pattern[str]
    leads: re.Pattern[str]
    picture_credits: re.Pattern[str]
    related: re.Pattern[str]
    comments: re.Pattern[str]
    opinions: re.Pattern[str]
    tag_links: re.Pattern[str]
    lines: re.Pattern[str]
    advertising: re.Pattern[str]
    approvers: re.Pattern[str]
    offices: re.Pattern[str]
    contacts: re.Pattern[str]
    footers: re.Pattern[str]
    home: re.Pattern[str]
    read_on: re.Pattern[str]
    stamp_labels: re.Pattern[str]
    edit_labels: re.Pattern[str]
    other_days: re.Pattern[str]
    clocks: re.Pattern[str]
    last_day: re.Pattern[str]
    day_box: re.Pattern[str]
    edit_classes: re.Pattern[str]
    author: re.Pattern[str]
    account: re.Pattern[str]
    source: re.Pattern[str]
    bare_author: re.Pattern[str]
    bare_source: re.Pattern[str]
    collectives: re.Pattern[str]
    callings: re.Pattern[str]
    bodies: re.Pattern[str]
    signers: re.Pattern[str]
    posts: re.Pattern[str]
    remarks: re.Pattern[str]
    done_by: re.Pattern[str]
    credit_separator: re.Pattern[str]
    credit_in_brackets: re.Pattern[str]
    several_writers: re.Pattern[str]
    next_page: str
    load_more: str
    next_part: re.Pattern[str]
    stamp_words: Mapping[str, str]
    site_levels: Mapping[str, re.Pattern[str]]
    name_labels: re.Pattern[str]
    post_labels: re.Pattern[str]
    unit_labels: re.Pattern[str]
    units: re.Pattern[str]
    post_starts: re.Pattern[str]
    honorifics: re.Pattern[str]
    no_names: frozenset[str]
    months: Mapping[str, int]
    english_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative_days: Mapping[str, int]
    relative_units: Mapping[str, str]


@cache
def vocabulary() -> Vocabulary:
    """The shared vocabulary of reading.toml."""
    content = tomllib.loads((files("scraper.pages") / "reading.toml").read_text(encoding="utf-8"))
    bylines = content["bylines"]
    return Vocabulary(
        noise=tuple(content["noise"]),
        captions=tuple(content["captions"]),
        files=tuple(content["files"]),
        around=re.compile(rf"(?<![\w-])(?:{'|'.join(content['around'])})(?![\w-])"),
        answers=re.compile(rf"(?<![\w-])(?:{'|'.join(content['answers'])})(?![\w-])"),
        leads=re.compile(rf"(?<![a-z])(?:{'|'.join(content['leads'])})(?![a-z])"),
        picture_credits=_patterns(content["picture_credits"]),
        related=re.compile(rf"\W*(?:{_any(content['related'])})\W*", re.I),
        comments=_patterns(content["comments"]),
        opinions=_patterns(content["opinions"]),
        tag_links=_patterns(content["tag_links"]),
        lines=_patterns(content["lines"]),
        advertising=_patterns(content["advertising"]),
        approvers=_patterns(content["approvers"]),
        offices=_patterns(content["offices"]),
        contacts=_patterns(content["contacts"]),
        footers=_patterns(content["contacts"] + content["footers"]),
        home=re.compile(_any(content["home"]), re.I),
        read_on=re.compile(rf"\W*(?:{'|'.join(content['read_on'])})?\W*", re.I),
        stamp_labels=re.compile(rf"(?<!\w)(?:{'|'.join(content['stamp_labels'])})(?!\w)", re.I),
        edit_classes=re.compile(rf"(?i)(?<![a-z])(?:{'|'.join(content['edit_classes'])})(?![a-z])"),
        edit_labels=re.compile(rf"(?<!\w)(?:{_any(content['edit_labels'])})(?!\w)", re.I),
        other_days=re.compile(rf"\W*(?:{'|'.join(content['other_days'])})", re.I),
        clocks=re.compile(rf"\W*(?:{'|'.join(content['clocks'])})(?!\w)", re.I),
        **_day_patterns(content["stamp_words"]),
        **_byline_patterns(bylines),
        next_page=_any(content["next_page"]),
        load_more="|".join(content["load_more"]),
        next_part=_patterns(content["next_part"]),
        stamp_words={name: _any(words) for name, words in content["stamp_words"].items()},
        site_levels={level: re.compile(rf"\b(?:{_any(words)})\b") for level, words in content["site_levels"].items()},
        name_labels=_patterns(content["people"]["names"]),
        post_labels=_patterns(content["people"]["posts"]),
        unit_labels=_patterns(content["people"]["units"]),
        units=re.compile(rf"(?:{_any(content['people']['bodies'])})(?!\w)", re.I),
        post_starts=re.compile(rf"(?:{_any(content['people']['post_starts'])})(?!\w)", re.I),
        honorifics=re.compile(rf"(?:{_any(content['people']['honorifics'])})(?!\w)[.:]?\s*", re.I),
        no_names=frozenset(bylines["no_names"]),
        months=content["months"],
        english_months=content["english_months"],
        weekdays=content["weekdays"],
        relative_days=content["relative"]["days"],
        relative_units=content["relative"]["units"],
    )


def _byline_patterns(bylines: Mapping[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """The patterns of authors, sources and credits, by their names in Vocabulary."""
    credit, joined = _any(bylines["credits"]), _any(bylines["joined"])

    def label(name: str, end: str) -> re.Pattern[str]:
        return _label(bylines[name], end, joined)

    return {
        "author": label("author", r"\s*[:：]"),
        "account": label("account", r"\s*[:：]"),
        "source": label("source", rf"(?:\s*[:：]|(?:{_behind(bylines['source_without_colon'])})\s)"),
        "bare_author": label("bare_author", r"(?=\s)"),
        "bare_source": label("bare_source", r"(?=\s)"),
        "collectives": _patterns(bylines["collectives"]),
        "callings": _patterns(bylines["callings"]),
        "bodies": re.compile(rf"(?:{'|'.join([*bylines['bodies'], _any(bylines['newspapers'])])})(?!\w)", re.I),
        "signers": _patterns(bylines["signers"]),
        "posts": re.compile(rf"(?:{'|'.join(bylines['posts'])})(?!\w)", re.I),
        "remarks": re.compile(rf"\s*[(\[]\s*(?:{_any(bylines['remarks'])})\s*[)\]]", re.I),
        "done_by": re.compile(rf"\s+(?:{_any(bylines['done_by'])})\s*$", re.I),
        "credit_separator": re.compile(
            rf"\s*[|;]\s*|\s+[-–]\s+(?=(?:{credit})\b)|(?<=\w)\s+(?=\((?:{credit})\b)", re.I
        ),
        "credit_in_brackets": re.compile(rf"\s*[(\[]\s*((?:{credit})\b[^()\[\]]{{2,60}})[)\]]\W*$", re.I),
        "several_writers": re.compile(rf" [-–,&] | (?:{joined}) "),
    }


def _day_patterns(words: Mapping[str, list[str]]) -> dict[str, re.Pattern[str]]:
    """The last day of a range, from what stands before it; the day, month and year of a box, one blank between them."""
    to, day, month = (_any(words[name]) for name in ("to", "day", "months"))
    year = r"(?:19|20)\d\d"
    return {
        "last_day": re.compile(
            rf"\s*(?:[-–—]|{to})\s*(?:(?:{day})\s+)?\d{{1,2}}\s?[/.-]\s?\d{{1,2}}\s?[/.-]\s?{year}", re.I
        ),
        "day_box": re.compile(
            rf"(\d{{1,2}}) ((?:{month})\.? ?\d{{1,2}}|\d{{1,2}}|[^\W\d]{{3,9}})[ ,/-]{{1,3}}({year})", re.I
        ),
    }


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def _behind(words: Iterable[str]) -> str:
    return "|".join(f"(?<={re.escape(word)})" for word in words)


def _patterns(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)


def _label(words: Iterable[str], end: str, joined: str) -> re.Pattern[str]:
    """A label, any separator between its parts ("Tin, ảnh", "Tin - ảnh", "Tin và ảnh"), and the name behind it."""
    between = rf"\s*(?:[,&/+–-]|\b(?:{joined})\b)\s*"
    parted = re.compile(rf",\s+|\s+(?:&|{joined})\s+")
    longest_first = sorted(words, key=len, reverse=True)
    labels = (between.join(_any([part]) for part in parted.split(word)) for word in longest_first)
    return re.compile(rf"[\W_]*(?i:{'|'.join(labels)}){end}\s*(?P<name>.*)")
