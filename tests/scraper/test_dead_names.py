"""Names without a response of their name server: hundreds of them do not prevent the crawl of a live site."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from scraper.frontier.status import site_status
from scraper.sites import Site
from scraper.survey.toml import entry_toml
from tests.scraper.servers import NewsServer, serving

DEAD = 400
INSIDE = (
    "ip link set lo up && mount --bind {folder}/resolv.conf /etc/resolv.conf && "
    "exec {python} -m tests.scraper.test_dead_names {folder}"
)
MAY_BE_APART = shutil.which("unshare") and shutil.which("ip") and os.geteuid() == 0


@pytest.mark.slow
@pytest.mark.skipif(not MAY_BE_APART, reason="needs namespaces of the network and of mounts")
def test_hundreds_of_dead_names_do_not_starve_a_live_site(tmp_path: Path) -> None:
    """Runs in a network namespace whose only name server, on loopback, accepts every query and answers none."""
    (tmp_path / "resolv.conf").write_text("nameserver 127.0.0.1\noptions timeout:2 attempts:2\n", encoding="utf-8")
    script = INSIDE.format(folder=tmp_path, python=sys.executable)
    done = subprocess.run(["unshare", "-mn", "sh", "-c", script], capture_output=True, text=True, timeout=280)
    assert done.returncode == 0, done.stdout + done.stderr
    (live,) = [status for status in site_status(tmp_path / "data") if status.site_id == "thu-nghiem"]
    assert live.articles == 30


def crawl_beside_dead_names(folder: Path) -> None:
    """Crawl a site and hundreds of dead ones; ends as soon as the live one is read, or after two minutes."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as mute, serving(NewsServer(30)) as server:
        mute.bind(("127.0.0.1", 53))
        threading.Thread(target=swallow, args=(mute,), daemon=True).start()
        dead = [Site(id=f"xa-{number}", name="Xã", url=f"http://xa{number}.example/") for number in range(DEAD)]
        sites = "".join(map(entry_toml, [*dead, server.site()]))
        (folder / "sites.toml").write_text(sites, encoding="utf-8")
        words = ["crawl", "--sites", str(folder / "sites.toml"), "--data", str(folder / "data"), "--delay", "0"]
        process = subprocess.Popen([sys.executable, "-m", "sukien", *words], stdout=subprocess.DEVNULL)
        end = time.monotonic() + 120
        while len(server.hits) < 32 and time.monotonic() < end:
            time.sleep(0.1)
        try:
            time.sleep(2.0)  # what was asked last is written
        finally:
            process.terminate()
            process.wait(150)
        assert len(server.hits) >= 32, f"{len(server.hits)} pages of the live site were asked"


def swallow(mute: socket.socket) -> None:
    while True:
        mute.recv(4096)


if __name__ == "__main__":
    crawl_beside_dead_names(Path(sys.argv[1]))
