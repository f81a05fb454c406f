"""URLs that name a section, and those with a title."""

from __future__ import annotations

import pytest

from scraper.platforms import load_platforms
from scraper.sections import is_numbered_section, is_section_path, names_section

SECTIONS = (
    "/hoat-dong-cua-lanh-dao-huyen",
    "/thong-tin-chi-dao-dieu-hanh",
    "/van-hoa-the-thao-va-du-lich",
    "/tin-tuc/tin-hoat-dong-cac-phong-ban",
    "/cong-tac-xay-dung-dang-chinh-quyen",
    "/xay-dung-nong-thon-moi.html",
    "/hoc-tap-va-lam-theo-tu-tuong-dao-duc-phong-cach-ho-chi-minh",
    "/tin-hoat-dong/y-te-giao-duc/43",
    "/vi/quoc-phong-an-ninh",
)
TITLES = (
    "/xa-na-mau-ra-quan-lam-thuy-loi",
    "/hoi-nghi-trien-khai-cong-tac-xay-dung-dang",
    "/tin-tuc/khai-mac-le-hoi-van-hoa",
    "/na-mau-duoc-mua-lua",
    "/tin-tuc/xa-na-mau-mo-hoi/43",
)


@pytest.mark.parametrize("path", SECTIONS)
def test_names_of_sections(path: str) -> None:
    assert is_section_path(path)
    assert load_platforms()["generic"].classify("http://xa-mau.example" + path) == "listing"


@pytest.mark.parametrize("path", TITLES)
def test_titles(path: str) -> None:
    assert not is_section_path(path)


def test_joints_alone_name_nothing_and_a_maze_of_words_ends() -> None:
    assert not names_section("cua-cac-xa") and not names_section("")
    assert not names_section("-".join(["tin-tuc"] * 500))


def test_the_pages_of_an_article_and_those_of_a_section() -> None:
    generic = load_platforms()["generic"]
    assert generic.classify("http://xa-mau.example/tin/xa-na-mau-mo-hoi-dau-xuan-88213?page=2") == "article"
    assert generic.classify("http://xa-mau.example/tin-tuc-su-kien-1234?page=2") == "listing"
    assert is_numbered_section("/tin-tuc-su-kien-1234") and not is_numbered_section("/xa-na-mau-mo-hoi-88213")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/gioi-thieu/suc-khoe/chin-cach-cham-con-nho-khi-troi-lanh.html", "article"),
        ("/dang-ky-lop-hoc-he-cho-thieu-nhi-xa-mau-nam-2024", "article"),
        ("/gioi-thieu", "other"),
        ("/gioi-thieu/so-do-to-chuc", "other"),
        ("/gioi-thieu-chung-ve-xa-mau", "other"),
        ("/dang-ky-thanh-vien.html", "other"),
        ("/dang-nhap.php", "other"),
        ("/login.aspx", "other"),
    ],
)
def test_pages_of_a_site_itself_are_not_what_lies_behind_them(path: str, kind: str) -> None:
    told = load_platforms()["generic"].classify("http://xa-mau.example" + path)
    assert (told == "other") == (kind == "other")
