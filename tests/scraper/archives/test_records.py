"""Records of WARC and ARC files: damage is one record with a fault, and the others are read."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest

from scraper.archives.records import MAX_BLOCK, WarcRecord, named_values, records
from tests.scraper.archives.made import DAY, GOOD_RECORD, URL, answer, html, numbered, record


def read(*parts: bytes, packed: bool = True, start: int = 0) -> list[WarcRecord]:
    """The records of a file; packed, each is a gzip member of its own."""
    return list(records(BytesIO(b"".join(map(gzip.compress, parts) if packed else parts)), start))


def numbers(found: list[WarcRecord]) -> list[str]:
    """The numbers of the articles whose records are whole."""
    return [one.headers["warc-target-uri"][-6] for one in found if not one.fault]


@pytest.mark.parametrize("packed", [True, False])
def test_records_have_their_offset_headers_and_block(packed: bool) -> None:
    first, second = numbered(1), numbered(2)
    found = read(first, second, packed=packed)
    assert [one.offset for one in found] == [0, len(gzip.compress(first) if packed else first)]
    assert found[0].headers["warc-date"] == DAY and found[0].type == "response" and found[0].fault is None
    assert found[1].block == answer(html("Xã Mẫu họp lần thứ 2"))
    assert read(first, second, packed=packed, start=found[1].offset) == found[1:]


def test_several_records_in_one_member_have_its_offset() -> None:
    assert [one.offset for one in read(numbered(1) + numbered(2))] == [0, 0]


@pytest.mark.parametrize(
    ("bad", "fault"),
    [
        (GOOD_RECORD.replace(b"Content-Length: ", b"Content-Length: -"), "damaged: its header gives no length"),
        (GOOD_RECORD.replace(b"Content-Length: ", b"Content-Length: 9" + b"9" * 15), "damaged: its header gives no"),
        (GOOD_RECORD[:-300], "damaged: it ends in the middle of a record"),
        (b"WARC/1.0\r\n" + b"X: y\r\n" * 300_000 + b"\r\n", "damaged: headers of more than 1,000,000 bytes"),
        (b"\n" * 100_000, "damaged: nothing but blank lines"),
        (b"no record\r\n", "damaged: its header gives no length"),
        (record(b" " * (MAX_BLOCK + 7)), f"too large: {MAX_BLOCK + 7:,} bytes"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_record_has_a_fault_and_the_others_are_read(bad: bytes, fault: str) -> None:
    found = read(numbered(1), bad, numbered(2))
    assert numbers(found) == ["1", "2"]
    (named,) = (one for one in found if one.fault)
    assert named.offset == len(gzip.compress(numbered(1))) and (named.fault or "").startswith(fault)


@pytest.mark.parametrize("length", [b"10", b"99999", b"1x"])
def test_in_a_plain_file_the_next_record_is_found_after_a_wrong_length(length: bytes) -> None:
    head, _, rest = numbered(1).partition(b"Content-Length: ")
    wrong = head + b"Content-Length: " + length + b"\r\n" + rest.partition(b"\r\n")[2]
    found = read(wrong, numbered(2), packed=False)
    assert numbers(found) == ["2"]
    assert [one.offset for one in found if one.fault] == [0]


@pytest.mark.parametrize("position", range(5, 95, 9))
def test_a_flipped_byte_of_a_packed_file_costs_at_most_its_record(position: int) -> None:
    """The byte is in the middle record of three, at a position in percent of its length."""
    first, middle, last = (gzip.compress(numbered(number), mtime=0) for number in (1, 2, 3))
    broken = bytearray(middle)
    broken[len(broken) * position // 100] ^= 0x10
    found = list(records(BytesIO(first + broken + last)))
    assert {"1", "3"} <= set(numbers(found))
    assert numbers(found) == ["1", "2", "3"] or any(one.fault for one in found)


@pytest.mark.parametrize("part", ["W", "WARC", "/1.0", "Length: ", "end"])
def test_a_flipped_byte_of_a_plain_file_costs_at_most_its_record(part: str) -> None:
    middle = bytearray(numbered(2))
    middle[len(middle) - 1 if part == "end" else middle.index(part.encode()) + len(part) - 1] ^= 1
    found = read(numbered(1), bytes(middle), numbered(3), packed=False)
    assert {"1", "3"} <= set(numbers(found))


def test_a_whole_record_before_a_damaged_first_line_is_kept() -> None:
    """The damage is in the line after it, which differs from the first line of a record in one byte."""
    found = read(numbered(1), b"XARC/1.0" + numbered(2)[8:], numbered(3), packed=False)
    assert numbers(found) == ["1", "3"] and len(found) == 3


ARC_HEAD = b"filedesc://a.arc 0.0.0.0 20050607080910 text/plain 9\n1 0 kho.x\n"


@pytest.mark.parametrize(
    ("line", "headers"),
    [
        (
            f"{URL} 203.0.113.7 20050607080910 text/html 25\n".encode(),
            {"warc-type": "response", "warc-target-uri": URL, "warc-date": "2005-06-07T08:09:10Z"},
        ),
        (
            f"{URL} 203.0.113.7 20051307080910 text/html 200 - - 25\n".encode(),
            {"warc-type": "response", "warc-target-uri": URL, "warc-date": ""},
        ),
    ],
)
def test_a_record_of_an_arc_file_has_the_headers_of_a_warc_record(line: bytes, headers: dict[str, str]) -> None:
    about, page = read(ARC_HEAD, b"\n" + line + b"HTTP/1.0 200 OK\r\n\r\n<html>\n", packed=False)
    assert about.type == "warcinfo"
    assert page.headers == headers | {"content-length": "25"} and page.block == b"HTTP/1.0 200 OK\r\n\r\n<html>"


def test_an_empty_file_has_no_records() -> None:
    assert read(packed=False) == []


def test_a_file_with_a_broken_dictionary_is_one_fault() -> None:
    head = b"\x5d\x2a\x4d\x18" + (4).to_bytes(4, "little") + b"\x28\xb5\x2f\xfd"
    (found,) = records(BytesIO(head + b"\x28\xb5\x2f\xfd"))
    assert (found.offset, found.type) == (0, "") and (found.fault or "").startswith("damaged: its dictionary")


@pytest.mark.parametrize(
    ("lines", "values"),
    [
        ([b"Content-Type: text/html\r"], [("content-type", "text/html")]),
        ([b"X: a", b" b", b"\tc"], [("x", "a b c")]),
        ([b" X: a"], [("x", "a")]),
        ([b"no colon", b"URL:http://mau.example:80/"], [("url", "http://mau.example:80/")]),
        ([b"X: \xc3\xa9", b"Y: \xe9"], [("x", "é"), ("y", "é")]),
    ],
)
def test_headers_of_lines(lines: list[bytes], values: list[tuple[str, str]]) -> None:
    assert list(named_values(lines)) == values
