"""Process templates: the two that ship, and what is told about one that is wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verksted.innlesing.maler.mal import MalHarFeil, MalmappeFinnesIkke, les_mal, les_malmappe
from verksted.innlesing.maler.malmodell import Prosessmal
from verksted.innlesing.problem import Alvor, Problem, setning
from verksted.kjerne.stier import mal as malsti
from verksted.kjerne.stier import ressurs
from verksted.kjerne.tekster import Tekster

MAPPE = malsti("prosesser")
NB = (MAPPE / "politisk-verksted.nb.yaml").read_text("utf-8")
NN = (MAPPE / "politisk-verksted.nn.yaml").read_text("utf-8")
LESMEG = (MAPPE / "LESMEG.md").read_text("utf-8")
LITEN: str = re.findall(r"```yaml\n(.*?)```", LESMEG, re.DOTALL)[0]

# Numbers and answer kinds per workshop, as the example municipality's script uses them.
SVARTYPER = {
    1: {
        1: ("overrasket_over", "nysgjerrig_paa", "mangler"),
        2: ("viderefoere", "endre", "utgaar", "nytt"),
        3: ("viderefoere", "endre", "utgaar", "nytt"),
        4: ("satsing",),
    },
    2: {
        1: ("fritt",),
        2: ("satsing", "endre", "nytt"),
        3: ("viderefoere", "endre", "nytt"),
        4: ("fritt",),
    },
    3: {
        1: ("fritt",),
        2: ("viderefoere", "endre", "utgaar", "nytt"),
        3: ("viderefoere", "endre", "utgaar", "nytt"),
        4: ("satsing",),
    },
}


@pytest.fixture(scope="module", params=[NB, NN], ids=["nb", "nn"])
def mal(request) -> Prosessmal:
    return les_mal(request.param, filnavn="mal.yaml")


def feil_i(tekst: str) -> list[tuple[str, int | None]]:
    with pytest.raises(MalHarFeil) as fanget:
        les_mal(tekst, filnavn="min-mal.yaml")
    return [(p.noekkel.removeprefix("mal.problem."), p.sted.linje) for p in fanget.value.problemer]


def linje_med(tekst: str, bit: str) -> int:
    assert tekst.count(bit) == 1
    return tekst[: tekst.index(bit)].count("\n") + 1


def byttet(gammelt: str, nytt: str) -> str:
    assert LITEN.count(gammelt) == 1
    return LITEN.replace(gammelt, nytt)


def skjelett(verdi: object) -> object:
    """Everything but the texts."""
    if isinstance(verdi, dict):
        tekster = {"tittel", "tekst", "hjelpetekst", "beskrivelse", "formaal", "organ", "alternativt_organ", "tema"}
        tekster |= {"entall", "flertall", "forfatter", "brukt_til", "lav", "hoey", "maalform"}
        return {k: (v is not None) if k in tekster else skjelett(v) for k, v in verdi.items()}
    return [skjelett(v) for v in verdi] if isinstance(verdi, tuple) else verdi


def test_at_bokmaal_og_nynorsk_er_den_samme_malen():
    nb, nn = les_mal(NB, filnavn="nb"), les_mal(NN, filnavn="nn")
    assert (nb.maalform, nn.maalform) == ("nb", "nn")
    assert skjelett(nb.model_dump()) == skjelett(nn.model_dump())


def test_at_nynorsken_ikke_er_bokmaal():
    bokmaalsord = re.compile(
        r"\b(ikke|hva|hvem|hvor|hvorfor|noe|noen|dere|deres|fra|mer|hver|hvert|være|blir ikke|gjøre|andre kveld|jeg)\b"
    )
    tekst = "\n".join(linje for linje in NN.splitlines() if "Lov om" not in linje)
    assert [treff[0] for treff in bokmaalsord.finditer(tekst)] == []


def test_at_spoersmaalene_har_de_numrene_og_svartypene_eksempelet_bruker(mal):
    assert {v.nummer: {s.nummer: s.svartyper for s in v.spoersmaal} for v in mal.verksteder} == SVARTYPER
    assert {s.maks_loeft for v in mal.verksteder for s in v.spoersmaal} == {3}


def test_at_hvert_verksted_varer_tre_og_en_halv_til_fire_timer(mal):
    assert [210 <= verksted.minutter <= 240 for verksted in mal.verksteder] == [True] * 3


def test_at_det_aldri_gaar_mer_enn_nitti_minutter_uten_pause(mal):
    for verksted in mal.verksteder:
        uten_pause = 0
        for post in verksted.program:
            uten_pause = 0 if post.art == "pause" else uten_pause + post.minutter
            assert uten_pause <= 90, (verksted.nummer, post.tittel)


def test_at_hvert_spoersmaal_stilles_i_et_gruppearbeid_med_alle_stegene(mal):
    for verksted in mal.verksteder:
        poster = {post.nummer: post for post in verksted.program}
        for spoersmaal in verksted.spoersmaal:
            post = poster[spoersmaal.programpost]
            assert post.art == "gruppearbeid"
            assert post.sfaere == "politikk"
            assert [steg.art for steg in post.steg] == ["individuelt", "runde", "gruppe", "loeft"]


def test_at_fag_innleder_og_at_de_folkevalgte_svarer(mal):
    sfaere = {rolle.noekkel: rolle.sfaere for rolle in mal.roller}
    for verksted in mal.verksteder:
        assert verksted.program[0].ansvarlig == "ordfoerer"
        for post in verksted.program:
            if post.sfaere == "fag":
                assert sfaere[post.ansvarlig] == "fag"


def test_at_de_lange_linjene_og_satsingene_har_kodene_planen_bruker(mal):
    koder = {nivaa.rolle: nivaa.kode for nivaa in mal.plannivaaer if nivaa.kode}
    assert koder == {"visjon": "VI", "hovedmaal": "H", "arealstrategi": "A", "satsingsomraade": "S"}


def test_at_sjekklista_har_moetereglene_og_prinsippene(mal):
    alt = " ".join(f"{p.tekst} {p.hjelpetekst or ''}" for _, p in mal.sjekkliste.alle())
    for paragraf in ("11-3", "11-4", "11-5", "11-6", "11-9"):
        assert f"§ {paragraf}" in alt
    assert [p.nummer for _, p in mal.sjekkliste.alle()] == list(range(1, 26))
    assert {fase for fase, _ in mal.sjekkliste.alle()} == {"foer", "under", "etter"}


def test_at_evalueringen_er_fem_skalaer_og_en_fri_tekst(mal):
    arter = [(s.nummer, s.art) for s in mal.evaluering]
    assert arter == [(1, "skala"), (2, "skala"), (3, "skala"), (4, "skala"), (5, "skala"), (6, "tekst")]


def test_at_eksempelet_i_lesmeg_er_en_mal_som_virker():
    liten = les_mal(LITEN, filnavn="LESMEG.md")
    assert liten.verksteder[0].spoersmaal[0].maks_loeft == 3
    assert liten.verksteder[0].minutter == 50


def test_at_hjemmearbeid_ikke_regnes_med_i_kvelden():
    hjemme = "      - {nummer: 3, art: hjemmearbeid, tittel: Les, minutter: 60, sfaere: politikk}\n    spoersmaal:"
    assert les_mal(byttet("    spoersmaal:", hjemme), filnavn="x").verksteder[0].minutter == 50


@pytest.mark.parametrize(
    ("gammelt", "nytt", "noekkel"),
    [
        ("art: innledning", "art: foredrag", "ukjent_verdi"),
        ("minutter: 40", "minutter: 0", "for_lite"),
        ("minutter: 40", "minutter: 601", "for_mye"),
        ("minutter: 40", "minutter: førti", "ikke_heltall"),
        ("ansvarlig: ordfoerer}", "ansvarlig: ordforer}", "ukjent_rolle"),
        ("programpost: 2", "programpost: 7", "ukjent_programpost"),
        ("      - nummer: 2\n", "      - nummer: 1\n", "dobbelt"),
        ("versjon: 1", "versjon: 1\nfarge: blå", "ukjent_noekkel"),
        ("    formaal:", "    formål:", "ukjent_noekkel_mente"),
        ("maalform: nb", "maalform: norsk", "ukjent_verdi"),
        ('start: "18.00"', "start: 18.00", "klokkeslett"),
        ('start: "18.00"', 'start: "18:00"', "klokkeslett"),
        ("svartyper: [nysgjerrig_paa, mangler]", "svartyper: []", "for_faa"),
        ("svartyper: [nysgjerrig_paa, mangler]", "svartyper: [nysgjerrig]", "ukjent_verdi"),
        ("noekkel: temakveld", "noekkel: Tema kveld", "feil_form"),
        ("kode: M}", "under: [visjon]}", "ukjent_nivaa"),
        (", kode: M}", "}", "nivaa_uten_plass"),
        ("programpost: 2", "programpost: 2\n        gjelder: [visjon]", "ukjent_nivaa"),
        ("programpost: 2", "programpost: 2\n        kilde: ukjent", "ukjent_kilde"),
        ("tekst: Innkallingen er sendt}", "tekst: Sendt, verksteder: [2]}", "ukjent_verksted"),
        ("tekst: Innkallingen er sendt}", "tekst: Sendt, ansvarlig: meg}", "ukjent_rolle"),
        ("  under: []", "  under:\n    - {nummer: 1, tekst: Igjen}", "dobbelt"),
        ("  etter: []", "  etter: []\nevaluering:\n  - {nummer: 1, art: skala, tekst: Bra?}", "skala_uten_ender"),
    ],
)
def test_at_en_feil_i_malen_meldes_der_den_staar(gammelt, nytt, noekkel):
    tekst = byttet(gammelt, nytt)
    funnet = feil_i(tekst)
    assert noekkel in [n for n, _ in funnet]
    linje = next(linje for n, linje in funnet if n == noekkel)
    start = LITEN[: LITEN.index(gammelt)].count("\n") + 1
    assert linje is not None
    assert start <= linje <= start + nytt.count("\n")


def test_at_steg_som_ikke_gaar_opp_meldes_med_tallene():
    with pytest.raises(MalHarFeil) as fanget:
        les_mal(byttet("minutter: 25}", "minutter: 20}"), filnavn="min-mal.yaml")
    (problem,) = fanget.value.problemer
    linje = linje_med(LITEN, "        steg:")
    assert setning(problem, Tekster("nb")) == (
        f"min-mal.yaml, linje {linje}: Stegene varer til sammen 35 minutter, men programposten varer 40."
    )


def test_at_to_nivaaer_kan_ha_samme_rolle_men_ikke_samme_navn():
    to = "kode: M}\n  - {rolle: hovedmaal, entall: delmål, flertall: delmål, under: [hovedmaal]}"
    assert len(les_mal(byttet("kode: M}", to), filnavn="x").plannivaaer) == 2
    assert [n for n, _ in feil_i(byttet("kode: M}", to.replace("entall: delmål", "entall: Mål")))] == ["dobbelt"]


def test_at_en_feil_langt_inne_ikke_gir_foelgefeil_lenger_ute():
    assert [n for n, _ in feil_i(byttet("svartyper: [nysgjerrig_paa, mangler]", "svartyper: []"))] == ["for_faa"]
    assert [n for n, _ in feil_i(byttet("maalform: nb", "maalform: norsk"))] == ["ukjent_verdi"]


def test_at_en_pause_ikke_kan_ha_spoersmaal():
    tekst = byttet("art: innledning", "art: pause").replace("programpost: 2", "programpost: 1")
    assert [n for n, _ in feil_i(tekst)] == ["spoersmaal_i_pause"]


def _noekler_som_maa_med() -> list[str]:
    valgfrie = {"brukt_til", "kode", "under", "periode", "ansvarlig", "kilde", "steg", "gjelder", "alternativt_organ"}
    valgfrie |= {"verksteder", "evaluering", "spoersmaal", "beskrivelse", "hjelpetekst", "lav", "hoey"}
    linjer = [linje for linje in NB.splitlines() if re.match(r" *(- )?[a-z_]+:", linje)]
    return [linje for linje in linjer if re.findall(r"[a-z_]+(?=:)", linje)[0] not in valgfrie]


@given(st.sampled_from(_noekler_som_maa_med()), st.data())
def test_at_en_noekkel_som_fjernes_gir_et_problem_med_linje(linje, data):
    steder = [i for i, annen in enumerate(NB.splitlines()) if annen == linje]
    sted = data.draw(st.sampled_from(steder))
    noekkel = re.findall(r"[a-z_]+(?=:)", linje)[0]
    linjer = NB.splitlines()
    # The key is renamed, not cut, so that what hangs under it still parses.
    linjer[sted] = linje.replace(f"{noekkel}:", "zzzzzzzz:", 1)
    with pytest.raises(MalHarFeil) as fanget:
        les_mal("\n".join(linjer), filnavn="min-mal.yaml")
    savnet = [p for p in fanget.value.problemer if p.noekkel == "mal.problem.mangler_noekkel"]
    ukjent = [p for p in fanget.value.problemer if p.noekkel == "mal.problem.ukjent_noekkel"]
    assert [p.data["felt"] for p in savnet] == [noekkel]
    assert [p.sted.linje for p in ukjent] == [sted + 1]
    # What is missing is told on the line where its surroundings begin.
    assert savnet[0].sted.linje in range(1, sted + 2)
    assert setning(savnet[0], Tekster("nb")) == (
        f"min-mal.yaml, linje {savnet[0].sted.linje}: Her mangler feltet «{noekkel}»."
    )


@given(st.integers(0, len(NB.splitlines()) - 1))
def test_at_en_linje_som_fjernes_aldri_velter_leseren(nummer):
    linjer = NB.splitlines()
    del linjer[nummer]
    problemer: tuple[Problem, ...] = ()
    try:
        les_mal("\n".join(linjer), filnavn="min-mal.yaml")
    except MalHarFeil as feil:
        problemer = feil.problemer
    assert all(problem.sted.linje and problem.sted.fil == "min-mal.yaml" for problem in problemer)


def test_at_hver_setning_fyller_plassene_sine_paa_begge_maalformer():
    kataloger = {
        form: tomllib.loads(ressurs("tekster", form, "mal.toml").read_text("utf-8"))["problem"] for form in ("nb", "nn")
    }
    assert list(kataloger["nb"]) == list(kataloger["nn"])
    for noekkel, setning_nb in kataloger["nb"].items():
        plasser = re.findall(r"\{(\w+)\}", setning_nb)
        assert sorted(plasser) == sorted(re.findall(r"\{(\w+)\}", kataloger["nn"][noekkel]))


def test_at_hver_setning_i_koden_finnes_i_katalogen():
    rom = Path(les_mal.__code__.co_filename).parent
    kode = "\n".join(rom.joinpath(f"{n}.py").read_text("utf-8") for n in (
        "mal", "malkontroll", "yamlfil", "yamltre", "forloep", "forloepkontroll",
    ))  # fmt: skip
    brukte = set(re.findall(r'(?:meld|Funn|_problem)\(\s*"([a-z_0-9]+)"', kode))
    brukte |= set(re.findall(r'mal\.problem\.([a-z_0-9]+)"', kode))
    assert len(brukte) > 25
    assert {noekkel for noekkel in brukte if not Tekster("nb").har(f"mal.problem.{noekkel}")} == set()


def test_at_mappa_som_foelger_med_gir_malen_paa_den_maalformen_man_vil_ha():
    for maalform in ("nb", "nn"):
        samling = les_malmappe(MAPPE, maalform)
        assert [(m.noekkel, m.maalform) for m in samling.maler] == [("politisk-verksted", maalform)]
        assert samling.problemer == ()


def test_at_en_mal_med_feil_ikke_skjuler_de_gode(tmp_path):
    (tmp_path / "a.yaml").write_text("noekkel: [", "utf-8")
    (tmp_path / "b.yml").write_text(LITEN, "utf-8")
    (tmp_path / "c.yaml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "d.yaml").write_bytes(b"# " + b"x" * 1_000_000)
    (tmp_path / "e.yaml").write_text(LITEN, "utf-8")
    (tmp_path / "notat.txt").write_text("ikke en mal", "utf-8")
    (tmp_path / "mappe.yaml").mkdir()
    samling = les_malmappe(tmp_path, "nb")
    assert [m.noekkel for m in samling.maler] == ["temakveld"]
    funnet = {p.sted.fil: p.noekkel.removeprefix("mal.problem.") for p in samling.problemer}
    assert funnet == {"a.yaml": "klamme", "c.yaml": "ikke_utf8", "d.yaml": "for_stor_fil", "e.yaml": "samme_mal"}


def test_at_en_mal_som_bare_finnes_paa_den_andre_maalformen_nevnes(tmp_path):
    (tmp_path / "b.yaml").write_text(LITEN, "utf-8")
    samling = les_malmappe(tmp_path, "nn")
    assert samling.maler == ()
    (problem,) = samling.problemer
    assert problem.alvor is Alvor.MERKNAD
    assert setning(problem, Tekster("nn")) == "b.yaml: Malen «Temakveld om skolestruktur» finst berre på bokmål."


def test_at_ei_mappe_som_er_borte_gir_en_forklaring(tmp_path):
    with pytest.raises(MalmappeFinnesIkke) as fanget:
        les_malmappe(tmp_path / "borte", "nb")
    for maalform in ("nb", "nn"):
        assert "borte" in Tekster(maalform)("feil.MalmappeFinnesIkke.hva", **fanget.value.data)
