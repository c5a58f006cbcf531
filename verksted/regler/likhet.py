"""Which notes speak of the same thing: a suggestion with its reason, never a decision.

Cosine over stems weighted by how rare they are among the notes (tf-idf, Spärck Jones 1972). A long word also counts as
the shorter ones it is made of where those stand alone elsewhere, as Norwegian compounds ask for: «hurtigbåtrute» is
near «hurtigbåt».
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import log, sqrt
from typing import TYPE_CHECKING, Final

from verksted.regler.ordstamme import STOPPORD, ordene_i, stamme

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_MINSTE_DEL: Final = 4
_VEKT_AV_DEL: Final = 0.6
# A word only one note has says nothing of likeness; it only makes the note longer.
_VEKT_AV_ENSLIG: Final = 0.4
_FLEST_GRUNNER: Final = 4


@dataclass(frozen=True, slots=True)
class Likhet:
    """How near one note is (0 to 1), and the words both have, as written in the other note, the weightiest first."""

    id: str
    grad: float
    ord: tuple[str, ...]


class Likhetsindeks:
    """The notes' words, ready to be compared; built once for `tekster` (id → words as written)."""

    def __init__(self, tekster: Mapping[str, str]) -> None:
        ordene = {nr: _vektede_stammer(tekst) for nr, tekst in tekster.items()}
        kjente = {rot for stammer in ordene.values() for rot in stammer if len(rot) >= _MINSTE_DEL}
        for stammer in ordene.values():
            _legg_til_deler(stammer, kjente)
        steder: dict[str, int] = defaultdict(int)
        for stammer in ordene.values():
            for rot in stammer:
                steder[rot] += 1
        self._sjeldenhet: Final = {
            rot: log((1 + len(ordene)) / antall) * (1 if antall > 1 else _VEKT_AV_ENSLIG)
            for rot, antall in steder.items()
        }
        self._vektor: Final = {nr: self._normert(stammer) for nr, stammer in ordene.items()}
        self._noter: Final[dict[str, list[str]]] = defaultdict(list)
        for nr, vektor in self._vektor.items():
            for rot in vektor:
                self._noter[rot].append(nr)
        self._tekst: Final = dict(tekster)

    def _normert(self, stammer: Mapping[str, float]) -> dict[str, float]:
        vekter = {rot: vekt * self._sjeldenhet[rot] for rot, vekt in stammer.items()}
        lengde = sqrt(sum(vekt * vekt for vekt in vekter.values()))
        return {rot: vekt / lengde for rot, vekt in vekter.items()} if lengde else {}

    def naermeste(self, noter: Iterable[str], *, antall: int = 8, minst: float = 0.15) -> tuple[Likhet, ...]:
        """Return the notes nearest to these together, the nearest first; none of these, none below `minst`."""
        disse = [nr for nr in noter if nr in self._vektor]
        felles: dict[str, float] = defaultdict(float)
        for nr in disse:
            for rot, vekt in self._vektor[nr].items():
                felles[rot] += vekt / len(disse)
        lengde = sqrt(sum(vekt * vekt for vekt in felles.values()))
        if not lengde:
            return ()
        grader: dict[str, float] = defaultdict(float)
        for rot, vekt in felles.items():
            for annen in self._noter[rot]:
                grader[annen] += vekt * self._vektor[annen][rot] / lengde
        funnet = sorted((-round(grad, 4), nr) for nr, grad in grader.items() if grad >= minst and nr not in disse)
        return tuple(Likhet(nr, -grad, self._grunner(nr, felles)) for grad, nr in funnet[:antall])

    def _grunner(self, annen: str, felles: Mapping[str, float]) -> tuple[str, ...]:
        bidrag = {rot: vekt * felles[rot] for rot, vekt in self._vektor[annen].items() if rot in felles}
        skrevet: dict[str, str] = {}
        for ordet in ordene_i(self._tekst[annen]):
            rot = stamme(ordet)
            for del_ in (rot, *(felle for felle in bidrag if felle != rot and _er_del_av(felle, rot))):
                skrevet.setdefault(del_, ordet.casefold())
        rekke = dict.fromkeys(skrevet[rot] for rot in sorted(bidrag, key=lambda r: -bidrag[r]) if rot in skrevet)
        return tuple(rekke)[:_FLEST_GRUNNER]


def _vektede_stammer(tekst: str) -> dict[str, float]:
    stammer = (stamme(ordet) for ordet in ordene_i(tekst) if not ordet.isdigit() and ordet.casefold() not in STOPPORD)
    return dict.fromkeys((rot for rot in stammer if len(rot) > 1 and rot not in STOPPORD), 1.0)


def _legg_til_deler(stammer: dict[str, float], kjente: set[str]) -> None:
    for rot in list(stammer):
        for kutt in range(_MINSTE_DEL, len(rot) - 2):
            for del_ in (rot[:kutt], rot[kutt:]):
                if del_ in kjente:
                    stammer.setdefault(del_, _VEKT_AV_DEL)


def _er_del_av(del_: str, rot: str) -> bool:
    return len(del_) >= _MINSTE_DEL and (rot.startswith(del_) or rot.endswith(del_))
