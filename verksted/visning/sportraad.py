"""The thread for walking in: every thing on the trail as a card, every chain as a road between cards."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from verksted.visning.sporbarhet_oppslag import tittel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from verksted.regler.spor import Kjede
    from verksted.visning.grunnlag import Grunnlag
    from verksted.visning.sporbarhet_oppslag import Oppslag

# The links of the trail, from the word to the crown.
LEDD: Final = ("innspill", "punkt", "planelement", "tiltak", "oekonomipost")
UTEN_PUNKT: Final = "uten_punkt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traadkort:
    """One thing on the trail. `tall` is its table (a note), number of notes (a point), first and last year (tiltak)."""

    noekkel: str
    ledd: str
    kode: str
    tekst: str
    tall: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traadkjede:
    """One road: a card's key per link, '' where there is none; `innspill` are all that lead into it.

    `andel_bp` and `beloep` (kroner per year) are what the measure has of the post, `egne` this road's own part of it.
    `slutt` is where it ends (`regler.spor.Kjedeslutt`, or `uten_punkt`), `behandling` what became of the point.
    """

    innspill: tuple[str, ...]
    punkt: str = ""
    planelement: str = ""
    tiltak: str = ""
    oekonomipost: str = ""
    andel_bp: int = 0
    beloep: tuple[int, ...] = ()
    egne: tuple[int, ...] = ()
    slutt: str = UTEN_PUNKT
    behandling: str = ""

    def ved(self, ledd: str) -> tuple[str, ...]:
        """Return the keys at one link, ('',) where there is none."""
        return (self.innspill or ("",)) if ledd == "innspill" else (getattr(self, ledd),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traadvisning:
    """All cards and roads; `kjeder_av` is card → the numbers of its roads."""

    aar: tuple[int, ...]
    kort: Mapping[str, Traadkort]
    kjeder: tuple[Traadkjede, ...]
    kjeder_av: Mapping[str, tuple[int, ...]] = field(repr=False)


def bygg_traadvisning(oppslag: Oppslag) -> Traadvisning:
    """Return the thread of a process; notes in no point are roads of one card."""
    kort = {ett.noekkel: ett for ett in _kortene(oppslag)}
    delt: dict[tuple[str | None, str | None], tuple[int, tuple[int, ...]]] = {}
    for kjede in oppslag.sporet.kjeder:
        if kjede.post_id:
            par = (kjede.tiltak_id, kjede.post_id)
            andel, beloep = delt.get(par, (0, (0,) * len(kjede.beloep)))
            delt[par] = (
                andel + (kjede.andel_bp or 0),
                tuple(a + b for a, b in zip(beloep, kjede.beloep, strict=True)),
            )
    kjeder = [_kjede(oppslag, kjede, *delt.get((kjede.tiltak_id, kjede.post_id), (0, ()))) for kjede in
              oppslag.sporet.kjeder]  # fmt: skip
    brukt = {noekkel for kjede in kjeder for noekkel in kjede.innspill}
    kjeder += [
        Traadkjede(innspill=(noekkel,))
        for noekkel, ett in kort.items()
        if ett.ledd == "innspill" and noekkel not in brukt
    ]
    av: dict[str, list[int]] = defaultdict(list)
    for nummer, kjede_ in enumerate(kjeder):
        for ledd in LEDD:
            for noekkel in kjede_.ved(ledd):
                av[noekkel].append(nummer)
    return Traadvisning(
        aar=oppslag.indeks.aar,
        kort=kort,
        kjeder=tuple(kjeder),
        kjeder_av={noekkel: tuple(numre) for noekkel, numre in av.items() if noekkel},
    )


def _noekkel(ledd: str, id_: str | None) -> str:
    return f"{ledd}:{id_}" if id_ else ""


def _kjede(oppslag: Oppslag, kjede: Kjede, andel_bp: int, beloep: tuple[int, ...]) -> Traadkjede:
    behandling = oppslag.indeks.behandling_av_punkt.get(kjede.punkt_id or "")
    return Traadkjede(
        innspill=tuple(_noekkel("innspill", id_) for id_ in kjede.innspill),
        punkt=_noekkel("punkt", kjede.punkt_id),
        planelement=_noekkel("planelement", kjede.sted_id),
        tiltak=_noekkel("tiltak", kjede.tiltak_id),
        oekonomipost=_noekkel("oekonomipost", kjede.post_id),
        andel_bp=andel_bp,
        beloep=beloep,
        egne=kjede.beloep if kjede.post_id else (),
        slutt=kjede.slutt.value,
        behandling=behandling.resultat.value if behandling else "",
    )


def _kortene(oppslag: Oppslag) -> Iterator[Traadkort]:
    indeks = oppslag.indeks
    ordlyd = _ordlyd(oppslag.grunnlag)
    for id_, innspill in indeks.innspill.items():
        gruppe = oppslag.grupper.get(innspill.gruppe_id)
        yield _kort("innspill", id_, innspill.kode, ordlyd.get(id_, ""), gruppe.nummer if gruppe else 0)
    for id_, punkt in indeks.punkter.items():
        yield _kort("punkt", id_, punkt.kode, punkt.tittel, len(indeks.innspill_i_punkt.get(id_, ())))
    for id_, element in indeks.elementer.items():
        yield _kort("planelement", id_, element.kode, tittel(element))
    for id_, tiltak in indeks.tiltak.items():
        yield _kort("tiltak", id_, tiltak.kode, tiltak.tittel, *_aarene(oppslag, id_))
    for id_, post in indeks.poster.items():
        yield _kort("oekonomipost", id_, post.kode, post.tekst)


def _kort(ledd: str, id_: str, kode: str, tekst: str, *tall: int) -> Traadkort:
    return Traadkort(noekkel=_noekkel(ledd, id_), ledd=ledd, kode=kode, tekst=tekst, tall=tall)


def _aarene(oppslag: Oppslag, tiltak_id: str) -> tuple[int, ...]:
    """Return the first and last year of a measure, as far as they are known."""
    tiltak = oppslag.indeks.tiltak[tiltak_id]
    return tuple(aar for aar in (tiltak.fra_aar, tiltak.til_aar) if aar is not None)


def _ordlyd(grunnlag: Grunnlag) -> dict[str, str]:
    gjeldende = {(i.id, i.revisjon) for i in grunnlag.innspill}
    return {r.innspill_id: r.tekst for r in grunnlag.innspill_revisjon if (r.innspill_id, r.nummer) in gjeldende}
