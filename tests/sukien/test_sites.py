"""`sukien sites`: the registry listed and shown, a platform detected, and what stands in the way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from scraper.demo.servers import serve_samples
from scraper.sites import Site, load_registry
from tests.commands import invoke
from tests.scraper.servers import NewsServer, Reply, serving

OWN = """\
[[site]]
id = "xa-mau"
name = "Xã Mẫu"
url = "http://127.0.0.1:1/"
level = "commune"
platform = "wordpress"
"""


@pytest.fixture(scope="module")
def sites() -> Iterator[tuple[Site, ...]]:
    with serve_samples() as served:
        yield served


@pytest.fixture()
def own(tmp_path: Path) -> Path:
    """A file of the user's own with one site, of which nothing listens."""
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    return file


def test_sites_are_listed_as_json_objects_with_the_promised_keys() -> None:
    listed = json.loads(invoke("sites", "list", "--json").stdout)
    promised = {"id", "url", "name", "level", "province", "district", "commune", "platform", "status", "seen"}
    assert listed and all(promised <= set(site) for site in listed)


def test_a_province_is_chosen_by_its_former_or_present_name() -> None:
    every, some = (invoke("sites", "list", *words).stdout.splitlines() for words in ((), ("--province", "Điện Biên")))
    assert 0 < len(some) < len(every) and any(line.startswith("muonglay-dienbien ") for line in some)
    assert any(line.endswith(" Mường Lay, Điện Biên") for line in some)
    assert all("Điện Biên" in line for line in some)


def test_sites_of_the_users_own_are_among_them(own: Path) -> None:
    shown = invoke("sites", "show", "xa-mau", "--sites", own).stdout
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in shown.splitlines()}
    assert (lines["platform"], lines["name"], lines["url"]) == ("wordpress", "Xã Mẫu", "http://127.0.0.1:1/")
    assert "xa-mau" in invoke("sites", "list", "--sites", own).stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "muonglay"), "near: muonglay-dienbien"),
        (("list", "--province", "Atlantis"), "no site of a province 'Atlantis'"),
        (("list", "--sites", "no-such.toml"), "no-such.toml"),
        (("check", "muonglay"), "near: muonglay-dienbien"),
    ],
)
def test_what_is_not_there_is_named(words: tuple[str, ...], said: str) -> None:
    done = invoke("sites", *words)
    assert (done.returncode, done.stdout) == (1, "") and said in done.stderr


def test_a_detected_entry_loads(sites: tuple[Site, ...], tmp_path: Path) -> None:
    for site in sites[:3]:
        out = tmp_path / f"{site.id}.toml"
        done = invoke("sites", "detect", str(site.url), "-o", out)
        assert done.returncode == 0, done.stderr
        assert f"platform {site.platform}" in done.stdout and "sukien crawl" in done.stdout
    loaded = load_registry(tmp_path)
    found = {one.url: one.platform for one in loaded.sites.values() if one.url in {site.url for site in sites[:3]}}
    assert found == {site.url: site.platform for site in sites[:3]}


def test_a_page_without_marks_is_of_no_platform() -> None:
    plain = Reply(200, b"<p>Tin</p>", {"Content-Type": "text/html"})
    with serving(NewsServer(1, routes={"/": lambda _: plain})) as server:
        done = invoke("sites", "detect", server.url)
    assert done.returncode == 0 and "platform generic" in done.stdout and "no platform's marks" in done.stdout


def test_a_page_that_may_not_or_cannot_be_asked_for_is_named() -> None:
    def said(url: str) -> str:
        done = invoke("sites", "detect", url)
        assert done.returncode == 1
        return done.stderr

    assert "is not public" in said("http://10.0.0.1/")
    assert "only http" in said("file:///etc/passwd")
    assert "robots.txt" in said("http://127.0.0.1:1/")
    with serving(NewsServer(3, robots=Reply(200, b"User-agent: *\nDisallow: /"))) as server:
        assert "robots.txt forbids" in said(server.url)
    with serving(NewsServer(3)) as server:
        assert "status 404" in said(f"{server.url}khong-co")


def test_a_check_has_a_line_a_site_and_its_status(sites: tuple[Site, ...], own: Path, tmp_path: Path) -> None:
    assert invoke("sites", "detect", str(sites[0].url), "-o", tmp_path / "served.toml").returncode == 0
    served = (tmp_path / "served.toml").read_text(encoding="utf-8")
    site_id = served.split('id = "')[1].split('"')[0]
    good = invoke("sites", "check", site_id, "--sites", tmp_path / "served.toml")
    assert good.returncode == 0 and good.stdout.startswith(site_id) and " ok " in good.stdout and "title" in good.stdout
    bad = invoke("sites", "check", "xa-mau", "--sites", own)
    assert bad.returncode == 1 and bad.stdout.startswith("xa-mau") and "unreachable" in bad.stdout
