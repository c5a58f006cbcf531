"""Rows that stand among the amounts and are no kroner: årsverk, per cent, numbers of pupils."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.celler import Prosent
from verksted.innlesing.tabell.tall import finn_enhet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.tabell.celler import Celle

_ANTALL: Final = (
    r"(?:årsverk|stilling(?:er|ar)?|stillingsheimler|stillingshjemler|elev(?:er|ar)?|barn|plass(?:er|ar)?"
    r"|bruker(?:e|ar)?|brukarar|innbygger(?:e|ar)?|innbyggjarar|ansatte|tilsette)"
)
_RAD: Final = re.compile(
    rf"^(?:sum |totalt? )?(?:antall|antal|tal på|herav|tallet på) {_ANTALL}\b|^(?:sum |totalt? )?årsverk\b(?! til| i )"
    r"|(?:\bi |\()(?:prosent|pst\.?|%)(?:\W|$)|^(?:endring|vekst|auke|økning|andel|del) i (?:%|prosent|pst)"
    r"|^(?:%|prosent(?:andel|del)?|andel)\s*(?:av|endring|vekst|$)|%\s*(?:av|endring)\b",
    re.IGNORECASE,
)
# Most rows of a big file have nothing the pattern could need.
_MULIG: Final = re.compile("(?i:%|anta|tal|herav|andel|årsv|pros|pst)")
_ENHET: Final = re.compile(rf"^(?:{_ANTALL}|prosent|pst\.?|%|stk\.?|antall|antal|timer|timar|m2|m²|km)$", re.IGNORECASE)
_PROSENT: Final = re.compile(r"[-\u2212(]?\s*[0-9][0-9 .,]*\s*(?:%|pst\.?|prosent)\)?", re.IGNORECASE)


def er_noekkeltall(ordene: Sequence[str], celler: Sequence[Celle], enhet: str) -> bool:
    """Say whether a row holds no kroner: by its own unit, by its first words, or because all it has is per cent."""
    if enhet:
        return finn_enhet(enhet) is None and bool(_ENHET.match(enhet))
    if _MULIG.search(" ".join(ordene)) and any(_RAD.search(t) for t in ordene):
        return True
    fylte = [c for c in celler if c is not None and not (isinstance(c, str) and c.strip() in {"", "-"})]
    return bool(fylte) and all(
        isinstance(c, Prosent) or (isinstance(c, str) and _PROSENT.fullmatch(c.strip())) for c in fylte
    )
