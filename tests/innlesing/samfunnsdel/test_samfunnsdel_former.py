"""Plans of many municipalities' shapes, all invented: each gives its own tree."""

from __future__ import annotations

import pytest

from tests.innlesing.samfunnsdel.wordfiler import boks, h, p, punkt, tabell, wordfil
from verksted.innlesing.samfunnsdel.samfunnsdel import LestSamfunnsdel, les_samfunnsdel


def les(*kropp: str) -> LestSamfunnsdel:
    return les_samfunnsdel(wordfil(*kropp), "plan.docx")


def tre(lest: LestSamfunnsdel) -> list[str]:
    """Return each node as «  Level: title», indented by depth."""

    def dybde(indeks: int) -> int:
        forelder = lest.noder[indeks].forelder
        return 0 if forelder is None else 1 + dybde(forelder)

    return [f"{'  ' * dybde(n.indeks)}{n.nivaanavn}: {n.tittel}" for n in lest.noder]


def utenfor(lest: LestSamfunnsdel, grunn: str) -> list[str]:
    return [i.tekst for i in lest.ikke_plassert if i.begrunnelse_noekkel.endswith(f".{grunn}")]


def noekler(lest: LestSamfunnsdel) -> set[str]:
    return {problem.noekkel for problem in lest.problemer}


def test_at_fete_avsnitt_er_overskrifter_i_et_dokument_uten_stiler() -> None:
    lest = les(
        p("Samfunnsdel 2030", stoerrelse=40),
        p("Innledning", fet=True),
        p("Planen er til for alle som bor her."),
        p("Visjon", fet=True),
        p("Sammen ved havet", fet=True),
        p("Satsingsområder", fet=True),
        p("Oppvekst", fet=True),
        p("Barn er viktige."),
        p("Delmål:"),
        punkt("Trygge skoler", "Flere venner"),
        p("For å nå disse målene vil vi:"),
        punkt("bygge skoler"),
        p("Næring", fet=True),
        p("Delmål:"),
        punkt("Flere jobber"),
        p("Arealstrategi", fet=True),
        punkt("Fortett i sentrum"),
        p("Oppfølging", fet=True),
        p("Planen følges opp."),
    )
    assert lest.tittel == "Samfunnsdel 2030"
    assert tre(lest) == [
        "Visjon: Sammen ved havet",
        "Satsingsområde: Oppvekst",
        "  Delmål: Trygge skoler",
        "  Delmål: Flere venner",
        "  Strategi: bygge skoler",
        "Satsingsområde: Næring",
        "  Delmål: Flere jobber",
        "Arealstrategi: Arealstrategi",
        "  Arealstrategi: Fortett i sentrum",
    ]
    assert "overskrifter_etter_utseende" in noekler(lest)


def test_at_stoerre_skrift_er_overskrift_og_stoerst_er_oeverst() -> None:
    lest = les(
        p("Innledning", stoerrelse=36),
        p("Her står det noe langt om planen og om hvordan den er laget."),
        p("Våre satsingsområder", stoerrelse=36),
        p("Oppvekst", stoerrelse=28),
        p("Delmål", stoerrelse=24),
        punkt("Gode skoler"),
        p("Næring", stoerrelse=28),
        p("Delmål", stoerrelse=24),
        punkt("Flere jobber"),
        p("Oppfølging", stoerrelse=36),
        p("Til slutt følges planen opp av alle."),
    )
    assert tre(lest) == [
        "Satsingsområde: Oppvekst",
        "  Delmål: Gode skoler",
        "Satsingsområde: Næring",
        "  Delmål: Flere jobber",
    ]


def test_at_nummererte_linjer_er_overskrifter_naar_ingenting_annet_er_det() -> None:
    lest = les(
        p("1. Innledning"),
        p("Denne planen er for alle."),
        p("2. Visjon"),
        p("Sammen ved havet"),
        p("3. Satsingsområder"),
        p("3.1 Oppvekst"),
        p("Barna er framtida."),
        p("Delmål:"),
        p("- Trygge skoler"),
        p("- Flere venner"),
        p("3.2 Næring"),
        p("Arbeid er viktig."),
        p("Delmål:"),
        p("- Flere jobber"),
        p("4. Oppfølging"),
        p("Slutt."),
    )
    assert tre(lest) == [
        "Visjon: Sammen ved havet",
        "Satsingsområde: Oppvekst",
        "  Delmål: Trygge skoler",
        "  Delmål: Flere venner",
        "Satsingsområde: Næring",
        "  Delmål: Flere jobber",
    ]


def test_at_en_plan_helt_uten_overskrifter_leses_etter_merkelappene() -> None:
    lest = les(
        p("Visjon: Sammen ved havet"),
        p("Satsingsområde 1: Oppvekst"),
        p("Barn er viktige."),
        p("Delmål 1.1: Trygge skoler"),
        p("Strategier:"),
        p("• Bygge skoler"),
        p("• Ansette folk"),
        p("Delmål 1.2: Venner"),
        p("Satsingsområde 2: Næring"),
        p("Delmål 2.1: Jobber"),
    )
    assert tre(lest) == [
        "Visjon: Sammen ved havet",
        "Satsingsområde: Oppvekst",
        "  Delmål: Trygge skoler",
        "    Strategi: Bygge skoler",
        "    Strategi: Ansette folk",
        "  Delmål: Venner",
        "Satsingsområde: Næring",
        "  Delmål: Jobber",
    ]
    assert lest.noder[1].tekst == "Barn er viktige."


def test_at_hovedmaal_under_hvert_satsingsomraade_blir_nivaaet_mellom() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Oppvekst"),
        p("Hovedmål: Barna har det godt"),
        p("Delmål:"),
        punkt("Trygge skoler", "Venner"),
        p("Hovedmål: Unge blir boende"),
        p("Delmål:"),
        punkt("Jobber"),
        h(1, "Satsingsområde 2: Næring"),
        p("Hovedmål: Folk har arbeid"),
        p("Delmål:"),
        punkt("Nye næringer"),
    )
    assert tre(lest) == [
        "Satsingsområde: Oppvekst",
        "  Hovedmål: Barna har det godt",
        "    Delmål: Trygge skoler",
        "    Delmål: Venner",
        "  Hovedmål: Unge blir boende",
        "    Delmål: Jobber",
        "Satsingsområde: Næring",
        "  Hovedmål: Folk har arbeid",
        "    Delmål: Nye næringer",
    ]


def test_at_samfunnsmaal_har_foeringer_som_vanlige_avsnitt_og_arealstrategien_prinsipper() -> None:
    lest = les(
        h(1, "Samfunnsmål"),
        h(2, "Samfunnsmål 1: Et varmt samfunn"),
        p("Strategiske føringer:"),
        p("Alle skal høres"),
        p("Alle skal sees"),
        h(2, "Samfunnsmål 2: Et klokt samfunn"),
        p("Strategiske føringer:"),
        p("Vi lærer hele livet"),
        h(1, "Arealstrategi"),
        p("Arealprinsipper:"),
        punkt("Fortett"),
    )
    assert tre(lest) == [
        "Samfunnsmål: Et varmt samfunn",
        "  Strategisk føring: Alle skal høres",
        "  Strategisk føring: Alle skal sees",
        "Samfunnsmål: Et klokt samfunn",
        "  Strategisk føring: Vi lærer hele livet",
        "Arealstrategi: Arealstrategi",
        "  Arealprinsipp: Fortett",
    ]


def test_at_fem_nivaaer_og_mer_holdes_fra_hverandre() -> None:
    lest = les(
        h(1, "Visjon: Hav"),
        h(1, "Hovedmål 1: Trygg"),
        h(2, "Satsingsområde 1.1: Bo"),
        h(3, "Delmål 1.1.1: Hus"),
        h(4, "Strategi 1.1.1.1: Bygge"),
        p("Tiltak:"),
        punkt("Tomt"),
    )
    assert tre(lest) == [
        "Visjon: Hav",
        "Hovedmål: Trygg",
        "  Satsingsområde: Bo",
        "    Delmål: Hus",
        "      Strategi: Bygge",
        "        Tiltak: Tomt",
    ]


def test_at_to_nivaaer_uten_noen_ord_for_dem_er_en_usikker_gjetning() -> None:
    lest = les(
        h(1, "Trygg oppvekst"), punkt("Gode skoler"), h(1, "Levende bygder"), punkt("Butikk i bygda"), h(1, "Kilder")
    )
    assert tre(lest) == [
        "Satsingsområde: Trygg oppvekst",
        "  Delmål: Gode skoler",
        "Satsingsområde: Levende bygder",
        "  Delmål: Butikk i bygda",
    ]
    assert lest.noder[0].sikkerhet_bp < 5000
    assert "usikre_gjetninger" in noekler(lest)


def test_at_underoverskrifter_med_liste_i_et_satsingsomraade_er_nivaaet_under() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Å bo"),
        h(2, "Hvorfor er dette viktig"),
        punkt("Husene er gamle"),
        h(2, "Varierte boliger"),
        punkt("Ha tomter", "Bygge tett"),
    )
    assert tre(lest) == [
        "Satsingsområde: Å bo",
        "  Delmål: Varierte boliger",
        "    Strategi: Ha tomter",
        "    Strategi: Bygge tett",
    ]


def test_at_maal_og_strategier_i_tabell_leses_rad_for_rad() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Oppvekst"),
        tabell(
            ("Delmål", "Strategier", "Bærekraftsmål", "Ansvar"),
            ("Trygge skoler", "Bygge skoler\nAnsette folk", "3, 4", "Oppvekst"),
            ("Flere venner", "Fritidsklubb", "4", ""),
            ("", "Skatepark", "", ""),
        ),
        h(1, "Satsingsområde 2: Næring"),
        tabell(("Mål", "Slik gjør vi det"), ("Jobber", "Rydde tomter")),
    )
    assert tre(lest) == [
        "Satsingsområde: Oppvekst",
        "  Delmål: Trygge skoler",
        "    Strategi: Bygge skoler",
        "    Strategi: Ansette folk",
        "  Delmål: Flere venner",
        "    Strategi: Fritidsklubb",
        "    Strategi: Skatepark",
        "Satsingsområde: Næring",
        "  Mål: Jobber",
        "    Strategi: Rydde tomter",
    ]
    skoler = lest.noder[1]
    assert (skoler.baerekraftsmaal, skoler.tekst) == ((3, 4), "Bærekraftsmål: 3, 4\n\nAnsvar: Oppvekst")


def test_at_tabeller_med_nivaaet_foerst_paa_raden_eller_som_rad_over_leses() -> None:
    lest = les(
        h(1, "Mål og strategier"),
        tabell(("Hovedmål", "Et trygt samfunn"), ("Delmål", "Trygge veier\nTrygge hjem"), ("Strategier", "Asfaltere")),
        tabell(("=Satsingsområde 1: Oppvekst",), ("Delmål", "Strategier"), ("Skoler", "Bygge")),
        tabell(("=Næring",), ("Mål", "Strategi"), ("Jobb", "Rydde"), ("=Kultur",), ("Kor", "Synge")),
    )
    assert tre(lest) == [
        "Hovedmål: Et trygt samfunn",
        "  Delmål: Trygge veier",
        "  Delmål: Trygge hjem",
        "  Strategi: Asfaltere",
        "Satsingsområde: Oppvekst",
        "  Delmål: Skoler",
        "    Strategi: Bygge",
        "Satsingsområde: Næring",
        "  Mål: Jobb",
        "    Strategi: Rydde",
        "Satsingsområde: Kultur",
        "  Mål: Kor",
        "    Strategi: Synge",
    ]


def test_at_en_talltabell_ikke_blir_maal_men_staar_i_lista_over_det_som_ikke_er_plassert() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Å bo"),
        tabell(("År", "Folketall"), ("2020", "4 268"), ("2030", "4 178")),
        p("Delmål 1: Flere folk"),
    )
    assert tre(lest) == ["Satsingsområde: Å bo", "  Delmål: Flere folk"]
    assert utenfor(lest, "tabell") == ["År", "Folketall", "2020", "4 268", "2030", "4 178"]


def test_at_et_satsingsomraade_i_en_ramme_av_en_celle_er_overskriften_til_det_som_kommer_etter() -> None:
    lest = les(
        tabell(("Satsingsområde 1: Oppvekst",)),
        p("Barn."),
        p("Delmål:"),
        punkt("Skole"),
        tabell(("Satsingsområde 2: Næring",)),
        p("Delmål:"),
        punkt("Jobb"),
    )
    assert tre(lest) == ["Satsingsområde: Oppvekst", "  Delmål: Skole", "Satsingsområde: Næring", "  Delmål: Jobb"]


@pytest.mark.parametrize("med_gammel", [True, False])
def test_at_maal_i_tekstbokser_leses_en_gang_og_teksten_rundt_gaar_videre(*, med_gammel: bool) -> None:
    i_boks = boks(p("Delmål 1.1: Flere boliger") + p("Delmål 1.2: Gode veier"), med_gammel=med_gammel)
    lest = les(
        h(1, "Visjon", boks(p("Sammen ved havet"), med_gammel=med_gammel)),
        h(1, "Satsingsområde 1: Å bo", i_boks),
        p("Folk skal bo."),
    )
    assert tre(lest) == [
        "Visjon: Sammen ved havet",
        "Satsingsområde: Å bo",
        "  Delmål: Flere boliger",
        "  Delmål: Gode veier",
    ]
    assert lest.noder[1].tekst == "Folk skal bo."


def test_at_en_lysbildeplan_med_tittel_paa_hvert_bilde_har_satsingsomraadene_en_gang() -> None:
    lest = les(
        p("Plan for Lindvær", "Title"),
        p("Visjon", "Title"),
        p("Sammen ved havet"),
        p("Satsingsområder", "Title"),
        punkt("Oppvekst", "Næring"),
        p("Oppvekst", "Title"),
        p("Delmål:"),
        punkt("Skole"),
        p("Næring", "Title"),
        p("Delmål:"),
        punkt("Jobb"),
    )
    assert lest.tittel == "Plan for Lindvær"
    assert tre(lest) == [
        "Visjon: Sammen ved havet",
        "Satsingsområde: Oppvekst",
        "  Delmål: Skole",
        "Satsingsområde: Næring",
        "  Delmål: Jobb",
    ]
    assert utenfor(lest, "gjentakelse") == ["Oppvekst", "Næring"]


def test_at_oversikten_med_andre_ord_sies_fra_om_og_ikke_dobles() -> None:
    lest = les(
        h(1, "Målene våre"),
        p("Satsingsområder:"),
        punkt("Trygg oppvekst", "Levende næringsliv", "Grønn kommune"),
        h(1, "Satsingsområder"),
        h(2, "En trygg og god oppvekst for alle"),
        p("Barn."),
        h(2, "Et levende og nyskapende næringsliv"),
        punkt("Jobb"),
        h(2, "En grønn kommune som tar ansvar"),
    )
    assert [linje for linje in tre(lest) if not linje.startswith(" ")] == [
        "Satsingsområde: En trygg og god oppvekst for alle",
        "Satsingsområde: Et levende og nyskapende næringsliv",
        "Satsingsområde: En grønn kommune som tar ansvar",
    ]
    assert utenfor(lest, "gjentakelse") == ["Trygg oppvekst", "Levende næringsliv", "Grønn kommune"]
    assert "gjentatte_maal" in noekler(lest)


def test_at_nummererte_delmaal_paa_en_oversiktsside_er_de_samme_som_i_kapitlene() -> None:
    lest = les(
        h(1, "Målene på ett sted"),
        p("Delmål 1.1: Gode skoler"),
        p("Delmål 1.2: Mange venner"),
        h(1, "Satsingsområde 1: Oppvekst"),
        p("Delmål 1.1: Skoler som er gode for alle barn"),
        p("Vi bygger."),
        p("Delmål 1.2: Venner å være sammen med"),
    )
    assert tre(lest) == [
        "Satsingsområde: Oppvekst",
        "  Delmål: Skoler som er gode for alle barn",
        "  Delmål: Venner å være sammen med",
    ]
    assert utenfor(lest, "gjentakelse") == ["Gode skoler", "Mange venner"]


def test_at_to_omraader_med_nesten_like_delmaal_beholder_begge_sine() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Havbruk"),
        h(2, "Delmål"),
        punkt("Flere arbeidsplasser i havbruk", "Trygge arbeidsplasser i havbruk"),
        h(1, "Satsingsområde 2: Reiseliv"),
        h(2, "Delmål"),
        punkt("Flere arbeidsplasser i reiseliv", "Trygge arbeidsplasser i reiseliv"),
    )
    assert len(lest.noder) == 6
    assert not utenfor(lest, "gjentakelse")


def test_at_titlene_paa_fns_maal_blir_baerekraftsmaal_og_ikke_egne_maal() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Helse"),
        p("GOD HELSE OG LIVSKVALITET"),
        p("ANSTENDIG ARBEID OG"),
        p("ØKONOMISK VEKST"),
        h(2, "Delmål"),
        punkt("Friske folk"),
        p("GOD\nUTDANNING"),
        punkt("Kloke folk"),
        p("10 Mindre ulikhet"),
        p("FRED, RETTFERD OG VELFUNGERANDE INSTITUSJONAR"),
    )
    assert [(n.tittel, n.baerekraftsmaal) for n in lest.noder] == [
        ("Helse", (3, 8)),
        ("Friske folk", (4,)),
        ("Kloke folk", (10, 16)),
    ]
    assert len(utenfor(lest, "fn_maal")) == 6


def test_at_et_satsingsomraade_som_heter_som_et_fn_maal_er_et_satsingsomraade() -> None:
    lest = les(h(1, "God utdanning"), p("Delmål:"), punkt("Skole"), h(1, "MINDRE ULIKHET"), p("Delmål:"), punkt("Likt"))
    assert [n.tittel for n in lest.noder] == ["God utdanning", "Skole", "MINDRE ULIKHET", "Likt"]


def test_at_myke_linjeskift_deler_punkter_og_skjoeter_setninger() -> None:
    lest = les(
        h(1, "Satsingsområde 1: Levende\nlokalsamfunn"),
        p("Delmål:\nFlere boliger\nFlere veier"),
        p("Delmål 2: Skoler som er\ngode"),
        p("Delmål 3: Lindvær skal ha gode"),
        p("oppvekstkår for alle"),
        p("Delmål 4: A\nDelmål 5: B"),
    )
    assert tre(lest) == [
        "Satsingsområde: Levende lokalsamfunn",
        "  Delmål: Flere boliger",
        "  Delmål: Flere veier",
        "  Delmål: Skoler som er gode",
        "  Delmål: Lindvær skal ha gode oppvekstkår for alle",
        "  Delmål: A",
        "  Delmål: B",
    ]


def test_at_nummeret_kan_staa_etter_teksten() -> None:
    lest = les(
        h(1, "Satsingsområder"),
        h(2, "Oppvekst 1"),
        punkt("Skole 1.1", "Venner 1.2"),
        h(2, "Næring 2"),
        h(2, "Å bo (satsingsområde 3)"),
        h(2, "Lindvær 2040"),
    )
    assert [n.tittel for n in lest.noder] == ["Oppvekst", "Skole", "Venner", "Næring", "Å bo", "Lindvær 2040"]


@pytest.mark.parametrize(
    "maal",
    ["Bygge 50 nye boliger", "50 nye boliger", "Begrense oppvarmingen til 1.5", "Tilby plass på trinn 1", "Kutte 90 %"],
)
def test_at_tall_som_er_en_del_av_maalet_blir_staaende(maal: str) -> None:
    lest = les(
        h(1, "Satsingsområde 1: Å bo"), h(2, f"Delmål 1: {maal}"), h(1, "Delmål"), punkt(maal, "Kutte på trinn 2")
    )
    assert [n.tittel for n in lest.noder] == ["Å bo", maal, maal, "Kutte på trinn 2"]


def test_at_fete_omraader_under_en_ekte_overskrift_er_omraader() -> None:
    lest = les(
        h(1, "Innledning"),
        p("Tekst."),
        h(1, "Satsingsområder"),
        p("Oppvekst", fet=True),
        p("Barn."),
        punkt("Skole"),
        p("Næring", fet=True),
        punkt("Jobb"),
        h(1, "Vedlegg"),
        p("Kart."),
    )
    assert tre(lest) == ["Satsingsområde: Oppvekst", "  Delmål: Skole", "Satsingsområde: Næring", "  Delmål: Jobb"]


@pytest.mark.timeout(30)
def test_at_en_endeloes_linje_ikke_stopper_lesingen() -> None:
    lest = les(p("a ... 1"), p("b ... 2"), p("c ... 3"), p("." * 300_000), p("Delmål 1: x" + "." * 100_000))
    assert len(lest.noder) == 1
