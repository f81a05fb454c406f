"""Scrapy's settings for every crawl of this project."""

from __future__ import annotations

import os
from importlib.metadata import version

from scraper.policy.guards import MAX_BYTES

_CONTACT = os.environ.get("SUKIEN_CONTACT", "").strip()

BOT_NAME = "sukien"
USER_AGENT = f"Sukien/{version('sukien')}" + (f" (+{_CONTACT})" if _CONTACT else "")
SPIDER_LOADER_CLASS = "scraper.spiders.loader.SiteSpiderLoader"
SPIDER_MODULES = ["scraper.spiders"]
NEWSPIDER_MODULE = "scraper.spiders"

SCHEDULER = "scraper.spiders.scheduler.FrontierScheduler"
DOWNLOADER_MIDDLEWARES = {
    "scraper.spiders.middlewares.URLMiddleware": 10,
    "scraper.spiders.middlewares.RobotsMiddleware": 20,
    "scraper.spiders.compression.BoundedCompressionMiddleware": 590,
    "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
}
# What these do is the frontier's business: it remembers, they would not survive a kill.
ROBOTSTXT_OBEY = False  # Scrapy's own middleware takes a 5xx as permission; RobotsMiddleware follows RFC 9309
REDIRECT_ENABLED = False
METAREFRESH_ENABLED = False
RETRY_ENABLED = False
REFERER_ENABLED = False

# No handlers that run code or read the disk.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
EXTENSIONS = {"scrapy.extensions.remote_control.RemoteControl": None}  # which would load an HTTP server only to say so
DOWNLOAD_HANDLERS = {
    "http": "scraper.spiders.downloads.BoundedDownloadHandler",
    "https": "scraper.spiders.downloads.BoundedDownloadHandler",
} | dict.fromkeys(("file", "data", "ftp", "s3"))
TWISTED_DNS_RESOLVER = "scraper.spiders.middlewares.GuardedResolver"

# The frontier sets the delays; AutoThrottle adds to them where a server is slow.
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 0.0
AUTOTHROTTLE_MAX_DELAY = 60.0
DOWNLOAD_DELAY = 0
CONCURRENT_REQUESTS = 512  # over all hosts; each host with a delay gets one request at a time
# Names are resolved in threads; many of them, since the lookup of a dead name blocks for many seconds.
REACTOR_THREADPOOL_MAXSIZE = CONCURRENT_REQUESTS
DNS_TIMEOUT = 20
CONCURRENT_REQUESTS_PER_DOMAIN = 16
CONCURRENT_ITEMS = 1  # a response gives one article; Scrapy would start a hundred tasks for each response

DOWNLOAD_TIMEOUT = 30
DOWNLOAD_MAXSIZE = MAX_BYTES
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_FAIL_ON_DATALOSS = True
# Servers of authorities are old: short keys and TLS 1.0 are accepted, since nothing secret is sent.
DOWNLOADER_CLIENT_TLS_CIPHERS = "ALL:@SECLEVEL=0"
DOWNLOAD_TLS_MIN_VERSION = "TLSv1.0"
DOWNLOAD_VERIFY_CERTIFICATES = False  # expired ones are common; the state of a certificate is recorded

# Middlewares that are not needed.
SPIDER_MIDDLEWARES = {
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,
}

LOG_LEVEL = "INFO"
FEED_EXPORT_ENCODING = "utf-8"
