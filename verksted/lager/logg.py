"""The change log: undo and redo per actor, the history of a row, the stream of changes."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from verksted.lager.endring import Endring, Handlingslinje, Radendring
from verksted.lager.feil import AngreHindret, IngentingAaAngre, IngentingAaGjoereOm
from verksted.modell.tabeller import PERSONTABELLER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from verksted.lager.oekt import Oekt

_KOLONNER = "nr, navn, aktoer, art, gjelder, koder, tid"


def _linje(rad: tuple[Any, ...]) -> Handlingslinje:
    nr, navn, aktoer, art, gjelder, koder, tid = rad
    return Handlingslinje(nr, navn, aktoer, art, gjelder, tuple(json.loads(koder)), tid)


def _finn_neste(db: sqlite3.Connection, aktoer: str) -> tuple[Handlingslinje | None, Handlingslinje | None]:
    """Return what undo and redo would take next for this actor.

    An undo switches off what it concerns; a redo switches off the undo. Read from the newest backwards,
    each line is final when it is reached. A new ordinary operation closes the road forward.
    """
    avslaatt: set[int] = set()
    angre: Handlingslinje | None = None
    gjoer_om: Handlingslinje | None = None
    veien_stengt = False
    for rad in db.execute(f"SELECT {_KOLONNER} FROM handling WHERE aktoer = ? ORDER BY nr DESC", (aktoer,)):
        linje = _linje(rad)
        if linje.nr in avslaatt:
            continue
        if linje.gjelder is not None and linje.art in {"angre", "gjoer_om"}:
            avslaatt.add(linje.gjelder)
            if linje.art == "angre" and not veien_stengt and gjoer_om is None:
                gjoer_om = linje
        elif linje.art in {"vanlig", "endelig"}:
            veien_stengt = True
            if linje.art == "vanlig":
                angre = linje
                break
    return angre, gjoer_om


def kan_angre(db: sqlite3.Connection, aktoer: str) -> Handlingslinje | None:
    """Return what undo would take back for this actor, or None."""
    return _finn_neste(db, aktoer)[0]


def kan_gjoere_om(db: sqlite3.Connection, aktoer: str) -> Handlingslinje | None:
    """Return the undo that redo would take back for this actor, or None."""
    return _finn_neste(db, aktoer)[1]


def hva_gjoeres_om(db: sqlite3.Connection, aktoer: str) -> Handlingslinje | None:
    """Return the operation that redo would carry out again, by its own name, or None."""
    linje = kan_gjoere_om(db, aktoer)
    if linje is None:
        return None
    return _linje(db.execute(f"SELECT {_KOLONNER} FROM handling WHERE nr = ?", (linje.gjelder,)).fetchone())


def angre(oekt: Oekt) -> Endring[str]:
    """Take back the actor's newest operation; `resultat` is its name.

    Raises IngentingAaAngre, or AngreHindret when somebody else went on from the same rows.
    """
    linje = kan_angre(oekt.db, oekt.aktoer)
    if linje is None:
        raise IngentingAaAngre
    return oekt.utfoer("angre", lambda: _snu(oekt, linje, navn=linje.navn), art="angre", gjelder=linje.nr)


def gjoer_om(oekt: Oekt) -> Endring[str]:
    """Carry out again what the actor's newest undo took back; `resultat` is its name.

    Raises IngentingAaGjoereOm, or AngreHindret when somebody else went on from the same rows.
    """
    linje = kan_gjoere_om(oekt.db, oekt.aktoer)
    if linje is None or linje.gjelder is None:
        raise IngentingAaGjoereOm
    (navn,) = oekt.db.execute("SELECT navn FROM handling WHERE nr = ?", (linje.gjelder,)).fetchone()
    return oekt.utfoer("gjoer_om", lambda: _snu(oekt, linje, navn=navn), art="gjoer_om", gjelder=linje.nr)


def _snu(oekt: Oekt, linje: Handlingslinje, *, navn: str) -> str:
    oekt.gjelder(*linje.koder)
    rader = oekt.db.execute(
        "SELECT e.sekvens, e.tabell, e.rad_id, e.art, coalesce(e.foer, p.foer), coalesce(e.etter, p.etter) "
        "FROM endring AS e LEFT JOIN endring_person AS p ON p.sekvens = e.sekvens "
        "WHERE e.handling = ? ORDER BY e.sekvens DESC",
        (linje.nr,),
    ).fetchall()
    sett: set[tuple[str, str]] = set()
    for sekvens, tabell, rad_id, art, foer, etter in rader:
        if (tabell, rad_id) not in sett:
            sett.add((tabell, rad_id))
            _krev_uroert(oekt.db, linje, Radendring(sekvens, tabell, rad_id, art), etter)
        if tabell in PERSONTABELLER and ((art != "I" and foer is None) or (art != "D" and etter is None)):
            raise AngreHindret(koder=", ".join(linje.koder), hvem="sletting")
        try:
            _tilbake(oekt.db, tabell, rad_id, art, json.loads(foer) if foer else None)
        except sqlite3.IntegrityError:
            raise AngreHindret(koder=", ".join(linje.koder), hvem=_hvem_peker(oekt.db, tabell, rad_id)) from None
    for tabell, rad_id in sett:
        _krev_hele_lenker(oekt.db, linje, tabell, rad_id)
    return navn


def _krev_hele_lenker(db: sqlite3.Connection, linje: Handlingslinje, tabell: str, rad_id: str) -> None:
    """Raise AngreHindret when a link of the trail would point at nothing: no foreign key guards its ends."""
    lenker = db.execute(
        "SELECT id, fra_type, fra_id, til_type, til_id FROM sporlenke "
        "WHERE (fra_type = :t AND fra_id = :r) OR (til_type = :t AND til_id = :r) OR (:t = 'sporlenke' AND id = :r)",
        {"t": tabell, "r": rad_id},
    ).fetchall()
    for lenke_id, *ender in lenker:
        for ting, ting_id in (ender[:2], ender[2:]):
            if db.execute(f"SELECT 1 FROM {ting} WHERE id = ?", (ting_id,)).fetchone() is None:
                eier = ("sporlenke", lenke_id) if (tabell, rad_id) == (ting, ting_id) else (ting, ting_id)
                raise AngreHindret(koder=", ".join(linje.koder), hvem=_sist_roert_av(db, *eier))


def _sist_roert_av(db: sqlite3.Connection, tabell: str, rad_id: str) -> str:
    rad = db.execute(
        "SELECT h.aktoer FROM endring AS e JOIN handling AS h ON h.nr = e.handling "
        "WHERE e.tabell = ? AND e.rad_id = ? ORDER BY e.sekvens DESC LIMIT 1",
        (tabell, rad_id),
    ).fetchone()
    return str(rad[0]) if rad is not None else ""


def _krev_uroert(db: sqlite3.Connection, linje: Handlingslinje, rad: Radendring, etter: str | None) -> None:
    """Raise AngreHindret unless the row is just as the operation left it."""
    nyere = db.execute(
        "SELECT h.aktoer, coalesce(e.etter, p.etter) FROM endring AS e JOIN handling AS h ON h.nr = e.handling "
        "LEFT JOIN endring_person AS p ON p.sekvens = e.sekvens "
        "WHERE e.rad_id = ? AND e.tabell = ? AND e.sekvens > ? ORDER BY e.sekvens DESC LIMIT 1",
        (rad.rad_id, rad.tabell, rad.sekvens),
    ).fetchone()
    if nyere is not None and nyere[1] != etter:
        raise AngreHindret(koder=", ".join(linje.koder), hvem=nyere[0])


def _tilbake(db: sqlite3.Connection, tabell: str, rad_id: str, art: str, foer: dict[str, Any] | None) -> None:
    if art == "I" or foer is None:
        db.execute(f"DELETE FROM {tabell} WHERE id = ?", (rad_id,))
    elif art == "D":
        kolonner = ", ".join(foer)
        db.execute(f"INSERT INTO {tabell} ({kolonner}) VALUES ({', '.join('?' * len(foer))})", tuple(foer.values()))
    else:
        settes = ", ".join(f"{navn} = ?" for navn in foer)
        db.execute(f"UPDATE {tabell} SET {settes} WHERE id = ?", (*foer.values(), rad_id))


def _hvem_peker(db: sqlite3.Connection, tabell: str, rad_id: str) -> str:
    """Return the actor behind a row that points at this one, so that undo can say whose it is."""
    peker = (
        'SELECT m.name, f."from" FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f '
        "WHERE m.type = 'table' AND f.\"table\" = ?"
    )
    for barn, kolonne in db.execute(peker, (tabell,)).fetchall():
        rad = db.execute(
            "SELECT h.aktoer FROM endring AS e JOIN handling AS h ON h.nr = e.handling "
            f"WHERE e.tabell = ? AND e.rad_id IN (SELECT id FROM {barn} WHERE {kolonne} = ?) "
            "ORDER BY e.sekvens DESC LIMIT 1",
            (barn, rad_id),
        ).fetchone()
        if rad is not None:
            return str(rad[0])
    return ""


def historien_til(
    db: sqlite3.Connection, tabell: str, rad_id: str
) -> list[tuple[Handlingslinje, dict[str, Any] | None]]:
    """Return every operation that touched a row, oldest first, with the row as it became (None: gone)."""
    kolonner = ", ".join(f"h.{k.strip()}" for k in _KOLONNER.split(","))
    rader = db.execute(
        f"SELECT {kolonner}, coalesce(e.etter, p.etter) FROM endring AS e JOIN handling AS h ON h.nr = e.handling "
        "LEFT JOIN endring_person AS p ON p.sekvens = e.sekvens "
        "WHERE e.rad_id = ? AND e.tabell = ? ORDER BY e.sekvens",
        (rad_id, tabell),
    )
    return [(_linje(rad[:-1]), json.loads(rad[-1]) if rad[-1] else None) for rad in rader]


def stroem(db: sqlite3.Connection, *, etter: int) -> Iterator[Endring[None]]:
    """Yield every operation after a number, in order: what phones, windows and packages follow."""
    for rad in db.execute(f"SELECT {_KOLONNER} FROM handling WHERE nr > ? ORDER BY nr", (etter,)).fetchall():
        linje = _linje(rad)
        rader = db.execute(
            "SELECT sekvens, tabell, rad_id, art FROM endring WHERE handling = ? ORDER BY sekvens", (linje.nr,)
        )
        yield Endring(
            linje.nr, linje.navn, linje.aktoer, linje.art, linje.koder, tuple(Radendring(*r) for r in rader), None
        )
