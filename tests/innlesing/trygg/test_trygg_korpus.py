"""Hundreds of damaged and hostile files: each gives data with problems, or one sentence, within the limits."""

from __future__ import annotations

import socket
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from tests.innlesing.trygg.tryggkorpus import korpus
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.problem import setning
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.innlesing.trygg.feil import FilaErIkkeSlikDenSkal
from verksted.innlesing.trygg.lesing import Innlesingsjobb, Vern
from verksted.innlesing.trygg.pakkevakt import undersoek
from verksted.innlesing.trygg.slag import TABELLFILER, TALLFILER, WORDFILER
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekster import MAALFORMER, Tekster

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from verksted.innlesing.trygg.slag import Filslag

Leser = tuple["Callable[[bytes, str], Any]", "frozenset[Filslag]"]
LESERE: dict[str, tuple[Leser, ...]] = {
    "docx": ((les_samfunnsdel, WORDFILER),),
    "xlsx": ((les_deltakere, TABELLFILER), (les_oekonomiplan, TABELLFILER), (les_kunnskap, TALLFILER)),
    "csv": ((les_deltakere, TABELLFILER), (les_oekonomiplan, TABELLFILER), (les_kunnskap, TALLFILER)),
    "json": ((les_kunnskap, TALLFILER),),
}
BUNTER = 6
# Shorter than the program's 20 seconds, so that the suite does not wait for the few that need all of it.
VERN = Vern(sekunder=8.0)
# What it takes to see a child out on a machine that has other things to do.
SLINGRING = 10.0


class Lytter:
    """A server nobody is to call."""

    def __init__(self) -> None:
        self._inn = socket.create_server(("127.0.0.1", 0))
        self.adresse = f"http://127.0.0.1:{self._inn.getsockname()[1]}"
        self.anrop = 0
        self._traad = threading.Thread(target=self._lytt, daemon=True)
        self._traad.start()

    def _lytt(self) -> None:
        while True:
            try:
                anrop, _ = self._inn.accept()
            except OSError:
                return
            self.anrop += 1
            anrop.close()

    def lukk(self) -> None:
        self._inn.shutdown(socket.SHUT_RDWR)
        self._inn.close()
        self._traad.join()


@pytest.fixture(scope="module")
def lytter() -> Iterator[Lytter]:
    lytter = Lytter()
    yield lytter
    lytter.lukk()


def _slippes_gjennom(navn: str, data: bytes) -> bool:
    """Say whether the guard lets the file through to a reader; when not, it says why in one sentence, at once."""
    start = monotonic()
    try:
        undersoek(data, navn)
    except FilaErIkkeSlikDenSkal as feil:
        _kan_leses_av_folk(feil, navn)
        return False
    finally:
        assert monotonic() - start < 5, navn
    return True


def _kan_leses_av_folk(feil: KjentFeil, navn: str) -> None:
    for maalform in MAALFORMER:
        setninger = Tekster(maalform).feil(feil)
        assert navn in setninger
        assert "Traceback" not in setninger
        assert len(setninger) < 600


def _les(mappe: Path, sak: tuple[int, str, bytes]) -> str:
    """Read one file as the program does, and return what came of it."""
    nummer, navn, data = sak
    (mappe / navn).write_bytes(data)
    mulige = LESERE[navn.rpartition(".")[2]]
    les, ventet = mulige[nummer % len(mulige)]
    jobb = Innlesingsjobb(mappe / navn, les, ventet=ventet, vern=VERN)
    try:
        lesning = jobb.vent()
    except KjentFeil as feil:
        assert jobb.sekunder < VERN.sekunder + SLINGRING, navn
        _kan_leses_av_folk(feil, navn)
        return type(feil).__name__
    assert jobb.sekunder < VERN.sekunder + SLINGRING, navn
    for problem in lesning.lest.problemer[:50]:
        assert setning(problem, Tekster("nb")).startswith(navn)
    return "lest"


def test_at_korpuset_er_stort_nok_og_alt_i_det_er_ulikt(lytter: Lytter) -> None:
    filer = korpus(lytter.adresse)
    assert len(filer) >= 300
    assert len(set(filer.values())) > 0.97 * len(filer)


@pytest.mark.parametrize("bunt", range(BUNTER))
def test_at_hver_fil_gir_data_eller_en_setning_innen_grensene(
    bunt: int, lytter: Lytter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    hjem, temp, inn = (tmp_path / navn for navn in ("hjem", "temp", "inn"))
    for mappe in (hjem, temp, inn):
        mappe.mkdir()
    monkeypatch.setenv("HOME", str(hjem))
    monkeypatch.setenv("TMPDIR", str(temp))
    monkeypatch.chdir(hjem)
    alle = list(enumerate(sorted(korpus(lytter.adresse).items())))[bunt::BUNTER]
    saker = [(nummer, navn, data) for nummer, (navn, data) in alle if _slippes_gjennom(navn, data)]
    with ThreadPoolExecutor(2) as folk:
        utfall = Counter(folk.map(partial(_les, inn), saker))
    assert sum(utfall.values()) == len(saker) > 10
    assert utfall["lest"] > 0
    assert lytter.anrop == 0, "somebody called home"
    assert [*hjem.rglob("*"), *temp.rglob("*")] == []
    assert {sti.name for sti in inn.iterdir()} == {navn for _, navn, _ in saker}
    assert capfd.readouterr() == ("", "")
