"""The lines of a plan as they were meant: soft returns, broken sentences, bullets and contents typed by hand.

`ordne` takes the paragraphs of the Word file and gives paragraphs again; every word is in both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import planord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.word.fil import Avsnitt

_PUNKT: Final = re.compile(
    r"^(?:[-\u2010-\u2015\u2022\u25aa-\u25ff\u00b7\u2713\u2714\u2192\u27a2\uf000-\uf0ff*]|o(?=\s))\s*"
)
_TALL: Final = re.compile(r"^\(?(?P<tall>[0-9]{1,2}|[a-zæøå])[.)]\s+(?=\S)")
_INNHOLD: Final = re.compile(r"^.{2,160}?(?:\t+|\.{3,}|\u2026|\s\.\s\.)[\s.\u2026]*[0-9]{1,3}$")
_HENGER: Final = re.compile(
    r"(?:\b(?:for|i|med|til|på|av|å|som|at|en|et|ei|den|det|dei|de|der|mot|fra|frå|ved|om)|[a-zæøå]-)$", re.IGNORECASE
)
_AAPEN: Final = re.compile(r"(?:[\w,\u2013-]|\bog|\beller)$")
_LENGSTE: Final = 400
_LENGST_NUMMERERT: Final = 160
_RAMME: Final = 1_000_000


def ordne(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Return the paragraphs as they were meant."""
    linjer = [del_ for a in _innholdslister(_rammer(avsnitt)) for del_ in _delt(a)]
    return _skjoetet(_tallene_foran(_punktene(linjer)))


def uten_punkttegn(tekst: str) -> str:
    """Return a line without a bullet typed in front of it."""
    return _PUNKT.sub("", tekst, count=1)


def _rammer(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Read a table of one column as the box it is drawn as."""
    brede = {a.tabell for a in avsnitt if a.kolonne > 0}
    return [
        replace(a, tabell=None, boks=_RAMME + a.tabell) if a.tabell is not None and a.tabell not in brede else a
        for a in avsnitt
    ]


def _vanlig(avsnitt: Avsnitt) -> bool:
    return not (avsnitt.er_note or avsnitt.er_figur or avsnitt.er_skjult or avsnitt.i_innholdsliste)


def _innholdslister(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Mark three or more lines in a row that end in a page number: a table of contents typed by hand."""
    ut = list(avsnitt)
    start = 0
    while start < len(ut):
        slutt = start
        while slutt < len(ut) and _i_innholdslista(ut[slutt]):
            slutt += 1
        if slutt - start >= 3:
            ut[start:slutt] = [replace(a, i_innholdsliste=True) for a in ut[start:slutt]]
        start = max(slutt, start + 1)
    return ut


def _i_innholdslista(a: Avsnitt) -> bool:
    return not a.nivaa and a.tabell is None and len(a.tekst) <= _LENGSTE and bool(_INNHOLD.match(a.tekst))


def _delt(avsnitt: Avsnitt) -> Iterator[Avsnitt]:
    """Yield a paragraph's parts where soft returns stand between goals or points, else the paragraph."""
    linjer = [linje.strip() for linje in avsnitt.tekst.split("\n") if linje.strip()]
    if len(linjer) < 2 or not _vanlig(avsnitt):
        yield avsnitt
        return
    nye = [_begynner_noe(linje) for linje in linjer]
    leder = linjer[0].endswith(":") and (nye[0] or planord.ledetekst(linjer[0]) is not None)
    if avsnitt.nivaa or not (any(nye[1:]) or (leder and len(linjer) > 2)):
        yield avsnitt
        return
    deler: list[list[str]] = []
    for nummer, (linje, ny) in enumerate(zip(linjer, nye, strict=True)):
        if ny or not deler or (leder and (nummer == 1 or not any(nye[1:]))):
            deler.append([linje])
        else:
            deler[-1].append(linje)
    for nummer, del_ in enumerate(deler):
        er_punkt = leder and nummer > 0 and planord.les_merkelapp(del_[0]) is None
        liste = 0 if er_punkt else avsnitt.liste if nummer == 0 or _PUNKT.match(del_[0]) else None
        yield replace(avsnitt, tekst="\n".join(del_), liste=liste)


def _begynner_noe(linje: str) -> bool:
    if _PUNKT.match(linje) or _TALL.match(linje):
        return True
    lapp = planord.les_merkelapp(linje)
    return lapp is not None and (lapp.nummer is not None or lapp.skilt)


def _punktene(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Read bullets and numbers typed by hand as lists: two in a row, or one after a line that leads to a list."""
    ut = list(avsnitt)
    for i, a in enumerate(ut):
        if a.nivaa or not _vanlig(a) or len(a.tekst) > _LENGSTE:
            continue
        naboer = [ut[j] for j in (i - 1, i + 1) if 0 <= j < len(ut)]
        if treff := _PUNKT.match(a.tekst):
            etter_leder = i > 0 and ut[i - 1].tekst.rstrip().endswith(":")
            if treff.end() < len(a.tekst) and (
                a.liste is not None or etter_leder or any(_PUNKT.match(n.tekst) or n.liste is not None for n in naboer)
            ):
                ut[i] = replace(a, tekst=a.tekst[treff.end() :], liste=a.liste or 0)
        elif a.liste is None and not a.fet and _i_rekke(ut, i):
            ut[i] = replace(a, liste=0)
    return ut


def _i_rekke(avsnitt: Sequence[Avsnitt], i: int) -> bool:
    """Say whether «2.» has «1.» straight before it or «3.» straight after."""
    her = _TALL.match(avsnitt[i].tekst)
    if not her or planord.les_merkelapp(avsnitt[i].tekst):
        return False
    for steg in (-1, 1):
        j = i + steg
        der = _TALL.match(avsnitt[j].tekst) if 0 <= j < len(avsnitt) and not avsnitt[j].nivaa else None
        if der and _orden(der["tall"]) == _orden(her["tall"]) + steg:
            return True
    return False


def _orden(tall: str) -> int:
    return int(tall) if tall.isdecimal() else ord(tall.casefold())


def _tallene_foran(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Put numbers that stand after the text in front of it, where headings or points of one kind count 1, 2, 3."""
    ut = list(avsnitt)
    rekker: dict[tuple[int | None, int | None, str], list[int]] = {}
    for i, a in enumerate(ut):
        if a.er_note:
            continue
        if a.nivaa or a.liste is None:
            # A heading ends the counting of what is below it, running text that of lists.
            rekker = {n: r for n, r in rekker.items() if n[0] is not None and n[0] <= (a.nivaa or 99)}
        delt = planord.tall_bak(" ".join(a.tekst.split())) if _vanlig(a) and len(a.tekst) <= _LENGST_NUMMERERT else None
        if delt is None or (a.nivaa is None and a.liste is None):
            continue
        foran, _, siste = delt[1].rpartition(".")
        rekke = rekker.setdefault((a.nivaa, a.liste, foran), [])
        if int(siste) == len(rekke) + 1:
            rekke.append(i)
            for j in (rekke if len(rekke) == 2 else rekke[-1:]) if len(rekke) >= 2 else ():
                ut[j] = _med_tall_foran(ut[j])
    return ut


def _med_tall_foran(avsnitt: Avsnitt) -> Avsnitt:
    delt = planord.tall_bak(" ".join(avsnitt.tekst.split()))
    if delt is None or planord.les_merkelapp(avsnitt.tekst) is not None:
        return avsnitt
    tittel, tall = delt
    return replace(avsnitt, tekst=f"{tall}. {tittel}")


def _skjoetet(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Join what a paragraph mark in the middle of a sentence split in two."""
    ut: list[Avsnitt] = []
    for a in avsnitt:
        if ut and _fortsetter(ut[-1], a):
            ut[-1] = replace(ut[-1], tekst=f"{ut[-1].tekst} {a.tekst}")
        else:
            ut.append(a)
    return ut


def _fortsetter(foer: Avsnitt, a: Avsnitt) -> bool:
    if not (_vanlig(foer) and _vanlig(a)) or not a.tekst[0].islower() or len(foer.tekst) > _LENGSTE:
        return False
    samme_ramme = (foer.tabell, foer.rad, foer.kolonne, foer.boks) == (a.tabell, a.rad, a.kolonne, a.boks)
    if not samme_ramme or planord.les_merkelapp(a.tekst) or a.tekst.endswith(":") or _TALL.match(a.tekst):
        return False
    henger, aapen = bool(_HENGER.search(foer.tekst)), bool(_AAPEN.search(foer.tekst))
    if foer.nivaa or a.nivaa:
        return foer.nivaa == a.nivaa and aapen
    if a.liste is not None:
        return a.liste == foer.liste and henger
    return aapen and (henger or foer.liste is not None or (foer.fet == a.fet and not foer.tekst.endswith(",")))
