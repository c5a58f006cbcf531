"""Every line of the økonomiplan as the window lists it: words to search, amounts, and what it is tied to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.visning.sporbarhet_oppslag import Oppslag

Koblet = Literal["", "ja", "nei"]


@dataclass(frozen=True, slots=True)
class Postkobling:
    """A measure that takes part of a line; `andel_bp` is None where nobody has said how much."""

    tiltak: str
    tittel: str
    andel_bp: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Postlinje:
    """One line. `beloep` is kroner per year, `fordelt_bp` what the measures take of it together."""

    kode: str
    tekst: str
    sektor: str
    art: str
    beloep: tuple[int, ...]
    fordelt_bp: int
    koblinger: tuple[Postkobling, ...]
    soeketekst: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Postfilter:
    """What is shown: words that must all be there, a sector, a kind, tied or not; '' lets everything through."""

    ordene: str = ""
    sektor: str = ""
    art: str = ""
    koblet: Koblet = ""

    def velg(self, linjer: Iterable[Postlinje]) -> tuple[Postlinje, ...]:
        """Return the lines that pass, in the order they came."""
        biter = self.ordene.casefold().split()
        return tuple(
            linje
            for linje in linjer
            if (not self.sektor or linje.sektor == self.sektor)
            and (not self.art or linje.art == self.art)
            and (not self.koblet or bool(linje.koblinger) == (self.koblet == "ja"))
            and all(bit in linje.soeketekst for bit in biter)
        )


def summer(linjer: Iterable[Postlinje], antall_aar: int) -> tuple[int, ...]:
    """Return the sum per year, in kroner."""
    return tuple(map(sum, zip((0,) * antall_aar, *(linje.beloep for linje in linjer), strict=True)))


def bygg_postliste(oppslag: Oppslag) -> tuple[Postlinje, ...]:
    """Return every line, in the økonomiplan's own order."""
    indeks = oppslag.indeks
    linjer = []
    for id_, post in indeks.poster.items():
        koblinger = tuple(
            Postkobling(indeks.tiltak[tiltak_id].kode, indeks.tiltak[tiltak_id].tittel, andel)
            for tiltak_id, andel in indeks.tiltak_av_post.get(id_, ())
        )
        tiltaksord = " ".join(f"{k.tiltak} {k.tittel}" for k in koblinger)
        linjer.append(
            Postlinje(
                kode=post.kode,
                tekst=post.tekst,
                sektor=post.sektor,
                art=post.art.value,
                beloep=indeks.postbeloep[id_],
                fordelt_bp=oppslag.sporet.poster[id_].andel_bp,
                koblinger=koblinger,
                soeketekst=f"{post.kode} {post.tekst} {post.tjeneste} {post.funksjonsnavn} {tiltaksord}".casefold(),
            )
        )
    return tuple(linjer)
