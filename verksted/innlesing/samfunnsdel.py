"""Gjeldende samfunnsdel (docx) -> a plan tree with a guess and its certainty per node, and all text that is no element.

No shape is assumed (see planleser), and level names are the document's own. Raises KanIkkeLesesSomWord.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.innlesing.planleser import Planleser
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.innlesing.wordfil import les_wordfil

if TYPE_CHECKING:
    from verksted.innlesing.plantre import IkkePlassert, LestNode


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
    problemer: list[Problem] = []
    if fil.sporede_endringer:
        problemer.append(Problem("sporede_endringer", Alvor.MERKNAD, Sted(filnavn)))
    if not any(a.nivaa for a in fil.avsnitt):
        problemer.append(Problem("ingen_overskrifter", Alvor.ADVARSEL, Sted(filnavn)))
    if not noder:
        problemer.append(Problem("ingen_planelementer", Alvor.FEIL, Sted(filnavn)))
    elif not any(n.rolle == "visjon" for n in noder):
        problemer.append(Problem("ingen_visjon", Alvor.MERKNAD, Sted(filnavn)))
    usikre = sum(1 for n in noder if n.sikkerhet_bp < 7000)
    if usikre:
        problemer.append(Problem("usikre_gjetninger", Alvor.ADVARSEL, Sted(filnavn), {"antall": usikre}))
    ligner = sum(1 for i in ikke_plassert if i.ligner_maal)
    if ligner:
        problemer.append(Problem("ligner_maal_utenfor", Alvor.MERKNAD, Sted(filnavn), {"antall": ligner}))
    foerste = next((a.tekst for a in fil.avsnitt if a.nivaa), "")
    tittel = leser.tittel or fil.tittel or foerste
    return LestSamfunnsdel(tittel, noder, ikke_plassert, tuple(problemer))
