"""What the user says of the columns is read by each reader's own rules."""

from __future__ import annotations

from tests.innlesing.filer import csvfil
from verksted.innlesing.deltakere.deltakere import les_deltakere
from verksted.innlesing.forhaandsvisning.leser import Forhaandsleser
from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.visning.innlesing import LESES_IKKE, Kolonnevalg


def test_at_en_ukjent_kolonne_leses_som_det_brukeren_sier() -> None:
    data = csvfil([("Navn", "Kulør", "Merke"), ("Kari Moe", "Bygdelista", "1988"), ("Geir Ås", "Kystlista", "1990")])
    valg = Kolonnevalg(hode=1, felt={1: "liste", 2: "foedselsaar"})
    lest = les_deltakere(data, "f.csv", kolonner=valg)
    assert [(d.liste, d.foedselsaar) for d in lest.deltakere] == [("Bygdelista", 1988), ("Kystlista", 1990)]


def test_at_en_kolonne_kan_lates_ulest() -> None:
    data = csvfil([("Navn", "Liste", "Født"), ("Kari Moe", "Bygdelista", "1988"), ("Geir Ås", "Kystlista", "1990")])
    lest = les_deltakere(data, "f.csv", kolonner=Kolonnevalg(hode=1, felt={2: LESES_IKKE}))
    assert [d.foedselsaar for d in lest.deltakere] == [None, None]
    assert lest.problemer == ()


def test_at_et_ark_uten_overskrifter_faar_brukerens_og_beholder_radnumrene() -> None:
    data = csvfil([("A-1", "Kari Moe"), ("A-2", "Geir Ås")])
    assert les_deltakere(data, "f.csv").deltakere == ()
    lest = les_deltakere(data, "f.csv", kolonner=Kolonnevalg(felt={1: "navn", 0: "loepenummer"}))
    assert [(d.navn, d.rad) for d in lest.deltakere] == [("Kari Moe", 1), ("Geir Ås", 2)]


def test_at_belopene_kan_faa_et_annet_aar() -> None:
    data = csvfil([("Tekst", "Funksjon", "2028", "2029"), ("Ferja", "330", 400, 500), ("Skolen", "202", 100, 200)])
    lest = les_oekonomiplan(data, "f.csv", kolonner=Kolonnevalg(hode=1, felt={3: "2030"}))
    assert lest.aar == (2028, 2030)
    assert dict(lest.sum_per_aar) == {2028: 500, 2030: 700}


def test_at_fakta_kan_faa_kilden_sin_fra_en_annen_kolonne() -> None:
    data = csvfil([("Tittel", "Tekst", "Kilde", "Opphav", "År"), ("Folketall", "Færre", "x", "SSB", "2027")])
    lest = les_kunnskap(data, "f.csv", kolonner=Kolonnevalg(hode=1, felt={2: LESES_IKKE, 3: "kilde"}))
    assert [p.kilde for p in lest.punkter] == ["SSB"]


def test_at_forhaandslesingen_sier_hva_hver_kolonne_er_lest_som() -> None:
    data = csvfil([("Rådet",), ("Navn", "Kulør", "Født"), ("Kari Moe", "Bygdelista", "1988"), ("Geir Ås", "X", "1990")])
    (ark,) = Forhaandsleser("deltakere", 2028)(data, "f.csv").ark
    assert ark.hode == 2
    assert [(k.overskrift, k.felt) for k in ark.kolonner] == [
        ("Navn", "navn"),
        ("Kulør", LESES_IKKE),
        ("Født", "foedselsaar"),
    ]
    (rettet,) = Forhaandsleser("deltakere", 2028, Kolonnevalg(hode=2, felt={1: "liste"}))(data, "f.csv").ark
    assert [(k.overskrift, k.felt) for k in rettet.kolonner][1] == ("Kulør", "liste")  # the file's own words stay
