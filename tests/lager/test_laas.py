"""One writer at a time, and a lock that says who, where and since when (F7)."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.lager.proevefil import LEDER, Stillklokke, aapne, doe, dump, ny, nytt_organ
from verksted.lager.feil import FilenErAapenEtAnnetSted, FilenErSkrivebeskyttet

ROT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from tests.lager.proevefil import aapne, nytt_organ
mappe = Path(sys.argv[1])
fil = aapne(mappe)
fil.utfoer(nytt_organ, "prosessleder", navn="Fra den andre prosessen")
print("AAPEN", flush=True)
sys.stdin.readline()
fil.lukk()
"""


def _annen_prosess(mappe: Path) -> subprocess.Popen[str]:
    prosess = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(mappe)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROT,
    )
    assert prosess.stdout is not None
    assert prosess.stdout.readline() == "AAPEN\n"
    return prosess


def test_at_en_annen_prosess_blir_avvist_med_hvem_hvor_og_naar(tmp_path: Path) -> None:
    ny(tmp_path).lukk()
    with _annen_prosess(tmp_path) as annen:
        with pytest.raises(FilenErAapenEtAnnetSted) as feil:
            aapne(tmp_path)
        assert feil.value.data["hvor"] == socket.gethostname()
        assert feil.value.data["hvem"]
        assert str(feil.value.data["siden"]).startswith("2027-11-03T17:00")
        with aapne(tmp_path, bare_les=True) as lest:
            assert [m.noekkel for m in lest.meldinger] == ["aapen_et_annet_sted"]
            assert lest.meldinger[0].data["hvem"] == feil.value.data["hvem"]
            assert not lest.kan_endres
            with pytest.raises(FilenErSkrivebeskyttet):
                lest.utfoer(nytt_organ, LEDER, navn="Nei")
            assert lest.lagre() is None
        annen.communicate("\n")
    assert annen.returncode == 0
    with aapne(tmp_path) as fil:
        assert [rad[1] for rad in dump(fil)["organ"]] == ["Fra den andre prosessen"]


def test_at_en_prosess_som_er_drept_ikke_laaser_fila(tmp_path: Path) -> None:
    ny(tmp_path).lukk()
    with _annen_prosess(tmp_path) as annen:
        annen.kill()
    assert (tmp_path / ".prosess.verksted.laas").exists()
    with aapne(tmp_path) as fil:
        assert [rad[1] for rad in dump(fil)["organ"]] == ["Fra den andre prosessen"]
    assert not (tmp_path / ".prosess.verksted.laas").exists()


def test_at_en_lapp_fra_en_annen_maskin_stenger(tmp_path: Path) -> None:
    ny(tmp_path).lukk()
    lapp = tmp_path / ".prosess.verksted.laas"
    skrevet = {"hvem": "kari", "hvor": "PC-RAADHUSET", "siden": "2027-11-03T16:12:00+00:00", "arbeidsmappe": "C:/x"}
    lapp.write_text(json.dumps(skrevet))
    with pytest.raises(FilenErAapenEtAnnetSted) as feil:
        aapne(tmp_path)
    assert (feil.value.data["hvem"], feil.value.data["hvor"]) == ("kari", "PC-RAADHUSET")
    assert json.loads(lapp.read_text()) == skrevet
    with aapne(tmp_path, bare_les=True) as lest:
        assert not lest.kan_endres
    assert json.loads(lapp.read_text()) == skrevet
    lapp.unlink()
    aapne(tmp_path).lukk()


@pytest.mark.parametrize("innhold", ["", "{", '{"hvem": "kari"}', "[]", "null"])
def test_at_en_lapp_som_er_kuttet_ikke_stenger(tmp_path: Path, innhold: str) -> None:
    ny(tmp_path).lukk()
    (tmp_path / ".prosess.verksted.laas").write_text(innhold)
    aapne(tmp_path).lukk()


def test_at_samme_fil_gjennom_en_lenke_er_samme_fil(tmp_path: Path) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "lenke").symlink_to(tmp_path / "mappe")
    fil = ny(tmp_path, "mappe/prosess.verksted")
    with fil, pytest.raises(FilenErAapenEtAnnetSted):
        aapne(tmp_path, "lenke/prosess.verksted")
    with aapne(tmp_path, "lenke/prosess.verksted") as igjen:
        igjen.utfoer(nytt_organ, LEDER, navn="Gjennom lenka")
    assert (tmp_path / "lenke").is_symlink()
    with aapne(tmp_path, "mappe/prosess.verksted") as igjen:
        assert len(dump(igjen)["organ"]) == 1


def test_at_samme_arbeidsmappe_etter_et_krasj_slipper_inn(tmp_path: Path) -> None:
    fil = ny(tmp_path)
    doe(fil)
    with aapne(tmp_path, klokke=Stillklokke()) as igjen:
        assert igjen.kan_endres
