"""The questions of one workshop, in the order of the program: to be edited, and as those who answer will see them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.modell.ordene import Innspillstype, Planrolle, Programart
from verksted.visning.programside import Verkstedvalg
from verksted.visning.trykk_spoersmaal import MED_HVORFOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.modell.verksted import Programpost, Spoersmaal, Verksted
    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True, slots=True, kw_only=True)
class Blokkvalg:
    """A block a question can be asked in."""

    id: str
    tittel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoersmaalrad:
    """One question. `blokk_id` is None where no block asks it; `innspill` is how many notes answer it.

    `gjelder` and `svartyper` are the words of `modell`. `med_hvorfor`: the answer is asked for its grounds.
    """

    id: str
    nummer: int
    blokk_id: str | None
    blokk: str
    tekst: str
    hjelpetekst: str
    tema: str
    gjelder: tuple[str, ...]
    svartyper: tuple[str, ...]
    maks_loeft: int
    kilde: str
    innspill: int
    med_hvorfor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoersmaalside:
    """`nummer` is None in a process without workshops. `nivaaer` are the plan's levels: (role, the process's word)."""

    verksteder: tuple[Verkstedvalg, ...]
    nummer: int | None = None
    blokker: tuple[Blokkvalg, ...] = ()
    spoersmaal: tuple[Spoersmaalrad, ...] = ()
    nivaaer: tuple[tuple[str, str], ...] = ()
    svartyper: tuple[str, ...] = tuple(str(type_) for type_ in Innspillstype)


def bygg_spoersmaalside(
    grunnlag: Grunnlag, nummer: int | None, innspill: Mapping[str, int] | None = None
) -> Spoersmaalside:
    """Return the questions of a workshop (the first where None); `innspill` is question id → notes."""
    verksteder = tuple(Verkstedvalg(nummer=v.nummer, tittel=v.tittel) for v in grunnlag.verksted)
    verksted = next((v for v in grunnlag.verksted if v.nummer == nummer), next(iter(grunnlag.verksted), None))
    if verksted is None:
        return Spoersmaalside(verksteder=())
    poster = {p.id: p for p in grunnlag.programpost if p.verksted_id == verksted.id}
    blokker = sorted((p for p in poster.values() if p.forelder_id is None), key=lambda p: p.rekkefoelge)
    plass = {blokk.id: nr for nr, blokk in enumerate(blokker)}
    rader = [_rad(s, poster, innspill or {}) for s in _egne(grunnlag, verksted)]
    rader.sort(key=lambda rad: (plass.get(rad.blokk_id or "", len(plass)), rad.nummer))
    return Spoersmaalside(
        verksteder=verksteder,
        nummer=verksted.nummer,
        blokker=tuple(Blokkvalg(id=b.id, tittel=b.tittel) for b in blokker if b.art is not Programart.PAUSE),
        spoersmaal=tuple(rader),
        nivaaer=_nivaaer(grunnlag),
    )


def _egne(grunnlag: Grunnlag, verksted: Verksted) -> list[Spoersmaal]:
    return [s for s in grunnlag.spoersmaal if s.verksted_id == verksted.id]


def _rad(s: Spoersmaal, poster: Mapping[str, Programpost], innspill: Mapping[str, int]) -> Spoersmaalrad:
    post = poster.get(s.programpost_id or "")
    blokk = poster.get(post.forelder_id or post.id) if post is not None else None
    return Spoersmaalrad(
        id=s.id,
        nummer=s.nummer,
        blokk_id=blokk.id if blokk is not None else None,
        blokk=blokk.tittel if blokk is not None else "",
        tekst=s.tekst,
        hjelpetekst=s.hjelpetekst,
        tema=s.tema,
        gjelder=tuple(str(rolle) for rolle in s.gjelder),
        svartyper=tuple(str(type_) for type_ in s.svartyper),
        maks_loeft=s.maks_loeft,
        kilde=s.kilde,
        innspill=innspill.get(s.id, 0),
        med_hvorfor=bool(MED_HVORFOR & {Innspillstype(type_) for type_ in s.svartyper}),
    )


def _nivaaer(grunnlag: Grunnlag) -> tuple[tuple[str, str], ...]:
    """Return each role once, with the first of the process's own words for it."""
    ordene: dict[str, str] = {}
    for nivaa in grunnlag.plannivaa:
        ordene.setdefault(str(Planrolle(nivaa.rolle)), nivaa.flertall)
    return tuple(ordene.items())
