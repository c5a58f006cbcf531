"""The change log: history, the stream, undo and redo for each actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.lager.proevefil import (
    LEDER,
    dump,
    gi_organ_navn,
    loeft_note,
    ny,
    ny_med_bord,
    ny_person,
    nytt_organ,
    revider_note,
    samle,
    skriv_note,
    slett_organ,
    slett_person,
    ta_fra_hverandre,
)
from verksted.lager.feil import AngreHindret, IngentingAaAngre, IngentingAaGjoereOm
from verksted.lager.logg import historien_til, stroem

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil


def _neste(fil: Prosessfil, aktoer: str) -> tuple[str | None, str | None]:
    """Return the codes, or the names, of what undo and redo would take."""
    return tuple(linje and (" ".join(linje.koder) or linje.navn) for linje in fil.angrestatus(aktoer))  # type: ignore[return-value]


def test_at_historien_til_et_innspill_har_hver_endring_og_hvem_som_gjorde_den(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        note = fil.utfoer(skriv_note, "bord:1", bord, tekst="Bygg flere boliger").resultat
        fil.utfoer(loeft_note, LEDER, note.id, loeftet=True)
        fil.angre(LEDER)
        with fil.les_raatt() as db:
            historien = historien_til(db, "innspill", note.id)
        assert [(linje.navn, linje.aktoer) for linje, _ in historien] == [
            ("skriv_note", "bord:1"),
            ("loeft_note", LEDER),
            ("angre", LEDER),
        ]
        assert [rad and rad["loeftet"] for _, rad in historien] == [0, 1, 0]
        assert historien[0][0].koder == ("V1-G1-01",)


def test_at_stroemmen_gir_alt_etter_et_nummer_i_rekkefoelge(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        sendt: list[Endring[object]] = []
        fil.endret.lytt(sendt.append)
        for nummer in range(5):
            fil.utfoer(nytt_organ, f"bord:{nummer}", navn=f"Organ {nummer}")
        fil.angre("bord:4")
        with fil.les_raatt() as db:
            alle = list(stroem(db, etter=0))
            nye = list(stroem(db, etter=alle[2].nr))
        assert [e.nr for e in alle] == [e.nr for e in sendt]
        assert [e.rader for e in alle] == [e.rader for e in sendt]
        assert [e.aktoer for e in nye] == ["bord:3", "bord:4", "bord:4"]
        assert nye == alle[3:]


def test_at_angre_og_gjoer_om_gir_de_samme_radene_tilbake(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        tilstander = [dump(fil)]
        note = fil.utfoer(skriv_note, LEDER, bord, tekst="Blåbær på øya, «æøå»\nog linje to").resultat
        tilstander.append(dump(fil))
        fil.utfoer(revider_note, LEDER, note.id, tekst="Nye ord")
        tilstander.append(dump(fil))
        punkt = fil.utfoer(samle, LEDER, bord, [note.id]).resultat
        tilstander.append(dump(fil))
        fil.utfoer(ta_fra_hverandre, LEDER, punkt.id)
        tilstander.append(dump(fil))
        for tilstand in reversed(tilstander[:-1]):
            fil.angre(LEDER)
            assert dump(fil) == tilstand
        for tilstand in tilstander[1:]:
            fil.gjoer_om(LEDER)
            assert dump(fil) == tilstand
        with pytest.raises(IngentingAaGjoereOm):
            fil.gjoer_om(LEDER)
        assert fil.kontroller().funn == ()


def test_at_hver_aktoer_bare_angrer_sitt_eget(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        fil.utfoer(nytt_organ, "bord:1", navn="Fra bord 1")
        fil.utfoer(nytt_organ, "bord:2", navn="Fra bord 2")
        fil.utfoer(nytt_organ, "bord:2", navn="Også fra bord 2")
        fil.angre("bord:1")
        assert sorted(rad[1] for rad in dump(fil)["organ"]) == ["Fra bord 2", "Også fra bord 2"]
        with pytest.raises(IngentingAaAngre):
            fil.angre("bord:1")
        with pytest.raises(IngentingAaGjoereOm):
            fil.gjoer_om("bord:2")
        with pytest.raises(IngentingAaAngre):
            fil.angre(LEDER)


def test_at_angre_sier_hvem_som_har_gaatt_videre_og_lar_alt_staa(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        note = fil.utfoer(skriv_note, "bord:1", bord, tekst="Notatet").resultat
        fil.utfoer(revider_note, LEDER, note.id, tekst="Lederens ord")
        foer = dump(fil)
        with pytest.raises(AngreHindret) as feil:
            fil.angre("bord:1")
        assert feil.value.data == {"koder": "V1-G1-01", "hvem": LEDER}
        assert dump(fil) == foer
        fil.angre(LEDER)
        fil.angre("bord:1")
        assert dump(fil)["innspill"] == []


def test_at_rader_som_andre_har_hengt_paa_hindrer_angring(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        note = fil.utfoer(skriv_note, "bord:1", bord, tekst="Notatet").resultat
        fil.utfoer(samle, "plenum", bord, [note.id])
        foer = dump(fil)
        with pytest.raises(AngreHindret) as feil:
            fil.angre("bord:1")
        assert feil.value.data["hvem"] == "plenum"
        assert dump(fil) == foer
        assert fil.kontroller().funn == ()


def test_at_angring_er_mulig_naar_den_andre_har_tatt_sitt_tilbake(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, "bord:1", navn="A").resultat
        fil.utfoer(gi_organ_navn, "bord:2", organ.id, navn="B")
        fil.angre("bord:2")
        fil.angre("bord:1")
        assert dump(fil)["organ"] == []


def test_at_en_slettet_rad_som_en_annen_har_slettet_ikke_kommer_tilbake_to_ganger(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, "bord:1", navn="A").resultat
        fil.utfoer(slett_organ, "bord:2", organ.id)
        with pytest.raises(AngreHindret) as feil:
            fil.angre("bord:1")
        assert feil.value.data["hvem"] == "bord:2"
        fil.angre("bord:2")
        assert [rad[1] for rad in dump(fil)["organ"]] == ["A"]


def test_at_en_ny_handling_stenger_veien_framover(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        for navn in "ABC":
            fil.utfoer(nytt_organ, LEDER, navn=navn)
        fil.angre(LEDER)
        fil.angre(LEDER)
        fil.utfoer(nytt_organ, LEDER, navn="D")
        with pytest.raises(IngentingAaGjoereOm):
            fil.gjoer_om(LEDER)
        for _ in "DA":
            fil.angre(LEDER)
        assert dump(fil)["organ"] == []
        fil.gjoer_om(LEDER)
        fil.gjoer_om(LEDER)
        assert sorted(rad[1] for rad in dump(fil)["organ"]) == ["A", "D"]


def test_at_en_sletting_for_godt_ogsaa_stenger_veien_framover(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="A").resultat
        person = fil.utfoer(ny_person, "andre", navn="Oda Fjærvik", organ_id=organ.id).resultat
        fil.utfoer(nytt_organ, LEDER, navn="B")
        fil.angre(LEDER)
        fil.slett_for_godt(lambda oekt: slett_person(oekt, person.id), LEDER)
        with pytest.raises(IngentingAaGjoereOm):
            fil.gjoer_om(LEDER)
        fil.angre(LEDER)
        assert dump(fil)["organ"] == []


def test_at_menyen_vet_hva_som_kan_angres_og_gjoeres_om(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        assert _neste(fil, LEDER) == ("sett_opp", None)
        fil.utfoer(skriv_note, LEDER, bord, tekst="En")
        fil.utfoer(skriv_note, LEDER, bord, tekst="To")
        assert _neste(fil, LEDER) == ("V1-G1-02", None)
        fil.angre(LEDER)
        assert _neste(fil, LEDER) == ("V1-G1-01", "V1-G1-02")


def test_at_en_kode_aldri_blir_brukt_igjen_selv_etter_angring(tmp_path: Path) -> None:
    fil, bord = ny_med_bord(tmp_path)
    with fil:
        assert fil.utfoer(skriv_note, "bord:1", bord, tekst="En").resultat.kode == "V1-G1-01"
        fil.angre("bord:1")
        assert fil.utfoer(skriv_note, "bord:1", bord, tekst="To").resultat.kode == "V1-G1-02"
        assert fil.kontroller().funn == ()


def test_at_det_som_er_slettet_for_godt_ikke_kan_angres_fram(tmp_path: Path) -> None:
    with ny(tmp_path) as fil:
        organ = fil.utfoer(nytt_organ, LEDER, navn="Kommunestyret").resultat
        person = fil.utfoer(ny_person, LEDER, navn="Oda Fjærvik", organ_id=organ.id).resultat
        fil.slett_for_godt(lambda oekt: slett_person(oekt, person.id), LEDER)
        with pytest.raises(AngreHindret):
            fil.angre(LEDER)
        assert dump(fil)["person"] == []
        assert fil.kontroller().funn == ()
