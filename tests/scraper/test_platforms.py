"""Families of content management systems: the kinds of URLs, their forms of one article, and files that are refused."""

from __future__ import annotations

import pytest

from scraper.platforms import (
    Listing,
    PlatformError,
    Selectors,
    load_platforms,
    parse_platform,
    required_literals,
)

MADE = r"""
id = "mau"
name = "Mẫu"
[[marks]]
kind = "html"
pattern = "mau-cms"
weight = 3
reason = "mau-cms"
[urls]
print = ['^/in/']
article = ['/bai-\d+', '^/xem/']
listing = ['^/muc/', '^/xem/moi', '/trang/\d']
other = ['^/lien-he', '[?&]mau=']
[canonical]
keep = ["ID"]
drop = ["utm_x"]
pages = ["Trang"]
[[canonical.twins]]
pattern = "^/in/"
replace = "/xem/"
"""
PLATFORM = parse_platform("mau.toml", MADE)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://mau.example/muc/bai-7", "article"),  # the kinds are tried in their order
        ("http://mau.example/BAI-7", "article"),
        ("http://mau.example/in/2024", "print"),
        ("http://mau.example/muc/x-y-z-2024", "listing"),
        ("http://mau.example/lien-he-2024", "other"),
        ("http://mau.example/khong-gi-2024.html", "other"),
        ("http://mau.example/ke-hoach-bai-7.pdf", "attachment"),
        ("http://mau.example/bai-7.jpg", "other"),
        ("http://mau.example/amp/bai-2024", "article"),
        ("http://mau.example/bai-2024/amp/", "article"),
        ("http://mau.example/bai-2024?amp=1", "article"),
        ("http://mau.example/lien-he-2024/amp/", "other"),
        ("http://mau.example/bai-2024?trang=2", "article"),
        ("http://mau.example/xem/2024/trang/2?trang=2", "article"),
        ("http://mau.example/tin-tuc", "listing"),  # a section by its words
        ("http://mau.example/%62ai-7", "article"),
    ],
)
def test_the_kind_of_a_url(url: str, kind: str) -> None:
    assert PLATFORM.classify(url) == kind
    assert PLATFORM.classify(url) == kind  # from the cache


def test_the_cache_of_kinds_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scraper.platforms.REMEMBERED", 10)
    platform = parse_platform("mau.toml", MADE)
    assert {platform.classify(f"http://mau.example/bai-{number}") for number in range(25)} == {"article"}
    assert len(platform._classified) <= 10


@pytest.mark.parametrize(
    ("url", "excluded"),
    [
        ("http://mau.example/lien-he", True),
        ("http://mau.example/a-2024?x=1&mau=2", True),
        ("http://lien-he.example/a-2024", False),
        ("http://mau.example/a-2024.html#/lien-he", False),
        ("http://mau.example/bai-7?mau=2", False),  # an article first
    ],
)
def test_a_url_that_a_rule_excludes(url: str, excluded: bool) -> None:
    assert PLATFORM.excludes(url) is excluded


def test_the_path_of_a_print_version_is_that_of_its_article() -> None:
    assert PLATFORM.article_path("/in/bai-7") == "/xem/bai-7"
    assert PLATFORM.article_path("/xem/bai-7") == "/xem/bai-7"


def test_names_of_parameters_ignore_case() -> None:
    canonical = PLATFORM.canonical
    assert (canonical.kept_names, canonical.dropped_names, canonical.page_names) == ({"id"}, {"utm_x"}, {"trang"})


def test_selectors_of_another_are_tried_first() -> None:
    both = Selectors(title=("h1",), lead=("p",)).overridden(Selectors(title=("h2",), author=("em",)))
    assert both == Selectors(title=("h2", "h1"), lead=("p",), author=("em",))


@pytest.mark.parametrize(
    ("file", "change", "message"),
    [
        ("khac.toml", ("", ""), "khac.toml: id: is 'mau', unlike the file's name"),
        ("mau.toml", ('name = "Mẫu"', "name = "), "mau.toml: Invalid value"),
        ("mau.toml", ('name = "Mẫu"', ""), "mau.toml: name: Field required"),
        ("mau.toml", ("[urls]", "[urls]\nbaiviet = []"), "mau.toml: urls.baiviet"),
        ("mau.toml", ("weight = 3", 'weight = "x"'), "mau.toml: marks.0.weight: "),
        ("mau.toml", ("keep =", "giu ="), "mau.toml: canonical.giu: Extra inputs"),
        ("mau.toml", ("'^/muc/'", "'^(/muc/'"), "mau.toml: missing )"),
        ("mau.toml", ('"mau-cms"\nweight', '"("\nweight'), "mau.toml: missing )"),
        ("mau.toml", ('"^/in/"', '"("'), "mau.toml: missing )"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_its_key(file: str, change: tuple[str, str], message: str) -> None:
    assert change[0] in MADE
    with pytest.raises(PlatformError) as refused:
        parse_platform(file, MADE.replace(*change, 1) if change[0] else MADE)
    assert str(refused.value).startswith(message)


def test_all_platforms_are_loaded_with_their_base() -> None:
    platforms = load_platforms()
    assert len(platforms) >= 10 and all(name == platform.id for name, platform in platforms.items())
    assert {platform.base for platform in platforms.values()} - {None} <= set(platforms)
    assert Listing().link == ("a[href]",)


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        (r"/wp-content/(?:themes|uploads)/|/wp-json/", ("/wp-content/", "/wp-json/")),
        (r"dnn_ctr\d+_|DnnModule", ("dnn_ctr", "dnnmodule")),
        (r"abc?d|efgh", ()),
        (r"\d+", ()),
    ],
)
def test_what_a_text_must_have_for_a_pattern(pattern: str, literals: tuple[str, ...]) -> None:
    assert required_literals(pattern) == literals


def test_literals_never_rule_out_a_match() -> None:
    for platform in load_platforms().values():
        for mark in platform.marks:
            plain = mark.pattern.replace("\\", "").lower()
            assert all(literal in plain for literal in mark.literals), mark.pattern
