"""One open process: the working copy, its writer thread, and the way back to the user's file."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile, mkdtemp
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from filelock import FileLock

from verksted.kjerne.feil import FinnesIkke, KjentFeil
from verksted.kjerne.ider import ny_id
from verksted.kjerne.observatoer import Signal
from verksted.lager import logg
from verksted.lager.aapning import Aapner, Melding
from verksted.lager.brukerfil import stempel
from verksted.lager.feil import (
    FilenErAapenEtAnnetSted,
    FilenErSkadet,
    FilenErSkrivebeskyttet,
    FilenFinnesFraFoer,
    KunneIkkeAapneFil,
    KunneIkkeLagre,
)
from verksted.lager.fil import les_innhold
from verksted.lager.kontroll import Kontrollrapport, kontroller
from verksted.lager.laas import Laas
from verksted.lager.lagring import INGENTING_LAGRET, Lagring
from verksted.lager.lagringsvakt import Lagringsvakt
from verksted.lager.maskinen import LESEMAPPE, rydd_lesemapper
from verksted.lager.motor import lesemotor
from verksted.lager.oekt import Oekt, ny_sesjon
from verksted.lager.oversetting import FULL, lesefeil, verdens_feil
from verksted.lager.plass import Plass
from verksted.lager.sikkerhetskopi import Kopisamling
from verksted.lager.skjema import bygg_tom
from verksted.lager.skriver import Skriver
from verksted.lager.sletting import pakk, slett_paa_maskinen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Future

    from filelock import BaseFileLock
    from sqlmodel import Session

    from verksted.kjerne.klokke import Klokke
    from verksted.lager.endring import Endring, Handlingslinje

P = ParamSpec("P")
T = TypeVar("T")


class Prosessfil:
    """An open `.verksted` file.

    Signals: `endret` with each Endring after its COMMIT (from the writer thread), `lagret` with the path of each
    whole copy, `ikke_lagret` with the KjentFeil when a copy could not be written.
    `meldinger` is what the user should know about the opening.
    """

    def __init__(
        self, plass: Plass, *, arbeidsmappe: Path, klokke: Klokke, laas: Laas | None, autolagring: bool
    ) -> None:
        self.lagret: Signal[Path] = Signal()
        self.ikke_lagret: Signal[KjentFeil] = Signal()
        self.meldinger: tuple[Melding, ...] = ()
        self._plass = plass
        self._arbeidsmappe = arbeidsmappe
        self._lukket = False
        self._klokke = klokke
        self._laas = laas
        self._leselaas: BaseFileLock | None = None
        innhold = les_innhold(plass.arbeidskopi)
        kopier = Kopisamling(arbeidsmappe, innhold.fil_id)
        self._skriver = Skriver(plass.arbeidskopi, klokke=klokke)
        self._lagring = Lagring(plass, self._skriver, kopier, klokke=klokke, handling=innhold.siste.handling)
        self._lesemotor = lesemotor(plass.arbeidskopi)
        self.endret: Signal[Endring[Any]] = self._skriver.etter_commit
        self._vakt: Lagringsvakt | None = None
        if autolagring and laas is not None:
            vakt = self._vakt = Lagringsvakt(self.lagre, klokke=klokke)
            vakt.mislyktes.lytt(self.ikke_lagret.send)
            self.endret.lytt(lambda _: vakt.roert())

    # -- opening and closing ------------------------------------------------------------------------------------

    @classmethod
    def opprett(cls, sti: Path, *, arbeidsmappe: Path, klokke: Klokke, autolagring: bool = False) -> Prosessfil:
        """Make a new, empty file and open it (raises FilenFinnesFraFoer, FilenErSkrivebeskyttet)."""
        sti = sti.resolve()
        if stempel(sti) is not None:
            raise FilenFinnesFraFoer(sti=str(sti))
        if not _kan_skrives(sti):
            raise FilenErSkrivebeskyttet(sti=str(sti))
        with verdens_feil(sti, KunneIkkeLagre):
            return cls._opprett(sti, arbeidsmappe, klokke, autolagring=autolagring)

    @classmethod
    def _opprett(cls, sti: Path, arbeidsmappe: Path, klokke: Klokke, *, autolagring: bool) -> Prosessfil:
        plass = Plass.til(sti, arbeidsmappe)
        laas = Laas(plass, arbeidsmappe=arbeidsmappe)
        laas.ta(naa=klokke.naa())
        try:
            aapner = Aapner(plass, arbeidsmappe=arbeidsmappe, naa=klokke.naa())
            aapner.rydd_plassen()
            _bygg_ny(plass.arbeidskopi, klokke)
            fil = cls(plass, arbeidsmappe=arbeidsmappe, klokke=klokke, laas=laas, autolagring=autolagring)
        except BaseException:
            laas.slipp()
            raise
        fil.meldinger = tuple(aapner.meldinger)
        fil._lagring.handling = INGENTING_LAGRET
        try:
            fil.lagre()
        except BaseException:
            fil._la_gaa()
            plass.rydd()  # nobody has written anything in it
            raise
        return fil

    @classmethod
    def aapne(
        cls, sti: Path, *, arbeidsmappe: Path, klokke: Klokke, autolagring: bool = False, bare_les: bool = False
    ) -> Prosessfil:
        """Open a file; what cannot be written is opened for reading, and `meldinger` says so.

        With `bare_les`, a file that somebody else has open is read as it last was written, and one whose words do not
        all agree is read as it is.
        Raises FilenErAapenEtAnnetSted, KunneIkkeAapneFil, DiskenErFull and what `Aapner.gjoer_klar` raises.
        """
        sti = sti.resolve()
        with verdens_feil(sti, KunneIkkeAapneFil):
            return cls._aapne(sti, arbeidsmappe, klokke, autolagring=autolagring, bare_les=bare_les)

    @classmethod
    def _aapne(cls, sti: Path, arbeidsmappe: Path, klokke: Klokke, *, autolagring: bool, bare_les: bool) -> Prosessfil:
        plass = Plass.til(sti, arbeidsmappe)
        if stempel(sti) is not None and not _kan_skrives(sti):
            return cls._aapne_lesende(sti, arbeidsmappe, klokke, Melding("skrivebeskyttet", {"sti": str(sti)}))
        laas = Laas(plass, arbeidsmappe=arbeidsmappe)
        try:
            laas.ta(naa=klokke.naa())
        except FilenErAapenEtAnnetSted as feil:
            if not bare_les:
                raise
            return cls._aapne_lesende(sti, arbeidsmappe, klokke, Melding("aapen_et_annet_sted", feil.data))
        try:
            aapner = Aapner(plass, arbeidsmappe=arbeidsmappe, naa=klokke.naa())
            sett = stempel(sti)  # before the bytes are copied: what comes later is somebody else's
            aapner.gjoer_klar()
            fil = cls(plass, arbeidsmappe=arbeidsmappe, klokke=klokke, laas=laas, autolagring=autolagring)
        except FilenErSkadet:
            laas.slipp()
            if not bare_les:
                raise
            return cls._aapne_lesende(sti, arbeidsmappe, klokke, ta_imot_feil=True)
        except BaseException:
            laas.slipp()
            raise
        fil.meldinger = tuple(aapner.meldinger)
        fil._lagring.har_lest(sett, aapner.avtrykk, handling=aapner.lagret_handling)
        return fil

    @classmethod
    def _aapne_lesende(
        cls, sti: Path, arbeidsmappe: Path, klokke: Klokke, *meldinger: Melding, ta_imot_feil: bool = False
    ) -> Prosessfil:
        arbeidsmappe.mkdir(parents=True, exist_ok=True)
        rydd_lesemapper(arbeidsmappe)
        plass = Plass(Path(mkdtemp(prefix=LESEMAPPE, dir=arbeidsmappe)), sti)
        leselaas = FileLock(plass.laas, thread_local=False)  # closed in another thread
        leselaas.acquire()
        try:
            aapner = Aapner(plass, arbeidsmappe=arbeidsmappe, naa=klokke.naa(), ta_imot_feil=ta_imot_feil)
            aapner.gjoer_klar()
            fil = cls(plass, arbeidsmappe=arbeidsmappe, klokke=klokke, laas=None, autolagring=False)
        except BaseException:
            leselaas.release()
            shutil.rmtree(plass.mappe, ignore_errors=True)
            raise
        fil._leselaas = leselaas
        fil.meldinger = (*aapner.meldinger, *meldinger)
        return fil

    def lukk(self) -> None:
        """Write a last copy, then let everything go.

        When the copy cannot be written the working copy stays and goes on at the next opening; the error is
        raised after everything else is closed. Closing what is closed does nothing.
        """
        if self._lukket:
            return
        self._lukket = True
        if self._vakt is not None:
            self._vakt.stopp()
        try:
            self._skriver.steng()  # what is acknowledged from here on would not be in the last copy
            self.lagre()
            self._skriver.stopp()
            if self._leselaas is not None:
                self._leselaas.release()
                shutil.rmtree(self._plass.mappe, ignore_errors=True)
            else:
                with suppress(OSError):  # what stays goes on at the next opening, and holds nothing new
                    self._plass.rydd()
        finally:
            self._la_gaa()

    def _la_gaa(self) -> None:
        self._lesemotor.dispose()
        self._skriver.stopp()
        if self._laas is not None:
            self._laas.slipp()

    def __enter__(self) -> Prosessfil:
        return self

    def __exit__(self, *_: object) -> None:
        self.lukk()

    # -- changing and reading -----------------------------------------------------------------------------------

    @property
    def sti(self) -> Path:
        """Where whole copies are written."""
        return self._lagring.sti

    @property
    def kan_endres(self) -> bool:
        """Say whether operations are accepted."""
        return self._laas is not None

    def utfoer(
        self,
        handling: Callable[Concatenate[Oekt, P], Endring[T]],
        aktoer: str,
        *args: P.args,
        **argumenter: P.kwargs,
    ) -> Endring[T]:
        """Carry out an operation and return after its COMMIT (raises what the operation raises)."""
        return self.send(handling, aktoer, *args, **argumenter).result()

    def send(
        self,
        handling: Callable[Concatenate[Oekt, P], Endring[T]],
        aktoer: str,
        *args: P.args,
        **argumenter: P.kwargs,
    ) -> Future[Endring[T]]:
        """Queue an operation; the future is done after its COMMIT."""
        if self._laas is None:
            raise FilenErSkrivebeskyttet(sti=str(self.sti))
        return self._skriver.send(lambda oekt: handling(oekt, *args, **argumenter), aktoer=aktoer)

    def angre(self, aktoer: str) -> Endring[str]:
        """Take back the actor's newest operation (raises IngentingAaAngre, AngreHindret)."""
        return self.utfoer(logg.angre, aktoer)

    def gjoer_om(self, aktoer: str) -> Endring[str]:
        """Carry out again what the actor took back last (raises IngentingAaGjoereOm, AngreHindret)."""
        return self.utfoer(logg.gjoer_om, aktoer)

    def angrestatus(self, aktoer: str) -> tuple[Handlingslinje | None, Handlingslinje | None]:
        """Return what undo and redo would take, for menus."""
        with self.les_raatt() as db:
            return logg.kan_angre(db, aktoer), logg.hva_gjoeres_om(db, aktoer)

    @contextmanager
    def les(self) -> Iterator[Session]:
        """Read in one short transaction; keep it short, an open one holds commits back."""
        with lesefeil(self.sti, KunneIkkeAapneFil), ny_sesjon(self._lesemotor) as sesjon:
            yield sesjon

    @contextmanager
    def les_raatt(self) -> Iterator[sqlite3.Connection]:
        """Read with the bare connection, for the change log and the control."""
        with (
            lesefeil(self.sti, KunneIkkeAapneFil),
            self._lesemotor.connect() as forbindelse,
            forbindelse.begin(),
        ):
            db: sqlite3.Connection = forbindelse.connection.dbapi_connection  # type: ignore[assignment]
            yield db

    def kontroller(self) -> Kontrollrapport:
        """Check everything the file says of itself."""
        with self.les_raatt() as db:
            return kontroller(db)

    # -- copies -------------------------------------------------------------------------------------------------

    def lagre(self) -> Path | None:
        """Write a whole, verified copy to the user's place if anything is new; return where, or None.

        Only the freezing of the copy holds the writer; the rest goes on beside it.
        Raises KunneIkkeLagre, DiskenErFull; the working copy is safe and the old file untouched.
        """
        if self._laas is None or not self._lagring.lagre():
            return None
        self.lagret.send(self.sti)
        self._lagring.ta_moden_sikkerhetskopi()
        return self.sti

    def lagre_kopi(self, til: Path) -> Path:
        """Write a whole copy somewhere else; the open file stays where it is (raises KunneIkkeLagre)."""
        self._lagring.lagre_kopi(til)
        return til

    def ta_sikkerhetskopi(self) -> None:
        """Take a backup now: before something risky (raises KunneIkkeLagre, DiskenErFull)."""
        self._lagring.ta_sikkerhetskopi()

    def slett_for_godt(self, handling: Callable[[Oekt], Endring[T]], aktoer: str) -> Endring[T] | None:
        """Carry out an erasure in every copy on this machine, then here; leave no old bytes behind.

        In that order, so that one which is cut off can be carried out again. Return None when the open file itself
        held nothing. Raises FinnesIkke when nothing was found anywhere, FilenErAapenEtAnnetSted, KunneIkkeLagre.
        """
        if self._laas is None:
            raise FilenErSkrivebeskyttet(sti=str(self.sti))
        fil_id = self._lagring.kopier.mappe.name
        with self._lagring.alene():
            fantes = slett_paa_maskinen(
                self._plass, self._arbeidsmappe, fil_id, handling, aktoer=aktoer, klokke=self._klokke
            )
        endring = None
        try:
            endring = self.utfoer(handling, aktoer)
        except FinnesIkke:
            if not fantes:
                raise
        finally:
            self._skriver.alene(pakk)
            with self._lagring.alene():
                self._lagring.handling = INGENTING_LAGRET  # an erasure in the log alone is no new operation
            self.lagre()
        return endring


def _bygg_ny(sti: Path, klokke: Klokke) -> None:
    db = sqlite3.connect(sti, isolation_level=None)
    try:
        bygg_tom(db)
        db.execute("INSERT INTO fil VALUES ('fil_id', ?)", (ny_id(),))
        tid = klokke.naa().isoformat(timespec="milliseconds")
        db.execute("INSERT INTO generasjon (id, tid, handling) VALUES (?, ?, 0)", (ny_id(), tid))
    finally:
        db.close()


def _kan_skrives(sti: Path) -> bool:
    """Say whether a copy can be put at the path, by trying."""
    try:
        if sti.exists():
            with sti.open("r+b"):
                pass
        with TemporaryFile(dir=sti.parent):
            return os.access(sti.parent, os.W_OK)
    except OSError as feil:
        return feil.errno in FULL  # what is full now may have room at the next copy
