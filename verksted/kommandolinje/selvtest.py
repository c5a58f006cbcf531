"""`verksted --selvtest`: the program tries itself from one end to the other, in a folder it throws away afterwards.

The same commands as a user gives, on the example municipality: for whoever has just installed it, and for the
bundle before it is handed out.
"""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.stier import mal
from verksted.kommandolinje import eksempel, eksporter, kontroll, les, ny, vis
from verksted.kommandolinje.feilsetning import feilsetning
from verksted.kommandolinje.tolk import DOKUMENTER, lag_tolk

if TYPE_CHECKING:
    from argparse import Namespace

    from verksted.kommandolinje.omgivelser import Kommando, Omgivelser

_MAL: Final = "politisk-verksted"
_KOMMANDOER: Final[dict[str, Kommando]] = {
    "eksempel": eksempel.kjoer,
    "eksporter": eksporter.kjoer,
    "kontroll": kontroll.kjoer,
    "les": les.kjoer,
    "ny": ny.kjoer,
    "vis": vis.kjoer,
}


def kjoer(_argumenter: Namespace, omgivelser: Omgivelser) -> int:
    """Go through the steps and print one line for each; exit code 1 at the first that does not hold."""
    t, klokke = omgivelser.tekster, omgivelser.klokke
    begynt = klokke.monoton()
    with TemporaryDirectory(prefix="verksted-selvtest-", ignore_cleanup_errors=True) as mappe:
        selvtest = _Selvtest(Path(mappe), omgivelser)
        for navn, steg in (
            ("opprett", selvtest.opprett),
            ("les", selvtest.les),
            ("spill", selvtest.spill),
            ("eksporter", selvtest.eksporter),
            ("aapne", selvtest.aapne),
        ):
            steg_begynt = klokke.monoton()
            holder = steg()
            linje = "holder" if holder else "holder_ikke"
            hva, tid = t(f"kommandolinje.selvtest.{navn}"), sekunder(klokke.monoton() - steg_begynt)
            omgivelser.si(t(f"kommandolinje.selvtest.{linje}", hva=f"{hva:<42}", sekunder=tid))
            if not holder:
                omgivelser.klag(selvtest.sagt.getvalue().rstrip())
                omgivelser.klag(t("kommandolinje.selvtest.gjoer"))
                return 1
    omgivelser.si(t("kommandolinje.selvtest.alt", sekunder=sekunder(klokke.monoton() - begynt)))
    return 0


def sekunder(tid: float) -> str:
    """Return for instance «3,27», as wide for every step."""
    return f"{tid:6.2f}".replace(".", ",")


class _Selvtest:
    """The steps, each of which says whether it held; `sagt` is what the commands of the latest step said."""

    def __init__(self, mappe: Path, omgivelser: Omgivelser) -> None:
        self._mappe = mappe
        self._utenfor = omgivelser
        self._foer = ""
        self.sagt = StringIO()

    def opprett(self) -> bool:
        """Make an empty process from the template."""
        return self._utfoer("ny", self._fil("ny"), "--mal", _MAL, "--kommune", "Lindvær")

    def les(self) -> bool:
        """Read the input files of the example into it: every kind of file that can be read."""
        filer = {slag: str(mal("eksempel", f"{stamme}{endelse}")) for slag, stamme, endelse in eksempel.FILER}
        return self._utfoer("les", self._fil("ny"), *(ord_ for slag in filer for ord_ in (f"--{slag}", filer[slag])))

    def spill(self) -> bool:
        """Make the whole example: every operation of the main flow."""
        if not self._utfoer("eksempel", self._fil("eksempel"), "--maalform", self._utenfor.tekster.maalform):
            return False
        self._foer = self._innholdet()
        return bool(json.loads(self._foer)["innspill"])

    def eksporter(self) -> bool:
        """Write every document, and find each of them whole."""
        mappe = self._mappe / "dokumenter"
        if not self._utfoer("eksporter", self._fil("eksempel"), "--til", str(mappe)):
            return False
        dokumenter = list(mappe.iterdir())
        return len(dokumenter) == len(DOKUMENTER) and all(map(_er_hel, dokumenter))

    def aapne(self) -> bool:
        """Open again what was made, replay its log, and find the same contents."""
        hel = all(self._utfoer("kontroll", self._fil(navn)) for navn in ("ny", "eksempel"))
        return hel and self._innholdet() == self._foer

    def _fil(self, navn: str) -> str:
        return str(self._mappe / f"{navn}.verksted")

    def _innholdet(self) -> str:
        ut = StringIO()
        self._utfoer("vis", self._fil("eksempel"), "--json", ut=ut)
        return ut.getvalue()

    def _utfoer(self, *argv: str, ut: StringIO | None = None) -> bool:
        self.sagt = StringIO()
        inne = replace(
            self._utenfor, arbeidsmappe=self._mappe / "arbeid", inn=StringIO(), ut=ut or self.sagt, feil=self.sagt
        )
        inne.arbeidsmappe.mkdir(exist_ok=True)
        try:
            return _KOMMANDOER[argv[0]](lag_tolk(inne.tekster).parse_args(argv), inne) == 0
        except KjentFeil as feil:
            inne.klag(feilsetning(feil, inne.tekster))
            return False


def _er_hel(dokument: Path) -> bool:
    try:
        with ZipFile(dokument) as pakke:
            return pakke.testzip() is None
    except BadZipFile:
        return False
