"""Part 2 of the draft, for those who work on it: gjeldende beside forslag, and an answer to every point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verksted.dokumenter.word.fellesbiter import kodelenker, tilstand
from verksted.dokumenter.word.loep import lenke, loep
from verksted.dokumenter.word.moetet import utsjekktabell
from verksted.dokumenter.word.ordrett import vedleggstabell
from verksted.dokumenter.word.tabell import Kolonne, Radmal, celle, tabell
from verksted.kjerne.formater import oppramsing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.planrader import Endringsbit, PlanNode
    from verksted.visning.punktrader import PunktRad
    from verksted.visning.samfunnsdel import Kapittel, SamfunnsdelVisning

_BITSTIL = {"lik": "", "ny": "Ny", "borte": "Utgaar"}
FLEST_KILDER = 4


def skriv_arbeidsdel(s: Skriver, visning: SamfunnsdelVisning, tekster: Tekster) -> None:
    """Add how to read it, what was not taken in and why, the tables place by place, the check, the words behind."""
    s.overskrift(1, tekster("word.arbeid.overskrift"), merke="arbeidsversjon")
    if visning.kapitler:
        biter = tekster("word.arbeid.les").split("|")
        s.avsnitt("".join(loep(bit, stil) for bit, stil in zip(biter, ("", "Ny", "", "Utgaar", ""), strict=True)))
        s.tekst(tekster("word.arbeid.statuser", antall=_antall(visning.statuser, tekster)))
    _behandlinger(s, visning, tekster)
    if visning.kapitler:
        s.overskrift(1, tekster("word.arbeid.steder"))
    for kapittel in visning.kapitler:
        _kapittel(s, kapittel, visning, tekster)
    if visning.utsjekk:
        s.overskrift(1, tekster("word.utsjekk.overskrift"))
        s.tekst(tekster("word.utsjekk.innledning"), behold=True)
        s.legg_til(utsjekktabell(visning.utsjekk, tekster))
    if visning.innspill:
        s.overskrift(1, tekster("word.arbeid.ordene"), merke="ordene")
        s.tekst(tekster("word.arbeid.ordene_innledning"))
        for v in visning.verksteder:
            egne = [rad for rad in visning.innspill if rad.kode.startswith(f"V{v.nummer}-")]
            if egne:
                tittel = tekster("word.felles.verksted", nummer=v.nummer)
                s.overskrift(2, f"{tittel}: {v.tittel}")
                s.legg_til(vedleggstabell(s, egne, tekster, tittel=tittel))


def _antall(tall: Iterable[tuple[str, int]], tekster: Tekster) -> str:
    return oppramsing([f"{tekster(f'word.{noekkel}').lower()} {antall}" for noekkel, antall in tall], tekster.maalform)


def _behandlinger(s: Skriver, visning: SamfunnsdelVisning, tekster: Tekster) -> None:
    """Add the answer to each point, what was not taken in first."""
    if not visning.punkter and not visning.innspillsvar:
        return
    s.overskrift(1, tekster("word.behandling.overskrift"))
    if visning.behandlinger:
        s.tekst(tekster("word.behandling.innledning", antall=_antall(visning.behandlinger, tekster)))
    for resultat in ("ikke_tatt_inn", "delvis_tatt_inn", "avklares", "tatt_inn", "mangler"):
        noekkel = f"behandling.{resultat}"
        punkter = [p for p in visning.punkter if (p.behandling or "behandling.mangler") == noekkel]
        rader = [_punktrad(s, p, tekster) for p in punkter]
        rader += [
            (
                lenke(svar.innspill.kode),
                loep(f"«{svar.innspill.tekst}»", spraak=svar.innspill.spraak),
                svar.begrunnelse,
                "",
            )
            for svar in visning.innspillsvar
            if svar.behandling == noekkel
        ]
        if rader:
            overskrift = tekster(f"word.behandling.{resultat}_tittel")
            s.overskrift(2, overskrift)
            s.legg_til(_svartabell(rader, overskrift, tekster))


def _punktrad(s: Skriver, p: PunktRad, tekster: Tekster) -> tuple[str, str, str, str]:
    kilder = kodelenker(p.kilder, tekster, finnes=lambda _: True)
    steder = kodelenker(p.plansteder, tekster, finnes=lambda _: True)
    hale = loep(tekster("word.punkt.samler") + " ", "Smaa") + kilder if kilder else ""
    if steder:
        hale += loep(("  ·  " if hale else "") + tekster("word.arbeid.staar_i") + " ", "Smaa") + steder
    return s.bokmerke(p.kode, loep(p.kode, "Strong")), loep(p.tittel), p.begrunnelse, hale


def _svartabell(rader: Sequence[tuple[str, str, str, str]], tittel: str, tekster: Tekster) -> str:
    kolonner = (
        Kolonne(tekster("word.kolonne.kode"), 1_450),
        Kolonne(tekster("word.kolonne.punkt"), 3_620),
        Kolonne(tekster("word.kolonne.grunn"), 4_000),
    )
    mal = Radmal(kolonner)
    ferdige = []
    for kode, punkt, grunn, hale in rader:
        begrunnelse = (
            celle(loep(grunn)) if grunn.strip() else celle(loep(tekster("word.behandling.uten_grunn"), "Dempet"))
        )
        ferdige.append(
            mal.fyll(
                (celle(kode), celle(punkt) + (celle(hale, "Tabelliten") if hale else ""), begrunnelse),
                lengde=len(grunn),
            )
        )
    return tabell(
        kolonner,
        ferdige,
        tittel=tittel,
        beskrivelse=tekster("word.behandling.beskrivelse"),
        fortsetter=tekster("word.felles.fortsetter"),
    )


def _kapittel(s: Skriver, kapittel: Kapittel, visning: SamfunnsdelVisning, tekster: Tekster) -> None:
    hode = kapittel.hode
    navn = f"{hode.kode} {hode.tittel or hode.nivaa}" if hode else kapittel.nivaa_flertall
    tittel = tekster("word.arbeid.kapittel", navn=navn)
    s.overskrift(2, navn)
    aar = visning.gjeldende_aar
    kolonner = (
        Kolonne(tekster("word.kolonne.sted"), 1_200),
        Kolonne(tekster("word.kolonne.gjeldende_aar", aar=aar) if aar else tekster("word.kolonne.gjeldende"), 2_800),
        Kolonne(tekster("word.kolonne.forslag"), 3_270),
        Kolonne(tekster("word.kolonne.kilde"), 1_800),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll(
            (_stedcelle(s, node, tekster), _gjeldende(node, tekster), _forslag(node, tekster), _kilde(node, tekster)),
            lengde=2 * sum(len(bit.tekst) for avsnitt in node.endringer for bit in avsnitt),
        )
        for node in kapittel.alle()
    ]
    s.legg_til(
        tabell(
            kolonner,
            rader,
            tittel=tittel,
            beskrivelse=tekster("word.arbeid.beskrivelse"),
            fortsetter=tekster("word.felles.fortsetter"),
        )
    )
    grunner = [
        lenke(node.kode, stil="Kodesterk") + loep(f" {node.begrunnelse_fag}")
        for node in kapittel.alle()
        if node.begrunnelse_fag.strip()
    ]
    if grunner:
        s.boks("Fag", tekster("word.arbeid.fag_grunner"), grunner)


def _stedcelle(s: Skriver, node: PlanNode, tekster: Tekster) -> str:
    kode = loep(node.kode, "Strong")
    # What goes out has no place in part 1, so the code's own bookmark is here.
    merket = s.bokmerke(node.kode, kode) if node.utgaar else kode
    merket = s.bokmerke(f"arbeid_{node.kode}", merket)
    return celle(merket) + celle(tilstand(s, tekster, node.status), "Tabelliten")


def _gjeldende(node: PlanNode, tekster: Tekster) -> str:
    if not node.gjeldende:
        return celle(loep(tekster("word.arbeid.staar_ikke")), "Tabelliten")
    return "".join(celle(loep(avsnitt)) for avsnitt in node.gjeldende)


def _forslag(node: PlanNode, tekster: Tekster) -> str:
    avsnitt = [celle(_biter(biter)) for biter in node.endringer]
    for bokstav, tekst in node.alternativer:
        merke = loep(tekster("word.plan.alternativ", bokstav=bokstav) + " ", "Strong")
        avsnitt.append(celle(merke + loep(tekst, "Ny")))
    return "".join(avsnitt) or celle(loep(tekster("word.arbeid.ikke_skrevet")), "Tabelliten")


def _biter(biter: Iterable[Endringsbit]) -> str:
    """Return the runs; the space in front of a change is neither struck nor underlined."""
    ut = []
    foerst = True
    for bit in biter:
        ordene = bit.tekst.lstrip()
        mellomrom = bit.tekst[: len(bit.tekst) - len(ordene)] or ("" if foerst else " ")
        ut.append(loep(mellomrom) + loep(ordene, _BITSTIL[bit.art]))
        foerst = False
    return "".join(ut)


def _kilde(node: PlanNode, tekster: Tekster) -> str:
    avsnitt = []
    for p in node.punkter:
        resultat = tekster(f"word.{p.behandling or 'behandling.mangler'}").lower()
        avsnitt.append(celle(lenke(p.kode, stil="Kodesterk") + loep(f" {resultat}")))
        avsnitt.append(celle(loep(_om_punktet(p, tekster), "Smaa"), "Tabelliten"))
    if node.innspill:
        koder = node.innspill[:FLEST_KILDER]
        rest = len(node.innspill) - len(koder)
        flere = loep(" " + tekster("word.arbeid.og_til", antall=rest), "Smaa") if rest else ""
        avsnitt.append(celle(loep(", ", "Smaa").join(lenke(kode) for kode in koder) + flere, "Tabelliten"))
    if node.utsjekk:
        avsnitt.append(
            celle(
                loep(
                    tekster(
                        "word.arbeid.utsjekk",
                        i_traad=len(node.utsjekk.i_traad),
                        ikke_helt=len(node.utsjekk.ikke_helt),
                        nei=len(node.utsjekk.nei),
                    )
                ),
                "Tabelliten",
            )
        )
    return "".join(avsnitt) or celle(loep(tekster("word.arbeid.uten_kilde")), "Tabelliten")


def _om_punktet(p: PunktRad, tekster: Tekster) -> str:
    """Return tables, agreement and remarks as counts and names."""
    setninger = []
    if p.samlet_fra:
        setninger.append(tekster("word.arbeid.bord_av", bord=len(p.samlet_fra), alle=p.antall_bord))
    if p.enighet != "enighet.ikke_satt":
        setninger.append(tekster(f"word.{p.enighet}").lower())
    linje = ", ".join(setninger)
    if p.merknader:
        lister = oppramsing([m.listekode for m in p.merknader], tekster.maalform)
        linje += (". " if linje else "") + tekster("word.arbeid.merknad_fra", lister=lister)
    return linje
