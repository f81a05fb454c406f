"""Names that resolve to forbidden addresses: a whole crawl whose resolver queries a real name server."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from scraper.frontier.articles import iter_articles
from tests.commands import run
from tests.scraper.hazards import Expected, redirecting_to
from tests.scraper.killing import SITE
from tests.scraper.names import NameServer, naming
from tests.scraper.servers import NewsServer, serving
from tests.scraper.test_hazards import what_became_of

PUBLIC = "192.31.196.1"  # a sink of the name system (RFC 7535); nothing is sent there
NAMES = {
    "noi-bo.example": ["10.0.0.8"],
    "may-nay.example": ["127.0.0.1"],
    "sieu-du-lieu.example": ["169.254.169.254"],
    # A public address while the URLs of the page and of robots.txt are checked, loopback for the connection.
    "doi-cho.example": [PUBLIC, PUBLIC, "127.0.0.1"],
}


@pytest.mark.slow
def test_a_name_that_resolves_to_a_private_address_is_not_asked(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as private, serving(NewsServer(5)) as server, naming(NameServer(NAMES)) as names:
        pages = {name: f"/{name.partition('.')[0]}-912.html" for name in NAMES}
        urls = {name: f"http://{name}:{private.port}{path}" for name, path in pages.items()}
        server.routes = {f"/sang-{name}-913.html": redirecting_to(url) for name, url in urls.items()}
        server.linked = [urls["noi-bo.example"], *(f"/sang-{name}-913.html" for name in list(NAMES)[1:])]
        assert crawl_with(names, server, private, tmp_path).returncode == 0
        refused = Expected("failed", "refused")
        asked_later = {pages["doi-cho.example"]: Expected("discovered")}
        expected = dict.fromkeys(pages.values(), refused) | asked_later
        assert what_became_of(tmp_path / "data", expected) == expected
        assert not private.hits and names.asked.count("doi-cho.example") >= 3
    assert len(list(iter_articles(tmp_path / "data"))) == 5


def crawl_with(names: NameServer, server: NewsServer, private: NewsServer, folder: Path) -> CompletedProcess[str]:
    """Crawl a site to which all the names belong as well."""
    aliases = ", ".join(f'"{name}:{private.port}"' for name in NAMES)
    sites = folder / "sites.toml"
    sites.write_text(f"{SITE.format(url=server.url)}delay = 0.5\naliases = [{aliases}]\n", encoding="utf-8")
    settings = {"SITES": sites, "JOBDIR": folder / "data", "NAME_SERVER_PORT": names.port}
    settings["TWISTED_DNS_RESOLVER"] = "tests.scraper.names.LoopbackResolver"
    return run("scrapy", "crawl", "thu-nghiem", *(f"--set={name}={value}" for name, value in settings.items()))
