"""The officials of a folder of tables, name by name, as the linking of people reads them."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from extract.gazetteer.units import province_names
from extract.linking.comparison.names import name_key
from extract.linking.comparison.posts import CanonicalPost, bare_unit, canonical_post, is_former
from extract.linking.persons.mentions import OfficialRecord
from extract.linking.persons.tenures import PostChange, change_at
from extract.tables.writer import read_rows
from extract.text.normalize import fold

_PLACE = ["province", "district", "commune"]
_POST = ["head", "body", "unit", "level", "position"]
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
        self._events = Places(folder)
        self.place_names = self._events.names()
        self._posts = _Posts(folder, pd.Index(self._officials["official_id"].to_pandas()))
        self._of_event = self._events.positions(self._officials["event_id"])
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
        place = self._events.at(int(self._of_event[at]), row["article_id"])
        many = row["article_id"] in self._round_ups
        where = tuple(None if many else place[level] for level in _PLACE)
        posts = (_post(post, where) for post in self._posts.of(at))
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


class _Posts:
    """The rows of `positions` by the position of the official that each belongs to."""

    def __init__(self, folder: Path, officials: pd.Index[str]) -> None:
        table = pq.read_table(folder / "positions.parquet", columns=["official_id", *_POST])
        positions = officials.get_indexer(pd.Index(table["official_id"].to_pandas()))
        order = np.argsort(positions, kind="stable")
        order = order[positions[order] >= 0]
        self._rows = _Shared(table.select(_POST).take(pa.array(order)))
        self._starts = np.searchsorted(positions[order], np.arange(len(officials) + 1))

    def of(self, at: int) -> list[tuple[str | None, ...]]:
        """The cells of the posts of the official at a position of the index."""
        rows = range(self._starts[at], self._starts[at + 1])
        return [tuple(self._rows.at(name, row) for name in _POST) for row in rows]


def _round_ups(folder: Path) -> frozenset[str]:
    """The articles whose posts name so many provinces that none of them is that of the other posts."""
    posts = pq.read_table(folder / "positions.parquet", columns=["article_id", "unit", "level"])
    posts = posts.filter(pa.compute.equal(posts["level"], "province")).group_by(["article_id", "unit"]).aggregate([])
    named: dict[str, set[str]] = defaultdict(set)
    for article_id, unit in zip(posts["article_id"].to_pylist(), posts["unit"].to_pylist()):
        if bare := bare_unit(fold(unit or "")):
            named[article_id].add(bare)
    return frozenset(article_id for article_id, units in named.items() if len(units) >= _MANY_PROVINCES)


@lru_cache(maxsize=1 << 15)
def _post(cells: tuple[str | None, ...], place: tuple[str | None, ...]) -> CanonicalPost | None:
    """The canonical post of the cells of a row of `positions`, in the place of its event."""
    return canonical_post(dict(zip(_POST, cells)), dict(zip(_PLACE, place)))


def read_changes(folder: Path) -> dict[str, dict[str, PostChange]]:
    """The beginnings and ends of posts in articles, by official and by the post as printed. What an article gives
    somebody far behind a first post is the life before it."""
    columns = ["official_id", "article_id", "position", "span_start"]
    posts = pq.read_table(folder / "positions.parquet", columns=columns).to_pandas()
    by_article = posts.groupby("article_id").indices
    rows = list(posts[["official_id", "position", "span_start"]].itertuples(index=False, name=None))
    found: dict[str, dict[str, PostChange]] = {}
    for article in read_rows(folder, "articles", ["article_id", "text", "published_at"]):
        told = article["published_at"].date() if article["published_at"] else None
        news: dict[str, int] = {}  # where a post is first given to each official
        for at in sorted(by_article.get(article["article_id"], ()), key=lambda at: rows[at][2]):
            official, printed, start = rows[at]
            change = change_at(article["text"], start, told)
            if change == "gained" and start - news.setdefault(official, start) > _NEWS:
                change = "once"
            if change:
                found.setdefault(official, {}).setdefault(printed, change)
    for official, printed in _crowded(posts):
        found.setdefault(official, {})[printed] = "once"
    return found


def _crowded(posts: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """The officials and posts of which one article makes so many former holders that a list was read too far."""
    former = posts[posts["position"].map(is_former).astype(bool)]
    for _, group in former.groupby(["article_id", "position"]):
        if len(group) > _MOST_FORMER:
            yield from group[["official_id", "position"]].itertuples(index=False, name=None)
