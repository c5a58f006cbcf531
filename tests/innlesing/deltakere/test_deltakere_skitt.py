"""Council lists as they really come: merged cells, sections, headings in two rows, tables side by side, odd ages."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook

from tests.innlesing.filer import csvfil, xlsx
from verksted.innlesing.deltakere.deltakere import Deltakerleser, les_deltakere

if TYPE_CHECKING:
    from collections.abc import Sequence

    from verksted.innlesing.deltakere.deltakere import LestDeltakerliste


def _flettet(rader: Sequence[Any], *omraader: str) -> bytes:
    bok = Workbook()
    blad = bok.active
    assert blad is not None
    blad.title = "Kommunestyret"
    for rad in rader:
        blad.append(list(rad))
    for omraade in omraader:
        blad.merge_cells(omraade)
    ut = io.BytesIO()
    bok.save(ut)
    return ut.getvalue()


def _kort(lest: LestDeltakerliste) -> list[tuple[str, str, str]]:
    return [(d.navn, d.liste, d.art) for d in lest.deltakere]


def _noekler(lest: LestDeltakerliste) -> list[str]:
    return [p.noekkel for p in lest.problemer]


def test_at_en_liste_flettet_over_flere_rader_gjelder_alle_og_bare_dem() -> None:
    rader = [
        ["Kommunestyret i Lindvær 2027–2031"],
        ["Parti", "Navn", "Født"],
        ["Bygdelista", "Kari Vik", 1960],
        [None, "Per Lo", 1970],
        ["Ap", "Jo Li", 1980],
        [None, "Ida Nes", 1981],
        [None, "Ola Moe", 1982],
    ]
    lest = les_deltakere(_flettet(rader, "A1:C1", "A3:A4", "A5:A6"), "f.xlsx")
    assert [d.liste for d in lest.deltakere] == ["Bygdelista", "Bygdelista", "Arbeiderpartiet", "Arbeiderpartiet", ""]
    assert _noekler(lest) == ["uten_liste"]


def test_at_lista_som_staar_en_gang_per_gruppe_i_csv_fylles_nedover_og_meldes() -> None:
    rader = [["Parti", "Navn"], ["Ap", "Kari Vik"], ["", "Per Lo"], ["", "Jo Li"], ["H", "Ola Moe"], ["", "Ida Nes"]]
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert [d.listekode for d in lest.deltakere] == ["Ap", "Ap", "Ap", "H", "H"]
    assert _noekler(lest) == ["liste_fylt_nedover"]
    # one who lacks a list among those who have it does not get the neighbour's
    hull = les_deltakere(csvfil([["Parti", "Navn"], ["Ap", "Kari Vik"], ["Ap", "Per Lo"], ["", "Jo Li"]]), "f.csv")
    assert hull.deltakere[2].liste == ""


def test_at_partier_faste_og_varaer_som_linjer_mellom_personene_blir_lister_og_roller() -> None:
    rader = [
        ["Navn", "Født", "Verv"],
        ["Arbeidarpartiet (3)"],
        ["Kari Vik", "1960", "Ordførar"],
        ["Per Lo", "1970", ""],
        ["Vara:"],
        ["1. Ola Moe", "1980", ""],
        ["2. Siri Å", "", ""],
        ["Høgre"],
        ["Jo Li", "55", ""],
    ]
    lest = les_deltakere(csvfil(rader), "f.csv")
    assert _kort(lest) == [
        ("Kari Vik", "Arbeidarpartiet", "medlem"),
        ("Per Lo", "Arbeidarpartiet", "medlem"),
        ("Ola Moe", "Arbeidarpartiet", "vara"),
        ("Siri Å", "Arbeidarpartiet", "vara"),
        ("Jo Li", "Høgre", "medlem"),
    ]
    assert [d.varanummer for d in lest.deltakere] == [None, None, 1, 2, None]
    assert not lest.problemer


def test_at_varaer_samlet_sist_er_varaer_for_alle_partiene_som_kommer_under() -> None:
    rader = [
        ["Navn", "Født"], ["Faste medlemmer"], ["Ap"], ["Kari Vik", 1960], ["H"], ["Per Lo", 1970], [],
        ["Varamedlemmer"], ["Ap"], ["1. Ola Moe", 1980], ["H"], ["1 Siri Ås", 1981],
    ]  # fmt: skip
    assert _kort(les_deltakere(csvfil(rader), "f")) == [
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Per Lo", "Høyre", "medlem"),
        ("Ola Moe", "Arbeiderpartiet", "vara"),
        ("Siri Ås", "Høyre", "vara"),
    ]


def test_at_vararepresentanter_for_en_liste_hoerer_til_den() -> None:
    rader = [
        ["Nr", "Navn", "Parti"], [1, "Kari Vik", "AP"], [2, "Per Lo", "Ny kurs"],
        ["Vararepresentanter for Arbeiderpartiet"], [1, "Ola Moe", ""], ["Vara for Ny kurs:"], [1, "Siri Ås", ""],
    ]  # fmt: skip
    assert _kort(les_deltakere(csvfil(rader), "f"))[2:] == [
        ("Ola Moe", "Arbeiderpartiet", "vara"),
        ("Siri Ås", "Ny kurs", "vara"),
    ]


def test_at_en_overskrift_paa_to_rader_leses_som_en() -> None:
    rader = [["Representant", "", "Parti", "Født"], ["Etternavn", "Fornavn", "", ""], ["Vik", "Kari", "Ap", "12.03.60"]]
    (person,) = les_deltakere(csvfil(rader), "f").deltakere
    assert (person.navn, person.listekode, person.foedselsaar) == ("Kari Vik", "Ap", 1960)
    fletta = [["Navn", None, "Parti"], ["Fornavn", "Etternavn", None], ["Kari", "Vik", "Ap"], ["Per", "Lo", "H"]]
    assert _kort(les_deltakere(_flettet(fletta, "A1:B1", "C1:C2"), "f")) == [
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Per Lo", "Høyre", "medlem"),
    ]


def test_at_tabeller_side_ved_side_leses_hver_for_seg() -> None:
    rader = [
        ["Faste", "", "", "Vara", "", ""], ["Navn", "Parti", "", "Navn", "Parti", ""],
        ["Kari Vik", "Ap", "", "Ola Moe", "Ap", ""], ["Per Lo", "H", "", "", "", ""],
    ]  # fmt: skip
    assert _kort(les_deltakere(csvfil(rader), "f")) == [
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Ola Moe", "Arbeiderpartiet", "vara"),
        ("Per Lo", "Høyre", "medlem"),
    ]


def test_at_partiene_kan_staa_som_overskrifter_over_hver_sin_kolonne() -> None:
    rader = [
        ["Ap", "Høyre", "Bygdelista"],
        ["Kari Vik", "Per Lo", "Jo Li"],
        ["Varamedlemmer"],
        ["Ola Moe", "", "Ida Å"],
    ]
    assert _kort(les_deltakere(csvfil(rader), "f")) == [
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Per Lo", "Høyre", "medlem"),
        ("Jo Li", "Bygdelista", "medlem"),
        ("Ola Moe", "Arbeiderpartiet", "vara"),
        ("Ida Å", "Bygdelista", "vara"),
    ]


def test_at_en_personlig_vara_i_egen_kolonne_blir_en_person_som_moeter_for_medlemmet() -> None:
    rader = [["Medlem", "Parti", "Personlig vara"], ["Kari Vik", "Ap", "Moe, Ola"], ["Per Lo", "H", ""]]
    lest = les_deltakere(csvfil(rader), "f")
    assert _kort(lest) == [
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Ola Moe", "Arbeiderpartiet", "vara"),
        ("Per Lo", "Høyre", "medlem"),
    ]
    assert (lest.deltakere[1].vara_for, lest.deltakere[1].vara_for_nr) == ("Kari Vik", 0)
    kryss = [["Navn", "Parti", "Vara"], ["Kari Vik", "Ap", "x"], ["Per Lo", "H", ""], ["Jo Li", "H", "2. vara"]]
    assert [(d.art, d.varanummer) for d in les_deltakere(csvfil(kryss), "f").deltakere] == [
        ("vara", None),
        ("medlem", None),
        ("vara", 2),
    ]


def test_at_parti_verv_og_vara_bak_navnet_skilles_fra_det() -> None:
    rader = [
        ["Navn", "Telefon"], ["Kari Vik (Ap)", "1"], ["Per Lo (H), ordfører", "2"], ["Li, Jo (SV)", ""],
        ["Ola Moe (vara for Kari Vik)", ""], ["Nes, H.", "3"],
    ]  # fmt: skip
    lest = les_deltakere(csvfil(rader), "f")
    assert [(d.navn, d.listekode, d.verv, d.vara_for) for d in lest.deltakere] == [
        ("Kari Vik", "Ap", None, None),
        ("Per Lo", "H", "ordfører", None),
        ("Jo Li", "SV", None, None),
        ("Ola Moe", "Ap", None, "Kari Vik"),
        ("H. Nes", None, None, None),
    ]
    assert _noekler(lest) == ["kolonner_ikke_lest", "uten_liste"]


def test_at_overskriften_igjen_lenger_nede_ikke_er_en_person() -> None:
    rader = [["Ap"], ["Navn", "Født"], ["Kari Vik", 1960], [], ["H"], ["Navn", "Født"], ["Per Lo", 1970]]
    lest = les_deltakere(csvfil(rader), "f")
    assert [d.navn for d in lest.deltakere] == ["Kari Vik", "Per Lo"]
    assert lest.deltakere[1].liste == "Høyre"


def test_at_den_siste_foer_en_gjentatt_overskrift_ikke_forsvinner() -> None:
    hode = ["Navn", "Parti", "Rolle"]
    rader = [
        hode,
        ["Jo Li", "H", "Medlem"],
        ["Kari Vik", "Ap", "Medlem"],
        ["Navn", "Rolle", "Parti"],
        ["Per Lo", "Vara", "H"],
    ]
    lest = les_deltakere(csvfil(rader), "f")
    assert _kort(lest) == [
        ("Jo Li", "Høyre", "medlem"),
        ("Kari Vik", "Arbeiderpartiet", "medlem"),
        ("Per Lo", "Høyre", "vara"),
    ]


def test_at_en_liste_uten_overskrifter_gjettes_og_meldes() -> None:
    rader = [["Kommunestyret 2027"], ["Kari Vik", "Ap", 1960], ["Per Lo", "H", 1970], ["Jo Li", "SV", 1980]]
    lest = les_deltakere(csvfil(rader), "f")
    assert [(d.navn, d.listekode, d.foedselsaar) for d in lest.deltakere] == [
        ("Kari Vik", "Ap", 1960),
        ("Per Lo", "H", 1970),
        ("Jo Li", "SV", 1980),
    ]
    assert "uten_overskrift" in _noekler(lest)


def test_at_ark_for_hvert_parti_leses_alle_og_utvalg_ved_siden_av_ikke() -> None:
    hode = ["Navn", "Født"]
    partier = xlsx({"Ap": [hode, ["Kari Vik", 1960]], "H": [hode, ["Per Lo", 1970], ["Jo Li", 1971]]})
    assert [d.listekode for d in les_deltakere(partier, "f").deltakere] == ["Ap", "H", "H"]
    hode = ["Navn", "Parti"]
    utvalg = xlsx(
        {
            "Formannskapet": [hode, ["Kari Vik", "Ap"], ["Per Lo", "H"], ["Jo Li", "H"]],
            "Kommunestyret": [hode, ["Kari Vik", "Ap"], ["Per Lo", "H"]],
        }
    )
    lest = les_deltakere(utvalg, "f")
    assert (lest.ark, _noekler(lest)) == (("Kommunestyret",), ["ark_ikke_lest"])


def test_at_bokstaver_i_et_register_ikke_er_partier() -> None:
    rader = [["Navn", "Parti"], ["A"], ["Anne Bø", "H"], ["B"], ["Bo Vik", "V"], ["Oppdatert 12.1.2028"]]
    lest = les_deltakere(csvfil(rader), "f")
    assert _kort(lest) == [("Anne Bø", "Høyre", "medlem"), ("Bo Vik", "Venstre", "medlem")]
    assert [p.data["innhold"] for p in lest.problemer] == ["A", "B", "Oppdatert 12.1.2028"]


def test_at_vara_for_en_av_to_med_samme_navn_finner_den_paa_egen_liste() -> None:
    rader = [
        ["Navn", "Parti", "Vara for"], ["Kari Vik", "Ap", ""], ["Kari Vik", "H", ""], ["Ola Moe", "H", "Vik, Kari"],
        ["Per Lo", "Sp", "Kari Vik"], ["Ida Å", "Ap", "Senterpartiet"], ["T. A. Nes", "V", ""],
        ["Jo Li", "V", "Tor Nes"],
    ]  # fmt: skip
    lest = les_deltakere(csvfil(rader), "f")
    assert [(d.vara_for, d.vara_for_nr) for d in lest.deltakere if d.art == "vara"] == [
        ("Kari Vik", 1),
        ("Kari Vik", None),
        ("Senterpartiet", None),
        ("T. A. Nes", 5),
    ]
    assert _noekler(lest) == ["samme_navn", "vara_for_flere"]


@pytest.mark.parametrize(
    ("hode", "celle", "ventet"),
    [
        ("Alder", 60, 1968),
        ("Alder", "58 år", 1970),
        ("Alder per 31.12.2027", 60, 1967),
        ("Alder", 1960, 1960),
        ("Født", "12038512345", 1985),
        ("Født", "4. mai 1960", 1960),
        ("Født", "04", 2004),
        ("Født", "19600317", 1960),
        ("Født", 29990, 1982),
        ("Født", "10385", None),
        ("Født", "13", None),
        ("Født", "1960-1970", None),
        ("Alder", "ung", None),
    ],
)
def test_at_foedselsaaret_leses_av_aar_dato_alder_og_nummer_og_aldri_gjettes(
    hode: str, celle: object, ventet: int | None
) -> None:
    lest = Deltakerleser(2028)(xlsx({"A": [["Navn", "Parti", hode], ["Kari Vik", "Ap", celle]]}), "f")
    assert lest.deltakere[0].foedselsaar == ventet
    if ventet is None:
        assert set(_noekler(lest)) & {"uklart_foedselsaar", "uklar_alder"}


def test_at_alder_uten_aar_ikke_blir_et_foedselsaar_og_at_foedselsnumre_ikke_gjentas() -> None:
    uten = les_deltakere(csvfil([["Navn", "Parti", "Alder"], ["Kari Vik", "Ap", 60]]), "f")
    assert (uten.deltakere[0].foedselsaar, _noekler(uten)) == (None, ["alder_uten_aar"])
    nummer = les_deltakere(csvfil([["Navn", "Parti", "Fødselsnr"], ["Kari Vik", "Ap", "99999999999"]]), "f")
    assert nummer.deltakere[0].foedselsaar in {None, 1999}
    assert "99999999999" not in repr(nummer)


def test_at_status_polstret_tom_og_i_alle_former_blir_rolle_eller_verv() -> None:
    rader = [
        ["Navn", "Parti", "Status", "Kjønn"], [" Kari Vik ", "Ap", "  Fast ", "K"], ["Per Lo", "H", "   ", "m"],
        ["Jo Li", "H", " V ", ""], ["Ida Å", "H", "Permisjon", " kvinne "], ["Ola Moe", "H", "-", "-"],
    ]  # fmt: skip
    lest = les_deltakere(csvfil(rader), "f")
    assert [(d.navn, d.art, d.verv, d.kjoenn) for d in lest.deltakere] == [
        ("Kari Vik", "medlem", None, "kvinne"),
        ("Per Lo", "medlem", None, "mann"),
        ("Jo Li", "vara", None, None),
        ("Ida Å", "medlem", "Permisjon", "kvinne"),
        ("Ola Moe", "medlem", None, None),
    ]


def test_at_det_som_er_for_langt_meldes_og_ikke_kuttes() -> None:
    langt = "ord " * 60
    lest = les_deltakere(csvfil([["Navn", "Parti", "Verv"], ["Kari Vik", "Ap", langt], [langt, "H", ""]]), "f")
    assert [(d.navn, d.verv) for d in lest.deltakere] == [("Kari Vik", None)]
    assert _noekler(lest) == ["for_lang_tekst", "rad_uten_navn"]


def test_at_kolonner_ingen_kjenner_og_kolonner_uten_overskrift_meldes() -> None:
    lest = les_deltakere(csvfil([["Navn", "Parti", "Yndlingsfarge", ""], ["Kari Vik", "Ap", "blå", "noe"]]), "f")
    (problem,) = lest.problemer
    assert (problem.noekkel, problem.data["kolonner"]) == ("kolonner_ikke_lest", "«Yndlingsfarge», D")


def test_at_usynlige_tegn_og_delte_bokstaver_ikke_gir_et_annet_navn() -> None:
    rader = [["\ufeffNavn", "Parti"], ["A\u030ase\u200b\u00a0Vik", "A\u00adp"]]
    (person,) = les_deltakere(csvfil(rader), "f").deltakere
    assert (person.navn, person.listekode) == ("Åse Vik", "Ap")


def test_at_skilletegnet_finnes_ogsaa_mellom_titler_og_blanke_linjer() -> None:
    rader = [["Lindvær, Sørland"], ["Vedtatt 3. mai, sak 4"], [], ["Oppdatert, 2028"], ["Navn", "Parti", "Verv"]]
    rader += [["Vik, Kari", "Ap", "Ordfører"], [], [""], ["Lo, Per", "H", ""], [""]]
    for skille in (";", "\t"):
        ren = "\r\n".join(skille.join(rad) for rad in rader).encode("cp1252")
        assert [d.navn for d in les_deltakere(ren, "f.csv").deltakere] == ["Kari Vik", "Per Lo"]
