"""Which columns of an økonomiplan hold what: headings of one to three rows, then what is in the cells; and the unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from verksted.innlesing.oekonomiplan.hode import SOEK, Hode, les_hode, rutenett
from verksted.innlesing.oekonomiplan.kostra import finn_funksjonsplass
from verksted.innlesing.tabell.kolonner import Overskrift, enkel
from verksted.innlesing.tabell.tabellfil import celletekst
from verksted.innlesing.tabell.tall import KRONER, finn_enhet, finn_enhet_i_tittel, les_tall, tall_i_celle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verksted.innlesing.oekonomiplan.hode import Beloepskolonne
    from verksted.innlesing.oekonomiplan.kostra import Funksjonsplass
    from verksted.innlesing.tabell.tabellfil import Ark, Celle, Rad

_DRIFT_ELLER_INVESTERING: Final = frozenset(
    {"drift", "driftsbudsjett", "investering", "investeringer", "investeringar"}
)
_INN_ELLER_UT: Final = frozenset(
    {"inntekt", "utgift", "inntekter", "utgifter", "inntektar", "kostnad", "kostnader", "kostnadar", "i", "u", "ut"}
)  # fmt: skip
_SYNSPROEVE: Final = 400
_INNHOLD: Final = ("tjenestekode", "tjeneste", "konto", "id")


@dataclass(frozen=True, slots=True)
class Aarskolonner:
    """The columns of one year: `netto` alone, or `utgift` and `inntekt` (and `netto` to check against).

    `enhet` is 1, 1 000 or 1 000 000 kroner.
    """

    enhet: int
    netto: int | None = None
    utgift: int | None = None
    inntekt: int | None = None

    @property
    def alle(self) -> tuple[int, ...]:
        """Every column the year has, the netto first."""
        return tuple(k for k in (self.netto, self.utgift, self.inntekt) if k is not None)


@dataclass(frozen=True, slots=True)
class Plankolonner:
    """The columns of one table: `aar` maps year -> its columns; the rows of the table begin at `foerste`.

    `ubrukte` are (year, column used, columns not used, whether some of these are as good) where a year stands more
    than once, `historie` the headings of accounts and the like. `aarskolonne` is the column that tells each row's
    year, when the years go downwards, `enhetskolonne` the one that tells each row's unit, where they differ.
    """

    overskrift: Overskrift
    aar: Mapping[int, Aarskolonner]
    enhet_sagt: bool
    funksjonsplass: Funksjonsplass | None = None
    flere_enheter: tuple[int, ...] = ()
    ubrukte: tuple[tuple[int, str, str, bool], ...] = ()
    historie: tuple[str, ...] = ()
    aarskolonne: int | None = None
    hodetekster: tuple[tuple[str, ...], ...] = field(default=())
    enhetskolonne: int | None = None

    @property
    def beloepskolonner(self) -> tuple[int, ...]:
        """Every column with amounts."""
        return tuple(k for ett in self.aar.values() for k in ett.alle)


def finn_plankolonner(
    ark: Ark, filnavn: str, andre_titler: Sequence[str] = (), *, fra: int = 0, soek: int = SOEK
) -> Plankolonner | None:
    """Return the columns of the table whose heading stands first from row `fra`, else None.

    The heading is looked for among `soek` rows. `andre_titler` are texts of other sheets: a cover may say the unit.
    """
    nett = rutenett(ark, fra, soek)
    titler = _titler(ark, fra, filnavn)
    hode = les_hode(nett, titler)
    if hode is None:
        return None
    indeks = fra + hode.indeks
    rader = ark.rader[indeks + 1 : indeks + 1 + _SYNSPROEVE]
    valgte, ubrukte, historie = _velg(hode, rader)
    aarskolonne = hode.felt.get("aar") if not valgte else None
    if aarskolonne is not None:
        valgte, ubrukte = _nedover(hode, aarskolonne, ark.rader[indeks + 1 :], rader), ()
    if not valgte:
        return None
    felt = _etter_innhold(
        {f: k for f, k in hode.felt.items() if f not in {"aar", "beloep"}},
        {k.kolonne for en in valgte.values() for k in en},
        rader,
    )
    plass = None
    if "funksjon" not in felt:
        felt, plass = _skjult_funksjon(felt, {k.kolonne for k in hode.beloep}, rader)
    else:
        tekster = (celletekst(r.celle(felt["funksjon"])) for r in rader)
        plass = finn_funksjonsplass(tekster, heter_funksjon=True)
    radenhet = _radenhet(felt, ark.rader[indeks + 1 :])
    overskrift = Overskrift(indeks, felt)
    enheter = _enheter(ark, overskrift, rader, filnavn, andre_titler)
    felles = enheter[0] if enheter else None
    aar = {ett: _aarskolonner(valgte[ett], felles) for ett in sorted(valgte)}
    return Plankolonner(
        overskrift,
        aar,
        felles is not None or radenhet is not None or all(k.enhet for en in valgte.values() for k in en),
        plass,
        tuple(dict.fromkeys(enheter)) if len(set(enheter)) > 1 else (),
        ubrukte,
        historie,
        aarskolonne,
        tuple(tuple(rad) for rad in nett[: hode.indeks + 1]),
        radenhet,
    )


def er_investering(tekst: str) -> bool:
    """Say whether a title, sheet name or cell speaks of investments."""
    return "invester" in enkel(tekst)


def _velg(
    hode: Hode, rader: Sequence[Rad]
) -> tuple[dict[int, list[Beloepskolonne]], tuple[tuple[int, str, str, bool], ...], tuple[str, ...]]:
    """Return the columns to use per year, what was passed over, and the headings of history."""
    brukbare = [k for k in hode.beloep if _er_tall(k.kolonne, rader)]
    plan = [k for k in brukbare if k.rang > 0]
    historie = tuple(k.navn for k in brukbare if k.rang <= 0)
    valgte: dict[int, list[Beloepskolonne]] = {}
    ubrukte: list[tuple[int, str, str, bool]] = []
    for aar in sorted({k.aar for k in plan}):
        aarets = [k for k in plan if k.aar == aar]
        best = max(k.rang for k in aarets)
        tatt: dict[str, Beloepskolonne] = {}
        for en in aarets:
            if en.rang == best:
                tatt.setdefault(en.retning or "netto", en)
        if "netto" not in tatt and "utgift" not in tatt:
            tatt = {"netto": next(iter(tatt.values()))}
        valgte[aar] = list(tatt.values())
        andre = [k for k in aarets if k not in valgte[aar]] + [k for k in brukbare if k.aar == aar and k.rang <= 0]
        if andre:
            like_gode = any(k.rang == best for k in andre)
            brukt = ", ".join(k.navn for k in valgte[aar])
            ubrukte.append((aar, brukt, ", ".join(k.navn for k in andre), like_gode))
    return valgte, tuple(ubrukte), historie if plan else ()


def _nedover(
    hode: Hode, aarskolonne: int, alle: Sequence[Rad], rader: Sequence[Rad]
) -> dict[int, list[Beloepskolonne]]:
    """Return the one set of amount columns for every year that stands in the year column."""
    kolonner = {k.retning or "netto": k for k in reversed(hode.uten_aar) if _er_tall(k.kolonne, rader)}
    if not kolonner:
        return {}
    aarene = {
        int(tall) for r in alle if (tall := tall_i_celle(r.celle(aarskolonne))) is not None and 1990 <= tall <= 2100
    }
    return {aar: list(kolonner.values()) for aar in sorted(aarene)}


def _er_tall(kolonne: int, rader: Sequence[Rad]) -> bool:
    """Say whether a column may hold amounts: not when there is plenty in it, and nearly all of it words."""
    fylte = [t for r in rader if (t := celletekst(r.celle(kolonne)))]
    tall = sum(1 for t in fylte if les_tall(t) is not None)
    return len(fylte) < 3 or tall >= 0.2 * len(fylte)


def _aarskolonner(kolonner: Sequence[Beloepskolonne], felles: int | None) -> Aarskolonner:
    plass = {k.retning or "netto": k.kolonne for k in kolonner}
    enhet = next((k.enhet for k in kolonner if k.enhet), None) or felles or KRONER
    return Aarskolonner(enhet, plass.get("netto"), plass.get("utgift"), plass.get("inntekt"))


def _etter_innhold(felt: Mapping[str, int], beloep: set[int], rader: Sequence[Rad]) -> dict[str, int]:
    """Move fields whose name may mean several things to what their cells say they are."""

    def ord_i(kolonne: int) -> set[str]:
        return {t.casefold() for rad in rader if (t := celletekst(rad.celle(kolonne)))}

    ferdig = {f: k for f, k in felt.items() if k not in beloep}
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
    return ferdig


def _skjult_funksjon(
    felt: Mapping[str, int], beloep: set[int], rader: Sequence[Rad]
) -> tuple[dict[str, int], Funksjonsplass | None]:
    """Find the function inside a service code or another code, or in a column without a known name."""
    ferdig = dict(felt)
    bredde = max((len(r.celler) for r in rader), default=0)
    navngitte = [felt[n] for n in _INNHOLD if n in felt]
    ukjente = [k for k in range(bredde) if k not in felt.values() and k not in beloep]
    for kolonne in dict.fromkeys((*navngitte, *ukjente)):
        if plass := finn_funksjonsplass(celletekst(r.celle(kolonne)) for r in rader):
            ferdig["funksjon"] = kolonne
            return ferdig, plass
    return ferdig, None


def _titler(ark: Ark, fra: int, filnavn: str) -> list[str]:
    """Return the texts that may say which year or unit the whole table is about, the nearest first."""
    over = [celletekst(c) for r in reversed(ark.rader[max(0, fra - 3) : fra + SOEK]) for c in r.celler[:12]]
    return [*(t for t in over if t), ark.navn or "", filnavn.replace("_", " ").replace("-", " ")]


def _enheter(
    ark: Ark, overskrift: Overskrift, rader: Sequence[Rad], filnavn: str, andre_titler: Iterable[str]
) -> list[int]:
    """Return the units the file sets: a column for it, heading and titles, foot notes, sheet and file, other sheets."""
    if "enhet" in overskrift.felt:
        ulike = {finn_enhet(t) for r in rader if (t := overskrift.tekst(r, "enhet"))}
        if len(ulike) == 1 and (enhet := ulike.pop()):
            return [enhet]
    over = [celletekst(c) for r in ark.rader[: overskrift.indeks + 1] for c in r.celler]
    alene = [t for r in ark.rader[overskrift.indeks + 1 :] if r.celler and (t := _eneste(r))]
    stamme = filnavn.rpartition(".")[0] or filnavn
    egne = (*over, *alene, ark.navn or "", stamme.replace("_", " ").replace("-", " "))
    for tekster in (egne, andre_titler):
        if funnet := [e for t in tekster if t and len(t) < 300 and (e := finn_enhet_i_tittel(t))]:
            return funnet
    return []


def _radenhet(felt: dict[str, int], rader: Sequence[Rad]) -> int | None:
    """Return the column that states each row's own unit; a column of names is the municipality's enheter."""
    kolonne = felt.get("enhet")
    if kolonne is None:
        return None
    ord_ = {t for r in rader if (t := celletekst(r.celle(kolonne)))}
    if any(finn_enhet(t) for t in ord_):
        return kolonne
    felt.setdefault("ansvarsnavn", felt.pop("enhet"))
    return None


def _eneste(rad: Rad) -> str:
    """Return the text of a row where nothing else stands, '' of all other rows."""
    funnet: Celle = None
    for celle in rad.celler:
        if celle is None or (type(celle) is str and (not celle or celle.isspace())):
            continue
        if funnet is not None:
            return ""
        funnet = celle
    return celletekst(funnet)
