"""Scrapy's download handler for http and https, with a limit on the bytes and lines of the head of a response, and with
large bodies that wait until there is room for them."""

from __future__ import annotations

import asyncio
from io import BytesIO
from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.contextfactory import _ScrapyClientContextFactory
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
    _LenientHTTPClientParser,
    _ScrapyAgent,
)
from scrapy.exceptions import DownloadCancelledError, DownloadFailedError
from scrapy.utils._download_handlers import wrap_twisted_exceptions
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.defer import Deferred
from twisted.web.http_headers import InvalidHeaderName
from twisted.web.iweb import UNKNOWN_LENGTH

from scraper.policy.guards import LARGE_BODY, MAX_BYTES, MAX_HEAD, MAX_HEAD_LINES

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.internet.interfaces import IAddress

    from scraper.spiders.body_room import BodyPlace

_LONGEST_WAIT = 3_600.0  # seconds that a large body waits for its place


class HeadTooLarge(Exception):
    """A response with too many status and header lines, those of interim responses (1xx) included."""


class BoundedDownloadHandler(HTTP11DownloadHandler):
    """Downloads as Scrapy does, and cancels a response with too large a head."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _BoundedFactory
        contexts: Any = _OldTLSContextFactory.from_crawler(crawler)
        self._contextFactory = contexts

    async def download_request(self, request: Request) -> Response:
        """The response to a request. Raises DownloadCancelledError for one that is too large."""
        agent = _BoundedAgent(
            contextFactory=self._contextFactory,
            bindAddress=self._bind_address,
            pool=self._pool,
            maxsize=self._default_maxsize,
            fail_on_dataloss=self._fail_on_dataloss,
            crawler=self._crawler,
        )
        try:
            with wrap_twisted_exceptions():
                return await maybe_deferred_to_future(agent.download_request(request))
        except DownloadFailedError as error:
            reasons = getattr(error.__cause__, "reasons", ())
            if any(isinstance(reason.value, HeadTooLarge) for reason in reasons):
                raise DownloadCancelledError(f"the head of {request.url} is too large") from error
            raise


class _OldTLSContextFactory(_ScrapyClientContextFactory):
    """Connects with servers of TLS 1.0 and short keys, too: of the setting of ciphers Twisted keeps their names only,
    and not the level of security, below which OpenSSL refuses such servers."""

    def _get_cert_options(self) -> Any:
        options: Any = super()._get_cert_options()
        options._cipherString += ":@SECLEVEL=0"
        return options


class _BoundedAgent(_ScrapyAgent):
    """Has a large body wait for its place, if the request's meta has one; its time does not run meanwhile."""

    def _cb_bodyready(self, txresponse: Any, request: Request) -> Any:
        place, length = request.meta.get("place"), txresponse.length
        if place is None or length == 0 or (length != UNKNOWN_LENGTH and length > MAX_BYTES):
            return super()._cb_bodyready(txresponse, request)
        if length != UNKNOWN_LENGTH and length > LARGE_BODY:  # nothing of the body is received before it is asked for
            packed = txresponse.headers.hasHeader("Content-Encoding")
            waiting = Deferred.fromFuture(asyncio.ensure_future(self._wait(place, MAX_BYTES if packed else length)))
            return waiting.addCallback(lambda _: super(_BoundedAgent, self)._cb_bodyready(txresponse, request))
        result = super()._cb_bodyready(txresponse, request)
        if length == UNKNOWN_LENGTH:
            self._watch(txresponse._bodyProtocol, place)
        return result

    def _cb_bodydone(self, result: Any, url: str) -> Response:
        """The response; its body is let go here, since Twisted keeps the reader of a body for some time."""
        if reader := getattr(self._txresponse, "_bodyProtocol", None):
            reader._bodybuf = BytesIO()
        return super()._cb_bodydone(result, url)

    def _watch(self, reader: Any, place: BodyPlace) -> None:
        """Have a body whose length is not told wait once it is large."""
        receive = reader.dataReceived

        def received(data: bytes) -> None:
            receive(data)
            if reader._bytes_received > LARGE_BODY and not reader._finished.called:
                reader.dataReceived = receive
                reader.transport.pauseProducing()
                waiting = asyncio.ensure_future(self._wait(place, MAX_BYTES))
                waiting.add_done_callback(lambda _: reader.transport and reader.transport.resumeProducing())

        reader.dataReceived = received

    async def _wait(self, place: BodyPlace, size: int) -> None:
        from twisted.internet import reactor  # Scrapy installs it; an import at the top would install another

        clock: Any = self._timeout_cl
        now: Any = reactor
        left = clock.getTime() - now.seconds() if clock.active() else 0.0
        if clock.active():
            clock.reset(_LONGEST_WAIT)
        await place.take(size)
        if clock.active():
            clock.reset(max(left, 0.0))


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
