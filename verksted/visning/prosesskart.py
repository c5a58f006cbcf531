"""The phases of the main model as a map: what is done, where we are, what is ahead; pure.

The administration's work and the elected members' workshops take turns (KS 2024): knowledge base, discussion, draft,
check, participation and hearing, decision, follow-up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from verksted.visning.oversikt import Verkstedlinje
    from verksted.visning.prosess import Sjekkrad

Stand = Literal["gjort", "her", "igjen"]
ETTER: Final = ("hoering", "vedtak", "oppfoelging")
_POLITIKK: Final = frozenset({"verksted", "vedtak"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Kartfase:
    """One node: `slag` is the key of its name, `verksted` the workshop it is, or leads up to (0: none)."""

    slag: str
    stand: Stand
    verksted: int = 0
    fra: date | None = None
    til: date | None = None
    forsinket: bool = False
    sjekkliste: tuple[Sjekkrad, ...] = ()

    @property
    def politikk(self) -> bool:
        """Say whether it lies in the elected members' lane."""
        return self.slag in _POLITIKK

    @property
    def gjort(self) -> int:
        """How many points of its check list are done."""
        return sum(1 for punkt in self.sjekkliste if punkt.utfoert is not None)


def bygg_prosesskart(
    verksteder: Sequence[Verkstedlinje],
    datoer: Mapping[str, tuple[date, date | None]],
    sjekkliste: Iterable[Sjekkrad],
    i_dag: date,
) -> tuple[Kartfase, ...]:
    """Return the phases in order; exactly one is `her` until the follow-up has begun, which then is."""
    punkter = tuple(sjekkliste)
    slag: list[tuple[str, int]] = []
    for nr, verksted in enumerate(verksteder):
        foer = "grunnlag" if nr == 0 else "utkast" if nr == len(verksteder) - 1 else "bearbeiding"
        slag += [(foer, verksted.nummer), ("verksted", verksted.nummer)]
    slag = slag or [("grunnlag", 0)]
    slag += [(en, 0) for en in ETTER]
    her = _her(verksteder, datoer, i_dag)
    return tuple(
        _fase(
            "gjort" if nr < her else "her" if nr == her else "igjen",
            slag=navn,
            nummer=nummer,
            verksteder=verksteder,
            datoer=datoer,
            punkter=punkter,
            i_dag=i_dag,
        )
        for nr, (navn, nummer) in enumerate(slag)
    )


def _her(verksteder: Sequence[Verkstedlinje], datoer: Mapping[str, tuple[date, date | None]], i_dag: date) -> int:
    for nr, verksted in enumerate(verksteder):
        if verksted.status != "avsluttet":
            return 2 * nr + (verksted.status == "i_gang")
    if not verksteder:
        return 0
    etter = 2 * len(verksteder)
    for navn in ETTER[:2]:
        fra, til = datoer.get(navn, (None, None))
        if (siste := til or fra) is None or siste >= i_dag:
            return etter + ETTER.index(navn)
    return etter + 2


def _fase(
    stand: Stand,
    *,
    slag: str,
    nummer: int,
    verksteder: Sequence[Verkstedlinje],
    datoer: Mapping[str, tuple[date, date | None]],
    punkter: tuple[Sjekkrad, ...],
    i_dag: date,
) -> Kartfase:
    numrene = [v.nummer for v in verksteder]
    if slag == "verksted":
        dato = verksteder[numrene.index(nummer)].dato
        return Kartfase(
            slag=slag,
            stand=stand,
            verksted=nummer,
            fra=dato,
            forsinket=stand != "gjort" and dato is not None and dato < i_dag,
            sjekkliste=_av(punkter, nummer, "under"),
        )
    if slag in ETTER:
        fra, til = datoer.get(slag, (None, None))
        siste = til or fra
        sist = _av(punkter, numrene[-1], "etter") if slag == "hoering" and numrene else ()
        sen = slag == "vedtak" and stand != "gjort" and siste is not None and siste < i_dag
        return Kartfase(slag=slag, stand=stand, fra=fra, til=til, forsinket=sen, sjekkliste=sist)
    foer = numrene.index(nummer) if nummer else 0
    forrige = _av(punkter, numrene[foer - 1], "etter") if foer else ()
    return Kartfase(slag=slag, stand=stand, verksted=nummer, sjekkliste=(*forrige, *_av(punkter, nummer, "foer")))


def _av(punkter: tuple[Sjekkrad, ...], nummer: int, fase: str) -> tuple[Sjekkrad, ...]:
    return tuple(p for p in punkter if p.verksted == nummer and p.fase == fase)
