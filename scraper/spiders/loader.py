"""Scrapy's spider loader over the registry, so that `scrapy list` and `scrapy crawl SITE` work."""

from __future__ import annotations

from pathlib import Path
from typing import Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings

from scraper.sites import Registry, UnknownSite, load_registry
from scraper.spiders.news import NewsSpider


class SiteSpiderLoader:
    """Scrapy's spider loader over the registry; the setting SITES names a file of the user's own sites."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Create one from Scrapy's settings."""
        extra = settings.get("SITES")
        return cls(load_registry(Path(extra) if extra else None))

    def list(self) -> list[str]:
        """The ids of all sites."""
        return sorted(self._registry.sites)

    def load(self, spider_name: str) -> type[Spider]:
        """The spider of a site. Raises KeyError for an id that the registry does not have."""
        try:
            site = self._registry.get(spider_name)
        except UnknownSite as error:
            raise KeyError(str(error)) from error
        return type("NewsSpider", (NewsSpider,), {"name": site.id, "registered": (site,)})

    def find_by_request(self, request: Request) -> list[str]:  # type: ignore[valid-type]
        """The sites to which a URL belongs."""
        return [site.id for site in self._registry.sites.values() if site.owns(request.url)]
