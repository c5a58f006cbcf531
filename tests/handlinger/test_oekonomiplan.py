"""Next year's økonomiplan over this year's: the links follow the posts, and one undo takes it all back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, POSTER, hent, ny_prosess, oekonomiplan
from verksted.handlinger.feil import PosteneErKnyttet
from verksted.handlinger.innlesing import ta_inn_oekonomiplan
from verksted.handlinger.oekonomiplan import foreslaa_postmatch, ta_over_oekonomiplan
from verksted.handlinger.spor import knytt, opprett_tiltak
from verksted.kjerne.feil import FinnesIkke
from verksted.modell.ordene import Sporting, Tiltaksart

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

NESTE_AAR = (
    ("Tekst", "Funksjon", "Sektor", "2029 (kr)", "2030 (kr)"),
    ("Ny brannbil", "339", "Teknisk", 7, 0),
    ("Hurtigbåt til Ytterlind", "330", "Teknisk", 500, 600),
)


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        tiltak = fil.utfoer(opprett_tiltak, LEDER, tittel="T", art=Tiltaksart.DRIFT).resultat
        for post in ("D-0001", "D-0002"):
            fil.utfoer(knytt, LEDER, fra=(Sporting.TILTAK, tiltak), til=(Sporting.OEKONOMIPOST, post))
        yield fil


def _lenkene(fil: Prosessfil) -> list[tuple[str, str]]:
    return hent(
        fil,
        "SELECT p.kode, p.tekst FROM sporlenke AS s JOIN oekonomipost AS p ON p.id = s.til_id "
        "WHERE s.til_type = 'oekonomipost' ORDER BY p.kode",
    )


def test_at_forslaget_viser_hva_hver_post_blir_og_endrer_ingenting(fil: Prosessfil) -> None:
    foer = hent(fil, "SELECT * FROM oekonomipost")
    forslag = foreslaa_postmatch(fil, oekonomiplan(NESTE_AAR)["lest"])
    match = forslag.match
    assert [(p.gammel.id_, p.ny.tekst) for p in match.endret_tekst] == [("D-0001", "Hurtigbåt til Ytterlind")]
    assert ([p.tekst for p in match.nye], [p.id_ for p in match.borte]) == (["Ny brannbil"], ["D-0002"])
    assert forslag.lenker == {"D-0001": 1, "D-0002": 1}
    assert hent(fil, "SELECT * FROM oekonomipost") == foer


def test_at_lenkene_foelger_postene_og_en_angring_gir_alt_tilbake(fil: Prosessfil) -> None:
    foer = [sorted(hent(fil, f"SELECT * FROM {t}"), key=str) for t in ("oekonomipost", "postbeloep", "sporlenke")]
    ny = oekonomiplan(NESTE_AAR)
    par = {p.gammel.id_: p.ny.noekkel for p in foreslaa_postmatch(fil, ny["lest"]).match.endret_tekst}
    assert fil.utfoer(ta_over_oekonomiplan, LEDER, **ny, par=par).resultat == 2
    assert _lenkene(fil) == [("D-0001", "Hurtigbåt til Ytterlind")]
    assert hent(
        fil,
        "SELECT p.kode, b.aar, b.beloep FROM postbeloep AS b JOIN oekonomipost AS p ON p.id = b.post_id "
        "ORDER BY p.kode, b.aar",
    ) == [("D-0001", 2029, 500), ("D-0001", 2030, 600), ("D-0003", 2029, 7), ("D-0003", 2030, 0)]
    assert fil.kontroller().funn == ()
    fil.angre(LEDER)
    assert [
        sorted(hent(fil, f"SELECT * FROM {t}"), key=str) for t in ("oekonomipost", "postbeloep", "sporlenke")
    ] == foer


def test_at_et_par_som_ikke_finnes_stanser_alt(fil: Prosessfil) -> None:
    ny = oekonomiplan(NESTE_AAR)
    noekkel = ny["lest"].poster[0].naturlig_noekkel
    for par in ({"D-0099": noekkel}, {"D-0001": "drift|tull"}):
        with pytest.raises(FinnesIkke):
            fil.utfoer(ta_over_oekonomiplan, LEDER, **ny, par=par)
    assert [kode for kode, _ in _lenkene(fil)] == ["D-0001", "D-0002"]


def test_at_investeringer_i_egen_fil_ikke_tar_driften(fil: Prosessfil) -> None:
    investering = oekonomiplan([("Type", *POSTER[0]), ("Investering", "Ny kai", "330", "Teknisk", 1, 2)])
    fil.utfoer(ta_inn_oekonomiplan, LEDER, **investering)
    assert sorted(hent(fil, "SELECT kode FROM oekonomipost")) == ["D-0001", "D-0002", "I-0001"]
    fil.utfoer(ta_inn_oekonomiplan, LEDER, **(investering | {"sha256": "a" * 64}))
    assert sorted(hent(fil, "SELECT kode FROM oekonomipost")) == ["D-0001", "D-0002", "I-0002"]
    with pytest.raises(PosteneErKnyttet):
        fil.utfoer(ta_inn_oekonomiplan, LEDER, **(oekonomiplan() | {"sha256": "b" * 64}))
