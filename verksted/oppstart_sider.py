"""The pages of the window: one function a page, which loads it and hands it what it needs.

To add a page: write its function, and put it in `SIDER` under its key in `vindu/ramme/sidetabell.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from verksted.handlinger.dokumentstatus import Dokumentstatus
    from verksted.handlinger.eksport import Skrevet
    from verksted.lager.prosessfil import Prosessfil
    from verksted.vindu.innlesing.dialog import Innlesingsdialog
    from verksted.vindu.ramme.arbeidsbord import Arbeidsbord
    from verksted.vindu.ramme.bakgrunn import Fremdrift
    from verksted.vindu.ramme.side import Side
    from verksted.visning.brudd import Bruddlinje
    from verksted.visning.dokumentliste import Dokumentlinje, Dokumentliste


def _oversikt(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.endringer import hent_beslektede, hent_siste_endringer
    from verksted.lager.spoerringer.grunnlag import hent_grunnlag
    from verksted.lager.spoerringer.oversikt import hent_oversikt
    from verksted.lager.spoerringer.prosess import hent_prosess
    from verksted.vindu.oversikt.side import Oversiktside
    from verksted.visning.brudd import bygg_brudd

    def brudd(sesjon: Any) -> tuple[Bruddlinje, ...]:  # noqa: ANN401 - the session of lager
        return bygg_brudd(hent_grunnlag(sesjon))

    return Oversiktside(
        bord,
        oversikt=lambda sesjon: (hent_oversikt(sesjon), hent_prosess(sesjon)),
        brudd=brudd,
        endringer=hent_siste_endringer,
        historikk=lambda nr: lambda db: hent_beslektede(db, nr),
    )


def _prosess(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.prosess import hent_prosess
    from verksted.vindu.prosess.side import Prosesside

    return Prosesside(bord, prosess=hent_prosess)


def _kunnskap(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.endringer import hent_radhistorikk
    from verksted.lager.spoerringer.kunnskap import hent_kunnskap
    from verksted.vindu.kunnskap.side import Kunnskapsside

    return Kunnskapsside(
        bord,
        kunnskap=hent_kunnskap,
        historikk=lambda rad_id: lambda db: hent_radhistorikk(db, "kunnskapspunkt", rad_id),
        les_inn=les_inn,
    )


def _program(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.program import hent_programgrunnlag
    from verksted.vindu.program.side import Programsiden
    from verksted.visning.programside import bygg_programside

    return Programsiden(
        bord, program=lambda nummer: lambda sesjon: bygg_programside(hent_programgrunnlag(sesjon), nummer)
    )


def _bearbeide(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.bearbeiding import hent_bearbeiding
    from verksted.vindu.bearbeide.side import Bearbeideside

    return Bearbeideside(bord, bearbeiding=hent_bearbeiding)


def _deltakere(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.deltakere import hent_deltakere
    from verksted.vindu.deltakere.side import Deltakerside

    return Deltakerside(bord, deltakere=hent_deltakere, les_inn=les_inn)


def _oekonomi(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.grunnlag import hent_grunnlag
    from verksted.vindu.oekonomi.side import Oekonomiside
    from verksted.visning.oekonomiside import bygg_oekonomi

    return Oekonomiside(bord, oekonomi=lambda sesjon: bygg_oekonomi(hent_grunnlag(sesjon)))


def _grupper(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.gruppeside import hent_gruppeside
    from verksted.vindu.grupper.side import Gruppeside

    def skriv(verksted: int, mappe: Path) -> int:
        from verksted.handlinger.eksport import eksporter
        from verksted.kjerne.stier import arbeidsmappe
        from verksted.lager.spoerringer.oversikt import hent_oversikt
        from verksted.oppstart_skrivere import trykksaker

        fil: Any = bord.fil
        with fil.les() as sesjon:
            maalform = hent_oversikt(sesjon).maalform
        alle = trykksaker(maalform, verksted)
        saker = {slag: alle[slag] for slag in ("bordliste", "navneliste", "bordskilt", "navneskilt", "frammoeteliste")}
        klokke = bord.verktoey.klokke
        return len(eksporter(fil, mappe, saker, klokke=klokke, arbeidsmappe=arbeidsmappe()))

    return Gruppeside(
        bord,
        hent=lambda sesjon, verksted, navngi: hent_gruppeside(sesjon, verksted=verksted, navngi=navngi),
        skriv=skriv,
    )


def _dokumenter(bord: Arbeidsbord) -> Side:
    from PySide6.QtCore import QSettings

    from verksted.handlinger.dokumentarbeid import lag_dokumenter
    from verksted.handlinger.dokumentstatus import finn_dokumentstatus
    from verksted.handlinger.kontorpakke import finn_kontorpakke
    from verksted.kjerne.stier import arbeidsmappe
    from verksted.lager.spoerringer.endringer import hent_tidene
    from verksted.lager.spoerringer.oversikt import hent_oversikt
    from verksted.oppstart_skrivere import SKRIVERE, trykksaker
    from verksted.vindu.dokumenter.side import Dokumentside
    from verksted.visning.dokumentliste import bygg_dokumentliste

    mappa, program = arbeidsmappe(), finn_kontorpakke()

    def skriver(liste: Dokumentliste, linje: Dokumentlinje) -> Any:  # noqa: ANN401 - (file name, writer)
        if linje.trykk:
            return trykksaker(liste.maalform, linje.verksted)[linje.slag]
        return linje.filnavn, SKRIVERE[linje.slag](liste.maalform, linje.verksted or None)[1]

    def lag(
        liste: Dokumentliste,
        valgte: Sequence[Dokumentlinje],
        mappe: Path,
        pdf: bool,  # noqa: FBT001 - as Dokumentside has it
        fremdrift: Fremdrift,
    ) -> list[Skrevet]:
        return lag_dokumenter(
            cast("Prosessfil", bord.fil),
            mappe,
            {linje.noekkel: skriver(liste, linje) for linje in valgte},
            klokke=bord.verktoey.klokke,
            arbeidsmappe=mappa,
            pdf=program if pdf else None,
            si=fremdrift.meld,
        )

    def stand(db: Any, liste: Dokumentliste, mappe: Path) -> dict[str, Dokumentstatus]:  # noqa: ANN401 - lager's own
        return finn_dokumentstatus(hent_tidene(db), mappe, [linje.filnavn for linje in liste.alle], arbeidsmappe=mappa)

    return Dokumentside(
        bord,
        liste=lambda sesjon: bygg_dokumentliste(hent_oversikt(sesjon)),
        stand=stand,
        lag=lag,
        innstillinger=QSettings(str(mappa / "dokumentmapper.ini"), QSettings.Format.IniFormat),
        har_pdf=program is not None,
    )


def les_inn(bord: Arbeidsbord, forelder: QWidget, sti: Path, slag: str) -> Innlesingsdialog:
    """Open the import preview for a page that knows what the file is; for one that does not, `slag` is ''."""
    from verksted.vindu.innlesing.dialog import Innlesingsdialog

    dialog = Innlesingsdialog(bord, forelder, sti, slag, laast=bool(slag))
    dialog.open()
    return dialog


def _gjeldende(bord: Arbeidsbord) -> Side:
    from verksted.handlinger.filer import Innleser, forhaandsvis, hent_lesning
    from verksted.handlinger.innlesing import ta_inn_samfunnsdel
    from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
    from verksted.innlesing.trygg.slag import WORDFILER
    from verksted.lager.spoerringer.plan import hent_gjeldende
    from verksted.vindu.gjeldende.side import Gjeldendeside

    def utenfor(sti: Path) -> Sequence[Any]:
        innleser = Innleser(les_samfunnsdel, ta_inn_samfunnsdel, WORDFILER)
        return tuple(hent_lesning(forhaandsvis(sti, innleser)).lest.ikke_plassert)

    return Gjeldendeside(bord, gjeldende=hent_gjeldende, les_inn=les_inn, les=utenfor)


def _plan(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.plan import hent_planblad, hent_plantre
    from verksted.vindu.plan.side import Planside

    return Planside(bord, tre=hent_plantre, blad=hent_planblad)


def _spoersmaal(bord: Arbeidsbord) -> Side:
    from verksted.lager.spoerringer.program import hent_innspill_per_spoersmaal, hent_programgrunnlag
    from verksted.vindu.spoersmaal.side import Spoersmaalssiden
    from verksted.visning.spoersmaalside import Spoersmaalside, bygg_spoersmaalside

    def side(nummer: int | None) -> Callable[[Any], Spoersmaalside]:
        return lambda sesjon: bygg_spoersmaalside(
            hent_programgrunnlag(sesjon), nummer, hent_innspill_per_spoersmaal(sesjon)
        )

    return Spoersmaalssiden(bord, spoersmaal=side)


SIDER: Final[dict[str, Callable[[Arbeidsbord], Side]]] = {
    "oversikt": _oversikt,
    "prosess": _prosess,
    "kunnskap": _kunnskap,
    "bearbeide": _bearbeide,
    "program": _program,
    "spoersmaal": _spoersmaal,
    "deltakere": _deltakere,
    "grupper": _grupper,
    "oekonomi": _oekonomi,
    "dokumenter": _dokumenter,
    "plan": _plan,
    "gjeldende": _gjeldende,
}
