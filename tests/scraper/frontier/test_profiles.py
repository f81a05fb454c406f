"""Profiles of sites in the state, and how far a rereading has come."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, insert, select

from scraper.frontier.profiles import note_reread, reread_place, set_reread_place, store_profile, stored_profiles
from scraper.frontier.schema import PROFILES
from scraper.pages.profile import SiteProfile

FIRST, SECOND = SiteProfile(8, kinds={"/tin/a": "article"}), SiteProfile(20, kinds={"/tin/a": "listing"})


def test_the_last_profile_of_a_site_is_stored(connection: Connection) -> None:
    store_profile(connection, "xa-mau", FIRST, "2024-05-14")
    store_profile(connection, "xa-khac", FIRST, "2024-05-14")
    store_profile(connection, "xa-mau", SECOND, "2024-05-15")
    assert stored_profiles(connection, ["xa-mau", "xa-nao"]) == {"xa-mau": SECOND}
    rows = connection.execute(select(PROFILES.c.site_id, PROFILES.c.learned_at, PROFILES.c.version)).all()
    assert sorted(map(tuple, rows)) == [
        ("xa-khac", "2024-05-14", FIRST.version),
        ("xa-mau", "2024-05-15", SECOND.version),
    ]


def test_a_profile_of_other_rules_is_left_out(connection: Connection) -> None:
    connection.execute(insert(PROFILES).values(site_id="xa-mau", version="1", data="{}", learned_at="2020-01-01"))
    assert stored_profiles(connection, ["xa-mau"]) == {}


def test_the_version_of_the_last_rereading_is_stored_with_its_site(connection: Connection) -> None:
    for site in ("xa-mau", "xa-khac"):
        store_profile(connection, site, FIRST, "2024-05-14")
    note_reread(connection, "xa-mau", FIRST.version)
    rows = connection.execute(select(PROFILES.c.site_id, PROFILES.c.reread)).all()
    assert dict(map(tuple, rows)) == {"xa-mau": FIRST.version, "xa-khac": None}


@pytest.mark.parametrize(
    ("pages", "version", "place"),
    [([], "v1", 0), ([7], "v1", 7), ([7, 12], "v1", 12), ([7], "v2", 0), ([7, None], "v1", 0)],
)
def test_a_rereading_goes_on_after_its_last_page(
    connection: Connection, pages: list[int | None], version: str, place: int
) -> None:
    set_reread_place(connection, "xa-khac", "v1", 99)
    for page in pages:
        set_reread_place(connection, "xa-mau", "v1", page)
    assert reread_place(connection, "xa-mau", version) == place
