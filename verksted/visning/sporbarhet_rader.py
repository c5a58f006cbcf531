"""The rows of the workbook *Sporbarhet*; each field is the key of a column, amounts are kroner per year."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from verksted.visning.sporbarhet_celler import Celle, Lenke, Ord


class Satsingslag(StrEnum):
    """What a line of the block of sums is, and so which formula it gets."""

    OMRAADE = "omraade"
    UTEN_STED = "uten_sted"
    UTEN_ANKER = "uten_anker"
    SUM = "sum"
    PLAN = "plan"
    KONTROLL = "kontroll"


@dataclass(frozen=True, slots=True, kw_only=True)
class LesMegRad:
    """One thing to know before reading; `tema` leads to the sheet it is about."""

    tema: Ord | Lenke
    tekst: Celle


@dataclass(frozen=True, slots=True, kw_only=True)
class KjedeRad:
    """One chain, with its own share (0–1) of the post and its own amounts; empty amounts are not known."""

    kjede: str
    innspill: Ord | Lenke
    punkt: Ord | Lenke | str
    ordlyd: str | Ord
    enighet: Ord | None
    behandling: Ord | None
    sted: Ord | Lenke
    maal: str | Ord | None
    tiltak: Ord | Lenke
    hva: str | Ord | Lenke
    art: Ord
    finansiering: Ord
    ansvarlig: str
    post: Ord | Lenke
    andel: float | None
    beloep: tuple[int, ...]
    status: Ord | None
    satsing: str | Ord


@dataclass(frozen=True, slots=True, kw_only=True)
class MaalRad:
    """One plan element with one of its measures, or with none."""

    sted: str | Ord
    nivaa: str
    gjeldende: str
    forslag: str
    endring: Ord | None
    punkter: Lenke | None
    tiltak: str | Ord
    hva: str
    art: Ord | None
    finansiering: Ord | None
    status: Ord | None
    ansvarlig: str
    indikator: str
    periode: str
    beloep: tuple[int | None, ...]
    merknad: Ord | Lenke | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SatsingRad:
    """One line of the block of sums; `andel` is the first year's share (0–1) of the plan's expenses."""

    slag: Satsingslag
    kode: Lenke | Ord | None
    navn: str | Ord
    beloep: tuple[int, ...]
    andel: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRad:
    """One line of the økonomiplan: what it holds, what is shared out (0–1), what has no anchor."""

    post: str
    tekst: str
    beloep: tuple[int, ...]
    fordelt: float
    rest: tuple[int, ...]
    tiltak: Lenke | Ord | None
    art: Ord
    sektor: str
    funksjon: str
    endringsart: str
    ansvarlig: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InnspillRad:
    """One note word for word, or a follow-up row of one that one cell cannot hold."""

    kode: str | Ord
    verksted: int | None
    bord: int | None
    spoersmaal: str
    type: Ord
    tekst: str
    hvorfor: str
    loeftet: Ord | None
    punkt: Lenke | None
    behandling: Ord | None
    begrunnelse: str
    sted: Lenke | None
    merknad: Ord | None
    tidligere: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AvvikRad:
    """One gap; `beloep` is kroner without anchor in the first year, `andel` its share (0–1) of the plan's expenses."""

    avvik: str
    alvor: Ord
    slag: Ord
    kode: Lenke | Ord | None
    gjelder: str | Ord
    galt: Ord
    beloep: int | None
    andel: float | None
    neste_steg: Ord
    ansvarlig: str
    frist: date | None
    status: Ord
