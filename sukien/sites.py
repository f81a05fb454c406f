"""`sukien sites`: the sites of the registry, and the platform of a page."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.terminal import SitesFile, complete_province, complete_site, fail

if TYPE_CHECKING:
    from scraper.article import Page
    from scraper.sites import Registry, Site

app = typer.Typer(no_args_is_help=True, help="The registry: which sites there are, and which platform a page is on.")


@app.command("list", epilog="Example: `sukien sites list --province 'Điện Biên' --json`")
def list_sites(
    province: Annotated[
        str | None,
        typer.Option(help="Only of this province, former or present name.", autocompletion=complete_province),
    ] = None,
    own: SitesFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print an array of objects.")] = False,
) -> None:
    """List the sites with their unit, platform and status."""
    registry = registry_of(own)
    chosen = registry.of_province(province) if province else tuple(registry.sites.values())
    if province and not chosen:
        fail(f"no site of a province {province!r} is in the registry")
    if json:
        typer.echo(json_module.dumps([_summary(site, registry) for site in chosen], ensure_ascii=False, indent=1))
        return
    for site in chosen:
        unit = ", ".join(name for name in (site.commune, site.district, site.province) if name)
        typer.echo(f"{site.id:<36} {site.platform:<12} {site.status:<10} {unit}")


@app.command(epilog="Example: `sukien sites show muonglay-dienbien`")
def show(
    site_id: Annotated[str, typer.Argument(metavar="ID", autocompletion=complete_site)], own: SitesFile = None
) -> None:
    """Show everything that the registry holds of one site."""
    for key, value in site_of(registry_of(own), site_id).model_dump(mode="json", exclude_defaults=True).items():
        typer.echo(f"{key:<14} {value}")


@app.command(epilog="Example: `sukien sites detect http://127.0.0.1:8080/ -o mine.toml`")
def detect(
    url: Annotated[str, typer.Argument(help="A page of the site: its front page, or a listing of its news.")],
    out: Annotated[Path | None, typer.Option("-o", "--out", help="Write a site entry to this TOML file.")] = None,
) -> None:
    """Say which platform a page is on, and why; write an entry that `crawl --sites FILE.toml` takes as it is."""
    from scraper.pages.obstacles import obstacle_on
    from scraper.policy.obstacles import ADVICE
    from scraper.survey.detect import detect as detect_page
    from scraper.survey.toml import entry_toml

    page = page_at(url)
    found = detect_page(page)
    typer.echo(f"platform {found.platform}")
    for weight, reason in found.reasons:
        typer.echo(f"{weight:>4}  {reason}")
    if not found.reasons:
        typer.echo("      no platform's marks were seen; articles will be read by what their heads and texts tell")
    obstacle = obstacle_on(page)
    if obstacle:
        typer.secho(f"the page is {ADVICE[obstacle]}", fg="yellow", err=True)
    if not out:
        return
    from scraper.boundary.files import replace_text

    why = "\n".join([f"Detected at {url}:", *(f"- {reason}" for _, reason in found.reasons)])
    replace_text(out, entry_toml(found.entry, why))
    typer.echo(f"wrote {out}; crawl it with: sukien crawl {found.entry.id} --sites {out}")


@app.command(epilog="Example: `sukien sites check muonglay-dienbien huulung-langson`")
def check(
    site_ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]…", help="Sites; without any, all.", autocompletion=complete_site),
    ] = None,
    own: SitesFile = None,
) -> None:
    """Look at sites live: reachable, allowed by robots.txt, still on their platform, how much of an article is read."""
    from scraper.survey.check import survey
    from scraper.survey.fetch import visiting

    registry = registry_of(own)
    chosen = [site_of(registry, one) for one in site_ids] if site_ids else list(registry.sites.values())
    states = []
    with visiting() as visitor:
        for site in chosen:
            seen = survey(site, visitor)
            states.append(seen.state)
            rates = " ".join(f"{name} {share:.0%}" for name, share in seen.filled)
            typer.echo(f"{site.id:<36} {seen.state:<12} {seen.read}/{seen.listed} read  {rates or seen.note}")
    if any(state != "ok" for state in states):
        raise typer.Exit(1)


def page_at(url: str) -> Page:
    """The page at a URL. Ends the command where it cannot or may not be read."""
    from scraper.pages.obstacles import obstacle_on
    from scraper.policy.guards import URLRefused
    from scraper.policy.obstacles import ADVICE
    from scraper.survey.fetch import Unreachable, visiting

    try:
        with visiting() as visitor:
            page = visitor.enter(url)
    except (Unreachable, URLRefused) as error:
        fail(f"{url}: robots.txt forbids asking" if getattr(error, "reason", "") == "robots" else str(error))
    if obstacle_on(page) == "challenge":
        fail(f"{url}: {ADVICE['challenge']}")
    if page.status != 200:
        fail(f"{url}: status {page.status}")
    return page


def _summary(site: Site, registry: Registry) -> dict[str, object]:
    """The data of a site in `sites list --json`."""
    return {
        "id": site.id,
        "url": site.url,
        "name": site.name,
        **_unit(site),
        "platform": site.platform,
        "status": site.status,
        "valid_until": site.valid_until.isoformat() if site.valid_until else None,
        "successor": site.successor,
        "successor_host": registry.successor_host(site),
        "seen": site.seen,
        "evidence": site.evidence,
    }


def _unit(site: Site) -> dict[str, str | None]:
    keys = (
        "level",
        "province",
        "province_code",
        "province_2025",
        "province_2025_code",
        "district",
        "district_code",
        "commune",
        "commune_code",
    )
    return {key: getattr(site, key) for key in keys}


def registry_of(own: Path | None) -> Registry:
    """The registry, with the user's own sites. Ends the command where their file cannot be read."""
    from scraper.sites import RegistryError, load_registry

    try:
        return load_registry(own)
    except (OSError, RegistryError) as error:
        fail(str(error))


def site_of(registry: Registry, site_id: str) -> Site:
    """The site of an id. Ends the command where there is none."""
    from scraper.sites import UnknownSite

    try:
        return registry.get(site_id)
    except UnknownSite as error:
        fail(str(error))
