"""Numbers and codes of documents, with the noise of real pages."""

from __future__ import annotations

import pytest

from extract.mentions.documents.symbols import read_symbol


@pytest.mark.parametrize(
    ("printed", "number", "year", "symbol"),
    [
        ("17/2022/TT-BNV", "17", "2022", "17/2022/TT-BNV"),
        ("208/2019/NQ-UBTVQH14", "208", "2019", "208/2019/NQ-UBTVQH14"),
        ("41/2018/QH14", "41", "2018", "41/2018/QH14"),
        ("30a/2008/NQ-CP", "30a", "2008", "30a/2008/NQ-CP"),
        ("07/CT-UBND", "07", None, "07/CT-UBND"),
        ("33-CT/TW", "33", None, "33-CT/TW"),
        ("21/TT/MTTQ-BTT", "21", None, "21/TT/MTTQ-BTT"),
        ("91 - KL/TW", "91", None, "91-KL/TW"),
        ("266 - QĐ/TWĐTN-VP", "266", None, "266-QĐ/TWĐTN-VP"),
        ("77 QĐ/TWĐTN", "77", None, "77QĐ/TWĐTN"),
        ("715/NQ – UVBTVQH 14", "715", None, "715/NQ-UVBTVQH14"),
        ("12/2021/NQLT-UBTVQH14-\nCP-ĐCTUBTWMTTQVN", "12", "2021", "12/2021/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN"),
        ("3102/VPCP-KGVX", "3102", None, "3102/VPCP-KGVX"),
        ("2518/BC-UBPL15", "2518", None, "2518/BC-UBPL15"),
        ("32/kl TW", "32", None, "32/klTW"),
        ("32-kl/tw", "32", None, "32-kl/tw"),
        ("15/kh-ubnd", "15", None, "15/kh-ubnd"),
        ("23/tt-blđtbxh", "23", None, "23/tt-blđtbxh"),
        ("18-NQ TW", "18", None, "18-NQTW"),
        ("73/QĐ.UBND", "73", None, "73/QĐ.UBND"),
        ("88/BVHTT&DL-DSVH", "88", None, "88/BVHTT&DL-DSVH"),
    ],
)
def test_a_number_with_its_code(printed: str, number: str, year: str | None, symbol: str) -> None:
    read = read_symbol(printed + " của", 0)
    assert read is not None
    assert (read.number, read.year, read.text) == (number, year, symbol)
    assert printed[read.span.start : read.span.end] == printed


@pytest.mark.parametrize(
    "printed",
    ["12/4/2020", "12 - Hà Nội", "18 UBND tỉnh", "24-2-21.jpg", "3/4", "20 NQ của", "5 GB", "5/tt", "32/kl"],
)
def test_days_places_and_counts_have_no_code(printed: str) -> None:
    assert read_symbol(printed, 0) is None


@pytest.mark.parametrize(
    ("printed", "type_code", "bodies", "term"),
    [
        ("715/NQ-UBTVQH14", "NQ", ("UBTVQH",), "14"),
        ("41/2018/QH14", None, ("QH",), "14"),
        ("3102/VPCP-KGVX", None, ("VPCP", "KGVX"), None),
        ("33-CT/TW", "CT", ("TW",), None),
    ],
)
def test_a_code_tells_type_body_and_term(
    printed: str, type_code: str | None, bodies: tuple[str, ...], term: str | None
) -> None:
    read = read_symbol(printed, 0)
    assert read is not None
    assert (read.type_code, read.bodies, read.term) == (type_code, bodies, term)
