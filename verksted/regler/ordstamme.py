"""Norwegian words down to what their forms share: bokmål and nynorsk, one and many, with and without article.

Snowball's Norwegian stemmer (Porter 2001) does the endings; `_PAR` joins what the two written languages spell in
different ways. Used for search and for finding notes that say the same, never for what is shown.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import snowballstemmer

_ORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_STEMMER: Final = snowballstemmer.stemmer("norwegian")
# Endings the stemmer leaves on one form of a word and takes off the other.
_RESTER: Final = (("ern", "er"), ("ar", ""), ("er", ""))
# The stemmer spares words of five letters and less; these endings go there too: veien, året, byer.
_KORTE: Final = ("ene", "en", "et", "er")
# nynorsk stem → bokmål stem. Whole stems only; the next table has the parts of compounds.
_PAR: Final = {
    "ikkj": "ikk", "kva": "hva", "kvar": "hver", "korleis": "hvordan", "kvifor": "hvorfor", "meir": "mer", "mykj": "my",
    "mykje": "my", "mye": "my", "noko": "noe", "nokon": "noen", "nok": "noe", "dei": "de", "eg": "jeg", "me": "vi",
    "vere": "vær", "ver": "vær", "bli": "bli", "vert": "bli", "blir": "bli", "gjer": "gjør", "gjere": "gjør",
    "gjør": "gjør", "gjøre": "gjør", "sjå": "se", "betr": "bedr", "fleir": "fler", "eldr": "eldr", "ung": "ung",
    "saman": "sammen", "sam": "sammen", "heil": "hel", "ein": "en", "eit": "et", "frå": "fra", "berr": "bar",
}  # fmt: skip
_DELER: Final = (
    ("innspel", "innspill"), ("berekraft", "bærekraft"), ("heime", "hjemme"), ("heim", "hjem"), ("skul", "skol"),
    ("vatn", "vann"),    ("veg", "vei"), ("sjuk", "syk"), ("bustad", "bol"), ("busett", "bosett"), ("born", "barn"),
    ("ungdomm", "ungdom"), ("tenest", "tjenest"), ("kyrkj", "kirk"), ("hamn", "havn"),
    ("tilbod", "tilbud"), ("eigar", "eier"), ("eigedom", "eiendom"), ("kjensl", "følels"),
    ("lækj", "leg"), ("leikeplass", "lekeplass"), ("leik", "lek"), ("sjølv", "selv"),
    ("vidarefør", "viderefør"), ("vidare", "videre"), ("moglegheit", "mul"), ("mogleg", "mul"),
    ("byggj", "bygg"), ("ferj", "ferg"),
    ("innbyggjar", "innbygg"), ("innbygger", "innbygg"),
    ("tryggleik", "trygghet"), ("medverknad", "medvirkning"), ("verksemd", "virksomhet"), ("løysing", "løsning"),
    ("framtid", "fremtid"), ("auk", "øk"), ("nytt", "ny"),
)  # fmt: skip
# Too common to say that two notes speak of the same thing.
STOPPORD: Final = frozenset((
    "alle", "alt", "at", "av", "bare", "bedr", "bli", "blir", "bort", "bra", "bruk", "burde", "både", "bør", "da",
    "de", "dem", "den", "der", "det", "dette", "du", "eller", "en", "enn", "er", "et", "ett", "etter", "finnes",
    "fint", "for", "fra", "få", "får", "før", "gi", "gir", "gjør", "god", "gå", "går", "ha", "han", "hans", "har",
    "heller", "her", "hun", "hva", "hvem", "hver", "hvis", "hvor", "hvordan", "hvorfor", "i", "ikk", "ikke", "ing",
    "ingen", "inn", "ja", "jeg", "kan", "kom", "kommer", "kommun", "la", "ligg", "lite", "man", "mange", "med",
    "meg", "men", "mer", "mitt", "my", "mye", "må", "nei", "noe", "noen", "ny", "nytt", "nå", "når", "og", "også",
    "om", "opp", "oss", "over", "på", "sa", "sammen", "se", "seg", "selv", "si", "sier", "sin", "sitt", "skal",
    "skriv", "skrive", "skull", "slik", "som", "stå", "står", "så", "ta", "tar", "til", "treng", "trenger",
    "trengs", "under", "ut", "ved", "vi", "vil", "vår", "våre", "vårt", "vær", "være", "å",
))  # fmt: skip


def ordene_i(tekst: str) -> list[str]:
    """Return the words of a text as they are written; a word may hold hyphens and apostrophes inside."""
    return _ORD.findall(tekst)


@lru_cache(maxsize=65_536)
def stamme(ordet: str) -> str:
    """Return what a word shares with its other forms: ferja, ferjene, ferga → ferg."""
    rot: str = _STEMMER.stemWord(ordet.casefold())
    for ende, ny in _RESTER:
        if rot.endswith(ende) and len(rot) - len(ende) >= 4:
            rot = rot[: len(rot) - len(ende)] + ny
            break
    if len(rot) <= 6 and rot == ordet.casefold():
        rot = next((rot[: -len(e)] for e in _KORTE if rot.endswith(e) and len(rot) - len(e) >= 2), rot)
    if rot in _PAR:
        return _PAR[rot]
    for nynorsk, bokmaal in _DELER:
        rot = rot.replace(nynorsk, bokmaal)
    return rot[:-1] if len(rot) >= 5 and rot[-1] in "ae" else rot


def stammene_i(tekst: str) -> list[str]:
    """Return the stems of a text, in order, every word of it."""
    return [stamme(ordet) for ordet in ordene_i(tekst)]
