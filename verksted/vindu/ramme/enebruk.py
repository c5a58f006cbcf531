"""One window at a time: a second start hands its file to the first, and ends."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_VENT_MS = 2000


def dornavn(mappe: Path) -> str:
    """Return the name of the door between two starts that share a working folder."""
    return f"verksted-{sha256(str(mappe.resolve()).encode()).hexdigest()[:16]}"


def gi_til_den_foerste(mappe: Path, sti: str) -> bool:
    """Hand a file (or '' to be shown) to the window that is open; False when nobody answers."""
    doer = QLocalSocket()
    doer.connectToServer(dornavn(mappe))
    if not doer.waitForConnected(_VENT_MS):
        return False
    doer.write(sti.encode() + b"\n")
    doer.waitForBytesWritten(_VENT_MS)
    # The first window hangs up when it has read the line: only then is it delivered.
    doer.waitForDisconnected(_VENT_MS)
    levert = doer.state() == QLocalSocket.LocalSocketState.UnconnectedState
    doer.close()
    return levert


class Doer(QObject):
    """The first window's side of the door.

    Signals: `kom` with a file to open, or '' when it is only to come to the front.
    """

    kom = Signal(str)

    def __init__(self, mappe: Path, forelder: QObject) -> None:
        super().__init__(forelder)
        self._tjener = QLocalServer(self)
        self._tjener.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._tjener.newConnection.connect(self._ta_imot)
        QLocalServer.removeServer(dornavn(mappe))  # left by one that crashed
        self._tjener.listen(dornavn(mappe))

    def lukk(self) -> None:
        """Answer nobody any more."""
        self._tjener.close()

    def _ta_imot(self) -> None:
        while (gjest := self._tjener.nextPendingConnection()) is not None:
            gjest.readyRead.connect(lambda gjest=gjest: self._les(gjest))
            gjest.disconnected.connect(gjest.deleteLater)
            if gjest.bytesAvailable():
                self._les(gjest)

    def _les(self, gjest: QLocalSocket) -> None:
        if gjest.canReadLine():
            self.kom.emit(bytes(gjest.readLine().data()).decode(errors="replace").strip())
            gjest.disconnectFromServer()
