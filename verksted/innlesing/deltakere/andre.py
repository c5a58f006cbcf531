"""Those in the room who are not elected: the administration, and guests who look on."""

from __future__ import annotations

import re
from typing import Final, Literal

Annenart = Literal["administrasjon", "observatoer"]

_ADMINISTRASJON: Final = re.compile(
    r"\b(?:adm\b|administrasjon\w*|administrativ\w*|kommunedirektør\w*|rådmann\w*|kommunalsjef\w*|kommuneoverlege\w*|"
    r"(?:enhets|avdelings|tjeneste|teneste|verksemds|virksomhets|plan|økonomi|personal|helse|oppvekst|kultur|tekniske?)-?\s?"
    r"(?:leder|leiar|sjef)\w*|(?:samfunns|areal|kommune)?plan(?:legger|leggar)\w*|rådgiv(?:er|ar)\w*|saksbehand(?:ler|lar)\w*|"
    r"ansatt\w*|tilsett\w*|prosessled(?:er|ar)\w*|prosessleiar\w*|møteled(?:er|ar)\b|fasilitator\w*)",
    re.IGNORECASE,
)
_OBSERVATOER: Final = re.compile(
    r"\b(?:observatør\w*|gjest\w*|tilhør(?:er|ar)\w*|publikum|presse\w*|ungdomsråd\w*|eldreråd\w*|innbyg(?:ger|gjar)\w*)",
    re.IGNORECASE,
)


def annen_art(tekst: str | None) -> Annenart | None:
    """Return what a role or a list's name says of somebody who is not elected; None when it says nothing of it."""
    if not tekst:
        return None
    if _OBSERVATOER.search(tekst):
        return "observatoer"
    return "administrasjon" if _ADMINISTRASJON.search(tekst) else None
