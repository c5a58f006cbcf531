"""The script that plays the example municipality: read, and held up to itself and to the template."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from verksted.innlesing.maler.forloep import Forloep, ForloepHarFeil, les_forloep
from verksted.innlesing.maler.mal import les_mal
from verksted.innlesing.problem import setning
from verksted.kjerne.stier import mal as malsti
from verksted.kjerne.tekster import Tekster

FILER = {
    "prosess.yaml": """\
navn: Samfunnsdel
navn_nn: Samfunnsdel
kommune: Lindvær kommune
valgperiode: {fra: 2027, til: 2031}
planperiode: {fra: 2028, til: 2040}
organ: kommunestyret
sjekkpunkter_utfoert: [{verksted: 1, nummer: 1, dato: 2028-01-10}]
""",
    "verksted-1.yaml": """\
nummer: 1
dato: 2028-01-20
sted: Salen
sted_nn: Salen
start: "17.00"
faktisk_slutt: "20.34"
moeteform: moete_i_folkevalgt_organ
aapent: true
oppmoete:
  fravaerende: [Ola Prøve]
  vara: [{navn: Kari Prøve, for: Ola Prøve, fra: "17.00", til: "20.34"}]
bord: 2
innspill:
  - {kode: V1-G1-01, spoersmaal: 1, type: mangler, spraak: nb, vei: telefon, tekst: " Ferja mangler. "}
  - {kode: V1-G2-01, spoersmaal: 4, type: satsing, spraak: nn, vei: papir, tekst: Ferja, hvorfor: Alt heng på ho}
  - {kode: V1-G1-02, spoersmaal: 2, type: endre, spraak: nb, vei: fil, tekst: H2 er for vidt, element: H2}
revisjoner: [{kode: V1-G1-02, tekst: H2 er altfor vidt}]
trukket: [{kode: V1-G1-01, grunn: Sto alt i grunnlaget}]
punkter:
  - kode: P-01
    spoersmaal: 4
    tittel: Ferja
    tittel_nn: Ferja
    tekst: Ferja først
    tekst_nn: Ferja først
    standpunkt: satsing
    enighet: delvis
    kilder: [V1-G2-01, V1-G1-01]
    merknader: [{liste: BL, tekst: Ikke uten vei}]
avstemninger:
  - {art: prikker, tittel: Prikker, tittel_nn: Prikkar, per_person: 3,
     runder: [{alternativer: [{punkt: P-01, bord: [4, 3]}]}]}
evaluering: [{spoersmaal: 1, svar: {"4": 12, "5": 8}, kommentarer: [Bra]}]
""",
    "verksted-2.yaml": """\
nummer: 2
dato: 2028-03-02
sted: Salen
sted_nn: Salen
start: "17.00"
faktisk_slutt: "20.31"
moeteform: moete_i_folkevalgt_organ
aapent: true
bord: 2
punkter:
  - {kode: P-02, spoersmaal: 2, tittel: A, tittel_nn: A, tekst: B, tekst_nn: B, standpunkt: nytt, enighet: enighet}
""",
    "plan.yaml": """\
forslag: [{element: S2, tittel: Nær, tittel_nn: Nær, punkter: [P-01], periode: valgperioden}]
nye: [{kode: S2.4, forelder: S2, nivaa: delmaal, tittel: Ny, tittel_nn: Ny, baerekraftsmaal: [10, 11]}]
behandlinger: [{punkt: P-01, resultat: tatt_inn, begrunnelse: Ja, begrunnelse_nn: Ja, elementer: [S2.1]}]
utsjekk: [{verksted: 2, bord: 1, punkt: P-01, svar: i_traad}]
""",
    "oekonomi.yaml": """\
tiltak:
  - kode: T-001
    tittel: Kai
    tittel_nn: Kai
    art: investering
    finansiering: friske_midler
    ansvarlig: Teknisk
    ansvarlig_nn: Teknisk
    fra_aar: 2028
    til_aar: 2029
    status: planlagt
    beloep: {2028: 500000, 2029: 1000000}
koblinger: [{post: {tekst: Kai, funksjon: "330", art: investering}, tiltak: T-001, andel: 60}]
oppfoelging: [{element: S2, sektor: Helse, betydning: Mye, betydning_nn: Mykje, prioritet: 1}]
""",
}


KAI_TIL = '{post: {tekst: Kai, funksjon: "330", art: investering}, tiltak: T-001, andel: 50}'


def skriv(mappe: Path, **byttet: tuple[str, str]) -> None:
    for navn, innhold in FILER.items():
        gammelt, nytt = byttet.get(navn.removesuffix(".yaml").replace("-", "_"), ("", ""))
        assert gammelt in innhold
        (mappe / navn).write_text(innhold.replace(gammelt, nytt, 1) if gammelt else innhold, "utf-8")


def feil_i(mappe: Path, **valg) -> list[tuple[str, str, int | None]]:
    with pytest.raises(ForloepHarFeil) as fanget:
        les_forloep(mappe, **valg)
    return [(p.sted.fil, p.noekkel.removeprefix("mal.problem."), p.sted.linje) for p in fanget.value.problemer]


@pytest.fixture(scope="module")
def mal():
    return les_mal(malsti("prosesser", "politisk-verksted.nb.yaml").read_text("utf-8"), filnavn="mal")


def test_at_et_helt_forloep_leses_ord_for_ord(tmp_path, mal):
    skriv(tmp_path)
    forloep = les_forloep(tmp_path, mal=mal)
    assert isinstance(forloep, Forloep)
    assert [v.nummer for v in forloep.verksteder] == [1, 2]
    assert forloep.verksteder[0].innspill[0].tekst == " Ferja mangler. "
    assert forloep.verksteder[0].oppmoete.vara[0].for_ == "Ola Prøve"
    assert forloep.oekonomi.tiltak[0].beloep == {2028: 500000, 2029: 1000000}


def test_at_null_kroner_kan_staa_paa_et_aar_tiltaket_ikke_gjelder(tmp_path):
    skriv(tmp_path, oekonomi=("2029: 1000000}", "2029: 1000000, 2030: 0}"))
    assert les_forloep(tmp_path).oekonomi.tiltak[0].beloep[2030] == 0


@pytest.mark.parametrize(
    ("fil", "gammelt", "nytt", "noekkel"),
    [
        ("prosess", "til: 2031", "til: 2026", "fra_etter_til"),
        ("prosess", "verksted: 1", "verksted: 3", "ukjent_verksted"),
        ("prosess", "navn_nn: Samfunnsdel\n", "", "mangler_noekkel"),
        ("verksted_1", "nummer: 1", "nummer: 2", "feil_nummer_i_fil"),
        ("verksted_1", "kode: V1-G1-02, spoer", "kode: V1-G1-03, spoer", "feil_kode"),
        ("verksted_1", "kode: V1-G2-01, spoer", "kode: V1-G3-01, spoer", "ukjent_bord"),
        ("verksted_1", "revisjoner: [{kode: V1-G1-02", "revisjoner: [{kode: V1-G1-09", "ukjent_kode"),
        ("verksted_1", "trukket: [{kode: V1-G1-01", "trukket: [{kode: V1-G9-01", "ukjent_kode"),
        ("verksted_1", "kode: P-01", "kode: P-02", "feil_kode"),
        ("verksted_1", "kilder: [V1-G2-01, V1-G1-01]", "kilder: [V1-G2-09]", "ukjent_kode"),
        ("verksted_1", "kilder: [V1-G2-01, V1-G1-01]", "kilder: [V1-G2-01, V1-G2-01]", "dobbelt"),
        ("verksted_1", "bord: [4, 3]", "bord: [4, 3, 1]", "feil_antall_bord"),
        ("verksted_1", "punkt: P-01, bord", "punkt: P-07, bord", "ukjent_kode"),
        ("verksted_1", "{punkt: P-01, bord: [4, 3]}", "{bord: [4, 3]}", "enten_eller"),
        ("verksted_1", '"4": 12', '"6": 12', "feil_skala"),
        ("verksted_1", '"4": 12', "4: 12", "ikke_tekst"),
        ("verksted_1", "type: mangler", "type: savner", "ukjent_verdi"),
        ("verksted_1", "enighet: delvis", "enighet: delvis\n    aapent_spoersmaal: Når?", "mangler_nynorsk"),
        ("plan", "punkter: [P-01]", "punkter: [P-99]", "ukjent_kode"),
        ("plan", "kode: S2.4", "kode: S2", "dobbelt"),
        ("plan", "behandlinger: [{punkt: P-01", "behandlinger: [{punkt: P-44", "ukjent_kode"),
        ("plan", "verksted: 2, bord: 1", "verksted: 2, bord: 3", "ukjent_bord"),
        ("plan", "verksted: 2, bord: 1", "verksted: 4, bord: 1", "ukjent_verksted"),
        ("plan", "punkt: P-01, svar", "punkt: P-02, svar", "for_tidlig_kode"),
        ("plan", "[10, 11]", "[10, 18]", "for_mye"),
        ("oekonomi", "kode: T-001", "kode: T-002", "feil_kode"),
        ("oekonomi", "2029: 1000000", "2030: 1000000", "aar_utenfor"),
        ("oekonomi", "tiltak: T-001", "tiltak: T-009", "ukjent_kode"),
        ("oekonomi", "andel: 60}", f"andel: 60}}, {KAI_TIL}", "andeler_over_hundre"),
    ],
)  # fmt: skip
def test_at_en_feil_meldes_i_rett_fil_og_paa_rett_linje(tmp_path, fil, gammelt, nytt, noekkel):
    skriv(tmp_path, **{fil: (gammelt, nytt)})
    navn = f"{fil.replace('_', '-')}.yaml"
    funnet = feil_i(tmp_path)
    assert (navn, noekkel) in [(f, n) for f, n, _ in funnet]
    start = FILER[navn][: FILER[navn].index(gammelt)].count("\n") + 1
    linje = next(linje for f, n, linje in funnet if (f, n) == (navn, noekkel))
    # A key that is missing, or a pair that disagrees, is told where its surroundings begin.
    assert linje <= start + nytt.count("\n")
    if noekkel not in {"mangler_noekkel", "mangler_nynorsk", "fra_etter_til"}:
        assert linje == start


@pytest.mark.parametrize(
    ("fil", "gammelt", "nytt", "noekkel"),
    [
        ("verksted_1", "spoersmaal: 1, type: mangler", "spoersmaal: 1, type: satsing", "ukjent_svartype"),
        ("verksted_1", "spoersmaal: 1, type: mangler", "spoersmaal: 5, type: mangler", "ukjent_spoersmaal"),
        ("verksted_1", "[{spoersmaal: 1, svar", "[{spoersmaal: 7, svar", "ukjent_spoersmaal"),
        ("prosess", "nummer: 1", "nummer: 98", "ukjent_kode"),
    ],
)
def test_at_forloepet_holdes_opp_mot_malen(tmp_path, fil, gammelt, nytt, noekkel):
    mal = les_mal(malsti("prosesser", "politisk-verksted.nb.yaml").read_text("utf-8"), filnavn="mal")
    skriv(tmp_path, **{fil: (gammelt, nytt)})
    les_forloep(tmp_path)
    assert [n for _, n, _ in feil_i(tmp_path, mal=mal)] == [noekkel]


def test_at_feil_i_flere_filer_meldes_samtidig(tmp_path):
    skriv(tmp_path, plan=("forslag: [", "forslag: [["), oekonomi=("art: investering\n", "art: gave\n"))
    (tmp_path / "prosess.yaml").unlink()
    assert {fil for fil, _, _ in feil_i(tmp_path)} == {"prosess.yaml", "plan.yaml", "oekonomi.yaml"}


def test_at_et_hull_i_rekka_av_verksteder_oppdages(tmp_path):
    skriv(tmp_path)
    (tmp_path / "verksted-1.yaml").unlink()
    assert feil_i(tmp_path) == [("verksted-1.yaml", "mangler_fil", 1)]


def test_at_hver_setning_nevner_fil_og_linje(tmp_path):
    skriv(tmp_path, plan=("punkter: [P-01]", "punkter: [P-99]"))
    with pytest.raises(ForloepHarFeil) as fanget:
        les_forloep(tmp_path)
    assert setning(fanget.value.problemer[0], Tekster("nb")) == "plan.yaml, linje 1: «P-99» finnes ikke."
    for maalform in ("nb", "nn"):
        assert "plan.yaml" in Tekster(maalform)("feil.ForloepHarFeil.hva", **fanget.value.data)


def test_at_eksempelet_som_foelger_med_er_uten_feil(mal):
    mappe = malsti("eksempel") / "forloep"
    if not (mappe / "oekonomi.yaml").is_file():
        logging.getLogger(__name__).warning("eksempelets forløp er ikke skrevet ferdig: ikke undersøkt")
        return
    forloep = les_forloep(mappe, mal=mal)
    assert [v.nummer for v in forloep.verksteder] == [1, 2, 3]
    assert sum(len(v.innspill) for v in forloep.verksteder) >= 160
