"""Errors of the state and their messages; a module of its own, so that a command can import it cheaply."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Engine


class StateError(Exception):
    """A state that cannot be used; the message says where it is, and what to do."""


class DamagedArticle(StateError):
    """An article of a state that cannot be read."""


def place_of(engine: Engine) -> str:
    """The place of a state: its file, or its URL without the password."""
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return engine.url.difference_update_query(["password"]).render_as_string()


def cannot_read(error: Exception) -> str:
    """The message for a state that its database cannot read, with advice."""
    reason = getattr(error, "orig", None) or error
    return (
        f"the state of the crawl cannot be read: {reason}; go on from a copy, or move it away and take its WARC files "
        "in again with `sukien ingest`"
    )


def cannot_write(error: Exception, engine: Engine) -> str:
    """The message for a failed write: what and why, without the SQL statement that a database error contains."""
    reason = getattr(error, "orig", None)
    return f"cannot write {place_of(engine)}: {reason}" if reason else f"cannot write: {error}"
