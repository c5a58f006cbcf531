"""The front page of the summary: where, who, that it is advice, what came first, and where the room was divided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.avsnitt import EMU_PER_PUNKT, avsnitt
from verksted.dokumenter.word.fellesbiter import bordene, tidsrom, tilstand
from verksted.dokumenter.word.loep import lenke, loep, tabulator
from verksted.dokumenter.word.tabell import Kolonne, Radmal, celle, tabell
from verksted.kjerne.formater import dato_lang, heltall, oppramsing

if TYPE_CHECKING:
    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.oppsummering import OppsummeringVisning
    from verksted.visning.prioritering import Prikkedel, Prikkerad
    from verksted.visning.punktrader import PunktRad

# The front page answers on one page; what is not there stands in full further back.
FLEST_PAA_FORSIDEN = 8
FLEST_DELTE = 4
FLEST_LINJER = 15
PRIKKER = "avstemningsart.prikker"
_SOEYLEBREDDE = 78 * EMU_PER_PUNKT
_SOEYLEHOEYDE = 8 * EMU_PER_PUNKT


def skriv_forside(s: Skriver, visning: OppsummeringVisning, tekster: Tekster) -> bool:
    """Add the front page; return whether the key to the codes has room on it, or begins the next page."""
    s.avsnitt(loep(dokumentnavn(visning, tekster)), "Title")
    s.avsnitt(loep(visning.tittel), "Subtitle")
    for etikett, innhold in _fakta(visning, tekster):
        s.avsnitt(loep(tekster(f"word.forside.{etikett}"), "Dempet") + tabulator() + loep(innhold), "Fakta")
    s.avsnitt(_raad(visning, tekster), "Raadboks")
    if visning.er_eksempel:
        s.tekst(tekster("word.felles.eksempel"), "Liten")
    _prioritert(s, visning, tekster)
    _delt(s, visning, tekster)
    if not visning.antall_innspill and not visning.punkter:
        return True
    faar_plass = _linjer(visning) <= FLEST_LINJER
    s.overskrift(1, tekster("word.forside.kodene"), egenskaper="" if faar_plass else "<w:pageBreakBefore/>")
    s.avsnitt(
        "".join(
            loep(kode, "Strong") + loep(f" {tekster(f'word.forside.kode_{navn}')} ")
            for kode, navn in (("V1-G3-07", "innspill"), ("P-12", "punkt"), ("S2.1", "sted"))
        )
        + loep(tekster("word.forside.koder_like"))
    )
    return faar_plass


def dokumentnavn(visning: OppsummeringVisning, tekster: Tekster) -> str:
    """Return the title: of a workshop that was not held there is nothing to sum up."""
    return tekster("word.oppsummering.tittel" if visning.holdt else "word.planlagt.tittel", nummer=visning.nummer)


def _raad(visning: OppsummeringVisning, tekster: Tekster) -> str:
    if not visning.holdt:
        return loep(tekster("word.planlagt.ikke_holdt") + " ", "Strong") + loep(tekster("word.planlagt.innhold"))
    ordrett = ""
    if visning.antall_innspill:
        ordrett = " " + tekster.antall("word.forside.raad_ordrett", visning.antall_innspill)
    return loep(tekster("word.forside.raad"), "Strong") + loep(ordrett)


def _linjer(visning: OppsummeringVisning) -> float:
    """Return about how many lines the changing part of the front page takes; wrong costs only white space."""
    rader = [rad for del_ in visning.prioritering if del_.art == PRIKKER for rad in del_.rader[:FLEST_PAA_FORSIDEN]]
    maalinger = sum(1.5 for del_ in visning.prioritering if del_.art != PRIKKER)
    delte = min(len(visning.delt), FLEST_DELTE)
    return sum(1.4 if len(rad.tittel) < 44 else 2.4 for rad in rader) + maalinger + (2.5 + 2.2 * delte if delte else 0)


def _fakta(visning: OppsummeringVisning, tekster: Tekster) -> list[tuple[str, str]]:
    naar = tidsrom(tekster, visning.start, visning.slutt)
    if visning.dato:
        dato = dato_lang(visning.dato, tekster.maalform)
        naar = f"{dato[0].upper()}{dato[1:]} {naar}"
    moeteform = tekster(f"word.{visning.moeteform}", organ=visning.organ[:1].lower() + visning.organ[1:])
    if visning.aapent:
        aapenhet = tekster("word.forside.aapent")
    elif visning.lukket_hjemmel.strip():
        aapenhet = tekster("word.forside.lukket", hjemmel=visning.lukket_hjemmel)
    else:
        aapenhet = tekster("word.forside.lukket_uten_hjemmel")
    fakta = [
        ("prosess", visning.prosess),
        ("naar_og_hvor", ", ".join(del_ for del_ in (naar, visning.sted) if del_)),
        ("moeteform", f"{moeteform}, {aapenhet}"),
    ]
    if visning.holdt:
        fakta += [("til_stede", _til_stede(visning, tekster)), ("innspill", _antall(visning, tekster))]
    return fakta


def _til_stede(visning: OppsummeringVisning, tekster: Tekster) -> str:
    oppmoete = visning.oppmoete
    if not oppmoete.foert:
        return tekster("word.oppmoete.ikke_foert")
    tilstede = tekster("word.forside.av_medlemmer", fylte=oppmoete.fylte_plasser, alle=oppmoete.medlemmer)
    if oppmoete.vara:
        tilstede += ", " + tekster("word.forside.hvorav_vara", antall=oppmoete.vara)
    return f"{tilstede}. {tekster(f'word.forside.halvparten_{oppmoete.halvparten}')}"


def _antall(visning: OppsummeringVisning, tekster: Tekster) -> str:
    if not visning.antall_innspill:
        return tekster("word.forside.ingen_innspill")
    linje = tekster(
        "word.forside.innspill_tall",
        innspill=heltall(visning.antall_innspill),
        bord=tekster.antall("word.felles.antall_bord", visning.antall_bord),
        punkter=tekster.antall("word.felles.antall_punkter", len(visning.punkter)),
    )
    if visning.antall_trukket:
        linje += ". " + tekster("word.forside.hvorav_trukket", antall=visning.antall_trukket)
    return linje


def _prioritert(s: Skriver, visning: OppsummeringVisning, tekster: Tekster) -> None:
    prikkene = [del_ for del_ in visning.prioritering if del_.art == PRIKKER]
    for del_ in prikkene:
        flere = len(prikkene) > 1
        s.overskrift(1, del_.tittel if flere else tekster("word.forside.prioriterte"))
        s.tekst(_innledning(del_, tekster), behold=True)
        s.legg_til(_prikketabell(s, del_, tekster))
        if len(del_.rader) > FLEST_PAA_FORSIDEN:
            rest = len(del_.rader) - FLEST_PAA_FORSIDEN
            s.avsnitt(
                loep(tekster.antall("word.forside.flere_punkter", rest) + " ", "Smaa")
                + lenke(s.merke("prikkene"), tekster("word.prikker.overskrift"), "Hyperlink"),
                "Liten",
                '<w:spacing w:before="80"/>',
            )
    _maalinger(s, visning, tekster)
    rangert = [p for p in visning.punkter if p.prioritet is not None]
    if not prikkene and rangert:
        s.overskrift(1, tekster("word.forside.prioriterte"))
        s.tekst(tekster("word.forside.rangert"), behold=True)
        s.legg_til(_rangert(s, sorted(rangert, key=lambda p: p.prioritet or 0), tekster))


def _maalinger(s: Skriver, visning: OppsummeringVisning, tekster: Tekster) -> None:
    """Add red/green and scales as one line each: they ask about one thing and rank nothing."""
    maalinger = [del_ for del_ in visning.prioritering if del_.art != PRIKKER]
    if maalinger and len(maalinger) == len(visning.prioritering):
        s.overskrift(1, tekster("word.forside.maalt"))
    for del_ in maalinger:
        svar = oppramsing([f"{rad.tittel} ({rad.prikker})" for rad in del_.rader], tekster.maalform)
        s.avsnitt(
            loep(f"{del_.tittel} ", "Strong")
            + loep(f"{svar}. ")
            + lenke(s.merke("prikkene"), tekster("word.forside.per_bord")),
            egenskaper='<w:spacing w:before="120"/>',
        )


def _innledning(del_: Prikkedel, tekster: Tekster) -> str:
    setninger = [
        tekster.antall("word.prikker.gitt", del_.sum),
        tekster.antall("word.prikker.per_person", del_.per_person),
    ]
    if del_.bord_kjent:
        setninger.append(tekster("word.prikker.bordkolonnen", alle=len(del_.bordnumre)))
    return " ".join(setninger)


def _prikketabell(s: Skriver, del_: Prikkedel, tekster: Tekster) -> str:
    kolonner = [
        Kolonne(tekster("word.kolonne.kode"), 900),
        Kolonne(tekster("word.kolonne.punkt"), 3_560 if del_.bord_kjent else 4_510),
        Kolonne(tekster("word.kolonne.prikker"), 2_310),
    ]
    if del_.bord_kjent:
        kolonner.append(Kolonne(tekster("word.kolonne.bord"), 950))
    kolonner.append(Kolonne(tekster("word.kolonne.enighet"), 1_350))
    mal = Radmal(kolonner)
    stoerst = max((rad.prikker for rad in del_.rader), default=0)
    rader = []
    for rad in del_.rader[:FLEST_PAA_FORSIDEN]:
        celler = [
            celle(lenke(rad.kode) if rad.kode else loep("–", "Smaa")),
            celle(loep(rad.tittel)),
            celle(_soeyle(s, rad, stoerst, tekster), "Tabellsoeyle"),
        ]
        if del_.bord_kjent:
            celler.append(celle(loep(tekster("word.prikker.av", bord=len(rad.bord), alle=len(del_.bordnumre)))))
        celler.append(celle(tilstand(s, tekster, rad.enighet) if rad.enighet else loep("–", "Smaa")))
        rader.append(mal.fyll(celler))
    return tabell(
        kolonner,
        rader,
        tittel=del_.tittel,
        beskrivelse=tekster("word.prikker.beskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
        samlet=True,
    )


def _soeyle(s: Skriver, rad: Prikkerad, stoerst: int, tekster: Tekster) -> str:
    tall = tabulator() + loep(str(rad.prikker))
    if not rad.prikker:
        return tall
    bredde = max(EMU_PER_PUNKT, _SOEYLEBREDDE * rad.prikker // stoerst)
    beskrivelse = tekster.antall("word.prikker.antall", rad.prikker)
    return tall + tabulator() + s.bilde("soeyle", beskrivelse, bredde=bredde, hoeyde=_SOEYLEHOEYDE)


def _rangert(s: Skriver, punkter: list[PunktRad], tekster: Tekster) -> str:
    kolonner = (
        Kolonne(tekster("word.kolonne.prioritet"), 1_100),
        Kolonne(tekster("word.kolonne.kode"), 900),
        Kolonne(tekster("word.kolonne.punkt"), 5_620),
        Kolonne(tekster("word.kolonne.enighet"), 1_450),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll(
            (
                celle(loep(str(p.prioritet))),
                celle(lenke(p.kode)),
                celle(loep(p.tittel)),
                celle(tilstand(s, tekster, p.enighet)),
            )
        )
        for p in punkter
    ]
    return tabell(
        kolonner,
        rader,
        tittel=tekster("word.forside.prioriterte"),
        beskrivelse=tekster("word.forside.rangert"),
        fortsetter=tekster("word.felles.fortsetter"),
    )


def _delt(s: Skriver, visning: OppsummeringVisning, tekster: Tekster) -> None:
    if not visning.delt:
        return
    s.overskrift(1, tekster("word.forside.delt"))
    for punkt in visning.delt[:FLEST_DELTE]:
        s.legg_til(_delt_punkt(punkt, tekster))
    resten = [p.kode for p in visning.delt[FLEST_DELTE:]]
    if resten:
        s.avsnitt(
            loep(tekster("word.forside.delt_ogsaa") + " ")
            + loep(", ").join(lenke(kode, stil="Kodesterk") for kode in resten)
            + loep(".")
        )


def _delt_punkt(punkt: PunktRad, tekster: Tekster) -> str:
    """Return one point in counts: who lifted it, where the dots came from, which lists have a remark."""
    setninger = []
    if punkt.loeftet_av:
        setninger.append(tekster("word.delt.loeftet", bord=bordene(tekster, punkt.loeftet_av)))
    elif punkt.samlet_fra:
        setninger.append(tekster("word.delt.samlet", bord=bordene(tekster, punkt.samlet_fra)))
    if punkt.bord_kjent and punkt.prikkebord:
        prikker = tekster.antall("word.prikker.antall", punkt.prikker or 0)
        setninger.append(tekster("word.delt.prikker", prikker=prikker, bord=bordene(tekster, punkt.prikkebord)))
        uten = punkt.antall_bord - len(punkt.prikkebord)
        if uten:
            setninger.append(tekster.antall("word.delt.uten_prikker", uten))
    if punkt.merknader:
        lister = oppramsing([m.liste for m in punkt.merknader], tekster.maalform)
        setninger.append(tekster("word.delt.merknad", lister=lister))
    return avsnitt(
        lenke(punkt.kode, stil="Kodesterk") + loep(f" {punkt.tittel}. ", "Strong") + loep(" ".join(setninger))
    )
