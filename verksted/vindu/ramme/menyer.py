"""The menu bar and its actions, made from the table of commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from verksted.vindu.ramme.sidetabell import SIDER, hovedsider
from verksted.vindu.ramme.valgtabell import MENYER, SKILLE, SPRAAK, UTSEENDE, Valg
from verksted.vindu.utseende.skrift import Trinn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from verksted.vindu.ramme.verktoey import Verktoey

Gjoer = Callable[[str], object]


class Menyer:
    """Fills a menu bar; `handlinger` is key → action, `gjoer` is called with the key of what was chosen."""

    def __init__(self, bar: QMenuBar, verktoey: Verktoey, gjoer: Gjoer, gaa_til: Gjoer, finnes: frozenset[str]) -> None:
        self._bar = bar
        self._verktoey = verktoey
        self._gjoer = gjoer
        self._gaa_til = gaa_til
        self._finnes = finnes
        self.handlinger: dict[str, QAction] = {}
        self.sidene: dict[str, QAction] = {}
        self.sist_brukt = QMenu(verktoey.tekster("ramme.meny.sist_brukt"))
        bar.clear()
        bar.setFont(verktoey.tema.skrift(Trinn.TABELL))
        self._menyene = {noekkel: self._meny(noekkel) for noekkel, _ in MENYER if self._har_noe(noekkel)}

    @property
    def er_fylt(self) -> bool:
        """Say whether the commands are there yet."""
        return bool(self.handlinger)

    def fyll(self) -> None:
        """Make the commands: after the first paint, which shows the names of the menus alone."""
        for noekkel, innhold in MENYER:
            if noekkel in self._menyene:
                self._fyll(self._menyene[noekkel], innhold)

    def _har_noe(self, noekkel: str) -> bool:
        return noekkel != "prosess" or any(plass.gruppe and plass.noekkel in self._finnes for plass in SIDER)

    def _meny(self, noekkel: str) -> QMenu:
        meny = QMenu(self._verktoey.tekster(f"ramme.meny.{noekkel}"), self._bar)
        meny.setFont(self._verktoey.tema.skrift(Trinn.TABELL))
        meny.setToolTipsVisible(True)
        self._bar.addMenu(meny)
        return meny

    def _fyll(self, meny: QMenu, innhold: Sequence[Valg | str]) -> None:
        for ledd in innhold:
            if isinstance(ledd, str):
                self._fyll_inn(meny, ledd)
            elif ledd is SKILLE:
                meny.addSeparator()
            else:
                meny.addAction(self._handling(ledd))

    def _fyll_inn(self, meny: QMenu, hva: str) -> None:
        match hva:
            case "sist_brukt":
                self.sist_brukt.setParent(meny, self.sist_brukt.windowFlags())
                self.sist_brukt.setFont(meny.font())
                meny.addMenu(self.sist_brukt)
            case "sider":
                for plass in hovedsider(self._finnes):
                    meny.addAction(self._sidevalg(plass.noekkel, plass.tast))
            case "undersider":
                for plass in SIDER:
                    if plass.gruppe and plass.noekkel in self._finnes:
                        meny.addAction(self._sidevalg(plass.noekkel, ""))
            case "utseende" | "spraak":
                under = meny.addMenu(self._verktoey.tekster(f"ramme.meny.{hva}"))
                under.setFont(meny.font())
                for valg in UTSEENDE if hva == "utseende" else SPRAAK:
                    under.addAction(self._handling(valg))

    def _handling(self, valg: Valg) -> QAction:
        handling = QAction(self._verktoey.tekster(f"ramme.valg.{valg.noekkel}"), self._bar)
        handling.setObjectName(valg.noekkel)
        handling.setShortcuts([QKeySequence(tast) for tast in valg.taster])
        handling.setCheckable(valg.avhuking)
        handling.triggered.connect(lambda _=False, noekkel=valg.noekkel: self._gjoer(noekkel))
        if valg.noekkel == "avslutt":
            handling.setMenuRole(QAction.MenuRole.QuitRole)
        self.handlinger[valg.noekkel] = handling
        return handling

    def _sidevalg(self, noekkel: str, tast: str) -> QAction:
        handling = QAction(self._verktoey.tekster(f"ramme.side.{noekkel}.navn"), self._bar)
        handling.setObjectName(f"side-{noekkel}")
        handling.setShortcut(QKeySequence(tast))
        handling.triggered.connect(lambda: self._gaa_til(noekkel))
        self.sidene[noekkel] = handling
        return handling

    def vis_sist_brukte(self, filer: Sequence[tuple[Path, str]], aapne: Callable[[Path], object]) -> None:
        """List the recent files, latest first."""
        self.sist_brukt.clear()
        for nummer, (sti, navn) in enumerate(filer, start=1):
            handling = self.sist_brukt.addAction(f"&{nummer} {navn}")
            handling.setToolTip(str(sti))
            handling.triggered.connect(lambda _=False, sti=sti: aapne(sti))
        self.sist_brukt.setEnabled(bool(filer))
