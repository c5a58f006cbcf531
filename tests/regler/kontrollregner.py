"""Recounts a division of people into tables by the words of the commission alone. Shares no code with the composer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Runder = Sequence[Sequence[Sequence[str]]]  # rounds, of tables, of people


def avvik(runder: Runder, verdi_av: Mapping[str, str | None]) -> int:
    """Count seats outside ⌊c/G⌋…⌈c/G⌉, over tables, values and rounds."""
    ute = 0
    for runde in runder:
        til_stede = [verdi_av.get(person) for bord in runde for person in bord]
        for verdi in {v for v in til_stede if v is not None}:
            c, g = til_stede.count(verdi), len(runde)
            gulv, tak = c // g, -(-c // g)
            for bord in runde:
                her = sum(verdi_av.get(person) == verdi for person in bord)
                ute += len(range(tak, her)) + len(range(her, gulv))
    return ute


def gjentak(runder: Runder, foer: Iterable[tuple[str, str]] = ()) -> int:
    """Count meetings between pairs that had met already, in an earlier round or before it all."""
    kjenner = {frozenset(par) for par in foer}
    ganger = 0
    for runde in runder:
        moeter = [frozenset((en, annen)) for bord in runde for en in bord for annen in bord if en < annen]
        ganger += sum(par in kjenner for par in moeter)
        kjenner |= set(moeter)
    return ganger


def alle_sitter_en_gang(runder: Runder, personer: Sequence[str], antall_bord: int) -> bool:
    """Say whether each round seats everybody once, at as many tables as asked, of sizes that differ by at most one."""
    for runde in runder:
        if len(runde) != antall_bord or sorted(p for bord in runde for p in bord) != sorted(personer):
            return False
        if max(map(len, runde)) - min(map(len, runde)) > 1:
            return False
    return True
