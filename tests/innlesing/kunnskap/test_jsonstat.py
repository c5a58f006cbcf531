"""JSON-stat 1 and 2: a known cube reads back exactly, however it is written; what does not fit together is left out."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.innlesing.kunnskap.jsonfil import STOERST, KanIkkeLesesSomJson
from verksted.innlesing.kunnskap.jsonstat import ErIkkeJsonStat, les_jsonstat
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.kunnskap.valg import GRENSE

if TYPE_CHECKING:
    from pathlib import Path

TEGN = [".", "..", "...", ":", "-"]
TALL = st.one_of(
    st.integers(-(10**15), 10**15).map(Decimal),
    st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4),
    st.sampled_from([Decimal("0.10"), Decimal("1e3"), Decimal("0.1"), Decimal("-0.3"), Decimal(2024)]),
)
CELLE = st.one_of(TALL, TALL, st.sampled_from(TEGN), st.none())
SETT = st.tuples(st.integers(1, 4), st.integers(1, 3), st.integers(1, 4), st.integers(1, 2))
STEDER = ["Lindvær", "Kárášjohka - Karasjok", "Snåase – Snåsa", "Landet"]


def _merket(o: Any) -> Any:
    if isinstance(o, Decimal):
        return f"\u0001{o}\u0002"
    if isinstance(o, dict):
        return {k: _merket(v) for k, v in o.items()}
    return [_merket(v) for v in o] if isinstance(o, list) else o


def skriv(o: Any) -> str:
    """Return JSON in which a Decimal is its own digits."""
    return json.dumps(_merket(o)).replace('"\\u0001', "").replace('\\u0002"', "")


def kube(stoerrelse: tuple[int, ...], celler: list[Any], *, versjon: int, tett: bool, indeks: str) -> dict[str, Any]:
    """Return a dataset: place, measure, time and one more dimension."""
    navn = ["Region", "ContentsCode", "Tid", "Kjonn"]
    etiketter = [
        STEDER[: stoerrelse[0]],
        [f"Måltall {i}" for i in range(stoerrelse[1])],
        [str(2020 + i) for i in range(stoerrelse[2])],
        ["Menn", "Kvinner"][: stoerrelse[3]],
    ]
    dimensjoner: dict[str, Any] = {}
    for d, (id_, ett) in enumerate(zip(navn, etiketter, strict=True)):
        koder = [f"k{d}{i}" for i in range(len(ett))]
        kategori: dict[str, Any] = {"label": dict(zip(koder, ett, strict=True))}
        if indeks == "objekt":  # the order of the keys means nothing
            kategori["index"] = {k: i for i, k in reversed(list(enumerate(koder)))}
        elif indeks == "liste" or len(koder) > 1:
            kategori["index"] = koder
        if id_ == "ContentsCode":
            kategori["unit"] = {k: {"base": "kr"} for k in koder}
        dimensjoner[id_] = {"label": id_, "category": kategori}
    verdier = {str(i): c for i, c in enumerate(celler) if isinstance(c, Decimal)}
    status = {str(i): c for i, c in enumerate(celler) if isinstance(c, str)}
    ds: dict[str, Any] = {
        "label": "Tabell",
        "source": "SSB",
        "updated": "2026-03-16T07:00:00Z",
        "dimension": dimensjoner,
        "value": [c if isinstance(c, Decimal) else None for c in celler] if tett else verdier,
        "status": [c if isinstance(c, str) else None for c in celler] if tett else status,
    }
    rolle = {"time": ["Tid"], "geo": ["Region"], "metric": ["ContentsCode"]}
    if versjon == 1:
        dimensjoner |= {"id": navn, "size": list(stoerrelse), "role": rolle}
        return ds
    return {"version": "2.0", "class": "dataset", "id": navn, "size": list(stoerrelse), "role": rolle} | ds


@given(
    data=st.data(),
    stoerrelse=SETT,
    form=st.sampled_from(["1", "1 bunt", "2", "2 samling"]),
    tett=st.booleans(),
    indeks=st.sampled_from(["liste", "objekt", "utelatt"]),
    koding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]),
)
def test_at_en_kjent_kube_leses_noeyaktig_igjen_hvordan_den_enn_er_skrevet(
    *, data: st.DataObject, stoerrelse: tuple[int, ...], form: str, tett: bool, indeks: str, koding: str
) -> None:
    antall = prod(stoerrelse)
    celler = data.draw(st.lists(CELLE, min_size=antall, max_size=antall))
    ds = kube(stoerrelse, celler, versjon=int(form[0]), tett=tett, indeks=indeks)
    pakket = {
        "1": {"dataset": ds},
        "1 bunt": {"folketall": ds, "andre": ds},
        "2": ds,
        "2 samling": {"version": "2.0", "class": "collection", "link": {"item": [ds]}},
    }[form]
    lest = les_jsonstat(skriv(pakket).encode(koding), "f.json")
    assert not lest.problemer
    assert len(lest.kuber) == (2 if form == "1 bunt" else 1)
    for lest_kube in lest.kuber:
        igjen = [lest_kube.celle(plass) for plass in product(*(range(s) for s in stoerrelse))]
        assert igjen == [(c if isinstance(c, Decimal) else None, c if isinstance(c, str) else "") for c in celler]
        # The digits too, not only the value: 0.10 stays 0.10.
        assert [str(v) for v, _ in igjen if v is not None] == [str(c) for c in celler if isinstance(c, Decimal)]


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_at_jsonstat_kjennes_paa_innholdet_og_samiske_bokstaver_staar(koding: str) -> None:
    ds = kube((2, 1, 1, 1), [Decimal(1), Decimal(2)], versjon=2, tett=True, indeks="liste")
    data = json.dumps(ds, ensure_ascii=False, default=int).encode(koding)
    assert [p.tittel for p in les_kunnskap(data, "tall.txt", regioner=["Karasjok"]).punkter] == [
        "Tabell, Måltall 0, Menn, Kárášjohka - Karasjok",
        "Tabell, Måltall 0, Menn, Lindvær",
    ]


@given(st.data(), SETT)
def test_at_hver_serie_har_rett_navn_periode_tall_og_tegn(data: st.DataObject, stoerrelse: tuple[int, ...]) -> None:
    antall = prod(stoerrelse)
    celler = data.draw(st.lists(CELLE, min_size=antall, max_size=antall))
    kuben = les_jsonstat(skriv(kube(stoerrelse, celler, versjon=2, tett=True, indeks="liste")).encode(), "f").kuber[0]
    funnet: dict[tuple[str | None, ...], tuple[str, bool]] = {}
    for nummer in range(kuben.antall):
        serie = kuben.serie(nummer)
        assert (nummer in kuben.fylte) == serie.har_tall
        assert serie.regioner == kuben.steder(nummer)
        funnet |= {(*serie.ledd, v.periode): (v.tekst, v.er_tall) for v in serie.verdier}
        assert serie.enhet == "kr"
    ventet: dict[tuple[str | None, ...], tuple[str, bool]] = {}
    for (s, m, t, k), celle in zip(product(*(range(n) for n in stoerrelse)), celler, strict=True):
        navn = (f"Måltall {m}", ["Menn", "Kvinner"][k], STEDER[s], str(2020 + t))
        if isinstance(celle, Decimal):
            ventet[navn] = (format(celle, "f").replace(".", ","), True)
        elif celle:
            ventet[navn] = (celle, False)
    assert funnet == ventet


def _enkel(**over: Any) -> dict[str, Any]:
    ds = kube((1, 1, 2, 1), [Decimal(1), Decimal(2)], versjon=2, tett=True, indeks="liste")
    return ds | over


@pytest.mark.parametrize(
    ("over", "del_"),
    [
        ({"value": [1]}, "value"),
        ({"value": {"2": 1}}, "value"),
        ({"value": {"-1": 1}}, "value"),
        ({"value": {"01x": 1}}, "value"),
        ({"value": [1, True]}, "value"),
        ({"value": [1, [2]]}, "value"),
        ({"value": 7}, "value"),
        ({"status": [".", ".", "."]}, "status"),
        ({"size": [1, 1, 3, 1]}, "Tid"),
        ({"size": [1, 1, 2]}, "id, size"),
        ({"size": [1, 1, 0, 1]}, "size"),
        ({"size": [10**9, 10**9, 10**9, 10**9]}, "size"),
        ({"id": ["Region", "Region", "Tid", "Kjonn"]}, "size"),
        ({"id": ["Region", "ContentsCode", "Tid", "Ukjent"]}, "Ukjent"),
        ({"id": None, "size": None}, "id, size"),
    ],
)
def test_at_et_datasett_som_ikke_henger_sammen_meldes_og_utelates(over: dict[str, Any], del_: str) -> None:
    lest = les_jsonstat(skriv(_enkel(**over)).encode(), "f.json")
    assert (lest.kuber, [(p.noekkel, p.data["del"]) for p in lest.problemer]) == (
        (),
        [("jsonstat_henger_ikke_sammen", del_)],
    )


def test_at_en_indeks_som_peker_to_til_samme_plass_avvises() -> None:
    ds = _enkel()
    ds["dimension"]["Tid"]["category"]["index"] = {"k20": 0, "k21": 0}
    assert les_jsonstat(skriv(ds).encode(), "f").problemer[0].data["del"] == "Tid"


@pytest.mark.parametrize(
    "tekst",
    [
        '{"class": "dataset", "value": [NaN]}',
        '{"value": [Infinity]}',
        '{"value": [1, 2}',
        "{" * 100_000,
        '{"a": ' * 100_000,
        "[" * 100_000 + "]" * 100_000,
        '{"value": [' + "9" * 5000 + "]}",
        '{"value": "\\ud83',
    ],
)
def test_at_skadd_eller_farlig_json_gir_en_tydelig_feil(tekst: str) -> None:
    with pytest.raises(KanIkkeLesesSomJson) as feil:
        les_kunnskap(tekst.encode(), "f.json")
    assert feil.value.data == {"fil": "f.json"}


def test_at_for_stor_json_avvises_foer_den_tolkes() -> None:
    with pytest.raises(KanIkkeLesesSomJson):
        les_kunnskap(b"[" + b" " * STOERST + b"]", "f.json")


@pytest.mark.parametrize("tekst", ["{}", "[]", '{"a": {"b": 1}}', '{"class": "collection"}', '[{"value": [1]}]'])
def test_at_annen_json_enn_jsonstat_sies(tekst: str) -> None:
    with pytest.raises(ErIkkeJsonStat):
        les_kunnskap(tekst.encode(), "f.json")


def test_at_et_tall_med_ville_eksponenter_ikke_blir_til_en_milliard_sifre() -> None:
    tekst = skriv(_enkel()).replace('"value": [1, 2]', '"value": [1e999999, 2]')
    assert les_jsonstat(tekst.encode(), "f").problemer[0].data["del"] == "value"


def test_at_en_samling_av_lenker_sier_at_datasettene_ligger_et_annet_sted() -> None:
    samling = {"class": "collection", "link": {"item": [{"class": "dataset", "href": "x", "label": "Gjeld"}]}}
    lest = les_jsonstat(skriv(samling).encode(), "f")
    assert [(p.noekkel, p.data["tabell"]) for p in lest.problemer] == [("jsonstat_ligger_et_annet_sted", "Gjeld")]


def test_at_noter_tas_vare_paa_som_et_eget_punkt() -> None:
    ds = _enkel(note=["Brudd i 2020."])
    ds["dimension"]["Tid"]["category"]["note"] = {"k21": ["Foreløpig."]}
    punkt = les_kunnskap(skriv(ds).encode(), "f").punkter[-1]
    assert (punkt.tekst, punkt.tall) == ("Brudd i 2020.\n2021: Foreløpig.", None)


def test_at_siste_tall_staar_i_punktet_og_hele_rekka_i_teksten() -> None:
    ds = kube((1, 1, 4, 1), [Decimal("1.5"), ".", Decimal(3), ".."], versjon=2, tett=True, indeks="liste")
    lest = les_kunnskap(skriv(ds).encode(), "f")
    (punkt,) = lest.punkter
    assert (punkt.tall, punkt.enhet, punkt.aar) == ("3", "kr", "2022")
    assert punkt.tekst == "2020: 1,5 kr\n2021: .\n2022: 3 kr\n2023: .."
    assert punkt.kilde == "SSB, Tabell (16.03.2026)"
    assert {p.noekkel for p in lest.problemer} == {"tegn_for_tall", "siste_tall_er_eldre", "tabell_uten_tema"}


def test_at_et_tall_uten_aar_i_fila_ikke_faar_aaret_den_ble_oppdatert() -> None:
    ds = _enkel()
    ds |= {"id": ["Region", "ContentsCode", "Kjonn"], "size": [1, 1, 1], "value": [7], "status": {}}
    ds["role"] = {"geo": ["Region"], "metric": ["ContentsCode"]}
    lest = les_kunnskap(skriv(ds).encode(), "f")
    assert [(p.tall, p.aar) for p in lest.punkter] == [("7", None)]
    assert "tabell_uten_aar" in [p.noekkel for p in lest.problemer]


@pytest.mark.ekte_data
def test_at_ssb_sin_tabell_i_jsonstat_2_leses_slik_den_er(ekte_data: Path | None) -> None:
    if ekte_data is None:
        return
    fil = ekte_data / "jsonstat2_ssb12134_00_smoke.json"
    lest = les_kunnskap(fil.read_bytes(), fil.name, regioner=["Trondheim kommune"])
    assert [(p.tittel, p.tall, p.enhet, p.aar) for p in lest.punkter[:3]] == [
        ("Frie inntekter per innbygger (kr), Trondheim - Tråante", "62853", "kr", "2024"),
        ("Frie inntekter per innbygger (kr), Oslo - Oslove", "81240", "kr", "2024"),
        ("Frie inntekter per innbygger (kr), Bergen", "66605", "kr", "2024"),
    ]
    assert (len(lest.punkter), lest.punkter[3].tekst.count("\n")) == (4, 4)
    assert not lest.problemer


@pytest.mark.ekte_data
def test_at_ssb_sin_tabell_i_jsonstat_1_leses_celle_for_celle(ekte_data: Path | None) -> None:
    if ekte_data is None:
        return
    fil = ekte_data / "ssb_29843_v1.json"
    raa = json.loads(fil.read_bytes(), parse_float=Decimal)["dataset"]
    (kuben,) = les_jsonstat(fil.read_bytes(), fil.name).kuber
    for nummer, plass in enumerate(product(range(20), range(6), range(312))):
        verdi = raa["value"][nummer]
        assert kuben.celle(plass) == (None if verdi is None else Decimal(verdi), raa["status"].get(str(nummer), ""))
    lest = les_kunnskap(fil.read_bytes(), fil.name)
    assert len(lest.punkter) == GRENSE
    over = next(p for p in lest.problemer if p.noekkel == "serier_over_grensen")
    assert (over.data["antall"], over.data["utelatt"]) == (120, 20)
    assert lest.punkter[0].tekst.startswith("1990M01–1994M12: .\n1995M01: 114,6 index\n")


def test_at_tegn_og_tall_skrevet_som_tekst_i_verdiene_staar_slik_de_er() -> None:
    (punkt,) = les_kunnskap(skriv(_enkel(value=["12,5", "-"], status={})).encode(), "f").punkter
    assert (punkt.tall, punkt.aar, punkt.tekst) == ("12,5", "2020", "2020: 12,5 kr\n2021: -")
