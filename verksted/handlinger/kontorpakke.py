"""LibreOffice, where the machine has it: it makes PDF of our documents, in a profile of its own, without the network.

Starting another program belongs to the road of writing, not to the documents, which stay pure.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, Self

from verksted.handlinger.feil import KunneIkkeLagePdf, PdfTokForLangTid

if TYPE_CHECKING:
    from threading import Event
    from types import TracebackType

    from verksted.kjerne.klokke import Klokke

# Where its installers put it on Windows and macOS, which do not put it on the path.
_UTENFOR_STIEN: Final = (
    (os.environ.get("PROGRAMFILES", ""), "LibreOffice", "program", "soffice.com"),
    (os.environ.get("PROGRAMFILES(X86)", ""), "LibreOffice", "program", "soffice.com"),
    ("/Applications", "LibreOffice.app", "Contents", "MacOS", "soffice"),
)
# The first document also pays for a new profile.
TIDSGRENSE: Final = 120.0
_PULS: Final = 0.1


def finn_kontorpakke() -> Path | None:
    """Return the program, None where it is not installed."""
    for navn in ("soffice", "libreoffice"):
        if funnet := shutil.which(navn):
            return Path(funnet)
    steder = (Path(*deler) for deler in _UTENFOR_STIEN if deler[0])
    return next((sted for sted in steder if sted.is_file()), None)


class Kontorpakke:
    """One run of LibreOffice over several documents, in a folder that is gone afterwards."""

    def __init__(
        self, program: Path, *, klokke: Klokke, avbryt: Event | None = None, tidsgrense: float = TIDSGRENSE
    ) -> None:
        self._program, self._klokke, self._avbryt, self._tidsgrense = program, klokke, avbryt, tidsgrense
        self._mappe = TemporaryDirectory(prefix="verksted-pdf-", ignore_cleanup_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, art: type[BaseException] | None, feil: BaseException | None, spor: TracebackType | None) -> None:
        self._mappe.cleanup()

    @property
    def avbrutt(self) -> bool:
        """Say whether somebody has asked it to stop."""
        return self._avbryt is not None and self._avbryt.is_set()

    def lag_pdf(self, docx: Path) -> bytes | None:
        """Return the document as PDF, None when it was stopped (raises KunneIkkeLagePdf, PdfTokForLangTid).

        It works on a copy: LibreOffice leaves a lock beside what it opens, and that folder is the user's.
        """
        mappe = Path(self._mappe.name)
        ut = mappe / "ut"
        ut.mkdir(exist_ok=True)
        kopi = mappe / "dokument.docx"
        try:
            shutil.copyfile(docx, kopi)
            prosess = self._start(kopi, ut)
        except OSError as feil:
            raise KunneIkkeLagePdf(fil=docx.name) from feil
        try:
            ferdig = self._vent(prosess, docx)
        finally:
            if prosess.poll() is None:
                _stans(prosess)
        pdf = ut / "dokument.pdf"
        if not ferdig:
            return None
        try:
            data = pdf.read_bytes()
            pdf.unlink()
        except OSError as feil:
            raise KunneIkkeLagePdf(fil=docx.name) from feil
        if not data.startswith(b"%PDF"):
            raise KunneIkkeLagePdf(fil=docx.name)
        return data

    def _start(self, kopi: Path, ut: Path) -> subprocess.Popen[bytes]:
        profil = (Path(self._mappe.name) / "profil").as_uri()
        kommando = [
            str(self._program), f"-env:UserInstallation={profil}", "--headless", "--norestore", "--nologo",
            "--convert-to", "pdf", "--outdir", str(ut), str(kopi),
        ]  # fmt: skip
        return subprocess.Popen(  # noqa: S603 - the program was found by name, the arguments are our own paths
            kommando,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )

    def _vent(self, prosess: subprocess.Popen[bytes], docx: Path) -> bool:
        """Wait until it is done; False when it was stopped (raises PdfTokForLangTid)."""
        begynt = self._klokke.monoton()
        while True:
            if self.avbrutt:
                return False
            with suppress(subprocess.TimeoutExpired):
                prosess.wait(_PULS)
                return True
            if self._klokke.monoton() - begynt > self._tidsgrense:
                raise PdfTokForLangTid(fil=docx.name, sekunder=round(self._tidsgrense))


def _stans(prosess: subprocess.Popen[bytes]) -> None:
    """End the program and what it started: it is a starter, and the work goes on in a child of it."""
    if sys.platform == "win32":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        subprocess.run([str(taskkill), "/T", "/F", "/PID", str(prosess.pid)], capture_output=True, check=False)  # noqa: S603
    else:
        with suppress(ProcessLookupError):
            os.killpg(prosess.pid, signal.SIGKILL)
    prosess.wait()
