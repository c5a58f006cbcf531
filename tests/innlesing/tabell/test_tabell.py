"""Spreadsheet bytes become rows that say what the sheet says, whatever program wrote them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.tabell.dobbeltkoding import rettet
from verksted.innlesing.tabell.kolonner import felt_for
from verksted.innlesing.tabell.tabellfil import (
    KanIkkeLesesSomRegneark,
    Prosent,
    celletekst,
    kolonnebokstav,
    les_arbeidsbok,
)

_TEKST = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufffe\uffff"), max_size=20
)
# openpyxl makes a formula of what begins with an equals sign; «Ã¸» is mended, and told.
_CELLE = st.one_of(
    _TEKST.filter(lambda t: not t.startswith("=") and rettet(t) == t),
    st.integers(-(10**12), 10**12),
    st.dates(date(1950, 1, 1), date(2099, 1, 1)),
)


def test_at_rader_telles_slik_regnearkprogrammet_viser_dem() -> None:
    rader = [["Tittel"], [], ["Navn", "Liste"], ["Åse", "BL"]]
    for data in (xlsx({"A": rader}), csvfil(rader)):
        ark = les_arbeidsbok(data, "f").ark[0]
        assert [(r.nummer, r.celle(0), r.tom) for r in ark.rader] == [
            (1, "Tittel", False),
            (2, None, True),
            (3, "Navn", False),
            (4, "Åse", False),
        ]


@given(st.lists(st.lists(_CELLE, min_size=1, max_size=5), min_size=1, max_size=6))
def test_at_det_som_staar_i_regnearket_leses_ordrett(rader: list[list[object]]) -> None:
    ark = les_arbeidsbok(xlsx({"Ark 1": rader}), "f.xlsx").ark[0]
    lest = [[celle if celle is not None else "" for celle in r.celler] for r in ark.rader]
    for fasit, rad in zip(rader, [*lest, *[[]] * len(rader)], strict=False):
        assert rad + [""] * (len(fasit) - len(rad)) == fasit + [""] * (len(rad) - len(fasit))


@pytest.mark.parametrize("koding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("skille", [";", "\t", ","])
def test_at_csv_leses_likt_i_alle_tegnsett_og_med_alle_skilletegn(koding: str, skille: str) -> None:
    rader = [["Navn", "Liste", "Merknad"], ["Åse Ødegård", "Bygdelista", "a, b; c"], ["Per", "Kystlista", "to\nlinjer"]]
    ark = les_arbeidsbok(csvfil(rader, skille=skille, koding=koding), "f.csv").ark[0]
    assert [list(r.celler) for r in ark.rader] == rader


def test_at_samiske_bokstaver_overlever_csv() -> None:
    ark = les_arbeidsbok(csvfil([["Navn", "Sted"], ["Čáhppe Ŋ", "Guovdageaidnu"]]), "f.csv").ark[0]
    assert ark.rader[1].celler == ("Čáhppe Ŋ", "Guovdageaidnu")


def test_at_desimaltall_er_noeyaktige_og_prosent_er_det_arket_viser() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    bok = Workbook()
    blad = bok.active
    assert blad is not None
    blad.append([0.1, 0.125, "=1+1"])
    blad["B1"].number_format = "0.0 %"
    ut = BytesIO()
    bok.save(ut)
    lest = les_arbeidsbok(ut.getvalue(), "f.xlsx")
    assert lest.ark[0].rader[0].celler[:2] == (Decimal("0.1"), Prosent(Decimal("12.500")))
    assert celletekst(lest.ark[0].rader[0].celle(1)) == "12,5 %"
    assert [(p.noekkel, p.data["celler"]) for p in lest.problemer] == [("formler_uten_verdi", "C1")]


def test_at_skjulte_ark_sier_at_de_er_skjult() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    bok = Workbook()
    bok.create_sheet("Hemmelig").sheet_state = "hidden"
    ut = BytesIO()
    bok.save(ut)
    assert [(a.navn, a.skjult) for a in les_arbeidsbok(ut.getvalue(), "f").ark] == [
        ("Sheet", False),
        ("Hemmelig", True),
    ]


def test_at_feil_arkstoerrelse_i_fila_ikke_gjemmer_rader() -> None:
    import io
    import re
    import zipfile

    data = xlsx({"A": [["a", "b"], ["c", "d"]]})
    ut = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as inn, zipfile.ZipFile(ut, "w") as pakke:
        for navn in inn.namelist():
            innhold = inn.read(navn)
            if navn.startswith("xl/worksheets/"):
                innhold = re.sub(rb'<dimension ref="[^"]+"', b'<dimension ref="A1"', innhold)
            pakke.writestr(navn, innhold)
    ark = les_arbeidsbok(ut.getvalue(), "f").ark[0]
    assert [r.celler for r in ark.rader] == [("a", "b"), ("c", "d")]


@pytest.mark.parametrize(
    "data", [b"", b"   \n", b"%PDF-1.7 abc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, b"PK\x03\x04tull"]
)
def test_at_en_fil_som_ikke_er_regneark_faar_en_feil_med_navn(data: bytes) -> None:
    with pytest.raises(KanIkkeLesesSomRegneark) as feil:
        les_arbeidsbok(data, "plan.xlsx")
    assert feil.value.data == {"fil": "plan.xlsx"}


def test_at_en_avkuttet_xlsx_enten_leses_eller_faar_en_kjent_feil() -> None:
    data = xlsx({"A": [["Navn", i] for i in range(50)]})
    for lengde in range(2, len(data) - 30, 97):
        with pytest.raises(KanIkkeLesesSomRegneark):
            les_arbeidsbok(data[:lengde], "f.xlsx")


def test_at_kolonner_faar_bokstaver() -> None:
    assert [kolonnebokstav(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("overskrift", "slag", "felt"),
    [
        ("FØDSELSÅR:", "deltakere", "foedselsaar"),
        ("foedselsaar", "deltakere", "foedselsaar"),
        ("Parti/liste", "deltakere", "liste"),
        ("Bosted (frivillig)", "deltakere", "bosted"),
        ("tjenesteomraade-tekst", "oekonomiplan", "sektor"),
        ("Kostra funksjon", "oekonomiplan", "funksjon"),
        ("Kjelde", "kunnskap", "kilde"),
        ("Telefon", "deltakere", None),
    ],
)
def test_at_kolonner_kjennes_igjen_paa_navnet(overskrift: str, slag: str, felt: str | None) -> None:
    assert felt_for(overskrift, slag) == felt
