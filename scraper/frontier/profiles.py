"""Storage of the profiles of sites."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select, update

from scraper.frontier.schema import META, PROFILES
from scraper.pages.profile import SiteProfile, profile_from, profile_json


def stored_profiles(connection: Connection, site_ids: Collection[str]) -> dict[str, SiteProfile]:
    """The profiles of some sites, by site; a site without one, or with one of older rules, is left out."""
    query = select(PROFILES.c.site_id, PROFILES.c.data).where(PROFILES.c.site_id.in_(site_ids))
    read = {site_id: profile_from(data) for site_id, data in connection.execute(query)}
    return {site_id: profile for site_id, profile in read.items() if profile}


def store_profile(connection: Connection, site_id: str, profile: SiteProfile, day: str) -> None:
    """Store the profile of a site in place of an earlier one."""
    connection.execute(delete(PROFILES).where(PROFILES.c.site_id == site_id))
    values = {"version": profile.version, "data": profile_json(profile), "learned_at": day}
    connection.execute(insert(PROFILES).values(site_id=site_id, **values))


def note_reread(connection: Connection, site_id: str, version: str) -> None:
    """Record that all archived pages of a site were read again with a version."""
    connection.execute(update(PROFILES).where(PROFILES.c.site_id == site_id).values(reread=version))


def reread_place(connection: Connection, site_id: str, reading: str) -> int:
    """The id of the last page that an unfinished rereading of a site has written; 0 where there is none.

    `reading` is the version of the reading: a rereading of another version starts from the beginning.
    """
    stored = connection.execute(select(META.c.value).where(META.c.name == f"reread {site_id}")).scalar_one_or_none()
    of, _, place = (stored or "").rpartition(" ")
    return int(place) if of == reading else 0


def set_reread_place(connection: Connection, site_id: str, reading: str, page_id: int | None) -> None:
    """Record the progress of a rereading; None once it is complete."""
    connection.execute(delete(META).where(META.c.name == f"reread {site_id}"))
    if page_id is not None:
        connection.execute(insert(META).values(name=f"reread {site_id}", value=f"{reading} {page_id}"))
