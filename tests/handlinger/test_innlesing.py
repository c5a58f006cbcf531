"""Importing: one undo, nobody taken away, nothing twice, nothing lost to a file that gave nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.handlinger.proeveprosess import (
    DELTAKERE,
    LEDER,
    POSTER,
    deltakerliste,
    hent,
    kunnskap,
    lest,
    malen,
    ny_prosess,
    oekonomiplan,
    samfunnsdel,
    tom_fil,
)
from tests.innlesing.filer import csvfil
from verksted.handlinger.feil import FilenErLestInnFoer, FilenKunneIkkeLeses, PosteneErKnyttet, ProsessenFinnesAllerede
from verksted.handlinger.filer import Innleser, ta_inn_fil
from verksted.handlinger.innlesing import ta_inn_deltakere, ta_inn_kunnskap, ta_inn_oekonomiplan, ta_inn_samfunnsdel
from verksted.handlinger.maler import finn_mal
from verksted.handlinger.prosess import merk_sjekkpunkt, oppdater_prosess, oppdater_verksted, opprett_prosess
from verksted.handlinger.spor import knytt, opprett_tiltak
from verksted.innlesing.deltakere.deltakere import Deltakerleser, les_deltakere
from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
from verksted.kjerne.feil import FinnesIkke, UgyldigVerdi
from verksted.lager.utloesere import kolonnene
from verksted.modell.ordene import Sporting, Tiltaksart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from verksted.lager.prosessfil import Prosessfil

INNLESINGER = [
    (ta_inn_deltakere, deltakerliste),
    (ta_inn_samfunnsdel, samfunnsdel),
    (ta_inn_oekonomiplan, oekonomiplan),
    (ta_inn_kunnskap, kunnskap),
]


@pytest.fixture
def fil(tmp_path: Path) -> Iterator[Prosessfil]:
    with ny_prosess(tmp_path) as fil:
        yield fil


def _alt(fil: Prosessfil) -> dict[str, list[Any]]:
    return {tabell: sorted(hent(fil, f"SELECT * FROM {tabell}"), key=str) for tabell in kolonnene()}


def _mandatene(fil: Prosessfil) -> dict[str, tuple[str, str]]:
    rader = hent(
        fil,
        "SELECT p.navn, m.art, l.kode FROM mandat AS m JOIN person AS p ON p.id = m.person_id "
        "JOIN liste AS l ON l.id = m.liste_id",
    )
    return {navn: (art, kode) for navn, art, kode in rader}


def test_at_kommunestyret_leses_inn_med_lister_roller_og_varaer(fil: Prosessfil) -> None:
    assert _mandatene(fil)["Ragna Ytterlind"] == ("vara", "KL")
    assert hent(
        fil,
        "SELECT v.navn, f.navn FROM mandat AS m JOIN person AS v ON v.id = m.person_id "
        "JOIN mandat AS fm ON fm.id = m.vara_for_id JOIN person AS f ON f.id = fm.person_id",
    ) == [("Jostein Lindvik", "Torvald Brimvåg")]


def test_at_samme_liste_paa_nytt_ikke_endrer_noe_annet_enn_at_den_er_lest(fil: Prosessfil) -> None:
    foer = _alt(fil)
    assert fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste()).resultat.uendret == 8
    etter = _alt(fil)
    assert {t for t in foer if foer[t] != etter[t]} == {"innlesing"}


def test_at_en_ny_liste_oppdaterer_og_ingen_forsvinner(fil: Prosessfil) -> None:
    foer = _mandatene(fil)
    ny = deltakerliste([("Åse Lyngstrand", "Ny kurs (NK)", "Vara"), ("Helt Ny", "Arbeidslista (AL)", "Medlem")])
    fil.utfoer(ta_inn_deltakere, LEDER, **ny)
    etter = _mandatene(fil)
    assert etter["Åse Lyngstrand"] == ("vara", "NK")
    assert etter["Helt Ny"] == ("medlem", "AL")
    assert {navn: verdi for navn, verdi in etter.items() if navn not in {"Åse Lyngstrand", "Helt Ny"}} == {
        navn: verdi for navn, verdi in foer.items() if navn != "Åse Lyngstrand"
    }


def test_at_ny_innlesing_sier_hvem_som_er_ny_endret_og_borte_men_loggen_har_ingen_navn(fil: Prosessfil) -> None:
    ny = deltakerliste([("Åse Lyngstrand", "Ny kurs (NK)", "Nestleder"), ("Helt Ny", "Arbeidslista (AL)", "Medlem")])
    endring = fil.utfoer(ta_inn_deltakere, LEDER, **ny)
    assert endring.resultat.nye == ("Helt Ny",)
    assert [(e.navn, e.felt) for e in endring.resultat.endret] == [
        ("Åse Lyngstrand", (("liste", "Bygdelista", "Ny kurs"), ("verv", None, "Nestleder")))
    ]
    assert len(endring.resultat.borte) == 7
    assert "Helt Ny" in hent(fil, "SELECT navn FROM person")
    logg = hent(fil, "SELECT koder, navn FROM handling")
    assert "Lyngstrand" not in str(logg)
    assert "Helt Ny" not in str(hent(fil, "SELECT foer, etter FROM endring"))


def test_at_partiet_er_den_samme_lista_hvordan_neste_fil_enn_skriver_det(fil: Prosessfil) -> None:
    fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste([("A Bø", "Ap", "Medlem"), ("C Dal", "H", "Medlem")]))
    fil.utfoer(
        ta_inn_deltakere,
        LEDER,
        **deltakerliste(
            [("A Bø", "Arbeidarpartiet", "Medlem"), ("C Dal", "Høgre", "Medlem"), ("E Fly", "BL", "Medlem")]
        ),
    )
    lister = hent(fil, "SELECT kode FROM liste ORDER BY kode")
    assert lister == ["Ap", "BL", "H", "KL", "NK"]
    assert _mandatene(fil)["E Fly"] == ("medlem", "BL")


def test_at_det_en_ny_fil_ikke_har_kolonner_for_staar_som_det_stod(fil: Prosessfil) -> None:
    full = [("Navn", "Parti", "Verv", "Født"), ("Torvald Brimvåg", "Bygdelista", "Ordfører", 1960)]
    fil.utfoer(ta_inn_deltakere, LEDER, **lest(les_deltakere, csvfil(full), "full.csv"))
    uten = [("Navn", "Bosted"), ("Torvald Brimvåg", "Storneset")]
    endring = fil.utfoer(ta_inn_deltakere, LEDER, **lest(les_deltakere, csvfil(uten), "uten.csv"))
    assert [e.felt for e in endring.resultat.endret] == [(("bosted", None, "Storneset"),)]
    assert hent(
        fil,
        "SELECT l.kode, m.verv, p.foedselsaar, p.bosted FROM mandat AS m JOIN person AS p ON p.id = m.person_id "
        "JOIN liste AS l ON l.id = m.liste_id WHERE p.navn = 'Torvald Brimvåg'",
    ) == [("BL", "Ordfører", 1960, "Storneset")]


def test_at_alderen_ikke_skriver_over_et_foedselsaar_som_er_kjent(fil: Prosessfil) -> None:
    for hode, verdi in (("Født", 1960), ("Alder", 67)):  # 2028 − 67 is 1961, before this year's birthday 1960
        rader = [("Navn", "Parti", hode), ("Torvald Brimvåg", "BL", verdi)]
        fil.utfoer(ta_inn_deltakere, LEDER, **lest(Deltakerleser(2028), csvfil(rader), f"{hode}.csv"))
    assert hent(fil, "SELECT foedselsaar FROM person WHERE navn = 'Torvald Brimvåg'") == [1960]


def test_at_en_uten_liste_kommer_inn_uten_liste(fil: Prosessfil) -> None:
    fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste([("Helt Ny", "", "Medlem")]))
    assert hent(
        fil, "SELECT m.liste_id FROM mandat AS m JOIN person AS p ON p.id = m.person_id WHERE p.navn = 'Helt Ny'"
    ) == [None]


def test_at_to_med_samme_navn_holdes_fra_hverandre_naar_fila_snur_dem(fil: Prosessfil) -> None:
    hode = ("Navn", "Parti", "Født", "Verv")
    to = [("Kari Vik", "Bygdelista", 1960, ""), ("Kari Vik", "Ny kurs", 1990, "")]
    fil.utfoer(ta_inn_deltakere, LEDER, **lest(les_deltakere, csvfil([hode, *to]), "a.csv"))
    snudd = [("Kari Vik", "Ny kurs", 1990, "Ordfører"), ("Kari Vik", "Bygdelista", 1960, "")]
    endring = fil.utfoer(ta_inn_deltakere, LEDER, **lest(les_deltakere, csvfil([hode, *snudd]), "b.csv"))
    assert [e.felt for e in endring.resultat.endret] == [(("verv", None, "Ordfører"),)]
    assert hent(
        fil,
        "SELECT p.foedselsaar, m.verv FROM mandat AS m JOIN person AS p ON p.id = m.person_id "
        "WHERE p.navn = 'Kari Vik' ORDER BY p.foedselsaar",
    ) == [(1960, None), (1990, "Ordfører")]


def test_at_en_vara_som_blir_medlem_ikke_lenger_er_vara_for_noen(fil: Prosessfil) -> None:
    fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste([("Jostein Lindvik", "Bygdelista (BL)", "Medlem")]))
    assert hent(fil, "SELECT count(*) FROM mandat WHERE vara_for_id IS NOT NULL") == [0]


def test_at_to_med_samme_navn_begge_blir_med_og_ikke_bytter_plass(fil: Prosessfil) -> None:
    navnesoestre = [("Kari Vik", "Bygdelista (BL)", "Medlem"), ("Kari Vik", "Ny kurs (NK)", "Medlem")]
    sql = (
        "SELECT p.id, l.kode FROM mandat AS m JOIN person AS p ON p.id = m.person_id "
        "JOIN liste AS l ON l.id = m.liste_id WHERE p.navn = 'Kari Vik' ORDER BY m.rekkefoelge"
    )
    for _ in range(4):  # ids are random: several pairs, so that luck does not help
        fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste(navnesoestre))
        foerst = hent(fil, sql)
        assert [kode for _, kode in foerst] == ["BL", "NK"]
        fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste([*DELTAKERE, *navnesoestre]))
        assert hent(fil, sql) == foerst
        fil.angre(LEDER)
        fil.angre(LEDER)


def test_at_to_lister_som_ville_faatt_samme_kode_faar_hver_sin(fil: Prosessfil) -> None:
    rader = [("A B", "Kystens liste", "Medlem"), ("C D", "Kvinnelista", "Medlem"), ("E F", "Kirkelista", "Medlem")]
    fil.utfoer(ta_inn_deltakere, LEDER, **deltakerliste(rader))
    koder = hent(fil, "SELECT kode FROM liste")
    assert len(koder) == len(set(koder)) == 6


@pytest.mark.parametrize(("ta_inn", "innhold"), INNLESINGER, ids=lambda x: getattr(x, "__name__", ""))
def test_at_en_innlesing_er_en_angring(
    tmp_path: Path, ta_inn: Callable[..., Any], innhold: Callable[[], dict[str, Any]]
) -> None:
    with tom_fil(tmp_path) as fil:
        fil.utfoer(opprett_prosess, "oppsett", mal=malen(), kommune="Lindvær", valgperiode=(2027, 2031))
        foer = _alt(fil)
        endring = fil.utfoer(ta_inn, LEDER, **innhold())
        assert getattr(endring.resultat, "antall", endring.resultat) > 0
        fil.angre(LEDER)
        assert _alt(fil) == foer
        fil.gjoer_om(LEDER)
        assert len(_alt(fil)["innlesing"]) == 1
        assert fil.kontroller().funn == ()


@pytest.mark.parametrize(("ta_inn", "innhold"), INNLESINGER, ids=lambda x: getattr(x, "__name__", ""))
def test_at_ingenting_leses_inn_i_en_fil_uten_prosess(
    tmp_path: Path, ta_inn: Callable[..., Any], innhold: Callable[[], dict[str, Any]]
) -> None:
    with tom_fil(tmp_path) as fil:
        with pytest.raises(FinnesIkke) as feil:
            fil.utfoer(ta_inn, LEDER, **innhold())
        assert feil.value.data["hva"] == "prosess"


@pytest.mark.parametrize("ta_inn", [ta_inn_samfunnsdel, ta_inn_kunnskap])
def test_at_den_samme_fila_ikke_gir_alt_to_ganger(fil: Prosessfil, ta_inn: Callable[..., Any]) -> None:
    innhold = samfunnsdel() if ta_inn is ta_inn_samfunnsdel else kunnskap()
    foer = _alt(fil)
    with pytest.raises(FilenErLestInnFoer) as feil:
        fil.utfoer(ta_inn, LEDER, **innhold)
    assert feil.value.data == {"fil": innhold["filnavn"]}
    assert _alt(fil) == foer
    fil.utfoer(ta_inn, LEDER, **{**innhold, "sha256": "f" * 64})  # other bytes may well say more


def test_at_samfunnsdelen_blir_et_tre_med_koder_og_sikkerhet(fil: Prosessfil) -> None:
    assert hent(
        fil,
        "SELECT p.kode, p.gjeldende_tittel, f.kode, p.sikkerhet_bp > 0 FROM planelement AS p "
        "LEFT JOIN planelement AS f ON f.id = p.forelder_id ORDER BY p.kode",
    ) == [
        ("S1", "Levende bygder", None, 1),
        ("S1.1", "Flere skal kunne bo i bygdene", "S1", 1),
        ("S2", "Ren kyst", None, 1),
        ("S2.1", "Fjorden skal være ren", "S2", 1),
    ]


def test_at_en_ny_oekonomiplan_erstatter_den_gamle_med_nye_koder(fil: Prosessfil) -> None:
    fil.utfoer(ta_inn_oekonomiplan, LEDER, **oekonomiplan(POSTER[:2]))
    assert hent(fil, "SELECT kode FROM oekonomipost") == ["D-0003"]
    assert hent(fil, "SELECT sum(beloep) FROM postbeloep") == [800_000]
    fil.angre(LEDER)
    assert sorted(hent(fil, "SELECT kode FROM oekonomipost")) == ["D-0001", "D-0002"]
    assert hent(fil, "SELECT sum(beloep) FROM postbeloep") == [1_750_000]


def test_at_en_oekonomiplan_i_bruk_ikke_byttes_ut(fil: Prosessfil) -> None:
    tiltak = fil.utfoer(opprett_tiltak, LEDER, tittel="T", art=Tiltaksart.DRIFT).resultat
    fil.utfoer(knytt, LEDER, fra=(Sporting.TILTAK, tiltak), til=(Sporting.OEKONOMIPOST, "D-0001"))
    with pytest.raises(PosteneErKnyttet) as feil:
        fil.utfoer(ta_inn_oekonomiplan, LEDER, **(oekonomiplan() | {"sha256": "f" * 64}))
    assert feil.value.data == {"antall": 1}


def test_at_en_fil_uten_poster_ikke_sletter_den_gamle_planen(fil: Prosessfil, tmp_path: Path) -> None:
    feil_fil = tmp_path / "adresser.csv"
    feil_fil.write_bytes(csvfil([("Navn", "Adresse"), ("Rådhuset", "Lindværsjøen 1")]))
    foer = _alt(fil)
    innlest = ta_inn_fil(fil, LEDER, feil_fil, Innleser(les_oekonomiplan, ta_inn_oekonomiplan))
    assert (innlest.antall, bool(innlest.problemer)) == (0, True)
    assert _alt(fil) == foer


def test_at_en_fil_som_mangler_sier_det_foer_noe_skjer(fil: Prosessfil, tmp_path: Path) -> None:
    for sti in (tmp_path / "borte.csv", tmp_path):
        with pytest.raises(FilenKunneIkkeLeses) as feil:
            ta_inn_fil(fil, LEDER, sti, Innleser(les_oekonomiplan, ta_inn_oekonomiplan))
        assert feil.value.data["sti"] == str(sti)


def test_at_det_tas_en_sikkerhetskopi_foer_noe_leses_inn(fil: Prosessfil, tmp_path: Path) -> None:
    for kopi in (tmp_path / "arbeid" / "kopier").rglob("*.verksted"):
        kopi.unlink()
    (tmp_path / "f.csv").write_bytes(csvfil(POSTER) + b"\r\n")
    ta_inn_fil(fil, LEDER, tmp_path / "f.csv", Innleser(les_oekonomiplan, ta_inn_oekonomiplan))
    assert len(list((tmp_path / "arbeid" / "kopier").rglob("*.verksted"))) == 1


# -- the process itself -------------------------------------------------------------------------------------------


def test_at_en_prosess_fra_mal_har_verksteder_program_spoersmaal_og_sjekkliste(tmp_path: Path) -> None:
    mal = finn_mal("politisk-verksted", "nn")[0]
    with tom_fil(tmp_path) as fil:
        fil.utfoer(opprett_prosess, LEDER, mal=mal, kommune="Lindvær kommune", valgperiode=(2027, 2031))
        assert hent(fil, "SELECT navn, maalform FROM prosess") == [(mal.tittel, "nn")]
        assert hent(fil, "SELECT count(*) FROM verksted") == [len(mal.verksteder)]
        assert hent(fil, "SELECT count(*) FROM spoersmaal") == [sum(len(v.spoersmaal) for v in mal.verksteder)]
        assert hent(fil, "SELECT count(*) FROM programpost WHERE forelder_id IS NULL") == [
            sum(len(v.program) for v in mal.verksteder)
        ]
        with pytest.raises(ProsessenFinnesAllerede):
            fil.utfoer(opprett_prosess, LEDER, mal=mal, kommune="X", valgperiode=(2027, 2031))
        fil.angre(LEDER)
        assert {tabell for tabell, rader in _alt(fil).items() if rader} == set()


def test_at_prosess_og_verksted_kan_endres_men_ikke_til_noe_umulig(fil: Prosessfil) -> None:
    fil.utfoer(oppdater_prosess, LEDER, navn="Nytt navn", planperiode_fra=2028, planperiode_til=2040)
    fil.utfoer(oppdater_verksted, LEDER, verksted=2, sted="Grendehuset", aapent=False, lukket_hjemmel="koml. § 11-5")
    umulige: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (oppdater_prosess, {"valgperiode_til": 2020}),
        (oppdater_prosess, {"kommune": ""}),
        (oppdater_prosess, {"finnes_ikke": 1}),
        (oppdater_verksted, {"verksted": 1, "aapent": False}),
        (oppdater_verksted, {"verksted": 1, "status": "ferdig"}),
    ]
    for handlingen, felt in umulige:
        with pytest.raises(UgyldigVerdi):
            fil.utfoer(handlingen, LEDER, **felt)
    ukjente: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (oppdater_verksted, {"verksted": 9}),
        (merk_sjekkpunkt, {"verksted": 1, "nummer": 999, "utfoert": None}),
    ]
    for handlingen, felt in ukjente:
        with pytest.raises(FinnesIkke):
            fil.utfoer(handlingen, LEDER, **felt)
    assert hent(fil, "SELECT navn FROM prosess") == ["Nytt navn"]


def test_at_en_deltaker_uten_liste_kommer_med_som_de_andre(fil: Prosessfil) -> None:
    lest = les_deltakere(csvfil([["Navn", "Parti"], ["Kari Uten", ""], ["Ola Fjord", "Grønn framtid"]]), "liste.csv")
    fil.utfoer(ta_inn_deltakere, LEDER, lest=lest, filnavn="liste.csv", sha256="d" * 64)
    rader = hent(
        fil,
        "SELECT p.navn, l.navn FROM person AS p JOIN mandat AS m ON m.person_id = p.id "
        "LEFT JOIN liste AS l ON l.id = m.liste_id WHERE p.navn IN ('Kari Uten', 'Ola Fjord') ORDER BY p.navn",
    )
    assert rader == [("Kari Uten", None), ("Ola Fjord", "Grønn framtid")]


def test_at_den_samme_oekonomiplanen_ikke_gir_postene_nye_koder(fil: Prosessfil) -> None:
    plan = oekonomiplan() | {"sha256": "e" * 64}
    fil.utfoer(ta_inn_oekonomiplan, LEDER, **plan)
    koder = hent(fil, "SELECT kode FROM oekonomipost ORDER BY kode")
    with pytest.raises(FilenErLestInnFoer):
        fil.utfoer(ta_inn_oekonomiplan, LEDER, **plan)
    assert hent(fil, "SELECT kode FROM oekonomipost ORDER BY kode") == koder
