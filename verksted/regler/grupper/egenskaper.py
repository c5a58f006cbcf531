"""What tables may be balanced on, in the order it counts when nothing else is said, and each person's values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from verksted.modell.ordene import Mandatart
from verksted.regler.grupper.feil import UkjentEgenskap

if TYPE_CHECKING:
    from verksted.modell.deltaker import Liste, Mandat, Person

EGENSKAPER: Final = ("parti", "kjoenn", "aldersgruppe", "geografi", "ansiennitet", "rolle")

# What people call them, with å, ø and æ as aa, oe and ae.
_ORD: Final = {
    **{navn: navn for navn in EGENSKAPER},
    **dict.fromkeys(("liste", "partier", "lister", "listetilhoerighet", "listetilhoeyrsle"), "parti"),
    **dict.fromkeys(("kjonn", "kjonnn"), "kjoenn"),
    **dict.fromkeys(("alder", "aldersgrupper", "foedselsaar", "fodselsaar", "fodselsar", "foedselsar"), "aldersgruppe"),
    **dict.fromkeys(("bosted", "bustad", "stad", "sted", "krets", "bydel", "grend"), "geografi"),
    **dict.fromkeys(("perioder", "periodar", "erfaring", "ansiennitet"), "ansiennitet"),
    **dict.fromkeys(("verv", "roller"), "rolle"),
}
_KVINNE: Final = frozenset({"k", "kvinne", "kvinner", "kvinna"})
_MANN: Final = frozenset({"m", "mann", "menn"})
# Upper end of each age band but the last; three bands of 15 years hold most councils, the young are few and apart.
_ALDER: Final = ((29, "under_30"), (44, "30_44"), (59, "45_59"))
_ELDST: Final = "60_og_over"


def les_egenskap(skrevet: str) -> str:
    """Return the key of what somebody wrote: «Kjønn», «kjonn», «liste», «bustad» (raises UkjentEgenskap)."""
    ord_ = skrevet.strip().casefold()
    for bokstav, ascii_ in (("\u00e5", "aa"), ("\u00f8", "oe"), ("\u00e6", "ae"), (" ", ""), ("_", "")):
        ord_ = ord_.replace(bokstav, ascii_)
    if ord_ not in _ORD:
        raise UkjentEgenskap(ord=skrevet.strip(), kjente=", ".join(EGENSKAPER))
    return _ORD[ord_]


def egenskaper_av(person: Person, mandat: Mandat | None, liste: Liste | None, *, aar: int) -> dict[str, str | None]:
    """Return a person's value of every attribute, None where it is not known; `aar` is the year of the workshop."""
    return {
        "parti": liste.navn if liste else None,
        "kjoenn": _kjoenn(person.kjoenn),
        "aldersgruppe": _aldersgruppe(person.foedselsaar, aar),
        "geografi": (person.bosted or "").strip() or None,
        "ansiennitet": _ansiennitet(person.perioder),
        "rolle": _rolle(mandat),
    }


def _kjoenn(skrevet: str | None) -> str | None:
    ord_ = (skrevet or "").strip().casefold().rstrip(".")
    return "kvinne" if ord_ in _KVINNE else "mann" if ord_ in _MANN else ord_ or None


def _aldersgruppe(foedselsaar: int | None, aar: int) -> str | None:
    if foedselsaar is None or foedselsaar > aar:
        return None
    return next((navn for eldst, navn in _ALDER if aar - foedselsaar <= eldst), _ELDST)


def _ansiennitet(perioder: int | None) -> str | None:
    """Return the first period (lists count it as 0 or 1), the second, or more."""
    return None if perioder is None else ("foerste", "foerste", "andre")[perioder] if perioder < 3 else "flere"


def _rolle(mandat: Mandat | None) -> str | None:
    """Return the office; those who are not elected are known by what they are."""
    if mandat is None:
        return None
    return mandat.verv or (None if mandat.art in {Mandatart.MEDLEM, Mandatart.VARA} else str(mandat.art))
