"""`sukien sites`: which sites there are, and which platform a page is on."""

from __future__ import annotations

import json as json_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sukien.terminal import SitesFile, fail

if TYPE_CHECKING:
    from scraper.sites import Registry, Site

app = typer.Typer(no_args_is_help=True, help="The registry: which sites there are, and which platform a page is on.")


@app.command("list", epilog="Example: `sukien sites list --province 'Điện Biên' --json`")
def list_sites(
    province: Annotated[str | None, typer.Option(help="Only of this province, former or present name.")] = None,
    own: SitesFile = None,
    json: Annotated[bool, typer.Option("--json", help="Print an array of objects.")] = False,
) -> None:
    """List the sites with their unit, platform and status."""
    registry = registry_of(own)
    chosen = registry.of_province(province) if province else tuple(registry.sites.values())
    if province and not chosen:
        fail(f"no site of a province {province!r} is in the registry")
    if json:
        typer.echo(json_module.dumps([_summary(site) for site in chosen], ensure_ascii=False, indent=1))
        return
    for site in chosen:
        unit = ", ".join(name for name in (site.commune, site.district, site.province) if name)
        typer.echo(f"{site.id:<36} {site.platform:<12} {site.status:<10} {unit}")


@app.command(epilog="Example: `sukien sites show muonglay-dienbien`")
def show(site_id: Annotated[str, typer.Argument(metavar="ID")], own: SitesFile = None) -> None:
    """Show everything that the registry holds of one site."""
    for key, value in site_of(registry_of(own), site_id).model_dump(mode="json", exclude_defaults=True).items():
        typer.echo(f"{key:<14} {value}")


def _summary(site: Site) -> dict[str, object]:
    """What `sites list --json` prints of a site."""
    return {
        "id": site.id,
        "url": site.url,
        "name": site.name,
        **_unit(site),
        "platform": site.platform,
        "status": site.status,
        "seen": site.seen,
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
    from scraper.sites import RegistryError, load_registry

    try:
        return load_registry(own)
    except (OSError, RegistryError) as error:
        fail(str(error))


def site_of(registry: Registry, site_id: str) -> Site:
    from scraper.sites import UnknownSite

    try:
        return registry.get(site_id)
    except UnknownSite as error:
        fail(str(error))
