"""Gjeldende samfunnsdel as it was read: each element with the reader's certainty and the place it was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.visning.plantre import Nivaavalg, nivaavalg, stor

if TYPE_CHECKING:
    from verksted.modell.plan import Planelement
    from verksted.modell.prosess import Plannivaa

# From here a guess is sure enough to be confirmed with the others; the import warns of those below 70 %.
SIKKER_BP: Final = 8500


@dataclass(frozen=True, slots=True, kw_only=True)
class Gjeldenderad:
    """One element; `sikkerhet_bp` is None once a person has confirmed or written it."""

    kode: str
    tittel: str
    tekst: str
    nivaa_id: str
    nivaa: str
    sikkerhet_bp: int | None
    sted: str
    barn: tuple[Gjeldenderad, ...] = ()

    @property
    def usikker(self) -> bool:
        """Say whether somebody should look at it."""
        return self.sikkerhet_bp is not None and self.sikkerhet_bp < SIKKER_BP

    def alle(self) -> Iterator[Gjeldenderad]:
        """Yield it and everything below, in the order of the plan."""
        yield self
        for barn in self.barn:
            yield from barn.alle()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gjeldendevisning:
    """The tree, the levels there are, the file it came from, and (code, title) of what lies in the bin."""

    rader: tuple[Gjeldenderad, ...]
    nivaaer: tuple[Nivaavalg, ...]
    filnavn: str
    sha256: str
    papirkurv: tuple[tuple[str, str], ...]

    def elementer(self) -> tuple[Gjeldenderad, ...]:
        """Return every element in the order of the plan."""
        return tuple(en for rad in self.rader for en in rad.alle())

    def sikre(self) -> tuple[str, ...]:
        """Return the codes of the guesses that are sure enough to be confirmed together."""
        return tuple(e.kode for e in self.elementer() if e.sikkerhet_bp is not None and not e.usikker)

    def ubekreftet(self) -> tuple[str, ...]:
        """Return the codes of everything nobody has confirmed."""
        return tuple(e.kode for e in self.elementer() if e.sikkerhet_bp is not None)


def bygg_gjeldende(
    elementer: Iterable[Planelement], nivaaer: Iterable[Plannivaa], fil: tuple[str, str]
) -> Gjeldendevisning:
    """Return what gjeldende plan holds; `fil` is name and fingerprint of what was read, or empty."""
    nivaaer, alle = tuple(nivaaer), [e for e in elementer if e.gjeldende_tittel is not None]
    nivaa = {n.id: n for n in nivaaer}
    levende = {e.id for e in alle if not e.fjernet}
    borte = {e.id for e in alle if e.fjernet}
    barn: dict[str | None, list[Planelement]] = defaultdict(list)
    for element in sorted(alle, key=lambda e: e.rekkefoelge):
        if not element.fjernet:
            barn[element.forelder_id if element.forelder_id in levende else None].append(element)

    def rad(e: Planelement) -> Gjeldenderad:
        return Gjeldenderad(
            kode=e.kode,
            tittel=e.gjeldende_tittel or "",
            tekst=e.gjeldende_tekst or "",
            nivaa_id=e.nivaa_id,
            nivaa=stor(nivaa[e.nivaa_id].entall),
            sikkerhet_bp=e.sikkerhet_bp,
            sted=e.kilde_sted,
            barn=tuple(rad(b) for b in barn[e.id]),
        )

    return Gjeldendevisning(
        rader=tuple(rad(e) for e in barn[None]),
        nivaaer=nivaavalg(nivaaer),
        filnavn=fil[0],
        sha256=fil[1],
        papirkurv=tuple((e.kode, e.gjeldende_tittel or "") for e in alle if e.fjernet and e.forelder_id not in borte),
    )
