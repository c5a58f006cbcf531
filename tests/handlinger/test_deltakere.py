"""One participant at a time: made, written, taken out, and everything undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.handlinger.proeveprosess import LEDER, ny_prosess
from verksted.handlinger.deltakere import endre_deltaker, opprett_deltaker, ta_ut_av_lista
from verksted.handlinger.feil import DeltakerenManglerNavn
from verksted.kjerne.feil import FinnesIkke
from verksted.lager.spoerringer.deltakere import hent_deltakere
from verksted.modell.ordene import Mandatart

if TYPE_CHECKING:
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil
    from verksted.visning.deltakere import Deltakerrad


def _rader(fil: Prosessfil) -> dict[str, Deltakerrad]:
    with fil.les() as sesjon:
        return {rad.navn: rad for rad in hent_deltakere(sesjon).rader}


def _endre(fil: Prosessfil, navn: str, felt: str, verdi: object) -> Deltakerrad:
    person_id = _rader(fil)[navn].person_id
    fil.utfoer(endre_deltaker, LEDER, person_id=person_id, felt=felt, verdi=verdi)
    return next(rad for rad in _rader(fil).values() if rad.person_id == person_id)


def test_at_en_ny_deltaker_staar_sist_i_lista(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        fil.utfoer(opprett_deltaker, LEDER, navn="  Gro   Ny ", art=Mandatart.ADMINISTRASJON)
        assert list(_rader(fil))[-1] == "Gro Ny"
        assert _rader(fil)["Gro Ny"].art == "administrasjon"
        fil.angre(LEDER)
        assert "Gro Ny" not in _rader(fil)


def test_at_hvert_felt_kan_skrives_og_toemmes(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        for felt, verdi in (
            ("verv", "Ordfører"),
            ("kjoenn", "kvinne"),
            ("foedselsaar", 1970),
            ("bosted", "Nord"),
            ("perioder", 2),
        ):
            assert getattr(_endre(fil, "Åse Lyngstrand", felt, verdi), felt) == verdi
            assert getattr(_endre(fil, "Åse Lyngstrand", felt, None), felt) in {"", None}
        assert _endre(fil, "Åse Lyngstrand", "navn", "Åse Ny").navn == "Åse Ny"


def test_at_en_liste_som_ikke_finnes_lages_og_en_som_finnes_brukes(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        assert _endre(fil, "Åse Lyngstrand", "liste", "Ny fjordliste").listekode == "NF"
        assert _endre(fil, "Kåre Øyjord", "liste", "ny fjordliste").listekode == "NF"
        assert _endre(fil, "Kåre Øyjord", "liste", "BL").liste == _rader(fil)["Torvald Brimvåg"].liste
        assert _endre(fil, "Kåre Øyjord", "liste", "").liste == ""


def test_at_bare_et_medlem_kan_ha_vara(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        rader = _rader(fil)
        vara = rader["Ragna Ytterlind"].person_id
        assert _endre(fil, "Ragna Ytterlind", "vara_for", rader["Oddvar Havnes"].person_id).vara_for == "Oddvar Havnes"
        with pytest.raises(FinnesIkke):
            fil.utfoer(endre_deltaker, LEDER, person_id=vara, felt="vara_for", verdi=rader["Jostein Lindvik"].person_id)
        _endre(fil, "Oddvar Havnes", "art", "observatoer")
        assert _rader(fil)["Ragna Ytterlind"].vara_for == ""


def test_at_ingen_blir_staaende_uten_navn(tmp_path: Path) -> None:
    with ny_prosess(tmp_path) as fil:
        with pytest.raises(DeltakerenManglerNavn):
            fil.utfoer(opprett_deltaker, LEDER, navn=" ")
        with pytest.raises(DeltakerenManglerNavn):
            _endre(fil, "Åse Lyngstrand", "navn", "")
        assert "Åse Lyngstrand" in _rader(fil)


def test_at_den_som_tas_ut_er_borte_men_den_som_har_sittet_ved_et_bord_er_husket(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with ny_prosess(tmp_path / "a") as fil:
        fil.utfoer(opprett_deltaker, LEDER, navn="Gro Ny")
        fil.utfoer(ta_ut_av_lista, LEDER, person_id=_rader(fil)["Gro Ny"].person_id)
        assert "Gro Ny" not in _rader(fil)
        fil.angre(LEDER)
        assert _rader(fil)["Gro Ny"].art == "medlem"
    (tmp_path / "b").mkdir()
    with ny_prosess(tmp_path / "b", med_innhold=True) as fil:
        foer = _rader(fil)
        fil.utfoer(ta_ut_av_lista, LEDER, person_id=foer["Torvald Brimvåg"].person_id)
        assert _rader(fil)["Torvald Brimvåg"].art == ""
        assert _rader(fil)["Jostein Lindvik"].vara_for == ""
        fil.angre(LEDER)
        assert _rader(fil) == foer
