"""Search over everything with words in it, and over every code.

The index lives in memory, never in the file: so that erasing a person is real, a note costs no second write, and the
file stays plain tables. It is built from the rows, then follows the change log. Words are found by their stems
(`regler/ordstamme`), the last one already while it is being typed.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from verksted.regler.ordstamme import ordene_i, stamme, stammene_i

if TYPE_CHECKING:
    from collections.abc import Iterable

    from verksted.lager.endring import Radendring

_PLANORD: Final = (
    "forslag_tittel", "gjeldende_tittel", "forslag_tekst", "gjeldende_tekst", "begrunnelse_fag", "begrunnelse_politikk",
)  # fmt: skip
# table → SQL of its code, and its columns with words; the first of them is what a hit is called.
_SOEKBARE: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "innspill": ("kode", ()),
    "punkt": ("kode", ("tittel", "tekst", "aapent_spoersmaal")),
    "planelement": ("kode", _PLANORD),
    "kunnskapspunkt": ("kode", ("tittel", "tekst", "tall", "kilde")),
    "tiltak": ("kode", ("tittel", "beskrivelse", "ansvarlig")),
    "oekonomipost": ("kode", ("tekst", "sektor", "tjeneste", "funksjonsnavn")),
    "spoersmaal": ("''", ("tekst", "tema", "hjelpetekst")),
    "programpost": ("''", ("tittel", "beskrivelse", "ansvarlig")),
    "verksted": ("'V' || nummer", ("tittel", "formaal", "sted")),
    "person": ("''", ("navn",)),
    "sjekkpunkt": ("''", ("tekst", "ansvarlig")),
}  # fmt: skip
_FJERNBARE: Final = frozenset({"innspill", "punkt", "planelement", "kunnskapspunkt", "tiltak"})
_SAMTIDIG: Final = 400  # rows per statement, below SQLite's oldest limit on variables


@dataclass(frozen=True, slots=True)
class Treff:
    """One row found: its table (the kind of thing), id, code if it has one, and its words as written."""

    tabell: str
    rad_id: str
    kode: str
    tekst: str


class Soekeindeks:
    """An index of one open file; may be used from any thread."""

    def __init__(self) -> None:
        self._laas: Final = Lock()
        self._db: Final = sqlite3.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE soek USING fts5 (stammer, kode UNINDEXED, tabell UNINDEXED, rad_id UNINDEXED, "
            'tekst UNINDEXED, tokenize = "unicode61 remove_diacritics 0")'
        )
        self._db.execute("CREATE TABLE sted (rad_id TEXT PRIMARY KEY, nr INTEGER NOT NULL, kode TEXT NOT NULL) STRICT")
        self._db.execute("CREATE INDEX sted_kode ON sted (kode)")

    def lukk(self) -> None:
        """Let the index go; what it held is gone."""
        with self._laas:
            self._db.close()

    def bygg(self, db: sqlite3.Connection) -> int:
        """Read every row with words in it; return how many."""
        with self._laas:
            self._db.execute("DELETE FROM sted")
            self._db.execute("DELETE FROM soek")
            for tabell in _SOEKBARE:
                self._legg_inn(tabell, db.execute(_spoerring(tabell)).fetchall())
            self._db.commit()
            return int(self._db.execute("SELECT count(*) FROM sted").fetchone()[0])

    def foelg(self, db: sqlite3.Connection, rader: Iterable[Radendring]) -> None:
        """Take in what an operation changed."""
        beroert: dict[str, set[str]] = {}
        for rad in rader:
            if rad.tabell in _SOEKBARE:
                beroert.setdefault(rad.tabell, set()).add(rad.rad_id)
        with self._laas:
            for tabell, ider in beroert.items():
                for fra in range(0, len(ider), _SAMTIDIG):
                    noen = sorted(ider)[fra : fra + _SAMTIDIG]
                    self._glem(noen)
                    merker = ", ".join("?" * len(noen))
                    self._legg_inn(tabell, db.execute(f"{_spoerring(tabell)} AND t.id IN ({merker})", noen).fetchall())
            self._db.commit()

    def finn(self, ordene: str, *, antall: int = 50) -> tuple[Treff, ...]:
        """Return what holds all the words, or has a code that begins so: codes first, then the best hit first."""
        soeketekst = " ".join(ordene.split())
        if not soeketekst:
            return ()
        with self._laas:
            koder = self._db.execute(
                "SELECT s.tabell, s.rad_id, s.kode, s.tekst FROM sted JOIN soek AS s ON s.rowid = sted.nr "
                "WHERE sted.kode >= ? AND sted.kode < ? ORDER BY length(sted.kode), sted.kode LIMIT ?",
                (soeketekst.upper(), soeketekst.upper() + "\U0010ffff", antall),
            ).fetchall()
            ord_ = self._db.execute(
                "SELECT tabell, rad_id, kode, tekst FROM soek WHERE soek MATCH ? ORDER BY rank, kode LIMIT ?",
                (uttrykk, antall),
            ).fetchall() if (uttrykk := _uttrykk(soeketekst)) else []  # fmt: skip
        return tuple(dict.fromkeys(Treff(*rad) for rad in (*koder, *ord_)))[:antall]

    def _legg_inn(self, tabell: str, rader: Iterable[tuple[str | None, ...]]) -> None:
        for rad_id, kode, *tekster in rader:
            ord_ = [tekst for tekst in tekster if tekst]
            if not ord_ and not kode:
                continue
            alle = "\n".join(ord_)
            nr = self._db.execute(
                "INSERT INTO soek (stammer, kode, tabell, rad_id, tekst) VALUES (?, ?, ?, ?, ?)",
                (" ".join(stammene_i(alle)), kode or "", tabell, rad_id, alle),
            ).lastrowid
            self._db.execute("INSERT INTO sted VALUES (?, ?, ?)", (rad_id, nr, (kode or "").upper()))

    def _glem(self, ider: Iterable[str]) -> None:
        for rad_id in ider:
            self._db.execute("DELETE FROM soek WHERE rowid = (SELECT nr FROM sted WHERE rad_id = ?)", (rad_id,))
            self._db.execute("DELETE FROM sted WHERE rad_id = ?", (rad_id,))


def _spoerring(tabell: str) -> str:
    kode, kolonner = _SOEKBARE[tabell]
    hvor = "WHERE NOT t.fjernet" if tabell in _FJERNBARE else "WHERE 1"
    if tabell == "innspill":
        return (
            "SELECT t.id, t.kode, r.tekst, r.hvorfor FROM innspill AS t "
            f"JOIN innspill_revisjon AS r ON r.innspill_id = t.id AND r.nummer = t.revisjon {hvor}"
        )
    return f"SELECT t.id, {kode}, {', '.join(f't.{k}' for k in kolonner)} FROM {tabell} AS t {hvor}"


def _uttrykk(soeketekst: str) -> str:
    """Return the FTS5 expression: every word by its stem; the last as it stands too, for it may be half written."""
    ordene = ordene_i(soeketekst)
    if not ordene:
        return ""
    hele = [f'"{stamme(ordet)}"' for ordet in ordene[:-1]]
    siste = ordene[-1].casefold()
    return " AND ".join([*hele, f'("{stamme(siste)}" * OR "{siste}" *)'])
