"""The documents a process can be made into, in the order of the process; what became of each is told on the disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from verksted.kjerne.tekster import Maalform
    from verksted.visning.oversikt import OversiktVisning

TRYKKSAKER: Final = (
    "program", "programoppslag", "bordliste", "navneliste", "bordskilt", "navneskilt", "spoersmaalsark",
    "frammoeteliste",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumentlinje:
    """One document: its kind, the workshop it is of (0 for the whole process), and its file name."""

    slag: str
    verksted: int
    filnavn: str

    @property
    def noekkel(self) -> str:
        """Kind and workshop: «oppsummering-1»."""
        return f"{self.slag}-{self.verksted}" if self.verksted else self.slag

    @property
    def trykk(self) -> bool:
        """Say whether it is printed matter for the room."""
        return self.slag in TRYKKSAKER


@dataclass(frozen=True, slots=True, kw_only=True)
class Dokumentliste:
    """Groups of documents, (`planen`, 0) or (`etter`/`til`, workshop); `prosess` is its name, for the folder."""

    prosess: str
    kommune: str
    maalform: Maalform
    grupper: tuple[tuple[str, int, tuple[Dokumentlinje, ...]], ...]

    @property
    def alle(self) -> tuple[Dokumentlinje, ...]:
        """Every document, in order."""
        return tuple(linje for _, _, linjer in self.grupper for linje in linjer)


def bygg_dokumentliste(oversikt: OversiktVisning) -> Dokumentliste:
    """Return what can be made of a process: the plan first, then for each workshop what came out and what goes in."""
    grupper: list[tuple[str, int, tuple[Dokumentlinje, ...]]] = [
        (
            "planen",
            0,
            (
                Dokumentlinje(slag="samfunnsdel", verksted=0, filnavn="samfunnsdel-utkast.docx"),
                Dokumentlinje(slag="sporbarhet", verksted=0, filnavn="sporbarhet.xlsx"),
            ),
        )
    ]
    for v in oversikt.verksteder:
        if v.innspill or v.status == "avsluttet":
            oppsummering = Dokumentlinje(
                slag="oppsummering", verksted=v.nummer, filnavn=f"oppsummering-verksted-{v.nummer}.docx"
            )
            grupper.append(("etter", v.nummer, (oppsummering,)))
    for v in oversikt.verksteder:
        saker = tuple(
            Dokumentlinje(slag=slag, verksted=v.nummer, filnavn=f"{slag}-verksted-{v.nummer}.docx")
            for slag in TRYKKSAKER
        )
        grupper.append(("til", v.nummer, saker))
    return Dokumentliste(
        prosess=oversikt.prosess, kommune=oversikt.kommune, maalform=oversikt.maalform, grupper=tuple(grupper)
    )
