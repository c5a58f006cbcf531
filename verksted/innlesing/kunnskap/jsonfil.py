"""JSON from outside: bounded in size, depth and digits, exact numbers (Decimal), no NaN.

Raises KanIkkeLesesSomJson.
"""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any, Final, NoReturn

from verksted.kjerne.feil import KjentFeil

STOERST: Final = 32 * 1024 * 1024
# Bytes that may stand before the first bracket: white space, byte order marks, and the zeros of UTF-16 and UTF-32.
_FORAN: Final = b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"


class KanIkkeLesesSomJson(KjentFeil):
    """The file starts like JSON and is not, or is too large or too deep to be read safely (data: fil)."""


def ser_ut_som_json(data: bytes) -> bool:
    """Say whether the first sign is a bracket, whatever the encoding."""
    return data[:64].lstrip(_FORAN)[:1] in {b"{", b"["}


def les_json(data: bytes, filnavn: str) -> Any:  # noqa: ANN401 - what JSON can be
    """Return the value; numbers are int or Decimal (raises KanIkkeLesesSomJson)."""

    def avvis(_navn: str) -> NoReturn:
        raise ValueError

    if len(data) > STOERST:
        raise KanIkkeLesesSomJson(fil=filnavn)
    try:
        return json.loads(_dekod(data), parse_float=Decimal, parse_constant=avvis)
    except (ValueError, ArithmeticError, RecursionError, MemoryError):
        # ValueError is also what Python says to text that is not UTF-8 and to integers of thousands of digits.
        raise KanIkkeLesesSomJson(fil=filnavn) from None


def _dekod(data: bytes) -> str:
    koding = json.detect_encoding(data)
    try:
        return data.decode(koding)
    except UnicodeDecodeError:
        return data.decode("cp1252")
