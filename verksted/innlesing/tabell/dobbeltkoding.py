"""Text that was UTF-8, read as Windows-1252 or Latin-1 and saved again, once or more: «JÃ¸rgen» was «Jørgen».

It is mended only where it is certain: the letters, as bytes, must again be faultless UTF-8. A real «Ã» is not.
"""

from __future__ import annotations

from typing import Final

from verksted.innlesing.problem import Alvor, Problem, Sted

_GANGER: Final = 3
# What cp1252 has no letter for is left as Latin-1 has it.
_BYTES: Final = {chr(b): b for b in range(256)} | {
    bytes([b]).decode("cp1252"): b for b in range(128, 160) if b not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}


def kan_vaere_dobbel(tekst: str) -> bool:
    """Say whether there is anything to try."""
    return "Ã" in tekst or "Â" in tekst or "Ä" in tekst


def rettet(tekst: str) -> str:
    """Return the text as it was first written, or as it stands when that is not certain."""
    for _ in range(_GANGER):
        if not kan_vaere_dobbel(tekst):
            break
        try:
            foer = bytes(_BYTES[tegn] for tegn in tekst).decode("utf-8")
        except (KeyError, UnicodeDecodeError):
            break
        if foer == tekst:
            break
        tekst = foer
    return tekst


def rettet_og_nevnt(tekst: str, doble: list[str]) -> str:
    """Return the text mended, and note in `doble` what it became when that is something else."""
    if not kan_vaere_dobbel(tekst) or (ny := rettet(tekst)) == tekst:
        return tekst
    doble.append(ny)
    return ny


def om_dobbeltkoding(doble: list[str], filnavn: str) -> tuple[Problem, ...]:
    """Return what to say of the cells that were mended."""
    if not doble:
        return ()
    grunn = {"antall": len(doble), "eksempel": " ".join(doble[0].split())[:60]}
    return (Problem("dobbeltkodet_tekst", Alvor.MERKNAD, Sted(filnavn), grunn),)
