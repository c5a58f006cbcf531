"""Tables of figures on a sheet: a known table written in random dirt reads back exactly, figure by figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.kunnskap.blokkleser import les_blokk
from verksted.innlesing.kunnskap.kunnskap import LestKunnskap, les_kunnskap, velg_regioner
from verksted.innlesing.kunnskap.tallblokker import finn_blokker
from verksted.innlesing.kunnskap.tallceller import er_tall
from verksted.innlesing.tabell.tabellfil import Ark, Rad

STEDER = ["Storneset", "Indre Lind", "Ytterlind", "Kárášjohka - Karasjok", "Snåase", "Ájluokta"]
MAAL = ["Menn", "Kvinner", "Ukjent kjønn"]
TEGN = [".", "..", ":", "-"]
# Figures that look like years are the ones that may be taken for headings.
CELLE = st.one_of(
    st.integers(1900, 2100),
    st.integers(-(10**7), 10**7),
    st.decimals(-1000, 1000, places=1, allow_nan=False).filter(lambda d: d != d.to_integral_value()),
    st.sampled_from(TEGN),
)
AAR = st.tuples(st.integers(1950, 2040), st.integers(2, 5), st.sampled_from([1, 2, 5]), st.booleans())


@dataclass(frozen=True)
class Kjent:
    """A known table: figures by place, measure and year."""

    steder: list[str]
    maal: list[str]
    aar: list[int]
    celler: dict[tuple[str, str, int], Any]


@st.composite
def kjente(draw: st.DrawFn, *, maal: int) -> Kjent:
    start, antall, steg, ned = draw(AAR)
    aar = [start + i * steg for i in range(antall)]
    steder = draw(st.lists(st.sampled_from(STEDER), min_size=1, max_size=4, unique=True))
    valgte = MAAL[:maal]
    noekler = [(s, m, a) for s in steder for m in valgte for a in aar]
    verdier = draw(st.lists(CELLE, min_size=len(noekler), max_size=len(noekler)))
    return Kjent(steder, valgte, aar[::-1] if ned else aar, dict(zip(noekler, verdier, strict=True)))


def bortover(k: Kjent) -> list[list[Any]]:
    return [["Bygd", *k.aar], *([s, *(k.celler[s, k.maal[0], a] for a in k.aar)] for s in k.steder)]


def nedover(k: Kjent) -> list[list[Any]]:
    return [["År", *k.steder], *([a, *(k.celler[s, k.maal[0], a] for s in k.steder)] for a in k.aar)]


def langt(k: Kjent) -> list[list[Any]]:
    return [["Region", "År", "Verdi"], *([s, a, k.celler[s, k.maal[0], a]] for s in k.steder for a in k.aar)]


def langt_med_sted_en_gang(k: Kjent) -> list[list[Any]]:
    rader = [[s if i == 0 else None, a, k.celler[s, k.maal[0], a]] for s in k.steder for i, a in enumerate(k.aar)]
    return [["Region", "År", "Verdi"], *rader]


def aar_over_maal(k: Kjent) -> list[list[Any]]:
    over = [x for a in k.aar for x in [a, *[None] * (len(k.maal) - 1)]]
    rader = [[s, *(k.celler[s, m, a] for a in k.aar for m in k.maal)] for s in k.steder]
    return [["Bygd", *over], [None, *(m for _ in k.aar for m in k.maal)], *rader]


def maal_over_aar(k: Kjent) -> list[list[Any]]:
    over = [x for m in k.maal for x in [m, *[None] * (len(k.aar) - 1)]]
    rader = [[s, *(k.celler[s, m, a] for m in k.maal for a in k.aar)] for s in k.steder]
    return [[None, *over], ["Bygd", *(a for _ in k.maal for a in k.aar)], *rader]


def maal_med_aar(k: Kjent) -> list[list[Any]]:
    hode = ["region", *(f"{m} {a}" for m in k.maal for a in k.aar)]
    return [hode, *([s, *(k.celler[s, m, a] for m in k.maal for a in k.aar)] for s in k.steder)]


def underoverskrifter(k: Kjent) -> list[list[Any]]:
    rader: list[list[Any]] = [["Bygd", *k.aar]]
    for m in k.maal:
        rader += [[m], *([s, *(k.celler[s, m, a] for a in k.aar)] for s in k.steder)]
    return rader


def to_navnekolonner(k: Kjent) -> list[list[Any]]:
    rader = [
        [s if i == 0 else None, m, *(k.celler[s, m, a] for a in k.aar)] for s in k.steder for i, m in enumerate(k.maal)
    ]
    return [["Bygd", "Kjønn", *k.aar], *rader]


ETT_MAAL = [bortover, nedover, langt, langt_med_sted_en_gang]
FLERE = [aar_over_maal, maal_over_aar, maal_med_aar, underoverskrifter, to_navnekolonner]


def skitten(draw: Any, tabell: list[list[Any]], tittel: str, kilde: str, note: str) -> list[list[Any]]:
    """Return the table with title rows, blank rows, a source and a note, pushed to the right for a change."""
    blank: list[list[Any]] = [[]]
    over = [[tittel], *blank * draw(st.integers(0, 2))]
    under = [*blank * draw(st.integers(0, 1)), [f"{draw(st.sampled_from(['Kilde', 'Kjelde', 'KILDE']))}: {kilde}"]]
    under += [[f"1) {note}"]] if draw(st.booleans()) else [[f"* {note}"]]
    luft = draw(st.integers(0, 2))
    return [[None] * luft + rad for rad in (*over, *tabell, *under)]


def _rader(k: Kjent) -> list[list[Any]]:
    return [[k.celler[s, m, a] for a in k.aar] for m in k.maal for s in k.steder]


def _ligner_aar(rader: list[list[Any]]) -> bool:
    return any(
        len(rad) > 2 and all(isinstance(c, int) for c in rad) and len({b - a for a, b in pairwise(rad)} | {1, -1}) == 2
        for rad in rader
    )


def _tekst(celle: Any) -> str:
    if isinstance(celle, Decimal):
        return format(celle, "f").replace(".", ",")
    return str(celle)


def _funnet(lest: LestKunnskap) -> dict[tuple[frozenset[str], str | None], str]:
    """Return every value by the words that name it and its period; no name may stand twice."""
    funnet: dict[tuple[frozenset[str], str | None], str] = {}
    for tabell in lest.tabeller:
        for nummer in range(tabell.antall):
            serie = tabell.serie(nummer)
            for v in serie.verdier:
                noekkel = (frozenset({tabell.hode.tittel, *serie.ledd}), v.periode)
                assert noekkel not in funnet
                funnet[noekkel] = v.tekst
                assert v.er_tall == (v.tekst not in TEGN)
    return funnet


@given(data=st.data(), form=st.sampled_from([*ETT_MAAL, *FLERE]), slag=st.sampled_from(["xlsx", ";", "\t"]))
def test_at_to_kjente_tabeller_paa_ett_ark_leses_noeyaktig_i_hvert_oppsett(
    *, data: st.DataObject, form: Any, slag: str
) -> None:
    to = [data.draw(kjente(maal=1 if form in ETT_MAAL else 3)) for _ in range(2)]
    # Under a line of its own, three figures that are years on end cannot be told from a heading.
    assume(form is not underoverskrifter or not any(map(_ligner_aar, map(_rader, to))))
    rader: list[list[Any]] = []
    ventet: dict[tuple[frozenset[str], str | None], str] = {}
    for nummer, kjent in enumerate(to):
        tittel = f"Tabell {nummer + 1}: Folketallet"
        rader += [*skitten(data.draw, form(kjent), tittel, f"Register {nummer}", f"note {nummer}"), []]
        for (s, m, a), celle in kjent.celler.items():
            navn = {tittel, s} if form in ETT_MAAL else {tittel, s, m}
            ventet[frozenset(navn), str(a)] = _tekst(celle)
    if slag == "xlsx":
        fil = xlsx({"Ark1": rader})
    else:
        # A spreadsheet program saves every row as wide as the widest.
        bredde = max(map(len, rader))
        som_tekst = [["" if c is None else _tekst(c) for c in [*rad, *[None] * (bredde - len(rad))]] for rad in rader]
        fil = csvfil(som_tekst, skille=slag, koding=data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16"])))
    lest = les_kunnskap(fil, "f")
    assert _funnet(lest) == ventet
    assert [t.hode.kilde for t in lest.tabeller] == ["Register 0", "Register 1"]
    assert [t.hode.noter[0][-6:] for t in lest.tabeller] == ["note 0", "note 1"]
    assert not [p for p in lest.problemer if p.noekkel in {"rad_ikke_plassert", "samme_navn_i_tabellen"}]


def _punkter(*rader: list[Any], navn: str = "Ark1") -> list[tuple[str, str | None, str | None, str | None]]:
    lest = les_kunnskap(xlsx({navn: rader}), "f.xlsx")
    return [(p.tittel, p.tall, p.enhet, p.aar) for p in lest.punkter]


def test_at_tabeller_side_om_side_leses_hver_for_seg() -> None:
    assert _punkter(
        ["Menn", None, None, None, "Kvinner"],
        ["Bygd", 2020, 2021, None, "Bygd", 2020, 2021],
        ["Storneset", 1, 2, None, "Storneset", 3, 4],
        ["Ytterlind", 5, 6, None, "Ytterlind", 7, 8],
    ) == [
        ("Menn, Storneset", "2", None, "2021"),
        ("Menn, Ytterlind", "6", None, "2021"),
        ("Kvinner, Storneset", "4", None, "2021"),
        ("Kvinner, Ytterlind", "8", None, "2021"),
    ]


def test_at_en_tom_kolonne_mellom_navn_og_tall_ikke_deler_tabellen() -> None:
    assert _punkter(["Folketall"], ["Bygd", None, 2020, 2021], ["A", None, 1, 2], ["B", None, 3, 4]) == [
        ("Folketall, A", "2", None, "2021"),
        ("Folketall, B", "4", None, "2021"),
    ]


@pytest.mark.parametrize(
    ("periode", "ventet"),
    [
        ("2024*", "2024*"),
        ("2024K1", "2024K1"),
        ("2024M05", "2024M05"),
        ("1. kvartal 2024", "1. kvartal 2024"),
        ("2019–2023", "2019–2023"),
        ("1.1.2024", "1.1.2024"),
        (date(2024, 1, 1), "01.01.2024"),
        ("mai 2024", "mai 2024"),
    ],
)
def test_at_perioder_av_alle_slag_kjennes(periode: object, ventet: str) -> None:
    assert _punkter(["Ledige"], ["Sted", periode], ["Storneset", 7]) == [("Ledige, Storneset", "7", None, ventet)]


@pytest.mark.parametrize(
    ("linjer", "enhet"),
    [
        ([["Gjeld (1000 kr)"]], "1000 kr"),
        ([["Gjeld"], ["Prosent"]], "Prosent"),
        ([["Gjeld"], ["Enhet: kr per innbygger"]], "kr per innbygger"),
        ([["Gjeld"], ["Tall i millioner kroner"]], "millioner kroner"),
        ([["Gjeld (uten selskaper)"]], None),
    ],
)
def test_at_enheten_over_tabellen_gjelder_alle_tall(linjer: list[list[Any]], enhet: str | None) -> None:
    assert [p[2] for p in _punkter(*linjer, ["", 2023, 2024], ["Lån", 5, 6])] == [enhet]


def test_at_enhet_og_kilde_i_egne_kolonner_foelger_raden_og_andre_ord_blir_med() -> None:
    rader = [
        ["Indikator", "Enhet", 2023, 2024, "Kilde", "Hva det betyr"],
        ["Årsverk", "antall", 4, 5, "Kommunen", "Nye i 2024"],
        ["Andel", "%", "0,5", "0,6", "SSB", None],
    ]
    lest = les_kunnskap(xlsx({"Ark1": rader}), "f.xlsx")
    assert [(p.tittel, p.tall, p.enhet, p.kilde) for p in lest.punkter] == [
        ("Årsverk", "5", "antall", "Kommunen"),
        ("Andel", "0,6", "%", "SSB"),
    ]
    assert lest.punkter[0].tekst == "2023: 4 antall\n2024: 5 antall\nHva det betyr: Nye i 2024"


def test_at_tall_som_tekst_staar_siffer_for_siffer() -> None:
    rader: list[list[Any]] = [["Gjeld"], ["", 2022, 2023, 2024], ["Lån", "1.234", "1 234,50", "4 212*"]]
    (punkt,) = les_kunnskap(csvfil(rader), "f.csv").punkter
    assert (punkt.tall, punkt.tekst) == ("4 212", "2022: 1.234\n2023: 1 234,50\n2024: 4 212 *")


def test_at_en_enhet_som_begynner_med_et_tall_ikke_flyter_sammen_med_tallet() -> None:
    rader = [["Gjeld (1000 kr)"], ["", 2023, 2024], ["Lån", 12, 13]]
    assert les_kunnskap(xlsx({"A": rader}), "f").punkter[0].tekst == "2023: 12 (1000 kr)\n2024: 13 (1000 kr)"


def test_at_ord_i_en_tallcelle_beholdes_og_meldes() -> None:
    lest = les_kunnskap(xlsx({"A": [["Målt"], ["Sted", 2023, 2024], ["Storneset", 5, "ikke målt"]]}), "f")
    assert (lest.punkter[0].tall, lest.punkter[0].aar) == ("5", "2023")
    assert lest.punkter[0].tekst == "2023: 5\n2024: ikke målt"
    assert {"ord_i_tallcelle", "siste_tall_er_eldre"} <= {p.noekkel for p in lest.problemer}


def test_at_det_som_ikke_hoerer_til_noen_tabell_meldes_med_raden() -> None:
    lest = les_kunnskap(
        xlsx({"A": [["Notat"], ["Storneset", 5], [], ["Folk"], ["Sted", 2024], ["A", 1], ["", 9]]}), "f"
    )
    meldt = [(p.sted.rad, p.data["innhold"]) for p in lest.problemer if p.noekkel == "rad_ikke_plassert"]
    assert sorted(meldt) == [(1, "Notat"), (2, "Storneset · 5"), (7, "9")]


def test_at_samme_navn_to_ganger_ikke_slaas_sammen() -> None:
    lest = les_kunnskap(xlsx({"A": [["Folk"], ["Sted", 2023, 2024], ["Nes", 1, 2], ["Nes", 3, 4]]}), "f")
    assert [(p.tittel, p.tall) for p in lest.punkter] == [("Folk, Nes", "2"), ("Folk, Nes", "4")]
    assert "samme_navn_i_tabellen" in [p.noekkel for p in lest.problemer]


def test_at_en_tabell_uten_tittel_faar_navnet_til_fila() -> None:
    lest = les_kunnskap(xlsx({"Ark1": [["Kommune", 2023, 2024], ["Lindvær", 1, 2]]}), "folketall.xlsx")
    assert lest.punkter[0].tittel == "folketall, Lindvær"


def test_at_statistikkbankens_eget_oppsett_leses_med_kilde_og_noter() -> None:
    rader = [
        ["07459: Befolkning, etter region, kjønn, statistikkvariabel og år"],
        [],
        [None, None, "Personer", None],
        [None, None, "2023", "2024"],
        ["1804 Bodø", "Menn", 250, 260],
        [None, "Kvinner", 240, ".."],
        [],
        ["Tall per 1. januar."],
        [],
        ["Sist endret:"],
        ["20240221 08:00"],
        [],
        ["Kilde:"],
        ["Statistisk sentralbyrå"],
    ]
    lest = les_kunnskap(xlsx({"07459": rader}), "f.xlsx")
    assert [(p.tittel, p.tall, p.aar, p.kilde) for p in lest.punkter[:2]] == [
        ("Befolkning, Personer, 1804 Bodø, Menn", "260", "2024", "Statistisk sentralbyrå"),
        ("Befolkning, Personer, 1804 Bodø, Kvinner", "240", "2023", "Statistisk sentralbyrå"),
    ]
    assert lest.punkter[2].tekst == "Tall per 1. januar.\nSist endret: 20240221 08:00"


@pytest.mark.parametrize("koding", ["cp1252", "iso-8859-1"])
def test_at_gamle_kodinger_beholder_norske_bokstaver(koding: str) -> None:
    data = csvfil([["Bygd", "2023", "2024"], ["Øvre Ålesæter", "1", "2"]], koding=koding)
    assert les_kunnskap(data, "folk.csv").punkter[0].tittel == "folk, Øvre Ålesæter"


_HVA_SOM_HELST = st.one_of(
    st.none(),
    st.none(),
    st.integers(-5, 2100),
    st.sampled_from(
        [*TEGN, "Kilde: x", "Kilde:", "1)", "* note", "År", "Region", "2024", "Menn 2024", "12,5 %", "(kr)"]
    ),
    st.sampled_from(
        ["Tema", "Tittel", "Tall", "Enhet", "Kilde", "Kommentar", "Storneset", "Sum", "0", "1 000", "\u00a0"]
    ),
    st.text(max_size=6).filter(lambda t: not any(0xD800 <= ord(c) < 0xE000 or ord(c) < 32 for c in t)),
    st.dates(),
)


@given(rader=st.lists(st.lists(_HVA_SOM_HELST, max_size=6), max_size=10), regioner=st.sampled_from([[], ["Storneset"]]))
def test_at_et_hvilket_som_helst_ark_gir_punkter_eller_problemer_og_aldri_noe_annet(
    rader: list[list[Any]], regioner: list[str]
) -> None:
    som_tekst = [Rad(n, tuple(rad)) for n, rad in enumerate(rader, start=1)]
    for blokk in finn_blokker(Ark(navn="A", rader=tuple(som_tekst))).blokker:
        tabell = les_blokk(blokk, fil="f", ark="A", temanavn=None)
        valgt = velg_regioner(LestKunnskap((), (), "f", tabeller=(tabell,)), regioner)
        tall = [v for n in range(tabell.antall) for v in tabell.serie(n).verdier]
        i_alt = sum(1 for _, rad in blokk.rader for c in rad.celler if er_tall(c))
        assert len([v for v in tall if v.er_tall]) <= i_alt
        assert all(p.tittel and p.tall != "" for p in valgt.punkter)
