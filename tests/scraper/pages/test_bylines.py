"""Author and source of an article, by the lines at its end."""

from __future__ import annotations

import pytest

from scraper.pages.bylines import read_author, read_label, read_source, signatures
from scraper.pages.names import is_name
from scraper.pages.page_block import PageBlock, Style

TEXT = "Hội nghị thống nhất các nhiệm vụ trọng tâm của xã trong quý tới."


def end_of(*lines: str, right: bool = False) -> list[PageBlock]:
    return [PageBlock(TEXT), *(PageBlock(line, Style(right=right)) for line in lines)]


@pytest.mark.parametrize(
    ("lines", "author", "source"),
    [
        (["Bài, ảnh: Lò Văn Mẫu"], "Lò Văn Mẫu", None),
        (["Tin, ảnh LÒ VĂN MẪU (Đài Truyền thanh huyện)"], "LÒ VĂN MẪU", None),
        (["Tin Lò Mẫu – Vi Thử"], "Lò Mẫu – Vi Thử", None),
        (["Lò Mẫu"], "Lò Mẫu", None),
        (["Lò Mẫu (tổng hợp)"], "Lò Mẫu", None),
        (["Vi Thử – ĐTT."], "Vi Thử – ĐTT", None),
        (["Lò Mẫu – Quỹ Bảo vệ rừng tỉnh Mẫu"], "Lò Mẫu", None),
        (["Tin, ảnh: Lò Mẫu - Văn phòng UBND xã"], "Lò Mẫu", None),
        (["Lò Mẫu – Hội An"], "Lò Mẫu – Hội An", None),
        (["Nhóm PV"], "Nhóm PV", None),
        (["Nhóm PV thực hiện"], "Nhóm PV", None),
        (["Theo Báo Mẫu"], None, "Báo Mẫu"),
        (["Theo baomau.vn"], None, "baomau.vn"),
        (["Nguồn: http://baomau.vn"], None, "http://baomau.vn"),
        (["Nguồn Báo Mẫu điện tử"], None, "Báo Mẫu điện tử"),
        (["Tác giả: Lò Mẫu | Nguồn: Báo Mẫu"], "Lò Mẫu", "Báo Mẫu"),
        (["Lò Mẫu", "Pho Ban bien tap"], "Lò Mẫu", None),
        (["Lò Mẫu", "Người đăng: admin", "Lượt xem: 12"], "Lò Mẫu", None),
        (["Lò Mẫu", "Xem chi tiết tại đây"], "Lò Mẫu", None),
        (["Theo Báo Mẫu", "thời sự, xã hội"], None, "Báo Mẫu"),
        (["Theo Lò Văn Mẫu", "Vietmau"], "Lò Văn Mẫu", "Vietmau"),
        (["Theo Lò Văn Mẫu", "Đài Truyền thanh huyện Mẫu"], "Lò Văn Mẫu", "Đài Truyền thanh huyện Mẫu"),
        (["Lò Mẫu (theo Báo Mẫu)"], "Lò Mẫu", "Báo Mẫu"),
        (["Lò Mẫu", "(Đài TT-TH huyện Mẫu)"], "Lò Mẫu", "Đài TT-TH huyện Mẫu"),
        (["Lò Mẫu - TTXVN"], "Lò Mẫu", None),
        (["Lò Văn Mẫu – Phó Hiệu trưởng Trường THPT Mẫu"], "Lò Văn Mẫu", None),
    ],
)
def test_signatures(lines: list[str], author: str | None, source: str | None) -> None:
    kept, byline = signatures(end_of(*lines))
    assert (byline.author, byline.source) == (author, source)
    assert [block.text for block in kept] == [TEXT]


@pytest.mark.parametrize(
    "lines",
    [
        ["Hiệu trưởng", "Lò Văn Mẫu"],
        ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lò Văn Mẫu"],
        ["Trưởng ban: Lò Văn Mẫu", "Vi Văn Thử – Phó Chủ tịch xã", "Cầm Văn Tên – Phó Bí thư"],
    ],
)
def test_names_of_who_signs_a_letter_and_lists_of_persons_are_of_the_text(lines: list[str]) -> None:
    kept, byline = signatures(end_of(*lines))
    assert [block.text for block in kept] == [TEXT, *lines]
    assert byline.author is None


@pytest.mark.parametrize(
    "line",
    [
        "Theo kế hoạch, hội nghị kết thúc ngày 15/5.",
        "PV: Xin trân trọng cảm ơn ông!",
        "Ban Thường vụ",
        "CÚ PHÁP NHẮN TIN",
        "Tổng số 12 hộ",
        "Quang cảnh buổi lễ ra quân",
    ],
)
def test_lines_that_are_no_signatures(line: str) -> None:
    kept, byline = signatures(end_of(line))
    assert (byline.author, byline.source) == (None, None) and len(kept) == 2


def test_a_line_on_the_right_is_a_signature_and_brackets_name_a_source() -> None:
    kept, byline = signatures(end_of("Ban Biên tập Mẫu", right=True))
    assert byline.author and len(kept) == 1
    assert signatures([PageBlock(f"{TEXT} (Theo TTXVN)")])[1].source == "TTXVN"


def test_labels_are_told_apart() -> None:
    assert read_author("Tác giả: Lò Mẫu") == "Lò Mẫu" and read_author("Nguồn: Báo Mẫu") is None
    assert read_source("(Nguồn: Báo Mẫu)") == "Báo Mẫu" and read_source("Tác giả: Lò Mẫu") is None
    assert read_label("Người đăng: Lò Mẫu") is None and read_label("Hội nghị") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [("Lò Văn Mẫu", True), ("Quốc Huy", True), ("UBND Xã Mẫu", False), ("The Daily Share", False), ("Lò mẫu", False)],
)
def test_names(text: str, name: bool) -> None:
    assert is_name(text) == name
