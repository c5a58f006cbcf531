"""A known plan written in random dirt is read back to the krone, or the reader says that it is not sure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.problem import Alvor

if TYPE_CHECKING:
    from collections.abc import Callable

Celler = list[object]
SEKTORER = ("Oppvekst og kultur", "Helse og omsorg", "Teknisk")
FUNKSJONER = ("202", "201", "253", "332", "120", "360")
FELT = ("Sektor", "KOSTRA-funksjon", "Tekst", "Ansvar")
ENHETSTITTEL = {1: "Beløp i hele kroner", 1000: "Alle tall i 1000 kr", 1_000_000: "Tall i mill. kr"}


def _grupper(verdi: Decimal, tusen: str, desimal: str) -> str:
    helt, _, broek = format(abs(verdi), "f").partition(".")
    tekst = f"{int(helt):,}".replace(",", tusen)
    broek = broek.rstrip("0")
    return f"{tekst}{desimal}{broek}" if broek else tekst


MINUSER: dict[str, Callable[[str], str]] = {
    "strek": lambda t: f"-{t}",
    "minustegn": lambda t: f" \u2212{t} ",
    "parentes": lambda t: f"({t})",
    "bak": lambda t: f"{t}-",
    "langt": lambda t: f"- {t}",
}


@dataclass(frozen=True)
class Tallstil:
    tusen: str
    desimal: str
    minus: str
    null: str
    rundt: str

    def skriv(self, verdi: Decimal) -> str:
        if not verdi:
            return self.null
        tekst = _grupper(verdi, self.tusen, self.desimal)
        return self.rundt.format(MINUSER[self.minus](tekst) if verdi < 0 else tekst)


STILER = (
    st.builds(
        Tallstil,
        tusen=st.sampled_from([" ", "\u00a0", "", "'"]),
        desimal=st.sampled_from([",", "."]),
        minus=st.sampled_from(list(MINUSER)),
        null=st.sampled_from([" -   ", "0", "–"]),
        rundt=st.sampled_from(["{}", "  {} ", "{} kr", "kr {}"]),
    )
    | st.builds(
        Tallstil,
        tusen=st.just("."),
        desimal=st.just(","),
        minus=st.sampled_from(list(MINUSER)),
        null=st.just("0"),
        rundt=st.sampled_from(["{}", "kr {},-"]),
    )
    | st.builds(
        Tallstil,
        tusen=st.just(","),
        desimal=st.just("."),
        minus=st.just("strek"),
        null=st.just("-"),
        rundt=st.just("{}"),
    )
)
POST = st.tuples(
    st.sampled_from(SEKTORER),
    st.sampled_from(FUNKSJONER),
    st.text("abcdefghijklmnoprstuvyæøåŋčá ", min_size=2, max_size=14).map(lambda t: f"x{t}y"),
    st.sampled_from(["1200", "1300"]),
    st.lists(st.integers(-(10**10), 10**10) | st.integers(-2000, 2000), min_size=10, max_size=10),
)


@dataclass(frozen=True)
class Skitt:
    enhet: int
    stil: Tallstil
    aar: int
    titler: bool
    tomme: bool
    to_rader: bool
    regnskap: bool
    delsummer: bool
    total: bool
    hode_paa_nytt: bool
    rekkefoelge: tuple[int, ...]
    lag: int


SKITT = st.builds(
    Skitt,
    enhet=st.sampled_from([1, 1000, 1_000_000]),
    stil=STILER,
    aar=st.integers(1, 10),
    titler=st.booleans(),
    tomme=st.booleans(),
    to_rader=st.booleans(),
    regnskap=st.booleans(),
    delsummer=st.booleans(),
    total=st.booleans(),
    hode_paa_nytt=st.booleans(),
    rekkefoelge=st.permutations(range(4)).map(tuple),
    lag=st.integers(0, 4),
)


def _skriv(poster: list[tuple[str, str, str, str, list[int]]], skitt: Skitt) -> bytes:
    aarene = range(2028, 2028 + skitt.aar)
    som_tall = skitt.lag == 1

    def rad(felt: tuple[object, ...], beloep: list[int]) -> Celler:
        tall = [Decimal(b) / skitt.enhet for b in beloep[: skitt.aar]]
        skrevet: list[object] = [float(t) if som_tall else skitt.stil.skriv(t) for t in tall]
        return [*(felt[i] for i in skitt.rekkefoelge), *([["7"][0]] if skitt.regnskap else []), *skrevet]

    def summer(av: list[tuple[str, str, str, str, list[int]]]) -> list[int]:
        return [sum(p[4][i] for p in av) for i in range(skitt.aar)]

    fast: list[object] = [FELT[i] for i in skitt.rekkefoelge]
    regnskap: list[object] = ["Regnskap 2026"] if skitt.regnskap else []
    rader: list[Celler] = [["Lindvær kommune"], ["Økonomiplan 2028–2037"]] if skitt.titler else []
    rader.append([ENHETSTITTEL[skitt.enhet]])
    if skitt.to_rader:
        rader.append(
            [*([""] * 4), *([""] if skitt.regnskap else []), "Budsjett", *(["Økonomiplan"] if skitt.aar > 1 else [])]
        )
    hode: Celler = [*fast, *regnskap, *(str(a) if skitt.to_rader else f"Budsjett {a}" for a in aarene)]
    rader.append(hode)
    for sektor in SEKTORER:
        deres = [p for p in poster if p[0] == sektor]
        rader.extend(rad(p[:4], p[4]) for p in deres)
        if skitt.delsummer and deres:
            rader.append(rad(("", "", f"Sum {sektor}", ""), summer(deres)))
        if skitt.tomme:
            rader.append([])
        if skitt.hode_paa_nytt and deres:
            rader.append(hode)
    if skitt.total:
        rader.append(rad(("Totalt", "", "", ""), summer(poster)))
    match skitt.lag:
        case 0 | 1:
            return xlsx({"Drift": rader})
        case 2:
            return csvfil(rader)
        case 3:
            return csvfil(rader, skille="\t", koding="utf-16")
        case _:
            return csvfil(rader, skille=",", koding="utf-8-sig")


@given(st.lists(POST, min_size=2, max_size=6), SKITT)
def test_at_en_kjent_plan_i_tilfeldig_skitt_leses_til_krona_eller_sies_aa_vaere_usikker(
    poster: list[tuple[str, str, str, str, list[int]]], skitt: Skitt
) -> None:
    lest = les_oekonomiplan(_skriv(poster, skitt), "plan")
    usikker = any(p.noekkel == "tvetydige_tall" for p in lest.problemer)
    fasit = [p for sektor in SEKTORER for p in poster if p[0] == sektor]
    assert [(p.sektor, p.funksjon, p.tekst, p.ansvarlig) for p in lest.poster] == [
        (p[0], p[1], " ".join(p[2].split()), p[3]) for p in fasit
    ]
    if usikker:
        assert skitt.stil.tusen in {",", "."} or skitt.stil.desimal in {",", "."}
        return
    assert [[b for _, b in p.beloep] for p in lest.poster] == [p[4][: skitt.aar] for p in fasit]
    assert lest.sum_per_aar == tuple((2028 + i, sum(p[4][i] for p in poster)) for i in range(skitt.aar))
    assert all(k.i_fila in {None, k.sum} for k in lest.kontroll)
    if skitt.total:
        assert all(k.i_fila == k.sum for k in lest.kontroll)
    assert not [p for p in lest.problemer if p.alvor == Alvor.FEIL or p.noekkel == "sumrad_stemmer_ikke"]
