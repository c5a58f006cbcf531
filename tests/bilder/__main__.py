"""Draw every page and dialog in three themes and both målformer: `bilder/<what>-<lys|moerk|kontrast>-<nb|nn>.png`.

They are looked at by people beside the sketches; nothing is compared by machine. Names on the command line draw only
those (`start`, a page's key, `palett`, `hjelp`, `ny`, `taster`, `smal-<page>`, `stor-<page>`).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from verksted import oppstart
from verksted.kjerne.tekster import MAALFORMER
from verksted.oppstart_vindu import Program

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from verksted.kjerne.tekster import Maalform
    from verksted.vindu.ramme.hovedvindu import Hovedvindu

ROT = Path(__file__).resolve().parents[2]
UT = ROT / "bilder"
TEMAER = ("lys", "moerk", "kontrast")
DIALOGER = ("ny", "taster")


class Tegner:
    """Draws what one window shows in one målform."""

    def __init__(self, app: QApplication, mappe: Path, maalform: Maalform, valgte: set[str]) -> None:
        self._app = app
        self._maalform = maalform
        self._valgte = valgte
        self._program = Program(app, mappe, maalform=maalform, lag_eksempel=oppstart._lag_eksempel)
        self._vindu: Hovedvindu = self._program.vindu
        self._vindu.resize(1440, 900)
        self._vindu.show()
        self._vindu.etter_foerste_bilde()
        self._ro()

    def tegn_alt(self, fil: Path) -> None:
        """Draw the start page before and after a process, every page, and the dialogs."""
        vindu = self._vindu
        self._lag_bilder("start-tom", lambda: vindu)
        self._aapne(fil)
        assert vindu.ramme is not None
        for noekkel in vindu.ramme.sidenoekler:
            vindu.gaa_til(noekkel)
            self._ro()
            self._lag_bilder(noekkel, lambda: vindu)
            vindu.resize(1024, 640)
            self._lag_bilder(f"smal-{noekkel}", lambda: vindu, temaer=("lys",))
            vindu.resize(1440, 900)
        vindu.gaa_til("oversikt")
        self._ro()
        for valg in ("hjelp", "palett"):
            vindu.utfoer_valg(valg)
            self._ro()
            self._lag_bilder(valg, lambda: vindu)
            if valg == "hjelp":
                vindu.utfoer_valg(valg)
        for valg in DIALOGER:
            vindu.utfoer_valg(valg)
            self._ro()
            self._lag_bilder(valg, self._dialogen)
            self._dialogen().close()
        self._stort()
        self._lukk()
        self._lag_bilder("start", lambda: vindu)

    def steng(self) -> None:
        """Let everything go."""
        self._vindu.close()
        self._program.steng()

    def _stort(self) -> None:
        """Draw the overview with text at 200 %."""
        for _ in range(5):
            self._vindu.utfoer_valg("stoerre")
        self._ro()
        self._lag_bilder("stor-oversikt", lambda: self._vindu, temaer=("lys",))
        self._vindu.utfoer_valg("vanlig_stoerrelse")
        self._ro()

    def _dialogen(self) -> QWidget:
        return next(d for d in self._vindu.findChildren(QDialog) if d.isVisible())

    def _lag_bilder(self, navn: str, hent: Callable[[], QWidget], temaer: tuple[str, ...] = TEMAER) -> None:
        if self._valgte and navn not in self._valgte:
            return
        for tema in temaer:
            self._vindu.utfoer_valg(f"utseende_{tema}")
            self._ro()
            hent().grab().save(str(UT / f"{navn}-{tema}-{self._maalform}.png"))
        self._vindu.utfoer_valg("utseende_lys")

    def _aapne(self, fil: Path) -> None:
        self._vent(self._vindu.klar, lambda: self._vindu.aapne(fil))
        self._ro()

    def _lukk(self) -> None:
        self._vent(self._vindu.lukket_prosess, self._vindu.lukk_prosessen)
        self._ro()

    def _vent(self, signal: object, gjoer: Callable[[], object]) -> None:
        sloeyfe = QEventLoop()
        signal.connect(sloeyfe.quit)  # type: ignore[attr-defined]
        gjoer()
        sloeyfe.exec()

    def _ro(self) -> None:
        """Let every answer come, and everything be painted."""
        while self._program.verktoey.bakgrunn.underveis:
            sloeyfe = QEventLoop()
            QTimer.singleShot(20, sloeyfe.quit)
            sloeyfe.exec()
        self._app.processEvents()


def main(valgte: list[str]) -> int:
    """Draw, and say where."""
    UT.mkdir(exist_ok=True)
    app = QApplication([])
    with tempfile.TemporaryDirectory() as rot:
        os.environ["VERKSTED_ARBEIDSMAPPE"] = str(Path(rot, "arbeid"))
        Path(rot, "arbeid").mkdir()
        for maalform in MAALFORMER:
            fil = Path(rot, f"lindvaer-{maalform}.verksted")
            oppstart._lag_eksempel(fil, maalform)
            mappe = Path(rot, f"vindu-{maalform}")
            mappe.mkdir()
            tegner = Tegner(app, mappe, maalform, set(valgte))
            tegner.tegn_alt(fil)
            tegner.steng()
    print(f"{len(list(UT.glob('*.png')))} bilder i {UT.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
