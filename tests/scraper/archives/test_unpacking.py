"""Compressed files as members, read in bounded pieces and found again after a damaged one."""

from __future__ import annotations

import gzip
from io import BytesIO

import pytest
from backports import zstd

from scraper.archives.unpacking import Damaged, Member, find, members, read_through

TEXTS = [f"Xã Mẫu họp lần thứ {number}. ".encode() * 40 for number in range(3)]


def contents(data: bytes, start: int = 0) -> list[bytes | None]:
    """What the members of a file hold; None for a damaged one."""

    def content(member: Member) -> bytes | None:
        try:
            return member.read()
        except Damaged:
            return None

    return [content(member) for member in members(BytesIO(data), start)]


def frames(texts: list[bytes], dictionary: bytes, packed: bool = False) -> bytes:
    """A .warc.zst with a dictionary, which may be compressed itself."""
    shown = zstd.compress(dictionary) if packed else dictionary
    head = b"\x5d\x2a\x4d\x18" + len(shown).to_bytes(4, "little") + shown
    return head + b"".join(zstd.compress(text, zstd_dict=zstd.ZstdDict(dictionary)) for text in texts)


GZIPPED = list(map(gzip.compress, TEXTS))
TRAINED = zstd.train_dict(TEXTS * 50, 1_000).dict_content


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"".join(GZIPPED), TEXTS),
        (b"".join(map(zstd.compress, TEXTS)), TEXTS),
        (frames(TEXTS, TRAINED), TEXTS),
        (frames(TEXTS, TRAINED, packed=True), TEXTS),
        (b"".join(TEXTS), [b"".join(TEXTS)]),
        (b"", [b""]),
    ],
    ids=["gzip", "zstd", "zstd with dictionary", "zstd with packed dictionary", "plain", "empty"],
)
def test_members_of_every_packing(data: bytes, texts: list[bytes]) -> None:
    assert contents(data) == texts


def test_members_know_where_they_begin_and_end_and_can_be_read_from_there() -> None:
    data, places = b"".join(GZIPPED), []
    for member in members(BytesIO(data)):
        assert member.packed and read_through(member)
        places.append((member.offset, member.end))
    first, second = len(GZIPPED[0]), len(GZIPPED[0] + GZIPPED[1])
    assert places == [(0, first), (first, second), (second, len(data))]
    assert contents(data, second) == TEXTS[2:]


def test_a_plain_file_is_one_member_that_can_be_sought_in() -> None:
    (member,) = members(BytesIO(b"WARC/1.0 one WARC/1.0 two"))
    assert not member.packed and member.seekable()
    member.seek(13)
    assert (member.tell(), member.read()) == (13, b"WARC/1.0 two")


@pytest.mark.parametrize("packed", [GZIPPED, list(map(zstd.compress, TEXTS))], ids=["gzip", "zstd"])
def test_after_a_damaged_member_the_next_is_found(packed: list[bytes]) -> None:
    broken = packed[1][:20] + bytes(len(packed[1]) - 20)
    assert contents(packed[0] + broken + packed[2]) == [TEXTS[0], None, TEXTS[2]]


def test_a_file_whose_first_member_has_no_magic_is_still_compressed() -> None:
    assert contents(b"\x00" + GZIPPED[0][1:] + GZIPPED[1])[-1] == TEXTS[1]


@pytest.mark.parametrize("cut", [1, 9, 30])
def test_a_member_that_ends_too_early_is_damaged(cut: int) -> None:
    torn = GZIPPED[0][:-cut]
    with pytest.raises(Damaged, match="it ends in the middle of a record"):
        next(members(BytesIO(torn))).read()
    assert not read_through(next(members(BytesIO(torn))))


def test_a_large_member_is_read_in_bounded_pieces() -> None:
    member = next(members(BytesIO(gzip.compress(bytes(5_000_000)))))
    assert len(member.read(1_000) or b"") == 1_000
    assert member.end < 100_000


@pytest.mark.parametrize("content", [b"\x28\xb5\x2f\xfd broken", b"short"])
def test_a_broken_dictionary_is_named(content: bytes) -> None:
    data = b"\x5d\x2a\x4d\x18" + len(content).to_bytes(4, "little") + content + zstd.compress(TEXTS[0])
    with pytest.raises(Damaged, match="its dictionary: "):
        contents(data)


@pytest.mark.parametrize(
    ("data", "start", "offset"),
    [
        (b"a WARC/1.0", 0, 2),
        (b"WARC/ WARC/", 1, 6),
        (b"a" * 65_534 + b"WARC/1.0", 0, 65_534),  # across two pieces
        (b"a" * 200_000, 0, None),
        (b"WAR", 0, None),
        (b"", 0, None),
    ],
    ids=["further on", "from a start on", "across pieces", "not there", "too short", "empty"],
)
def test_the_next_occurrence_of_bytes(data: bytes, start: int, offset: int | None) -> None:
    assert find(BytesIO(data), b"WARC/", start) == offset
