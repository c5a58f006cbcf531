"""The notes of a workshop as rows for printing: word for word, in the order of tables and codes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden

if TYPE_CHECKING:
    from verksted.modell.innspill import InnspillRevisjon
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class InnspillRad:
    """One note. `spraak` is empty when the note is in the målform of the process; `versjoner` counts its wordings."""

    kode: str
    bord: int
    spoersmaal: int
    type: str
    tekst: str
    hvorfor: str = ""
    spraak: str = ""
    loeftet: bool = False
    trukket: bool = False
    trukket_grunn: str = ""
    etter_frist: bool = False
    versjoner: int = 1
    punkter: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BordVedlegg:
    """All that one table wrote, and the codes of the notes that were removed."""

    nummer: int
    navn: str
    innspill: tuple[InnspillRad, ...]
    fjernet: tuple[str, ...] = ()


def bygg_innspillrader(grunnlag: Grunnlag, verksted_id: str) -> tuple[InnspillRad, ...]:
    """Return every note of the workshop that is not removed, in the order of tables and codes."""
    revisjoner = _gjeldende_revisjoner(grunnlag)
    bordnummer = {g.id: g.nummer for g in grunnlag.gruppe}
    spoersmaal = {s.id: s.nummer for s in grunnlag.spoersmaal}
    punkter = _punkter_per_innspill(grunnlag)
    rader = []
    for innspill in grunnlag.innspill:
        if innspill.verksted_id != verksted_id or innspill.fjernet:
            continue
        revisjon = revisjoner[innspill.id, innspill.revisjon]
        spraak = revisjon.spraak or ""
        rader.append(
            InnspillRad(
                kode=innspill.kode,
                bord=bordnummer[innspill.gruppe_id],
                spoersmaal=spoersmaal[innspill.spoersmaal_id],
                type=f"innspillstype.{revisjon.type}",
                tekst=revisjon.tekst,
                hvorfor=revisjon.hvorfor,
                spraak="" if spraak == grunnlag.prosess.maalform else spraak,
                loeftet=innspill.loeftet,
                trukket=innspill.trukket,
                trukket_grunn=innspill.trukket_grunn,
                etter_frist=innspill.etter_frist,
                versjoner=innspill.revisjon,
                punkter=punkter.get(innspill.id, ()),
            )
        )
    return tuple(sorted(rader, key=lambda rad: (rad.bord, kodeorden(rad.kode))))


def bygg_vedlegg(grunnlag: Grunnlag, verksted_id: str, innspill: tuple[InnspillRad, ...]) -> tuple[BordVedlegg, ...]:
    """Return the notes table by table; a table that wrote nothing is there too."""
    per_bord: dict[int, list[InnspillRad]] = defaultdict(list)
    for rad in innspill:
        per_bord[rad.bord].append(rad)
    fjernet: dict[str, list[str]] = defaultdict(list)
    for borte in grunnlag.innspill:
        if borte.verksted_id == verksted_id and borte.fjernet:
            fjernet[borte.gruppe_id].append(borte.kode)
    bord = sorted((g for g in grunnlag.gruppe if g.verksted_id == verksted_id), key=lambda g: g.nummer)
    return tuple(
        BordVedlegg(
            nummer=g.nummer,
            navn=g.navn,
            innspill=tuple(per_bord[g.nummer]),
            fjernet=tuple(sorted(fjernet[g.id], key=kodeorden)),
        )
        for g in bord
    )


def _gjeldende_revisjoner(grunnlag: Grunnlag) -> dict[tuple[str, int], InnspillRevisjon]:
    return {(r.innspill_id, r.nummer): r for r in grunnlag.innspill_revisjon}


def _punkter_per_innspill(grunnlag: Grunnlag) -> dict[str, tuple[str, ...]]:
    koder = {p.id: p.kode for p in grunnlag.punkt if not p.fjernet}
    samlet: dict[str, list[str]] = defaultdict(list)
    for kilde in grunnlag.punktkilde:
        if kilde.punkt_id in koder:
            samlet[kilde.innspill_id].append(koder[kilde.punkt_id])
    return {innspill_id: tuple(sorted(liste, key=kodeorden)) for innspill_id, liste in samlet.items()}
