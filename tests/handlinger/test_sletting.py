"""Lawful erasure of a person: no byte of the name is left here, and the tables' notes stay."""

from __future__ import annotations

import json
import shutil
from datetime import time
from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, Fastklokke, hent, ny_prosess, person
from verksted.handlinger.bordplasser import sett_sekretaer
from verksted.handlinger.eksempel import LEDER as EKSEMPELLEDER
from verksted.handlinger.eksempel import Avspiller
from verksted.handlinger.filer import Innleser, ta_inn_fil
from verksted.handlinger.innlesing import ta_inn_deltakere, ta_inn_kunnskap, ta_inn_oekonomiplan, ta_inn_samfunnsdel
from verksted.handlinger.maler import finn_forloep, finn_mal
from verksted.handlinger.moete import registrer_oppmoete
from verksted.handlinger.sletting import slett_person, slett_person_for_godt
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.stier import mal as malsti
from verksted.lager.feil import AngreHindret, IngentingAaAngre
from verksted.lager.prosessfil import Prosessfil
from verksted.modell.prosess import EgenKolonne, EgenVerdi
from verksted.modell.tabeller import PERSONTABELLER

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.oekt import Oekt

INNLESERE = (
    ("kommunestyret.xlsx", Innleser(les_deltakere, ta_inn_deltakere)),
    ("samfunnsdel-2020-2032.docx", Innleser(les_samfunnsdel, ta_inn_samfunnsdel)),
    ("oekonomiplan-2028-2031.xlsx", Innleser(les_oekonomiplan, ta_inn_oekonomiplan)),
    ("kunnskapsgrunnlag.xlsx", Innleser(les_kunnskap, ta_inn_kunnskap)),
)


def _hele_eksempelet(mappe: Path) -> Prosessfil:
    mal = finn_mal("politisk-verksted", "nb")[0]
    fil = Prosessfil.opprett(mappe / "l.verksted", arbeidsmappe=mappe / "arbeid", klokke=Fastklokke())
    avspiller = Avspiller(fil, finn_forloep(mal), "nb")
    avspiller.opprett(mal)
    for navn, innleser in INNLESERE:
        ta_inn_fil(fil, EKSEMPELLEDER, malsti("eksempel", navn), innleser)
    avspiller.spill()
    return fil


def _med_navnet(mappe: Path, navn: str) -> list[str]:
    """Return every file whose bytes hold the name, as it is, as JSON writes it, or as UTF-16."""
    spor = [navn.encode(), json.dumps(navn)[1:-1].encode(), navn.encode("utf-16-le")]
    return [str(f) for f in mappe.rglob("*") if f.is_file() and any(s in f.read_bytes() for s in spor)]


def test_at_en_slettet_person_er_borte_fra_hver_byte_og_innspillene_staar(tmp_path: Path) -> None:
    fil = _hele_eksempelet(tmp_path)
    with fil:
        fil.lagre()
        fil.ta_sikkerhetskopi()
        navn, person_id = hent(
            fil,
            "SELECT p.navn, p.id FROM person AS p JOIN plass AS s ON s.person_id = p.id AND s.sekretaer = 1 "
            "JOIN mandat AS m ON m.person_id = p.id WHERE p.navn GLOB '*[æøåÆØÅ]*' ORDER BY p.navn LIMIT 1",
        )[0]
        assert len(_med_navnet(tmp_path, navn)) >= 3, "the working copy, the user's file and a backup"
        innspill = (
            hent(fil, "SELECT * FROM innspill ORDER BY id"),
            hent(fil, "SELECT * FROM innspill_revisjon ORDER BY id"),
        )
        antall = hent(
            fil, "SELECT (SELECT count(*) FROM punkt), (SELECT count(*) FROM stemme), (SELECT count(*) FROM gruppe)"
        )
        personer = hent(fil, "SELECT count(*) FROM person")[0]

        endring = slett_person_for_godt(fil, LEDER, person_id=person_id)

        assert endring is not None
        assert (endring.art, endring.koder) == ("endelig", ())
        assert _med_navnet(tmp_path, navn) == []
        assert hent(fil, "SELECT count(*) FROM person") == [personer - 1]
        for tabell in sorted(PERSONTABELLER - {"person", "mandat", "egen_verdi"}):
            assert hent(fil, f"SELECT count(*) FROM {tabell} WHERE person_id = ?", person_id) == [0]
        assert (
            hent(fil, "SELECT * FROM innspill ORDER BY id"),
            hent(fil, "SELECT * FROM innspill_revisjon ORDER BY id"),
        ) == innspill
        assert antall == hent(
            fil, "SELECT (SELECT count(*) FROM punkt), (SELECT count(*) FROM stemme), (SELECT count(*) FROM gruppe)"
        )
        assert fil.kontroller().funn == ()
    assert _med_navnet(tmp_path, navn) == []
    kopier = list((tmp_path / "arbeid" / "kopier").rglob("*.verksted"))
    assert kopier
    for sti in (tmp_path / "l.verksted", *kopier):
        with Prosessfil.aapne(sti, arbeidsmappe=tmp_path / "arbeid2", klokke=Fastklokke(), bare_les=True) as kopien:
            assert kopien.kontroller().funn == ()
            assert hent(kopien, "SELECT count(*) FROM person WHERE navn = ?", navn) == [0]


def test_at_det_som_gjaldt_en_slettet_person_ikke_kan_angres_tilbake(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        slettes, staar = person(fil, "Åse Lyngstrand"), person(fil, "Kåre Øyjord")
        fil.utfoer(registrer_oppmoete, "V1-G1", verksted=1, person_id=staar, fra=time(17))
        fil.utfoer(registrer_oppmoete, "V1-G1", verksted=1, person_id=slettes, fra=time(17))
        fil.utfoer(sett_sekretaer, "planlegger", verksted=1, bord=1, person_id=slettes)
        slett_person_for_godt(fil, LEDER, person_id=slettes)
        with pytest.raises(IngentingAaAngre):
            fil.angre(LEDER)
        with pytest.raises(AngreHindret) as feil:
            fil.angre("V1-G1")
        assert feil.value.data["hvem"]
        with pytest.raises(AngreHindret):
            fil.angre("planlegger")
        with pytest.raises(AngreHindret):
            _angre_til_det_stopper(fil)
        assert hent(fil, "SELECT count(*) FROM person WHERE navn = 'Åse Lyngstrand'") == [0]
        assert fil.kontroller().funn == ()


def _angre_til_det_stopper(fil: Prosessfil) -> None:
    while True:  # the import of the council list is among what the set-up did
        fil.angre("oppsett")


def test_at_en_vara_mister_bare_hvem_hun_var_vara_for(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        vara, medlem = person(fil, "Jostein Lindvik"), person(fil, "Torvald Brimvåg")
        fil.utfoer(registrer_oppmoete, LEDER, verksted=1, person_id=vara, fra=time(17), vara_for=medlem)
        slett_person_for_godt(fil, LEDER, person_id=medlem)
        assert hent(fil, "SELECT person_id, for_mandat_id FROM tilstedevaerelse") == [(vara, None)]
        assert hent(fil, "SELECT vara_for_id FROM mandat WHERE person_id = ?", vara) == [None]
        with pytest.raises(FinnesIkke):
            slett_person_for_godt(fil, LEDER, person_id=medlem)


def test_at_det_brukeren_selv_har_skrevet_om_en_person_ogsaa_blir_borte(tmp_path: Path) -> None:
    def skriv(oekt: Oekt, person_id: str) -> Endring[None]:
        def gjoer() -> None:
            kolonne = oekt.opprett(EgenKolonne, tabell="person", navn="Merknad")
            oekt.opprett(EgenVerdi, kolonne_id=kolonne.id, rad_id=person_id, verdi="Kjører tømmerbil på Ytterlind")

        return oekt.utfoer("oppdater_prosess", gjoer)

    with ny_prosess(tmp_path) as fil:
        slettes = person(fil, "Åse Lyngstrand")
        fil.utfoer(skriv, LEDER, slettes)
        fil.lagre()
        assert _med_navnet(tmp_path, "Kjører tømmerbil")
        slett_person_for_godt(fil, LEDER, person_id=slettes)
        assert _med_navnet(tmp_path, "Kjører tømmerbil") == []
        assert fil.kontroller().funn == ()


def test_at_en_avbrutt_sletting_kan_fullfoeres(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The power goes after the copies were begun on: the same erasure again must reach what is left."""
    with ny_prosess(tmp_path) as fil:
        slettes = person(fil, "Åse Lyngstrand")
        fil.ta_sikkerhetskopi()
        fil.utfoer(lambda oekt: slett_person(oekt, person_id=slettes), LEDER)  # the open file only
        assert _med_navnet(tmp_path, "Åse Lyngstrand")
        assert slett_person_for_godt(fil, LEDER, person_id=slettes) is None
        assert _med_navnet(tmp_path, "Åse Lyngstrand") == []


def test_at_slettingen_naar_arbeidskopier_og_rester_andre_steder_paa_maskinen(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        slettes, sti = person(fil, "Åse Lyngstrand"), fil.sti
        fil.ta_sikkerhetskopi()
    annen = tmp_path / "kopi.verksted"
    shutil.copyfile(sti, annen)
    arbeid = tmp_path / "arbeid"
    aapen = Prosessfil.aapne(annen, arbeidsmappe=arbeid, klokke=Fastklokke())
    levning = next(arbeid.glob("arbeid/*/arbeid.db"))
    tatt_vare_paa = levning.read_bytes()
    aapen.lukk()
    levning.write_bytes(tatt_vare_paa)  # as a process that was killed leaves it
    kopi = next(arbeid.glob("kopier/*/*.verksted"))
    shutil.copyfile(kopi, kopi.with_suffix(".inn"))
    annen.unlink()
    (arbeid / "les-gammel").mkdir()
    (arbeid / "les-gammel" / "laas").touch()
    shutil.copyfile(kopi, arbeid / "les-gammel" / "arbeid.db")
    with Prosessfil.aapne(sti, arbeidsmappe=arbeid, klokke=Fastklokke()) as fil:
        slett_person_for_godt(fil, LEDER, person_id=slettes)
    assert _med_navnet(tmp_path, "Åse Lyngstrand") == []
