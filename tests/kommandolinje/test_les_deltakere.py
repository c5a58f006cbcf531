"""`verksted les FIL --deltakere F` a second time: what the new list changed, person by person."""

from __future__ import annotations

from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.regler.deltakerendringer import FELT, Deltakerbilde, Deltakerendringer, finn_deltakerendringer
from verksted.visning.deltakerendringer import deltakerlinjer

_FOER = [
    Deltakerbilde(navn="Kari Vik", art="medlem", liste="Høyre"),
    Deltakerbilde(navn="Per Lo", art="medlem", liste="Bygdelista", verv="Ordfører"),
    Deltakerbilde(navn="Jo Li", art="vara", liste="Høyre"),
]
_NAA = [
    Deltakerbilde(navn="Kari Vik", art="medlem", liste="Høyre"),
    Deltakerbilde(navn="Per Lo", art="medlem", liste="Høyre"),
    Deltakerbilde(navn="Ida Å", art="vara", liste="Høyre"),
]


def test_at_en_ny_liste_sier_hvem_som_er_ny_hva_som_er_endret_og_hvem_som_er_beholdt() -> None:
    endringer = finn_deltakerendringer(_FOER, _NAA, felt=frozenset({"verv", "liste", "art"}))
    assert deltakerlinjer(endringer, Tekster("nb")) == [
        "Nye: 1. Endret: 1. Som før: 1. Ikke i fila, men beholdt: 1.",
        "Ny: Ida Å",
        "Endret: Per Lo: liste fra Bygdelista til Høyre, verv fra Ordfører til ikke satt",
        "Står ikke i fila, er beholdt: Jo Li",
    ]
    assert len(deltakerlinjer(endringer, Tekster("nn"))) == 4


def test_at_den_foerste_lista_ikke_er_en_endring() -> None:
    assert deltakerlinjer(finn_deltakerendringer([], _NAA, felt=frozenset()), Tekster("nb")) == []
    assert deltakerlinjer(Deltakerendringer((), (), (), ()), Tekster("nb")) == []


def test_at_hvert_felt_har_navn_i_begge_maalformer() -> None:
    for maalform in MAALFORMER:
        tekster = Tekster(maalform)
        assert all(tekster.har(f"kommandolinje.deltakerfelt.{felt}") for felt in FELT)
