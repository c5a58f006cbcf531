"""The commands as real processes: exit codes, and that an acknowledged note survives anything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.handlinger.proeveprosess import Fastklokke, ny_prosess
from verksted.lager.prosessfil import Prosessfil

ROT = Path(__file__).resolve().parents[2]
INNSPILL = ("--verksted", "1", "--gruppe", "1", "--spoersmaal", "1", "--tekst")


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    ny_prosess(tmp_path).lukk()
    return tmp_path / "p.verksted"


def _program(*argv: object) -> list[str]:
    return [sys.executable, "-m", "verksted", *map(str, argv)]


def _kjoer(*argv: object, inn: bytes = b"", **omgivelser: str) -> tuple[int, str, str]:
    ferdig = subprocess.run(
        _program(*argv),
        cwd=ROT,
        input=inn,
        capture_output=True,
        check=False,
        env={**os.environ, **omgivelser},
        timeout=60,
    )
    return ferdig.returncode, ferdig.stdout.decode(), ferdig.stderr.decode()


def test_at_utgangskodene_naar_skallet(fil: Path) -> None:
    assert _kjoer("vis", fil)[0] == 0
    assert _kjoer("vis", fil.with_name("borte.verksted"))[0] == 1
    assert _kjoer("vis")[0] == 2
    assert _kjoer("--hjelp")[0] == 0


@pytest.mark.parametrize("antall", [1, 7, 30])
def test_at_alt_som_er_kvittert_staar_i_fila_selv_om_programmet_blir_drept(
    fil: Path, arbeidsmappe: Path, antall: int
) -> None:
    with subprocess.Popen(
        _program("innspill", fil, *INNSPILL, "-"),
        cwd=ROT,
        env={navn: verdi for navn, verdi in os.environ.items() if navn != "PYTHONUNBUFFERED"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as prosess:
        assert prosess.stdin
        assert prosess.stdout
        kvittert = []
        for nummer in range(antall):
            prosess.stdin.write(f"innspill nummer {nummer} – æøå\n".encode())
            prosess.stdin.flush()
            kvittert.append(prosess.stdout.readline().decode().strip())  # told while the input is still open
        prosess.stdin.write(b"dette er kanskje underveis\n")
        prosess.stdin.flush()
        prosess.send_signal(signal.SIGKILL)
        prosess.wait()
    assert kvittert == [f"V1-G1-{nummer:02d}" for nummer in range(1, antall + 1)]
    with Prosessfil.aapne(fil, arbeidsmappe=arbeidsmappe, klokke=Fastklokke()) as igjen, igjen.les_raatt() as db:
        rader = db.execute(
            "SELECT i.kode, r.tekst FROM innspill AS i JOIN innspill_revisjon AS r ON r.innspill_id = i.id "
            "ORDER BY i.mottatt_nr"
        ).fetchall()
    ventet = [(kode, f"innspill nummer {nummer} – æøå") for nummer, kode in enumerate(kvittert)]
    assert rader[:antall] == ventet
    assert len(rader) <= antall + 1


def test_at_en_leser_som_gaar_ikke_gir_feilmelding(fil: Path) -> None:
    les, skriv = os.pipe()
    os.close(les)
    ferdig = subprocess.run(
        _program("vis", fil), cwd=ROT, stdout=skriv, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(skriv)
    assert (ferdig.returncode, ferdig.stderr) == (1, b"")


def test_at_hjelpen_er_norsk_ogsaa_i_et_skall_uten_utf8(fil: Path) -> None:
    kode, ut, _ = _kjoer("--hjelp", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert (kode, "gjennomfører" in ut) == (0, True)


def test_at_vis_ikke_laster_qt_eller_dokumentskriverne(fil: Path) -> None:
    kode = (
        "import sys; from verksted.oppstart import start; kode = start(sys.argv[1:]); "
        "tunge = {'PySide6', 'docx', 'openpyxl', 'xlsxwriter', 'lxml', 'ruamel'}; "
        "tunge &= {navn.split('.')[0] for navn in sys.modules}; "
        "sys.exit(f'lastet: {sorted(tunge)}' if tunge else kode)"
    )
    ferdig = subprocess.run(
        [sys.executable, "-c", kode, "vis", str(fil)], cwd=ROT, capture_output=True, check=False, timeout=60
    )
    assert (ferdig.returncode, ferdig.stderr.decode()) == (0, "")


def test_at_en_fil_med_navn_som_ikke_er_utf8_ikke_velter_noe(tmp_path: Path) -> None:
    navn = os.fsencode(tmp_path / "bl") + b"\xe5.verksted"
    ferdig = subprocess.run(
        [*map(os.fsencode, _program("vis")), navn], cwd=ROT, capture_output=True, check=False, timeout=60
    )
    assert ferdig.returncode == 1
    assert "finnes ikke" in ferdig.stderr.decode()
