"""Part 1 of the draft, for the reader: the plan in its own order, fag and politikk apart, no marks of change."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from verksted.dokumenter.word.fellesbiter import kodelenker
from verksted.dokumenter.word.loep import lenke, loep, tabulator
from verksted.dokumenter.word.stilark import INNRYKK
from verksted.dokumenter.word.tabell import Kolonne, Radmal, celle, tabell
from verksted.kjerne.formater import oppramsing
from verksted.kjerne.ider import kodeorden

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from verksted.dokumenter.word.avsnitt import Skriver
    from verksted.kjerne.tekster import Tekster
    from verksted.visning.planrader import KunnskapRad, PlanNode, TiltakRad
    from verksted.visning.punktrader import PunktRad
    from verksted.visning.samfunnsdel import Kapittel, SamfunnsdelVisning
    from verksted.visning.tallrekke import Tallrekke

# Longer than this is body text, not an introduction in large type.
LENGSTE_INGRESS = 400
# A place without a title borrows its text as heading when it is no longer than this.
LENGSTE_TITTEL = 220
# Chapter titles up to this length stand in the size of a title page.
LENGSTE_STORE = 60
_DYPEST = 5
_NY_SIDE = "<w:pageBreakBefore/>"
_SLIPP = '<w:keepNext w:val="0"/>'
_STREK = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="6" w:color="BBBCBD"/></w:pBdr>'
_HENG = (
    f'<w:tabs><w:tab w:val="left" w:pos="{INNRYKK}"/></w:tabs><w:spacing w:before="160" w:after="20"/>'
    f'<w:ind w:left="{INNRYKK}" w:hanging="{INNRYKK}"/>'
)


def skriv_leserdel(s: Skriver, visning: SamfunnsdelVisning, tekster: Tekster) -> None:
    """Add every chapter that has something left in the plan."""
    hoder = Counter(kapittel.nivaa for kapittel in visning.kapitler if kapittel.hode)
    levende = [kapittel for kapittel in visning.kapitler if not all(node.utgaar for node in kapittel.alle())]
    for nr, kapittel in enumerate(levende):
        _kapittel(s, kapittel, visning, tekster, foerst=nr == 0, nummerert=hoder[kapittel.nivaa] > 1)


def _kapittel(
    s: Skriver, kapittel: Kapittel, visning: SamfunnsdelVisning, tekster: Tekster, *, foerst: bool, nummerert: bool
) -> None:
    hode = kapittel.hode
    rader = [rad for rad in kapittel.rader if not all(node.utgaar for node in rad.alle())]
    if hode is None:
        ny_side = _NY_SIDE if foerst else ""
        s.overskrift(1, kapittel.nivaa_flertall, merke=f"kapittel_{kapittel.rader[0].kode}", egenskaper=ny_side)
        for rad in rader:
            _sted(s, rad, tekster, nivaa=2)
    else:
        nivaa = f"{hode.nivaa} {hode.nummer}" if nummerert else hode.nivaa
        _hode(s, hode, nivaa, tekster, ny_side=foerst or bool(rader))
        _fag(s, [k for node in kapittel.alle() for k in node.kunnskap], tekster)
        if rader:
            s.overskrift(2, tekster("word.plan.dette_vil_vi"))
            for rad in rader:
                _sted(s, rad, tekster, nivaa=3, periode=hode.periode)
    noder = kapittel.alle()
    hale = _siste_overskrift(s)
    if _indikatorer(s, noder, tekster):
        hale = _siste_overskrift(s)
    _politikk(s, noder, visning, tekster)
    _baerekraft(s, noder, tekster)
    # The next chapter begins on a page of its own: the last lines must not be left alone on theirs.
    s.hold_sammen(hale)


def _siste_overskrift(s: Skriver) -> int:
    return next(plass for plass in reversed(range(len(s.kropp))) if '<w:pStyle w:val="Heading' in s.kropp[plass])


def _hode(s: Skriver, hode: PlanNode, nivaa: str, tekster: Tekster, *, ny_side: bool) -> None:
    tittel, tekst = _tittel_og_tekst(hode)
    skift = _NY_SIDE if ny_side else ""
    if hode.rolle != "planrolle.annet" and nivaa.casefold() != tittel.casefold():
        s.avsnitt(loep(nivaa), "Nivaalinje", skift)
        skift = ""
    innhold = loep(tittel, "Kapitteltittel") if ny_side and len(tittel) <= LENGSTE_STORE else ""
    s.overskrift(1, tittel, kode=hode.kode, innhold=innhold, egenskaper=f'{skift}<w:spacing w:before="0"/>')
    s.tekst(tekst, "Ingress" if len(tekst) <= LENGSTE_INGRESS else "")
    _alternativer(s, hode, tekster, stil="")
    if hode.periode:
        s.tekst(tekster(f"word.{hode.periode}"), "Liten")


def _tittel_og_tekst(node: PlanNode) -> tuple[str, str]:
    """Return heading and text; a place with text only lends it to the heading when it is short."""
    if node.tittel.strip():
        return node.tittel, node.tekst
    if node.tekst.strip() and len(node.tekst) <= LENGSTE_TITTEL and "\n" not in node.tekst:
        return node.tekst, ""
    return f"{node.nivaa} {node.nummer}", node.tekst


def _sted(s: Skriver, node: PlanNode, tekster: Tekster, *, nivaa: int, periode: str = "") -> None:
    """Add one place with what lies under it: code, title, text, and the period where it is not the one above's."""
    if node.utgaar:
        return
    tittel, tekst = _tittel_og_tekst(node)
    egen_periode = node.periode if node.periode != periode else ""
    # A heading that is all there is must let go of the next, or a row of them moves to the next page together.
    alene = not (tekst.strip() or node.alternativer or egen_periode or any(not barn.utgaar for barn in node.barn))
    s.overskrift(
        nivaa,
        f"{node.kode} {tittel}",
        kode=node.kode,
        innhold=lenke(f"arbeid_{node.kode}", node.kode, "Kodesterk") + tabulator() + loep(tittel),
        egenskaper=(_SLIPP if alene else "") + (_STREK if nivaa <= 3 else "") + _HENG,
    )
    s.tekst(tekst, "Maaltekst")
    _alternativer(s, node, tekster, stil="Maaltekst")
    if egen_periode:
        s.tekst(tekster(f"word.{egen_periode}"), "Maalkilde")
    for barn in node.barn:
        _sted(s, barn, tekster, nivaa=min(nivaa + 1, _DYPEST), periode=node.periode or periode)


def _alternativer(s: Skriver, node: PlanNode, tekster: Tekster, *, stil: str) -> None:
    if not node.alternativer:
        return
    s.tekst(tekster.antall("word.plan.alternativer_sendes", len(node.alternativer)), stil)
    for bokstav, tekst in node.alternativer:
        s.avsnitt(loep(tekster("word.plan.alternativ", bokstav=bokstav) + " ", "Strong") + loep(tekst), stil)


def _fag(s: Skriver, kunnskap: Iterable[KunnskapRad], tekster: Tekster) -> None:
    """Add what the administration knows, each fact once, with its code and source."""
    fakta = list(dict.fromkeys(kunnskap))
    if fakta:
        s.boks("Fag", tekster("word.plan.fag_i_dag"), [fakta_avsnitt(k, tekster) for k in fakta])


def fakta_avsnitt(k: KunnskapRad, tekster: Tekster) -> str:
    """Return one fact as runs: title, text, figure, and code with source in small."""
    tittel = k.tittel.strip()
    hale = ", ".join(str(del_) for del_ in (k.kode, k.kilde, k.aar or "") if del_)
    # The text says the figure in a sentence; the bare figure is for facts without one.
    ordene = _rekke(k.rekke, tekster) if k.rekke else k.tekst.strip()
    ordene = ordene or (tekster("word.plan.tall", tall=k.tall) if k.tall else "")
    prikk = "" if tittel.endswith((".", "?", "!")) else "."
    return loep(f"{tittel}{prikk} ", "Strong") + loep(f"{ordene} " if ordene else "") + loep(hale, "Smaa")


def _rekke(rekke: Tallrekke, tekster: Tekster) -> str:
    """Return the newest figure and the oldest: every period stands in the knowledge base."""
    naa = {"tall": rekke.siste, "periode": rekke.siste_periode}
    if rekke.foerste_periode == rekke.siste_periode:
        ordene = tekster("word.plan.tall_naa", **naa)
    else:
        noekkel = "tall_over_aar" if rekke.er_aar else "tall_over_tid"
        ordene = tekster(f"word.plan.{noekkel}", **naa, foer=rekke.foerste, start=rekke.foerste_periode)
    return f"{ordene} {rekke.resten}".strip()


def _indikatorer(s: Skriver, noder: Iterable[PlanNode], tekster: Tekster) -> bool:
    """Add the table of what is to show that it goes the right way; return whether there was anything to show."""
    steder: dict[TiltakRad, list[str]] = {}
    for node in noder:
        for t in node.tiltak:
            if t.indikator.strip():
                steder.setdefault(t, []).append(node.kode)
    if not steder:
        return False
    s.overskrift(2, tekster("word.plan.rett_vei"))
    kolonner = (
        Kolonne(tekster("word.kolonne.indikator"), 4_470),
        Kolonne(tekster("word.kolonne.tiltak"), 3_300),
        Kolonne(tekster("word.kolonne.sted"), 1_300),
    )
    mal = Radmal(kolonner)
    rader = [
        mal.fyll(
            (
                celle(loep(t.indikator)),
                celle(loep(f"{t.kode} ", "Smaa") + loep(t.tittel)),
                celle(loep(", ", "Smaa").join(lenke(kode) for kode in koder)),
            )
        )
        for t, koder in steder.items()
    ]
    s.legg_til(
        tabell(
            kolonner,
            rader,
            tittel=tekster("word.plan.rett_vei"),
            beskrivelse=tekster("word.plan.rett_vei_beskrivelse"),
            fortsetter=tekster("word.felles.fortsetter"),
        )
    )
    return True


def _politikk(s: Skriver, noder: Sequence[PlanNode], visning: SamfunnsdelVisning, tekster: Tekster) -> None:
    """Add how the chapter came about, in counts and codes, never in judgements."""
    punkter = sorted({p.kode: p for node in noder for p in node.punkter}.values(), key=lambda p: kodeorden(p.kode))
    avsnitt = []
    if punkter:
        koder = kodelenker([p.kode for p in punkter], tekster, stil="Kodesterk", finnes=lambda _: True)
        avsnitt.append(
            loep(tekster("word.plan.bygger_paa") + " ") + koder + loep(". " + _opphav(punkter, visning, tekster))
        )
    svar = [node.utsjekk for node in noder if node.utsjekk]
    if svar:
        verksteder = oppramsing([str(n) for n in sorted({n for u in svar for n in u.verksteder})], tekster.maalform)
        avsnitt.append(
            loep(
                tekster(
                    "word.plan.sjekket",
                    verksteder=verksteder,
                    i_traad=sum(len(u.i_traad) for u in svar),
                    ikke_helt=sum(len(u.ikke_helt) for u in svar),
                    nei=sum(len(u.nei) for u in svar),
                )
            )
        )
    avsnitt.extend(
        lenke(node.kode, stil="Kodesterk") + loep(f" {node.begrunnelse_politikk}")
        for node in noder
        if node.begrunnelse_politikk.strip()
    )
    if avsnitt:
        s.boks("Politikk", tekster("word.plan.politikk_slik"), avsnitt)


def _opphav(punkter: Sequence[PunktRad], visning: SamfunnsdelVisning, tekster: Tekster) -> str:
    """Return for instance «Punktene samler 14 innspill fra 5 av 6 bord i verksted 1.»."""
    setninger = []
    for v in visning.verksteder:
        egne = [p for p in punkter if p.verksted == v.nummer]
        innspill = {kode for p in egne for kode in p.kilder}
        bord = {nr for p in egne for nr in p.samlet_fra}
        if innspill:
            setninger.append(
                tekster.antall("word.plan.opphav", len(innspill), verksted=v.nummer, bord=len(bord), alle=v.bord)
            )
    uenige = [p.kode for p in punkter if p.enighet == "enighet.uenighet"]
    if uenige:
        setninger.append(tekster("word.plan.uenighet_om", koder=oppramsing(uenige, tekster.maalform)))
    return " ".join(setninger)


def _baerekraft(s: Skriver, noder: Iterable[PlanNode], tekster: Tekster) -> None:
    maal = sorted({nr for node in noder if not node.utgaar for nr in node.baerekraftsmaal})
    if maal:
        navn = ", ".join(f"{nr} {tekster(f'word.baerekraftsmaal.{nr}')}" for nr in maal)
        s.avsnitt(
            loep(tekster("word.plan.baerekraft") + "  ", "Strong") + loep(navn),
            egenskaper='<w:spacing w:before="240"/>',
        )
