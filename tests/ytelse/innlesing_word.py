"""A samfunnsdel of 300 pages with 230 tables read into its tree, against python-docx opening and walking it once.

The walk takes every paragraph's style and text, and every cell's, in the way python-docx offers; the reader also
follows text boxes, content controls and tracked changes, and builds the tree.
"""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import docx

from tests.innlesing.samfunnsdel.wordfiler import h, p, punkt, tabell, wordfil
from tests.ytelse.maaling import Maaling, beste, forhold
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.word.fil import les_wordfil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OMRAADER, DELMAAL = 23, 5
AVSNITT = (
    "Folk skal ha et sted å bo, arbeid å gå til og noen å være sammen med. Kommunen rår ikke over alt, men den rår "
    "over mer enn den tror, og det som blir gjort her, merkes i hver bygd gjennom hele året. "
) * 2


def maalinger() -> Iterator[Maaling]:
    """Yield the ratio to the walk, the time, and how the time grows."""
    plan = _plan(OMRAADER)
    yield Maaling("Samfunnsdel, 300 sider og 230 tabeller mot python-docx", forhold(_leser(plan), _gang(plan)), "×", 2)
    yield Maaling("Samfunnsdel, 300 sider og 230 tabeller", beste(_leser(plan), 3), "s", 5)
    yield Maaling("  av det bare avsnittene", beste(partial(les_wordfil, plan, "plan.docx"), 3), "s", 3)
    liten, stor = (beste(_leser(_plan(antall)), 3) for antall in (6, 24))
    yield Maaling("Samfunnsdel, fire ganger så lang plan", stor / liten, "×", 5)


def _leser(plan: bytes) -> Callable[[], object]:
    return lambda: les_samfunnsdel(plan, "plan.docx")


def _gang(plan: bytes) -> Callable[[], object]:
    return lambda: _gaa(plan)


def _gaa(plan: bytes) -> int:
    """Open the document and take all text once: paragraphs with their style, and the cells of every table."""
    dokument = docx.Document(BytesIO(plan))
    tegn = 0
    for avsnitt in dokument.paragraphs:
        tegn += len(avsnitt.text) + len(avsnitt.style.name if avsnitt.style is not None else "")
    for tabellen in dokument.tables:
        for rad in tabellen.rows:
            for celle in rad.cells:
                tegn += len(celle.text)
    return tegn


def _plan(omraader: int) -> bytes:
    """About thirteen pages and ten tables for each satsingsområde."""
    deler = [p("Kommuneplanens samfunnsdel", "Title"), h(1, "Visjon"), p("Sammen ved havet")]
    for o in range(1, omraader + 1):
        deler += [h(1, f"Satsingsområde {o}: Område nummer {o}"), *[p(AVSNITT)] * 12]
        for d in range(1, DELMAAL + 1):
            deler += [h(2, f"Delmål {o}.{d}: Noe som skal bli bedre, {o}.{d}"), *[p(AVSNITT)] * 8]
            deler += [p("Strategier:"), punkt(*(f"Gjøre noe nyttig {o}.{d}.{s}" for s in range(6)))]
            rader = [(f"Få til noe {o}.{d}.{r}", f"Bygge {r}\nRydde {r}", "3, 11") for r in range(8)]
            tall = [(f"Mål {r}", str(1000 + r), str(2000 + r), "12 %") for r in range(12)]
            deler += [tabell(("Mål", "Slik gjør vi det", "Bærekraftsmål"), *rader)]
            deler += [tabell(("Hva vi teller", "2020", "2030", "Endring"), *tall)]
    return wordfil(*deler)
