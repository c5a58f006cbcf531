"""The files in `maler/eksempel/` hold together: codes, references, counts, twins and the planted gaps."""

from __future__ import annotations

import tomllib
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from openpyxl import load_workbook
from ruamel.yaml import YAML

from verksted.kjerne.stier import mal, ressurs

if TYPE_CHECKING:
    from collections.abc import Iterator

VERKSTEDER = (1, 2, 3)
AAR = (2028, 2029, 2030, 2031)
LISTER = {
    "Bygdelista": "BL",
    "Grønn framtid": "GF",
    "Samlingslista": "SL",
    "Felleslista": "FL",
    "Arbeidslista": "AL",
    "Kystlista": "KL",
    "Ny kurs": "NK",
    "Lindvær i lag": "LL",
}
ANTALL_SPOERSMAAL = 4
# These fields are read in one language only, or are the same in both.
UTEN_TVILLING = {"kommune", "organ", "sektor", "tekst", "kommentar", "hvorfor", "grunn"}
SVARTYPER = {
    (1, 1): {"overrasket_over", "nysgjerrig_paa", "mangler"},
    (1, 2): {"viderefoere", "endre", "utgaar", "nytt"},
    (1, 3): {"viderefoere", "endre", "utgaar", "nytt"},
    (1, 4): {"satsing"},
    (2, 1): {"fritt"},
    (2, 2): {"satsing", "endre", "nytt"},
    (2, 3): {"viderefoere", "endre", "nytt"},
    (2, 4): {"fritt"},
    (3, 1): {"fritt"},
    (3, 2): {"viderefoere", "endre", "utgaar", "nytt"},
    (3, 3): {"viderefoere", "endre", "utgaar", "nytt"},
    (3, 4): {"satsing"},
}


def _les(navn: str) -> Any:
    return YAML(typ="safe").load(mal("eksempel", "forloep", navn).read_text(encoding="utf-8"))


def _rader(navn: str, hode: str) -> list[dict[str, Any]]:
    ark = load_workbook(BytesIO(mal("eksempel", navn).read_bytes()), read_only=True).worksheets[0]
    rader = [list(rad) for rad in ark.iter_rows(values_only=True)]
    start = next(i for i, rad in enumerate(rader) if hode in rad)
    return [dict(zip(map(str, rader[start]), rad, strict=True)) for rad in rader[start + 1 :]]


@pytest.fixture(scope="module")
def verksteder() -> list[Any]:
    return [_les(f"verksted-{nummer}.yaml") for nummer in VERKSTEDER]


@pytest.fixture(scope="module")
def plan() -> Any:
    return _les("plan.yaml")


@pytest.fixture(scope="module")
def oekonomi() -> Any:
    return _les("oekonomi.yaml")


@pytest.fixture(scope="module")
def fasit() -> Any:
    return tomllib.loads(mal("eksempel", "fasit.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def raadet() -> list[dict[str, Any]]:
    return _rader("kommunestyret.xlsx", "Etternavn")


@pytest.fixture(scope="module")
def poster() -> list[dict[str, Any]]:
    return _rader("oekonomiplan-2028-2031.xlsx", "KOSTRA-funksjon")


@pytest.fixture(scope="module")
def innspill(verksteder: list[Any]) -> dict[str, Any]:
    return {note["kode"]: note for verksted in verksteder for note in verksted["innspill"]}


@pytest.fixture(scope="module")
def punkter(verksteder: list[Any]) -> dict[str, Any]:
    return {punkt["kode"]: punkt for verksted in verksteder for punkt in verksted["punkter"]}


def _plantre(maalform: str = "") -> dict[str, tuple[str, str]]:
    """Return code -> (title, text) as the headings and lists of our own samfunnsdel give them."""
    tre: dict[str, tuple[str, str]] = {}
    teller: Counter[str] = Counter()
    naa = foran = ""
    for avsnitt in Document(str(mal("eksempel", f"samfunnsdel-2020-2032{maalform}.docx"))).paragraphs:
        stil = avsnitt.style.name if avsnitt.style else ""
        ord_foran, _, tittel = avsnitt.text.partition(": ")
        if stil in {"Heading 1", "Heading 2"}:
            naa = _toppkode(ord_foran, teller)
            foran = naa if naa[:1] in {"S", "A"} else ""
        elif stil == "Heading 3":
            foran = naa = _barnekode(naa.partition(".")[0], teller)
        elif stil.startswith("List ") and foran:
            hode, skille, rest = avsnitt.text.partition(". ")
            tre[_barnekode(foran, teller)] = (f"{hode}.", rest) if skille else (avsnitt.text, "")
        elif naa and not stil.startswith("Heading") and avsnitt.text:
            gammel = tre[naa]
            tre[naa] = (gammel[0], f"{gammel[1]}\n\n{avsnitt.text}" if gammel[1] else avsnitt.text)
        if naa and naa not in tre:
            tre[naa] = (tittel or avsnitt.text, "")
    return tre


def _toppkode(ord_foran: str, teller: Counter[str]) -> str:
    bokstav = {"Visjon": "VI", "Arealstrategi": "A"}.get(ord_foran, "")
    if not bokstav and ord_foran[-1:].isdigit():
        bokstav = {"H": "H", "S": "S"}[ord_foran[0]]
    if not bokstav:
        return ""
    teller[bokstav] += 1
    return f"{bokstav}{teller[bokstav]}"


def _barnekode(foran: str, teller: Counter[str]) -> str:
    teller[foran] += 1
    return f"{foran}.{teller[foran]}"


@pytest.fixture(scope="module")
def elementkoder(plan: Any) -> set[str]:
    return {*_plantre(), *(nytt["kode"] for nytt in plan["nye"])}


def test_at_raadslista_har_27_medlemmer_i_aatte_lister_og_ingen_navn_to_ganger(raadet: list[dict[str, Any]]) -> None:
    medlemmer = [rad for rad in raadet if not rad["Vara for"]]
    vara = [rad for rad in raadet if rad["Vara for"]]
    mandater = Counter(rad["Liste"] for rad in medlemmer)
    assert len(medlemmer) == 27
    assert sorted(mandater.values(), reverse=True) == [8, 6, 4, 3, 2, 2, 1, 1]
    assert set(mandater) == set(LISTER)
    assert 8 <= len(vara) <= 10
    assert all(rad["Vara for"] == rad["Liste"] for rad in vara)
    assert [rad["Nr"] for rad in raadet] == list(range(1, len(raadet) + 1))
    navn = Counter((rad["Fornavn"], rad["Etternavn"]) for rad in raadet)
    assert max(navn.values()) == 1
    assert Counter(rad["Verv"] for rad in medlemmer)["Ordfører"] == 1


def test_at_oppmoetet_bare_nevner_mennesker_i_raadslista(verksteder: list[Any], raadet: list[dict[str, Any]]) -> None:
    medlemmer = {f"{r['Fornavn']} {r['Etternavn']}": r["Liste"] for r in raadet if not r["Vara for"]}
    vara = {f"{r['Fornavn']} {r['Etternavn']}": r["Liste"] for r in raadet if r["Vara for"]}
    for verksted in verksteder:
        oppmoete = verksted["oppmoete"]
        borte = set(oppmoete.get("fravaerende", []))
        assert borte <= set(medlemmer)
        for linje in oppmoete.get("vara", []):
            assert linje["for"] in borte
            assert vara[linje["navn"]] == medlemmer[linje["for"]]
        for linje in (*oppmoete.get("kom_senere", []), *oppmoete.get("gikk_tidlig", [])):
            assert linje["navn"] in medlemmer
            assert linje["navn"] not in borte


def test_at_innspillkodene_gaar_uten_hull_for_hvert_bord(verksteder: list[Any]) -> None:
    for verksted in verksteder:
        teller: Counter[int] = Counter()
        for note in verksted["innspill"]:
            bord = int(note["kode"].split("-")[1][1:])
            teller[bord] += 1
            assert note["kode"] == f"V{verksted['nummer']}-G{bord}-{teller[bord]:02d}"
        assert set(teller) == set(range(1, verksted["bord"] + 1))


def test_at_innspillene_svarer_paa_spoersmaalet_med_en_type_det_tillater(verksteder: list[Any]) -> None:
    for verksted in verksteder:
        for note in verksted["innspill"]:
            assert note["type"] in SVARTYPER[verksted["nummer"], note["spoersmaal"]], note["kode"]
            assert note["spraak"] in {"nb", "nn"}
            assert note["vei"] in {"telefon", "fil", "papir", "vindu"}
            assert note["tekst"].strip()


def test_at_det_er_nok_innspill_nok_lange_og_nok_nynorsk(innspill: dict[str, Any], fasit: Any) -> None:
    lange = [kode for kode, note in innspill.items() if 300 <= len(note["tekst"]) <= 900]
    nynorsk = sum(note["spraak"] == "nn" for note in innspill.values())
    assert len(innspill) >= 165
    assert len(innspill) == fasit["antall"]["innspill"]
    assert len(lange) >= 25
    assert lange == fasit["innspill"]["lange"]
    assert 0.15 <= nynorsk / len(innspill) <= 0.20
    assert len({note["tekst"] for note in innspill.values()}) == len(innspill)


def test_at_minst_femten_innspill_motsier_et_annet(innspill: dict[str, Any], fasit: Any) -> None:
    par = [tuple(linje["innspill"]) for linje in fasit["motsier"]]
    assert len({kode for ett_par in par for kode in ett_par}) >= 2 * 15
    assert all(a != b and {a, b} <= set(innspill) for a, b in par)


def test_at_de_vrange_tegnene_er_med(innspill: dict[str, Any], fasit: Any) -> None:
    tekster = {kode: note["tekst"] + note.get("hvorfor", "") for kode, note in innspill.items()}
    tegn = {"linjeskift": "\n", "anfoerselstegn": "«", "og_tegn": "&", "mindre_enn": "<", "lang_tankestrek": "—"}
    for noekkel, ett in {**tegn, "prosent": "%"}.items():
        assert fasit["innspill"][noekkel] == [kode for kode, tekst in tekster.items() if ett in tekst]
        assert fasit["innspill"][noekkel], noekkel
    formler = [note["tekst"] for kode, note in innspill.items() if kode in fasit["innspill"]["begynner_som_formel"]]
    assert any(tekst.startswith("=SUM(") for tekst in formler)
    assert any(tekst.startswith("-") for tekst in formler)
    assert len(fasit["innspill"]["emoji"]) == 1


def test_at_revisjoner_og_trukne_innspill_finnes_i_samme_verksted(verksteder: list[Any], fasit: Any) -> None:
    for verksted in verksteder:
        koder = {note["kode"]: note["tekst"] for note in verksted["innspill"]}
        for linje in verksted["revisjoner"]:
            assert koder[linje["kode"]] != linje["tekst"]
        for linje in verksted.get("trukket", []):
            assert linje["kode"] in koder
            assert linje["kode"] in fasit["innspill"]["trukket"]


def test_at_punktkodene_gaar_uten_hull_og_kildene_finnes(verksteder: list[Any], fasit: Any) -> None:
    sett: set[str] = set()
    nummer = 0
    for verksted in verksteder:
        sett |= {note["kode"] for note in verksted["innspill"]}
        for punkt in verksted["punkter"]:
            nummer += 1
            assert punkt["kode"] == f"P-{nummer:02d}"
            assert punkt["kilder"]
            assert set(punkt["kilder"]) <= sett - set(fasit["innspill"]["trukket"])
            assert len(set(punkt["kilder"])) == len(punkt["kilder"])
            assert 1 <= punkt["spoersmaal"] <= ANTALL_SPOERSMAAL
    assert 28 <= nummer <= 34


def test_at_merknadene_kommer_fra_lister_i_raadet(punkter: dict[str, Any]) -> None:
    for punkt in punkter.values():
        lister = [merknad["liste"] for merknad in punkt.get("merknader", [])]
        assert set(lister) <= set(LISTER.values())
        assert len(set(lister)) == len(lister)
        assert punkt["enighet"] != "uenighet" or len(lister) >= 2, punkt["kode"]


def test_at_prikkene_ikke_er_flere_enn_de_som_sitter_der(verksteder: list[Any], punkter: dict[str, Any]) -> None:
    for verksted in verksteder:
        minste_bord = 26 // verksted["bord"]
        for avstemning in verksted["avstemninger"]:
            for runde in avstemning["runder"]:
                alternativer = runde["alternativer"]
                assert all(alt.get("punkt", "P-01") in punkter for alt in alternativer)
                per_bord = [sum(tall) for tall in zip(*(alt["bord"] for alt in alternativer), strict=True)]
                assert len(per_bord) == verksted["bord"]
                assert max(per_bord) <= minste_bord * avstemning["per_person"], avstemning["tittel"]


def test_at_evalueringen_har_fem_skalaspoersmaal_og_ett_i_fritekst(verksteder: list[Any]) -> None:
    for verksted in verksteder:
        skala = [linje for linje in verksted["evaluering"] if "svar" in linje]
        assert [linje["spoersmaal"] for linje in verksted["evaluering"]] == [1, 2, 3, 4, 5, 6]
        assert len({sum(linje["svar"].values()) for linje in skala}) == 1
        assert all(list(linje["svar"]) == ["1", "2", "3", "4", "5"] for linje in skala)
        assert verksted["evaluering"][-1]["kommentarer"]


def test_at_samfunnsdelen_har_planen_i_samme_form_paa_bokmaal_og_nynorsk(fasit: Any) -> None:
    bokmaal, nynorsk = _plantre(), _plantre(".nn")
    assert list(bokmaal) == list(nynorsk)
    assert len(bokmaal) == fasit["antall"]["planelementer"]
    topp = Counter(kode.rstrip("0123456789") for kode in bokmaal if "." not in kode)
    assert topp == {"VI": 1, "H": 3, "A": 1, "S": 5}
    assert 5 <= sum(kode.startswith("A1.") for kode in bokmaal) <= 6
    for nummer in range(1, 6):
        delmaal = [k for k in bokmaal if k.startswith(f"S{nummer}.") and k.count(".") == 1]
        assert 3 <= len(delmaal) <= 5
        assert all(2 <= sum(k.startswith(f"{mor}.") for k in bokmaal) <= 4 for mor in delmaal)
    assert sum(bokmaal[kode] != nynorsk[kode] for kode in bokmaal) > len(bokmaal) * 0.9


def test_at_samfunnsdelen_har_maalformen_sin_som_dokumentspraak() -> None:
    for fil, spraak in (("samfunnsdel-2020-2032.docx", "nb-NO"), ("samfunnsdel-2020-2032.nn.docx", "nn-NO")):
        dokument = Document(str(mal("eksempel", fil)))
        assert dokument.styles.element.xpath("w:docDefaults//w:lang/@w:val") == [spraak]
        assert dokument.core_properties.author == "Lindvær kommune"
        assert dokument.core_properties.language == spraak


def test_at_forslagene_gjelder_elementer_som_finnes_og_dekker_de_fire_slagene(
    plan: Any, punkter: dict[str, Any]
) -> None:
    gjeldende = _plantre()
    koder = [forslag["element"] for forslag in plan["forslag"]]
    uendret = [
        f["element"]
        for f in plan["forslag"]
        if not f.get("utgaar") and (f["tittel"], f.get("tekst", "")) == gjeldende[f["element"]]
    ]
    assert set(koder) <= set(gjeldende)
    assert len(set(koder)) == len(koder)
    assert len(koder) > len(gjeldende) * 0.75
    assert len(uendret) >= 10
    assert sum(bool(f.get("utgaar")) for f in plan["forslag"]) >= 3
    assert len(koder) - len(uendret) >= 30
    for forslag in (*plan["forslag"], *plan["nye"]):
        assert set(forslag.get("punkter", [])) <= set(punkter)
        assert set(forslag.get("baerekraftsmaal", [])) <= set(range(1, 18))
        bokstaver = [alternativ["bokstav"] for alternativ in forslag.get("alternativer", [])]
        assert bokstaver == list("ABC")[: len(bokstaver)]
        assert len(bokstaver) != 1


def test_at_uendrede_forslag_er_uendret_paa_nynorsk_ogsaa(plan: Any) -> None:
    bokmaal, nynorsk = _plantre(), _plantre(".nn")
    for forslag in plan["forslag"]:
        kode = forslag["element"]
        likt = (forslag["tittel"], forslag.get("tekst", "")) == bokmaal[kode]
        likt_nn = (forslag["tittel_nn"], forslag.get("tekst_nn", "")) == nynorsk[kode]
        assert likt == likt_nn, kode


def test_at_nye_elementer_faar_neste_ledige_kode_under_forelderen(plan: Any) -> None:
    koder = set(_plantre())
    for nytt in plan["nye"]:
        foran = nytt["forelder"] or "S"
        skille = "." if nytt["forelder"] else ""
        neste = next(n for n in range(1, 99) if f"{foran}{skille}{n}" not in koder)
        assert nytt["kode"] == f"{foran}{skille}{neste}"
        assert nytt["forelder"] is None or nytt["forelder"] in koder
        koder.add(nytt["kode"])


def test_at_kunnskapskodene_i_planen_finnes_i_kunnskapsgrunnlaget(plan: Any) -> None:
    antall = len(_rader("kunnskapsgrunnlag.xlsx", "Tittel"))
    koder = {f"K-{nummer:02d}" for nummer in range(1, antall + 1)}
    brukt = {kode for forslag in (*plan["forslag"], *plan["nye"]) for kode in forslag.get("kunnskap", [])}
    assert 35 <= antall <= 45
    assert brukt <= koder
    assert len(brukt) >= 20


def test_at_kunnskapsgrunnlaget_er_likt_paa_nynorsk_i_tall_aar_og_dato() -> None:
    bokmaal = [list(rad.values()) for rad in _rader("kunnskapsgrunnlag.xlsx", "Tittel")]
    nynorsk = [list(rad.values()) for rad in _rader("kunnskapsgrunnlag.nn.xlsx", "Tittel")]
    assert [(r[3], r[6], r[8]) for r in bokmaal] == [(r[3], r[6], r[8]) for r in nynorsk]
    assert all(a[2] != b[2] for a, b in zip(bokmaal, nynorsk, strict=True))
    assert all("oppdik" in rad[5] or "egne ord" in rad[5] for rad in bokmaal)


def test_at_behandling_og_utsjekk_viser_til_det_som_finnes(
    plan: Any, verksteder: list[Any], punkter: dict[str, Any], elementkoder: set[str]
) -> None:
    behandlet = [linje["punkt"] for linje in plan["behandlinger"]]
    assert len(set(behandlet)) == len(behandlet)
    assert set(behandlet) <= set(punkter)
    assert {linje["resultat"] for linje in plan["behandlinger"]} == {
        "tatt_inn",
        "delvis_tatt_inn",
        "ikke_tatt_inn",
        "avklares",
    }
    for linje in plan["behandlinger"]:
        assert set(linje.get("elementer", [])) <= elementkoder
    sett: set[tuple[Any, ...]] = set()
    for svar in plan["utsjekk"]:
        noekkel = (svar["verksted"], svar["bord"], svar.get("punkt"), svar.get("element"))
        assert noekkel not in sett
        sett.add(noekkel)
        assert svar["bord"] <= verksteder[svar["verksted"] - 1]["bord"]
        assert svar.get("punkt") in punkter or svar.get("element") in elementkoder
        if "punkt" in svar:
            tidligere = {p["kode"] for v in verksteder[: svar["verksted"] - 1] for p in v["punkter"]}
            assert svar["punkt"] in tidligere


def test_at_oekonomiplanen_har_nok_poster_ekte_funksjoner_og_fasitens_summer(
    poster: list[dict[str, Any]], fasit: Any
) -> None:
    funksjoner = {
        linje.split(";")[0]
        for linje in ressurs("data", "kostra_funksjoner_2025.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
        if linje
    }
    assert len(poster) >= 120
    assert {str(post["KOSTRA-funksjon"]) for post in poster} <= funksjoner
    noekler = Counter((p["Tekst"], p["KOSTRA-funksjon"], p["Drift/investering"]) for p in poster)
    assert max(noekler.values()) == 1
    for aar in AAR:
        kolonne = next(navn for navn in poster[0] if str(aar) in navn)
        drift = [p[kolonne] * 1000 for p in poster if p["Drift/investering"] == "Drift"]
        alle = [p[kolonne] * 1000 for p in poster]
        assert sum(drift) == fasit["sum_drift"][str(aar)]
        assert abs(sum(drift)) <= 10_000
        assert sum(tall for tall in drift if tall < 0) == fasit["sum_drift_inntekter"][str(aar)]
        assert sum(tall for tall in drift if tall > 0) == fasit["sum_drift_utgifter"][str(aar)]
        assert sum(alle) == fasit["sum_alle"][str(aar)]


def test_at_tiltak_og_koblinger_henger_sammen_med_planen_og_postene(
    oekonomi: Any, poster: list[dict[str, Any]], elementkoder: set[str], plan: Any
) -> None:
    tiltak = {linje["kode"]: linje for linje in oekonomi["tiltak"]}
    utgaar = {f["element"] for f in plan["forslag"] if f.get("utgaar")}
    beloep = {
        (p["Tekst"], str(p["KOSTRA-funksjon"]), p["Drift/investering"].lower()): [
            next(p[navn] for navn in p if str(aar) in navn) * 1000 for aar in AAR
        ]
        for p in poster
    }
    assert list(tiltak) == [f"T-{nummer:03d}" for nummer in range(1, len(tiltak) + 1)]
    assert 22 <= len(tiltak) <= 28
    assert len(oekonomi["koblinger"]) >= 35
    andeler: Counter[tuple[str, str, str]] = Counter()
    penger = {kode: [0, 0, 0, 0] for kode in tiltak}
    for kobling in oekonomi["koblinger"]:
        noekkel = tuple(kobling["post"][felt] for felt in ("tekst", "funksjon", "art"))
        assert noekkel in beloep
        andeler[noekkel] += kobling["andel"]
        for i, tall in enumerate(beloep[noekkel]):
            penger[kobling["tiltak"]][i] += tall * kobling["andel"] // 100
    assert max(andeler.values()) == 100
    for kode, linje in tiltak.items():
        assert linje["elementer"]
        assert set(linje["elementer"]) <= elementkoder - utgaar
        assert ("beloep" in linje) == (linje["art"] != "oppdrag")
        if "beloep" in linje:
            assert list(linje["beloep"].values()) == penger[kode], kode


def test_at_oppfoelgingen_dekker_alle_satsingsomraadene(oekonomi: Any, poster: list[dict[str, Any]]) -> None:
    linjer = [(linje["element"], linje["sektor"]) for linje in oekonomi["oppfoelging"]]
    assert {element for element, _ in linjer} == {f"S{nummer}" for nummer in range(1, 7)}
    assert len(set(linjer)) == len(linjer)
    assert {sektor for _, sektor in linjer} <= {post["Sektor"] for post in poster}


def _par(verdi: Any, sti: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(verdi, dict):
        yield sti, verdi
        for noekkel, barn in verdi.items():
            yield from _par(barn, f"{sti}/{noekkel}")
    elif isinstance(verdi, list):
        for barn in verdi:
            yield from _par(barn, sti)


def test_at_hver_nynorske_tekst_har_en_bokmaalstekst_og_omvendt(
    plan: Any, oekonomi: Any, verksteder: list[Any]
) -> None:
    tospraaklige: dict[str, set[str]] = {}
    alt = {"prosess": _les("prosess.yaml"), "plan": plan, "oekonomi": oekonomi, "verksted": verksteder}
    for sti, felt in _par(alt):
        tospraaklige.setdefault(sti, set()).update(n.removesuffix("_nn") for n in felt if str(n).endswith("_nn"))
    assert len(tospraaklige) > 10
    antall = 0
    for sti, felt in _par(alt):
        for navn in tospraaklige[sti]:
            assert (navn in felt) == (f"{navn}_nn" in felt), (sti, navn, felt.get("kode"))
            if navn in felt:
                antall += 1
                assert felt[navn].strip()
                assert felt[f"{navn}_nn"].strip()
        planleggers = {"tittel", "begrunnelse", "beskrivelse", "betydning", "begrunnelse_fag", "begrunnelse_politikk"}
        assert planleggers & set(felt) <= tospraaklige[sti] | UTEN_TVILLING, sti
    assert antall > 300


def _avvik(fasit: Any, slag: str) -> list[str]:
    return [linje["kode"] for linje in fasit["avvik"] if linje["slag"] == slag]


def test_at_fasiten_bare_bruker_slag_den_forklarer_og_koder_som_finnes(
    fasit: Any, verksteder: list[Any], oekonomi: Any, elementkoder: set[str], poster: list[dict[str, Any]]
) -> None:
    linjer = [linje for verksted in verksteder for felt in ("innspill", "punkter") for linje in verksted[felt]]
    koder = elementkoder | {linje["kode"] for linje in (*linjer, *oekonomi["tiltak"])}
    teller: Counter[str] = Counter()
    for post in poster:
        art = post["Drift/investering"]
        teller[art] += 1
        koder.add(f"{art[0]}-{teller[art]:04d}")
    assert {linje["kode"] for linje in fasit["avvik"]} <= koder
    assert {linje["slag"] for linje in fasit["avvik"]} == set(fasit["slag"])
    assert Counter(linje["slag"] for linje in fasit["avvik"]) == fasit["antall_avvik"]


def test_at_hullene_i_punkter_og_innspill_er_akkurat_fasitens(
    fasit: Any, plan: Any, innspill: dict[str, Any], punkter: dict[str, Any]
) -> None:
    behandlet = {linje["punkt"]: linje for linje in plan["behandlinger"]}
    samlet = {kode for punkt in punkter.values() for kode in punkt["kilder"]}
    trukket = set(fasit["innspill"]["trukket"])
    assert _avvik(fasit, "punkt_uten_behandling") == [kode for kode in punkter if kode not in behandlet]
    assert _avvik(fasit, "innspill_uten_punkt") == [k for k in innspill if k not in samlet and k not in trukket]
    assert _avvik(fasit, "tatt_inn_uten_sted") == [
        kode
        for kode, linje in behandlet.items()
        if linje["resultat"] in {"tatt_inn", "delvis_tatt_inn"} and not linje.get("elementer")
    ]
    assert _avvik(fasit, "stoette_fra_ett_bord") == [
        kode for kode, punkt in punkter.items() if len({kilde[:5] for kilde in punkt["kilder"]}) == 1
    ]
    med_alternativer = {f["element"] for f in plan["forslag"] if f.get("alternativer")}
    assert _avvik(fasit, "uenighet_uten_alternativ") == [
        kode
        for kode, punkt in punkter.items()
        if punkt["enighet"] == "uenighet"
        and not med_alternativer & {punkt.get("element"), *behandlet[kode].get("elementer", [])}
    ]


def test_at_hullene_i_tiltak_og_penger_er_akkurat_fasitens(
    fasit: Any, plan: Any, oekonomi: Any, poster: list[dict[str, Any]]
) -> None:
    utgaar = {f["element"] for f in plan["forslag"] if f.get("utgaar")}
    maal = [k for k in _plantre() if k.startswith("S") and k.count(".") <= 1]
    maal += [nytt["kode"] for nytt in plan["nye"] if nytt["nivaa"] in {"satsingsomraade", "delmaal"}]
    steder = {kode for tiltak in oekonomi["tiltak"] for kode in tiltak["elementer"]}
    assert _avvik(fasit, "satsing_uten_tiltak") == [
        k for k in maal if k not in utgaar and not any(s == k or s.startswith(f"{k}.") for s in steder)
    ]
    assert _avvik(fasit, "tiltak_uten_penger") == [
        t["kode"] for t in oekonomi["tiltak"] if t["art"] != "oppdrag" and not any(t["beloep"].values())
    ]
    andeler: Counter[tuple[str, str]] = Counter()
    for kobling in oekonomi["koblinger"]:
        andeler[kobling["post"]["tekst"], kobling["post"]["funksjon"]] += kobling["andel"]
    planlagte = [linje for linje in fasit["avvik"] if linje["slag"] in {"penger_uten_anker", "andel_under_100"}]
    tekster = {(linje["tekst"], linje["funksjon"]): linje["slag"] for linje in planlagte}
    for post in poster:
        noekkel = (post["Tekst"], str(post["KOSTRA-funksjon"]))
        nytt = post["Endringsart"] in {"Nytt tiltak", "Investering"}
        ventet = "andel_under_100" if 0 < andeler[noekkel] < 100 else None
        if not andeler[noekkel] and nytt:
            ventet = "penger_uten_anker"
        assert tekster.get(noekkel) == ventet, noekkel
