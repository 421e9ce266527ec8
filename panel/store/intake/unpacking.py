"""Unpacking compressed bytes without ever holding more than a limit."""

import zlib

from panel.errors import DeclarationError

ACCEPTED = "gzip, deflate"
"""Encodings that we ask for, as the header ``Accept-Encoding`` lists them."""

_ANY_HEADER = zlib.MAX_WBITS | 32
_NO_HEADER = -zlib.MAX_WBITS


class Unpacker:
    """Takes the bytes of a body as they arrive and collects them unpacked.

    Args:
        encoding: The header ``Content-Encoding``; empty or ``identity`` leaves the bytes as they are.
        limit: Most bytes, packed and unpacked alike.
        url: Where they come from, for errors.
    """

    def __init__(self, encoding: str, limit: int, url: str) -> None:
        self._encoding = encoding.strip().lower()
        if self._encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise DeclarationError(f"{url!r} answers in the unasked encoding {encoding!r}; save it as a file")
        self._limit, self._url = limit, url
        self._stream = zlib.decompressobj(_ANY_HEADER)
        self._body = bytearray()
        self._arrived = 0

    def take(self, chunk: bytes) -> None:
        """Take the next bytes.

        Raises:
            DeclarationError: If that makes too many, or they aren't packed as was said.
        """
        self._arrived += len(chunk)
        if self._arrived > self._limit:
            raise self._too_large()
        if self._encoding in ("", "identity"):
            self._body += chunk
            return
        try:
            self._unpack(chunk)
        except zlib.error:
            problem = f"{self._url!r} answers with bytes that aren't {self._encoding}"
            raise DeclarationError(f"{problem}; save it as a file") from None

    def body(self) -> bytes:
        """Return everything, unpacked."""
        return bytes(self._body)

    def _unpack(self, chunk: bytes) -> None:
        if not self._body and self._arrived == len(chunk) and self._encoding == "deflate" and not _has_header(chunk):
            self._stream = zlib.decompressobj(_NO_HEADER)
        while chunk:
            self._body += self._stream.decompress(chunk, self._limit - len(self._body) + 1)
            if len(self._body) > self._limit:
                raise self._too_large()
            chunk = self._stream.unconsumed_tail
            if self._stream.eof:  # gzip may hold several members
                chunk, self._stream = self._stream.unused_data, zlib.decompressobj(_ANY_HEADER)

    def _too_large(self) -> DeclarationError:
        return too_large(self._url, self._limit)


def too_large(url: str, limit: int) -> DeclarationError:
    """Return the error about a document that is too large."""
    size = f"{limit / 1024**2:g} MB" if limit >= 1024**2 else f"{limit:,} bytes"
    return DeclarationError(f"{url!r} is larger than {size}; save the part that matters as a file")


def _has_header(chunk: bytes) -> bool:
    """Whether deflated bytes begin with zlib's header, which some servers leave out."""
    return len(chunk) >= 2 and chunk[0] & 0x0F == 8 and int.from_bytes(chunk[:2], "big") % 31 == 0
