"""Properties that hold for any text: nothing is raised, spans have their quotes, rows satisfy their declarations."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import extract
from extract.declaration.columns import Column
from extract.declaration.tables import Row
from extract.limits import Limits, extract_rows
from extract.results import Extraction
from extract.tables.rows import TABLES, rows_of
from scraper.article import Article

# The words that the finders look for, so that random texts have many near misses of dates, documents and officials.
FRAGMENTS = (
    "Sáng ngày 12/3",
    "ngày 31/02/2021",
    "ngày 0/0/0000",
    "từ ngày 5 đến ngày 7/6",
    "tháng 13 năm 2020",
    "nhiệm kỳ 2020 - 2025",
    "99/99",
    "1.640",
    "999999999999999999999999",
    "0,5",
    "hơn",
    "từ 50 đến 60",
    "đại biểu",
    "học viên",
    "người",
    "Kế hoạch số 54/KH-UBND",
    "Nghị quyết số",
    "18, 19-NQ/TW",
    "số 5/2021/TT-",
    "khoản 2 Điều 5",
    "UBND huyện Sông Trăng",
    "tỉnh Điện Biên",
    "xã Mường Thử",
    "đồng chí",
    "các đồng chí:",
    "ông Vừ A Tủa",
    "Vàng Thị Sáng Nguyệt",
    "H'Lan Niê",
    "Phó Bí thư Thường trực",
    "Chủ tịch HĐND",
    "Trưởng Ban Tuyên giáo",
    "nguyên",
    "Đại tá",
    "chủ trì",
    "tổ chức hội nghị",
    "tập huấn",
    "dự và phát biểu",
    "(ảnh:",
    "không tổ chức",
    "²³",
    "٣/٣",
    "Ⅳ",
    "İ",
    "\ud800",
    "\u200b",
    "😀",
    "\x00",
    "\n",
    ".",
    ",",
    ";",
    "-",
    "(",
    ")",
    ":",
    "“",
    "và",
)
ANY_TEXT = st.text(max_size=200)
LIKE_NEWS = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=6), max_size=40).map(" ".join)
TOKENS = st.sampled_from((*FRAGMENTS, " ", "1", "A", "và "))
RUNS = st.builds(lambda token, times: token * times, TOKENS, st.integers(0, 300))
TEXTS = ANY_TEXT | LIKE_NEWS | RUNS
PUBLISHED = st.sampled_from((None, "2024-05-15", "2021-02-24T10:33:48+07:00", "0001-01-01", "9999-12-31", "hôm qua"))
ARTICLES = st.builds(
    Article,
    id=st.just("a1"),
    title=TEXTS,
    lead=TEXTS,
    paragraphs=st.lists(TEXTS, max_size=4).map(tuple),
    captions=st.lists(TEXTS, max_size=1).map(tuple),
    published_at=PUBLISHED,
)


@settings(max_examples=300, deadline=None)
@given(ARTICLES)
def test_any_article_gives_rows_that_keep_their_declarations(article: Article) -> None:
    rows = rows_of(extract(article))
    for table in TABLES:
        for row in rows[table.name]:
            assert not list(faults(row, table.columns)), table.name
        assert_unique(rows[table.name], table.primary_key)
        assert_evidence(rows[table.name], str(rows["articles"][0]["text"]))
    assert_foreign_keys(rows)


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_the_text_can_be_written_as_utf8(article: Article) -> None:
    extract(article).text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_the_same_article_gives_the_same_rows(article: Article) -> None:
    assert rows_of(extract(article)) == rows_of(extract(article))


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
def test_composed_and_decomposed_letters_give_the_same_rows(article: Article) -> None:
    assert facts(spelled("NFC", article)) == facts(spelled("NFD", article))


def test_ids_do_not_change() -> None:
    """Ids must be stable, since tables of different years are joined by them."""
    found = extract(
        Article(
            id="a1",
            title="Hội nghị tập huấn công tác Mặt trận",
            paragraphs=("Sáng ngày 12/3/2024, UBND huyện tổ chức hội nghị theo Kế hoạch số 54/KH-UBND.",),
            published_at="2024-03-13",
        )
    )
    rows = rows_of(found)
    assert [row["event_id"] for row in rows["events"]] == ["e9a0aa474dad7cb7d"]
    assert [row["citation_id"] for row in rows["documents"]] == ["cddb242acb65462ca"]


@pytest.mark.parametrize(
    "token", ["   ", "1.", "1,", "1 ", "A ", "Nguyễn ", "và ", "- ", "(", "đồng chí ", "số ", "ngày 1/", "Phó ", "\n"]
)
def test_work_grows_with_the_length_of_the_text_and_not_with_its_square(token: str) -> None:
    """Counts function calls, which do not depend on the machine; `benchmarks/bench_linear.py` measures the time."""
    small, large = (calls_of(token * times) for times in (200, 2000))
    assert large < 15 * small + 1000


@pytest.mark.parametrize("token", [".", "…", "?", ".”", "- ", "-\n", "Ông ", "ông Ông ", "UBND ", "H'A "])
def test_a_text_of_a_hundred_thousand_characters_is_done_within_its_limit(token: str) -> None:
    """A pattern that scans it again from every position takes minutes; linear work takes a second or two."""
    text = token * (100_000 // len(token))
    extract_rows(Article(id="a1", paragraphs=(text,), published_at="2024-05-15"), Limits(seconds=30))


@pytest.mark.parametrize(
    "text", ["họp hôm\nnay tại xã", "Sáng\nnay, xã họp.", "ngày hôm\nqua", "ông Ông", "bà Bà", "Ông"]
)
def test_words_that_a_line_or_the_text_ends_in_are_read(text: str) -> None:
    extract(Article(id="a1", paragraphs=(text,), published_at="2024-05-15"))


def calls_of(text: str) -> int:
    """The number of function calls in the extraction of a text."""
    article = Article(id="a1", paragraphs=(text,), published_at="2024-05-15")
    extract(article)
    count = 0

    def counted(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        extract(article)
    finally:
        sys.setprofile(None)
    return count


def spelled(form: str, article: Article) -> Extraction:
    def spell(text: str) -> str:
        return unicodedata.normalize(form, text)  # type: ignore[arg-type]

    return extract(
        Article(
            id=article.id,
            title=spell(article.title),
            lead=spell(article.lead),
            paragraphs=tuple(map(spell, article.paragraphs)),
            captions=tuple(map(spell, article.captions)),
            published_at=article.published_at,
        )
    )


def facts(found: Extraction) -> Mapping[str, Sequence[Row]]:
    """All rows but that of the article, which has title and lead as they were printed."""
    return {
        name: [{key: cell for key, cell in row.items() if key != "title"} for row in rows]
        for name, rows in rows_of(found).items()
        if name != "articles"
    }


TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "date": str,
    "partial_date": str,
    "timestamp": str,
    "list": tuple,
}
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def faults(row: Row, columns: Sequence[Column]) -> Iterator[str]:
    """The cells of a row that violate the declarations of their columns."""
    if list(row) != [column.name for column in columns]:
        yield f"columns {list(row)}"
    for column in columns:
        cell = row.get(column.name)
        if cell is None or cell == "":
            if column.required:
                yield f"{column.name} is empty"
        elif not isinstance(cell, TYPES[column.type]):
            yield f"{column.name} is {cell!r}"
        elif column.values and cell not in column.values:
            yield f"{column.name} has no word {cell!r}"
        elif column.type == "partial_date" and not PARTIAL_DATE.fullmatch(str(cell)):
            yield f"{column.name} is no date: {cell!r}"
        elif column.name.endswith("confidence") and not 0 <= float(str(cell)) <= 1:
            yield f"{column.name} is {cell!r}"


def assert_unique(rows: Sequence[Row], key: tuple[str, ...]) -> None:
    keys = [tuple(row[name] for name in key) for row in rows] if key else []
    assert len(keys) == len(set(keys))


def assert_evidence(rows: Sequence[Row], text: str) -> None:
    for row in rows:
        if "quote" in row:
            start, end = int(str(row["span_start"])), int(str(row["span_end"]))
            assert 0 <= start < end <= len(text)
            assert text[start:end] == row["quote"]


def assert_foreign_keys(rows: Mapping[str, Sequence[Row]]) -> None:
    for table in TABLES:
        for field, target in table.foreign_keys:
            known = {row[field] for row in rows[target]}
            assert {row[field] for row in rows[table.name]} <= known | {None}
