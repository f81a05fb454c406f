"""The complement of a post: the body and its unit after the head, up to the end of the post."""

from __future__ import annotations

import pytest

from extract.mentions.posts.complement import after_units, institution_at, read_complement
from extract.mentions.posts.find import find_bodies, find_heads
from extract.mentions.posts.state import PartialComplement, PostContext
from tests.extract.texts import bracketed_words, tokens_of


def read(text: str, name: str = "", *, closed: bool = False) -> tuple[str, PartialComplement]:
    """The words of the complement after the head in brackets; a person's name begins at the word `name`."""
    tokens, _, end = bracketed_words(text)
    names = [at for at, word in enumerate(tokens.folded) if word == name]
    context = PostContext(tokens, find_heads(tokens, find_bodies(tokens)), names)
    found = read_complement(context, end, closed=closed)
    return " ".join(tokens.folded[end : found.end]), found


@pytest.mark.parametrize(
    ("text", "complement"),
    [
        ("[Giám đốc] Sở Y tế tỉnh phát biểu", "sở y tế tỉnh"),
        ("[Giám đốc] Sở Tài nguyên và Môi trường thông báo", "sở tài nguyên và môi trường"),
        ("[Chủ tịch] UBND huyện Mường Chà phát biểu", "ubnd huyện mường chà"),
        ("[Chủ tịch] UBND tỉnh Bà Rịa - Vũng Tàu nói", "ubnd tỉnh bà rịa - vũng tàu"),
        ("[Chủ tịch] UBND TP. Lai Châu nói", "ubnd tp . lai châu"),
        ("[Chủ tịch] UBND huyện và nhân dân", "ubnd huyện"),
        ("[Trưởng] thôn 5 nói", "thôn 5"),
        ("[Bí thư] Huyện ủy, Chủ tịch HĐND huyện", "huyện ủy"),
        ("[Bí thư] Đảng ủy Khối các cơ quan tỉnh dự", "đảng ủy khối các cơ quan tỉnh"),
        ("[Trưởng ban] Quản lý các KCN tỉnh dự", "quản lý các kcn tỉnh"),
        ("[Trưởng khoa] Thận nhân tạo dự", "thận nhân tạo"),
        ("[Chủ tịch] Công đoàn Công ty Mây Xanh nói", "công đoàn công ty mây xanh"),
        ("[Tham tán] Thương mại Việt Nam tại Thái Lan nói", "thương mại việt nam tại thái lan"),
        ("[Giám đốc] Sở Y tế tại Thái Lan nói", "sở y tế"),  # no diplomat
        ("[Giám đốc] ABC điều hành", "abc"),
        ("[Giám đốc] ABC kỹ thuật nói", "abc"),  # no word in lower case continues unknown letters
        ("[Chủ tịch] CLB văn nghệ nói", "clb văn nghệ"),
        ("[Trưởng] đoàn cứu trợ bão lụt và hạn mặn nói", "đoàn cứu trợ bão lụt và hạn mặn"),
        ("[Bí thư] Huyện ủy khóa XV nói", "huyện ủy"),
        ("[Giám đốc] Sở Y tế Chủ tịch Hội Đông y nói", "sở y tế"),
        ("[Chủ tịch] Công đoàn các Khu công nghiệp tỉnh dự", "công đoàn các khu công nghiệp tỉnh"),
        ("[Trưởng] đoàn" + " kỹ thuật" * 15, ""),  # too long: as far as it is sure
        ("[Giám đốc] chủ trì", ""),
        ("[Giám đốc]", ""),
    ],
)
def test_a_complement(text: str, complement: str) -> None:
    words, found = read(text)
    assert words == complement and not found.plural


@pytest.mark.parametrize(
    ("text", "name", "complement"),
    [
        ("[Chủ tịch] UBND xã Lò Văn Khiên", "lò", "ubnd xã"),
        ("[Chủ tịch] HĐND xã Đoàn Thị Xoan dự", "đoàn", "hđnd xã"),
        ("[Phó Chủ tịch] UBND xã Trà Mun - Lê Bá Tòng", "lê", "ubnd xã trà mun"),
        ("[Phó Chủ tịch] UBND xã Trà Mun - Lê Bá Tòng", "", "ubnd xã trà mun - lê bá tòng"),  # not known as a name
        ("[Phó Trưởng phòng] Quản lý phương tiện người lái Lò Văn Khiên", "lò", "quản lý phương tiện người lái"),
        ("[Phó Trưởng phòng] Quản lý phương tiện người lái xe", "lò", "quản lý phương tiện"),
    ],
)
def test_a_complement_ends_before_a_name(text: str, name: str, complement: str) -> None:
    assert read(text, name)[0] == complement


def test_what_a_complement_says_of_its_post() -> None:
    assert read("[Chủ tịch] UBND các xã dự")[1].plural
    words, found = read("[Chủ tịch] UBND huyện Mường Chà dự")
    assert (found.unit, found.closed) == (True, True)
    assert read("[Giám đốc] Sở Y tế dự")[1].closed is False


def test_a_body_may_begin_in_the_head() -> None:
    assert read("[Giám đốc] Sở Y tế dự")[1].begin == 2
    assert read("[Trưởng ban] Quản lý các KCN tỉnh dự")[1].begin == 6  # after "ban Quản lý các KCN"


def test_a_head_that_names_its_body_takes_a_unit_only() -> None:
    assert read("[Tỉnh ủy viên] Mường Chà dự", closed=True)[0] == "mường chà"
    assert read("[Tỉnh ủy viên] kỹ thuật dự", closed=True)[0] == ""
    assert read("[Trưởng phòng] kỹ thuật dự")[0] == "kỹ thuật"


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("xã Nậm Nèn, huyện Mường Chà, tỉnh Điện Biên dự", 11),
        ("xã Nậm Nèn, huyện dự", 3),  # without a name
        ("xã Nậm Nèn, ông Khiên dự", 3),
        ("xã Nậm Nèn dự", 3),
    ],
)
def test_the_units_above_after_commas(text: str, behind: int) -> None:
    assert after_units(PostContext(tokens_of(text), {}), 3) == behind


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Công ty Mây Xanh", 2),
        ("công ty Mây Xanh", 2),
        ("công ty ấy", 0),
        ("trường Mầm non", 1),
        ("hợp tác xã Mây Xanh", 3),
        ("hợp tác xã mới", 0),
        ("UBND xã", 0),
    ],
)
def test_an_institution_with_a_name(text: str, end: int) -> None:
    assert institution_at(tokens_of(text), 0) == end
