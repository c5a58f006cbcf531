"""The columns of the workbook *Sporbarhet*: what is written, and what is later read back.

A column's key is the field of the row and the key of its heading (`excel.kolonne.<ark>.<noekkel>`). Widths are in
characters.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from verksted.visning.sporbarhet_celler import Ark


class Kolonneart(StrEnum):
    """How a column's cells are shown."""

    TEKST = "tekst"
    EGEN_KODE = "egen_kode"
    LENKE = "lenke"
    TALL = "tall"
    ANDEL = "andel"
    BELOEP = "beloep"
    DATO = "dato"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kolonne:
    """One column, or one per year (`per_aar`). `valg` is the group of words a cell may hold, where they are closed."""

    noekkel: str
    bredde: int
    art: Kolonneart = Kolonneart.TEKST
    kan_endres: bool = False
    ny_gruppe: bool = False
    per_aar: bool = False
    summeres: bool = False
    valg: tuple[str, ...] = ()
    sumtekst: str = ""


BEHANDLING: Final = tuple(f"behandling.{ord_}" for ord_ in ("tatt_inn", "delvis_tatt_inn", "ikke_tatt_inn", "avklares"))
ART: Final = tuple(f"tiltaksart.{ord_}" for ord_ in ("drift", "investering", "oppdrag"))
FINANSIERING: Final = tuple(f"finansiering.{ord_}" for ord_ in ("friske_midler", "innenfor_ramme", "ikke_satt"))
STATUS: Final = tuple(f"tiltaksstatus.{ord_}" for ord_ in ("planlagt", "i_gang", "ferdig", "utsatt"))
STATUS_I_TRAADEN: Final = (*STATUS, "tiltaksstatus.venter", "tiltaksstatus.mangler")
AVVIKSTATUS: Final = tuple(f"avvikstatus.{ord_}" for ord_ in ("aapen", "i_arbeid", "lest", "lukket"))

_K = Kolonne
_A = Kolonneart

ROED_TRAAD: Final = (
    _K(noekkel="kjede", bredde=9, art=_A.EGEN_KODE, sumtekst="sum"),
    _K(noekkel="innspill", bredde=20, art=_A.LENKE),
    _K(noekkel="punkt", bredde=9, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="ordlyd", bredde=25),
    _K(noekkel="enighet", bredde=12),
    _K(noekkel="behandling", bredde=16, kan_endres=True, valg=BEHANDLING),
    _K(noekkel="sted", bredde=9, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="maal", bredde=25, kan_endres=True),
    _K(noekkel="tiltak", bredde=9, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="hva", bredde=26, kan_endres=True, sumtekst="synlige_rader"),
    _K(noekkel="art", bredde=12, kan_endres=True, valg=(*ART, "tiltaksart.ikke_satt")),
    _K(noekkel="finansiering", bredde=16, kan_endres=True, valg=FINANSIERING),
    _K(noekkel="ansvarlig", bredde=16, kan_endres=True),
    _K(noekkel="post", bredde=11, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="andel", bredde=11, art=_A.ANDEL, kan_endres=True),
    _K(noekkel="beloep", bredde=13, art=_A.BELOEP, per_aar=True, summeres=True),
    _K(noekkel="status", bredde=12, kan_endres=True, valg=STATUS_I_TRAADEN),
    _K(noekkel="satsing", bredde=16, art=_A.EGEN_KODE),
)

MAAL_OG_TILTAK: Final = (
    _K(noekkel="sted", bredde=9, art=_A.EGEN_KODE, sumtekst="sum"),
    _K(noekkel="nivaa", bredde=16),
    _K(noekkel="gjeldende", bredde=34),
    _K(noekkel="forslag", bredde=34, kan_endres=True),
    _K(noekkel="endring", bredde=14),
    _K(noekkel="punkter", bredde=14, art=_A.LENKE),
    _K(noekkel="tiltak", bredde=9, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="hva", bredde=34, kan_endres=True, sumtekst="synlige_rader"),
    _K(noekkel="art", bredde=12, kan_endres=True, valg=ART),
    _K(noekkel="finansiering", bredde=16, kan_endres=True, valg=FINANSIERING),
    _K(noekkel="status", bredde=12, kan_endres=True, valg=STATUS),
    _K(noekkel="ansvarlig", bredde=18, kan_endres=True),
    _K(noekkel="indikator", bredde=26, kan_endres=True),
    _K(noekkel="periode", bredde=11),
    _K(noekkel="beloep", bredde=14, art=_A.BELOEP, kan_endres=True, ny_gruppe=True, per_aar=True, summeres=True),
    _K(noekkel="merknad", bredde=28, ny_gruppe=True),
)

SATSINGER: Final = (
    _K(noekkel="kode", bredde=10, art=_A.LENKE),
    _K(noekkel="navn", bredde=44),
    _K(noekkel="beloep", bredde=15, art=_A.BELOEP, ny_gruppe=True, per_aar=True),
    _K(noekkel="andel", bredde=14, art=_A.ANDEL, ny_gruppe=True),
)

# Same grid as SATSINGER, so that the frozen years above stand over both tables.
POSTER: Final = (
    _K(noekkel="post", bredde=10, art=_A.EGEN_KODE, sumtekst="sum"),
    _K(noekkel="tekst", bredde=44, sumtekst="synlige_rader"),
    _K(noekkel="beloep", bredde=15, art=_A.BELOEP, ny_gruppe=True, per_aar=True, summeres=True),
    _K(noekkel="fordelt", bredde=14, art=_A.ANDEL, ny_gruppe=True),
    _K(noekkel="rest", bredde=15, art=_A.BELOEP, per_aar=True, summeres=True),
    _K(noekkel="tiltak", bredde=16, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="art", bredde=12),
    _K(noekkel="sektor", bredde=24),
    _K(noekkel="funksjon", bredde=28),
    _K(noekkel="endringsart", bredde=24),
    _K(noekkel="ansvarlig", bredde=18),
)

INNSPILL: Final = (
    _K(noekkel="kode", bredde=12, art=_A.EGEN_KODE),
    _K(noekkel="verksted", bredde=10, art=_A.TALL),
    _K(noekkel="bord", bredde=8, art=_A.TALL),
    _K(noekkel="spoersmaal", bredde=26),
    _K(noekkel="type", bredde=15),
    _K(noekkel="tekst", bredde=70, ny_gruppe=True),
    _K(noekkel="hvorfor", bredde=40),
    _K(noekkel="loeftet", bredde=9),
    _K(noekkel="punkt", bredde=13, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="behandling", bredde=16),
    _K(noekkel="begrunnelse", bredde=44),
    _K(noekkel="sted", bredde=14, art=_A.LENKE),
    _K(noekkel="merknad", bredde=26, ny_gruppe=True),
    _K(noekkel="tidligere", bredde=44),
)

AVVIK: Final = (
    _K(noekkel="avvik", bredde=9, art=_A.EGEN_KODE, sumtekst="sum"),
    _K(noekkel="alvor", bredde=17),
    _K(noekkel="slag", bredde=26),
    _K(noekkel="kode", bredde=11, art=_A.LENKE, ny_gruppe=True),
    _K(noekkel="gjelder", bredde=32),
    _K(noekkel="galt", bredde=44, sumtekst="synlige_rader"),
    _K(noekkel="beloep", bredde=15, art=_A.BELOEP, ny_gruppe=True, summeres=True),
    _K(noekkel="andel", bredde=18, art=_A.ANDEL, summeres=True),
    _K(noekkel="neste_steg", bredde=40, kan_endres=True, ny_gruppe=True),
    _K(noekkel="ansvarlig", bredde=18, kan_endres=True),
    _K(noekkel="frist", bredde=12, art=_A.DATO, kan_endres=True),
    _K(noekkel="status", bredde=12, kan_endres=True, valg=AVVIKSTATUS),
)

LES_MEG: Final = (_K(noekkel="tema", bredde=28, art=_A.LENKE), _K(noekkel="tekst", bredde=110))

KOLONNER: Final[dict[Ark, tuple[Kolonne, ...]]] = {
    Ark.LES_MEG: LES_MEG,
    Ark.ROED_TRAAD: ROED_TRAAD,
    Ark.MAAL_OG_TILTAK: MAAL_OG_TILTAK,
    Ark.SATSINGER: SATSINGER,
    Ark.POSTER: POSTER,
    Ark.INNSPILL: INNSPILL,
    Ark.AVVIK: AVVIK,
}
