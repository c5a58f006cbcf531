"""The unit of work: whole or not at all, one way in, neighbours unharmed."""

from __future__ import annotations

import sqlite3
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from tests.lager.proevefil import LEDER, aapne, dump, gi_organ_navn, ny, ny_med_bord, nytt_organ, skriv_note
from verksted.kjerne.feil import FinnesAllerede, FinnesIkke, UgyldigVerdi
from verksted.lager.feil import FilenErLukket, SkrivingUtenforHandling
from verksted.modell.deltaker import Gruppe
from verksted.modell.innspill import InnspillRevisjon
from verksted.modell.prosess import Organ

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt


def test_at_et_forsoek_paa_aa_skrive_utenfor_en_handling_sier_fra(tmp_path: Path) -> None:
    def utenom(oekt: Oekt) -> Endring[Organ]:
        oekt.opprett(Organ, navn="Utenom")
        raise AssertionError("skriving utenom en handling gikk gjennom")

    with ny(tmp_path) as fil:
        with pytest.raises(SkrivingUtenforHandling):
            fil.utfoer(utenom, LEDER)
        assert dump(fil)["organ"] == []


def test_at_en_flush_i_en_sesjon_sier_fra(tmp_path: Path) -> None:
    def flush(oekt: Oekt) -> Endring[None]:
        oekt._sesjon.add(Organ(navn="Utenom"))
        oekt._sesjon.flush()
        raise AssertionError("flush gikk gjennom")

    with ny(tmp_path) as fil:
        with pytest.raises(SkrivingUtenforHandling) as feil:
            fil.utfoer(flush, LEDER)
        assert feil.value.data["tabell"] == "organ"
        with fil.les() as sesjon:
            sesjon.add(Organ(navn="Utenom"))
            with pytest.raises(SkrivingUtenforHandling):
                sesjon.commit()
            sesjon.expunge_all()
        fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret")
        assert [rad[1] for rad in dump(fil)["organ"]] == ["Kommunestyret"]


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO organ VALUES ('x', 'Utenom', 0)",
        "UPDATE organ SET navn = 'Utenom'",
        "DELETE FROM organ",
        "INSERT OR REPLACE INTO organ SELECT id, 'Utenom', 0 FROM organ",
    ],
)
def test_at_raa_sql_paa_den_skrivende_tilkoblingen_sier_fra(tmp_path: Path, sql: str) -> None:
    def utenom(oekt: Oekt) -> Endring[None]:
        oekt.db.execute(sql)
        raise AssertionError("skriving utenom en handling gikk gjennom")

    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret")
        foer = dump(fil)
        with pytest.raises(SkrivingUtenforHandling):
            fil.utfoer(utenom, LEDER)
        with pytest.raises(SkrivingUtenforHandling):
            fil._skriver.alene(lambda db: db.execute(sql))
        assert dump(fil) == foer


def test_at_det_en_replace_tar_bort_ogsaa_staar_i_loggen(tmp_path: Path) -> None:
    def bytt(oekt: Oekt) -> Endring[object]:
        sql = "INSERT OR REPLACE INTO organ SELECT id, 'Byttet', 0 FROM organ"
        return oekt.utfoer("bytt", lambda: oekt.db.execute(sql) and None)

    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret")
        foer = dump(fil)
        assert [rad.art for rad in fil.utfoer(bytt, LEDER).rader] == ["D", "I"]
        assert fil.kontroller().funn == ()
        fil.angre(LEDER)
        assert dump(fil) == foer


def test_at_ordene_i_en_revisjon_aldri_kan_endres(tmp_path: Path) -> None:
    def endre(oekt: Oekt) -> Endring[object]:
        rad = oekt.alle(InnspillRevisjon)[0]
        return oekt.utfoer("endre", lambda: oekt.oppdater(rad, tekst="Noe annet"))

    fil, bord = ny_med_bord(tmp_path)
    with fil:
        fil.utfoer(skriv_note, "bord:1", bord, tekst="Ord for ord")
        with pytest.raises(SkrivingUtenforHandling):
            fil.utfoer(endre, LEDER)
        assert fil.kontroller().funn == ()


def test_at_lesetilkoblinger_ikke_kan_skrive(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        with fil.les_raatt() as db:
            assert db.execute("PRAGMA query_only").fetchone() == (1,)
            with pytest.raises(sqlite3.OperationalError, match="readonly"):
                db.execute("DELETE FROM organ")
        with fil.les() as sesjon, pytest.raises(OperationalError, match="readonly"):
            sesjon.connection().exec_driver_sql("INSERT INTO organ VALUES ('x', 'y', 0)")


def test_at_en_handling_som_feiler_ikke_etterlater_noe_og_at_naboene_i_gruppa_blir_staaende(tmp_path: Path) -> None:
    def halvveis(oekt: Oekt) -> Endring[None]:
        def gjoer() -> None:
            oekt.opprett(Organ, navn="Halvveis")
            oekt.neste("organ")
            raise FinnesIkke(hva="organ", kode="?")

        return oekt.utfoer("halvveis", gjoer)

    with ny(tmp_path) as fil:
        slipp, venter = Event(), Event()

        def stengt(_: sqlite3.Connection) -> None:
            venter.set()
            slipp.wait(10)

        # While the writer is held, five operations queue up and become one group.
        traad = Thread(target=lambda: fil._skriver.alene(stengt))
        traad.start()
        assert venter.wait(10)
        svar: list[Future[Any]] = [
            fil.send(nytt_organ, "bord:1", navn="Første"),
            fil.send(halvveis, "bord:2"),
            fil.send(nytt_organ, "bord:3", navn="Andre"),
        ]
        slipp.set()
        traad.join()
        assert [svar[0].result(10).nr, svar[2].result(10).nr] == [1, 2]
        with pytest.raises(FinnesIkke):
            svar[1].result(10)
        assert sorted(rad[1] for rad in dump(fil)["organ"]) == ["Andre", "Første"]
        with fil.les_raatt() as db:
            assert db.execute("SELECT count(*) FROM handling").fetchone() == (2,)
            assert db.execute("SELECT count(*) FROM teller").fetchone() == (0,)
        assert fil.kontroller().funn == ()


def test_at_handlinger_i_koe_deler_commit_og_svarer_foerst_etterpaa(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        setninger: list[str] = []
        fil._skriver.alene(lambda db: db.set_trace_callback(setninger.append))
        inne: list[bool] = []
        fil.endret.lytt(lambda _: inne.append(setninger[-1] == "COMMIT"))
        slipp = Event()
        sperre = fil.send(_ventende, LEDER, slipp)
        svar = [fil.send(nytt_organ, LEDER, navn=f"Organ {n}") for n in range(20)]
        assert not any(s.done() for s in svar)
        slipp.set()
        assert sperre.result(10).nr
        assert [s.result(10).resultat.navn for s in svar] == [f"Organ {n}" for n in range(20)]
        fil._skriver.alene(lambda db: db.set_trace_callback(None))
        assert setninger.count("COMMIT") <= 2
        assert inne == [True] * 21


def _ventende(oekt: Oekt, slipp: Event) -> Endring[Organ]:
    slipp.wait(10)
    return nytt_organ(oekt, navn="Først i køen")


def test_at_en_handling_i_en_handling_er_en_del_av_den_ytre(tmp_path: Path) -> None:
    def ytre(oekt: Oekt) -> Endring[None]:
        def gjoer() -> None:
            nytt_organ(oekt, navn="Indre 1")
            nytt_organ(oekt, navn="Indre 2")

        return oekt.utfoer("ytre", gjoer)

    with ny(tmp_path) as fil:
        endring = fil.utfoer(ytre, LEDER)
        assert (endring.navn, len(endring.rader)) == ("ytre", 2)
        fil.angre(LEDER)
        assert dump(fil)["organ"] == []


def test_at_en_handling_som_ikke_endrer_noe_ikke_faar_linje_i_loggen(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret").resultat
        sendt: list[Endring[object]] = []
        fil.endret.lytt(sendt.append)
        assert fil.utfoer(gi_organ_navn, LEDER, organ.id, navn="Kommunestyret").rader == ()
        assert sendt == []
        linje = fil.angrestatus(LEDER)[0]
        assert linje is not None
        assert linje.navn == "nytt_organ"


def test_at_en_id_som_finnes_blir_avvist_uten_spor(tmp_path: Path) -> None:
    def igjen(oekt: Oekt, organ_id: str) -> Endring[Organ]:
        return oekt.utfoer("igjen", lambda: oekt.opprett(Organ, id=organ_id, navn="To"))

    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="En").resultat
        with pytest.raises(FinnesAllerede):
            fil.utfoer(igjen, LEDER, organ.id)
        assert dump(fil)["organ"] == [(organ.id, "En", 0)]


def test_at_en_rad_ikke_kan_peke_paa_noe_som_mangler(tmp_path: Path) -> None:
    def loest(oekt: Oekt) -> Endring[Gruppe]:
        return oekt.utfoer("loest", lambda: oekt.opprett(Gruppe, verksted_id="borte", nummer=1))

    with ny(tmp_path) as fil, pytest.raises(FinnesIkke):
        fil.utfoer(loest, LEDER)


def test_at_ugyldige_felt_blir_avvist_med_sted(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        with pytest.raises(UgyldigVerdi) as feil:
            fil.utfoer(nytt_organ, LEDER, navn="")
        assert (feil.value.data["hva"], feil.value.data["felt"]) == ("organ", "navn")


def test_at_endring_og_sletting_av_en_rad_som_er_borte_sier_fra(tmp_path: Path) -> None:
    def endre(oekt: Oekt) -> Endring[Organ]:
        return oekt.utfoer("endre", lambda: oekt.oppdater(Organ(id="borte", navn="X"), navn="Y"))

    def slett(oekt: Oekt) -> Endring[None]:
        return oekt.utfoer("slett", lambda: oekt.slett(Organ(id="borte", navn="X")))

    with ny(tmp_path) as fil:
        with pytest.raises(FinnesIkke):
            fil.utfoer(endre, LEDER)
        with pytest.raises(FinnesIkke):
            fil.utfoer(slett, LEDER)


def test_at_raden_som_kommer_tilbake_er_lik_den_som_leses(tmp_path: Path) -> None:
    def les(oekt: Oekt, organ_id: str) -> Endring[Organ]:
        return oekt.utfoer("les", lambda: oekt.hent(Organ, organ_id))

    with ny(tmp_path) as fil:
        laget = fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret i Lindvær").resultat
        lest = fil.utfoer(les, LEDER, laget.id).resultat
        assert lest.model_dump() == laget.model_dump()


def test_at_en_lytter_som_feiler_verken_stopper_skriveren_eller_svaret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meldt: list[object] = []
    monkeypatch.setattr("verksted.lager.skriver.excepthook", lambda hendelse: meldt.append(hendelse.exc_type))

    def feiler(_: object) -> None:
        raise ZeroDivisionError

    with ny(tmp_path) as fil:
        fil.endret.lytt(feiler)
        fil.utfoer(nytt_organ, LEDER, navn="Én")
        fil.utfoer(nytt_organ, LEDER, navn="To")
        assert len(dump(fil)["organ"]) == 2
    assert meldt == [ZeroDivisionError] * 2


def test_at_et_svar_ingen_vil_ha_ikke_stopper_de_andre(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        slipp = Event()
        foerst = fil.send(_ventende, LEDER, slipp)
        avlyst = fil.send(nytt_organ, LEDER, navn="Avlyst")
        assert avlyst.cancel()
        sist = fil.send(nytt_organ, LEDER, navn="Sist")
        slipp.set()
        foerst.result(10)
        sist.result(10)
        assert sorted(rad[1] for rad in dump(fil)["organ"]) == ["Først i køen", "Sist"]


def test_at_en_lukket_fil_svarer_i_stedet_for_aa_henge(tmp_path: Path) -> None:
    fil = ny(tmp_path)
    fil.lukk()
    fil.lukk()
    with pytest.raises(FilenErLukket):
        fil.utfoer(nytt_organ, LEDER, navn="For sent")
    aapne(tmp_path).lukk()
