"""Limits of the extraction of one article: characters of text, and seconds of processor time."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from extract import extract
from extract.declaration.tables import Row
from extract.tables.rows import rows_of
from scraper.article import Article


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits for one article: `seconds` of processor time, `characters` of title, lead, body, captions."""

    seconds: float = 60.0
    characters: int = 1_000_000


class ArticleFailed(Exception):
    """Nothing could be extracted from an article; the message is for the person who runs the command."""


class _OutOfTime(BaseException):
    """Raised by the alarm; no `except Exception` on the way may take it for an error of its own."""


def extract_rows(article: Article, limits: Limits = Limits(), topics: bool = False) -> dict[str, list[Row]]:
    """The rows of an article by table, with its topics if requested.

    Raises ArticleFailed where the extraction raises or a limit is met. The time limit holds only in the main thread of
    a process, which is the one that the system's alarm interrupts.
    """
    size = sum(map(len, (article.title, article.lead, *article.paragraphs, *article.captions)))
    if size > limits.characters:
        raise ArticleFailed(f"a text of {size:,} characters; at most {limits.characters:,} are read")
    try:
        with _alarm(limits.seconds):
            return rows_of(extract(article, topics=topics))
    except _OutOfTime:
        raise ArticleFailed(f"not done after {limits.seconds:g} s of processor time") from None
    except Exception as error:  # a bug in the extraction fails the article on which it occurs, not the run
        raise ArticleFailed(f"the extraction raised {type(error).__name__}: {_one_line(error)}") from error


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    """Raise _OutOfTime in the block once the process has used `seconds` of processor time in it."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "ITIMER_VIRTUAL"):
        yield
        return
    before: Any = signal.signal(signal.SIGVTALRM, _ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise _OutOfTime


def _one_line(error: Exception) -> str:
    return ascii(str(error))[1:-1][:200]
