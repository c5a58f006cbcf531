"""PDF beside the Word documents: by LibreOffice where it is, and never at the cost of what is there already."""

from __future__ import annotations

import stat
import sys
from pathlib import Path
from threading import Event

import pytest

from tests.dokumenter.trykklesing import trykk
from tests.visning.trykkgrunnlag import lag_rom
from verksted.handlinger.eksport import Skrevet
from verksted.handlinger.feil import KunneIkkeLagePdf, PdfTokForLangTid
from verksted.handlinger.kontorpakke import Kontorpakke, finn_kontorpakke
from verksted.handlinger.trykk import Fremdrift, skriv_pdf
from verksted.kjerne.klokke import Systemklokke

LAGER_PDF = """
import sys, pathlib
argumenter = sys.argv[1:]
profil = argumenter[0].removeprefix("-env:UserInstallation=file://")
assert profil.endswith("/profil") and "--headless" in argumenter
kilde = pathlib.Path(argumenter[-1])
ut = pathlib.Path(argumenter[argumenter.index("--outdir") + 1], kilde.stem + ".pdf")
ut.write_bytes(b"%PDF-" + kilde.read_bytes())
"""
GJOER_INGENTING = "raise SystemExit(1)"
BLIR_ALDRI_FERDIG = """
import subprocess, sys, pathlib
barn = subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
pathlib.Path(sys.argv[0] + ".barn").write_text(str(barn.pid))
barn.wait()
"""


class Hoppeklokke(Systemklokke):
    """A monotonic clock on which a minute goes at each look."""

    def __init__(self) -> None:
        self._naa = 0.0

    def monoton(self) -> float:
        self._naa += 60
        return self._naa


@pytest.fixture
def lag_program(tmp_path: Path):
    """Return a maker of programs that behave as a LibreOffice of that kind."""

    def lag(kode: str) -> Path:
        program = tmp_path / "soffice"
        program.write_text(f"#!{sys.executable}\n{kode}", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        return program

    return lag


@pytest.fixture
def dokumenter(tmp_path: Path) -> list[Skrevet]:
    stier = [tmp_path / "ut" / f"{navn}.docx" for navn in ("en", "to", "tre")]
    stier[0].parent.mkdir()
    for sti in stier:
        sti.write_bytes(sti.stem.encode())
    return [Skrevet(sti.stem, sti, {}) for sti in stier]


def _skriv(dokumenter: list[Skrevet], program: Path, tmp_path: Path, **valg: object) -> list[Skrevet]:
    valgene = {"klokke": Systemklokke(), **valg}
    return skriv_pdf(dokumenter, program=program, arbeidsmappe=tmp_path / "arbeid", **valgene)  # type: ignore[arg-type]


def _filer(mappe: Path) -> list[str]:
    return sorted(fil.name for fil in mappe.iterdir())


def test_at_hvert_dokument_faar_sin_pdf_ved_siden_av_seg_og_ingenting_annet(
    lag_program, dokumenter: list[Skrevet], tmp_path: Path
) -> None:
    sagt: list[Fremdrift] = []
    ferdige = _skriv(dokumenter, lag_program(LAGER_PDF), tmp_path, naar_fremdrift=sagt.append)
    assert [dokument.sti.read_bytes() for dokument in ferdige] == [b"%PDF-en", b"%PDF-to", b"%PDF-tre"]
    assert _filer(tmp_path / "ut") == ["en.docx", "en.pdf", "to.docx", "to.pdf", "tre.docx", "tre.pdf"]
    assert sagt == [Fremdrift(0, 3, "en.pdf"), Fremdrift(1, 3, "to.pdf"), Fremdrift(2, 3, "tre.pdf")]


def test_at_en_pdf_noen_andre_har_lagt_der_blir_lagt_til_side(
    lag_program, dokumenter: list[Skrevet], tmp_path: Path
) -> None:
    program = lag_program(LAGER_PDF)
    (tmp_path / "ut" / "en.pdf").write_bytes(b"min egen")
    foerste, *resten = _skriv(dokumenter, program, tmp_path)
    assert foerste.lagt_til_side is not None
    assert foerste.lagt_til_side.read_bytes() == b"min egen"
    assert [dokument.lagt_til_side for dokument in resten] == [None, None]
    assert [dokument.lagt_til_side for dokument in _skriv(dokumenter, program, tmp_path)] == [None] * 3


def test_at_en_kontorpakke_som_ikke_lager_noe_gir_en_feil_og_lar_alt_staa(
    lag_program, dokumenter: list[Skrevet], tmp_path: Path
) -> None:
    (tmp_path / "ut" / "en.pdf").write_bytes(b"den forrige")
    with pytest.raises(KunneIkkeLagePdf) as feil:
        _skriv(dokumenter, lag_program(GJOER_INGENTING), tmp_path)
    assert feil.value.data == {"fil": "en.docx"}
    assert (tmp_path / "ut" / "en.pdf").read_bytes() == b"den forrige"
    assert _filer(tmp_path / "ut") == ["en.docx", "en.pdf", "to.docx", "tre.docx"]


def test_at_et_program_som_ikke_lar_seg_starte_gir_en_feil(dokumenter: list[Skrevet], tmp_path: Path) -> None:
    with pytest.raises(KunneIkkeLagePdf):
        _skriv(dokumenter, tmp_path / "finnes ikke", tmp_path)


def test_at_den_som_henger_blir_stanset_med_alt_den_startet(
    lag_program, dokumenter: list[Skrevet], tmp_path: Path
) -> None:
    program = lag_program(BLIR_ALDRI_FERDIG)
    barn = Path(f"{program}.barn")

    class NaarBarnetErStartet(Hoppeklokke):
        def monoton(self) -> float:
            return super().monoton() if barn.is_file() and barn.read_text(encoding="utf-8") else 0.0

    with pytest.raises(PdfTokForLangTid) as feil:
        _skriv(dokumenter, program, tmp_path, klokke=NaarBarnetErStartet())
    assert feil.value.data == {"fil": "en.docx", "sekunder": 120}
    stat_fil = Path("/proc", barn.read_text(encoding="utf-8"), "stat")
    assert not stat_fil.exists() or stat_fil.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z"


def test_at_avbrudd_stanser_og_gir_dem_som_ble_ferdige(lag_program, dokumenter: list[Skrevet], tmp_path: Path) -> None:
    avbryt = Event()

    def etter_den_foerste(steg: Fremdrift) -> None:
        if steg.ferdige == 1:
            avbryt.set()

    program = lag_program(LAGER_PDF)
    ferdige = _skriv(dokumenter, program, tmp_path, naar_fremdrift=etter_den_foerste, avbryt=avbryt)
    assert [dokument.sti.name for dokument in ferdige] == ["en.pdf"]
    assert _filer(tmp_path / "ut") == ["en.docx", "en.pdf", "to.docx", "tre.docx"]


def test_at_kontorpakka_finnes_ikke_der_den_ikke_er(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("verksted.handlinger.kontorpakke._UTENFOR_STIEN", ((str(tmp_path), "soffice"),))
    assert finn_kontorpakke() is None
    (tmp_path / "soffice").touch()
    assert finn_kontorpakke() == tmp_path / "soffice"


def test_at_libreoffice_lager_pdf_av_et_ekte_ark(soffice: str | None, tmp_path: Path) -> None:
    if soffice is None:
        return
    docx = tmp_path / "bordliste.docx"
    docx.write_bytes(trykk("bordliste", lag_rom()))
    with Kontorpakke(Path(soffice), klokke=Systemklokke()) as kontorpakke:
        data = kontorpakke.lag_pdf(docx)
    assert data is not None
    assert data.startswith(b"%PDF")
    assert _filer(tmp_path) == ["bordliste.docx"]
