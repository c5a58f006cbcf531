"""Where the words that were searched for stand in a text, in whatever form they have there."""

from __future__ import annotations

import re
from typing import Final

from verksted.regler.ordstamme import ordene_i, stamme

_ORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FORAN: Final = 24  # letters before the first hit in an excerpt


def merk_ord(tekst: str, soeketekst: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of every word with a stem that was searched for; the last one searched may be half written.

    A code that was searched for is found where it begins.
    """
    letes = ordene_i(soeketekst)
    if not letes:
        return ()
    stammer = {stamme(ordet) for ordet in letes}
    siste = letes[-1].casefold()
    siste_stamme = stamme(siste)
    return tuple(
        treff.span()
        for treff in _ORD.finditer(tekst)
        if (rot := stamme(treff[0])) in stammer or rot.startswith(siste_stamme) or treff[0].casefold().startswith(siste)
    )


def utdrag(tekst: str, soeketekst: str, *, lengde: int = 140) -> str:
    """Return the text in one line, cut so that the first hit is seen; «…» stands where something is left out."""
    linje = " ".join(tekst.split())
    merket = merk_ord(linje, soeketekst)
    fra = max(0, merket[0][0] - _FORAN) if merket else 0
    if fra:
        fra = linje.find(" ", fra, merket[0][0]) + 1 or fra
    bit = linje[fra : fra + lengde]
    return ("… " if fra else "") + bit + (" …" if fra + lengde < len(linje) else "")
