"""From an error to the sentence a user reads: the catalogue's text, with the error's data in plain words."""

from __future__ import annotations

import errno
import os
import re
from datetime import datetime
from typing import TYPE_CHECKING, Final

from verksted.kjerne.feil import FinnesIkke
from verksted.kjerne.formater import dato_kort, klokkeslett
from verksted.kjerne.klokke import lokal
from verksted.lager.feil import AngreHindret

if TYPE_CHECKING:
    from collections.abc import Mapping

    from verksted.kjerne.feil import VerkstedFeil
    from verksted.kjerne.tekster import Tekster

# the operating system's own words, which follow the machine's language → the name of the reason
_AARSAKER: Final = {os.strerror(nummer): navn for nummer, navn in errno.errorcode.items()}
_BORD: Final = re.compile(r"V(?P<verksted>\d+)-G(?P<bord>\d+)")
_UTEN_KODE: Final = re.compile(r" \(\)| (?=\.(?: |$))| (?=\)\.)")


def feilsetning(feil: VerkstedFeil, tekster: Tekster) -> str:
    """Return what happened, what is safe and what to do, as sentences."""
    if isinstance(feil, FinnesIkke) and feil.data.get("hva") == "prosess":
        return tekster("kommandolinje.feil.ingen_prosess")
    if isinstance(feil, AngreHindret) and feil.data.get("hvem") == "sletting":
        return tekster("kommandolinje.feil.slettet_for_godt")
    data = lesbare(feil.data, tekster)
    if isinstance(feil, AngreHindret):
        data["hvem"] = _aktoer(str(feil.data["hvem"]), tekster)
    deler = (tekster(f"{feil.noekkel}.{del_}", **data) for del_ in ("hva", "trygt", "gjoer"))
    setning = " ".join(del_ for del_ in deler if del_)
    return setning if data.get("kode", data.get("koder")) else _UTEN_KODE.sub("", setning, count=1)


def lesbare(data: Mapping[str, object], tekster: Tekster) -> dict[str, object]:
    """Return the data of an error or a message with keys, reasons and moments as people write them."""
    return {navn: _lesbar(navn, str(verdi), tekster) for navn, verdi in data.items()}


def _lesbar(navn: str, verdi: str, tekster: Tekster) -> str:
    if navn in {"hva", "tabell"}:
        return _ord(f"kommandolinje.ting.{verdi}", verdi, tekster)
    if navn == "felt":
        return _ord(f"kommandolinje.felt.{verdi}", _med_norske_bokstaver(verdi), tekster)
    if navn == "aarsak":
        return _ord(
            f"kommandolinje.aarsak.{_AARSAKER.get(verdi, verdi)}", tekster("kommandolinje.aarsak.annet"), tekster
        )
    if navn == "siden":
        return _tidspunkt(verdi)
    if navn == "kopi" and not verdi:
        return tekster("kommandolinje.feil.ingen_kopi")
    return verdi


def _ord(noekkel: str, ellers: str, tekster: Tekster) -> str:
    return tekster(noekkel) if tekster.har(noekkel) else ellers


def _aktoer(aktoer: str, tekster: Tekster) -> str:
    if treff := _BORD.fullmatch(aktoer):
        return tekster("kommandolinje.hvem.bord", **treff.groupdict())
    return _ord(f"kommandolinje.hvem.{aktoer}", tekster("kommandolinje.hvem.annet"), tekster)


def _med_norske_bokstaver(felt: str) -> str:
    """Return a field's name as it is said: the names in the code are written with aa, oe and ae."""
    for skrevet, sagt in (("aa", "å"), ("oe", "ø"), ("ae", "æ"), ("_", " ")):
        felt = felt.replace(skrevet, sagt)
    return felt


def _tidspunkt(iso: str) -> str:
    try:
        tid = lokal(datetime.fromisoformat(iso))
    except ValueError:  # a note on the lock that somebody else wrote
        return iso
    return f"{dato_kort(tid.date())} {klokkeslett(tid.time())}"
