"""External lines of JSON: numbers, limits, plain and compressed; and the reasons why one is not an object."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from scraper.boundary.json_lines import DamagedFile, json_object, numbered_lines, open_lines


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        (b"a\n\n  \nb", [(1, b"a\n"), (4, b"b")]),
        (b"", []),
        (b"123456789\nb\n", [(1, None), (2, b"b\n")]),  # only the line that is too long is skipped
        (b"123456789", [(1, None)]),
        (b"12345678\n", [(1, None)]),
        (b"1234567\n", [(1, b"1234567\n")]),
    ],
)
def test_lines_with_their_numbers(data: bytes, lines: list[tuple[int, bytes | None]]) -> None:
    assert list(numbered_lines(io.BytesIO(data), limit=8)) == lines


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_file_is_unpacked_by_its_first_bytes(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    (tmp_path / "a.jsonl").write_bytes(pack(b'{"a": 1}\n'))
    with open_lines(tmp_path / "a.jsonl") as stream:
        assert [json_object(line) for _, line in numbered_lines(stream)] == [{"a": 1}]


def test_a_broken_packing_is_told_with_its_line(tmp_path: Path) -> None:
    packed = gzip.compress(b'{"a": 1}\n' * 50_000)
    (tmp_path / "a.jsonl").write_bytes(packed[: len(packed) // 2])
    with open_lines(tmp_path / "a.jsonl") as stream, pytest.raises(DamagedFile, match=r"damaged from line \d+ on"):
        list(numbered_lines(stream))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (None, "longer than 20 MB"),
        (b"\xff{}", "not UTF-8: invalid start byte at byte 0"),
        (b'{"a": }', "not JSON: Expecting value at character 7"),
        (b"[1]", "a JSON object is expected, not list"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_why_a_line_is_no_object(line: bytes | None, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        json_object(line)


def test_a_mark_of_the_byte_order_is_no_fault() -> None:
    assert json_object("\ufeff{}".encode()) == {}
