"""How much a text that became no element reads like a goal: what a planner should see, and what is only counted.

3 says itself what it is («Delmål 2: …»), 2 is a sentence or point about what is wanted, 1 is running text that speaks
of it, 0 is none of these. Nothing is left out by a low number: every text stands in the list of what was not placed.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.innlesing.samfunnsdel import planord

if TYPE_CHECKING:
    from verksted.innlesing.word.fil import Avsnitt

SIER_DET_SELV: Final = 3
LIGNER: Final = 2
NEVNER: Final = 1

_KORTEST: Final = 12
_LENGST: Final = 220
_LENGSTE_TITTEL: Final = 100
_SETNING: Final = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ«])")
_SLUTT: Final = re.compile(r"[.!?:;,]$")


def likhet(tekst: str, avsnitt: Avsnitt | None = None) -> int:
    """Return how much a text reads like a goal, 0–3."""
    linje = " ".join(tekst.split())
    if len(linje) < _KORTEST or linje.endswith("?") or _ord("spoersmaal").match(linje):
        return 0
    lapp = planord.les_merkelapp(linje) if len(linje) <= 2 * _LENGST else None
    if lapp is not None and lapp.tittel and (lapp.nummer or lapp.skilt):
        return SIER_DET_SELV
    vil = _ord("vil").search(linje) or _ord("foerst").match(linje)
    tilstand = _ord("tilstand").match(linje) and len(linje) <= _LENGSTE_TITTEL and not _SLUTT.search(linje)
    if not (vil or tilstand):
        nevnt = _ord("nevner").search(linje)
        lang_nok = len(linje) > _LENGSTE_TITTEL or (nevnt and nevnt.start() == 0 and linje.count(" ") >= 2)
        return NEVNER if nevnt and lang_nok else 0
    er_punkt = avsnitt is not None and avsnitt.liste is not None
    en_setning = len(linje) <= _LENGST and (er_punkt or not _SETNING.search(linje))
    return LIGNER if en_setning and not linje.endswith(":") and not _ord("om_planen").match(linje) else NEVNER


@lru_cache(maxsize=8)
def _ord(slag: str) -> re.Pattern[str]:
    fram = r"^\W*(?:å\s+)?" if slag in {"foerst", "tilstand", "spoersmaal", "om_planen"} else r"\b"
    return re.compile(rf"{fram}(?:{'|'.join(planord.maalord()[slag])})\b", re.IGNORECASE)
