"""`kontroll` finds each planted fault, and finds nothing in a whole file."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.lager.proevefil import (
    LEDER,
    aapne,
    loes_lenke,
    ny_med_bord,
    ny_person,
    nytt_organ,
    rediger,
    revider_note,
    samle,
    skriv_note,
    slett_person,
)
from verksted.lager.kontroll import Funn, er_hel, kontroller
from verksted.modell.deltaker import Gruppeinndeling, Plass

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt


@pytest.fixture(scope="module")
def hel_fil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    mappe = tmp_path_factory.mktemp("hel")
    fil, bord = ny_med_bord(mappe)
    with fil:
        note = fil.utfoer(skriv_note, "bord:1", bord, tekst="Bygg flere boliger på øya").resultat
        annen = fil.utfoer(skriv_note, "bord:1", bord, tekst="Hurtigbåten må gå oftere").resultat
        fil.utfoer(revider_note, "bord:1", note.id, tekst="Bygg små boliger på øya")
        fil.utfoer(samle, LEDER, bord, [note.id, annen.id])
        organ = fil.utfoer(nytt_organ, LEDER, navn="Kommuneplanutvalget").resultat
        fil.utfoer(ny_person, LEDER, navn="Oda Fjærvik", organ_id=organ.id)
        fil.angre("bord:1")
        fil.gjoer_om("bord:1")
    return mappe / "prosess.verksted"


def _funn(hel_fil: Path, mappe: Path, sql: str) -> set[str]:
    sti = mappe / "skadet.verksted"
    shutil.copyfile(hel_fil, sti)
    rediger(sti, f"PRAGMA foreign_keys = OFF; {sql};")
    with closing(sqlite3.connect(sti)) as db:
        return {funn.noekkel for funn in kontroller(db).funn}


def test_at_en_hel_fil_ikke_gir_funn(hel_fil: Path) -> None:
    with closing(sqlite3.connect(hel_fil)) as db:
        rapport = kontroller(db)
        assert er_hel(db)
    assert rapport.funn == ()
    assert (rapport.revisjoner, rapport.handlinger) == (3, 9)
    assert rapport.rader == 16
    assert rapport.endringer > rapport.rader


FEIL = {
    "en rad endret bak ryggen": ("UPDATE organ SET navn = 'Noe annet'", {"avspilling"}),
    "en rad slettet bak ryggen": ("DELETE FROM punktkilde", {"avspilling"}),
    "en rad lagt til bak ryggen": ("INSERT INTO organ VALUES ('ny', 'Ny', 0)", {"avspilling"}),
    "en person endret bak ryggen": ("UPDATE person SET navn = 'En annen'", {"avspilling"}),
    "en linje i loggen tatt bort": ("DELETE FROM endring WHERE sekvens = 1", {"avspilling"}),
    "siste linje i loggen tatt bort": (
        "DELETE FROM endring WHERE sekvens = (SELECT max(sekvens) FROM endring)",
        {"avspilling"},
    ),
    "en handling tatt bort": ("DELETE FROM handling WHERE nr = 1", {"peker"}),
    "loggen skrevet om": ("UPDATE endring SET etter = replace(etter, 'Boliger', 'Hytter')", {"avspilling"}),
    "en gammel tilstand skrevet om": ("UPDATE endring SET foer = replace(foer, 'G1', 'G2')", {"avspilling"}),
    "loggen uten innhold": ("UPDATE endring SET etter = NULL WHERE sekvens = 2", {"avspilling"}),
    "loggen med ødelagt innhold": ("UPDATE endring SET etter = '{' WHERE sekvens = 2", {"avspilling"}),
    "ordene i et notat endret": (
        "UPDATE innspill_revisjon SET tekst = 'Andre ord' WHERE nummer = 1",
        {"fingeravtrykk", "avspilling"},
    ),
    "avtrykket ødelagt": (
        "UPDATE innspill_revisjon SET sha256 = replace(sha256, 'a', 'b')",
        {"fingeravtrykk", "avspilling"},
    ),
    "et notat flyttet til et annet bord": (
        "UPDATE innspill SET gruppe_id = 'annet'",
        {"fingeravtrykk", "avspilling", "peker"},
    ),
    "en revisjon borte": ("DELETE FROM innspill_revisjon WHERE nummer = 2", {"revisjoner", "avspilling"}),
    "et notat uten ord": ("DELETE FROM innspill_revisjon", {"revisjoner", "avspilling"}),
    "en lenke i løse lufta": (
        "INSERT INTO sporlenke VALUES ('l', 'punkt', 'borte', 'planelement', 'borte', NULL, '')",
        {"loes_lenke", "avspilling"},
    ),
    "en lenke mellom ting som ikke hører sammen": (
        "INSERT INTO sporlenke VALUES ('l', 'punkt', 'a', 'oekonomipost', 'b', NULL, '')",
        {"lenkepar", "avspilling"},
    ),
    "en teller som er for lav": ("UPDATE teller SET verdi = 1 WHERE navn = 'mottatt'", {"teller"}),
    "en teller som er borte": ("DELETE FROM teller", {"teller"}),
    "en peker til noe som mangler": ("DELETE FROM gruppe", {"peker", "avspilling"}),
    "en fremmed tabell": ("CREATE TABLE fremmed (a)", {"skjemaet"}),
    "et fremmed syn": ("CREATE VIEW fremmed AS SELECT 1", {"skjemaet"}),
    "en indeks for lite": ("DROP INDEX endring_rad", {"skjemaet"}),
}


@pytest.mark.parametrize("feil", FEIL)
def test_at_kontrollen_finner(hel_fil: Path, tmp_path: Path, feil: str) -> None:
    sql, ventet = FEIL[feil]
    assert _funn(hel_fil, tmp_path, sql) == ventet


def test_at_tekst_som_ikke_er_tekst_blir_et_funn_og_ikke_et_krasj(hel_fil: Path, tmp_path: Path) -> None:
    assert _funn(hel_fil, tmp_path, "UPDATE organ SET navn = CAST(x'ff41' AS TEXT)")
    assert _funn(hel_fil, tmp_path, "UPDATE innspill_revisjon SET tekst = CAST(x'ff41' AS TEXT)") == {"sidene"}


def test_at_en_loes_lenke_laget_av_en_handling_blir_funnet(tmp_path: Path) -> None:
    fil, _ = ny_med_bord(tmp_path)
    with fil:
        lenke = fil.utfoer(loes_lenke, LEDER).resultat
        assert fil.kontroller().funn == (Funn("loes_lenke", "sporlenke", lenke.id),) * 2


def test_at_et_sete_som_har_skiftet_person_taaler_at_den_ene_blir_slettet(tmp_path: Path) -> None:
    """The seat's row is about both persons in the log; only the erased one's half may go."""

    def sett(oekt: Oekt, verksted: str, gruppe: str, person: str) -> Endring[Plass]:
        def gjoer() -> Plass:
            inndeling = oekt.opprett(Gruppeinndeling, verksted_id=verksted, runde=1)
            return oekt.opprett(Plass, inndeling_id=inndeling.id, gruppe_id=gruppe, person_id=person)

        return oekt.utfoer("sett", gjoer)

    def bytt(oekt: Oekt, plass: str, person: str) -> Endring[Plass]:
        return oekt.utfoer("bytt", lambda: oekt.oppdater(oekt.hent(Plass, plass), person_id=person))

    fil, bord = ny_med_bord(tmp_path)
    with fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="Utvalget").resultat
        en = fil.utfoer(ny_person, LEDER, navn="Oda Fjærvik", organ_id=organ.id).resultat
        to = fil.utfoer(ny_person, LEDER, navn="Nils Havn", organ_id=organ.id).resultat
        plass = fil.utfoer(sett, LEDER, bord.verksted, bord.gruppe, en.id).resultat
        fil.utfoer(bytt, LEDER, plass.id, to.id)
        fil.slett_for_godt(lambda oekt: slett_person(oekt, en.id), LEDER)
        assert fil.kontroller().funn == ()
        with fil.les_raatt() as db:
            assert db.execute("SELECT person_id FROM plass").fetchall() == [(to.id,)]
    with aapne(tmp_path) as igjen:
        assert igjen.kontroller().funn == ()
