"""Where each table lies in the workbook: sheet, first row, one field per column and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.visning.sporbarhet_celler import Ark
from verksted.visning.sporbarhet_kolonner import KOLONNER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.kjerne.tekster import Tekster
    from verksted.visning.sporbarhet import SporbarhetVisning
    from verksted.visning.sporbarhet_kolonner import Kolonne

BLYANT: Final = "✎"


@dataclass(frozen=True, slots=True)
class Felt:
    """One column of a sheet; `aar` is the place of its year in the amounts of a row, None for an ordinary column."""

    kolonne: Kolonne
    plass: int
    overskrift: str
    aar: int | None = None

    @property
    def foerste(self) -> bool:
        """Say whether this is the first field of its column, where the rule between groups stands."""
        return not self.aar


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table of the workbook: its rows, and where they stand (rows and columns from 0)."""

    ark: Ark
    arknavn: str
    overskriftsrad: int
    felter: tuple[Felt, ...]
    rader: Sequence[object]
    aar: tuple[int, ...]

    @property
    def navn(self) -> str:
        """The table's name in formulas, the same in both målformer."""
        return "".join(del_.capitalize() for del_ in self.ark.split("_"))

    @property
    def foerste_rad(self) -> int:
        """The sheet row of the first data row."""
        return self.overskriftsrad + 1

    @property
    def siste_rad(self) -> int:
        """The sheet row of the last data row; a table without rows keeps one empty."""
        return self.overskriftsrad + max(1, len(self.rader))

    @property
    def har_sum(self) -> bool:
        """Say whether a row of sums stands below."""
        return any(felt.kolonne.summeres or felt.kolonne.sumtekst for felt in self.felter)

    def plass(self, noekkel: str) -> int:
        """Return the sheet column of a column's (first) field."""
        return next(felt.plass for felt in self.felter if felt.kolonne.noekkel == noekkel)

    def omraade(self, plass: int) -> str:
        """Return a column's data cells, for instance `'Rød tråd'!$P$2:$P$65`."""
        kolonne = kolonnebokstav(plass)
        return f"{sitert(self.arknavn)}!${kolonne}${self.foerste_rad + 1}:${kolonne}${self.siste_rad + 1}"

    def celle(self, rad: int, noekkel: str) -> str:
        """Return one cell's address, for instance `'Avvik'!A3`; row −1 is the heading."""
        return f"{sitert(self.arknavn)}!{kolonnebokstav(self.plass(noekkel))}{self.foerste_rad + rad + 1}"


def legg_opp(visning: SporbarhetVisning, tekster: Tekster) -> dict[Ark, Tabell]:
    """Return every table of the workbook, in tab order."""
    rader: dict[Ark, Sequence[object]] = {
        Ark.LES_MEG: visning.les_meg,
        Ark.ROED_TRAAD: visning.roed_traad,
        Ark.MAAL_OG_TILTAK: visning.maal_og_tiltak,
        Ark.SATSINGER: visning.satsinger,
        Ark.POSTER: visning.oekonomi,
        Ark.INNSPILL: visning.innspill,
        Ark.AVVIK: visning.avvik,
    }
    tabeller = {}
    for ark, egne in rader.items():
        # Both tables of Økonomi are on one sheet, the sums above, with an empty row between.
        rad = len(visning.satsinger) + 2 if ark is Ark.POSTER else 0
        arknavn = tekster(f"excel.ark.{Ark.POSTER if ark is Ark.SATSINGER else ark}")
        tabeller[ark] = Tabell(ark, arknavn, rad, _felter(ark, visning.aar, tekster), egne, visning.aar)
    return tabeller


def _felter(ark: Ark, aar: tuple[int, ...], tekster: Tekster) -> tuple[Felt, ...]:
    felter: list[Felt] = []
    for kolonne in KOLONNER[ark]:
        noekkel = f"excel.kolonne.{ark}.{kolonne.noekkel}"
        blyant = f" {BLYANT}" if kolonne.kan_endres else ""
        if kolonne.per_aar:
            felter += [
                Felt(kolonne, len(felter) + nummer, f"{tekster(noekkel, aar=aaret)}{blyant}", nummer)
                for nummer, aaret in enumerate(aar)
            ]
        else:
            # A heading may name the first year; where no plan was read there is none.
            foerste = aar[0] if aar else ""
            felter.append(Felt(kolonne, len(felter), f"{tekster(noekkel, aar=foerste).strip()}{blyant}"))
    return tuple(felter)


def sitert(arknavn: str) -> str:
    """Return a sheet name as formulas and links want it."""
    doblet = arknavn.replace("'", "''")
    return f"'{doblet}'"


def kolonnebokstav(plass: int) -> str:
    """Return `A` for 0, `AA` for 26."""
    bokstaver = ""
    plass += 1
    while plass:
        plass, rest = divmod(plass - 1, 26)
        bokstaver = chr(ord("A") + rest) + bokstaver
    return bokstaver
