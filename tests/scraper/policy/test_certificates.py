"""A server with an expired certificate is read, and the state of its certificate is recorded."""

from __future__ import annotations

import ipaddress
import ssl
import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from sqlalchemy import select

from scraper.crawl import crawl
from scraper.engine.options import CrawlOptions
from scraper.frontier.schema import HOSTS, open_store, state_url
from tests.scraper.servers import NewsServer, serving


def context(folder: Path, expires: datetime, address: str) -> ssl.SSLContext:
    """A server's TLS context with a self-signed certificate for an IP address."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "suoitrong")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(expires - timedelta(days=90)).not_valid_after(expires)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))])
    certificate = builder.add_extension(names, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    pem = folder / "server.pem"
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(pem)
    return made


@pytest.mark.slow
@pytest.mark.parametrize(
    ("days", "address", "state"),
    [(-30, "127.0.0.1", "expired, self-signed"), (30, "127.0.0.2", "self-signed, other name")],
)
def test_the_state_of_a_certificate_is_recorded(tmp_path: Path, days: int, address: str, state: str) -> None:
    tls = context(tmp_path, datetime.now(UTC) + timedelta(days=days), address)
    data = tmp_path / "data"
    with serving(NewsServer(3), tls) as server:
        outcome = crawl([server.site()], CrawlOptions(data=data, readers=0))
    assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 3
    engine = open_store(state_url(data), writing=False)
    with engine.connect() as connection:
        host = f"127.0.0.1:{server.port}"
        assert connection.execute(select(HOSTS.c.certificate).where(HOSTS.c.host == host)).scalar_one() == state
    engine.dispose()


def old(folder: Path, version: ssl.TLSVersion, ciphers: str) -> ssl.SSLContext:
    """The context of a server that speaks one version of TLS only, without elliptic curves, and has a short key."""
    key = rsa.generate_private_key(65537, 1024)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "suoitrong")])
    builder = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    now = datetime.now(UTC)
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    certificate = builder.sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    pem = folder / "server.pem"
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        made.minimum_version = made.maximum_version = version
    made.set_ciphers(ciphers)
    made.load_cert_chain(pem)
    return made


@pytest.mark.parametrize(
    ("version", "ciphers"),
    [
        (ssl.TLSVersion.TLSv1, "DEFAULT:@SECLEVEL=0"),
        (ssl.TLSVersion.TLSv1_1, "DEFAULT:@SECLEVEL=0"),
        (ssl.TLSVersion.TLSv1, "AES128-SHA:@SECLEVEL=0"),
        (ssl.TLSVersion.TLSv1_2, "AES256-SHA:@SECLEVEL=0"),
    ],
    ids=["TLS 1.0", "TLS 1.1", "TLS 1.0, one cipher", "TLS 1.2, one cipher"],
)
def test_a_server_of_old_tls_is_read(tmp_path: Path, version: ssl.TLSVersion, ciphers: str) -> None:
    if not (ssl.HAS_TLSv1 and ssl.HAS_TLSv1_1):
        pytest.skip("the OpenSSL of this machine speaks no TLS 1.0")
    with serving(NewsServer(3), old(tmp_path, version, ciphers)) as server:
        outcome = crawl([server.site()], CrawlOptions(data=tmp_path / "data", readers=0, timeout=5))
    assert outcome.exit_status == 0 and outcome.sites[0].status.articles == 3


def test_a_server_whose_only_cipher_this_openssl_has_not_is_named(tmp_path: Path) -> None:
    """A cipher without a certificate is none that a client of the web takes."""
    with serving(NewsServer(3), old(tmp_path, ssl.TLSVersion.TLSv1_2, "PSK-AES128-CBC-SHA:@SECLEVEL=0")) as server:
        options = CrawlOptions(data=tmp_path / "data", readers=0, longest_wait=1, timeout=5)
        outcome = crawl([server.site()], options)
        assert server.requests == 0
    assert outcome.exit_status == 1 and list(outcome.sites[0].status.resting.values()) == ["tls"]


def test_a_server_with_which_no_secure_connection_is_possible_is_left_with_a_word(tmp_path: Path) -> None:
    with serving(NewsServer(3)) as server:  # it speaks no TLS
        url = f"https://127.0.0.1:{server.port}/"
        site = server.site(url=url, listings=(f"{url}tin-tuc/",))
        outcome = crawl([site], CrawlOptions(data=tmp_path / "data", readers=0, longest_wait=1, timeout=5))
        assert server.requests == 0
    assert outcome.exit_status == 1 and list(outcome.sites[0].status.resting.values()) == ["tls"]
