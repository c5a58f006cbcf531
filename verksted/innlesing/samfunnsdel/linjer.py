"""The lines of a plan as they were meant: soft returns, broken sentences, bullets and contents typed by hand.

`ordne` takes the paragraphs of the Word file and gives paragraphs again; every word is in both.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import planord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.word.fil import Avsnitt

_PUNKT: Final = re.compile(
    r"^(?:[-\u2010-\u2015\u2022\u25aa-\u25ff\u00b7\u2713\u2714\u2192\u27a2\uf000-\uf0ff*]|o(?=\s))\s*"
)
# Signs nobody begins a sentence with: one alone is a list.
_KULER: Final = frozenset("\u2022\u25aa\u25cf\u25cb\u25e6\u00b7\u2713\u2714\u27a2\uf0b7\uf0a7\uf0d8")
_TALL: Final = re.compile(r"^\(?(?P<tall>[0-9]{1,2}|[a-zæøå])[.)]\s+(?=\S)")
_INNHOLD: Final = re.compile(r"^.{2,160}?(?:\t+|\.{3,}|\u2026|\s\.\s\.)[\s.\u2026]*[0-9]{1,3}$")
_HENGER: Final = re.compile(
    r"(?:\b(?:for|i|med|til|på|av|å|som|at|en|et|ei|den|det|dei|de|der|mot|fra|frå|ved|om)|[a-zæøå]-)$", re.IGNORECASE
)
_AAPEN: Final = re.compile(r"(?:[\w,\u2013-]|\bog|\beller)$")
_MELLOMROM: Final = re.compile(r"\s{2,}")
_STILNAVN: Final = re.compile(
    r"^(?:\w{1,12} - )?(?P<navn>[^\d(]+?)"
    r"\s*(?:punkt(?:er|liste)?|kulepunkt(?:er)?|liste|nr\.?|nummerert|tittel|bullet)?\s*[0-9]*$",
    re.IGNORECASE,
)
_FLEST_I_SPERRET: Final = 4
_LENGSTE: Final = 400
_LENGST_NUMMERERT: Final = 160
_RAMME: Final = 1_000_000


def ordne(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Return the paragraphs as they were meant."""
    som_ment = [_etter_stilen(_uten_sperring(a)) for a in _rammer(_nummererte_overskrifter(avsnitt))]
    linjer = [del_ for a in _innholdslister(som_ment) for del_ in _delt(a)]
    return _skjoetet(_tallene_foran(_bare_lapper(_punktene(linjer))))


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


def _uten_sperring(a: Avsnitt) -> Avsnitt:
    """Read «V I S J O N» as the word it is; two spaces or more stand between words."""
    tegn = a.tekst.split()
    if (
        len(tegn) < _FLEST_I_SPERRET
        or any(len(t) > 1 for t in tegn)
        or sum(t.isalpha() for t in tegn) * 4 < 3 * len(tegn)
    ):
        return a
    return replace(a, tekst=" ".join("".join(ord_.split()) for ord_ in _MELLOMROM.split(a.tekst)))


def _etter_stilen(a: Avsnitt) -> Avsnitt:
    """Read a paragraph in a style the municipality has named «Delmål» or «Strategi punkt» as labelled so."""
    treff = _STILNAVN.match(a.stil) if a.stil and not a.nivaa and a.tabell is None else None
    lapp = planord.les_merkelapp(treff["navn"]) if treff else None
    if (
        lapp is None
        or lapp.tittel
        or lapp.samlet
        or planord.les_merkelapp(a.tekst) is not None
        or a.tekst.endswith(":")
    ):
        return a
    return replace(a, tekst=f"{lapp.navn}: {a.tekst}")


def _nummererte_overskrifter(avsnitt: Sequence[Avsnitt]) -> Sequence[Avsnitt]:
    """Read bold lines that Word numbers as headings, where neither a style nor larger letters tell of any.

    Most of them must have something of another kind below; else they are a list in bold letters.
    """
    if sum(1 for a in avsnitt if a.nivaa) >= 2:
        return avsnitt
    mulige = {
        i: a for i, a in enumerate(avsnitt)
        if a.tall and a.fet and a.liste is not None and a.tabell is None and len(a.tekst) <= _LENGST_NUMMERERT
    }  # fmt: skip
    med_innhold = sum(1 for i in mulige if i + 1 < len(avsnitt) and i + 1 not in mulige)
    if len(mulige) < 2 or 2 * med_innhold < len(mulige):
        return avsnitt
    stoerst = max(a.stoerrelse or 0 for a in mulige.values())
    if any((a.stoerrelse or 0) > stoerst for a in avsnitt[min(mulige) :]):
        return avsnitt
    return [
        replace(a, nivaa=(a.liste or 0) + 1, liste=None, gjettet=True) if i in mulige else a
        for i, a in enumerate(avsnitt)
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
            etter_leder = i > 0 and (ut[i - 1].tekst.rstrip().endswith(":") or _er_bar_lapp(ut[i - 1]))
            if treff.end() < len(a.tekst) and (
                a.liste is not None
                or treff[0][0] in _KULER
                or etter_leder
                or any(_PUNKT.match(n.tekst) or n.liste is not None for n in naboer)
            ):
                ut[i] = replace(a, tekst=a.tekst[treff.end() :], liste=a.liste or 0)
        elif a.liste is None and not a.fet and (_i_rekke(ut, i) or _er_foerst_i_maal(ut, i)):
            ut[i] = replace(a, liste=0)
    return ut


def _er_bar_lapp(a: Avsnitt) -> bool:
    lapp = planord.les_merkelapp(a.tekst) if len(a.tekst) <= _LENGST_NUMMERERT else None
    return lapp is not None and lapp.tittel is None and not lapp.samlet


def _bare_lapper(avsnitt: Sequence[Avsnitt]) -> list[Avsnitt]:
    """Read «Strategier», alone and straight before a list, as if it stood in bold letters: it leads to the list."""
    ut = list(avsnitt)
    for i, (a, neste) in enumerate(pairwise(avsnitt)):
        if a.nivaa or a.liste is not None or a.tabell is not None or neste.liste is None or neste.boks != a.boks:
            continue
        if _er_bar_lapp(a):
            ut[i] = replace(a, fet=True)
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


def _er_foerst_i_maal(avsnitt: Sequence[Avsnitt], i: int) -> bool:
    """Say whether «a)» stands alone under a line that names a goal."""
    her = _TALL.match(avsnitt[i].tekst)
    if not her or her["tall"] not in {"a", "1"} or not i or planord.les_merkelapp(avsnitt[i].tekst):
        return False
    lapp = planord.les_merkelapp(avsnitt[i - 1].tekst)
    return lapp is not None and lapp.tittel is not None and lapp.skilt


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
