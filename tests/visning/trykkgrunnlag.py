"""Rooms to print for: so many people at so many tables in so many rounds, on the small process of `grunnlagene`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.visning.grunnlagene import lag_grunnlag
from verksted.modell.deltaker import Gruppe, Gruppeinndeling, Liste, Mandat, Person, Plass
from verksted.modell.ordene import Mandatart

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.tekster import Maalform
    from verksted.visning.grunnlag import Grunnlag

_FORNAVN = ("Ågot", "Bjarte", "Øyvind", "Siv", "Tore", "Eli", "Ærlend", "Marit", "Per", "Aase", "Zakarias")
_ETTERNAVN = ("Utstrand", "Havnegård", "Ørland", "Sund", "Aasen", "Æsøy", "Lindrabb", "Vik")
_LISTER = (("Bygdelista", "BL"), ("Grønn framtid", "GF"), ("Arbeidslista", "AL"), ("Ny kurs", "NK"))
LANGT_NAVN = "Anne-Margrethe Kristiansdatter von der Lippe-Schwarzenberg Høgsnes Ytterøyane på Nedre Storhøgda"
FARLIGE_NAVN = (
    "<b>Per</b> & Pål",
    "=1+1 {navn} %s",
    'Siv "Sia" \u202eO\u2019Hara',
    "Bjørn\tTore\nVik",
    "李小龍 😀",
    "A\x00B\ufffe",
)


def lag_rom(
    antall: int = 12, *, bord: int = 3, runder: int = 1, navn: Sequence[str] = (), maalform: Maalform = "nb"
) -> Grunnlag:
    """Return workshop 1 with `antall` members, each at a new table in each round; `navn` replaces the first names.

    The first person at each table writes for it.
    """
    grunnlag = lag_grunnlag(maalform)
    navnene = [*navn, *(_navn(nr) for nr in range(len(navn), antall))][:antall]
    lister = [Liste(id=f"tl{n}", navn=navn_, kode=kode) for n, (navn_, kode) in enumerate(_LISTER)]
    personer = [
        Person(id=f"tp{n:03}", navn=navn_, foedselsaar=1957, bosted="Hemmelegvik") for n, navn_ in enumerate(navnene)
    ]
    mandater = [
        Mandat(
            id=f"tm{n:03}", person_id=person.id, organ_id="o", liste_id=f"tl{n % len(lister)}", art=Mandatart.MEDLEM,
            rekkefoelge=n,
        )
        for n, person in enumerate(personer)
    ]  # fmt: skip
    plasser = [
        Plass(
            id=f"ts{r}-{n}", inndeling_id=f"ti{r}", gruppe_id=f"tg{(n + r * (n // bord)) % bord}",
            person_id=person.id, sekretaer=n < bord,
        )
        for r in range(runder)
        for n, person in enumerate(personer)
    ]  # fmt: skip
    return replace(
        grunnlag,
        liste=tuple(lister),
        person=tuple(personer),
        mandat=tuple(mandater),
        tilstedevaerelse=(),
        gruppe=tuple(Gruppe(id=f"tg{n}", verksted_id="v1", nummer=n + 1) for n in range(bord)),
        gruppeinndeling=tuple(Gruppeinndeling(id=f"ti{r}", verksted_id="v1", runde=r + 1) for r in range(runder)),
        plass=tuple(plasser),
        avstemning=(), avstemningsrunde=(), alternativ=(), stemme=(), innspill=(), innspill_revisjon=(),
    )  # fmt: skip


def _navn(nr: int) -> str:
    fornavn = _FORNAVN[nr % len(_FORNAVN)]
    etternavn = _ETTERNAVN[(nr // len(_FORNAVN) + nr) % len(_ETTERNAVN)]
    return f"{fornavn} {etternavn}" if nr < len(_FORNAVN) * 4 else f"{fornavn} {chr(65 + nr % 26)}. {etternavn}"
