"""The words plans use for their levels: reads «Satsingsområde 2: Å bo …» as level name, number and title.

The words are in `ressurser/data/planord.toml`. Nothing here knows the document: a label is judged by its own line.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, cast

from verksted.kjerne.stier import ressurs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Rolle = Literal["visjon", "hovedmaal", "arealstrategi", "satsingsomraade", "delmaal", "strategi", "annet"]
Ordrolle = Literal["visjon", "hovedmaal", "arealstrategi", "satsingsomraade", "delmaal", "strategi", "annet", "maal"]

_NUMMER: Final = (
    r"(?:nr\.?\s*)?(?P<nummer>[0-9]{1,4}(?:\.[0-9]{1,3})*(?:[a-hA-H]\b)?\.?|[IVX]{1,4}\b"
    r"|[A-H](?:[0-9]{1,2}(?:\.[0-9]{1,2})*)?\b)"
)
_FORAN: Final = re.compile(
    r"^(?:(?:vår|våre|vårt|de|den|det|dei|felles|langsiktige?|overordn\w+|prioriterte|viktigste|strategiske|gjeldende|gjeldande"
    r"|to|tre|fire|fem|seks|sju|åtte|ni|ti|[0-9]{1,2}|kommunens|kommunenes|kommuneplanens|planens|samfunnsdelens"
    r"|\w+ kommunes|\w+ kommune sine?|[A-ZÆØÅ]\w+s)\s+){1,3}",
    re.IGNORECASE,
)
_ETTER: Final = re.compile(r"(?:for|i|mot|fram|frem|til|2[0-9]{3}|som|våre|vår)\b", re.IGNORECASE)
_OG: Final = re.compile(r"\s*(?:,|og|/|&)\s*", re.IGNORECASE)
_KAPITTEL_FORAN: Final = re.compile(r"^kap(?:ittel|\.)\s*(?=[0-9])", re.IGNORECASE)
_TALL_FORAN: Final = re.compile(
    r"^[0-9]{1,2}(?:(?:\.[0-9]{1,2})*[.)]\s+(?=[^0-9\s])|(?:\.[0-9]{1,2})*\s+(?=[A-ZÆØÅ«\u201c]))"
)
_PUNKT_FORAN: Final = re.compile(
    r"^(?:[0-9]{1,2}(?:\.[0-9]{1,2})+(?:\.\s+|\s+(?=[A-ZÆØÅ«\u201c]))"
    r"|(?:\(?[0-9]{1,2}[.)]|\(?[a-h]\)|[-\u2022\u2013\u25aa-\u25cf*])\s+)"
)
_UKJENT: Final = re.compile(
    r"^(?P<navn>[A-ZÆØÅ][a-zæøå]{2,24})\s+(?P<nummer>[0-9]{1,2}(?:\.[0-9]{1,2})*)\s*[:.\u2013\u2014-]\s*(?P<tittel>\S.*)$"
)
BAEREKRAFTSMAAL: Final = re.compile(
    r"\b(?:b[æe]rekraftsmål\w*|FN-mål\w*|SDG)\s*(?:nr\.?|nummer)?\s*:?\s*"
    r"((?:[0-9]{1,2}(?![0-9.]*[0-9])(?:\s*,\s*|\s+og\s+|\s*[&/]\s*)?)+)",
    re.IGNORECASE,
)
_LAPP_BAK: Final = r"^(?P<tittel>.{{3,200}}?)\s*[(\u2013\u2014,-]\s*(?P<form>{former})\b\s*{nummer}?\s*\)?$"
_TALL_BAK: Final = re.compile(
    r"^(?P<tittel>.*[^\W\d].*?)\s+(?P<apen>\()?(?P<tall>[0-9]{1,2}(?:\.[0-9]{1,2})*)(?(apen)\))$", re.DOTALL
)
# «til 1.5», «trinn 2»: a number after one of these belongs to the sentence.
_TALLORD: Final = re.compile(
    r"\b(?:til|på|med|under|over|minst|høyst|rundt|cirka|ca\.?|per|pr\.?|minus|enn|av|og|i|fra|frå|med|nr\.?|nummer|trinn|klasse|fase"
    r"|sone|etappe|kapittel|kap\.?|kategori|type|del|punkt|nivå|kvartal|tek|fylkesvei|fv\.?|riksvei|rv\.?|e|\w*mål\w*|\w*veg|\w*vei)$",
    re.IGNORECASE,
)
_LENGST_HUSKET: Final = 400
# «Visjonen vår er: «Ved havet»»: a colon or a quotation mark tells that the rest is the thing itself.
_ER: Final = re.compile(
    r"(?:(?:vår|vårt|til|for|i)\b[^:«\"\u201c]{0,60}?)?(?:er|lyder|lydar)\b\s*(?::\s*|(?=[«\"\u201c]))(?=\S)",
    re.IGNORECASE,
)
# «(2036)», «2024–2027», «i perioden 2024–2027»: when, and nothing more.
_BARE_NAAR: Final = re.compile(
    r"(?:(?:for|i|mot|fram|frem|til|gjeldende|denne|handlings-|plan|valg|val)?\s*(?:perioden|planperioden|valgperioden|valperioden)?\s*)*"
    r"[(-\u2013/]?\s*(?:2[0-9]{3}|[0-9]{2}(?=\)?$))(?:\s*[-\u2013/]\s*(?:2[0-9]{3}|[0-9]{2}))?\)?",
    re.IGNORECASE,
)
_DISSE: Final = re.compile(r"\b(?:disse|desse|målene|måla|delmålene|delmåla|dei)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Merkelapp:
    """What a line says it is. `tittel` is None where it only names a level; `samlet`: it names more than one."""

    rolle: Ordrolle
    navn: str
    nummer: str | None = None
    tittel: str | None = None
    flertall: bool = False
    samlet: bool = False
    skilt: bool = False


@lru_cache(maxsize=1)
def _data() -> dict[str, object]:
    return tomllib.loads(ressurs("data", "planord.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _former() -> dict[str, tuple[Ordrolle, str, bool]]:
    former: dict[str, tuple[Ordrolle, str, bool]] = {}
    for nivaa in _data()["nivaa"]:  # type: ignore[attr-defined]
        for tall in ("entall", "flertall"):
            for form in nivaa[tall]:
                former[form] = (nivaa["rolle"], nivaa["navn"], tall == "flertall")
    return former


@lru_cache(maxsize=1)
def _moenster() -> re.Pattern[str]:
    former = "|".join(re.escape(f) for f in sorted(_former(), key=len, reverse=True))
    return re.compile(
        rf"^(?P<form>{former})\b\s*{_NUMMER}?\s*(?P<skille>[:.\u2013\u2014-](?=\s|$))?\s*(?P<rest>.*)$",
        re.IGNORECASE | re.DOTALL,
    )


def standardnavn(rolle: Rolle) -> str:
    """Return the usual name of a level, for a document that gives it none."""
    return str(_data()["standardnavn"][rolle])  # type: ignore[index]


def les_merkelapp(tekst: str) -> Merkelapp | None:
    """Return the label a line begins with, or None for a line that names no level."""
    return _husket_merkelapp(tekst) if len(tekst) <= _LENGST_HUSKET else _finn_merkelapp(tekst)


@lru_cache(maxsize=32768)
def _husket_merkelapp(tekst: str) -> Merkelapp | None:
    return _finn_merkelapp(tekst)


def _finn_merkelapp(tekst: str) -> Merkelapp | None:
    linje = uten_nummer(" ".join(tekst.split()))
    treff = _moenster().match(linje)
    if not treff and (foran := _FORAN.match(linje)):
        treff = _moenster().match(linje[foran.end() :])
        if treff and treff["rest"] and treff["skille"] is None and not _ETTER.match(treff["rest"]):
            treff = None
    if not treff:
        return None
    rolle, navn, flertall = _former()[treff["form"].casefold()]
    nummer, rest = treff["nummer"], treff["rest"].strip()
    nummer = nummer.rstrip(".") if nummer else None
    if nummer and re.fullmatch("2[0-9]{3}", nummer):
        nummer = None
        rest = "" if _BARE_NAAR.fullmatch(rest) else rest
    lapp = Merkelapp(rolle, navn, nummer, flertall=flertall, skilt=treff["skille"] is not None)
    if not rest:
        return lapp
    return _med_tittel(lapp, rest) if nummer or lapp.skilt else _uten_skille(lapp, rest)


def _med_tittel(lapp: Merkelapp, rest: str) -> Merkelapp:
    nummer = lapp.nummer
    if nummer is None and len(rest) <= _LENGST_HUSKET and (bak := tall_bak(rest)) and "." in bak[1]:
        rest, nummer = bak
    return replace(lapp, nummer=nummer, tittel=rest, skilt=True)


def _uten_skille(lapp: Merkelapp, rest: str) -> Merkelapp | None:
    """Return the label of a line where words follow the level's name, and neither number nor sign stands between."""
    if _BARE_NAAR.fullmatch(rest):
        return lapp
    if not lapp.flertall and (er := _ER.match(rest)):
        return replace(lapp, tittel=rest[er.end() :].strip("«»\u201c\u201d\"' "), skilt=True)
    if (og := _OG.match(rest)) and og.end() and (neste := les_merkelapp(rest[og.end() :])):
        return replace(lapp, flertall=True, samlet=neste.rolle != lapp.rolle)
    return lapp if _ETTER.match(rest) and len(rest.split()) <= 6 else None


def merkelapp_etter(tekst: str) -> Merkelapp | None:
    """Return the label that stands after a heading's own words: «Å bo (satsingsområde 1)», «Å bo – delmål 1.1»."""
    treff = _moenster_bak().match(uten_nummer(" ".join(tekst.split())))
    if not treff or not (treff["nummer"] or tekst.rstrip().endswith(")")):
        return None
    rolle, navn, _ = _former()[treff["form"].casefold()]
    nummer = treff["nummer"].rstrip(".") if treff["nummer"] else None
    return Merkelapp(rolle, navn, nummer, tittel=treff["tittel"], skilt=True)


@lru_cache(maxsize=1)
def _moenster_bak() -> re.Pattern[str]:
    former = "|".join(re.escape(f) for f in sorted(_former(), key=len, reverse=True))
    return re.compile(_LAPP_BAK.format(former=former, nummer=_NUMMER), re.IGNORECASE)


def kolonnenavn(tekst: str, *, hele: bool = False) -> Merkelapp | None:
    """Return what a column of a goal table holds by a name that is no level: «Slik gjør vi det», «Dit vil vi».

    With `hele` the words must be nearly all there is, for a heading «Vi vil ha ny skole» is a goal, not a name.
    """
    lav = " ".join(uten_nummer(" ".join(tekst.split())).casefold().split()).rstrip("?:. ")
    ord_: dict[str, list[str]] = _data()["kolonne"]  # type: ignore[assignment]
    treff = [(len(o), slag, o) for slag in ("strategi", "maal") for o in ord_[slag] if lav.startswith(o)]
    if not treff:
        return None
    _, slag, funnet = max(treff)
    if hele and lav != funnet and (funnet.count(" ") < 2 or lav.count(" ") > funnet.count(" ") + 2):
        return None
    standard = str(_data()["standardnavn"]["strategi" if slag == "strategi" else "delmaal"])  # type: ignore[index]
    return Merkelapp("strategi" if slag == "strategi" else "maal", standard, flertall=True)


@lru_cache(maxsize=1)
def fn_titler() -> dict[int, tuple[str, ...]]:
    """Return the titles of the UN goals, bokmål and nynorsk, in the forms that are in use."""
    return {int(nummer): tuple(titler) for nummer, titler in _data()["fn"].items()}  # type: ignore[attr-defined]


@lru_cache(maxsize=1)
def maalord() -> dict[str, tuple[str, ...]]:
    """Return the words a goal is known by, each list a set of regular expressions."""
    ord_: dict[str, list[str]] = _data()["ligner_maal"]  # type: ignore[assignment]
    return {slag: tuple(liste) for slag, liste in ord_.items()}


def ukjent_merkelapp(tekst: str) -> tuple[str, str] | None:
    """Return level name and title of «Løft 2: Et godt liv», a label no list of words knows."""
    treff = _UKJENT.match(" ".join(tekst.split()))
    return (treff["navn"], treff["tittel"]) if treff else None


def uten_nummer(tekst: str) -> str:
    """Return a heading without the number typed in front of it."""
    return _TALL_FORAN.sub("", _KAPITTEL_FORAN.sub("", tekst))


def tall_bak(tekst: str) -> tuple[str, str] | None:
    """Return title and number of a line whose number stands after the text, unless it belongs to the sentence."""
    treff = _TALL_BAK.match(tekst)
    return (treff["tittel"], treff["tall"]) if treff and not _TALLORD.search(treff["tittel"]) else None


def uten_punkt(tekst: str) -> str:
    """Return a list item without a number or dash typed in front of it."""
    return _PUNKT_FORAN.sub("", tekst)


def sier_fn(tekst: str) -> bool:
    """Say whether a line names the UN goals: «FNs bærekraftsmål:»."""
    return bool(re.search(r"b[æe]rekraftsmål|fn-mål|fns mål", tekst, re.IGNORECASE))


def er_ikke_plan(tekst: str, *, har_maal: bool) -> bool:
    """Say whether a chapter of this name tells about the plan or the municipality, not what is wanted."""
    return _begynner(tekst, "ikke_plan") or (not har_maal and _begynner(tekst, "kanskje_ikke_plan"))


def er_oversikt(tekst: str) -> bool:
    """Say whether a chapter of this name gathers goals that stand elsewhere: «Målene på én side»."""
    lav = uten_nummer(" ".join(tekst.split())).casefold()
    ord_: dict[str, list[str]] = _data()["kapitler"]  # type: ignore[assignment]
    return any(o in lav for o in ord_["oversikt"])


def er_innledning(tekst: str) -> bool:
    """Say whether a heading under «Satsingsområder» is about them, not one of them."""
    return _begynner(tekst, "innledning")


def er_stoff(tekst: str) -> bool:
    """Say whether a heading inside a goal explains it."""
    return _begynner(tekst, "stoff")


def ledetekst(tekst: str) -> Literal["strategi", "delmaal"] | None:
    """Return what a line that ends in a colon says the list after it is."""
    lav = " ".join(tekst.casefold().split())
    ord_: dict[str, list[str]] = _data()["ledetekst"]  # type: ignore[assignment]
    if any(o in lav for o in ord_["strategi"]):
        return "strategi"
    return "delmaal" if any(o in lav for o in ord_["delmaal"]) else None


def gjelder_flere(tekst: str) -> bool:
    """Say whether a line that leads to strategies speaks of several goals: «For å nå disse målene vil vi:»."""
    return bool(_DISSE.search(tekst))


def toppnivaa(tekster: Iterable[str]) -> tuple[Rolle, str]:
    """Return the role and the name of chapters that hold goals and say nothing themselves: what the plan most often
    speaks of, hovedmål only where nothing is labelled so and no other level is spoken of."""
    antall: Counter[tuple[Rolle, str]] = Counter()
    merket = False
    for tekst in tekster:
        lapp = les_merkelapp(tekst)
        merket = merket or (lapp is not None and lapp.rolle == "hovedmaal")
        antall.update(_nevnte(tekst))
    satsing = [par for par in antall if par[0] == "satsingsomraade"]
    mulige = satsing or ([] if merket else list(antall))
    return max(mulige, key=antall.__getitem__, default=("satsingsomraade", standardnavn("satsingsomraade")))


def _nevnte(tekst: str) -> Iterator[tuple[Rolle, str]]:
    for treff in _toppord().finditer(tekst):
        rolle, navn, _ = _former()[treff[0].casefold()]
        if rolle in {"satsingsomraade", "hovedmaal"}:
            yield cast("Rolle", rolle), navn


@lru_cache(maxsize=1)
def _toppord() -> re.Pattern[str]:
    # «Satsing» and «mål» alone are everyday words.
    former = [f for f, (rolle, _, _) in _former().items() if rolle in {"satsingsomraade", "hovedmaal"} and len(f) > 9]
    former += [f for f in _former() if re.match("ho[vu]", f) and f not in former and _former()[f][0] == "hovedmaal"]
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(f) for f in sorted(former, key=len, reverse=True))})\b", re.IGNORECASE
    )


def baerekraftsmaal(tekst: str) -> tuple[int, ...]:
    """Return the UN goals (1–17) a text names as «Bærekraftsmål 3, 4 og 10»."""
    tall = {int(t) for treff in BAEREKRAFTSMAAL.finditer(tekst) for t in re.findall("[0-9]+", treff[1])}
    return tuple(sorted(t for t in tall if 1 <= t <= 17))


def _begynner(tekst: str, liste: str) -> bool:
    lav = uten_nummer(" ".join(tekst.split())).casefold() + " "
    ord_: dict[str, list[str]] = _data()["kapitler"]  # type: ignore[assignment]
    return any(lav.startswith(o) for o in ord_[liste])
