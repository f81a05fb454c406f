"""What a crawl says when it cannot begin or go on; apart from the rest, so that a command may import it at no cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine


class StateError(Exception):
    """A state that cannot be used; says where it is, and what to do."""


class DamagedArticle(StateError):
    """An article of a state that cannot be read."""


def place_of(engine: Engine) -> str:
    """Where a state is: its file, or its address without the password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.difference_update_query(["password"]).render_as_string()


def cannot_read(error: Exception) -> str:
    """What to say of a state that its database cannot read, and what to do about it."""
    reason = getattr(error, "orig", None) or error
    return (
        f"the state of the crawl cannot be read: {reason}; go on from a copy, or move it away and take its WARC files "
        "in again with `sukien ingest`"
    )


def cannot_write(error: Exception, engine: Engine) -> str:
    """What could not be written and why, without the statement that an error of a database carries along."""
    reason = getattr(error, "orig", None)
    return f"cannot write {place_of(engine)}: {reason}" if reason else f"cannot write: {error}"
