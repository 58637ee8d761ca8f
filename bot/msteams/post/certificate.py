"""The certificate that proves who the bot is: a PEM file with private key and certificate, checked before anything starts."""

from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key

from bot.settings import CannotStart


def read_certificate(file: Path) -> dict[str, str]:
    """The private key and its certificate as msal takes them. Raises CannotStart where either is missing, unfit or out of its time."""
    try:
        pem = file.read_bytes()
    except OSError as error:
        raise _fault(file, f"cannot be read: {(error.strerror or 'unknown reason').lower()}. Give this user the right to.") from None
    key = _key(file, pem)
    certificate = _certificate_of(key, file, pem)
    _check_time(file, certificate)
    return {
        "private_key": key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
        "public_certificate": certificate.public_bytes(Encoding.PEM).decode(),
    }


def _key(file: Path, pem: bytes) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(pem, None)
    except TypeError:
        raise _fault(file, "holds a private key with a password. Store it without, readable by this user alone.") from None
    except ValueError:
        raise _fault(file, "holds no private key that can be read. Put the private key and its certificate (PEM) into it.") from None
    if not isinstance(key, RSAPrivateKey):
        raise _fault(file, "holds a private key that is not RSA, which Microsoft Entra does not take. Make an RSA one.")
    return key


def _certificate_of(key: RSAPrivateKey, file: Path, pem: bytes) -> x509.Certificate:
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise _fault(file, "holds no certificate that can be read. Put the private key and its certificate (PEM) into it.") from None
    for certificate in found:
        if certificate.public_key() == key.public_key():
            return certificate
    raise _fault(file, "holds a certificate and a private key that do not belong together. Put in the two that were made as a pair.")


def _check_time(file: Path, certificate: x509.Certificate) -> None:
    now = datetime.now(UTC)
    if now > certificate.not_valid_after_utc:
        raise _fault(
            file, f"holds a certificate that ended on {certificate.not_valid_after_utc:%d %B %Y}. Renew it, here and in the registration."
        )
    if now < certificate.not_valid_before_utc:
        raise _fault(file, f"holds a certificate that is not valid before {certificate.not_valid_before_utc:%d %B %Y}. Check the clock.")


def _fault(file: Path, what: str) -> CannotStart:
    return CannotStart(f"ASSISTANT_APP_CERTIFICATE: {file} {what}")
