"""The catalogues: looked up by key, filled with data, missing texts are a bug that says which."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from verksted.kjerne.feil import FinnesIkke, KjentFeil, ManglendeTekst, RessursMangler, VerkstedFeil
from verksted.kjerne.observatoer import Signal
from verksted.kjerne.stier import arbeidsmappe, mal, ressurs
from verksted.kjerne.tekster import MAALFORMER, Tekster

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.kjerne.tekster import Maalform


@pytest.fixture
def katalog(tmp_path: Path) -> Path:
    (tmp_path / "nb").mkdir()
    (tmp_path / "nb" / "rom.toml").write_text(
        'hei = "Hei {navn}"\n[gruppe]\nbar = "100 % {rart"\n'
        '[gruppe.antall]\nen = "{antall} båt"\nflere = "{antall} båter"\n',
        encoding="utf-8",
    )
    return tmp_path


def test_at_tekster_slaas_opp_og_fylles(katalog: Path) -> None:
    t = Tekster("nb", katalog)
    assert t("rom.hei", navn="{Åse}") == "Hei {Åse}"
    assert t("rom.gruppe.bar") == "100 % {rart"  # untouched without data
    assert [t.antall("rom.gruppe.antall", antall) for antall in (0, 1, 2)] == ["0 båter", "1 båt", "2 båter"]
    assert (t.har("rom.hei"), t.har("rom.nei")) == (True, False)
    assert t.noekler("rom") == {"hei", "gruppe.bar", "gruppe.antall.en", "gruppe.antall.flere"}


@pytest.mark.parametrize("noekkel", ["rom.finnes_ikke", "annet.hei", "rom", "rom.gruppe"])
def test_at_en_tekst_som_mangler_sier_hvilken(katalog: Path, noekkel: str) -> None:
    with pytest.raises(ManglendeTekst) as feil:
        Tekster("nb", katalog)(noekkel)
    assert str(feil.value.data["noekkel"]) in noekkel


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_tekst_kan_fylles_med_det_den_ber_om(maalform: Maalform) -> None:
    t = Tekster(maalform)
    for fil in sorted(ressurs("tekster", maalform).glob("*.toml")):
        for noekkel in t.noekler(fil.stem):
            moenster = t(f"{fil.stem}.{noekkel}")
            felt = {navn for _, navn, _, _ in string.Formatter().parse(moenster) if navn is not None}
            assert all(navn.isidentifier() for navn in felt), f"{fil.stem}.{noekkel}"
            assert moenster.format_map(dict.fromkeys(felt, "x"))


def test_at_en_feil_blir_setninger_i_begge_maalformer() -> None:
    feil = FinnesIkke(hva="bord", kode="7")
    assert Tekster("nb").feil(feil).startswith("Fant ikke bord 7. ")
    assert Tekster("nn").feil(feil).startswith("Fann ikkje bord 7. ")
    assert isinstance(feil, KjentFeil)
    assert isinstance(feil, VerkstedFeil)
    assert feil.noekkel == "feil.FinnesIkke"


def test_at_ressurser_og_maler_finnes_og_en_som_mangler_sier_hvilken() -> None:
    assert ressurs("tekster", "nb").is_dir()
    assert mal("eksempel").is_dir()
    with pytest.raises(RessursMangler) as feil:
        ressurs("tekster", "finnes_ikke")
    assert feil.value.data == {"sti": "ressurser/tekster/finnes_ikke"}


def test_at_arbeidsmappa_kan_flyttes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VERKSTED_ARBEIDSMAPPE", str(tmp_path / "på pinnen"))
    assert arbeidsmappe() == tmp_path / "på pinnen"
    monkeypatch.delenv("VERKSTED_ARBEIDSMAPPE")
    assert arbeidsmappe().name == "Verksted"


def test_at_den_som_slutter_aa_lytte_ikke_hoerer_mer() -> None:
    signal: Signal[int] = Signal()
    hoert: list[int] = []
    slutt = signal.lytt(hoert.append)
    signal.send(1)
    slutt()
    slutt()
    signal.send(2)
    assert hoert == [1]
