"""Documents are chosen and made in the background, and the page says how each of them stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from verksted.handlinger.prosess import oppdater_verksted
from verksted.vindu.dokumenter.side import Dokumentside

if TYPE_CHECKING:
    from pathlib import Path

    from tests.vindu.conftest import Vert
    from verksted.vindu.ramme.hovedvindu import Hovedvindu


@pytest.fixture
def side(vert: Vert, program: Hovedvindu, tmp_path: Path) -> Dokumentside:
    """Return the page, with a folder of its own chosen."""
    program.gaa_til("dokumenter")
    vert.ro(program)
    assert program.ramme is not None
    siden = program.ramme.side
    assert isinstance(siden, Dokumentside)
    vert.dialoger.mappe = tmp_path / "ut"
    siden.mappeknapp.click()
    vert.ro(program)
    return siden


def _lag(vert: Vert, vindu: Hovedvindu, side: Dokumentside, *noekler: str) -> None:
    for noekkel, rad in side.rader.items():
        rad.hake.setChecked(noekkel in noekler)
    side.lagknapp.click()
    vert.ro(vindu)


def test_at_de_valgte_dokumentene_lages_i_mappa(
    vert: Vert, program: Hovedvindu, side: Dokumentside, tmp_path: Path
) -> None:
    assert not side.lagknapp.isEnabled()
    _lag(vert, program, side, "samfunnsdel", "sporbarhet", "oppsummering-1")
    filer = {fil.name for fil in (tmp_path / "ut").iterdir()}
    assert filer == {"samfunnsdel-utkast.docx", "sporbarhet.xlsx", "oppsummering-verksted-1.docx"}
    assert side.svar.text().startswith("3 filer er skrevet i ")
    assert "Ingenting er endret siden." in side.rader["sporbarhet"].stand.text()
    assert not side.strek.isVisible()


def test_at_et_redigert_dokument_legges_til_side_og_det_sies(
    vert: Vert, program: Hovedvindu, side: Dokumentside, tmp_path: Path
) -> None:
    _lag(vert, program, side, "sporbarhet")
    fil = tmp_path / "ut" / "sporbarhet.xlsx"
    fil.write_bytes(b"noen har skrevet her")
    side.oppfrisk(None)
    vert.ro(program)
    assert side.rader["sporbarhet"].stand.text().startswith("Redigert av noen")
    _lag(vert, program, side, "sporbarhet")
    assert "var endret etter at Verksted skrev den" in side.svar.text()
    assert b"noen har skrevet her" in {en.read_bytes() for en in fil.parent.iterdir()}


def test_at_mappa_huskes(vert: Vert, program: Hovedvindu, side: Dokumentside, tmp_path: Path) -> None:
    assert side.mappefelt.text() == str(tmp_path / "ut")
    program.utfoer_valg("spraak_nn")
    vert.ro(program)
    assert program.ramme is not None
    ny = program.ramme.side
    assert isinstance(ny, Dokumentside)
    assert ny is not side
    assert ny.mappefelt.text() == str(tmp_path / "ut")


def test_at_et_dokument_uten_innhold_ikke_lages_og_det_sies(
    vert: Vert, program: Hovedvindu, side: Dokumentside, tmp_path: Path
) -> None:
    _lag(vert, program, side, "bordliste-2")
    assert not (tmp_path / "ut").is_dir() or not list((tmp_path / "ut").iterdir())
    assert "ingenting å vise" in side.svar.text()


def test_at_endringer_etterpaa_gjoer_dokumentet_gammelt(vert: Vert, program: Hovedvindu, side: Dokumentside) -> None:
    _lag(vert, program, side, "sporbarhet")
    assert program.bord is not None
    program.bord.utfoer(oppdater_verksted, verksted=1, sted="Samfunnshuset")
    vert.ro(program)
    assert side.rader["sporbarhet"].stand.text().endswith("1 endring siden.")
    assert side.rader["sporbarhet"].stand.property("rolle") == "varsel"
