"""What stands on the sheets: everybody once, in Norwegian order, with the right table, and nothing that is private."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dokumenter.trykklesing import SAKER, linjer, trykk
from tests.dokumenter.wordlesing import W, les
from tests.visning.trykkgrunnlag import FARLIGE_NAVN, LANGT_NAVN, lag_rom
from verksted.dokumenter.word.trykk.navneskilt import BREDDE, HOEYDE, LISTESTOERRELSER, NAVNESTOERRELSER
from verksted.dokumenter.word.trykk.tilpass import antall_linjer, stoerste
from verksted.kjerne.tekstrens import rens
from verksted.regler.alfabet import navneorden
from verksted.visning.trykk import paa_en_linje

if TYPE_CHECKING:
    from verksted.visning.grunnlag import Grunnlag


def _navn(grunnlag: Grunnlag) -> list[str]:
    return sorted((paa_en_linje(p.navn) for p in grunnlag.person), key=navneorden)


def _kolonne(tabell: Any, nummer: int = 0) -> list[str]:
    return [rad.cells[nummer].paragraphs[0].text for rad in tabell.rows][1:]


def _stil(avsnitt: Any) -> str:
    stil = avsnitt.find(f"{W}pPr/{W}pStyle")
    return "" if stil is None else str(stil.get(f"{W}val"))


NAVN = st.text(st.characters(), min_size=1, max_size=60).filter(lambda navn: bool(paa_en_linje(rens(navn))))
FOLK = st.lists(NAVN, min_size=1, max_size=9, unique=True)


@settings(max_examples=15)
@given(FOLK, st.integers(1, 3), st.integers(1, 7))
def test_at_hver_person_staar_en_gang_paa_hver_liste_i_norsk_rekkefoelge(
    folk: list[str], bord: int, runder: int
) -> None:
    grunnlag = lag_rom(len(folk), bord=min(bord, len(folk)), runder=runder, navn=[rens(navn) for navn in folk])
    ventet = _navn(grunnlag)
    assert _kolonne(les(trykk("navneliste", grunnlag)).tables[0]) == ventet
    medlemmer = les(trykk("frammoeteliste", grunnlag)).tables[0]
    assert _kolonne(medlemmer) == ventet
    rot = les(trykk("navneskilt", grunnlag)).element
    skilt = [p for p in rot.iter(f"{W}p") if re.fullmatch(r"Navn\d+", _stil(p))]
    assert ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in skilt] == ventet
    avsnitt = [p for p in les(trykk("bordliste", grunnlag)).paragraphs if p.style.name in {"Bordnavn", "Bordslutt"}]
    assert sorted((p.runs[0].text for p in avsnitt), key=navneorden) == sorted(ventet * runder, key=navneorden)


def test_at_navnene_staar_alfabetisk_med_ae_oe_aa_til_slutt() -> None:
    folk = ["Åse", "Ærlend", "Zakarias", "Ola", "Aase", "Østen", "Anne"]
    tabell = les(trykk("navneliste", lag_rom(7, bord=2, navn=folk))).tables[0]
    assert _kolonne(tabell) == ["Anne", "Ola", "Zakarias", "Ærlend", "Østen", "Aase", "Åse"]


def test_at_navnelista_viser_bordet_i_hver_runde() -> None:
    grunnlag = lag_rom(6, bord=2, runder=2, navn=["A", "B", "C", "D", "E", "F"])
    hode, *rader = les(trykk("navneliste", grunnlag)).tables[0].rows
    assert [celle.text for celle in hode.cells] == ["Navn", "Liste", "Runde 1", "Runde 2"]
    assert [[c.paragraphs[0].text for c in rad.cells][2:] for rad in rader] == [
        ["Bord 1", "Bord 1"], ["Bord 2", "Bord 2"], ["Bord 1", "Bord 2"],
        ["Bord 2", "Bord 1"], ["Bord 1", "Bord 1"], ["Bord 2", "Bord 2"],
    ]  # fmt: skip


def test_at_bordlista_har_en_overskrift_for_hver_runde_og_hvert_bord() -> None:
    dokument = les(trykk("bordliste", lag_rom(12, bord=3, runder=2)))
    overskrifter = [(p.style.name, p.text.strip()) for p in dokument.paragraphs if p.style.name.startswith("Heading")]
    bordene = [("Heading 2", f"Bord {n}") for n in (1, 2, 3)]
    assert overskrifter == [("Heading 1", "Runde 1"), *bordene, ("Heading 1", "Runde 2"), *bordene]


@pytest.mark.parametrize("runder", [1, 3, 5])
def test_at_hvert_bord_faar_ett_skilt_med_alle_som_skal_sitte_der(runder: int) -> None:
    grunnlag = lag_rom(27, bord=5, runder=runder)
    rader = les(trykk("bordskilt", grunnlag)).tables[0].rows
    assert len(rader) == 5
    for nummer, rad in enumerate(rader):
        venstre, hoeyre = (celle.text.replace("\u00a0", " ") for celle in rad.cells)
        assert venstre == hoeyre
        for plass in grunnlag.plass:
            if plass.gruppe_id == f"tg{nummer}":
                assert next(p.navn for p in grunnlag.person if p.id == plass.person_id) in venstre


def test_at_de_to_halvdelene_av_bordskiltet_er_snudd_mot_bretten() -> None:
    rot = les(trykk("bordskilt", lag_rom())).element
    retninger = [e.get(f"{W}val") for e in rot.iter(f"{W}textDirection")]
    assert retninger == ["tbRl", "btLr"] * 3


def test_at_spoersmaalsarkene_ligger_bord_for_bord_med_kode_og_nummererte_ruter() -> None:
    grunnlag = lag_rom(12, bord=3)
    dokument = les(trykk("spoersmaalsark", grunnlag))
    koder = [p.text.split("\t")[0] for p in dokument.paragraphs if p.style.name == "Arkkode"]
    antall = sum(s.verksted_id == "v1" for s in grunnlag.spoersmaal)
    assert koder == [f"V1-G{bord}" for bord in (1, 2, 3) for _ in range(antall)]
    for tabell in dokument.tables:
        numre = _kolonne(tabell)
        assert 8 <= len(numre) <= 10
        assert numre == [str(nr) for nr in range(1, len(numre) + 1)]
    bunner = "".join(t.text or "" for t in dokument.sections[0].footer._element.iter(f"{W}t"))
    assert "Råd til administrasjonen, ikke vedtak" in bunner


def test_at_spoersmaalsark_uten_bord_faar_plass_til_aa_skrive_bordets_nummer() -> None:
    grunnlag = replace(lag_rom(4, bord=1), gruppe=(), gruppeinndeling=(), plass=())
    koder = [p.text for p in les(trykk("spoersmaalsark", grunnlag)).paragraphs if p.style.name == "Arkkode"]
    assert koder
    assert all(kode.startswith("V1-G____\t") for kode in koder)


@pytest.mark.parametrize("slag", SAKER)
def test_at_ingenting_privat_staar_paa_trykk(slag: str) -> None:
    tekst = "".join(t.text or "" for t in les(trykk(slag, lag_rom())).element.iter(f"{W}t"))
    assert not re.search("1957|Hemmelegvik", tekst)


@pytest.mark.parametrize("slag", ["bordliste", "navneliste", "bordskilt", "navneskilt", "frammoeteliste"])
def test_at_rare_navn_staar_som_de_er_paa_en_linje(slag: str) -> None:
    grunnlag = lag_rom(8, bord=2, navn=[*FARLIGE_NAVN, LANGT_NAVN])
    tekst = "\n".join(linjer(les(trykk(slag, grunnlag)))).replace("\u00a0", " ")
    for navn in (*FARLIGE_NAVN, LANGT_NAVN):
        assert paa_en_linje(rens(navn)) in tekst
    assert "\u202e" not in tekst


@given(st.text(st.characters(), min_size=1, max_size=120))
def test_at_et_navn_aldri_blir_hoeyere_enn_skiltet(navn: str) -> None:
    plass, hoeyde = (BREDDE - 520) / 20 - 4, HOEYDE / 20 - 10
    punkt = stoerste(navn, NAVNESTOERRELSER, plass=plass, hoeyde=66)
    verste = antall_linjer(navn, punkt, plass) * punkt * 1.2
    # What may stand under it: the list on two lines, and the tables on two.
    assert verste <= 66 or punkt == NAVNESTOERRELSER[-1]
    assert verste + 2 * LISTESTOERRELSER[-1] * 1.3 + 2 * 13 * 1.3 <= hoeyde + 40
