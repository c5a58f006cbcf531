"""Composition root: the one file that knows everything. It builds, hands down callables, and loads what is used.

The only room that may import inside functions: so `vis` never loads Qt, and no command loads another's tools.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import threading
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any, Final, TextIO

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.klokke import Systemklokke
from verksted.kjerne.stier import arbeidsmappe
from verksted.kjerne.tekster import MAALFORMER, Tekster
from verksted.kommandolinje.feil import ArbeidsmappaKanIkkeBrukes, SkjermenMangler, VinduetManglerEtBibliotek
from verksted.kommandolinje.krasjvakt import Krasjvakt, SisteSkanse

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from verksted.handlinger.filer import Innleser
    from verksted.kjerne.tekster import Maalform
    from verksted.kommandolinje.omgivelser import Kommando, Omgivelser

# command → room; undo and redo share one
_ROM: Final = {"gjoer-om": "angre"}
_ENDELSE: Final = ".verksted"


def program(argv: Sequence[str]) -> int:
    """Be the whole program: as `start`, and a bug becomes a sentence and an exit code (130 for Ctrl+C)."""
    skanse = SisteSkanse()
    with skanse:
        return start(argv)
    return skanse.utgang


def start(argv: Sequence[str]) -> int:
    """Run a command, or open the window; return the exit code (0 done, 1 it could not be done, 2 misunderstood)."""
    for stroem in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stroem, TextIOWrapper):  # a windowed program on Windows has none
            if (
                stroem is sys.stdin
            ):  # Windows marks the start of text it pipes; bytes of old code pages are kept as they are
                stroem.reconfigure(encoding="utf-8-sig", errors="surrogateescape")
            else:
                stroem.reconfigure(encoding="utf-8", errors="replace")
    if sys.stderr is not None and sys.stderr is sys.__stderr__:
        faulthandler.enable()
    tekster = Tekster(_spraak(argv))
    vakt = Krasjvakt(tekster, arbeidsmappe())
    sys.excepthook = vakt
    threading.excepthook = vakt.i_traad
    try:
        return _kjoer(argv, tekster)
    except SystemExit as slutt:  # help was printed, or the command line could not be understood
        return int(slutt.code or 0)
    except KjentFeil as feil:
        from verksted.kommandolinje.feilsetning import feilsetning

        print(feilsetning(feil, tekster), file=sys.stderr)  # noqa: T201 - the one road from an error to a terminal
        return 1
    except BrokenPipeError:  # whoever read our lines has gone; what was acknowledged is saved
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _kjoer(argv: Sequence[str], tekster: Tekster) -> int:
    if not argv or (len(argv) == 1 and argv[0].endswith(_ENDELSE)):  # no word of the command line need be known
        return _aapne_vindu(argv)
    from verksted.kommandolinje.tolk import KOMMANDOER, lag_tolk

    tolk = lag_tolk(tekster)
    if argv and argv[0] not in KOMMANDOER and not argv[0].startswith("-"):
        if len(argv) > 1 or not (argv[0].endswith(_ENDELSE) or os.path.exists(argv[0])):  # noqa: PTH110 - as typed
            tolk.avvis_kommando(argv[0])
        return _aapne_vindu(argv)
    argumenter = tolk.parse_args(argv)
    if argumenter.selvtest:
        argumenter.kommando = "selvtest"
    if argumenter.kommando is None:
        return _aapne_vindu([])
    kommando: Kommando = _hent_kommando(argumenter.kommando)
    return kommando(argumenter, _omgivelser(tekster))


def _spraak(argv: Sequence[str]) -> Maalform:
    """Return the language of the program itself, needed before the command line can be read."""
    valgt = os.environ.get("VERKSTED_SPRAAK", "nb")
    for nummer, ord_ in enumerate(argv):
        if ord_ == "--spraak":
            valgt = "".join(argv[nummer + 1 : nummer + 2])
        elif ord_.startswith("--spraak="):
            valgt = ord_.partition("=")[2]
    return next((m for m in MAALFORMER if m == valgt), "nb")


def _hent_kommando(navn: str) -> Kommando:
    from importlib import import_module

    rom: Any = import_module(f"verksted.kommandolinje.{_ROM.get(navn, navn)}")
    kommando: Kommando = rom.kjoer
    return kommando


def _omgivelser(tekster: Tekster, *, ut: TextIO | None = None, feil: TextIO | None = None) -> Omgivelser:
    from verksted.kommandolinje.omgivelser import Omgivelser
    from verksted.oppstart_skrivere import SKRIVERE, trykksaker

    return Omgivelser(
        tekster=tekster,
        klokke=Systemklokke(),
        arbeidsmappe=_arbeidsmappa(),
        inn=sys.stdin,
        ut=ut or sys.stdout,
        feil=feil or sys.stderr,
        innlesere={
            "deltakere": _deltakere,
            "samfunnsdel": _samfunnsdel,
            "oekonomiplan": _oekonomiplan,
            "kunnskap": _kunnskap,
        },
        skrivere=SKRIVERE,
        trykksaker=trykksaker,
    )


def _arbeidsmappa() -> Path:
    """Return the working folder, made and tried (raises ArbeidsmappaKanIkkeBrukes)."""
    from tempfile import TemporaryFile

    mappe = arbeidsmappe()
    try:
        mappe.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=mappe):
            pass
    except OSError as feil:
        raise ArbeidsmappaKanIkkeBrukes(mappe=str(mappe), aarsak=feil.strerror or "") from feil
    return mappe


# -- readers ----------------------------------------------------------------------------------------------------


def _deltakere() -> Innleser:
    from verksted.handlinger.filer import Innleser
    from verksted.handlinger.innlesing import ta_inn_deltakere
    from verksted.innlesing.deltakere.deltakere import Deltakerleser
    from verksted.innlesing.trygg.slag import TABELLFILER

    return Innleser(Deltakerleser(Systemklokke().naa().year), ta_inn_deltakere, TABELLFILER)


def _samfunnsdel() -> Innleser:
    from verksted.handlinger.filer import Innleser
    from verksted.handlinger.innlesing import ta_inn_samfunnsdel
    from verksted.innlesing.samfunnsdel.samfunnsdel import les_samfunnsdel
    from verksted.innlesing.trygg.slag import WORDFILER

    return Innleser(les_samfunnsdel, ta_inn_samfunnsdel, WORDFILER)


def _oekonomiplan() -> Innleser:
    from verksted.handlinger.filer import Innleser
    from verksted.handlinger.innlesing import ta_inn_oekonomiplan
    from verksted.innlesing.oekonomiplan.oekonomiplan import les_oekonomiplan
    from verksted.innlesing.trygg.slag import TABELLFILER

    return Innleser(les_oekonomiplan, ta_inn_oekonomiplan, TABELLFILER)


def _kunnskap() -> Innleser:
    from verksted.handlinger.filer import Innleser
    from verksted.handlinger.innlesing import ta_inn_kunnskap
    from verksted.handlinger.kunnskapsvalg import velg_for_kommunen
    from verksted.innlesing.kunnskap.kunnskap import les_kunnskap
    from verksted.innlesing.trygg.slag import TALLFILER

    return Innleser(les_kunnskap, ta_inn_kunnskap, TALLFILER, velg_for_kommunen)


# -- the window -------------------------------------------------------------------------------------------------


def _aapne_vindu(argv: Sequence[str]) -> int:
    import gc
    from importlib import import_module

    gc.disable()  # until the first paint: what is built now stays, and looking through it costs a tenth of the start
    # PySide reads the source of every module that is loaded after it.
    for modul in ("concurrent.futures.thread", "json", "zoneinfo"):
        import_module(modul)
    _krev_skjerm()
    from verksted.oppstart_vindu import aapne_vindu

    return aapne_vindu(argv, _arbeidsmappa(), lag_eksempel=_lag_eksempel)


def _lag_eksempel(sti: Path, maalform: Maalform) -> None:
    """Make the example file, without a word on the terminal."""
    from argparse import Namespace
    from io import StringIO

    from verksted.kommandolinje.eksempel import kjoer

    kjoer(Namespace(fil=sti, maalform=maalform), _omgivelser(Tekster(maalform), ut=StringIO(), feil=StringIO()))


def _krev_skjerm() -> None:
    """Stop where Qt would end the whole program in its own words (raises SkjermenMangler and its like)."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    x11, wayland = (bool(os.environ.get(navn)) for navn in ("DISPLAY", "WAYLAND_DISPLAY"))
    if not (x11 or wayland):
        raise SkjermenMangler
    from ctypes import CDLL
    from pathlib import Path

    from PySide6.QtCore import QLibraryInfo

    mappe = os.environ.get("QT_PLUGIN_PATH") or QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    tillegg = Path(mappe, "platforms", "libqxcb.so")
    if wayland and tillegg.with_name("libqwayland.so").exists():
        return
    if not x11:  # the bundle has X11 alone, which every Wayland desktop shows as well
        raise SkjermenMangler
    if not tillegg.exists():
        return
    try:
        CDLL(str(tillegg))
    except OSError as feil:  # «libxcb-cursor.so.0: cannot open shared object file …»
        raise VinduetManglerEtBibliotek(bibliotek=str(feil).partition(":")[0]) from feil
