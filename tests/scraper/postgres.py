"""A real PostgreSQL server for the tests, of Debian's binaries, in a temporary folder, listening on a socket there."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PORT = "5439"  # names the socket; nothing listens on the network


@dataclass(frozen=True)
class PostgresServer:
    """A running server, with the folders of its programs and its socket."""

    programs: Path
    socket: Path

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database, which is dropped at the end."""
        name = f"crawl_{uuid.uuid4().hex[:8]}"
        self._run("createdb", name)
        try:
            yield f"postgresql://postgres@/{name}?host={self.socket}&port={PORT}"
        finally:
            self._run("dropdb", "--force", name)

    def _run(self, program: str, *words: str) -> None:
        where = ["-h", str(self.socket), "-p", PORT, "-U", "postgres"]
        subprocess.run([str(self.programs / program), *where, *words], check=True, capture_output=True)


def find_programs() -> Path | None:
    """The folder of the newest server's programs, or None."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def running(programs: Path) -> Iterator[PostgresServer]:
    """Start a server and stop it at the end. PostgreSQL refuses to run as root, so root runs it as "nobody"."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # a socket's path must be short
    as_user = _unprivileged(folder)
    control = [str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w", "-t", "60"]
    options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off"
    try:
        initdb = [str(programs / "initdb"), "-D", str(folder / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8"]
        subprocess.run([*as_user, *initdb, "--no-sync"], check=True, capture_output=True, cwd=folder)
        start = [*as_user, *control, "-l", str(folder / "log"), "-o", options, "start"]
        subprocess.run(start, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        yield PostgresServer(programs, folder)
    finally:
        subprocess.run([*as_user, *control, "-m", "immediate", "stop"], check=False, capture_output=True, cwd=folder)
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged(folder: Path) -> list[str]:
    if os.geteuid():
        return []
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    folder.chmod(0o755)
    return ["setpriv", f"--reuid={nobody.pw_uid}", f"--regid={nobody.pw_gid}", "--clear-groups"]
