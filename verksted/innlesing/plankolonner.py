"""Which columns of an økonomiplan hold what: by name first, then by what is in them; and the unit of the amounts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from verksted.innlesing.kolonner import Overskrift, enkel, finn_overskrift
from verksted.innlesing.kostra import ser_ut_som_funksjoner
from verksted.innlesing.tabell import celletekst
from verksted.innlesing.tall import KRONER, finn_enhet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from verksted.innlesing.tabell import Ark, Rad

_ETT_AAR: Final = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_HISTORIE: Final = re.compile(r"\b(?:regnskap|rekneskap|r|hittil|endring|avvik|differanse)\b", re.IGNORECASE)
_AAR: Final = "aar:"
_DRIFT_ELLER_INVESTERING: Final = frozenset(
    {"drift", "driftsbudsjett", "investering", "investeringer", "investeringar"}
)
_INN_ELLER_UT: Final = frozenset({"inntekt", "utgift", "inntekter", "utgifter", "inntektar", "kostnad", "kostnader"})
_SYNSPROEVE: Final = 400


@dataclass(frozen=True, slots=True)
class Plankolonner:
    """The columns of one sheet: `aar` maps year -> column, `enheter` year -> 1, 1 000 or 1 000 000."""

    overskrift: Overskrift
    aar: Mapping[int, int]
    enheter: Mapping[int, int]
    enhet_sagt: bool


def finn_plankolonner(ark: Ark, filnavn: str) -> Plankolonner | None:
    """Return the columns of a sheet with a heading row of years and at least one known name, else None."""

    def godtas(felt: Mapping[str, int]) -> bool:
        aar = sum(1 for f in felt if f.startswith(_AAR))
        return aar >= 1 and len(felt) - aar >= 1

    raa = finn_overskrift(ark, "oekonomiplan", godtas=godtas, ekstra=_aarsfelt)
    if raa is None:
        return None
    aar = {int(f.removeprefix(_AAR)): k for f, k in raa.felt.items() if f.startswith(_AAR)}
    felt = {f: k for f, k in raa.felt.items() if not f.startswith(_AAR)}
    rader = ark.rader[raa.indeks + 1 : raa.indeks + 1 + _SYNSPROEVE]
    overskrift = Overskrift(raa.indeks, _etter_innhold(felt, rader))
    felles = _felles_enhet(ark, overskrift, rader, filnavn)
    celler = ark.rader[raa.indeks].celler
    egne = {ett: finn_enhet(celletekst(celler[k])) for ett, k in aar.items()}
    enheter = {ett: egne[ett] or felles or KRONER for ett in sorted(aar)}
    sagt = felles is not None or all(egne.values())
    return Plankolonner(overskrift, dict(sorted(aar.items())), enheter, sagt)


def _aarsfelt(tekst: str) -> str | None:
    aar = _ETT_AAR.findall(tekst)
    if len(aar) != 1 or _HISTORIE.search(tekst) or len(tekst) > 40:
        return None
    return f"{_AAR}{aar[0]}"


def _etter_innhold(felt: Mapping[str, int], rader: Iterable[Rad]) -> dict[str, int]:
    """Move fields whose name may mean several things to what their cells say they are."""
    rader = tuple(rader)

    def ord_i(kolonne: int) -> set[str]:
        return {t.casefold() for rad in rader if (t := celletekst(rad.celle(kolonne)))}

    ferdig = dict(felt)
    mulige = [n for n in ("art", "artskode", "endringsart", "tekst") if n in ferdig]
    sier_art = next((n for n in mulige if (ulike := ord_i(ferdig[n])) and ulike <= _DRIFT_ELLER_INVESTERING), None)
    kolonne = ferdig.pop(sier_art) if sier_art else None
    # «Type» that does not tell drift from investering tells what kind of change the line is.
    if "art" in ferdig:
        ferdig.setdefault("endringsart", ferdig.pop("art"))
    if kolonne is not None:
        ferdig["art"] = kolonne
    if "inntekt_utgift" in ferdig and not ord_i(ferdig["inntekt_utgift"]) <= _INN_ELLER_UT:
        del ferdig["inntekt_utgift"]
    if "funksjon" not in ferdig:
        tjenester = {ferdig[n] for n in ("tjenestekode", "tjeneste") if n in ferdig}
        mulige_kolonner = [*tjenester, *(k for k in range(max(felt.values()) + 2) if k not in felt.values())]
        funnet = next(
            (k for k in mulige_kolonner if ser_ut_som_funksjoner(celletekst(r.celle(k)) for r in rader)), None
        )
        if funnet is not None:
            ferdig["funksjon"] = funnet
    return ferdig


def _felles_enhet(ark: Ark, overskrift: Overskrift, rader: Iterable[Rad], filnavn: str) -> int | None:
    """Look for the unit in a column for it, above and in the heading row, in foot notes, in sheet and file name."""
    rader = tuple(rader)
    if "enhet" in overskrift.felt:
        ulike = {finn_enhet(t) for r in rader if (t := overskrift.tekst(r, "enhet"))}
        if len(ulike) == 1 and (enhet := ulike.pop()):
            return enhet
    over = [celletekst(c) for r in ark.rader[: overskrift.indeks + 1] for c in r.celler]
    alene = [f[0] for r in ark.rader[overskrift.indeks + 1 :] if len(f := _fylte(r)) == 1]
    for tekst in (*over, *alene, ark.navn or "", filnavn.replace("_", " ").replace("-", " ")):
        if tekst and (enhet := finn_enhet(tekst)):
            return enhet
    return None


def _fylte(rad: Rad) -> list[str]:
    return [t for c in rad.celler if (t := celletekst(c))]


def er_investering(tekst: str) -> bool:
    """Say whether a title, sheet name or cell speaks of investments."""
    return "invester" in enkel(tekst)
