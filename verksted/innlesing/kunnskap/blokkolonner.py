"""What each column of a table is for: names, periods, figures, units, sources, themes, remarks; and its headings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from verksted.innlesing.kunnskap.perioder import del_overskrift, er_dimensjon, periode_i
from verksted.innlesing.kunnskap.tallceller import cellene, er_tom, er_verdi
from verksted.innlesing.tabell.kolonner import felt_for
from verksted.innlesing.tabell.tabellfil import celletekst

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.kunnskap.tallblokker import Blokk
    from verksted.innlesing.tabell.tabellfil import Rad

Kolonneslag = Literal["navn", "periode", "verdi", "enhet", "kilde", "tema", "merknad"]


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column: what it is for, the words over it, and the period those words name."""

    slag: Kolonneslag
    ledd: tuple[str, ...]
    periode: str | None = None


def finn_kolonner(blokk: Blokk) -> dict[int, Kolonne]:
    """Return what each column with something in it is for, by column from 0."""
    data = [rad for _, rad in blokk.rader]
    brukte = sorted({i for rad in (*data, *blokk.hoder) for i in cellene(rad)})
    med_data = [i for i in brukte if any(not er_tom(rad.celle(i)) for rad in data)]
    foerste = med_data[0]
    slag = {i: _slag(i, data, blokk.hoder, er_foerst=i == foerste) for i in med_data}
    # Words to the right of the figures are remarks, to the left names.
    verdier = [i for i, s in slag.items() if s == "verdi"]
    start = min(verdier, default=foerste + 1)
    flere_navn = sum(1 for i, s in slag.items() if s == "navn" and i < start) > 1
    kolonner: dict[int, Kolonne] = {}
    for i, ett in slag.items():
        sitt: Kolonneslag = "merknad" if ett == "navn" and i > start else ett
        if sitt == "navn" and flere_navn and _er_tema(overskrifter(i, blokk.hoder)):
            sitt = "tema"
        stien = _stien(i, blokk.hoder, start) if sitt == "verdi" else overskrifter(i, blokk.hoder)
        ledd, periode = _del_sti(stien) if sitt == "verdi" else (stien, None)
        kolonner[i] = Kolonne(sitt, ledd, periode)
    return kolonner


def _slag(i: int, data: Sequence[Rad], hoder: Sequence[Rad], *, er_foerst: bool) -> Kolonneslag:
    celler = [c for rad in data if not er_tom(c := rad.celle(i))]
    over = overskrifter(i, hoder)
    er_kode = any(er_dimensjon(t, "kode") for t in over)
    er_tid = any(er_dimensjon(t, "time") for t in over)
    if (er_foerst or er_tid) and not er_kode and all(periode_i(c) for c in celler):
        return "periode"
    if er_foerst or er_kode:
        return "navn"
    felt = next((f for t in over if (f := felt_for(t, "kunnskap"))), None)
    tall = sum(1 for c in celler if er_verdi(c) or periode_i(c))
    if tall * 2 < len(celler) or (not tall):
        if felt == "enhet":
            return "enhet"
        if felt == "kilde":
            return "kilde"
        # Headings that are periods have figures under them, also when most of them are words.
        if not any(periode_i(hode.celle(i)) for hode in hoder):
            return "merknad" if felt == "tekst" else "navn"
    return "verdi"


def _er_tema(over: Sequence[str]) -> bool:
    return any(felt_for(t, "kunnskap") == "tema" and not er_dimensjon(t, "geo") for t in over)


def overskrifter(i: int, hoder: Sequence[Rad]) -> tuple[str, ...]:
    """Return the words that stand right over a column, from the top."""
    return tuple(t for hode in hoder if (t := celletekst(hode.celle(i))))


def _stien(i: int, hoder: Sequence[Rad], start: int) -> tuple[str, ...]:
    """Return the headings over a column, the upper ones spread to the right as merged cells show them."""
    sti: list[str] = []
    for nivaa, hode in enumerate(hoder):
        tekst = celletekst(hode.celle(i))
        if not tekst and nivaa < len(hoder) - 1:
            til_venstre = (celletekst(hode.celle(k)) for k in range(i - 1, start - 1, -1))
            tekst = next((t for t in til_venstre if t), "")
        if tekst and tekst not in sti:
            sti.append(tekst)
    return tuple(sti)


def _del_sti(sti: Sequence[str]) -> tuple[tuple[str, ...], str | None]:
    """Return a column's labels and its period."""
    ledd: list[str] = []
    periode: str | None = None
    for tekst in sti:
        if p := periode_i(tekst):
            if periode:
                ledd.append(periode)
            periode = p
            continue
        navn, p = del_overskrift(tekst)
        if p and periode is None:
            periode = p
        else:
            navn = tekst
        if navn and not er_dimensjon(navn, "verdi") and not er_dimensjon(navn, "time"):
            ledd.append(navn)
    return tuple(ledd), periode
