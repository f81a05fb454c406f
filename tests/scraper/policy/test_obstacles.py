"""The advice on a site whose pages cannot be read."""

from __future__ import annotations

from scraper.policy.obstacles import ADVICE, advice_of, meanings_of


def test_the_most_frequent_obstacle_comes_first() -> None:
    said = advice_of({"login": 2, "javascript": 7, "picture": 2, "unheard_of": 9}, pages=20)
    assert [line.split(":")[0] for line in said] == ["7 of 20 pages", "2 of 20 pages", "2 of 20 pages"]
    assert said[1].endswith(ADVICE["login"]) and said[2].endswith(ADVICE["picture"])


def test_without_obstacles_nothing_is_said() -> None:
    assert advice_of({}, pages=20) == []


def test_each_kind_of_error_is_explained_once_and_a_status_of_http_explains_itself() -> None:
    kinds = ["off_site", "http_404", "off_site", "dns", "challenge", "timeout"]
    assert [line.partition(":")[0] for line in meanings_of(kinds)] == ["challenge", "off_site", "timeout"]
