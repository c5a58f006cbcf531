"""What the user says of a file's columns, put into its headings, so that every reader reads it by its own rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.celler import Rad
from verksted.innlesing.tabell.kolonner import ord_for
from verksted.visning.innlesing import LESES_IKKE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.innlesing.tabell.celler import Arbeidsbok, Ark, Celle
    from verksted.visning.innlesing import Kolonnevalg

# The number of a heading row that is not in the file.
UTEN_HODE: Final = -1


def med_kolonnevalg(bok: Arbeidsbok, slag: str, valg: Kolonnevalg | None) -> Arbeidsbok:
    """Return the workbook with the chosen columns named as the readers of `slag` name them, the others as they were.

    A column that is not to be read is emptied from the heading down; a sheet without a heading is given one.
    """
    if valg is None:
        return bok
    arkene = tuple(ark for ark in bok.ark if not valg.bare_arket or ark.navn == valg.ark)
    if valg.felt:
        arkene = tuple(_omdoept(ark, slag, valg) if ark.navn == valg.ark else ark for ark in arkene)
    return replace(bok, ark=arkene)


def _omdoept(ark: Ark, slag: str, valg: Kolonnevalg) -> Ark:
    navn = {kolonne: _overskrift(felt, slag) for kolonne, felt in valg.felt.items()}
    if valg.hode is None:
        bredde = max(navn, default=-1) + 1
        hode = Rad(UTEN_HODE, tuple(navn.get(kolonne) for kolonne in range(bredde)))
        return replace(ark, rader=(hode, *(_toemt(rad, navn) for rad in ark.rader)))
    rader = []
    for rad in ark.rader:
        if rad.nummer == valg.hode:
            rader.append(_satt(rad, navn))
        else:
            rader.append(_toemt(rad, navn) if rad.nummer > valg.hode else rad)
    return replace(ark, rader=tuple(rader))


def _overskrift(felt: str, slag: str) -> str | None:
    """Return the first name a field is known by; a year is its own heading."""
    return None if felt == LESES_IKKE else ord_for(slag).get(felt, (felt,))[0]


def _satt(rad: Rad, navn: Mapping[int, str | None]) -> Rad:
    celler: list[Celle] = [*rad.celler, *[None] * (max(navn) + 1 - len(rad.celler))]
    for kolonne, tekst in navn.items():
        celler[kolonne] = tekst
    return replace(rad, celler=tuple(celler))


def _toemt(rad: Rad, navn: Mapping[int, str | None]) -> Rad:
    borte = {kolonne for kolonne, tekst in navn.items() if tekst is None}
    if not borte:
        return rad
    return replace(rad, celler=tuple(None if k in borte else celle for k, celle in enumerate(rad.celler)))
