"""How arguments are drawn for the operations that set the process up: workshops, lists, people, plan tree, facts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.handlinger.trekker import BOOL, FINNES_IKKE, SJELDEN, TEKST, Trekker, V
from verksted.modell.ordene import Fase, Innspillstype, Kunnskapstema, Mandatart, Planrolle, Sfaere

if TYPE_CHECKING:
    from collections.abc import Callable

TALL = st.integers(1, 5)
ALLE_V = st.sampled_from([1, 2, 2, 3, 4, 9])  # the later ones hold nothing yet, and may be moved and taken away
DATO = st.none() | st.dates(date(2028, 1, 1), date(2032, 1, 1))


def _id(t: Trekker, tabell: str) -> str:
    return str(t.en(f"SELECT id FROM {tabell}"))


def _eller_ingen(t: Trekker, tabell: str) -> str | None:
    return t.kode(tabell) if t.av(BOOL) else None


def _deltakerfelt(t: Trekker) -> dict[str, Any]:
    """Return one field of a participant with a value that may stand in it."""
    felt = t.av(st.sampled_from(["navn", "kjoenn", "foedselsaar", "bosted", "art", "liste", "verv", "vara_for", "sko"]))
    match felt:
        case "foedselsaar":
            verdi = t.av(st.sampled_from([None, 1960, 1999, 7]))
        case "art":
            verdi = t.av(st.sampled_from(Mandatart))
        case "vara_for":
            verdi = t.person() if t.av(BOOL) else None
        case _:
            verdi = t.av(TEKST)
    return {"person_id": t.person(), "felt": felt, "verdi": verdi}


OPPSETTET: dict[str, Callable[[Trekker], dict[str, Any]]] = {
    "legg_til_verksted": lambda t: {"tittel": t.av(TEKST)},
    "fjern_verksted": lambda t: {"verksted": t.av(ALLE_V)},
    "flytt_verksted": lambda t: {"verksted": t.av(ALLE_V), "til": t.av(ALLE_V)},
    "velg_organ": lambda t: {
        "verksted": t.av(V),
        "navn": t.av(st.sampled_from(["Kommunestyret", " kommunestyret ", "Formannskapet"]) | TEKST),
    },
    "oppdater_organ": lambda t: {"organ": _id(t, "organ"), "navn": t.av(TEKST)},
    "ny_prosessrolle": lambda t: {"navn": t.av(TEKST), "sfaere": t.av(st.sampled_from(Sfaere))},
    "oppdater_prosessrolle": lambda t: {
        "rolle": _id(t, "prosessrolle"),
        "navn": t.av(TEKST),
        "sfaere": t.av(st.sampled_from(Sfaere)),
    },
    "slett_prosessrolle": lambda t: {"rolle": _id(t, "prosessrolle")},
    "sett_fasedato": lambda t: {
        "fase": t.av(st.sampled_from(["hoering", "vedtak", "oppfoelging"])),
        "tittel": t.av(TEKST),
        "fra": t.av(DATO),
        "til": t.av(DATO),
    },
    "nytt_sjekkpunkt": lambda t: {
        "verksted": t.av(V),
        "fase": t.av(st.sampled_from(Fase)),
        "tekst": t.av(TEKST),
        "ansvarlig": t.av(TEKST),
        "frist": t.av(DATO),
    },
    "oppdater_sjekkpunkt": lambda t: {
        "verksted": t.av(V),
        "nummer": t.av(st.integers(1, 20)),
        "tekst": t.av(TEKST),
        "frist": t.av(DATO),
    },
    "slett_sjekkpunkt": lambda t: {"verksted": t.av(V), "nummer": t.av(st.integers(1, 20))},
    "opprett_spoersmaal": lambda t: {
        "verksted": t.av(ALLE_V),
        "tekst": t.av(TEKST),
        "post_id": t.post() if t.av(BOOL) else None,
        "svartyper": [] if t.av(SJELDEN) else list(Innspillstype)[: t.av(st.integers(1, 9))],
        "maks_loeft": t.av(st.integers(0, 3)),
    },
    "flytt_spoersmaal": lambda t: {
        "verksted": t.av(ALLE_V),
        "spoersmaal": t.av(TALL),
        "foer": t.av(st.none() | TALL),
        "post_id": t.post() if t.av(BOOL) else None,
    },
    "slett_spoersmaal": lambda t: {"verksted": t.av(ALLE_V), "spoersmaal": t.av(TALL)},
    "opprett_deltaker": lambda t: {"navn": t.av(TEKST), "art": t.av(st.sampled_from(Mandatart))},
    "endre_deltaker": _deltakerfelt,
    "ta_ut_av_lista": lambda t: {"person_id": t.person()},
    "nytt_kunnskapspunkt": lambda t: {
        "tittel": t.av(TEKST),
        "tema": t.av(st.none() | st.sampled_from(Kunnskapstema)),
        "temanavn": t.av(TEKST),
    },
    "oppdater_kunnskapspunkt": lambda t: {
        "kode": t.kode("kunnskapspunkt"),
        "tittel": t.av(TEKST),
        "aar": t.av(st.sampled_from([None, 2027, 7])),
        "kvalitetssikret_dato": t.av(DATO),
    },
    "fjern_kunnskapspunkt": lambda t: {"kode": t.kode("kunnskapspunkt")},
    "hent_tilbake_kunnskapspunkt": lambda t: {"kode": t.kode("kunnskapspunkt")},
    "flytt_planelement": lambda t: {
        "element": t.kode("planelement"),
        "forelder": _eller_ingen(t, "planelement"),
        "etter": _eller_ingen(t, "planelement"),
    },
    "fjern_planelement": lambda t: {"element": t.kode("planelement")},
    "hent_tilbake_planelement": lambda t: {"element": t.kode("planelement")},
    "bekreft_planelementer": lambda t: {"elementer": t.koder("planelement")},
    "rett_planelement": lambda t: {
        "element": t.kode("planelement"),
        "tittel": t.av(st.none() | TEKST),
        "tekst": t.av(st.none() | TEKST),
        "nivaa": _id(t, "plannivaa") if t.av(BOOL) else None,
    },
    "slaa_sammen_planelement": lambda t: {"element": t.kode("planelement"), "med": t.kode("planelement")},
    "ta_inn_planlinje": lambda t: {
        "tekst": t.av(TEKST),
        "forelder": _eller_ingen(t, "planelement"),
        "nivaa": FINNES_IKKE if t.av(SJELDEN) else _id(t, "plannivaa"),
        "sted": t.av(TEKST),
    },
    "oppdater_plannivaa": lambda t: {"nivaa": _id(t, "plannivaa"), "entall": t.av(TEKST), "flertall": t.av(TEKST)},
    "nytt_plannivaa": lambda t: {"rolle": t.av(st.sampled_from(Planrolle)), "navn": t.av(TEKST)},
}
