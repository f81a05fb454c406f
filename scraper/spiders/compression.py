"""Unpacking of bodies: within limits, of large ones only while there is room for them, and of those of servers whose
headers say that a body is packed which is not."""

from __future__ import annotations

from gzip import BadGzipFile
from typing import TYPE_CHECKING, Any

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import DownloadCancelledError
from scrapy.responsetypes import responsetypes

from scraper.archives.answers import TooLarge, Unreadable, unpacked
from scraper.policy.guards import LARGE_BODY, MAX_BYTES

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response


class BoundedCompressionMiddleware(HttpCompressionMiddleware):
    """Asks for packed bodies as Scrapy does, and unpacks them; a request's meta may have its `place` in the room."""

    async def process_response(  # type: ignore[override]
        self, request: Request, response: Response, *_: Any
    ) -> Response:
        """The response with its body unpacked; one that is text, contrary to its headers, is kept as it is.

        Raises BadGzipFile where it is neither packed nor text, DownloadCancelledError where it is too large.
        """
        declared = b", ".join(response.headers.getlist("Content-Encoding"))
        if not declared or not response.body:
            return response
        try:
            return _unpacked(response, declared, LARGE_BODY)
        except TooLarge:
            if place := request.meta.get("place"):
                await place.take()
        try:
            return _unpacked(response, declared, MAX_BYTES)
        except TooLarge as error:
            raise DownloadCancelledError(f"{response.url}: {error}") from error


def _unpacked(response: Response, declared: bytes, limit: int) -> Response:
    """Raises TooLarge, or BadGzipFile."""
    try:
        body = unpacked(response.body, {"content-encoding": declared.decode("latin-1")}, limit)
    except TooLarge:
        raise
    except Unreadable as error:
        raise BadGzipFile(str(error)) from error
    headers = response.headers.copy()
    headers.pop("Content-Encoding", None)
    kind = responsetypes.from_args(headers=headers, url=response.url, body=body)
    return response.replace(cls=kind, headers=headers, body=body)
