"""What is worth saying of a budget table as a whole: its unit, columns passed over, income without minus."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from verksted.innlesing.problem import Alvor, Problem, Sted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verksted.innlesing.oekonomiplan.plankolonner import Plankolonner
    from verksted.innlesing.oekonomiplan.poster import LestPost

_INNTEKTSART: Final = re.compile(r"[6-9][0-9]{2,4}\b")
_NAVNGITTE: Final = 20


def om_tabellen(kolonner: Plankolonner, poster: Sequence[LestPost], ark: Sted) -> Iterator[Problem]:
    """Give one problem for each doubt that concerns the whole table."""
    if not kolonner.enhet_sagt:
        yield Problem("enhet_ikke_oppgitt", Alvor.MERKNAD, ark)
    if kolonner.flere_enheter:
        enheter = ", ".join(map(str, kolonner.flere_enheter))
        yield Problem("flere_enheter", Alvor.ADVARSEL, ark, {"enheter": enheter})
    for aar, brukt, andre, like_gode in kolonner.ubrukte:
        alvor = Alvor.ADVARSEL if like_gode else Alvor.MERKNAD
        yield Problem("aaret_i_flere_kolonner", alvor, ark, {"aar": aar, "brukt": brukt, "andre": andre})
    nevnt = " ".join(andre for _, _, andre, _ in kolonner.ubrukte)
    if resten := [navn for navn in kolonner.historie if navn not in nevnt]:
        yield Problem("kolonner_ikke_brukt", Alvor.MERKNAD, ark, {"kolonner": ", ".join(resten)})
    if antall := _inntekter_uten_minus(poster, kolonner.overskrift.felt.get("artskode")):
        yield Problem("inntekter_uten_minus", Alvor.ADVARSEL, ark, {"antall": antall})


def noen(titler: Sequence[Problem]) -> Iterator[Problem]:
    """Name the first titles each in its place, and the rest in one sentence."""
    yield from titler[:_NAVNGITTE]
    if rest := titler[_NAVNGITTE:]:
        ulike = Counter(str(p.data["innhold"]) for p in rest)
        grunn = {"antall": len(rest), "innhold": " · ".join(ulike)}
        yield Problem("flere_rader_uten_beloep", Alvor.MERKNAD, rest[0].sted, grunn)


def _inntekter_uten_minus(poster: Sequence[LestPost], artskode: int | None) -> int:
    """Return how many incomes are positive, where most of them are."""
    inntekter = [p for p in poster if (t := p.inntekt_utgift) and t[0] in "iI"]
    if artskode is not None and not inntekter:
        inntekter = [p for p in poster if artskode < len(p.raatt) and _INNTEKTSART.match(p.raatt[artskode])]
    uten_minus = sum(1 for p in inntekter if sum([verdi for _, verdi in p.beloep]) > 0)
    return uten_minus if uten_minus * 2 > len(inntekter) else 0
