"""The officials of a folder of tables, name by name, as the linking of people reads them."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.gazetteer.units import province_names, unit_on
from extract.linking.comparison.names import name_key
from extract.linking.comparison.posts import CanonicalPost, bare_unit, canonical_post, is_former
from extract.linking.persons.changes import PostChange, change_at, is_abroad, is_elsewhere, is_review, points_back
from extract.linking.persons.mentions import OfficialRecord
from extract.tables.writer import read_rows
from extract.text.normalize import fold

_PLACE = ["province", "district", "commune"]
_POST = ["head", "body", "unit", "level", "position"]
_CODED = ["unit_code", "level_basis", "span_start", "span_end"]  # what tells the unit of a post that does not print it
_LISTED = 3  # maximum characters between two posts of one list
_THREE_TIERS = "2025-06-30"  # the last day of districts, on which a unit is looked up where no day is known
_SURE = ("words", "person")  # bases of a level with which the code of a unit is that of the post
_ROWS_AT_ONCE = 5_000
_NEWS = 600  # maximum characters between the first and another post that an article gives to somebody
_MOST_FORMER = 3  # maximum former holders of one post that one article names
_MANY_PROVINCES = 3  # minimum provinces named with posts in an article that is a round-up
_FEW_EVENTS, _HOME = 5, 0.8  # minimum events of a site, and the share of them in the province of the site


class MentionSource:
    """The mentions of officials in a folder, in the order of names.

    A mention has the place of its event; one without an event has that of the main event of its article. In an article
    whose posts name several provinces it tells no unit of a post.
    """

    def __init__(self, folder: Path) -> None:
        columns = ["official_id", "event_id", "article_id", "name"]
        officials = pq.read_table(folder / "officials.parquet", columns=columns)
        keys = pa.array([name_key(name) for name in officials["name"].to_pylist()])
        officials = officials.append_column("key", keys)
        self._officials = officials.sort_by([("key", "ascending"), ("official_id", "ascending")])
        self.count = officials.num_rows
        self.places = Places(folder)
        self.place_names = self.places.names()
        self._posts = _Posts(folder, pd.Index(self._officials["official_id"].to_pandas()))
        self._of_event = self.places.positions(self._officials["event_id"])
        self._round_ups = _round_ups(folder)

    def names(self) -> Iterator[list[OfficialRecord]]:
        """The mentions of each name."""
        for _, rows in groupby(self._rows(), key=lambda item: item[0]):
            yield [mention for _, mention in rows]

    def _rows(self) -> Iterator[tuple[str, OfficialRecord]]:
        at = 0
        for batch in self._officials.to_batches(max_chunksize=_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                yield row["key"], self._mention(row, at)
                at += 1

    def _mention(self, row: Mapping[str, Any], at: int) -> OfficialRecord:
        place = self.places.at(int(self._of_event[at]), row["article_id"])
        many = row["article_id"] in self._round_ups
        where = tuple(None if many else place[level] for level in _PLACE)
        rows = self._posts.of(at)
        posts = (
            _post(row.cells, _named_place(row, following, place["day"], many) or where)
            for row, following in zip_longest(rows, rows[1:])
        )
        return OfficialRecord(
            official_id=row["official_id"],
            article_id=row["article_id"],
            name=row["name"],
            day=place["day"],
            place=place["province"] or "",
            posts=frozenset(post for post in posts if post),
        )


class Places:
    """The places and days of the events of a folder, and the publication of its articles."""

    def __init__(self, folder: Path) -> None:
        columns = ["event_id", "article_id", "is_main", "start_date", *_PLACE]
        self._rows = _Shared(pq.read_table(folder / "events.parquet", columns=columns))
        events = self._rows.table.select(["event_id", "article_id", "is_main"]).to_pandas()
        self._events = pd.Index(events["event_id"])
        self._main = dict(zip(events["article_id"][events["is_main"]], np.flatnonzero(events["is_main"])))
        articles = pq.read_table(folder / "articles.parquet", columns=["article_id", "published_at", "site_id", "url"])
        days = pa.compute.strftime(articles["published_at"], format="%Y-%m-%d")
        ids = articles["article_id"].to_pylist()
        self._published = dict(zip(ids, days.to_pylist()))
        hosts = map(_host, articles["url"].to_pylist())
        self._sites = {one: site or host for one, site, host in zip(ids, articles["site_id"].to_pylist(), hosts)}
        self._home = self._homes()

    def names(self) -> dict[str, str]:
        """The names of provinces, and of the units of events, by their folded names."""
        units = (province_names(), *(self._rows.table[column].unique().to_pylist() for column in _PLACE))
        return {fold(name): name for names in units for name in names if name}

    def _homes(self) -> dict[str, str]:
        """The province of almost all events of a site, by site."""
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        rows = self._rows.table
        for article_id, province in zip(rows["article_id"].to_pylist(), rows["province"].to_pylist()):
            if province and (site := self._sites.get(article_id)):
                counts[site][province] += 1
        most = {site: found.most_common(1)[0] for site, found in counts.items() if found.total() >= _FEW_EVENTS}
        return {site: province for site, (province, count) in most.items() if count >= _HOME * counts[site].total()}

    def of(self, event_id: str | None, article_id: str) -> dict[str, Any]:
        """Province, district and commune of the event, or else of the main event of the article, and its `day`; the
        province of the site where the event has none."""
        return self.at(self._events.get_loc(event_id) if event_id in self._events else -1, article_id)

    def positions(self, event_ids: pa.ChunkedArray) -> np.ndarray:
        """The row of each of the events; -1 where there is none of that id."""
        found: np.ndarray = self._events.get_indexer(pd.Index(event_ids.to_pandas()))
        return found

    def at(self, row: int, article_id: str) -> dict[str, Any]:
        """The place and day of the event in a row of the table, as of `of`; -1 is no event."""
        at = row if row >= 0 else self._main.get(article_id)
        place = dict.fromkeys(_PLACE) if at is None else {name: self._rows.at(name, at) for name in _PLACE}
        place["province"] = place["province"] or self._home.get(self._sites.get(article_id) or "")
        start = self._rows.at("start_date", at) if at is not None else None
        day = start[:10] if start and len(start) >= 10 else self._published.get(article_id) or ""
        return {**place, "day": day}


def _host(url: str | None) -> str:
    """The host of a URL, used as the site where none is given; empty without a URL."""
    return sys.intern(urlsplit(url).netloc.removeprefix("www.")) if url else ""


class _Shared:
    """The cells of a table as Python values, with equal texts of a column interned."""

    def __init__(self, table: pa.Table) -> None:
        self.table = table
        encoded = {name: table[name].combine_chunks().dictionary_encode() for name in table.column_names}
        self._values = {name: [*column.dictionary.to_pylist(), None] for name, column in encoded.items()}
        missing = {name: len(column.dictionary) for name, column in encoded.items()}
        self._codes = {name: column.indices.fill_null(missing[name]).to_numpy() for name, column in encoded.items()}

    def at(self, name: str, row: int) -> Any:
        """The cell of a column at a row."""
        return self._values[name][self._codes[name][row]]


class _PostRow(NamedTuple):
    """A row of `positions`: the cells of the post, the code of its unit with the source of its level, and where it is
    printed."""

    cells: tuple[str | None, ...]
    code: str | None
    basis: str | None
    start: int
    end: int

    @property
    def unit(self) -> str | None:
        """The unit as printed."""
        return self.cells[_POST.index("unit")]


class _Posts:
    """The rows of `positions` by the position of the official that each belongs to."""

    def __init__(self, folder: Path, officials: pd.Index[str]) -> None:
        table = pq.read_table(folder / "positions.parquet", columns=["official_id", *_POST, *_CODED])
        positions = officials.get_indexer(pd.Index(table["official_id"].to_pandas()))
        order = np.argsort(positions, kind="stable")
        order = order[positions[order] >= 0]
        self._rows = _Shared(table.select([*_POST, *_CODED]).take(pa.array(order)))
        self._starts = np.searchsorted(positions[order], np.arange(len(officials) + 1))

    def of(self, at: int) -> list[_PostRow]:
        """The posts of the official at a position of the index."""
        rows = range(self._starts[at], self._starts[at + 1])
        return [_PostRow(self._cells(_POST, row), *self._cells(_CODED, row)) for row in rows]

    def _cells(self, names: Sequence[str], row: int) -> tuple[Any, ...]:
        return tuple(self._rows.at(name, row) for name in names)


def _round_ups(folder: Path) -> frozenset[str]:
    """The articles whose posts name so many provinces that none of them is that of the other posts."""
    posts = pq.read_table(folder / "positions.parquet", columns=["article_id", "unit", "level"])
    posts = posts.filter(pa.compute.equal(posts["level"], "province")).group_by(["article_id", "unit"]).aggregate([])
    named: dict[str, set[str]] = defaultdict(set)
    for article_id, unit in zip(posts["article_id"].to_pylist(), posts["unit"].to_pylist()):
        if bare := bare_unit(fold(unit or "")):
            named[article_id].add(bare)
    return frozenset(article_id for article_id, units in named.items() if len(units) >= _MANY_PROVINCES)


def _named_place(row: _PostRow, following: _PostRow | None, day: str, many: bool) -> tuple[str | None, ...] | None:
    """The province, district and commune of the unit of a post, by its code; None without one.

    Where the unit is not printed, it is that of the next post of a list ("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh Sơn La");
    else the body must be printed, and the article not be about many provinces.
    """
    _, body, unit, level, _ = row.cells
    if not unit and following and following.unit and following.code and level == following.cells[3]:
        if 0 <= following.start - row.end <= _LISTED and not is_former(following.cells[4] or ""):
            return _place_of(following.code, day)
    if row.code and row.basis in _SURE and (bare_unit(fold(unit or "")) or body and not many):
        return _place_of(row.code, day)
    return None


@lru_cache(maxsize=1 << 15)
def _place_of(code: str, day: str) -> tuple[str | None, ...] | None:
    unit = unit_on(code, day or _THREE_TIERS) or unit_on(code, _THREE_TIERS)
    return (unit.place.province, unit.place.district, unit.place.commune) if unit else None


@lru_cache(maxsize=1 << 15)
def _post(cells: tuple[str | None, ...], place: tuple[str | None, ...]) -> CanonicalPost | None:
    """The canonical post of the cells of a row of `positions`, in the place of its unit or of its event."""
    return canonical_post(dict(zip(_POST, cells)), dict(zip(_PLACE, place)))


def read_changes(folder: Path, places: Places) -> dict[str, dict[str, PostChange]]:
    """The beginnings and ends of posts in articles, by official and by the post as printed. What an article gives
    somebody far behind a first post is the life before it; a post without its unit that stands behind the name of
    another province than that of the article is of that one, and what "Bí thư tỉnh này" is of is not known."""
    columns = ["official_id", "position", "span_start", "unit", "level"]
    table = pq.read_table(folder / "positions.parquet", columns=["article_id", *columns])
    posts = table.select(["article_id", "official_id", "position"]).to_pandas()
    by_article = posts.groupby("article_id").indices
    rows = list(zip(*(table[column].to_pylist() for column in columns)))
    found: dict[str, dict[str, PostChange]] = {}
    for article in read_rows(folder, "articles", ["article_id", "title", "text", "published_at"]):
        if article["article_id"] not in by_article:
            continue
        place = places.of(None, article["article_id"])
        told = article["published_at"].date() if article["published_at"] else _as_day(place["day"])
        title = article["title"] or ""
        abroad, review = is_abroad(title), is_review(title)
        news: dict[str, int] = {}  # where a post is first given to each official
        for at in sorted(by_article[article["article_id"]], key=lambda at: rows[at][2]):
            official, printed, start, unit, level = rows[at]
            change = "once" if abroad else change_at(article["text"], start, told)
            if change == "gained" and (review or start - news.setdefault(official, start) > _NEWS):
                change = "once"
            if change and not unit and level == "province" and is_elsewhere(article["text"], start, place["province"]):
                change = "once"
            if change and points_back(article["text"][start:], printed):
                change = "once"
            if change:
                found.setdefault(official, {}).setdefault(printed, change)
    for official, printed in _crowded(posts):
        found.setdefault(official, {})[printed] = "once"
    return found


def _as_day(day: str) -> date | None:
    return date.fromisoformat(day) if day else None


def _crowded(posts: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """The officials and posts of which one article makes so many former holders that a list was read too far."""
    former = posts[posts["position"].map(is_former).astype(bool)]
    for _, group in former.groupby(["article_id", "position"]):
        if len(group) > _MOST_FORMER:
            yield from group[["official_id", "position"]].itertuples(index=False, name=None)
