"""The shared parts of a site's pages, and the parts of an article that are kept."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from scraper.article import Page
from scraper.pages.profile import learn_profile, profile_from, profile_json

SIDE = "<div class='menu'><ul><li>Giới thiệu</li><li>Văn bản</li></ul></div>"


def page(number: int, body: str = "", head: str = "") -> Page:
    title = f"Xã Nà Mẫu họp lần thứ {number} về việc của bản số {number * 7}"
    html = (
        f"<html><head><title>{title} - Cổng xã Nà Mẫu</title>{head}</head><body>{SIDE}<h1>Tin tức</h1>"
        f"<div class='news'><h2>{title}</h2>"
        f"<p>Sáng ngày {number} tháng 5, đồng chí Lò Văn {number} "
        f"họp với bà con về việc làm đường của bản.</p>{body}</div>"
        f"<div id='latest'><p>Bản Nà Hin khánh thành cầu 02/04/2024</p></div>"
        f"<div id='counter'>Lượt truy cập: {number * 1237}</div></body></html>"
    )
    data = html.encode()
    url = f"http://xa-mau.example/tin/{number}.html"
    return Page(url, url, "2024-05-20T00:00:00Z", 200, {}, data, sha256(data).hexdigest())


def test_lines_of_the_site_and_of_no_article() -> None:
    profile = learn_profile(page(number) for number in range(10))
    assert profile
    for line in ("Giới thiệu", "Văn bản", "Tin tức", "Lượt truy cập: 99", "Bản Nà Hin khánh thành cầu 02/04/2024"):
        assert profile.is_shared(line), line
    assert not profile.is_shared("Sáng ngày 3 tháng 5, đồng chí Lò Văn 3 họp với bà con về việc làm đường của bản.")
    assert profile.is_site_title("Tin tức") and profile.is_site_title("Cổng xã Nà Mẫu")
    assert not profile.is_site_title("Xã Nà Mẫu họp lần thứ 3 về việc của bản số 21")
    assert profile.days == {"2024-04-02"}
    assert "div.menu" in profile.blocks and "#latest" in profile.blocks and "div.news" not in profile.blocks


def test_a_canonical_link_that_pages_of_different_titles_share() -> None:
    same = '<link rel="canonical" href="http://xa-mau.example/">'
    profile = learn_profile(page(number, head=same) for number in range(8))
    assert profile and profile.canonical == {"http://xa-mau.example/"}


def test_the_newest_title_in_a_list_on_every_page_and_a_byline_of_many_articles_stay_articles_own() -> None:
    newest = "Xã Nà Mẫu họp lần thứ 3 về việc của bản số 21"
    byline = "<p style='text-align: right'>Ban Biên tập xã</p>"
    side = f"<ul class='newest'><li><a href='/tin/3.html'>{newest}</a></li></ul>"
    text = "<p>Bà con trong bản cùng nhau làm đường, làm mương và dựng nhà văn hóa trong nhiều ngày.</p>"
    pages = [page(number, text * number + byline) for number in range(1, 11)]
    profile = learn_profile(replaced(one, "<div id='latest'>", f"{side}<div id='latest'>") for one in pages)
    assert profile and not profile.is_shared(newest) and not profile.is_site_title(newest)
    assert not profile.is_shared("Ban Biên tập xã") and profile.is_shared("Giới thiệu")


def replaced(one: Page, old: str, new: str) -> Page:
    body = one.body.replace(old.encode(), new.encode())
    return replace(one, body=body, sha256=sha256(body).hexdigest())


def test_few_pages_teach_nothing_and_copies_do_not_count() -> None:
    assert learn_profile([page(1), page(2), page(3)]) is None
    assert learn_profile([page(1)] * 20) is None


def test_a_profile_is_the_same_whatever_the_order_and_survives_its_storage() -> None:
    pages = [page(number) for number in range(8)]
    profile = learn_profile(pages)
    assert profile and profile == learn_profile(reversed(pages)) == profile_from(profile_json(profile))
    assert profile_from(None) is None and profile_from('{"rules": 0}') is None


def test_kinds_of_pages_by_the_patterns_of_their_urls_are_kept() -> None:
    decided = [(f"http://xa.example/tin/ra-quan-{word}", "article") for word in "bcdefg"]
    profile = learn_profile([page(number) for number in range(8)], decided)
    assert profile is not None and profile.kinds == {"/tin/a": "article"}
    assert profile_from(profile_json(profile)) == profile
    bare = learn_profile([page(number) for number in range(8)])
    assert bare is not None and bare.version != profile.version


def test_a_labelled_stamp_is_an_articles_though_many_were_put_up_at_once() -> None:
    news, own = "<div class='news'>", "<div>Ngày đăng tin: 06.05.2024 08:09</div>"
    profile = learn_profile(replaced(page(number), news, own + news) for number in range(9))
    assert profile and not profile.is_shared("Ngày đăng tin: 06.05.2024 08:09") and "2024-05-06" not in profile.days
    clock = "<div>Thứ hai, 06.05.2024</div>"
    profile = learn_profile(replaced(page(number), news, clock + news) for number in range(9))
    assert profile and profile.is_shared("Thứ hai, 06.05.2024") and "2024-05-06" in profile.days
