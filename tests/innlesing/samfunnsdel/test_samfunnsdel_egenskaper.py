"""Whatever a plan looks like, every paragraph of it comes back: in an element, as a title above one, or in the list."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.innlesing.samfunnsdel.wordfiler import boks, h, kontroll, loep, note, p, punkt, tabell, wordfil
from verksted.innlesing.samfunnsdel.planord import les_merkelapp
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.innlesing.samfunnsdel.samfunnsdel import LestSamfunnsdel

_ORD = st.text("abdefghiklmnoprstuvyæøå", min_size=3, max_size=9).filter(lambda ord_: les_merkelapp(ord_) is None)
_FORAN = st.sampled_from([
    "", "", "", "Visjon: ", "Hovedmål 1: ", "Satsingsområde 2: ", "Delmål 1.1: ", "Delmål: ", "Strategi ", "Om ",
    "2.1 ", "3. ", "- ", "• ", "1) ", "GOD HELSE ", "Vi skal ", "Arealstrategi ", "Målene våre ", "Løft 2: ",
    "SATSING ", "Innledning ",
])  # fmt: skip
_BAK = st.sampled_from(["", "", ":", ".", " vil vi:", "\nmer", " 1", " (delmål 2)", "\t7", " som"])
_BARE = st.sampled_from([
    "Visjon", "Hovedmål", "Satsingsområder", "Delmål:", "Delmål", "Strategier:", "Delmål 1", "Arealstrategi",
    "Oversikt",
    "For å nå disse målene vil vi:", "GOD UTDANNING", "Vedlegg", "Mål og strategier",
])  # fmt: skip


@st.composite
def _tekst(trekk: st.DrawFn) -> str:
    return f"{trekk(_FORAN)}{' '.join(trekk(st.lists(_ORD, min_size=1, max_size=4)))} MERKE{trekk(_BAK)}"


_LINJE = st.one_of(_tekst(), _tekst(), _BARE)
_FORMER: dict[str, Callable[[str, str], str]] = {
    "avsnitt": lambda a, _: p(a),
    "fet": lambda a, _: p(a, fet=True),
    "stor": lambda a, _: p(a, stoerrelse=40),
    "tittel": lambda a, _: p(a, "Title"),
    "h1": lambda a, _: h(1, a),
    "h2": lambda a, _: h(2, a),
    "h4": lambda a, _: h(4, a),
    "punkt": lambda a, _: punkt(a),
    "punkt2": lambda a, _: p(a, "ListBullet2"),
    "boks": lambda a, b: p(a, inni=boks(p(b) + h(2, a))),
    "boks i overskrift": lambda a, b: h(1, a, boks(p(b))),
    "kontroll": lambda a, b: kontroll(kontroll(p(a)) + p(b)),
    "innsatt": lambda a, _: "<w:p><w:ins>" + loep(a) + "</w:ins></w:p>",
    "merke borte": lambda a, b: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + loep(f"{a} ") + "</w:p>" + p(b),
    "note": lambda a, _: p(a, inni=note(1)),
    "skjult": lambda a, b: p(a, inni=loep(b, skjult=True)),
    "ramme": lambda a, b: tabell((f"{a}\n{b}",)),
    "tabell": lambda a, b: tabell((a, b), (b, a)),
    "maaltabell": lambda a, b: tabell(("Delmål", "Strategi", "Ansvar"), (a, b, a), ("", b, a)),
    "noekkeltabell": lambda a, b: tabell(("Hovedmål", a), ("Delmål", f"{b}\n{a}"), ("Annet", b)),
    "gruppetabell": lambda a, b: tabell((f"={a}",), ("Mål", "Strategi"), (b, a), (f"={b}",), (a, b)),
}


def _alle_merker(lest: LestSamfunnsdel) -> str:
    deler = [lest.tittel]
    deler += [f"{n.tittel} {n.tekst} {' '.join(n.sti)}" for n in lest.noder]
    deler += [f"{i.tekst} {' '.join(i.sti)}" for i in lest.ikke_plassert]
    return " ".join(deler)


@given(st.lists(st.tuples(st.sampled_from(sorted(_FORMER)), _LINJE, _LINJE), min_size=1, max_size=18))
def test_at_hvert_avsnitt_i_et_hvilket_som_helst_dokument_kommer_igjen(biter: list[tuple[str, str, str]]) -> None:
    nummer = 0

    def merket(tekst: str) -> str:
        # A word of its own each time a line is written, so that no other line can stand in for it.
        nonlocal nummer
        nummer += 1
        return tekst.replace("MERKE", f"merke{nummer}q")

    kropp = "".join(_FORMER[form](merket(a), merket(b)) for form, a, b in biter)
    lest = les_samfunnsdel(wordfil(kropp, noter={1: "Note notemerke"}), "plan.docx")
    funnet = _alle_merker(lest)
    for merke in set(re.findall(r"merke[0-9]+q", kropp)):
        assert merke in funnet
    assert all(n.forelder is None or n.forelder < n.indeks for n in lest.noder)
    assert all(0 < n.sikkerhet_bp <= 10_000 and n.tittel and n.nivaanavn for n in lest.noder)
    assert all(n.sted.avsnitt for n in lest.noder)
    if "noteReference" in kropp:
        assert "notemerke" in funnet


@given(st.lists(st.tuples(st.sampled_from(["h1", "h2", "avsnitt", "punkt", "fet"]), _BARE), min_size=1, max_size=12))
def test_at_heller_ikke_ord_for_nivaaer_blir_borte(biter: list[tuple[str, str]]) -> None:
    lest = les_samfunnsdel(wordfil(*(_FORMER[form](tekst, "") for form, tekst in biter)), "plan.docx")
    funnet = f" {_alle_merker(lest)} ".casefold()
    # A level's name may be the level of an element; everything else stands there word for word.
    navn = " ".join(n.nivaanavn for n in lest.noder).casefold()
    for _, tekst in biter:
        lapp = les_merkelapp(tekst)
        assert tekst.casefold() in funnet or (lapp is not None and lapp.navn.casefold() in navn)
