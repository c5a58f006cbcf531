"""One file in a process of its own: same answer, one sentence whatever happens, and nobody has to wait."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import sys
import threading
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from tests.handlinger.proeveprosess import LEDER, ny_prosess
from tests.innlesing.filer import csvfil
from tests.innlesing.trygg import trygglesere as lesere
from verksted.handlinger.feil import FilenKunneIkkeLeses
from verksted.handlinger.filer import Innleser, forhaandsvis, hent_lesning, ta_inn_fil, ta_inn_lesning
from verksted.handlinger.innlesing import ta_inn_deltakere
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.problem import setning
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.tabell.tabellfil import KanIkkeLesesSomRegneark
from verksted.innlesing.trygg.barneprosess import Oppdrag, pakk_ut
from verksted.innlesing.trygg.feil import (
    InnfilaErForStor,
    InnlesingenErAvbrutt,
    InnlesingenTokForLangTid,
    InnlesingenTokForMyeMinne,
    LeserenStanset,
)
from verksted.innlesing.trygg.lesing import Innlesingsjobb, Steg, Vern, les_trygt
from verksted.kjerne.stier import mal
from verksted.kjerne.tekster import MAALFORMER, Tekster

if TYPE_CHECKING:
    from collections.abc import Callable

KORT = Vern(sekunder=2.0)
PAA_LINUX = sys.platform == "linux"


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    sti = tmp_path / "liste.csv"
    sti.write_bytes(csvfil([("Navn", "Parti"), ("Åse Sávži", "Bygdelista")]))
    return sti


def _ta_inn(*_: object, **__: object) -> Any:
    pytest.fail("nothing was to be taken in")


# -- the same answer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("navn", "les"), [("kommunestyret.xlsx", les_deltakere), ("samfunnsdel-2020-2032.docx", les_samfunnsdel)]
)
def test_at_svaret_er_det_samme_som_uten_egen_prosess(navn: str, les: Callable[[bytes, str], Any]) -> None:
    sti = mal("eksempel", navn)
    lesning = les_trygt(sti, les)
    assert lesning.lest == les(sti.read_bytes(), navn)
    assert lesning.filnavn == navn


def test_at_problemene_kommer_hele_hjem_med_sine_setninger(fil: Path) -> None:
    lest = les_trygt(fil, lesere.les_aerlig).lest
    assert lest == lesere.les_aerlig(fil.read_bytes(), fil.name)
    assert setning(lest.problemer[0], Tekster("nb")).startswith("liste.csv: ")


def test_at_leserens_egen_feil_kommer_hjem_med_data(fil: Path) -> None:
    with pytest.raises(KanIkkeLesesSomRegneark) as feil:
        les_trygt(fil, lesere.les_og_avvis)
    assert feil.value.data == {"fil": "liste.csv"}


# -- whatever happens ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("les", "slag"),
    [
        (lesere.les_og_snuble, "LookupError"),
        (lesere.les_i_ring, "RecursionError"),
        (lesere.les_og_avslutt, "SystemExit"),
        (lesere.les_og_gaa, "0"),
        (lesere.les_fremmed, "UnpicklingError"),
        (lesere.les_lurt, "UnpicklingError"),
        (lesere.les_og_fall, "-11" if PAA_LINUX else None),
    ],
)
def test_at_en_leser_som_gaar_ned_blir_til_en_setning(
    fil: Path, les: Callable[[bytes, str], Any], slag: str | None, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(LeserenStanset) as feil:
        les_trygt(fil, les)
    assert slag in {None, feil.value.data["slag"]}
    for maalform in MAALFORMER:
        assert "liste.csv" in Tekster(maalform).feil(feil.value)
    assert capfd.readouterr() == ("", ""), "a traceback, or a library's complaint"


def test_at_det_fila_sier_ikke_foelger_med_feilen(fil: Path) -> None:
    with pytest.raises(LeserenStanset) as feil:
        les_trygt(fil, lesere.les_og_snuble)
    assert "Åse" not in repr(feil.value.data)
    assert "les_og_snuble" in feil.value.data["spor"][-1]  # type: ignore[index]


@pytest.mark.parametrize("les", [lesere.les_uten_ende, lesere.les_uten_ende_i_c, lesere.les_og_vent])
def test_at_lesingen_stanses_ved_grensen_hva_enn_den_holder_paa_med(fil: Path, les: Callable[..., Any]) -> None:
    start = monotonic()
    with pytest.raises(InnlesingenTokForLangTid) as feil:
        les_trygt(fil, les, vern=KORT)
    assert monotonic() - start < KORT.sekunder + 2
    assert feil.value.data == {"fil": "liste.csv", "sekunder": 2}
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("les", [lesere.les_og_vokse, lesere.les_for_mye])
def test_at_en_fil_aldri_faar_mer_enn_en_gigabyte(fil: Path, les: Callable[..., Any]) -> None:
    with pytest.raises(InnlesingenTokForMyeMinne) as feil:
        les_trygt(fil, les)
    assert feil.value.data == {"fil": "liste.csv", "mb": 1024}


def test_at_systemet_selv_holder_grensen_der_det_kan(fil: Path) -> None:
    if not PAA_LINUX:
        return  # no other system holds a limit on the address space
    with pytest.raises(InnlesingenTokForMyeMinne):
        les_trygt(fil, lesere.les_og_es_ut)


def test_at_grensen_holder_ogsaa_der_systemet_ikke_setter_noen(fil: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def uten_grense(**felt: Any) -> Oppdrag:
        return Oppdrag(**{**felt, "minne": 1 << 40})

    monkeypatch.setattr("verksted.innlesing.trygg.lesing.Oppdrag", uten_grense)
    with pytest.raises(InnlesingenTokForMyeMinne) as feil:
        les_trygt(fil, lesere.les_og_vokse)
    assert feil.value.data == {"fil": "liste.csv", "mb": 1024}
    assert multiprocessing.active_children() == []


def test_at_ingen_faar_laget_noe_her_ved_aa_lure_svaret() -> None:
    for innhold in (lesere.Lur(), Path("x"), os.getcwd, sys.exit):
        assert pakk_ut(pickle.dumps(("svar", innhold, "")), frozenset({"verksted"}))[0] == "krasj"


# -- what a reader may not do -------------------------------------------------------------------------------------


def test_at_leseren_verken_naar_nettet_disken_eller_andre_programmer(tmp_path: Path) -> None:
    (tmp_path / "hel").touch()
    (tmp_path / "fil.txt").write_text(str(tmp_path / "skrevet"), encoding="utf-8")
    assert les_trygt(tmp_path / "fil.txt", lesere.les_og_skriv).lest.linjer == ()
    assert sorted(sti.name for sti in tmp_path.iterdir()) == ["fil.txt", "hel"]


def test_at_systemet_nekter_selv_om_noen_gaar_forbi_python(tmp_path: Path) -> None:
    if not PAA_LINUX:
        return  # the limit on files is the system's own
    (tmp_path / "fil.txt").write_text(str(tmp_path / "skrevet"), encoding="utf-8")
    assert les_trygt(tmp_path / "fil.txt", lesere.les_og_skriv_forbi_python).lest.linjer == ("-1",)
    assert (tmp_path / "skrevet").stat().st_size == 0


# -- nobody has to wait -------------------------------------------------------------------------------------------


def test_at_forhaandsvisningen_ikke_holder_paa_den_som_spoer_og_kan_avbrytes(fil: Path) -> None:
    leser = threading.Event()

    def naar_fremdrift(steg: Steg) -> None:
        if steg is Steg.LESER:
            leser.set()

    start = monotonic()
    jobb = forhaandsvis(fil, Innleser(lesere.les_uten_ende, _ta_inn), naar_fremdrift=naar_fremdrift)
    assert monotonic() - start < 0.2
    assert leser.wait(20)
    assert (jobb.resultat.done(), jobb.steg) == (False, Steg.LESER)
    jobb.avbryt()
    with pytest.raises(InnlesingenErAvbrutt):
        jobb.resultat.result(5)
    with pytest.raises(InnlesingenErAvbrutt):
        hent_lesning(jobb)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("les", [les_oekonomiplan, les_kunnskap, les_deltakere])
def test_at_en_ekte_lesing_kan_avbrytes_midt_i_og_ikke_etterlater_noe(
    les: Callable[[bytes, str], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temp, inn = tmp_path / "temp", tmp_path / "inn"
    for mappe in (temp, inn):
        mappe.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    (inn / "stor.csv").write_bytes(csvfil([("Tekst", "Funksjon", "2028", "2029"), *[("Post", 202, 1, 2)] * 150_000]))
    foer = set(psutil.Process().children(recursive=True))
    steg: list[Steg] = []
    leser = threading.Event()

    def naar_fremdrift(naa: Steg) -> None:
        steg.append(naa)
        if naa is Steg.LESER:
            leser.set()

    innleser = Innleser(les, _ta_inn)
    jobb = forhaandsvis(inn / "stor.csv", innleser, naar_fremdrift=naar_fremdrift)
    assert leser.wait(20)
    jobb.avbryt()
    with pytest.raises(InnlesingenErAvbrutt):
        hent_lesning(jobb)
    assert steg == [Steg.HENTER, Steg.UNDERSOEKER, Steg.LESER]
    barn = {
        b
        for b in psutil.Process().children(recursive=True)
        if b not in foer and "resource_tracker" not in str(b.cmdline())
    }
    assert barn == set()
    assert list(temp.rglob("*")) == []
    assert [sti.name for sti in inn.iterdir()] == ["stor.csv"]


def test_at_en_jobb_kan_avbrytes_foer_barnet_er_i_gang(fil: Path) -> None:
    jobb = Innlesingsjobb(fil, lesere.les_uten_ende)
    jobb.avbryt()
    with pytest.raises(InnlesingenErAvbrutt):
        jobb.vent()


def test_at_avbryt_etterpaa_ikke_tar_svaret_tilbake(fil: Path) -> None:
    jobb = Innlesingsjobb(fil, lesere.les_aerlig)
    lesning = jobb.vent()
    jobb.avbryt()
    assert jobb.resultat.result() == lesning


def test_at_fremdriften_kommer_i_rekkefoelge_og_ender_paa_hele_veien(fil: Path) -> None:
    steg: list[Steg] = []
    Innlesingsjobb(fil, lesere.les_aerlig, naar_fremdrift=steg.append).vent()
    assert steg == list(Steg)[1:]
    assert [s.andel for s in Steg] == sorted({s.andel for s in Steg})
    assert Steg.FERDIG.andel == 1.0


def test_at_flere_filer_kan_leses_samtidig(fil: Path) -> None:
    jobber = [Innlesingsjobb(fil, lesere.les_aerlig) for _ in range(4)]
    svar = [jobb.vent() for jobb in jobber]
    assert svar == svar[:1] * 4


# -- the disk -----------------------------------------------------------------------------------------------------


def test_at_en_fil_som_mangler_og_en_mappe_sier_det(tmp_path: Path) -> None:
    for sti in (tmp_path / "borte.csv", tmp_path):
        with pytest.raises(FilenKunneIkkeLeses) as feil:
            hent_lesning(forhaandsvis(sti, Innleser(lesere.les_aerlig, _ta_inn)))
        assert feil.value.data["sti"] == str(sti)
        assert feil.value.data["aarsak"]


def test_at_en_fil_som_ikke_er_en_vanlig_fil_ikke_aapnes(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        return
    os.mkfifo(tmp_path / "roer.csv")
    with pytest.raises(FilenKunneIkkeLeses):
        hent_lesning(forhaandsvis(tmp_path / "roer.csv", Innleser(lesere.les_aerlig, _ta_inn)))


def test_at_en_altfor_stor_fil_ikke_leses_inn_i_minnet(tmp_path: Path) -> None:
    with (tmp_path / "stor.csv").open("wb") as ut:
        ut.truncate(5 << 30)
    with pytest.raises(InnfilaErForStor) as feil:
        les_trygt(tmp_path / "stor.csv", lesere.les_aerlig)
    assert feil.value.data == {"fil": "stor.csv", "mb": 5121, "maks": 200}


# -- all the way in -----------------------------------------------------------------------------------------------


def test_at_det_som_er_forhaandsvist_tas_inn_uten_aa_leses_paa_nytt(fil: Path, tmp_path: Path) -> None:
    innleser = Innleser(les_deltakere, ta_inn_deltakere)
    with ny_prosess(tmp_path) as prosess:
        lesning = hent_lesning(forhaandsvis(fil, innleser))
        fil.unlink()
        innlest = ta_inn_lesning(prosess, LEDER, lesning, innleser)
    assert (innlest.filnavn, innlest.antall) == ("liste.csv", 1)


def test_at_ingenting_er_endret_etter_en_leser_som_gikk_ned(fil: Path, tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as prosess:
        with pytest.raises(LeserenStanset):
            ta_inn_fil(prosess, LEDER, fil, Innleser(lesere.les_og_gaa, _ta_inn))
        assert ta_inn_fil(prosess, LEDER, fil, Innleser(les_deltakere, ta_inn_deltakere)).antall == 1
