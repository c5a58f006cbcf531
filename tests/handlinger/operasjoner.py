"""Every operation with how its arguments are drawn; setting up, plan tree and people are in `operasjoner_oppsett`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.handlinger.operasjoner_oppsett import OPPSETTET
from tests.handlinger.proeveprosess import (
    DELTAKERE,
    FAKTA,
    POSTER,
    deltakerliste,
    kunnskap,
    malen,
    oekonomiplan,
    samfunnsdel,
)
from tests.handlinger.trekker import BELOEP, BOOL, BORD, SENERE, SJELDEN, TEKST, TIDER, Trekker, V
from verksted.modell.ordene import (
    Avstemningsart,
    Behandlingsresultat,
    Enighet,
    Forskyvning,
    Grupperegelart,
    Innspillstype,
    Planperiode,
    Planrolle,
    Standpunkt,
    Tiltaksart,
    Utsjekksvar,
    Vei,
    Verkstedstatus,
)

if TYPE_CHECKING:
    from collections.abc import Callable


OPERASJONER: dict[str, Callable[[Trekker], dict[str, Any]]] = {
    "opprett_prosess": lambda _: {"mal": malen(), "kommune": "Lindvær", "valgperiode": (2027, 2031)},
    "oppdater_prosess": lambda t: {
        "navn": t.av(TEKST),
        "planperiode_til": t.av(st.sampled_from([None, 2040, 2041, 2044, 1])),
    },
    "oppdater_verksted": lambda t: {
        "verksted": t.av(V),
        "sted": t.av(TEKST),
        "dato": t.av(st.none() | st.dates(date(2028, 1, 1))),
        "aapent": not t.av(SJELDEN),
        "status": t.av(st.sampled_from(Verkstedstatus)),
    },
    "oppdater_spoersmaal": lambda t: {
        "verksted": t.av(V),
        "spoersmaal": t.av(st.integers(1, 4)),
        "tekst": t.av(TEKST),
        "maks_loeft": t.av(st.integers(0, 3)),
        "svartyper": [] if t.av(SJELDEN) else list(Innspillstype)[: t.av(st.integers(1, 9))],
    },
    "opprett_programpost": lambda t: t.ny_post() | {"forelder": t.post() if t.av(BOOL) else None},
    "oppdater_programpost": lambda t: {
        "verksted": t.av(V),
        "post_id": t.post(),
        "minutter": t.av(st.integers(0, 90)),
        "fast_start": t.av(st.none() | TIDER),
        "loep": t.av(st.integers(0, 2)),
    },
    "slett_programpost": lambda t: {"verksted": t.av(V), "post_id": t.post()},
    "flytt_programpost": lambda t: {
        "verksted": 1,
        "post_id": t.kommende(),
        "foer": t.kommende() if t.av(BOOL) else None,
    },
    "bytt_rekkefoelge": lambda t: {"verksted": 1, "post_id": t.kommende(), "annen_id": t.kommende()},
    "sett_slutt": lambda t: {"verksted": t.av(V), "slutt": t.av(st.none() | TIDER)},
    "sett_forskyvning": lambda t: {"verksted": t.av(V), "forskyvning": t.av(st.sampled_from(Forskyvning))},
    "kort_ned_programmet": lambda t: {"verksted": t.av(V)},
    "start_post": lambda t: {"verksted": 1, "post_id": t.kommende(), "tid": t.tid()},
    "neste_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "forrige_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "avslutt_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "juster_minutter": lambda t: {
        "verksted": 1,
        "post_id": t.post(),
        "minutter": t.av(st.sampled_from([-5, -1, 1, 5])),
        "tid": t.tid(),
    },
    "stans_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "fortsett_post": lambda t: {"verksted": t.av(V), "tid": t.tid()},
    "gi_tilbake_tid": lambda t: {"verksted": t.av(V), "sekunder": t.av(st.floats(-10, 1e9)), "tid": t.tid()},
    "hopp_over_post": lambda t: {"verksted": 1, "post_id": t.kommende(), "hopp": t.av(BOOL), "tid": t.tid()},
    "legg_til_post": lambda t: t.ny_post() | {"tid": t.tid()},
    "merk_sjekkpunkt": lambda t: {
        "verksted": t.av(V),
        "nummer": t.av(st.integers(1, 20)),
        "utfoert": t.av(st.none() | st.dates()),
    },
    "ta_inn_deltakere": lambda t: deltakerliste(t.av(st.lists(st.sampled_from(DELTAKERE), max_size=4))),
    "ta_inn_samfunnsdel": lambda t: samfunnsdel() | {"sha256": t.av(st.sampled_from(["a" * 64, "b" * 64]))},
    "ta_inn_oekonomiplan": lambda t: oekonomiplan(POSTER[: t.av(st.integers(1, 3))]),
    "ta_over_oekonomiplan": lambda t: (
        oekonomiplan(POSTER[: t.av(st.integers(2, 3))])
        | {"par": {t.en("SELECT kode FROM oekonomipost"): "drift||teknisk||330|||||hurtigbåtentilytterlind"}}
    ),
    "ta_inn_kunnskap": lambda t: (
        kunnskap() | {"sha256": t.av(st.sampled_from(["a" * 64, "b" * 64])), "filnavn": FAKTA[0][0]}
    ),
    "registrer_oppmoete": lambda t: {
        "verksted": t.av(V),
        "person_id": t.person(),
        "fra": t.av(TIDER),
        "til": t.av(SENERE),
        "vara_for": t.person() if t.av(BOOL) else None,
    },
    "oppdater_oppmoete": lambda t: {
        "oppmoete_id": t.en("SELECT id FROM tilstedevaerelse"),
        "fra": t.av(TIDER),
        "til": t.av(SENERE),
    },
    "slett_oppmoete": lambda t: {"oppmoete_id": t.en("SELECT id FROM tilstedevaerelse")},
    "sett_opp_bord": lambda t: {"verksted": t.av(V), "antall": t.av(st.sampled_from([3, 4, 5, 6, 0, -1, 100]))},
    "sett_gruppeoppsett": lambda t: {
        "verksted": t.av(V),
        "antall_bord": t.av(st.sampled_from([None, 2, 3, 0])),
        "runder": t.av(st.sampled_from([None, 1, 2, 21])),
        "balanser": t.av(st.sampled_from([None, ["parti"], ["Kjønn", "liste"], ["hårfarge"]])),
        "alle_i_rommet": t.av(st.none() | BOOL),
    },
    "legg_til_grupperegel": lambda t: {
        "verksted": t.av(V),
        "art": t.av(st.sampled_from(Grupperegelart)),
        "personer": [t.person() for _ in range(t.av(st.integers(0, 2)))],
        "bord": t.av(st.none() | BORD),
        "verv": t.av(st.sampled_from([None, "gruppeleder"])),
    },
    "fjern_grupperegel": lambda t: {"regel_id": t.en("SELECT id FROM grupperegel")},
    "lagre_grupper": lambda t: t.sammensatt(),
    "lagre_reparasjon": lambda t: t.reparert(),
    "meld_forfall": lambda t: {"verksted": t.av(V), "person_id": t.person()},
    "opphev_forfall": lambda t: {"verksted": t.av(V), "person_id": t.en("SELECT person_id FROM forfall")},
    "sett_inn_vara": lambda t: {"verksted": t.av(V), "person_id": t.person(), "for_person_id": t.person()},
    "ta_imot_sent": lambda t: {
        "verksted": t.av(V),
        "person_id": t.person(),
        "fra": t.av(st.none() | TIDER),
    },
    "bytt_plasser": lambda t: {
        "verksted": t.av(V),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "en": t.person(),
        "annen": t.person(),
    },
    "laas_plass": lambda t: {"verksted": t.av(V), "runde": 1, "person_id": t.person(), "laast": t.av(BOOL)},
    "flytt_plass": lambda t: {
        "verksted": t.av(V),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "person_id": t.person(),
        "bord": t.av(BORD),
        "laas": t.av(BOOL),
    },
    "sett_sekretaer": lambda t: {
        "verksted": t.av(V),
        "bord": t.av(BORD),
        "person_id": t.person() if t.av(BOOL) else None,
        "runde": t.av(st.none() | st.just(1)),
    },
    "merk_runden_holdt": lambda t: {"verksted": t.av(V), "runde": t.av(st.sampled_from([1, 1, 1, 2]))},
    "skriv_innspill": lambda t: {
        "verksted": t.av(V),
        "gruppe": t.av(BORD),
        "spoersmaal": t.av(st.integers(1, 2)),
        "tekst": t.av(TEKST),
        "hvorfor": t.av(TEKST),
        "innspillstype": t.av(st.none() | st.none() | st.sampled_from(Innspillstype)),
        "vei": t.av(st.sampled_from(Vei)),
        "element": t.kode("planelement") if t.av(BOOL) else None,
        "etter_frist": t.av(BOOL),
        "innspill_id": t.av(st.sampled_from([None] * 6 + ["min-id-1", "min-id-2", ""])),
    },
    "revider_innspill": lambda t: {
        "kode": t.kode("innspill"),
        "tekst": t.av(TEKST),
        "innspillstype": t.av(st.none() | st.sampled_from(Innspillstype)),
    },
    "fjern_innspill": lambda t: {"kode": t.kode("innspill")},
    "hent_tilbake_innspill": lambda t: {"kode": t.kode("innspill")},
    "trekk_innspill": lambda t: {"kode": t.kode("innspill"), "grunn": t.av(TEKST)},
    "slipp_innspill": lambda t: {"kode": t.kode("innspill"), "sluppet": t.av(BOOL)},
    "loeft_innspill": lambda t: {"kode": t.kode("innspill"), "loeftet": t.av(BOOL)},
    "samle_punkt": lambda t: {
        "verksted": t.av(V),
        "tittel": t.av(TEKST),
        "kilder": t.koder("innspill"),
        "spoersmaal": t.av(st.sampled_from([None, 1, 2, 3, 4, 77])),
        "standpunkt": t.av(st.sampled_from(Standpunkt)),
    },
    "legg_til_kilder": lambda t: {"punkt": t.kode("punkt"), "kilder": t.koder("innspill")},
    "ta_ut_kilde": lambda t: {"punkt": t.kode("punkt"), "kilde": t.kode("innspill")},
    "ta_fra_hverandre_punkt": lambda t: {"punkt": t.kode("punkt")},
    "oppdater_punkt": lambda t: {
        "punkt": t.kode("punkt"),
        "tekst": t.av(TEKST),
        "enighet": t.av(st.sampled_from(Enighet)),
        "prioritet": t.av(st.sampled_from([None, 1, 2, 3, 0])),
    },
    "skriv_merknad": lambda t: {"punkt": t.kode("punkt"), "liste": t.kode("liste"), "tekst": t.av(TEKST)},
    "opprett_avstemning": lambda t: {
        "verksted": t.av(V),
        "art": t.av(st.sampled_from(Avstemningsart)),
        "tittel": t.av(TEKST),
        "punkter": t.koder("punkt"),
        "tekster": t.av(st.lists(TEKST.filter(str.strip), max_size=2)) + [""] * t.av(SJELDEN),
        "per_person": t.av(st.sampled_from([1, 2, 3, 4, 0])),
    },
    "ny_runde": lambda t: {"avstemning_id": t.avstemning()},
    "foer_stemmer": lambda t: {
        "avstemning_id": t.avstemning(),
        "runde": t.av(st.sampled_from([1, 1, 1, 2])),
        "alternativ": t.av(st.sampled_from([1, 1, 1, 2])),
        "per_bord": t.av(st.dictionaries(BORD, st.integers(0, 9), max_size=2)) | ({1: -1} if t.av(SJELDEN) else {}),
    },
    "foer_evaluering": lambda t: {
        "verksted": t.av(V),
        "spoersmaal": t.av(st.integers(1, 2)),
        "svar": t.av(st.dictionaries(st.integers(1, 5), st.integers(0, 9), max_size=2))
        | ({6: 1} if t.av(SJELDEN) else {}),
        "kommentarer": t.av(st.lists(TEKST, max_size=2)),
    },
    "skriv_forslag": lambda t: {
        "element": t.kode("planelement"),
        "forslag_tekst": t.av(TEKST),
        "utgaar": t.av(BOOL),
        "periode": t.av(st.none() | st.sampled_from(Planperiode)),
        "baerekraftsmaal": t.av(st.lists(st.integers(1, 17), max_size=2)) + [0] * t.av(SJELDEN),
    },
    "nytt_planelement": lambda t: {
        "forelder": t.kode("planelement") if t.av(BOOL) else None,
        "nivaa": t.av(st.sampled_from(Planrolle)),
        "tittel": t.av(TEKST),
    },
    "bekreft_planelement": lambda t: {
        "element": t.kode("planelement"),
        "nivaa": t.av(st.none() | st.sampled_from(Planrolle)),
    },
    "skriv_alternativ": lambda t: {
        "element": t.kode("planelement"),
        "bokstav": t.av(st.sampled_from(["A", "B", "C", "D", "", "AB"])),
        "tekst": t.av(TEKST),
    },
    "behandle": lambda t: {
        "resultat": t.av(st.sampled_from(Behandlingsresultat)),
        "begrunnelse": t.av(TEKST),
        **t.punkt_eller("innspill", "innspill"),
    },
    "ta_bort_behandling": lambda t: {"punkt": t.kode("punkt")},
    "velg_plansted": lambda t: {
        "punkt": t.kode("punkt"),
        "element": t.kode("planelement") if t.av(BOOL) else None,
    },
    "svar_utsjekk": lambda t: {
        "verksted": t.av(V),
        "gruppe": t.av(BORD),
        "svar": t.av(st.sampled_from(Utsjekksvar)),
        **t.punkt_eller("element", "planelement"),
    },
    "skriv_oppfoelging": lambda t: {
        "element": t.kode("planelement"),
        "sektor": t.av(st.sampled_from(["Teknisk", "Oppvekst", "Helse", ""])),
        "betydning": t.av(TEKST),
    },
    "opprett_tiltak": lambda t: {
        "tittel": t.av(TEKST),
        "art": t.av(st.sampled_from(Tiltaksart)),
        "beloep": t.av(BELOEP),
    },
    "oppdater_tiltak": lambda t: {"tiltak": t.kode("tiltak"), "beskrivelse": t.av(TEKST), "beloep": t.av(BELOEP)},
    "knytt": lambda t: {**t.lenke(), "andel_bp": t.av(st.sampled_from([None, 0, 2500, 5000, 10_001]))},
    "loesne": lambda t: t.lenke(),
    **OPPSETTET,
}
