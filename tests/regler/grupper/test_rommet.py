"""From rows to a commission: who is to sit, and what is known of them."""

from __future__ import annotations

from datetime import date, time

import pytest

from verksted.modell.deltaker import Forfall, Gruppeoppsett, Liste, Mandat, Person, Tilstedevaerelse
from verksted.modell.ordene import Mandatart
from verksted.modell.verksted import Verksted
from verksted.regler.grupper.deltakere import hvem_skal_sitte
from verksted.regler.grupper.egenskaper import EGENSKAPER, egenskaper_av, les_egenskap
from verksted.regler.grupper.feil import UkjentEgenskap
from verksted.regler.grupper.rader import Grupperader
from verksted.regler.grupper.rommet import beskriv_rommet

V = Verksted(id="v", nummer=1, tittel="V", organ_id="o", dato=date(2028, 1, 20))
FOLK = ("medlem1", "medlem2", "vara", "raadgiver")
ARTER = (Mandatart.MEDLEM, Mandatart.MEDLEM, Mandatart.VARA, Mandatart.ADMINISTRASJON)
RADER = Grupperader(
    verksted=(V,),
    person=tuple(Person(id=navn, navn=navn) for navn in FOLK),
    liste=(Liste(id="l", navn="Bygdelista", kode="BL"),),
    mandat=tuple(
        Mandat(id=f"m-{navn}", person_id=navn, organ_id="o", art=art, liste_id="l", rekkefoelge=nr)
        for nr, (navn, art) in enumerate(zip(FOLK, ARTER, strict=True))
    ),
)


def _her(person: str, paa: str | None = None) -> Tilstedevaerelse:
    return Tilstedevaerelse(verksted_id="v", person_id=person, for_mandat_id=paa and f"m-{paa}", fra=time(17))


@pytest.mark.parametrize(
    ("her", "borte", "alle", "ventet"),
    [
        ([], [], False, ["medlem1", "medlem2"]),
        ([], [], True, ["medlem1", "medlem2", "raadgiver"]),
        ([], ["medlem1"], False, ["medlem2"]),
        ([_her("vara", "medlem1")], ["medlem1"], False, ["medlem2", "vara"]),  # put in before the day
        ([_her("medlem2", "medlem2")], [], False, ["medlem2"]),
        ([_her("medlem2", "medlem2"), _her("vara", "medlem1")], [], False, ["medlem2", "vara"]),
        ([_her("raadgiver")], [], False, ["medlem1", "medlem2"]),  # nobody keeps the members' presence
        ([_her("raadgiver"), _her("medlem1", "medlem1")], [], True, ["medlem1", "raadgiver"]),
        ([_her("vara")], [], False, ["medlem1", "medlem2"]),  # for nobody: does not sit
        ([_her("medlem1", "medlem1"), _her("medlem2", "medlem2")], ["medlem2"], False, ["medlem1"]),
    ],
)
def test_at_bare_de_folkevalgte_som_er_her_skal_sitte(
    her: list[Tilstedevaerelse], borte: list[str], *, alle: bool, ventet: list[str]
) -> None:
    rader = Grupperader(
        verksted=RADER.verksted,
        person=RADER.person,
        liste=RADER.liste,
        mandat=RADER.mandat,
        tilstedevaerelse=tuple(her),
        forfall=tuple(Forfall(verksted_id="v", person_id=p) for p in borte),
    )
    assert [d.person.id for d in hvem_skal_sitte(rader, V, alle_i_rommet=alle)] == ventet


@pytest.mark.parametrize(
    ("aar", "gruppe"),
    [
        (2010, "under_30"),
        (1999, "under_30"),
        (1998, "30_44"),
        (1984, "30_44"),
        (1983, "45_59"),
        (1969, "45_59"),
        (1968, "60_og_over"),
        (2030, None),
        (None, None),
    ],
)
def test_at_alderen_regnes_i_det_aaret_verkstedet_er(aar: int | None, gruppe: str | None) -> None:
    assert egenskaper_av(Person(navn="A", foedselsaar=aar), None, None, aar=2028)["aldersgruppe"] == gruppe


@pytest.mark.parametrize(
    ("perioder", "verdi"), [(None, None), (0, "foerste"), (1, "foerste"), (2, "andre"), (3, "flere"), (9, "flere")]
)
def test_at_ansienniteten_er_foerste_andre_eller_flere_perioder(perioder: int | None, verdi: str | None) -> None:
    assert egenskaper_av(Person(navn="A", perioder=perioder), None, None, aar=2028)["ansiennitet"] == verdi


def test_at_verv_er_rolle_og_de_som_ikke_er_valgt_kjennes_paa_hva_de_er() -> None:
    medlem = Mandat(person_id="a", organ_id="o", art=Mandatart.MEDLEM, verv="Ordfører")
    raadgiver = Mandat(person_id="a", organ_id="o", art=Mandatart.ADMINISTRASJON)
    person = Person(navn="A", kjoenn=" K ", bosted=" ")
    assert egenskaper_av(person, medlem, None, aar=2028) == dict.fromkeys(EGENSKAPER) | {
        "kjoenn": "kvinne",
        "rolle": "Ordfører",
    }
    assert egenskaper_av(person, raadgiver, None, aar=2028)["rolle"] == "administrasjon"


def test_at_ukjente_ord_blir_nevnt_med_dem_som_finnes() -> None:
    assert [les_egenskap(o) for o in ("Kjønn", "kjonn", "LISTE", "bustad")] == ["kjoenn", "kjoenn", "parti", "geografi"]
    with pytest.raises(UkjentEgenskap) as feil:
        les_egenskap(" Hårfarge ")
    assert feil.value.data == {"ord": "Hårfarge", "kjente": ", ".join(EGENSKAPER)}


def test_at_det_balanseres_paa_det_lista_vet_naar_ingenting_er_valgt() -> None:
    assert beskriv_rommet(RADER, V).oppdrag.balanser == ("parti",)
    oppsett = Gruppeoppsett(verksted_id="v", balanser=["kjoenn", "parti"], stoerrelse=1)
    rader = Grupperader(
        verksted=RADER.verksted, person=RADER.person, liste=RADER.liste, mandat=RADER.mandat, gruppeoppsett=(oppsett,)
    )
    oppdrag = beskriv_rommet(rader, V).oppdrag
    assert (oppdrag.balanser, oppdrag.antall_bord) == (("kjoenn", "parti"), 2)
