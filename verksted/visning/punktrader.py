"""Plenary points for printing: what they say, which notes they gather, and what each list remarked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.kjerne.ider import kodeorden
from verksted.regler.alfabet import navneorden

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.modell.innspill import Innspill
    from verksted.modell.punkt import Behandling
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.prioritering import Prikkedel


@dataclass(frozen=True, slots=True, kw_only=True)
class MerknadRad:
    """One list's remark, in its own words."""

    liste: str
    listekode: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PunktRad:
    """One plenary point. `prikker` is None when the point was not in any count of dots.

    `samlet_fra` and `loeftet_av` are numbers of tables; `behandling` is empty until the point has an answer.
    """

    kode: str
    verksted: int
    spoersmaal: int | None
    tittel: str
    tekst: str
    standpunkt: str
    enighet: str
    prioritet: int | None
    maa_utredes: bool
    aapent_spoersmaal: str
    prikker: int | None
    prikkebord: tuple[int, ...]
    antall_bord: int
    bord_kjent: bool
    samlet_fra: tuple[int, ...]
    loeftet_av: tuple[int, ...]
    kilder: tuple[str, ...]
    merknader: tuple[MerknadRad, ...]
    plansteder: tuple[str, ...]
    behandling: str
    begrunnelse: str


def bygg_punktrader(grunnlag: Grunnlag, verksted_id: str, prioritering: Iterable[Prikkedel]) -> tuple[PunktRad, ...]:
    """Return the points of the workshop in the order of their codes."""
    nummer = {v.id: v.nummer for v in grunnlag.verksted}[verksted_id]
    spoersmaal = {s.id: s.nummer for s in grunnlag.spoersmaal if s.verksted_id == verksted_id}
    antall_bord = sum(1 for g in grunnlag.gruppe if g.verksted_id == verksted_id)
    bordnummer = {g.id: g.nummer for g in grunnlag.gruppe}
    prikker = {rad.kode: (rad, del_) for del_ in prioritering for rad in del_.rader if rad.kode}
    kilder = _kilder(grunnlag)
    merknader = _merknader(grunnlag)
    steder = _plansteder(grunnlag)
    behandling = {b.punkt_id: b for b in grunnlag.behandling if b.punkt_id}
    rader = []
    for punkt in grunnlag.punkt:
        if punkt.verksted_id != verksted_id or punkt.fjernet:
            continue
        prikk, del_ = prikker.get(punkt.kode, (None, None))
        samlet = kilder[punkt.id]
        rader.append(
            PunktRad(
                kode=punkt.kode,
                verksted=nummer,
                spoersmaal=spoersmaal.get(punkt.spoersmaal_id or ""),
                tittel=punkt.tittel,
                tekst=punkt.tekst,
                standpunkt=f"standpunkt.{punkt.standpunkt}",
                enighet=f"enighet.{punkt.enighet}",
                prioritet=punkt.prioritet,
                maa_utredes=punkt.maa_utredes,
                aapent_spoersmaal=punkt.aapent_spoersmaal,
                prikker=prikk.prikker if prikk else None,
                prikkebord=prikk.bord if prikk else (),
                antall_bord=antall_bord,
                bord_kjent=del_.bord_kjent if del_ else False,
                samlet_fra=_bord(samlet, bordnummer),
                loeftet_av=_bord([i for i in samlet if i.loeftet], bordnummer),
                kilder=tuple(i.kode for i in samlet),
                merknader=merknader[punkt.id],
                plansteder=steder[punkt.id],
                **_svar(behandling.get(punkt.id)),
            )
        )
    return tuple(sorted(rader, key=lambda rad: kodeorden(rad.kode)))


def _svar(behandling: Behandling | None) -> dict[str, str]:
    if behandling is None:
        return {"behandling": "", "begrunnelse": ""}
    return {"behandling": f"behandling.{behandling.resultat}", "begrunnelse": behandling.begrunnelse}


def _bord(innspill: Iterable[Innspill], bordnummer: dict[str, int]) -> tuple[int, ...]:
    return tuple(sorted({bordnummer[i.gruppe_id] for i in innspill}))


def _kilder(grunnlag: Grunnlag) -> dict[str, list[Innspill]]:
    innspill = {i.id: i for i in grunnlag.innspill if not i.fjernet}
    kilder: dict[str, list[Innspill]] = defaultdict(list)
    for kilde in grunnlag.punktkilde:
        if kilde.innspill_id in innspill:
            kilder[kilde.punkt_id].append(innspill[kilde.innspill_id])
    for samlet in kilder.values():
        samlet.sort(key=lambda i: kodeorden(i.kode))
    return kilder


def _merknader(grunnlag: Grunnlag) -> dict[str, tuple[MerknadRad, ...]]:
    lister = {liste.id: liste for liste in grunnlag.liste}
    per_punkt: dict[str, list[MerknadRad]] = defaultdict(list)
    for merknad in grunnlag.merknad:
        liste = lister[merknad.liste_id]
        per_punkt[merknad.punkt_id].append(MerknadRad(liste=liste.navn, listekode=liste.kode, tekst=merknad.tekst))
    ferdige = {pid: tuple(sorted(rader, key=lambda m: navneorden(m.liste))) for pid, rader in per_punkt.items()}
    return defaultdict(tuple, ferdige)


def _plansteder(grunnlag: Grunnlag) -> dict[str, tuple[str, ...]]:
    koder = {e.id: e.kode for e in grunnlag.planelement if not e.fjernet}
    steder: dict[str, set[str]] = defaultdict(set)
    for punkt in grunnlag.punkt:
        if punkt.planelement_id in koder:
            steder[punkt.id].add(koder[punkt.planelement_id])
    for lenke in grunnlag.sporlenke:
        if lenke.fra_type == "punkt" and lenke.til_id in koder:
            steder[lenke.fra_id].add(koder[lenke.til_id])
    ferdige = {pid: tuple(sorted(mengde, key=kodeorden)) for pid, mengde in steder.items()}
    return defaultdict(tuple, ferdige)
