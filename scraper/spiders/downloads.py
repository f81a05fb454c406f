"""Scrapy's download handler for http and https, with a limit on the head of a response: on its bytes, and on its
lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
)
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from twisted.web.http_headers import InvalidHeaderName

from scraper.policy.guards import MAX_HEAD, MAX_HEAD_LINES

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.interfaces import IAddress


class HeadTooLarge(Exception):
    """A response with too many status and header lines, those of interim responses (1xx) included."""


class BoundedDownloadHandler(HTTP11DownloadHandler):
    """Downloads as Scrapy does, and cancels a response with too large a head."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _BoundedFactory

    async def download_request(self, request: Request) -> Response:
        """The response to a request. Raises DownloadCancelledError for one that is too large."""
        try:
            return await super().download_request(request)
        except DownloadFailedError as error:
            reasons = getattr(error.__cause__, "reasons", ())
            if any(isinstance(reason.value, HeadTooLarge) for reason in reasons):
                raise DownloadCancelledError(f"the head of {request.url} is too large") from error
            raise


class _BoundedParser(_LenientHTTPClientParser):
    _bytes = _lines = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's name
        self._bytes += len(line)
        self._lines += 1
        if self._bytes > MAX_HEAD or self._lines > MAX_HEAD_LINES:
            raise HeadTooLarge
        super().lineReceived(line)

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802 - Twisted's name
        """Store a header; one whose name is none (letters beyond ASCII, a blank) is left out, not the response."""
        try:
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]
        except InvalidHeaderName:
            return


class _BoundedProtocol(_LenientHTTP11ClientProtocol):
    def request(self, request: Any) -> Any:
        answer = super().request(request)
        self._parser.__class__ = _BoundedParser  # as Scrapy does it: Twisted gives no other way to choose a parser
        return answer


class _BoundedFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _BoundedProtocol:  # noqa: N802 - Twisted's name
        return _BoundedProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]
