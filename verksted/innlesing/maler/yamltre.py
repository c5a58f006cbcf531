"""YAML 1.2 text to plain values with the line of every one of them; nothing in the file can make an object.

Built from ruamel.yaml's events instead of its nodes: one pass, no recursion, and aliases, anchors, tags and directives
are refused before anything is made of them. Scalars follow the core schema of YAML 1.2 (§10.3) plus dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STOERSTE_DYBDE: Final = 30

Sti = tuple[str | int, ...]
_DATO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TOLKNINGER: Final[tuple[tuple[re.Pattern[str], Callable[[str], object]], ...]] = (
    (re.compile(r"null|Null|NULL|~|"), lambda _: None),
    (re.compile(r"true|True|TRUE"), lambda _: True),
    (re.compile(r"false|False|FALSE"), lambda _: False),
    # Eighteen digits are more kroner than there are, and int() on thousands of digits is slow and then refused.
    (re.compile(r"[-+]?[0-9]{1,18}"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?"), float),
)


@dataclass(frozen=True, slots=True)
class Funn:
    """One thing wrong on one line (from 1); `noekkel` is a sentence under `mal.problem`."""

    noekkel: str
    linje: int
    data: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Yamltre:
    """The file's value (dict, tuple or scalar) and the line of each path in it."""

    verdi: object
    linjer: Mapping[Sti, int]

    def linje(self, sti: Sti) -> int:
        """Return the line of the path, or of the nearest thing around it that is in the file."""
        for lengde in range(len(sti), 0, -1):
            if sti[:lengde] in self.linjer:
                return self.linjer[sti[:lengde]]
        return self.linjer.get((), 1)


class _Stopp(Exception):
    def __init__(self, funn: Funn) -> None:
        self.funn = funn
        super().__init__(funn.noekkel)


@dataclass(slots=True)
class _Ramme:
    """An open list (`tabell` is None) or table while its contents arrive."""

    sti: Sti
    linje: int
    tabell: dict[str | int, object] | None
    liste: list[object] = field(default_factory=list)
    noekkel: str | int | None = None


class _Bygger:
    def __init__(self) -> None:
        self.funn: list[Funn] = []
        self.linjer: dict[Sti, int] = {}
        self.verdi: object = None
        self._rammer: list[_Ramme] = []
        self._dokumenter = 0

    def ta(self, hendelse: Event) -> None:
        linje = hendelse.start_mark.line + 1
        if isinstance(hendelse, DocumentStartEvent):
            self._dokumenter += 1
            if self._dokumenter > 1:
                raise _Stopp(Funn("flere_dokumenter", linje))
            if hendelse.version is not None or hendelse.tags:
                raise _Stopp(Funn("direktiv", linje))
        elif isinstance(hendelse, NodeEvent):
            self._ta_node(hendelse, linje)
        elif isinstance(hendelse, MappingEndEvent | SequenceEndEvent):
            ramme = self._rammer.pop()
            self._legg_inn(tuple(ramme.liste) if ramme.tabell is None else ramme.tabell)

    def _ta_node(self, hendelse: NodeEvent, linje: int) -> None:
        if isinstance(hendelse, AliasEvent) or hendelse.anchor is not None:
            raise _Stopp(Funn("anker", linje))
        merke = getattr(hendelse, "tag", None)
        if merke is not None:
            raise _Stopp(Funn("merke", linje, {"merke": str(merke)}))
        ramme = self._rammer[-1] if self._rammer else None
        if ramme is not None and ramme.tabell is not None and ramme.noekkel is None:
            self._ta_noekkel(ramme, hendelse, linje)
            return
        sti = self._neste_sti(linje)
        if isinstance(hendelse, ScalarEvent):
            self._legg_inn(_skalar(hendelse, linje))
            return
        if len(self._rammer) >= STOERSTE_DYBDE:
            raise _Stopp(Funn("for_dypt", linje, {"grense": STOERSTE_DYBDE}))
        self._rammer.append(_Ramme(sti, linje, {} if isinstance(hendelse, MappingStartEvent) else None))

    def _ta_noekkel(self, ramme: _Ramme, hendelse: NodeEvent, linje: int) -> None:
        noekkel = _skalar(hendelse, linje) if isinstance(hendelse, ScalarEvent) else None
        if isinstance(noekkel, bool) or not isinstance(noekkel, str | int):
            raise _Stopp(Funn("noekkel_ikke_tekst", linje))
        sti = (*ramme.sti, noekkel)
        if sti in self.linjer:
            self.funn.append(Funn("dobbel_noekkel", linje, {"felt": noekkel, "foerste": self.linjer[sti]}))
        else:
            self.linjer[sti] = linje
        ramme.noekkel = noekkel

    def _neste_sti(self, linje: int) -> Sti:
        if not self._rammer:
            self.linjer[()] = linje
            return ()
        ramme = self._rammer[-1]
        if ramme.noekkel is not None:
            return (*ramme.sti, ramme.noekkel)
        sti = (*ramme.sti, len(ramme.liste))
        self.linjer[sti] = linje
        return sti

    def _legg_inn(self, verdi: object) -> None:
        if not self._rammer:
            self.verdi = verdi
            return
        ramme = self._rammer[-1]
        if ramme.tabell is None:
            ramme.liste.append(verdi)
        elif ramme.noekkel is not None:
            ramme.tabell.setdefault(ramme.noekkel, verdi)
            ramme.noekkel = None


def _skalar(hendelse: ScalarEvent, linje: int) -> object:
    tekst: str = hendelse.value
    vanlig = hendelse.implicit[0] and hendelse.style not in {"'", '"', "|", ">"}
    if not vanlig:
        return tekst
    if _DATO.fullmatch(tekst):
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            raise _Stopp(Funn("ugyldig_dato", linje, {"verdi": tekst})) from None
    for moenster, lag in _TOLKNINGER:
        if moenster.fullmatch(tekst):
            return lag(tekst)
    return tekst


def bygg_tre(tekst: str) -> tuple[Yamltre, list[Funn]]:
    """Return the tree and what is wrong with the text itself; with findings, the tree is not to be used."""
    bygger = _Bygger()
    try:
        for hendelse in YAML(typ="safe", pure=True).parse(tekst):
            bygger.ta(hendelse)
    except _Stopp as stopp:
        bygger.funn.append(stopp.funn)
    except YAMLError as feil:
        bygger.funn.append(_skrivefeil(feil, tekst))
    return Yamltre(bygger.verdi, MappingProxyType(bygger.linjer)), bygger.funn


# ruamel's English for a mistake -> our sentence about it.
_KJENTE_SKRIVEFEIL: Final = (
    ("found character '\\t'", "tabulator"),
    ("found character", "saertegn"),
    ("mapping values are not allowed", "kolon"),
    ("quoted scalar", "anfoerselstegn"),
    ("flow", "klamme"),
    ("expected <block end>", "innrykk"),
    ("could not find expected ':'", "mangler_kolon"),
)


def _skrivefeil(feil: YAMLError, tekst: str) -> Funn:
    if not isinstance(feil, MarkedYAMLError):
        # ReaderError: a character that YAML forbids, with its position in the text.
        sted = getattr(feil, "position", 0)
        return Funn("ulovlig_tegn", tekst.count("\n", 0, sted) + 1)
    merke = feil.problem_mark or feil.context_mark
    linje = merke.line + 1 if merke is not None else 1
    beskrivelse = f"{feil.context or ''} {feil.problem or ''}"
    for engelsk, noekkel in _KJENTE_SKRIVEFEIL:
        if engelsk in beskrivelse:
            # What never closes is found at the end; the user wants where it began.
            begynte = noekkel in {"anfoerselstegn", "klamme", "mangler_kolon"} and feil.context_mark is not None
            return Funn(noekkel, feil.context_mark.line + 1 if begynte else linje)
    return Funn("skrivefeil", linje)
