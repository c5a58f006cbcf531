"""Opening: every damage is found before anything is written, and what can go on goes on (F5, F8, F19)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.lager.proevefil import (
    LEDER,
    Stillklokke,
    aapne,
    doe,
    dump,
    dump_av,
    i_barn,
    krasjet,
    ny,
    ny_med_bord,
    ny_person,
    nytt_organ,
    organene,
    rediger,
    revider_note,
    samle,
    skriv_note,
)
from verksted.kjerne.feil import KjentFeil
from verksted.lager import aapning
from verksted.lager import fil as filmodul
from verksted.lager.feil import (
    FilenErIkkeEnProsess,
    FilenErNyere,
    FilenErSkadet,
    FilenErTom,
    FilenFinnesIkke,
    KunneIkkeAapneFil,
)
from verksted.lager.fil import fingeravtrykk_av
from verksted.lager.prosessfil import Prosessfil
from verksted.lager.skjema import VERSJON

if TYPE_CHECKING:
    from collections.abc import Iterator

NAVN = "prosess.verksted"


def _utfylt(mappe: Path) -> Path:
    """Make a file with something in most corners, and return it; its working folder is gone."""
    fil, bord = ny_med_bord(mappe)
    with fil:
        noter = [fil.utfoer(skriv_note, "bord:1", bord, tekst=f"Notat {n} fra øya " * 4).resultat for n in range(12)]
        fil.utfoer(revider_note, "bord:1", noter[0].id, tekst="Nye ord")
        fil.utfoer(samle, LEDER, bord, [noter[0].id, noter[1].id])
        organ = fil.utfoer(nytt_organ, LEDER, navn="Utvalget").resultat
        fil.utfoer(ny_person, LEDER, navn="Oda Fjærvik", organ_id=organ.id)
    shutil.rmtree(mappe / "arbeid")
    return fil.sti


@pytest.fixture(scope="module")
def utfylt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _utfylt(tmp_path_factory.mktemp("utfylt"))


# -- what is not a whole file of ours ---------------------------------------------------------------------------------


def test_at_en_fil_som_ikke_finnes_gir_en_klar_feil(tmp_path: Path) -> None:
    with pytest.raises(FilenFinnesIkke):
        aapne(tmp_path)
    assert not (tmp_path / NAVN).exists()
    assert not (tmp_path / f".{NAVN}.laas").exists()


def _bytes(hva: str, hel: bytes) -> bytes:
    return {
        "tom": b"",
        "tekst": "Kjære kommunestyre,\nher er notatene mine.\n".encode() * 40,
        "zip": b"PK\x03\x04" + bytes(2000),
        "nyere": hel[:60] + (VERSJON + 1).to_bytes(4, "big") + hel[64:],
        "versjon 0": hel[:60] + bytes(4) + hel[64:],
        "annen app": hel[:68] + b"ABCD" + hel[72:],
        "bare hodet": hel[:100],
        "halv": hel[: len(hel) // 2],
    }[hva]


@pytest.mark.parametrize(
    ("hva", "feiltype"),
    [
        ("tom", FilenErTom),
        ("tekst", FilenErIkkeEnProsess),
        ("zip", FilenErIkkeEnProsess),
        ("nyere", FilenErNyere),
        ("versjon 0", FilenErIkkeEnProsess),
        ("annen app", FilenErIkkeEnProsess),
        ("bare hodet", FilenErSkadet),
        ("halv", FilenErSkadet),
    ],
)
def test_at_det_som_ikke_er_en_hel_fil_blir_avvist_og_ikke_roert(
    utfylt: Path, tmp_path: Path, hva: str, feiltype: type[KjentFeil]
) -> None:
    innhold = _bytes(hva, utfylt.read_bytes())
    (tmp_path / NAVN).write_bytes(innhold)
    with pytest.raises(feiltype) as feil:
        aapne(tmp_path)
    assert feil.value.data["sti"] == str(tmp_path / NAVN)
    assert (tmp_path / NAVN).read_bytes() == innhold
    assert sorted(p.name for p in tmp_path.iterdir()) == ["arbeid", NAVN]


def test_at_en_mappe_med_filas_navn_gir_en_klar_feil(tmp_path: Path) -> None:
    (tmp_path / NAVN).mkdir()
    with pytest.raises(KunneIkkeAapneFil):
        aapne(tmp_path)


def test_at_nyeste_hele_sikkerhetskopi_blir_tilbudt(tmp_path: Path) -> None:
    klokke = Stillklokke()
    with ny(tmp_path, klokke=klokke) as fil:
        for nummer in range(3):
            klokke.gaa(minutes=11)
            fil.utfoer(nytt_organ, LEDER, navn=f"Organ {nummer}")
            fil.lagre()
    kopier = sorted((tmp_path / "arbeid" / "kopier").rglob("*.verksted"))
    assert len(kopier) == 4
    kopier[-1].write_bytes(kopier[-1].read_bytes()[:5000])
    for innhold in (b"", fil.sti.read_bytes()[:5000]):
        fil.sti.write_bytes(innhold)
        with pytest.raises((FilenErTom, FilenErSkadet)) as feil:
            aapne(tmp_path)
        assert feil.value.data["kopi"] == str(kopier[-2])
        assert fil.sti.read_bytes() == innhold
    fil.sti.write_bytes(kopier[-2].read_bytes())
    with aapne(tmp_path) as igjen:
        assert len(dump(igjen)["organ"]) == 2


def _innhold(sti: Path) -> tuple[object, ...]:
    """Return all the work in a file: the rows, and the change log with what it holds of persons."""
    with closing(sqlite3.connect(f"{sti.as_uri()}?mode=ro", uri=True)) as db:
        db.text_factory = bytes
        return (dump_av(sti), *(db.execute(f"SELECT * FROM {t}").fetchall() for t in ("endring", "endring_person")))


def test_at_300_tilfeldige_kutt_alle_blir_oppdaget(utfylt: Path, tmp_path: Path) -> None:
    hel = utfylt.read_bytes()
    tilfeldig = random.Random(2)  # noqa: S311 - as above
    sti = tmp_path / NAVN
    helt_paa_slutten = [len(hel) - 1, len(hel) - 100, len(hel) - 4096]
    for lengde in [*helt_paa_slutten, *(tilfeldig.randrange(len(hel)) for _ in range(300))]:
        kuttet = hel[:lengde]
        sti.write_bytes(kuttet)
        with pytest.raises(KjentFeil):
            aapne(tmp_path)
        assert sti.read_bytes() == kuttet


def test_at_300_skadede_bytes_blir_oppdaget_eller_er_uten_betydning(utfylt: Path, tmp_path: Path) -> None:
    hel = utfylt.read_bytes()
    fasit = _innhold(utfylt)
    tilfeldig = random.Random(2)  # noqa: S311 - as above
    skrevet = [sted for sted, byte in enumerate(hel) if byte]  # the rest is empty room in the pages
    oppdaget = 0
    sti = tmp_path / NAVN
    for _ in range(300):
        skadet = bytearray(hel)
        skadet[tilfeldig.choice(skrevet)] ^= 1 << tilfeldig.randrange(8)
        sti.write_bytes(skadet)
        try:
            with aapne(tmp_path) as fil:
                sagt_fra = bool(fil.meldinger)
                innhold = _innhold(fil._plass.arbeidskopi)
                dump(fil)
        except KjentFeil:
            sagt_fra = True
            innhold = ()
        assert sagt_fra or innhold == fasit
        assert sti.read_bytes() == skadet or sagt_fra
        oppdaget += sagt_fra
        shutil.rmtree(tmp_path / "arbeid", ignore_errors=True)
    assert oppdaget > 200


def test_at_en_endret_bokstav_utenfor_notatene_blir_sagt_fra_om_og_fila_likevel_aapnet(tmp_path: Path) -> None:
    sti = _utfylt(tmp_path)
    rediger(sti, "UPDATE organ SET navn = 'Udvalget' WHERE navn = 'Utvalget'")
    skadet = sti.read_bytes()
    with aapne(tmp_path) as fil:
        (melding,) = fil.meldinger
        assert melding.noekkel == "stemmer_ikke"
        assert str(melding.data["kopi"]).startswith(str(tmp_path / "arbeid" / "kopier"))
    assert sti.read_bytes() == skadet


# -- a schema that is not ours ----------------------------------------------------------------------------------------

FREMMED = {
    "tabell": "CREATE TABLE fremmed (a TEXT)",
    "syn": "CREATE VIEW fremmed AS SELECT * FROM organ",
    "utløser": "CREATE TRIGGER fremmed AFTER INSERT ON organ BEGIN UPDATE organ SET navn = 'kapret'; END",
    "utløser på loggen": "CREATE TRIGGER fremmed AFTER INSERT ON handling BEGIN DELETE FROM innspill; END",
    "indeks": "CREATE INDEX fremmed ON organ (navn)",
}


@pytest.mark.parametrize("hva", FREMMED)
def test_at_en_fil_med_noe_fremmed_i_bare_blir_lest_rad_for_rad(tmp_path: Path, hva: str) -> None:
    sti = _utfylt(tmp_path)
    fasit = dump_av(sti)
    rediger(sti, FREMMED[hva])
    fremmed = sti.read_bytes()
    for _ in range(2):  # the second time the bytes are known, and still not trusted
        with aapne(tmp_path) as fil:
            assert [m.noekkel for m in fil.meldinger] == ["berget"]
            assert dump(fil) == fasit
            assert fil.kontroller().funn == ()
            assert sti.read_bytes() == fremmed
            doe(fil)
        shutil.rmtree(tmp_path / "arbeid" / "arbeid", ignore_errors=False)
        (tmp_path / f".{NAVN}.laas").unlink()
    with aapne(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Nytt")
        assert organene(fil) == ["Kommunestyret", "Nytt", "Utvalget"]
        assert fil.kontroller().funn == ()
    with aapne(tmp_path) as fil:
        assert fil.meldinger == ()
        assert len(dump(fil)["innspill"]) == 12


def test_at_en_fremmed_fil_forblir_fremmed_ogsaa_naar_den_er_aapnet_foer(tmp_path: Path) -> None:
    sti = _utfylt(tmp_path)
    rediger(sti, FREMMED["utløser"])
    for _ in range(2):
        with aapne(tmp_path) as fil:
            doe(fil)
        fil._plass.rydd()  # as when it was closed with nothing new; what is known of the file stays
        with closing(sqlite3.connect(sti)) as db:
            assert db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'fremmed'").fetchone() == (1,)
        assert [m.noekkel for m in fil.meldinger] == ["berget"]


@pytest.mark.parametrize(
    "sql",
    [
        "DROP TABLE innspill_revisjon",
        "ALTER TABLE innspill RENAME TO noter",
        "ALTER TABLE organ DROP COLUMN rekkefoelge",
        "DROP TABLE endring_person",
        "DROP TABLE organ; CREATE VIEW organ AS SELECT 'a' AS id, 'b' AS navn, 0 AS rekkefoelge",
    ],
)
def test_at_en_fil_som_mangler_noe_ikke_blir_berget_i_stillhet(tmp_path: Path, sql: str) -> None:
    """A rescue that lacks something would be written over the original at the next copy."""
    sti = _utfylt(tmp_path)
    rediger(sti, f"PRAGMA foreign_keys = OFF; {sql}")
    innhold = sti.read_bytes()
    with pytest.raises(FilenErSkadet):
        aapne(tmp_path)
    assert sti.read_bytes() == innhold


# -- two machines -----------------------------------------------------------------------------------------------------


def test_at_sen_arbeidskopi_paa_a_og_fila_som_gikk_videre_paa_b_begge_blir_tatt_vare_paa(tmp_path: Path) -> None:
    krasjet(tmp_path, lagret="Felles", ulagret="Bare på A")
    (tmp_path / f".{NAVN}.laas").unlink()
    with aapne(tmp_path, arbeid="arbeid-b") as b:
        assert b.meldinger == ()
        b.utfoer(nytt_organ, LEDER, navn="Bare på B")
    with aapne(tmp_path) as a:
        (melding,) = a.meldinger
        assert melding.noekkel == "skilte_lag"
        assert organene(a) == ["Bare på B", "Felles"]
    egen = tmp_path / "prosess (fra denne maskinen 03.11. kl. 18.00).verksted"
    assert melding.data["egen"] == str(egen)
    assert organene(egen) == ["Bare på A", "Felles"]
    with aapne(tmp_path, egen.name) as egen_fil:
        assert egen_fil.kontroller().funn == ()


def test_at_arbeidskopi_uten_noe_eget_viker_for_fila_som_gikk_videre(tmp_path: Path) -> None:
    krasjet(tmp_path, lagret="Felles")
    (tmp_path / f".{NAVN}.laas").unlink()
    with aapne(tmp_path, arbeid="arbeid-b") as b:
        b.utfoer(nytt_organ, LEDER, navn="Bare på B")
    with aapne(tmp_path) as a:
        assert a.meldinger == ()
        assert organene(a) == ["Bare på B", "Felles"]
    assert sorted(p.name for p in tmp_path.glob("*.verksted")) == [NAVN]


def test_at_en_annen_prosess_med_samme_navn_ikke_visker_ut_arbeidskopien(tmp_path: Path) -> None:
    krasjet(tmp_path, ulagret="Min prosess")
    (tmp_path / "annet").mkdir()
    ny(tmp_path / "annet").lukk()
    shutil.copyfile(tmp_path / "annet" / NAVN, tmp_path / NAVN)
    with aapne(tmp_path) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["skilte_lag"]
        assert dump(igjen)["organ"] == []
        egen = igjen.meldinger[0].data["egen"]
    assert organene(tmp_path / str(egen)) == ["Min prosess"]


# -- a working copy that was hurt -------------------------------------------------------------------------------------


def test_at_en_skadet_arbeidskopi_viker_for_fila_og_blir_tatt_vare_paa(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, lagret="Lagret")
    kopi = fil._plass.arbeidskopi
    kopi.write_bytes(kopi.read_bytes()[:7000])
    (kopi.parent / "arbeid.db-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(5000))
    with aapne(tmp_path) as igjen:
        (melding,) = igjen.meldinger
        assert melding.noekkel == "skadet_arbeidskopi"
        assert organene(igjen) == ["Lagret"]
        assert igjen.kontroller().funn == ()
    assert Path(str(melding.data["egen"])).stat().st_size == 7000
    with aapne(tmp_path) as tredje:
        assert tredje.meldinger == ()


def test_at_en_skadet_fil_blir_tatt_vare_paa_foer_arbeidskopien_skrives_over_den(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, lagret="Mitt")
    skadet = fil.sti.read_bytes()[:9000]
    fil.sti.write_bytes(skadet)
    with aapne(tmp_path) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet_uten_fil"]
    assert next((tmp_path / "arbeid").glob("arbeid/*/berget/prosess (skadet).verksted")).read_bytes() == skadet
    assert organene(fil.sti) == ["Mitt"]


@pytest.mark.parametrize("rest", ["inn.db-journal", "inn.inn", "avtrykk.db", "inn.db", "inn.berget"])
def test_at_rester_etter_et_krasj_ikke_gjoer_noe(tmp_path: Path, rest: str) -> None:
    fil = ny(tmp_path)
    fil.utfoer(nytt_organ, LEDER, navn="Mitt")
    fil.lukk()
    mappe = fil._plass.mappe
    mappe.mkdir(exist_ok=True)
    (mappe / rest).write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7\x00\x00\x00\x05" + bytes(8000))
    for _ in range(2):
        with aapne(tmp_path) as igjen:
            assert organene(igjen) == ["Mitt"]
            igjen.utfoer(nytt_organ, LEDER, navn="Mer")
            igjen.angre(LEDER)


# -- what may only be read (F5) ---------------------------------------------------------------------------------------

LES = """
import os
os.setgid(65534); os.setuid(65534)
fil = aapne(mappe)
print(fil.kan_endres, [m.noekkel for m in fil.meldinger], len(dump(fil)["organ"]))
try:
    fil.utfoer(nytt_organ, "prosessleder", navn="Nei")
except KjentFeil as feil:
    print(type(feil).__name__)
fil.lagre_kopi(mappe / "arbeid" / "kopi.verksted")
print(len(dump_av(mappe / "arbeid" / "kopi.verksted")["organ"]))
fil.lukk()
"""


@pytest.fixture
def mappe_for_alle() -> Iterator[Path]:
    """Return a folder outside pytest's own, which only its owner may enter."""
    with tempfile.TemporaryDirectory() as navn:
        mappe = Path(navn)
        mappe.chmod(0o777)
        yield mappe
        mappe.chmod(0o777)


def _arbeidsmappe_for_alle(mappe: Path) -> None:
    shutil.rmtree(mappe / "arbeid")
    (mappe / "arbeid").mkdir()
    (mappe / "arbeid").chmod(0o777)


@pytest.mark.parametrize("hva", ["mappe", "fil"])
def test_at_det_som_bare_kan_leses_blir_aapnet_for_lesing(mappe_for_alle: Path, hva: str) -> None:
    if os.getuid() != 0:  # modes mean something only for others than root, and only root can become another
        return
    with ny(mappe_for_alle) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
    _arbeidsmappe_for_alle(mappe_for_alle)
    fil.sti.chmod(0o644 if hva == "mappe" else 0o444)
    mappe_for_alle.chmod(0o555 if hva == "mappe" else 0o777)
    foer = fingeravtrykk_av(fil.sti)
    assert i_barn(LES, mappe_for_alle) == ["False ['skrivebeskyttet'] 1", "FilenErSkrivebeskyttet", "1"]
    assert fingeravtrykk_av(fil.sti) == foer
    assert [p.name for p in (mappe_for_alle / "arbeid").iterdir() if p.name.startswith("les-")] == []


@pytest.mark.parametrize("hva", ["mappe", "fil"])
def test_at_det_som_ikke_kan_leses_gir_en_klar_feil(mappe_for_alle: Path, hva: str) -> None:
    if os.getuid() != 0:
        return
    (mappe_for_alle / "stengt").mkdir()
    ny(mappe_for_alle / "stengt").lukk()
    (mappe_for_alle / "arbeid").mkdir()
    _arbeidsmappe_for_alle(mappe_for_alle)
    (mappe_for_alle / "stengt" / NAVN if hva == "fil" else mappe_for_alle / "stengt").chmod(0o000)
    kode = """
    import os
    os.setgid(65534); os.setuid(65534)
    try:
        aapne(mappe, "stengt/prosess.verksted")
    except KjentFeil as feil:
        print(type(feil).__name__)
    """
    assert i_barn(kode, mappe_for_alle) == ["KunneIkkeAapneFil"]


def test_at_en_fil_som_endres_mens_den_aapnes_ikke_blir_overskrevet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ny(tmp_path).lukk()
    kopier = filmodul.kopier_inn

    def kopier_mens_noen_skriver(fra: Path, til: Path) -> str:
        avtrykk = kopier(fra, til)
        fra.write_bytes(b"noe andre skrev")
        return avtrykk

    monkeypatch.setattr(aapning, "kopier_inn", kopier_mens_noen_skriver)
    with Prosessfil.aapne(tmp_path / NAVN, arbeidsmappe=tmp_path / "arbeid", klokke=Stillklokke()) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Mitt")
    assert (tmp_path / NAVN).read_bytes() == b"noe andre skrev"
    assert fil.sti.name == "prosess (konflikt 18.00).verksted"


# -- a file that was moved --------------------------------------------------------------------------------------------


def test_at_det_som_var_lagret_foelger_med_naar_fila_faar_nytt_navn_etter_et_krasj(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, lagret="I fila", ulagret="Bare på maskinen")
    nytt_navn = fil.sti.rename(tmp_path / "nytt navn.verksted")
    with Prosessfil.aapne(nytt_navn, arbeidsmappe=tmp_path / "arbeid", klokke=Stillklokke()) as igjen:
        assert [m.noekkel for m in igjen.meldinger] == ["gjenopprettet"]
        assert organene(igjen) == ["Bare på maskinen", "I fila"]
        assert igjen.kontroller().funn == ()
    assert organene(nytt_navn) == ["Bare på maskinen", "I fila"]


def test_at_en_kopi_ikke_tar_arbeidskopien_fra_fila_som_ennaa_ligger_der(tmp_path: Path) -> None:
    fil = krasjet(tmp_path, ulagret="Bare på maskinen")
    kopi = tmp_path / "kopi.verksted"
    shutil.copyfile(fil.sti, kopi)
    with Prosessfil.aapne(kopi, arbeidsmappe=tmp_path / "arbeid", klokke=Stillklokke()) as annen:
        assert dump(annen)["organ"] == []
    with aapne(tmp_path) as igjen:
        assert organene(igjen) == ["Bare på maskinen"]


# -- words that do not agree ------------------------------------------------------------------------------------------


def test_at_en_fil_der_ett_innspill_er_endret_bakfra_kan_leses_og_innspillet_blir_nevnt(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    fil.utfoer(skriv_note, LEDER, bord, tekst="Som det ble skrevet")
    fil.lukk()
    with closing(sqlite3.connect(fil.sti)) as db:
        db.execute("UPDATE innspill_revisjon SET tekst = 'Noe annet'")
        db.commit()
    foer = fil.sti.read_bytes()
    with pytest.raises(FilenErSkadet):
        aapne(tmp_path)
    with Prosessfil.aapne(fil.sti, arbeidsmappe=tmp_path / "arbeid", klokke=Stillklokke(), bare_les=True) as lest:
        assert [m.noekkel for m in lest.meldinger] == ["ordene_stemmer_ikke"]
        assert not lest.kan_endres
        assert "fingeravtrykk" in {funn.noekkel for funn in lest.kontroller().funn}
    assert fil.sti.read_bytes() == foer
