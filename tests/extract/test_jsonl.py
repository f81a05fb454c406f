"""Articles from JSON Lines: the accepted values, and the messages for bad lines."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from extract.jsonl import BadLine, parse_line, read_articles
from scraper.article import Article, Place


def nowhere(site_id: str | None, url: str | None) -> Place:
    return Place()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "1", "text": ', "not JSON"),
        (b"[1, 2]", "a JSON object is expected, not list"),
        (b'{"text": "x"}', "id: Field required"),
        (b'{"id": "", "text": "x"}', "id: String should have at least 1 character"),
        (b'{"id": "1"}', "text: Field required"),
        (b'{"id": "1", "text": 5}', "text: Input should be a valid string"),
        (
            b'{"id": "1", "text": "x", "published": "12/03/2021"}',
            "published: Value error, '12/03/2021' is not an ISO day",
        ),
        (b'{"id": "1", "text": "\xff"}', "not UTF-8"),
        (b'{"id": "1", "text": "x", "url": "http://[::1/tin"}', "url: Value error, 'http://.*' is not a URL"),
        (b'{"id": "1", "text": "x", "url": "http://mau.example:cong/"}', "url: Value error, .* is not a URL"),
        (b"[" * 100_000, "not JSON that can be read: nested too deeply"),
        (b'{"id": "1", "text": "x", "a": ' + b'{"a": ' * 50_000, "not JSON that can be read: nested too deeply"),
        (b'{"id": ' + b"1" * 5_000 + b"}", "Exceeds the limit"),
        (None, "longer than 20 MB"),
    ],
)
def test_a_bad_line_is_refused_with_its_reason(line: bytes | None, reason: str) -> None:
    with pytest.raises(ValueError, match="^" + reason):
        parse_line(line, nowhere)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"id": "ml-7", "text": 5}', "text: Input should be a valid string (id 'ml-7')"),
        (b'{"id": "ml-7"}', "text: Field required (id 'ml-7')"),
        (b'{"id": 7, "text": "x"}', "id: Input should be a valid string"),
    ],
)
def test_a_refused_line_is_named_by_its_id(line: bytes, reason: str) -> None:
    with pytest.raises(ValueError) as raised:
        parse_line(line, nowhere)
    assert str(raised.value) == reason


@pytest.mark.parametrize(
    ("published", "precision"),
    [("2021-03-12", "day"), ("2021-03-12T08:30", "minute"), ("2021-03-12T08:30:05+07:00", "second"), (None, None)],
)
def test_the_length_of_the_publication_time_tells_its_precision(published: str | None, precision: str | None) -> None:
    article = parse_line(json.dumps({"id": "1", "text": "x", "published": published}).encode(), nowhere)
    assert (article.published_at, article.published_precision) == (published, precision)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31T23:59:59Z", "0000-00-00", "1970-01-01T00:00:00+00"])
def test_a_first_or_last_day_of_the_calendar_is_no_publication(published: str) -> None:
    article = parse_line(json.dumps({"id": "1", "text": "x", "published": published}).encode(), nowhere)
    assert (article.published_at, article.published_precision) == (None, None)


def test_strings_are_cleaned_as_they_come_in() -> None:
    values = {"id": "a\u0000\ud83d", "title": "Họp\r\ngiao ban\u001b[31m", "text": "Một\rHai \ud83d", "author": "A\nB"}
    article = parse_line(json.dumps(values).encode().replace(b"\\\\", b"\\"), nowhere)
    assert (article.id, article.title, article.author) == ("a\ufffd", "Họp giao ban[31m", "A B")
    assert article.paragraphs == ("Một", "Hai \ufffd")


def test_a_packed_file_is_unpacked_and_its_damage_named(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "text": "x"}\n' % number for number in range(2_000))
    file = tmp_path / "a.jsonl"
    file.write_bytes(gzip.compress(lines))
    assert len(list(read_articles(file, nowhere))) == 2_000
    file.write_bytes(gzip.compress(lines)[:-200])
    *_, last = read_articles(file, nowhere)
    assert isinstance(last, BadLine) and "damaged from line" in last.reason


def test_a_line_without_end_fills_no_memory(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    with file.open("wb") as out:
        out.write(b'{"id": "0", "text": "x"}\n')
        for _ in range(30):
            out.write(b" " * 1_000_000)
        out.write(b'{"id": "1", "text": "x"}\n{"id": "2", "text": "x"}\n')
    lines = list(read_articles(file, nowhere))
    assert [line.id if isinstance(line, Article) else line.number for line in lines] == ["0", 2, "2"]


def test_a_crawls_own_lines_are_taken_with_their_paragraphs() -> None:
    article = parse_line(
        '{"id": "1", "title": "T", "paragraphs": ["Một", "Hai"], "captions": ["Ảnh"]}'.encode(), nowhere
    )
    assert (article.title, article.paragraphs, article.captions) == ("T", ("Một", "Hai"), ("Ảnh",))


def test_the_unit_comes_from_the_site_or_the_address() -> None:
    seen = []

    def place_of(site_id: str | None, url: str | None) -> Place:
        seen.append((site_id, url))
        return Place(province="Điện Biên")

    article = parse_line(b'{"id": "1", "text": "x", "site_id": "s", "url": "http://h/"}', place_of)
    assert article.place.province == "Điện Biên" and seen == [("s", "http://h/")]


def test_bad_lines_and_repeated_ids_are_named_with_their_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"id": "1", "text": "x"}\n\nnope\n{"id": "1", "text": "y"}\n{"id": "2", "text": "z"}\n', encoding="utf-8"
    )
    lines = list(read_articles(file, nowhere))
    assert [line.id for line in lines if isinstance(line, Article)] == ["1", "2"]
    assert [str(line) for line in lines if isinstance(line, BadLine)] == [
        f"{file}:3: not JSON: Expecting value at character 1",
        f"{file}:4: id '1' was already given on line 1",
    ]
