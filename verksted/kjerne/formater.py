"""Dates, clock times, numbers and lists as Norwegians write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    from verksted.kjerne.tekster import Maalform

# Babel has nynorsk dates under "nn", and bokmål under "nb".
NBSP = "\u00a0"


def dato_lang(dato: date, maalform: Maalform) -> str:
    """Return for instance «torsdag 20. januar 2028»."""
    return format_date(dato, "EEEE d. MMMM y", locale=maalform)


def dato_kort(dato: date) -> str:
    """Return for instance «20.01.2028»."""
    return f"{dato:%d.%m.%Y}"


def klokkeslett(tid: time) -> str:
    """Return for instance «kl. 17.00», with a space that does not break."""
    return f"kl.{NBSP}{tid:%H.%M}"


def heltall(verdi: int) -> str:
    """Return for instance «−1 362 250»: U+00A0 between thousands, U+2212 as minus."""
    return format_decimal(verdi, locale="nb").replace("-", "\u2212")  # CLDR has the hyphen


def oppramsing(ledd: Sequence[str], maalform: Maalform) -> str:
    """Return for instance «V1-G1-02, V1-G2-01 og V1-G3-07»."""
    return format_list(list(ledd), locale=maalform)
