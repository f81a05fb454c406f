"""The places of links on a page."""

from scraper.pages.link_places import LinkPlaces
from scraper.pages.selecting import tree

PAGE = tree(
    "<div class=top-menu><a href=/tin>Tin tức</a><a href=/lien-he>Liên hệ</a></div>"
    "<div class='tin tin-1'><h3><a href=/a>Xã Mẫu ra quân làm thủy lợi</a></h3></div>"
    "<div class='tin tin-2 active'><h3><a href=/b>Lễ hội đầu xuân</a></h3></div><p><a href=/c>Xem</a></p>"
)


def test_links_in_elements_of_the_same_names_are_alike() -> None:
    places = LinkPlaces()
    first, second, alone = (places.of(PAGE.find(f".//a[@href='/{name}']")) for name in "abc")
    assert first == second != alone


def test_a_menu_is_known_by_its_name_and_by_holding_links_alone() -> None:
    places = LinkPlaces()
    assert places.in_menu(PAGE.find(".//a[@href='/tin']"))
    assert not places.in_menu(PAGE.find(".//a[@href='/a']"))


def test_a_footer_is_known_by_its_tag_or_its_name() -> None:
    named = "<div class='site-footer'><a href=/b>B</a></div>"
    page = tree(f"<footer><a href=/a>A</a></footer>{named}<p><a href=/c>C</a></p>")
    places = LinkPlaces()
    assert [places.in_footer(page.find(f".//a[@href='/{name}']")) for name in "abc"] == [True, True, False]
