"""Every place in a process where somebody's words go, with the operation that puts them there (F22)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING, Any, Final

from tests.handlinger.proeveprosess import FAKTA, LEDER, POSTER, lest, note
from tests.innlesing.filer import csvfil
from verksted.handlinger.avstemning import foer_evaluering
from verksted.handlinger.innlesing import ta_inn_deltakere, ta_inn_kunnskap, ta_inn_oekonomiplan
from verksted.handlinger.innspill import revider_innspill, trekk_innspill
from verksted.handlinger.moete import registrer_oppmoete
from verksted.handlinger.plan import behandle, skriv_alternativ, skriv_forslag, skriv_oppfoelging, svar_utsjekk
from verksted.handlinger.prosess import oppdater_prosess, oppdater_spoersmaal, oppdater_verksted
from verksted.handlinger.punkter import oppdater_punkt, skriv_merknad
from verksted.handlinger.spor import knytt, oppdater_tiltak
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.modell.innspill import MAKS_TEGN as NOTAT
from verksted.modell.ordene import Behandlingsresultat, Sporting, Utsjekksvar

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.lager.prosessfil import Prosessfil

    Skriv = Callable[[Prosessfil, str], object]

FRITT: Final = 80_000  # more than two cells; the file itself sets no limit
OPPSUMMERING, UTKAST, EXCEL, JSON = "oppsummering", "utkast", "excel", "json"
DOKUMENTENE: Final = (OPPSUMMERING, UTKAST)
ALLE: Final = (*DOKUMENTENE, EXCEL)


@dataclass(frozen=True)
class Sted:
    """One place for text: how long it may be, which exports show it, and how it comes there."""

    navn: str
    lengst: int
    vises_i: tuple[str, ...]
    skriv: Skriv

    @property
    def ordrett(self) -> bool:
        """Say whether it is a note's words: others may lose the blanks around them where they run into a sentence."""
        return self.lengst == NOTAT


def _med(handling: Callable[..., Any], felt: str, **fast: Any) -> Skriv:
    return lambda fil, tekst: fil.utfoer(handling, LEDER, **fast, **{felt: tekst})


def _knytt_til_planen(fil: Prosessfil, ting: Sporting, kode: str) -> None:
    fil.utfoer(knytt, LEDER, fra=(ting, kode), til=(Sporting.PLANELEMENT, "S2"))


def _innspill(felt: str) -> Skriv:
    def skriv(fil: Prosessfil, tekst: str) -> None:
        _knytt_til_planen(fil, Sporting.INNSPILL, note(fil, **{"tekst": "Med grunn", felt: tekst}))

    return skriv


def _ny_ordlyd(fil: Prosessfil, tekst: str) -> None:
    """Leave the text behind as an earlier wording."""
    fil.utfoer(revider_innspill, LEDER, kode=note(fil, tekst), tekst="Nye ord")


def _trukket(fil: Prosessfil, tekst: str) -> None:
    fil.utfoer(trekk_innspill, LEDER, kode=note(fil, "Trukket"), grunn=tekst)


def _evaluering(fil: Prosessfil, tekst: str) -> None:
    fil.utfoer(foer_evaluering, LEDER, verksted=1, spoersmaal=6, svar={}, kommentarer=[tekst])


def _deltaker(felt: str) -> Skriv:
    def skriv(fil: Prosessfil, tekst: str) -> None:
        rad = lest(les_deltakere, csvfil([("Navn", "Liste"), (f"Ny {felt}", "Bygdelista")]), f"{felt}.csv")
        (mal,) = rad["lest"].deltakere
        rad["lest"] = replace(rad["lest"], deltakere=(replace(mal, **{felt: tekst, "listekode": None}),))
        fil.utfoer(ta_inn_deltakere, LEDER, **rad)
        with fil.les_raatt() as db:
            (ny,) = db.execute("SELECT rad_id FROM endring WHERE tabell = 'person' ORDER BY sekvens DESC").fetchone()
        fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id=ny, fra=time(17))

    return skriv


def _faktum(felt: str) -> Skriv:
    def skriv(fil: Prosessfil, tekst: str) -> None:
        inn = lest(les_kunnskap, csvfil([FAKTA[0], (f"Samfunn {felt}", *FAKTA[1][1:])]), f"{felt}.csv")
        (mal,) = inn["lest"].punkter
        inn["lest"] = replace(inn["lest"], punkter=(replace(mal, **{felt: tekst}),))
        fil.utfoer(ta_inn_kunnskap, LEDER, **inn)
        with fil.les_raatt() as db:
            (kode,) = db.execute("SELECT kode FROM kunnskapspunkt ORDER BY rekkefoelge DESC").fetchone()
        _knytt_til_planen(fil, Sporting.KUNNSKAPSPUNKT, kode)

    return skriv


def _post(fil: Prosessfil, tekst: str) -> None:
    """Take in a plan of which one line has these words."""
    inn = lest(les_oekonomiplan, csvfil([*POSTER, ("Ny", "120", "Stab", 1000, 1000)]), "ny.csv")
    *andre, mal = inn["lest"].poster
    inn["lest"] = replace(inn["lest"], poster=(*andre, replace(mal, tekst=tekst)))
    fil.utfoer(ta_inn_oekonomiplan, LEDER, **inn)


def _sektor(fil: Prosessfil, tekst: str) -> None:
    for betydning in ("mye", "mer"):  # the second time it is the same row
        fil.utfoer(skriv_oppfoelging, LEDER, element="S1", sektor=tekst, betydning=betydning)


_TATT_INN: Final = Behandlingsresultat.TATT_INN
STEDER: Final = (
    Sted("kommune", 100, (*ALLE, JSON), _med(oppdater_prosess, "kommune")),
    Sted("prosess", 200, (OPPSUMMERING, EXCEL, JSON), _med(oppdater_prosess, "navn")),
    Sted("verkstedets tittel", 200, (*DOKUMENTENE, JSON), _med(oppdater_verksted, "tittel", verksted=1)),
    Sted("verkstedets sted", FRITT, (OPPSUMMERING, JSON), _med(oppdater_verksted, "sted", verksted=1)),
    Sted("spørsmål", FRITT, (OPPSUMMERING,), _med(oppdater_spoersmaal, "tekst", verksted=1, spoersmaal=1)),
    Sted("tema", FRITT, (OPPSUMMERING, EXCEL), _med(oppdater_spoersmaal, "tema", verksted=1, spoersmaal=1)),
    Sted("innspill", NOTAT, ALLE, _innspill("tekst")),
    Sted("hvorfor", NOTAT, ALLE, _innspill("hvorfor")),
    Sted("tidligere ord", NOTAT, (EXCEL,), _ny_ordlyd),
    Sted("trukket fordi", FRITT, (OPPSUMMERING, EXCEL), _trukket),
    Sted("punktets tittel", 300, ALLE, _med(oppdater_punkt, "tittel", punkt="P-01")),
    Sted("punktets tekst", FRITT, (OPPSUMMERING,), _med(oppdater_punkt, "tekst", punkt="P-01")),
    Sted("åpent spørsmål", FRITT, (OPPSUMMERING,), _med(oppdater_punkt, "aapent_spoersmaal", punkt="P-01")),
    Sted("merknad", FRITT, (OPPSUMMERING,), _med(skriv_merknad, "tekst", punkt="P-01", liste="BL")),
    Sted("svar på punkt", FRITT, (UTKAST,), _med(behandle, "begrunnelse", punkt="P-01", resultat=_TATT_INN)),
    Sted(
        "svar på innspill",
        FRITT,
        (UTKAST, EXCEL),
        _med(behandle, "begrunnelse", innspill="V1-G1-03", resultat=_TATT_INN),
    ),
    Sted("planens tittel", FRITT, (UTKAST, EXCEL), _med(skriv_forslag, "forslag_tittel", element="S1")),
    Sted("planens tekst", FRITT, (UTKAST,), _med(skriv_forslag, "forslag_tekst", element="S1")),
    Sted("gjeldende tittel", FRITT, (UTKAST, EXCEL), _med(skriv_forslag, "gjeldende_tittel", element="S2")),
    Sted("fagets grunn", FRITT, (UTKAST,), _med(skriv_forslag, "begrunnelse_fag", element="S1.1")),
    Sted("politikkens grunn", FRITT, (UTKAST,), _med(skriv_forslag, "begrunnelse_politikk", element="S1.1")),
    Sted("alternativ", FRITT, (UTKAST, EXCEL), _med(skriv_alternativ, "tekst", element="S2.1", bokstav="A")),
    Sted("faktum", FRITT, (UTKAST,), _faktum("tittel")),
    Sted("faktumets tekst", FRITT, (UTKAST,), _faktum("tekst")),
    Sted("faktumets kilde", FRITT, (UTKAST,), _faktum("kilde")),
    Sted("tiltak", 300, (UTKAST, EXCEL), _med(oppdater_tiltak, "tittel", tiltak="T-001")),
    Sted("tiltakets ansvarlige", FRITT, (EXCEL,), _med(oppdater_tiltak, "ansvarlig", tiltak="T-001")),
    Sted("indikator", FRITT, (UTKAST, EXCEL), _med(oppdater_tiltak, "indikator", tiltak="T-001")),
    Sted("post", FRITT, (EXCEL,), _post),
    Sted("evaluering", FRITT, (OPPSUMMERING,), _evaluering),
    Sted(
        "utsjekk",
        FRITT,
        (UTKAST,),
        _med(svar_utsjekk, "kommentar", verksted=1, gruppe=1, svar=Utsjekksvar.IKKE_HELT, punkt="P-02"),
    ),
    Sted("person", 120, (OPPSUMMERING,), _deltaker("navn")),
    Sted("liste", 100, (OPPSUMMERING,), _deltaker("liste")),
    Sted("sektor", 120, (), _sektor),
)
