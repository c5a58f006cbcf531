"""Every command as its user meets it: what it says, in which language, and with which exit code."""

from __future__ import annotations

import faulthandler
import io
import json
import re
import sqlite3
import sys
import threading
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import DELTAKERE, FAKTA, POSTER, Fastklokke, ny_prosess
from tests.innlesing.filer import csvfil
from verksted import oppstart
from verksted.kjerne.stier import mal as malsti
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.kommandolinje.tolk import KOMMANDOER
from verksted.lager.prosessfil import Prosessfil
from verksted.lager.utloesere import kolonnene

if TYPE_CHECKING:
    from collections.abc import Callable

    from verksted.kjerne.tekster import Maalform

ENGELSK = re.compile(
    r"\b(usage|options?|positional|arguments?|show this help|error|required|invalid|choose|from|expected|traceback|"
    r"no such|not found|is a|cannot|unrecognized|the|file|exists?)\b",
    re.IGNORECASE,
)
INNSPILL = ("--verksted", "1", "--gruppe", "1", "--spoersmaal", "1")


class Svar:
    """What a command answered."""

    def __init__(self, kode: int, ut: str, feil: str) -> None:
        self.kode, self.ut, self.feil = kode, ut, feil

    @property
    def alt(self) -> str:
        return self.ut + self.feil


@pytest.fixture
def kjoer(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Svar]:
    """Return a function that runs a command in this process; `inn` is its standard input."""
    monkeypatch.setattr(faulthandler, "enable", lambda: None)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.delenv("VERKSTED_SPRAAK", raising=False)

    def kjoer(*argv: object, inn: bytes = b"") -> Svar:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(inn)))
        capfd.readouterr()
        kode = oppstart.start([str(a) for a in argv])
        ut, feil = capfd.readouterr()
        assert not ENGELSK.search(re.sub(r"\S*/\S*", "", ut + feil).replace("--help", ""))
        return Svar(kode, ut, feil)

    return kjoer


@pytest.fixture
def fil(tmp_path: Path) -> Path:
    ny_prosess(tmp_path, med_innhold=True).lukk()
    return tmp_path / "p.verksted"


# -- help and misunderstandings -----------------------------------------------------------------------------------


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize("kommando", [(), *((k,) for k in KOMMANDOER)])
def test_at_hjelpen_er_norsk_fra_foerste_til_siste_ord(
    kjoer: Callable[..., Svar], kommando: tuple[str, ...], maalform: Maalform
) -> None:
    svar = kjoer("--spraak", maalform, *kommando, "--hjelp")
    assert (svar.kode, svar.feil) == (0, "")
    assert svar.ut.startswith("bruk: verksted")
    om = Tekster(maalform)("kommandolinje.om." + (kommando[0] if kommando else "program"))
    assert " ".join(om.split()) in " ".join(svar.ut.split())
    assert kjoer(*kommando, "-h", "--spraak", maalform).ut == svar.ut


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize(
    ("argv", "sagt"),
    [
        (["vis"], "FIL"),
        (["tull"], "«tull»"),
        (["p.txt", "og", "mer"], "«p.txt»"),
        (["--tull"], "--tull"),
        (["vis", "a", "b", "c"], "b c"),
        (["vis", "a", "--js=1"], "--json"),
        (["vis", ""], "FIL"),
        (["--spraak", "en", "vis", "a"], "nb, nn"),
        (["--spraak"], "--spraak"),
        (["innspill", "a", *INNSPILL], "--tekst"),
        (["innspill", "a", *INNSPILL, "--tekst"], "--tekst"),
        (["innspill", "a", "--verksted", "x", *INNSPILL[2:], "--tekst", "a"], "«x»"),
        (["innspill", "a", "--verksted", "9" * 30, *INNSPILL[2:], "--tekst", "a"], "«9999"),
        (["ny", "a", "--mal", "m", "--kommune", " "], "--kommune"),
        (["ny", "a", "--mal", "m", "--kommune", "k", "--valgperiode", "2031-2027"], "2031-2027"),
        (["ny", "a", "--mal", "m", "--kommune", "k", "--m", "x"], "--m"),
        (["eksporter", "a"], "--til"),
        (["eksporter", "a", "--til", "b", "--bare", "tull"], "oppsummering, samfunnsdel, sporbarhet"),
        (["eksempel", "a", "--maalform", "se"], "nb, nn"),
    ],
)
def test_at_det_som_ikke_er_til_aa_forstaa_gir_to_og_en_setning(
    kjoer: Callable[..., Svar], monkeypatch: pytest.MonkeyPatch, argv: list[str], sagt: str, maalform: str
) -> None:
    monkeypatch.setenv("VERKSTED_SPRAAK", maalform)
    svar = kjoer(*argv)
    assert (svar.kode, svar.ut) == (2, "")
    assert sagt in svar.feil
    assert svar.feil.splitlines()[-1].strip()


def test_at_spraaket_kan_velges_foer_og_etter_kommandoen_og_i_omgivelsene(
    kjoer: Callable[..., Svar], fil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nynorsk = kjoer("--spraak", "nn", "vis", fil).ut
    assert "Verkstad 1" in nynorsk
    assert kjoer("vis", fil, "--spraak", "nn").ut == nynorsk
    assert kjoer("vis", "--spraak=nn", fil).ut == nynorsk
    monkeypatch.setenv("VERKSTED_SPRAAK", "nn")
    assert kjoer("vis", fil).ut == nynorsk
    assert "Verksted 1" in kjoer("--spraak", "nb", "vis", fil).ut


# -- files that are not what they seem ------------------------------------------------------------------------------


@pytest.mark.parametrize("maalform", MAALFORMER)
@pytest.mark.parametrize(
    "kommando",
    [["vis"], ["vis", "--json"], ["kontroll"], ["angre"], ["gjoer-om"], ["innspill", *INNSPILL, "--tekst", "a"]],
    ids=" ".join,
)
def test_at_filer_som_ikke_kan_aapnes_faar_hver_sin_setning_og_staar_uroert(
    kjoer: Callable[..., Svar], tmp_path: Path, kommando: list[str], maalform: Maalform
) -> None:
    (tmp_path / "tom.verksted").touch()
    (tmp_path / "tekst.verksted").write_text("dette er bare tekst " * 100, encoding="utf-8")
    (tmp_path / "mappe.verksted").mkdir()
    setninger = set()
    for navn in ("tom", "tekst", "mappe", "borte"):
        sti = tmp_path / f"{navn}.verksted"
        foer = sti.read_bytes() if sti.is_file() else None
        svar = kjoer("--spraak", maalform, kommando[0], sti, *kommando[1:])
        assert (svar.kode, svar.ut) == (1, "")
        assert str(sti) in svar.feil
        assert ("endret" if maalform == "nb" else "endra") in svar.feil
        assert (sti.read_bytes() if sti.is_file() else None) == foer
        setninger.add(svar.feil.replace(str(sti), ""))
    assert len(setninger) == 4


def test_at_en_skadet_kopi_gir_en_og_sier_hva_som_er_trygt(kjoer: Callable[..., Svar], fil: Path) -> None:
    hel = fil.read_bytes()
    assert kjoer("kontroll", fil).kode == 0
    fil.write_bytes(hel[: len(hel) // 2])
    svar = kjoer("kontroll", fil)
    assert svar.kode == 1
    assert "sikkerhetskopi" in svar.alt


def test_at_kontroll_finner_ord_som_er_byttet_ut_bak_programmets_rygg(kjoer: Callable[..., Svar], fil: Path) -> None:
    with closing(sqlite3.connect(fil)) as db, db:
        db.execute("UPDATE punkt SET tittel = 'Noe ingen har sagt' WHERE kode = 'P-01'")
    svar = kjoer("kontroll", fil)
    assert svar.kode == 1
    assert "ikke" in svar.alt


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_en_fil_andre_har_aapen_kan_vises_men_ikke_endres(
    kjoer: Callable[..., Svar], fil: Path, arbeidsmappe: Path, maalform: Maalform
) -> None:
    with Prosessfil.aapne(fil, arbeidsmappe=arbeidsmappe, klokke=Fastklokke()):
        vist = kjoer("--spraak", maalform, "vis", fil)
        assert (vist.kode, "Lindvær" in vist.ut) == (0, True)
        assert "20.01.2028 kl.\u00a017.00" in vist.feil
        svar = kjoer("--spraak", maalform, "innspill", fil, *INNSPILL, "--tekst", "hei")
        assert (svar.kode, svar.ut) == (1, "")
        assert "20.01.2028 kl.\u00a017.00" in svar.feil
    assert kjoer("innspill", fil, *INNSPILL, "--tekst", "hei").ut == "V1-G1-04\n"


def test_at_en_arbeidsmappe_som_ikke_kan_brukes_sies_fra_om(
    kjoer: Callable[..., Svar], fil: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "opptatt").touch()
    monkeypatch.setenv("VERKSTED_ARBEIDSMAPPE", str(tmp_path / "opptatt"))
    svar = kjoer("vis", fil)
    assert (svar.kode, svar.ut) == (1, "")
    assert "VERKSTED_ARBEIDSMAPPE" in svar.feil


def test_at_vinduet_uten_skjerm_gir_en_setning(
    kjoer: Callable[..., Svar], fil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for navn in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(navn, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for argv in ((), (fil,), ("--spraak", "nn")):
        svar = kjoer(*argv)
        assert (svar.kode, svar.ut) == (1, "")
        assert "skjerm" in svar.feil


# -- vis ------------------------------------------------------------------------------------------------------------


def test_at_vis_som_json_har_noeklene_andre_bygger_paa(kjoer: Callable[..., Svar], fil: Path) -> None:
    svar = kjoer("vis", fil, "--json")
    vist = json.loads(svar.ut)
    assert {"prosess", "verksteder", "deltakere", "innspill", "punkter", "planelementer", "oekonomi"} <= set(vist)
    assert (vist["deltakere"], vist["innspill"], vist["punkter"], vist["planelementer"]) == (8, 6, 2, 4)
    assert vist["oekonomi"] == {"poster": 2, "sum": {"2028": 1_650_000, "2029": 100_000}}
    assert [v["nummer"] for v in vist["verksteder"]] == [1, 2, 3]
    assert (vist["verksteder"][0]["innspill"], vist["verksteder"][0]["bord"]) == (6, 2)
    assert vist["prosess"]["kommune"] == "Lindvær kommune"
    assert "Lindvær" in svar.ut


def test_at_vis_ikke_endrer_fila(kjoer: Callable[..., Svar], fil: Path) -> None:
    foer = fil.read_bytes()
    assert kjoer("vis", fil).kode == 0
    assert fil.read_bytes() == foer
    assert sorted(f.name for f in fil.parent.iterdir() if f.is_file()) == ["p.verksted"]


# -- innspill, angre, gjoer-om ----------------------------------------------------------------------------------------


def test_at_hvert_innspill_kvitteres_med_kode_og_staar_i_fila(kjoer: Callable[..., Svar], fil: Path) -> None:
    assert (
        kjoer("innspill", fil, *INNSPILL, "--tekst", "Ett til", "--type", "mangler", "--hvorfor", "x").ut
        == "V1-G1-04\n"
    )
    assert json.loads(kjoer("vis", fil, "--json").ut)["innspill"] == 7


def test_at_linjene_paa_standard_inn_blir_ett_innspill_hver(kjoer: Callable[..., Svar], fil: Path) -> None:
    lang = "å" * 20_001
    inn = f"\ufeffFørste «æøå» 🚢\r\n\n   \n{lang}\nandre\x00\nuten linjeskift".encode()
    svar = kjoer("innspill", fil, *INNSPILL, "--tekst", "-", inn=inn)
    assert svar.kode == 1
    assert svar.ut.splitlines() == ["V1-G1-04", "V1-G1-05", "V1-G1-06"]
    assert svar.feil.startswith("Linje 4 ble ikke skrevet. Innspillet er på 20001 tegn.")
    with Prosessfil.aapne(fil, arbeidsmappe=fil.parent / "b", klokke=Fastklokke()) as aapen, aapen.les_raatt() as db:
        rader = db.execute(
            "SELECT i.kode, r.tekst FROM innspill AS i JOIN innspill_revisjon AS r ON r.innspill_id = i.id "
            "ORDER BY i.mottatt_nr DESC LIMIT 3"
        ).fetchall()
    assert rader == [("V1-G1-06", "uten linjeskift"), ("V1-G1-05", "andre\ufffd"), ("V1-G1-04", "Første «æøå» 🚢")]


def test_at_tomt_inn_er_greit_og_bokstaver_fra_windows_blir_de_de_var(kjoer: Callable[..., Svar], fil: Path) -> None:
    assert kjoer("innspill", fil, *INNSPILL, "--tekst", "-").kode == 0
    svar = kjoer("innspill", fil, *INNSPILL, "--tekst", "-", inn="blåbær – på øya\ngod\n".encode("cp1252"))
    assert (svar.kode, svar.ut.splitlines()) == (0, ["V1-G1-04", "V1-G1-05"])
    assert svar.feil == "Linje 1 er ikke UTF-8. Den er lest som tegn fra Windows. Se over æ, ø og å.\n"
    with Prosessfil.aapne(fil, arbeidsmappe=fil.parent / "b", klokke=Fastklokke()) as aapen, aapen.les_raatt() as db:
        assert db.execute("SELECT count(*) FROM innspill_revisjon WHERE tekst = 'blåbær – på øya'").fetchone() == (1,)


@pytest.mark.parametrize(
    ("argv", "sagt"),
    [
        (["--verksted", "9", *INNSPILL[2:], "--tekst", "a"], " 9."),
        ([*INNSPILL[:2], "--gruppe", "77", *INNSPILL[4:], "--tekst", "a"], "bord 77"),
        ([*INNSPILL[:4], "--spoersmaal", "99", "--tekst", "a"], "spørsmål 99"),
        ([*INNSPILL, "--tekst", " "], "ingen ord"),
        ([*INNSPILL, "--tekst", "a", "--type", "tull"], "«tull»"),
        ([*INNSPILL, "--tekst", "a", "--type", "satsing"], "overrasket_over"),
    ],
)
def test_at_et_avvist_innspill_sier_hvorfor_i_begge_maalformer(
    kjoer: Callable[..., Svar], fil: Path, argv: list[str], sagt: str
) -> None:
    svarene = [kjoer("innspill", fil, *argv, "--spraak", maalform) for maalform in MAALFORMER]
    assert [(svar.kode, svar.ut, sagt in svar.feil) for svar in svarene] == [(1, "", True)] * 2
    assert len({svar.feil for svar in svarene}) == 2


def test_at_angre_og_gjoer_om_sier_hva_det_var(kjoer: Callable[..., Svar], fil: Path) -> None:
    tomt = kjoer("angre", fil)
    assert (tomt.kode, tomt.feil.split(".")[0]) == (1, "Det er ingenting å angre")
    kjoer("innspill", fil, *INNSPILL, "--tekst", "Ett til")
    assert kjoer("angre", fil).ut == "Angret: skriv innspill (V1-G1-04)\n"
    assert kjoer("gjoer-om", fil, "--spraak", "nn").ut == "Gjort om att: skriv innspel (V1-G1-04)\n"
    om_igjen = kjoer("gjoer-om", fil)
    assert (om_igjen.kode, om_igjen.feil.split(".")[0]) == (1, "Det er ingenting å gjøre om igjen")
    assert kjoer("kontroll", fil).kode == 0


# -- ny, les, eksempel ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_en_ny_prosess_leser_inn_alle_slags_filer(
    kjoer: Callable[..., Svar], tmp_path: Path, maalform: Maalform
) -> None:
    sti = tmp_path / "ny.verksted"
    svar = kjoer("ny", sti, "--mal", "politisk-verksted", "--kommune", "Lindvær", "--maalform", maalform)
    assert (svar.kode, str(sti) in svar.ut) == (0, True)
    (tmp_path / "d.csv").write_bytes(csvfil([("Navn", "Liste", "Rolle"), *DELTAKERE]))
    (tmp_path / "o.csv").write_bytes(csvfil(POSTER))
    (tmp_path / "k.csv").write_bytes(csvfil(FAKTA))
    plan = malsti("eksempel", "samfunnsdel-2020-2032.docx")
    valg = ["--deltakere", tmp_path / "d.csv", "--samfunnsdel", plan, "--oekonomiplan", tmp_path / "o.csv"]
    svar = kjoer("les", sti, *valg, "--kunnskap", tmp_path / "k.csv", "--spraak", maalform)
    assert (svar.kode, svar.feil) == (0, "")
    assert [linje.split(":")[0] for linje in svar.ut.splitlines() if linje[0] != " "] == [
        "d.csv",
        plan.name,
        "o.csv",
        "k.csv",
    ]
    vist = json.loads(kjoer("vis", sti, "--json").ut)
    assert (vist["deltakere"], vist["oekonomi"]["poster"], vist["kunnskapspunkter"]) == (8, 2, 2)
    assert vist["prosess"]["maalform"] == maalform
    for _ in range(4):
        assert kjoer("angre", sti).kode == 0
    assert json.loads(kjoer("vis", sti, "--json").ut)["deltakere"] == 0


def test_at_ny_ikke_legger_igjen_noe_naar_det_ikke_gaar(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    sti = tmp_path / "ny.verksted"
    for valg, sagt in (
        (["--mal", "finnes-ikke", "--kommune", "L"], "politisk-verksted"),
        (["--mal", "politisk-verksted", "--kommune", "x" * 101], "kommune"),
        (["--mal", "politisk-verksted", "--kommune", "L", "--malmappe", tmp_path / "borte"], "borte"),
    ):
        svar = kjoer("ny", sti, *valg)
        assert (svar.kode, svar.ut) == (1, "")
        assert sagt in svar.feil
    svar = kjoer("ny", tmp_path / "borte" / "ny.verksted", "--mal", "politisk-verksted", "--kommune", "L")
    assert (svar.kode, svar.feil.startswith(f"Mappa {tmp_path / 'borte'} finnes ikke.")) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_at_ny_ikke_skriver_over_noe(kjoer: Callable[..., Svar], fil: Path) -> None:
    foer = fil.read_bytes()
    for argv in (["ny", fil, "--mal", "politisk-verksted", "--kommune", "L"], ["eksempel", fil]):
        svar = kjoer(*argv)
        assert (svar.kode, svar.ut, str(fil) in svar.feil) == (1, "", True)
    assert fil.read_bytes() == foer


def test_at_egne_maler_brukes_og_feil_i_en_av_dem_sies_med_linje(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    maler = tmp_path / "maler"
    maler.mkdir()
    innebygd = malsti("prosesser", "politisk-verksted.nb.yaml").read_text(encoding="utf-8")
    egen = re.sub(r"(?m)^noekkel: .*$", "noekkel: var-egen", innebygd, count=1)
    egen = re.sub(r"(?m)^tittel: .*$", "tittel: Vår egen mal", egen, count=1)
    (maler / "egen.yaml").write_text(egen, encoding="utf-8")
    (maler / "rar.yaml").write_text("noekkel: rar\ntull: 1\n", encoding="utf-8")
    svar = kjoer("ny", tmp_path / "a.verksted", "--mal", "var-egen", "--kommune", "L", "--malmappe", maler)
    assert (svar.kode, "Vår egen mal" in svar.ut) == (0, True)
    assert "rar.yaml, linje" in svar.feil
    assert kjoer("vis", tmp_path / "a.verksted").ut.startswith("Vår egen mal – L")
    svar = kjoer("ny", tmp_path / "b.verksted", "--mal", "tull", "--kommune", "L", "--malmappe", maler)
    assert (svar.kode, "politisk-verksted, var-egen" in svar.feil) == (1, True)


def test_at_en_fil_som_ikke_kan_leses_inn_ikke_stopper_de_andre(
    kjoer: Callable[..., Svar], fil: Path, tmp_path: Path
) -> None:
    (tmp_path / "o.csv").write_bytes(csvfil(POSTER[:2]))
    (tmp_path / "tom.csv").touch()
    svar = kjoer("les", fil, "--deltakere", tmp_path / "borte.xlsx", "--oekonomiplan", tmp_path / "o.csv")
    assert svar.kode == 1
    assert "den finnes ikke" in svar.feil
    assert svar.ut.startswith("o.csv: 1 økonomipost lest inn.")
    for slag in ("--deltakere", "--samfunnsdel", "--oekonomiplan", "--kunnskap"):
        for navn in ("tom.csv", "p.verksted"):
            svar = kjoer("les", fil, slag, tmp_path / navn)
            assert svar.kode == 1
            assert svar.alt.strip()
    assert json.loads(kjoer("vis", fil, "--json").ut)["oekonomi"]["poster"] == 1
    assert kjoer("les", fil).kode == 2


def test_at_en_fil_uten_prosess_sies_fra_om(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    sti = tmp_path / "tom.verksted"
    Prosessfil.opprett(sti, arbeidsmappe=tmp_path / "a", klokke=Fastklokke()).lukk()
    (tmp_path / "d.csv").write_bytes(csvfil([("Navn", "Liste", "Rolle"), *DELTAKERE]))
    for argv in (["vis", sti], ["les", sti, "--deltakere", tmp_path / "d.csv"], ["eksporter", sti, "--til", tmp_path]):
        svar = kjoer(*argv)
        assert svar.kode == 1
        assert svar.feil.startswith("Fila inneholder ingen prosess ennå.")


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_eksempelet_blir_til_og_er_helt(kjoer: Callable[..., Svar], tmp_path: Path, maalform: Maalform) -> None:
    sti = tmp_path / "l.verksted"
    svar = kjoer("eksempel", sti, "--maalform", maalform, "--spraak", maalform)
    assert (svar.kode, svar.feil) == (0, "")
    assert "Lindvær" in svar.ut
    assert kjoer("kontroll", sti).kode == 0
    vist = json.loads(kjoer("vis", sti, "--json").ut)
    assert vist["innspill"] >= 160
    assert vist["oekonomi"]["poster"] >= 120
    assert len(vist["verksteder"]) == 3


@pytest.mark.parametrize("maalform", MAALFORMER)
def test_at_hver_tabell_har_et_ord_folk_kjenner(maalform: Maalform) -> None:
    assert set(kolonnene()) <= {
        noekkel.removeprefix("ting.")
        for noekkel in Tekster(maalform).noekler("kommandolinje")
        if noekkel[:5] == "ting."
    }


def test_at_en_egen_mal_med_feil_blir_forklart_og_ikke_byttet_ut(kjoer: Callable[..., Svar], tmp_path: Path) -> None:
    maler = tmp_path / "maler"
    maler.mkdir()
    riktig = (malsti("prosesser") / "politisk-verksted.nb.yaml").read_text(encoding="utf-8")
    (maler / "min.yaml").write_text(riktig.replace("minutter: 10", "minutter: ti", 1), encoding="utf-8")
    for navn in ("politisk-verksted", "min"):
        svar = kjoer("ny", tmp_path / "a.verksted", "--mal", navn, "--kommune", "L", "--malmappe", maler)
        assert svar.kode == 1
        assert "min.yaml, linje" in svar.feil
        assert not (tmp_path / "a.verksted").exists()
