"""The provisions of a document that are cited before or after it."""

from __future__ import annotations

import pytest

from extract.mentions.documents.provisions import provision_after, provision_before
from extract.text.document import read_document
from scraper.article import Article

CITED = "Nghị định 100/2019/NĐ-CP"


def after(text: str) -> str | None:
    document = read_document(Article(id="a", paragraphs=(f"Theo {CITED}{text}",)))
    return provision_after(document, len(f"Theo {CITED}"))


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        (", Điều 5 khoản 3 điểm a, xã xử phạt.", "Điều 5 khoản 3 điểm a"),
        (", Điều 5, khoản 3, điểm a và điểm b, xã xử phạt.", "Điều 5, khoản 3, điểm a và điểm b"),
        (" (Điều 5 khoản 3; Điều 6 khoản 1) xã xử phạt.", "Điều 5 khoản 3; Điều 6 khoản 1"),
        (", các Điều 5, 6 và 7, xã xử phạt.", "Điều 5, 6 và 7"),
        (" tại Điều 5 khoản 3, Điều 6, xã xử phạt.", "Điều 5 khoản 3, Điều 6"),
        (": khoản 3 Điều 5.", "khoản 3 Điều 5"),
        (" - Điều 5 - khoản 3 quy định mức phạt.", "Điều 5 - khoản 3"),
        (", quy định tại các điểm a, b khoản 3 Điều 5, xã phạt.", "điểm a, b khoản 3 Điều 5"),
        (", từ Điều 5 đến Điều 8, xã xử phạt.", "từ Điều 5 đến Điều 8"),
        (", Điều 5.3.a, xã xử phạt.", "Điều 5.3.a"),
        (", điểm bán hàng 3 bị phạt.", None),
        (", điểm 3 bị trừ.", None),  # a point alone may be one of a score
        (" và điều 3 người dân cần.", None),
        (", khoản 2 Điều 8 Nghị định 123/2021/NĐ-CP, xã phạt.", None),  # of the other one
        (", khoản 2 Điều 8 của Luật Đất đai, xã phạt.", None),
        (", tài khoản 2 bị khóa.", None),
        (".", None),
    ],
)
def test_the_provisions_after_a_citation(text: str, provision: str | None) -> None:
    assert after(text) == provision


@pytest.mark.parametrize(
    ("text", "provision"),
    [
        ("Theo khoản 2 Điều 5 ", "khoản 2 Điều 5"),
        ("Theo khoản 1, Điều 5 của ", "khoản 1, Điều 5"),
        ("Theo khoản 3;4/Điều 5 ", "khoản 3;4/Điều 5"),
        ("Theo khoản 3+4 Điều 5 ", "khoản 3+4 Điều 5"),
        ("Theo khoản 3 & 4 Điều 5 ", "khoản 3 & 4 Điều 5"),
        ("Theo khoản (3) Điều (5) ", "khoản (3) Điều (5)"),
        ("Theo Đ.5 k.3 ", "Đ.5 k.3"),
        ("Theo k.3, Đ.5 của ", "k.3, Đ.5"),
        ("Theo K3 Đ5 ", "K3 Đ5"),
        ("Theo khoản 3, Đ. 5 ", "khoản 3, Đ. 5"),
        ("Theo khoản 3 - Điều 5 - ", "khoản 3 - Điều 5"),
        ("Theo ", None),
        ("Trường K3 có 5 lớp theo ", None),
        ("Giá 5 k. 3 xã theo ", None),
    ],
)
def test_the_provisions_before_a_citation(text: str, provision: str | None) -> None:
    document = read_document(Article(id="a", paragraphs=(f"{text}{CITED}, xã xử phạt.",)))
    assert provision_before(document, len(text)) == provision
