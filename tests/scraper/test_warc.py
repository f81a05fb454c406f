"""WARC files: written pages are read back, and a truncated file is cut to the last complete record."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from scraper.article import Page
from scraper.warc import OPEN, Archive, read_page, record_of, recover, sound_length
from tests.scraper.stored import iter_pages


def page(number: int) -> Page:
    body = f"<html><body><p>Hội nghị số {number}.</p></body></html>".encode() * 50
    headers = {"content-type": "text/html; charset=utf-8", "content-encoding": "gzip", "x-tieu-de": "a, b"}
    url = f"http://127.0.0.1/tin-{number}.html"
    return Page(url, url, "2024-03-12T01:02:03Z", 200, headers, body, sha256(body).hexdigest())


def test_pages_come_back_byte_for_byte(tmp_path: Path) -> None:
    archive = Archive(tmp_path, "thu")
    places = [archive.append(record_of(page(number))) for number in range(3)]
    assert read_page(tmp_path, places[1].file, places[1].offset).body == page(1).body  # while it is being written
    archive.close()
    (path,) = tmp_path.glob("*.warc.gz")
    read = list(iter_pages(path))
    assert [one.body for one, _ in read] == [page(number).body for number in range(3)]
    assert [place for _, place in read] == places
    assert read[0][0].headers["x-archive-orig-content-encoding"] == "gzip"


@pytest.mark.parametrize("cut", [1, 7, 100, 250])
def test_a_torn_last_record_is_cut(tmp_path: Path, cut: int) -> None:
    archive = Archive(tmp_path, "thu")
    whole = [archive.append(record_of(page(number))) for number in range(3)]
    torn = record_of(page(3))[:-cut]
    (path,) = tmp_path.glob(f"*{OPEN}")
    with path.open("ab") as file:
        file.write(torn)
    assert sound_length(path) == whole[-1].offset + whole[-1].length
    recover(tmp_path, "thu")
    (sealed,) = tmp_path.glob("*.warc.gz")
    assert len(list(iter_pages(sealed))) == 3
    assert not list(tmp_path.glob(f"*{OPEN}"))


def test_a_file_without_a_whole_record_goes(tmp_path: Path) -> None:
    (tmp_path / f"thu-00000.warc.gz{OPEN}").write_bytes(record_of(page(0))[:50])
    recover(tmp_path, "thu")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("where", [0, 1, 40, -30, -1])
@pytest.mark.parametrize("number", [0, 1])
def test_a_flipped_byte_costs_its_record_and_what_is_whole_behind_it_stays(
    tmp_path: Path, number: int, where: int
) -> None:
    archive = Archive(tmp_path, "thu")
    places = [archive.append(record_of(page(number))) for number in range(3)]
    (path,) = tmp_path.glob(f"*{OPEN}")
    content = bytearray(path.read_bytes())
    content[places[number].offset + where % places[number].length] ^= 1
    path.write_bytes(content + record_of(page(3))[:-9])
    recover(tmp_path, "thu")
    (sealed,) = tmp_path.glob("*.warc.gz")
    assert sealed.stat().st_size == places[2].offset + places[2].length
    assert read_page(tmp_path, sealed.name, places[2].offset).body == page(2).body


def test_no_value_of_a_page_begins_a_header_of_the_archive(tmp_path: Path) -> None:
    odd = "một\r\nWARC-Type: warcinfo\r\n\r\nhai\x00"
    headers = {"x-tieu-de": odd, "đầu\r\nx": "ba", "x-nua": "\ud83d", "x-chu": "Hội nghị"}
    written = replace(page(1), requested_url=odd, headers=headers)
    (tmp_path / "a.warc.gz").write_bytes(record_of(written) + record_of(written))
    first, second = (one for one, _ in iter_pages(tmp_path / "a.warc.gz"))
    assert first.body == second.body == page(1).body
    assert all("\n" not in name + value for name, value in first.headers.items())
    assert "WARC-Type" in first.headers["x-tieu-de"]
