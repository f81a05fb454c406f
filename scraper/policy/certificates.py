"""The validity of a server's certificate. Those of many authorities have expired; their sites are read, and it is
recorded."""

from __future__ import annotations

import ipaddress
from datetime import datetime
from typing import Any

from cryptography import x509


def certificate_state(certificate: Any, host: str, now: datetime) -> str:
    """The state of Twisted's peer certificate: "in order", expired, not yet valid, self-signed, other name.

    The chain of trust is not verified: these servers often send only a part of it.
    """
    parsed: x509.Certificate = certificate.original.to_cryptography()
    name = host.rpartition(":")[0] or host
    faults = {
        "expired": parsed.not_valid_after_utc < now,
        "not yet valid": parsed.not_valid_before_utc > now,
        "self-signed": parsed.issuer == parsed.subject,
        "other name": not _names(parsed, name),
    }
    return ", ".join(fault for fault, found in faults.items() if found) or "in order"


def _names(certificate: x509.Certificate, host: str) -> bool:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return False
    try:
        return ipaddress.ip_address(host) in names.get_values_for_type(x509.IPAddress)
    except ValueError:
        return any(_matches(pattern, host) for pattern in names.get_values_for_type(x509.DNSName))


def _matches(pattern: str, host: str) -> bool:
    if pattern.startswith("*."):
        return host.partition(".")[2].lower() == pattern[2:].lower()
    return pattern.lower() == host.lower()
