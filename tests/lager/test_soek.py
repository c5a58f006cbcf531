"""Search finds words in every form and every code, and forgets what is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import LEDER, ny_prosess
from verksted.handlinger.innspill import fjern_innspill, revider_innspill, skriv_innspill
from verksted.handlinger.prosess import oppdater_verksted
from verksted.handlinger.sletting import slett_person_for_godt
from verksted.lager.soek import Soekeindeks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from verksted.lager.endring import Endring
    from verksted.lager.prosessfil import Prosessfil


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as aapen:
        yield aapen


@pytest.fixture
def indeks(fil: Prosessfil) -> Iterator[Soekeindeks]:
    indeks = Soekeindeks()

    def foelg(endring: Endring[Any]) -> None:
        with fil.les_raatt() as db:
            indeks.foelg(db, endring.rader)

    with fil.les_raatt() as db:
        assert indeks.bygg(db) > 10
    fil.endret.lytt(foelg)
    yield indeks
    indeks.lukk()


def kodene(indeks: Soekeindeks, ordene: str) -> list[str]:
    return [treff.kode for treff in indeks.finn(ordene)]


def note(fil: Prosessfil, tekst: str) -> str:
    return fil.utfoer(skriv_innspill, LEDER, verksted=1, gruppe=1, spoersmaal=1, tekst=tekst).resultat


def test_at_et_ord_finnes_i_alle_former_og_paa_begge_maalformer(fil: Prosessfil, indeks: Soekeindeks) -> None:
    kode = note(fil, "Ferja må gå oftere, og skulen må få lekeplass")
    for soek in ("ferge", "fergene", "ferje oftere", "skole", "skolen leikeplass", "OFTERE", "fer", "lekep"):
        assert kode in kodene(indeks, soek), soek
    assert kode not in kodene(indeks, "ferge hurtigbåt")
    (treff,) = indeks.finn("ferja lekeplass")
    assert treff.tekst == "Ferja må gå oftere, og skulen må få lekeplass"
    assert (treff.tabell, treff.kode) == ("innspill", kode)


def test_at_bokstavene_oe_og_aa_er_egne_bokstaver(fil: Prosessfil, indeks: Soekeindeks) -> None:
    med, uten = note(fil, "Bjørkåker"), note(fil, "Bjorkaker")
    assert (kodene(indeks, "bjørkåk"), kodene(indeks, "bjorkak")) == ([med], [uten])


def test_at_en_kode_finnes_foer_ordene(fil: Prosessfil, indeks: Soekeindeks) -> None:
    foerste = note(fil, "Noe helt annet")
    andre = note(fil, f"Se {foerste}, det sier vi også")
    assert kodene(indeks, foerste.lower()) == [foerste, andre]
    assert set(kodene(indeks, foerste[:-1])) >= {foerste, andre}
    assert kodene(indeks, "D-0001") == ["D-0001"]


def test_at_det_som_endres_fjernes_og_angres_foelger_med(fil: Prosessfil, indeks: Soekeindeks) -> None:
    kode = note(fil, "Bygg brygge")
    fil.utfoer(revider_innspill, LEDER, kode=kode, tekst="Bygg molo")
    assert (kodene(indeks, "brygge"), kodene(indeks, "molo")) == ([], [kode])
    fil.utfoer(fjern_innspill, LEDER, kode=kode)
    assert kodene(indeks, "molo") == []
    fil.angre(LEDER)
    assert kodene(indeks, "molo") == [kode]
    fil.utfoer(oppdater_verksted, LEDER, verksted=1, tittel="Kveld i gymsalen")
    assert kodene(indeks, "gymsal") == ["V1"]


def test_at_en_slettet_person_ikke_finnes_mer(fil: Prosessfil, indeks: Soekeindeks) -> None:
    (treff,) = indeks.finn("brimvåg")
    assert (treff.tabell, treff.tekst) == ("person", "Torvald Brimvåg")
    slett_person_for_godt(fil, LEDER, person_id=treff.rad_id)
    assert indeks.finn("brimvåg") == ()


@pytest.mark.parametrize("rart", ["", "  ", '"', "*", "AND", "NEAR(", "a OR", "-", "…", "=1+1", "x" * 5000, "'; DROP"])
def test_at_ingen_soeketekst_kan_velte_soeket(indeks: Soekeindeks, rart: str) -> None:
    assert isinstance(indeks.finn(rart), tuple)
