"""Gjeldende samfunnsdel (docx) -> a plan tree with a guess and its certainty per node, and all text that is no element.

No shape is assumed (see planleser), and level names are the document's own. Raises KanIkkeLesesSomWord.
"""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.samfunnsdel import planord
from verksted.innlesing.samfunnsdel.leser import Planleser
from verksted.innlesing.samfunnsdel.maalspraak import NEVNER
from verksted.innlesing.word.fil import les_wordfil

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.samfunnsdel.noder import IkkePlassert, LestNode
    from verksted.innlesing.word.fil import Wordfil

_SKILLE: Final = " › "
_LENGST_VIST: Final = 240
_FLEST_KAPITLER: Final = 6
_LENGST_KAPITTEL: Final = 60


@dataclass(frozen=True, slots=True)
class LestSamfunnsdel:
    """What was read: the tree, and every paragraph outside it with its place and the reason."""

    tittel: str
    noder: tuple[LestNode, ...]
    ikke_plassert: tuple[IkkePlassert, ...]
    problemer: tuple[Problem, ...]


def les_samfunnsdel(data: bytes, filnavn: str) -> LestSamfunnsdel:
    """Read the plan from docx bytes."""
    fil = les_wordfil(data, filnavn)
    leser = Planleser(fil.avsnitt, filnavn)
    leser.les()
    noder, ikke_plassert = leser.tre.ferdig()
    if not noder:
        # No word in the whole plan says what is what: take the chapters that hold lists, as uncertain guesses.
        leser = Planleser(fil.avsnitt, filnavn, romslig=True)
        leser.les()
        noder, ikke_plassert = leser.tre.ferdig()
    problemer = [*_om_fila(fil, filnavn), *_om_planen(leser, noder, filnavn)]
    # What says itself that it is a goal comes first, else the order of the document.
    ligner = sorted((i for i in ikke_plassert if i.ligner_maal), key=lambda i: -i.likhet)
    if ligner:
        problemer.append(Problem("ligner_maal_utenfor", Alvor.MERKNAD, Sted(filnavn), {"antall": len(ligner)}))
    problemer += [
        Problem(
            _noekkel(i),
            Alvor.MERKNAD,
            i.sted,
            {"tekst": shorten(i.tekst, _LENGST_VIST, placeholder=" …"), "sti": _SKILLE.join(i.sti)},
        )
        for i in ligner
    ]
    problemer += _nevnt([i for i in ikke_plassert if i.likhet == NEVNER], filnavn)
    tittel = leser.tittel or fil.tittel or _foerste_overskrift(leser) or filnavn.rpartition(".")[0] or filnavn
    return LestSamfunnsdel(tittel, noder, ikke_plassert, tuple(problemer))


def _foerste_overskrift(leser: Planleser) -> str:
    """Return the first heading where it can be the plan's name: no «Forord», and no level."""
    foerste = " ".join(next((a.tekst for a in leser.avsnitt if a.nivaa), "").split())
    return "" if planord.les_merkelapp(foerste) or planord.er_ikke_plan(foerste, har_maal=False) else foerste


def _nevnt(avsnitt: Sequence[IkkePlassert], filnavn: str) -> Iterator[Problem]:
    """Tell of running text that speaks of what is wanted: how many paragraphs, and in which chapters."""
    if not avsnitt:
        return
    kapitler = list(dict.fromkeys(i.sti[0] for i in avsnitt if i.sti))
    vist = [shorten(k, _LENGST_KAPITTEL, placeholder=" …") for k in kapitler[:_FLEST_KAPITLER]]
    data: dict[str, object] = {"antall": len(avsnitt), "kapitler": "», «".join(vist)}
    flere = len(kapitler) - len(vist)
    noekkel = "nevner_maal" if not flere else "nevner_maal_flere_steder"
    yield Problem(
        noekkel if vist else "nevner_maal_uten_kapittel", Alvor.MERKNAD, Sted(filnavn), {**data, "flere": flere}
    )


def _noekkel(utenfor: IkkePlassert) -> str:
    return "ligner_maal" if utenfor.sti else "ligner_maal_uten_kapittel"


def _om_fila(fil: Wordfil, filnavn: str) -> Iterator[Problem]:
    if fil.sporede_endringer:
        yield Problem("sporede_endringer", Alvor.MERKNAD, Sted(filnavn), {"antall": fil.sporede_endringer})
    if fil.kommentarer:
        yield Problem("kommentarer_ikke_lest", Alvor.MERKNAD, Sted(filnavn), {"antall": fil.kommentarer})
    if fil.innebygde:
        yield Problem("innebygd_ikke_lest", Alvor.ADVARSEL, Sted(filnavn), {"antall": fil.innebygde})
    if "styles" in fil.ulest:
        yield Problem("stilark_ikke_lest", Alvor.ADVARSEL, Sted(filnavn))
    if "numbering" in fil.ulest:
        yield Problem("nummerering_ikke_lest", Alvor.ADVARSEL, Sted(filnavn))
    if {"footnotes", "endnotes", "diagramData"} & set(fil.ulest):
        yield Problem("deler_ikke_lest", Alvor.FEIL, Sted(filnavn))


def _om_planen(leser: Planleser, noder: tuple[LestNode, ...], filnavn: str) -> Iterator[Problem]:
    sted = Sted(filnavn)
    overskrifter = [a for a in leser.avsnitt if a.nivaa]
    if not overskrifter:
        yield Problem("ingen_overskrifter", Alvor.ADVARSEL, sted)
    elif all(a.gjettet for a in overskrifter):
        yield Problem("overskrifter_etter_utseende", Alvor.ADVARSEL, sted, {"antall": len(overskrifter)})
    if not noder:
        yield Problem("ingen_planelementer", Alvor.FEIL, sted)
    elif not any(n.rolle == "visjon" for n in noder):
        yield Problem("ingen_visjon", Alvor.MERKNAD, sted)
    usikre = sum(1 for n in noder if n.sikkerhet_bp < 7000)
    if usikre:
        yield Problem("usikre_gjetninger", Alvor.ADVARSEL, sted, {"antall": usikre})
    if leser.tre.gjentatt:
        yield Problem("gjentatte_maal", Alvor.MERKNAD, sted, {"antall": leser.tre.gjentatt})
