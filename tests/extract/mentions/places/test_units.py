"""Names of units as printed: with a tier word, in a list, after a committee, or bare; none of them resolved."""

from __future__ import annotations

import pytest

from extract.mentions.places.units import NamedUnit, find_named
from tests.extract.texts import document_of


def named(text: str) -> list[NamedUnit]:
    document = document_of(text)
    found = find_named(document)
    assert all(document.quote(one.span).endswith(one.name) or one.name == "Sa Thầy" for one in found)
    return found


@pytest.mark.parametrize(
    ("text", "name", "level", "rule", "tier"),
    [
        ("UBND huyện Na Hang họp.", "Na Hang", "district", "tier", "huyện"),
        ("Tại TX. Mường Lay họp.", "Mường Lay", "district", "tier", "thị xã"),
        ("Lễ ra quân ở H. Na Hang.", "Na Hang", "district", "tier", "huyện"),
        ("Tỉnh Hà Giang họp.", "Hà Giang", "province", "tier", "tỉnh"),
        ("TP Cần Thơ họp.", "Cần Thơ", "province", "tier", "thành phố"),
        ("Thành phố Huế họp.", "Huế", "district", "tier", "thành phố"),  # the district before the province
        ("Tại Quận 5 đã họp.", "5", "district", "tier", "quận"),
        ("Phường Bắc Giang họp.", "Bắc Giang", "commune", "tier", "phường"),
        ("UBND huyện Cái nước họp.", "Cái nước", "district", "tier", "huyện"),
        ("UBND huyện Sa Thày họp.", "Sa Thầy", "district", "tier", "huyện"),  # a misprint
        ("UBND huyện Như Thanh họp.", "Như Thanh", "district", "tier", "huyện"),
        ("UBND xã Lường Vàng họp.", "Lường Vàng", "commune", "tier_unknown", "xã"),
        ("Huyện ủy Na Hang họp.", "Na Hang", "district", "body", ""),
        ("Huyện ủy Sa Thày họp.", "Sa Thầy", "district", "body", ""),
        ("Tỉnh ủy Lai Châu họp.", "Lai Châu", "province", "body", ""),
        ("Thành ủy Lai Châu họp.", "Lai Châu", "district", "body", ""),
        ("Nhân dân Nghệ An phấn khởi.", "Nghệ An", "province", "bare", ""),
        ("Đoàn đi Bà Rịa-Vũng Tàu.", "Bà Rịa-Vũng Tàu", "province", "bare", ""),
        ("Sở Y tế Bắc Giang họp.", "Bắc Giang", "province", "bare", ""),
        ("Dự tại điểm cầu Sìn Hồ có ba xã.", "Sìn Hồ", "district", "located", ""),
        ("Chiêm Hóa: Tập huấn công tác bầu cử", "Chiêm Hóa", "district", "dateline", ""),
    ],
)
def test_one_unit(text: str, name: str, level: str, rule: str, tier: str) -> None:
    (found,) = named(text)
    assert (found.name, found.level, found.rule, found.tier) == (name, level, rule, tier)
    assert found.known == (rule != "tier_unknown")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Tại các xã Nậm Ban, Pa Tần và Nà Mẫu",
            [("Nậm Ban", "commune", "tier", "xã"), ("Pa Tần", "commune", "list", "xã")],
        ),
        (
            "Tại các xã như Nậm Ban, Pa Tần",
            [("Nậm Ban", "commune", "tier", "xã"), ("Pa Tần", "commune", "list", "xã")],
        ),
        (
            "Trú tại xã Chiềng Ban, Mai Sơn",
            [("Chiềng Ban", "commune", "tier", "xã"), ("Mai Sơn", "district", "above", "")],
        ),
        (
            "Trú tại xã Quảng Lâm, Tân Bình",  # two communes of one district
            [("Quảng Lâm", "commune", "tier", "xã"), ("Tân Bình", "commune", "list", "xã")],
        ),
        (
            "Ở các huyện Hồng Dân, Hòa Bình",  # neighbours
            [("Hồng Dân", "district", "tier", "huyện"), ("Hòa Bình", "district", "list", "huyện")],
        ),
        (
            "Ở huyện Hồng Dân, Hòa Bình",
            [("Hồng Dân", "district", "tier", "huyện"), ("Hòa Bình", "province", "bare", "")],
        ),
        (
            "Ở quận 5 và phường 12",
            [("5", "district", "tier", "quận"), ("12", "commune", "tier", "phường")],
        ),
        ("Ở huyện Na Hang, 5 xã", [("Na Hang", "district", "tier", "huyện")]),
    ],
)
def test_several_units(text: str, found: list[tuple[str, str, str, str]]) -> None:
    assert [(one.name, one.level, one.rule, one.tier) for one in named(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Lễ ra quân ở h. Na Hang",  # abbreviated in lower case
        "Anh Nguyễn Hòa Bình phát biểu.",
        "Xe đi trên đường Hà Giang.",
        "Học tập Hồ Chí Minh.",  # the person
        "Thông tấn xã Việt Nam đưa tin.",
        "Chủ tịch UBND huyện Lò Văn Páo Tòng dự.",  # more than two unknown syllables are a person
        "Dự tại điểm cầu Na Hang Văn có ba xã.",
        "Các xã, thị trấn gồm: Phó Chủ tịch và cán bộ.",
        "Toàn xã 65 hộ thoát nghèo.",
        "Nhân dân Na Hang phấn khởi.",  # a bare district
        "",
    ],
)
def test_no_unit(text: str) -> None:
    assert named(text) == []
