"""The proof that nothing is lost: everything the file says of itself must agree."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verksted.lager.motor import LESEFEIL
from verksted.lager.oversetting import er_fra_verden
from verksted.lager.skjema import forventet_skjema, les_skjema, versjon_av
from verksted.lager.utloesere import kolonnene, som_json
from verksted.modell.innspill import fingeravtrykk
from verksted.modell.spor import TILLATTE_PAR
from verksted.modell.tabeller import PERSONTABELLER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Rader = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Funn:
    """One thing that does not agree; `noekkel` is its sentence in the catalogue `kontroll`."""

    noekkel: str
    tabell: str
    rad: str


@dataclass(frozen=True, slots=True)
class Kontrollrapport:
    """What was looked at, and what did not agree. `funn` empty means: whole."""

    rader: int
    revisjoner: int
    handlinger: int
    endringer: int
    funn: tuple[Funn, ...]


def er_hel(db: sqlite3.Connection) -> bool:
    """Say whether the database opens, has our schema, holds together, and every note has its words.

    This is what is asked at each opening; `kontroller` asks everything.
    """
    try:
        if les_skjema(db) != forventet_skjema(versjon_av(db)):
            return False
        return sidene_holder(db) and next(_fingeravtrykk(db), None) is None
    except LESEFEIL as feil:
        if er_fra_verden(feil):
            raise
        return False


def sidene_holder(db: sqlite3.Connection) -> bool:
    """Say whether the pages hold together, whatever the schema is."""
    return bool(db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def kontroller(db: sqlite3.Connection) -> Kontrollrapport:
    """Check the whole file: pages, references, words, trail, and the change log replayed from empty."""
    proever: tuple[Callable[[sqlite3.Connection], Iterator[Funn]], ...] = (
        _sidene,
        _skjemaet,
        _pekere,
        _fingeravtrykk,
        _revisjonene,
        _loese_lenker,
        _tellere,
        _avspilling,
    )
    funn: list[Funn] = []
    try:
        for proeve in proever:
            funn.extend(proeve(db))
            if funn and proeve is _sidene:  # nothing else can be trusted
                break
        return Kontrollrapport(
            rader=sum(_antall(db, tabell) for tabell in _kolonnene_i(db)),
            revisjoner=_antall(db, "innspill_revisjon"),
            handlinger=_antall(db, "handling"),
            endringer=_antall(db, "endring"),
            funn=tuple(funn),
        )
    except LESEFEIL as feil:  # text that is no text, a table that is gone
        return Kontrollrapport(0, 0, 0, 0, (*funn, Funn("sidene", "", str(feil))))


def stemmer_med_loggen(db: sqlite3.Connection) -> bool:
    """Say whether the change log, replayed from empty, gives just the rows that are there.

    Asked of bytes from elsewhere: it finds what a flipped bit did to any other word than a note's.
    """
    return next(_avspilling(db), None) is None


def _antall(db: sqlite3.Connection, tabell: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {tabell}").fetchone()[0])


def _sidene(db: sqlite3.Connection) -> Iterator[Funn]:
    for (svar,) in db.execute("PRAGMA integrity_check"):
        if svar != "ok":
            yield Funn("sidene", "", str(svar))


def _skjemaet(db: sqlite3.Connection) -> Iterator[Funn]:
    for _, navn, tabell, _ in les_skjema(db) ^ forventet_skjema(versjon_av(db)):
        yield Funn("skjemaet", tabell, navn)


def _kolonnene_i(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """Return table → those of our columns this file has; an older one has fewer until it is stepped up."""
    funnet: dict[str, list[str]] = {}
    for tabell, kolonne in db.execute(
        "SELECT s.name, k.name FROM main.sqlite_schema AS s, pragma_table_info(s.name) AS k "
        "WHERE s.type = 'table' ORDER BY s.name, k.cid"
    ):
        funnet.setdefault(tabell, []).append(kolonne)
    return {
        tabell: tuple(kolonne for kolonne in funnet[tabell] if kolonne in vaare)
        for tabell, vaare in kolonnene().items()
        if tabell in funnet
    }


def _pekere(db: sqlite3.Connection) -> Iterator[Funn]:
    for tabell, _, mangler, _ in db.execute("PRAGMA foreign_key_check"):
        yield Funn("peker", str(tabell), str(mangler))


def _fingeravtrykk(db: sqlite3.Connection) -> Iterator[Funn]:
    rader = db.execute(
        "SELECT i.kode, i.spoersmaal_id, i.gruppe_id, r.nummer, r.type, r.tekst, r.hvorfor, r.sha256 "
        "FROM innspill_revisjon AS r LEFT JOIN innspill AS i ON i.id = r.innspill_id"
    )
    for kode, spoersmaal_id, gruppe_id, nummer, innspillstype, tekst, hvorfor, sha256 in rader:
        regnet = fingeravtrykk(
            tekst=tekst,
            hvorfor=hvorfor,
            innspillstype=innspillstype,
            spoersmaal_id=spoersmaal_id or "",
            gruppe_id=gruppe_id or "",
            nummer=nummer,
        )
        if regnet != sha256:
            yield Funn("fingeravtrykk", "innspill_revisjon", kode or "?")


def _revisjonene(db: sqlite3.Connection) -> Iterator[Funn]:
    rader = db.execute(
        "SELECT i.kode FROM innspill AS i LEFT JOIN innspill_revisjon AS r ON r.innspill_id = i.id "
        "GROUP BY i.id HAVING count(r.id) <> i.revisjon OR coalesce(max(r.nummer), 0) <> i.revisjon"
    )
    yield from (Funn("revisjoner", "innspill", kode) for (kode,) in rader)


def _loese_lenker(db: sqlite3.Connection) -> Iterator[Funn]:
    tillatt = {(str(fra), str(til)) for fra, til in TILLATTE_PAR}
    for lenke, fra, fra_id, til, til_id in db.execute("SELECT id, fra_type, fra_id, til_type, til_id FROM sporlenke"):
        if (fra, til) not in tillatt:
            yield Funn("lenkepar", "sporlenke", lenke)
            continue
        for ting, ting_id in ((fra, fra_id), (til, til_id)):
            if db.execute(f"SELECT 1 FROM {ting} WHERE id = ?", (ting_id,)).fetchone() is None:
                yield Funn("loes_lenke", "sporlenke", lenke)


def _tellere(db: sqlite3.Connection) -> Iterator[Funn]:
    brukt = db.execute("SELECT coalesce(max(mottatt_nr), 0) FROM innspill").fetchone()[0]
    telt = db.execute("SELECT coalesce(max(verdi), 0) FROM teller WHERE navn = 'mottatt'").fetchone()[0]
    if brukt > telt:
        yield Funn("teller", "teller", "mottatt")


def _avspilling(db: sqlite3.Connection) -> Iterator[Funn]:
    """Replay the change log from empty; the rows must be the same."""
    spilt: _Rader = {}
    glemt: set[tuple[str, str]] = set()
    rader = db.execute(
        "SELECT e.tabell, e.rad_id, e.art, coalesce(e.foer, p.foer), coalesce(e.etter, p.etter) FROM endring AS e "
        "LEFT JOIN endring_person AS p ON p.sekvens = e.sekvens ORDER BY e.sekvens"
    )
    for tabell, rad_id, art, foer, etter in rader:
        sted = (tabell, rad_id)
        person = tabell in PERSONTABELLER
        foer_spilt = spilt.pop(sted, None)
        if not _like(foer_spilt, foer) and not (person and (foer is None or sted in glemt)):
            yield Funn("avspilling", tabell, rad_id)
        if (art == "I") != (foer is None) and not person:
            yield Funn("avspilling", tabell, rad_id)
        glemt.discard(sted)
        if art == "D":
            continue
        if etter is not None:
            spilt[sted] = etter
        elif person:
            glemt.add(sted)
        else:
            yield Funn("avspilling", tabell, rad_id)
    yield from _sammenlign(db, spilt, glemt)


def _sammenlign(db: sqlite3.Connection, spilt: _Rader, glemt: set[tuple[str, str]]) -> Iterator[Funn]:
    for tabell, kolonner in _kolonnene_i(db).items():
        for rad_id, rad in db.execute(f"SELECT id, {som_json(tabell, kolonner)} FROM {tabell}"):
            if not _like(spilt.pop((tabell, rad_id), None), rad) or (tabell, rad_id) in glemt:
                yield Funn("avspilling", tabell, str(rad_id))
    yield from (Funn("avspilling", tabell, rad_id) for tabell, rad_id in spilt)


def _like(en: str | None, annen: str | None) -> bool:
    """Say whether two rows as JSON are the same; two releases of SQLite may write the same row in two ways."""
    if en == annen:
        return True
    if en is None or annen is None:
        return False
    try:
        return bool(json.loads(en) == json.loads(annen))
    except ValueError:
        return False
