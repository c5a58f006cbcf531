"""Notes: word for word, one note however often it is sent, codes that never come again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, hent, note, ny_prosess
from verksted.handlinger.feil import (
    ForMangeLoeftet,
    IdErBruktTilNoeAnnet,
    InnspilletErForLangt,
    InnspilletErTomt,
    TypenPasserIkke,
)
from verksted.handlinger.innspill import (
    fjern_innspill,
    hent_tilbake_innspill,
    loeft_innspill,
    revider_innspill,
    slipp_innspill,
    trekk_innspill,
)
from verksted.handlinger.prosess import oppdater_spoersmaal
from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.modell.innspill import MAKS_TEGN
from verksted.modell.ordene import Innspillstype

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        yield fil


def _innspill(fil: Prosessfil, kode: str) -> dict[str, Any]:
    (rad,) = hent(
        fil,
        "SELECT json_object('tekst', r.tekst, 'hvorfor', r.hvorfor, 'type', r.type, 'raa', r.raatekst, "
        "'revisjon', i.revisjon, 'loeftet', i.loeftet, 'sluppet', i.sluppet, 'trukket', i.trukket, "
        "'grunn', i.trukket_grunn, 'fjernet', i.fjernet, 'vei', i.vei) FROM innspill AS i "
        "JOIN innspill_revisjon AS r ON r.innspill_id = i.id AND r.nummer = i.revisjon WHERE i.kode = ?",
        kode,
    )
    return dict(json.loads(rad))


def test_at_et_innspill_faar_koden_til_bordet_og_staar_ord_for_ord(fil: Prosessfil) -> None:
    tekst = "Båten til Ytterlind går for sjelden – «vi gir opp» 🚢\nlinje to"
    assert note(fil, tekst, hvorfor="Ungdommen flytter", gruppe=2) == "V1-G2-01"
    lest = _innspill(fil, "V1-G2-01")
    assert (lest["tekst"], lest["hvorfor"], lest["raa"]) == (tekst, "Ungdommen flytter", None)


def test_at_det_som_maatte_vaskes_ogsaa_er_tatt_vare_paa_slik_det_kom(fil: Prosessfil) -> None:
    raatt = "første\r\nandre\x00\ud800"
    lest = _innspill(fil, note(fil, raatt))
    assert lest["tekst"] == "første\nandre\ufffd\ufffd"
    assert json.loads(lest["raa"]) == raatt


def test_at_samme_innspill_sendt_to_ganger_er_ett_innspill(fil: Prosessfil) -> None:
    en = note(fil, "Én gang", innspill_id="telefon-7")
    igjen = note(fil, "Én gang", innspill_id="telefon-7")
    assert (en, igjen, hent(fil, "SELECT count(*) FROM innspill")) == ("V1-G1-01", "V1-G1-01", [1])
    fil.utfoer(revider_innspill, LEDER, kode=en, tekst="Nye ord")
    assert note(fil, "Én gang", innspill_id="telefon-7") == en
    assert note(fil, "Neste") == "V1-G1-02"


@pytest.mark.parametrize(
    "annet",
    [{"tekst": "Andre ord"}, {"hvorfor": "fordi"}, {"innspillstype": Innspillstype.MANGLER}, {"gruppe": 2}],
)
def test_at_samme_id_med_noe_annet_blir_avvist_og_det_foerste_staar(fil: Prosessfil, annet: dict[str, Any]) -> None:
    kode = note(fil, "Første ord", innspill_id="telefon-7")
    with pytest.raises(IdErBruktTilNoeAnnet) as feil:
        note(fil, **{"tekst": "Første ord", "innspill_id": "telefon-7", **annet})
    assert feil.value.data == {"kode": kode}
    assert hent(fil, "SELECT tekst FROM innspill_revisjon") == ["Første ord"]


@pytest.mark.parametrize("tekst", ["", "   ", "\n\t\r\n", "\u00a0"])
def test_at_et_innspill_uten_ord_blir_avvist(fil: Prosessfil, tekst: str) -> None:
    with pytest.raises(InnspilletErTomt):
        note(fil, tekst)
    kode = note(fil, "Ord")
    with pytest.raises(InnspilletErTomt):
        fil.utfoer(revider_innspill, LEDER, kode=kode, tekst=tekst)


def test_at_grensen_for_lengde_er_paa_tegnet(fil: Prosessfil) -> None:
    assert len(_innspill(fil, note(fil, "å" * MAKS_TEGN))["tekst"]) == MAKS_TEGN
    for felt in ({"tekst": "å" * (MAKS_TEGN + 1)}, {"hvorfor": "å" * (MAKS_TEGN + 1)}):
        with pytest.raises(InnspilletErForLangt) as feil:
            note(fil, **felt)
        assert feil.value.data == {"tegn": MAKS_TEGN + 1, "maks": MAKS_TEGN}


@pytest.mark.parametrize(
    ("felt", "hva", "kode"),
    [
        ({"verksted": 9}, "verksted", "9"),
        ({"gruppe": 77}, "gruppe", "77"),
        ({"spoersmaal": 99}, "spoersmaal", "99"),
        ({"element": "S99"}, "planelement", "S99"),
    ],
)
def test_at_et_innspill_til_noe_som_ikke_finnes_sier_hva_som_mangler(
    fil: Prosessfil, felt: dict[str, Any], hva: str, kode: str
) -> None:
    with pytest.raises(FinnesIkke) as feil:
        note(fil, **felt)
    assert feil.value.data == {"hva": hva, "kode": kode}
    assert note(fil) == "V1-G1-01"


def test_at_bare_spoersmaalets_egne_typer_og_fritt_er_lov(fil: Prosessfil) -> None:
    assert _innspill(fil, note(fil, innspillstype=Innspillstype.MANGLER))["type"] == "mangler"
    fritt = note(fil, innspillstype=Innspillstype.FRITT)
    with pytest.raises(TypenPasserIkke) as feil:
        note(fil, innspillstype=Innspillstype.SATSING)
    assert feil.value.data == {"type": "satsing", "lov": "overrasket_over, nysgjerrig_paa, mangler"}
    with pytest.raises(TypenPasserIkke):
        fil.utfoer(revider_innspill, LEDER, kode=fritt, tekst="x", innspillstype=Innspillstype.SATSING)
    # a question with one kind of answer needs no choice
    assert _innspill(fil, note(fil, spoersmaal=4))["type"] == "satsing"


def test_at_en_revisjon_ikke_tar_ordene_fra_den_forrige(fil: Prosessfil) -> None:
    kode = note(fil, "Gamle ord", hvorfor="Gammel grunn")
    assert fil.utfoer(revider_innspill, LEDER, kode=kode, tekst="Nye ord").resultat == 2
    uendret = fil.utfoer(revider_innspill, LEDER, kode=kode, tekst="Nye ord")
    assert (uendret.resultat, uendret.rader) == (2, ())
    assert hent(fil, "SELECT nummer, tekst, hvorfor FROM innspill_revisjon ORDER BY nummer") == [
        (1, "Gamle ord", "Gammel grunn"),
        (2, "Nye ord", "Gammel grunn"),
    ]
    fil.angre(LEDER)
    assert _innspill(fil, kode)["tekst"] == "Gamle ord"


def test_at_en_kode_aldri_blir_gitt_paa_nytt_selv_om_innspillet_ble_angret(fil: Prosessfil) -> None:
    assert note(fil) == "V1-G1-01"
    fil.angre(LEDER)
    assert note(fil) == "V1-G1-02"
    assert note(fil, gruppe=2) == "V1-G2-01"
    with pytest.raises(KjentFeil):
        note(fil, "")
    assert note(fil) == "V1-G1-03"


def test_at_et_fjernet_innspill_kan_hentes_tilbake_ord_for_ord(fil: Prosessfil) -> None:
    kode = note(fil, "Må ikke bli borte")
    fil.utfoer(fjern_innspill, LEDER, kode=kode)
    assert _innspill(fil, kode) | {"fjernet": 0} == _innspill(fil, kode) | {"fjernet": 0, "tekst": "Må ikke bli borte"}
    assert _innspill(fil, kode)["fjernet"] == 1
    fil.utfoer(hent_tilbake_innspill, LEDER, kode=kode)
    assert _innspill(fil, kode)["fjernet"] == 0


def test_at_et_trukket_innspill_staar_med_grunn_og_er_av_storskjermen(fil: Prosessfil) -> None:
    kode = note(fil)
    fil.utfoer(slipp_innspill, LEDER, kode=kode, sluppet=True)
    assert _innspill(fil, kode)["sluppet"] == 1
    fil.utfoer(trekk_innspill, "V1-G1", kode=kode, grunn="Vi ombestemte oss")
    lest = _innspill(fil, kode)
    assert (lest["trukket"], lest["grunn"], lest["sluppet"]) == (1, "Vi ombestemte oss", 0)


def test_at_bordet_ikke_kan_loefte_flere_enn_spoersmaalet_tillater(fil: Prosessfil) -> None:
    fil.utfoer(oppdater_spoersmaal, LEDER, verksted=1, spoersmaal=1, maks_loeft=2)
    en, to, tre = note(fil), note(fil), note(fil)
    for kode in (en, to):
        fil.utfoer(loeft_innspill, LEDER, kode=kode, loeftet=True)
    with pytest.raises(ForMangeLoeftet) as feil:
        fil.utfoer(loeft_innspill, LEDER, kode=tre, loeftet=True)
    assert feil.value.data == {"maks": 2}
    fil.utfoer(loeft_innspill, LEDER, kode=to, loeftet=True)  # the same again is no more
    for frihet in (note(fil, gruppe=2), note(fil, spoersmaal=2)):  # another table, another question
        fil.utfoer(loeft_innspill, LEDER, kode=frihet, loeftet=True)
    fil.utfoer(fjern_innspill, LEDER, kode=en)
    fil.utfoer(loeft_innspill, LEDER, kode=tre, loeftet=True)
    fil.utfoer(hent_tilbake_innspill, LEDER, kode=en)
    assert [_innspill(fil, kode)["loeftet"] for kode in (en, to, tre)] == [0, 1, 1]
