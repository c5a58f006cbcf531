"""The fault campaigns of `make feil`, a few seconds of each (F1 and F19: test_drap), and that they are able to fail."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.feil import f3, f4, f6, f9, f10, f11, f22
from tests.feil.barn import kan_montere
from verksted.dokumenter.excel import tabellskriver
from verksted.lager import brukerfil, fil
from verksted.lager.sikkerhetskopi import Kopisamling

ROT = Path(__file__).resolve().parents[2]
FROE = 20271103
HAR_STRACE = shutil.which("strace") is not None


def _f2(*argumenter: str) -> dict[str, Any]:
    """Run F2 in a process of its own: forking is only safe where no thread is alive."""
    kjoering = subprocess.run(
        [sys.executable, "-m", "tests.feil.f2", *argumenter],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROT,
    )
    svar: dict[str, Any] = json.loads(kjoering.stdout)
    return svar


def test_at_ingenting_blir_borte_naar_et_systemkall_svikter() -> None:
    if not HAR_STRACE:
        return
    utfall = _f2("25", str(FROE))
    assert utfall["feil"] == []
    assert utfall["drept"] > 3
    assert utfall["setninger"] > 3
    assert utfall["bekreftet"] > 30


def test_at_f2_ser_det_naar_noe_bekreftes_for_tidlig() -> None:
    if HAR_STRACE:
        assert _f2("12", str(FROE), "for tidlig")["feil"]


def test_at_ingen_bekreftede_notater_forsvinner_naar_stroemmen_gaar() -> None:
    utfall = f3.kjoer(40, froe=FROE)
    assert utfall.feil == []
    assert utfall.bekreftet > 100


@pytest.mark.parametrize(("synkronisering", "brudd"), [("FULL", 240), ("OFF", 40)])
def test_at_f3_ser_det_naar_det_som_skal_skylles_ikke_blir_det(synkronisering: str, brudd: int) -> None:
    """FULL only loses a deletion that was not flushed, which one cut in ten meets; OFF loses nearly always."""
    assert f3.kjoer(brudd, froe=FROE, synkronisering=synkronisering).feil


def test_at_brukerens_filer_er_gamle_eller_nye_naar_stroemmen_gaar_under_lagring() -> None:
    if not HAR_STRACE:
        return
    svar = subprocess.run(
        [sys.executable, "-m", "tests.feil.f3kopi", "200", str(FROE)],
        capture_output=True,
        encoding="utf-8",
        check=True,
        cwd=ROT,
    )
    produktet, kontroll = json.loads(svar.stdout)
    assert produktet["feil"] == []
    assert kontroll["feil"]


def test_at_alt_bekreftet_staar_naar_databasen_ikke_faar_vokse() -> None:
    utfall = f4.i_sidegrense(5, froe=FROE)
    assert utfall.feil == []
    assert utfall.fullt == 5


def test_at_alt_bekreftet_staar_naar_disken_er_full_og_plassen_som_trengs_er_nok() -> None:
    if not kan_montere():
        return
    utfall = f4.paa_liten_disk(3, froe=FROE)
    assert utfall.feil == []
    assert utfall.fullt > 5


def test_at_arbeidet_gaar_videre_og_kopien_kommer_av_seg_selv_naar_fila_forsvinner() -> None:
    utfall = f6.kjoer(3, froe=FROE)
    assert utfall.feil == []
    assert utfall.meldinger >= 2


def test_at_det_andre_har_skrevet_aldri_blir_overskrevet() -> None:
    utfall = f9.kjoer(len(f9.MAATER), froe=FROE)
    assert utfall.feil == []
    assert utfall.konflikter == len(f9.MAATER) - len(f9.VAARE)


def test_at_f9_ser_det_naar_noe_blir_overskrevet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brukerfil.Brukerfil, "_er_vaar", lambda _: True)
    assert f9.kjoer(3, froe=FROE).feil


def test_at_en_fil_noen_holder_blir_ventet_ut_eller_sagt_fra_om() -> None:
    utfall = f10.kjoer(24, froe=FROE)
    assert utfall.feil == []
    assert utfall.ventet_ut == 15
    assert utfall.sagt == 9


def test_at_f10_ser_det_naar_ingen_venter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fil, "_FORSOEK", 1)
    assert f10.kjoer(6, froe=FROE).feil


def test_at_ingenting_kommer_i_annen_rekkefoelge_naar_klokka_hopper() -> None:
    utfall = f11.kjoer(3, froe=FROE)
    assert utfall.feil == []
    assert utfall.sprang > 40
    assert utfall.to_kopier > 0


def test_at_f11_ser_det_naar_klokka_velger_sikkerhetskopi(monkeypatch: pytest.MonkeyPatch) -> None:
    kopiene = Kopisamling.kopiene
    monkeypatch.setattr(Kopisamling, "kopiene", lambda self: sorted(kopiene(self), key=lambda k: k.tid, reverse=True))
    assert f11.kjoer(3, froe=FROE).feil


def test_at_rare_tekster_staar_hele_i_alt_som_skrives() -> None:
    utfall = f22.kjoer(3, froe=FROE)
    assert utfall.feil == []
    assert utfall.avvist > 0


def test_at_tekster_som_er_for_lange_for_excel_blir_delt_eller_faar_et_merke() -> None:
    utfall = f22.kjoer(1, froe=FROE, lag=lambda _, lengst: "x" * lengst)
    assert utfall.feil == []
    assert utfall.delt > 0
    assert utfall.kuttet > 5


def test_at_f22_ser_det_naar_excel_kutter_i_stillhet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabellskriver, "i_en_celle", lambda tekst: tekst)
    assert f22.kjoer(1, froe=FROE, lag=lambda _, lengst: "x" * lengst).feil


def test_at_f22_ser_det_naar_en_tekst_kan_bli_en_formel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabellskriver, "_LIGNER_FORMEL", ())
    assert f22.kjoer(1, froe=FROE, lag=lambda _, lengst: "=1+1"[:lengst]).feil
