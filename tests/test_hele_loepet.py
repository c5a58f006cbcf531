"""The whole main flow, from template and input files to Word and Excel, as its user runs it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from verksted.innlesing.maler.forloep import les_forloep
from verksted.kjerne.klokke import Systemklokke
from verksted.kjerne.stier import mal
from verksted.kjerne.tekstrens import rens
from verksted.lager.prosessfil import Prosessfil
from verksted.lager.spoerringer.grunnlag import hent_grunnlag
from verksted.oppstart import start
from verksted.regler.avvik import Avvikslag, finn_avvik
from verksted.visning.sporbarhet_oppslag import Oppslag

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

    from verksted.visning.grunnlag import Grunnlag


@dataclass(frozen=True)
class Loep:
    """What one run left behind."""

    maalform: str
    fil: Path
    utskrift: str
    oppsummering: Path
    samfunnsdel: Path
    sporbarhet: Path
    grunnlag: Grunnlag


@pytest.fixture(scope="module", params=["nb", "nn"])
def loep(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Loep:
    mappe = tmp_path_factory.mktemp(f"loep-{request.param}")
    fil = mappe / "lindvaer.verksted"
    med = pytest.MonkeyPatch()
    med.setenv("VERKSTED_ARBEIDSMAPPE", str(mappe / "arbeid"))
    try:
        assert start(["eksempel", str(fil), "--maalform", request.param]) == 0
        svar = subprocess.run(
            [sys.executable, "-m", "verksted", "eksporter", str(fil), "--til", str(mappe / "ut")],
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
        )
        with Prosessfil.aapne(fil, arbeidsmappe=mappe / "arbeid", klokke=Systemklokke()) as aapen, aapen.les() as les:
            grunnlag = hent_grunnlag(les)
            les.expunge_all()
    finally:
        med.undo()
    ut = mappe / "ut"
    return Loep(
        maalform=request.param,
        fil=fil,
        utskrift=svar.stdout,
        oppsummering=ut / "oppsummering.docx",
        samfunnsdel=ut / "samfunnsdel-utkast.docx",
        sporbarhet=ut / "sporbarhet.xlsx",
        grunnlag=grunnlag,
    )


def _ordlyder(grunnlag: Grunnlag) -> dict[str, tuple[str, str]]:
    """Return code → (text, reason) as the notes now read."""
    rader = {(r.innspill_id, r.nummer): r for r in grunnlag.innspill_revisjon}
    return {i.kode: (rader[i.id, i.revisjon].tekst, rader[i.id, i.revisjon].hvorfor) for i in grunnlag.innspill}


def _rader(dokument: Path) -> list[str]:
    """Return every table row of a Word document as one text, line breaks kept."""
    return [
        "\t".join("\n".join(a.text for a in celle.paragraphs) for celle in rad.cells)
        for tabell in Document(str(dokument)).tables
        for rad in tabell.rows
    ]


def _bok(loep: Loep) -> Workbook:
    return load_workbook(BytesIO(loep.sporbarhet.read_bytes()), data_only=True)


def test_at_eksporten_slutter_med_stiene_til_tre_dokumenter(loep: Loep) -> None:
    linjer = loep.utskrift.splitlines()
    assert linjer[-3:] == [str(loep.oppsummering), str(loep.samfunnsdel), str(loep.sporbarhet)]
    assert all(Path(sti).stat().st_size > 10_000 for sti in linjer[-3:])
    assert "167" in linjer[0]
    assert "31" in linjer[0]


def test_at_hvert_innspill_i_forloepet_finnes_igjen_ord_for_ord_i_fila(loep: Loep) -> None:
    forloep = les_forloep(mal("eksempel", "forloep"))
    skrevet = {linje.kode: linje.tekst for v in forloep.verksteder for linje in v.innspill}
    revidert = {r.kode: r.tekst for v in forloep.verksteder for r in v.revisjoner}
    ordlyder = _ordlyder(loep.grunnlag)
    assert len(ordlyder) == len(skrevet) == 167
    for kode, tekst in {**skrevet, **revidert}.items():
        assert ordlyder[kode][0] == rens(tekst), kode
    foerste = {r.innspill_id: r.tekst for r in loep.grunnlag.innspill_revisjon if r.nummer == 1}
    assert {i.kode: foerste[i.id] for i in loep.grunnlag.innspill} == {k: rens(t) for k, t in skrevet.items()}


def test_at_hvert_innspill_staar_ord_for_ord_med_koden_sin_i_word(loep: Loep) -> None:
    rader = _rader(loep.oppsummering)
    for kode, (tekst, hvorfor) in _ordlyder(loep.grunnlag).items():
        treff = [rad for rad in rader if kode in rad and tekst in rad and hvorfor in rad]
        assert treff, kode


def test_at_hvert_innspill_staar_ord_for_ord_med_koden_sin_i_excel(loep: Loep) -> None:
    navn = _bok(loep).sheetnames
    ark = _bok(loep)[navn[4]]
    rader = {rad[0]: rad for rad in ark.iter_rows(min_row=2, values_only=True)}
    for kode, (tekst, hvorfor) in _ordlyder(loep.grunnlag).items():
        assert rader[kode][5] == tekst
        assert (rader[kode][6] or "") == hvorfor


def test_at_summene_per_aar_i_arbeidsboka_er_planens_egne_til_krona(loep: Loep) -> None:
    fasit = tomllib.loads(mal("eksempel", "fasit.toml").read_text(encoding="utf-8"))
    ark = _bok(loep)[_bok(loep).sheetnames[3]]
    rader = {str(rad[1]): rad[2:6] for rad in ark.iter_rows(min_row=2, max_row=20, values_only=True) if rad[1]}
    plan = next(tall for navn, tall in rader.items() if navn.startswith(("Hele økonomiplanen", "Heile økonomiplanen")))
    assert list(plan) == [fasit["sum_alle"][str(aar)] for aar in range(2028, 2032)]
    assert list(rader["Sum"]) == list(plan)


def test_at_avvikene_som_er_lagt_inn_blir_funnet(loep: Loep) -> None:
    fasit = tomllib.loads(mal("eksempel", "fasit.toml").read_text(encoding="utf-8"))
    oppslag = Oppslag(loep.grunnlag)
    g = loep.grunnlag
    ting: tuple[tuple[Any, ...], ...] = (g.innspill, g.punkt, g.planelement, g.tiltak, g.oekonomipost)
    koder = {rad.id: rad.kode for rader in ting for rad in rader}
    funnet: dict[str, set[str]] = {}
    for avvik in finn_avvik(oppslag.indeks, oppslag.sporet):
        if avvik.gjelder_id is not None:
            funnet.setdefault(str(avvik.slag), set()).add(koder[avvik.gjelder_id])
    for slag in fasit["slag"]:
        ventet = {linje["kode"] for linje in fasit["avvik"] if linje["slag"] == slag}
        assert funnet[str(Avvikslag(slag))] == ventet, slag


def test_at_dokumentene_er_paa_prosessens_maalform(loep: Loep) -> None:
    for sti in (loep.oppsummering, loep.samfunnsdel):
        dokument = Document(str(sti))
        spraak = dokument.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
        assert spraak is not None
        assert spraak.get(qn("w:val")) == f"{loep.maalform}-NO"
        assert dokument.core_properties.language == f"{loep.maalform}-NO"
        assert dokument.core_properties.author == "Lindvær kommune"
        assert dokument.core_properties.title


def test_at_dokumentene_har_ekte_overskrifter_uten_hopp(loep: Loep) -> None:
    for sti in (loep.oppsummering, loep.samfunnsdel):
        nivaaer = [
            int(a.style.name.split()[-1])
            for a in Document(str(sti)).paragraphs
            if a.style is not None and a.style.name is not None and a.style.name.startswith("Heading ")
        ]
        assert nivaaer[0] == 1
        assert all(neste <= nivaa + 1 for nivaa, neste in pairwise(nivaaer))


def test_at_ingen_koder_i_word_lenker_til_noe_som_ikke_finnes(loep: Loep) -> None:
    for sti in (loep.oppsummering, loep.samfunnsdel):
        kropp = Document(str(sti)).element.body
        bokmerker = {b.get(qn("w:name")) for b in kropp.iter(qn("w:bookmarkStart"))}
        lenker = {lenke.get(qn("w:anchor")) for lenke in kropp.iter(qn("w:hyperlink"))} - {None}
        assert lenker
        assert lenker <= bokmerker


def test_at_libreoffice_aapner_alle_tre_uten_reparasjon(loep: Loep, tmp_path: Path, soffice: str | None) -> None:
    if soffice is None:
        return
    filer = [str(sti) for sti in (loep.oppsummering, loep.samfunnsdel, loep.sporbarhet)]
    subprocess.run(
        [
            soffice,
            "--headless",
            "--norestore",
            f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            *filer,
        ],
        capture_output=True,
        check=True,
        timeout=240,
    )
    assert sorted(sti.stem for sti in tmp_path.glob("*.pdf")) == ["oppsummering", "samfunnsdel-utkast", "sporbarhet"]
    assert all(sti.stat().st_size > 20_000 for sti in tmp_path.glob("*.pdf"))


def test_at_kontrollen_finner_alt_helt_etter_hele_loepet(loep: Loep, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["kontroll", str(loep.fil)]) == 0
    assert "spilt av" in capsys.readouterr().out
