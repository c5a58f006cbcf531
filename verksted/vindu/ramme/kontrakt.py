"""What the frame needs to know of the floors below, said in its own words: it imports none of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path

    from verksted.kjerne.feil import KjentFeil
    from verksted.kjerne.observatoer import Signal
    from verksted.kjerne.tekster import Maalform


class Rad(Protocol):
    """One changed row (`lager.endring.Radendring`)."""

    @property
    def tabell(self) -> str:
        """The table's name."""
        ...

    @property
    def rad_id(self) -> str:
        """The row's id."""
        ...


class Endringsmelding(Protocol):
    """One operation that was carried out (`lager.endring.Endring`)."""

    @property
    def nr(self) -> int:
        """Its place in the change log."""
        ...

    @property
    def navn(self) -> str:
        """The operation's name, the key of its label in `handlinger`."""
        ...

    @property
    def aktoer(self) -> str:
        """Who did it: a role or a table."""
        ...

    @property
    def koder(self) -> tuple[str, ...]:
        """What it concerns."""
        ...

    @property
    def rader(self) -> Sequence[Rad]:
        """The rows it changed."""
        ...

    @property
    def resultat(self) -> Any:  # noqa: ANN401 - what the operation made
        """What the operation made; of undo and redo, the name of what was taken back."""
        ...


class Linje(Protocol):
    """What undo or redo would take (`lager.endring.Handlingslinje`)."""

    @property
    def navn(self) -> str:
        """The operation's name."""
        ...

    @property
    def koder(self) -> tuple[str, ...]:
        """What it concerned."""
        ...


class Melding(Protocol):
    """Something the user should know about the opening (`lager.aapning.Melding`)."""

    @property
    def noekkel(self) -> str:
        """Its key in the catalogue `melding`."""
        ...

    @property
    def data(self) -> Mapping[str, object]:
        """What fills it."""
        ...


class AapenProsess(Protocol):
    """An open file as the window sees it (`lager.prosessfil.Prosessfil`)."""

    endret: Signal[Any]
    lagret: Signal[Path]
    ikke_lagret: Signal[KjentFeil]

    @property
    def sti(self) -> Path:
        """The user's file."""
        ...

    @property
    def kan_endres(self) -> bool:
        """Say whether operations are accepted."""
        ...

    @property
    def meldinger(self) -> Sequence[Melding]:
        """What the opening had to say."""
        ...

    def send(self, handling: Callable[..., Any], aktoer: str, *args: Any, **argumenter: Any) -> Future[Any]:  # noqa: ANN401
        """Queue an operation; the future is done after its COMMIT."""
        ...

    def les(self) -> AbstractContextManager[Any]:
        """Read in one short transaction."""
        ...

    def les_raatt(self) -> AbstractContextManager[Any]:
        """Read with the bare connection."""
        ...

    def angre(self, aktoer: str) -> Endringsmelding:
        """Take back the actor's newest operation."""
        ...

    def gjoer_om(self, aktoer: str) -> Endringsmelding:
        """Carry out again what was taken back last."""
        ...

    def angrestatus(self, aktoer: str) -> tuple[Linje | None, Linje | None]:
        """Return what undo and redo would take."""
        ...

    def lagre_kopi(self, til: Path) -> Path:
        """Write a whole copy somewhere else."""
        ...

    def lukk(self) -> None:
        """Write a last copy and let go."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rammevisning:
    """What the frame itself shows of a process; `venter` is page → number of things that wait for somebody there.

    `traad` is a mark per phase for the miniature: `gjort`, `her` or `igjen`. `fase`, `neste` and `ventesetning` are
    finished words for the start page, or empty.
    """

    kommune: str
    prosess: str
    maalform: Maalform
    er_eksempel: bool
    venter: Mapping[str, int] = field(default_factory=dict)
    traad: tuple[str, ...] = ()
    fase: str = ""
    neste: str = ""
    ventesetning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Treff:
    """One search result: where it leads, and its words with the hits marked as (start, end)."""

    slag: str
    kode: str
    tekst: str
    under: str
    side: str
    ikon: str
    til_hoeyre: str = ""
    merket: tuple[tuple[int, int], ...] = ()


Soek = Callable[[str], Sequence[Treff]]
