"""The natural key of a budget line: what is the same in next year's file, where codes go before names."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from verksted.innlesing.tabell.kolonner import enkel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.innlesing.oekonomiplan.poster import Postart
    from verksted.innlesing.oekonomiplan.radord import Ordrad

# What identifies a line from one year's file to the next; names of codes are left out, they get reworded.
_NOEKKELFELT: Final = (
    "sektorkode", "sektor", "inntekt_utgift", "funksjon", "tjenestekode", "tjeneste", "artskode", "ansvar",
    "endringskode", "prosjektkode", "prosjekt", "konto", "tekst",
)  # fmt: skip
_KODE_FOR: Final = {"sektor": "sektorkode", "tjeneste": "tjenestekode", "prosjekt": "prosjektkode"}
_AARSTALL: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_SEKSJON: Final = -2


class Noekkellager:
    """Makes the keys of one table, whose fields stand in the columns of `felt`."""

    def __init__(self, felt: Mapping[str, int]) -> None:
        self._id = felt.get("id", -1)
        self._plasser: list[int] = []
        for navn in _NOEKKELFELT:
            # A code says the same as its name and is changed less often; one column may hold two fields.
            if _KODE_FOR.get(navn) in felt or (
                navn in {"tjenestekode", "konto"} and felt.get(navn) == felt.get("funksjon")
            ):
                continue
            if navn not in felt and navn in {"prosjektkode", "prosjekt", "konto"}:
                continue
            er_seksjon = navn == "sektor" and "sektor" not in felt and "sektorkode" not in felt
            self._plasser.append(_SEKSJON if er_seksjon else felt.get(navn, -1))

    def noekkel(self, rad: Ordrad, art: Postart, seksjon: str | None) -> str:
        """Return the key; lines that are alike get the same one."""
        fylt = rad.fylt
        if fast := fylt[self._id]:
            return f"{art}|{enkel(fast)}"
        deler = [_del((seksjon or "") if k == _SEKSJON else fylt[k]) if k != -1 else "" for k in self._plasser]
        return "|".join((art, *deler))


@lru_cache(maxsize=1 << 14)
def _del(tekst: str) -> str:
    return enkel(_AARSTALL.sub("", tekst))
