"""The start page: the latest process first, a file that is away stays with why, and nothing heavy is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.vindu.feiing import bokmaalstekster, engelske_ord, tekster_i, uten_navn, uten_synlig_fokus, utenfor_tabrekka
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.vindu.deler.etikett import Etikett
from verksted.vindu.start.naar import naar
from verksted.vindu.start.sistbrukt import Sistbrukt, Sistliste

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.vindu.conftest import Vert
    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

TRAAD = ("gjort", "gjort", "her", "igjen")


def _med_liste(vert: Vert, filer: list[Sistbrukt], maalform: Maalform = "nb") -> Hovedvindu:
    vindu = vert.start(maalform)
    for en in reversed(filer):
        vindu.sistliste.merk(en)
    vindu.startside.vis_filer(vindu.sistliste.alle)
    vindu.startside.ta_fokus()
    vert.ro(vindu)
    return vindu


def _en(sti: Path, navn: str) -> Sistbrukt:
    return Sistbrukt(
        sti=str(sti), navn=navn, kommune="Lindvær kommune", brukt="2028-01-19T14:20:00+00:00",
        traad=TRAAD, fase="Fase 3 av 4: Bearbeiding", neste="Verksted 2 er torsdag 2. mars, om 42 dager",
    )  # fmt: skip


def _ord(vindu: Hovedvindu) -> list[str]:
    return [e.text() for e in vindu.startside.findChildren(Etikett) if e.isVisible()]


def test_at_siste_prosess_staar_foerst_med_traad_dato_og_knapp(vert: Vert, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.verksted").touch()
    (tmp_path / "b.verksted").touch()
    vindu = _med_liste(vert, [_en(tmp_path / "a.verksted", "Samfunnsdel"), _en(tmp_path / "b.verksted", "Budsjett")])
    ordene = _ord(vindu)
    assert ordene.index("Samfunnsdel") < ordene.index("Budsjett")
    assert "Verksted 2 er torsdag 2. mars, om 42 dager" in ordene
    assert "I går 15.20" in ordene
    (fortsett,) = [k for k in vindu.startside.findChildren(QPushButton) if k.text().strip() == "Fortsett"]
    assert fortsett.hasFocus()
    with qtbot.waitSignal(vindu.startside.aapne) as aapnet:
        qtbot.keyClick(fortsett, Qt.Key.Key_Return)
    assert aapnet.args == [tmp_path / "a.verksted"]
    vert.ro(vindu)


def test_at_en_fil_som_er_borte_staar_med_grunn_og_kan_fjernes(vert: Vert, tmp_path: Path, qtbot: QtBot) -> None:
    vindu = _med_liste(
        vert,
        [_en(tmp_path / "borte.verksted", "Flyttet"), _en(Path("/media/pinne/p.verksted"), "På minnepinne")],
    )
    t = Tekster("nb")
    ordene = _ord(vindu)
    assert "Velkommen til Verksted" in ordene
    assert t("start.borte.flyttet") in ordene
    assert t("start.borte.utilgjengelig") in ordene
    fjern = [k for k in vindu.startside.findChildren(QPushButton) if k.text() == "Fjern fra lista"]
    qtbot.mouseClick(fjern[0], Qt.MouseButton.LeftButton)
    vert.ro(vindu)
    assert [en.navn for en in vindu.sistliste.alle] == ["På minnepinne"]


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_startsiden_er_norsk_naaes_med_tastaturet_og_viser_fokus(
    vert: Vert, tmp_path: Path, maalform: Maalform
) -> None:
    (tmp_path / "a.verksted").touch()
    vindu = _med_liste(
        vert, [_en(tmp_path / "a.verksted", "Samfunnsdel"), _en(tmp_path / "borte.verksted", "B")], maalform
    )
    tekster = [tekst for tekst in tekster_i(vindu) if tekst]
    assert engelske_ord(iter(tekster)) == []
    if maalform == "nn":
        assert [tekst for tekst in tekster if tekst in bokmaalstekster()] == []
    assert uten_navn(vindu) == []
    assert utenfor_tabrekka(vindu) == []
    assert uten_synlig_fokus(vindu, vert.fokusring) == []


def test_at_lista_huskes_i_rekkefoelge_og_taaler_det_som_ikke_er_vaart() -> None:
    lagret: list[str] = []
    liste = Sistliste(lambda: "", lagret.append)
    for navn in ("a", "b", "a"):
        liste.merk(Sistbrukt(sti=f"/x/{navn}.verksted", navn=navn, traad=TRAAD))
    assert [en.navn for en in Sistliste(lambda: lagret[-1], lagret.append).alle] == ["a", "b"]
    assert Sistliste(lambda: lagret[-1], lagret.append).alle[0].traad == TRAAD
    for annet in ("{", "[1]", '{"a": 1}', '[{"ukjent": 1}]', "null"):
        assert Sistliste(lambda annet=annet: annet, lagret.append).alle == ()  # type: ignore[misc]


@pytest.mark.parametrize(
    ("timer", "sagt"),
    [(0, "I dag 13.00"), (26, "I går 11.00"), (24 * 10, "10. januar"), (24 * 40, "11. desember 2027")],
)
def test_at_tiden_sies_ikke_finere_enn_noen_trenger(qapp: object, timer: int, sagt: str) -> None:
    naa = datetime(2028, 1, 20, 12, 0, tzinfo=UTC)
    from PySide6.QtCore import QLocale

    QLocale.setDefault(QLocale("nb_NO"))
    assert naar(naa - timedelta(hours=timer), naa, Tekster("nb")) == sagt


def test_at_startsiden_ikke_laster_databasen_eller_dokumentene() -> None:
    program = (
        "import sys, verksted.oppstart, verksted.oppstart_vindu;"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'pydantic', 'docx', 'openpyxl', 'babel', 'qtawesome',"
        " 'PySide6.QtNetwork', 'verksted.lager', 'verksted.handlinger', 'verksted.modell') if m in sys.modules])"
    )
    kjoering = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert kjoering.stdout.strip() == "[]"
