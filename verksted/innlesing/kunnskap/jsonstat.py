"""JSON-stat 1 and 2 (json-stat.org/format): dataset, bundle and collection -> cubes that give series. Exact figures.

A dataset whose parts do not fit is left out whole, with a problem: a figure in the wrong cell is a wrong number.
Raises KanIkkeLesesSomJson, ErIkkeJsonStat.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import prod
from typing import TYPE_CHECKING, Any, Final

from verksted.innlesing.kunnskap.jsonfil import les_json
from verksted.innlesing.kunnskap.kube import Dimensjon, Kube, finn_fylte
from verksted.innlesing.kunnskap.perioder import er_dimensjon, periode_i
from verksted.innlesing.kunnskap.serier import Tabellhode, kort_tittel
from verksted.innlesing.problem import Alvor, Problem, Sted
from verksted.kjerne.feil import KjentFeil
from verksted.kjerne.tekstrens import rens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FLEST_CELLER: Final = 1_000_000
_FLEST_DATASETT: Final = 500
_DYPEST: Final = 8
_FLEST_SIFRE: Final = 40
_KNAPT: Final = 25


class ErIkkeJsonStat(KjentFeil):
    """The JSON is sound, but there is no JSON-stat dataset in it (data: fil)."""


class _Uenig(Exception):
    """A dataset's parts do not fit together; the argument is the member at fault."""


@dataclass(frozen=True, slots=True)
class LestJsonStat:
    """The cubes of a file, in its order."""

    kuber: tuple[Kube, ...]
    problemer: tuple[Problem, ...]


def les_jsonstat(data: bytes, filnavn: str) -> LestJsonStat:
    """Read every dataset of a file (raises KanIkkeLesesSomJson, ErIkkeJsonStat)."""
    rot = les_json(data, filnavn)
    problemer: list[Problem] = []
    kuber: list[Kube] = []
    antall = 0
    for navn, datasett in _datasett(rot, "", 0):
        antall += 1
        if datasett is None or antall > _FLEST_DATASETT:
            noekkel = "jsonstat_ligger_et_annet_sted" if datasett is None else "jsonstat_for_mange"
            problemer.append(Problem(noekkel, Alvor.FEIL, Sted(filnavn), {"tabell": navn, "antall": _FLEST_DATASETT}))
            if antall > _FLEST_DATASETT:
                break
            continue
        try:
            kuber.append(_kube(datasett, navn, filnavn))
        except _Uenig as uenig:
            grunn = {"tabell": _tekst(datasett.get("label")) or navn, "del": str(uenig)}
            problemer.append(Problem("jsonstat_henger_ikke_sammen", Alvor.FEIL, Sted(filnavn), grunn))
    if not antall:
        raise ErIkkeJsonStat(fil=filnavn)
    return LestJsonStat(tuple(kuber), tuple(problemer))


def _datasett(ting: Any, navn: str, dybde: int) -> Iterator[tuple[str, dict[str, Any] | None]]:  # noqa: ANN401 - JSON
    """Give each dataset with its name; None for one that is only pointed to."""
    if dybde > _DYPEST or not isinstance(ting, dict):
        return
    if isinstance(ting.get("dimension"), dict) and ("value" in ting or ting.get("class") == "dataset"):
        yield navn, ting
    elif ting.get("class") == "dataset" and "href" in ting:
        yield _tekst(ting.get("label")) or _tekst(ting["href"]), None
    elif ting.get("class") == "collection":
        lenker = ting.get("link")
        for del_ in (lenker.get("item") if isinstance(lenker, dict) else None) or ():
            yield from _datasett(del_, navn, dybde + 1)
    elif "class" not in ting:  # version 1: {"dataset": {…}}, or a bundle of named ones
        for noekkel, del_ in ting.items():
            yield from _datasett(del_, _tekst(noekkel), dybde + 1)


def _kube(ds: dict[str, Any], navn: str, filnavn: str) -> Kube:
    dims = ds["dimension"]
    # Version 1 keeps id, size and role inside `dimension`, version 2 beside it.
    ider, stoerrelser = ds.get("id", dims.get("id")), ds.get("size", dims.get("size"))
    roller = ds.get("role", dims.get("role"))
    if not _er_liste(ider, str) or not _er_liste(stoerrelser, int) or len(ider) != len(stoerrelser):
        raise _Uenig("id, size")
    if len(set(ider)) != len(ider) or any(s < 1 for s in stoerrelser) or prod(stoerrelser) > FLEST_CELLER:
        raise _Uenig("size")
    dimensjoner = tuple(_dimensjon(i, dims.get(i), s) for i, s in zip(ider, stoerrelser, strict=True))
    celler = prod(stoerrelser)
    verdier = {i: v for i, raa in _plassert(ds.get("value"), celler, "value") if (v := _verdi(raa)) is not None}
    status = ds.get("status")
    if isinstance(status, str):  # one status for every cell
        status = [status] * celler
    # Version 1 lets one status in a list stand for all of them.
    if isinstance(status, list) and len(status) == 1:
        status = status * celler
    statuser = {i: s for i, raa in _plassert(status or {}, celler, "status") if (s := _tekst(raa))}
    tid, sted, maal = (_rolle(roller, r, dimensjoner) for r in ("time", "geo", "metric"))
    tittel = _tekst(ds.get("label")) or navn or filnavn
    return Kube(
        hode=Tabellhode(
            tittel=tittel,
            sted=Sted(filnavn),
            kilde=_kilde(ds, tittel),
            temanavn=_tekst(_hent(ds, "extension", "px", "subject-area")) or None,
            noter=tuple(dict.fromkeys(_noter(ds, dimensjoner))),
            navn=kort_tittel(tittel) if maal is None or _er_knappe(dimensjoner[maal]) else "",
        ),
        dimensjoner=dimensjoner,
        verdier=verdier,
        statuser=statuser,
        fylte=finn_fylte(verdier, stoerrelser, tid),
        tid=tid,
        sted=sted,
        maal=maal,
    )


def _dimensjon(id_: str, dim: Any, stoerrelse: int) -> Dimensjon:  # noqa: ANN401 - JSON
    kategori = dim.get("category") if isinstance(dim, dict) else None
    if not isinstance(kategori, dict):
        raise _Uenig(id_)
    indeks: Any = kategori.get("index")
    etiketter, enheter = (kategori[n] if isinstance(kategori.get(n), dict) else {} for n in ("label", "unit"))
    if indeks is None:  # allowed where there is only one
        indeks = list(etiketter)
    if isinstance(indeks, dict):
        if sorted(map(str, indeks.values())) != sorted(map(str, range(len(indeks)))):
            raise _Uenig(id_)
        indeks = sorted(indeks, key=lambda kode: int(indeks[kode]))
    if not _er_liste(indeks, str) or len(indeks) != stoerrelse or len(set(indeks)) != stoerrelse:
        raise _Uenig(id_)
    return Dimensjon(
        id=_tekst(id_),
        navn=_tekst(dim.get("label")) or _tekst(id_),
        koder=tuple(indeks),
        etiketter=tuple(_tekst(etiketter.get(kode)) or _tekst(kode) for kode in indeks),
        enheter=tuple(_enhet(enheter.get(kode)) for kode in indeks),
    )


def _enhet(enhet: Any) -> str | None:  # noqa: ANN401 - JSON
    """Return the unit in the file's words; a multiplier is said beside it, for the format does not fix its meaning."""
    if not isinstance(enhet, dict):
        return None
    navn = next((t for n in ("base", "label", "symbol", "type") if (t := _tekst(enhet.get(n)))), None)
    ganger = _tekst(enhet.get("multiplier"))
    return f"{navn or ''} (multiplier {ganger})".strip() if ganger not in {"", "0", "1"} else navn


def _rolle(roller: Any, rolle: str, dimensjoner: Sequence[Dimensjon]) -> int | None:  # noqa: ANN401 - JSON
    navn = roller.get(rolle) if isinstance(roller, dict) else None
    if isinstance(navn, list):
        return next((i for i, d in enumerate(dimensjoner) if d.id in navn), None)
    for i, d in enumerate(dimensjoner):
        if er_dimensjon(d.id, rolle) or er_dimensjon(d.navn, rolle):
            return i
    if rolle == "time":
        return next((i for i, d in enumerate(dimensjoner) if all(map(periode_i, d.etiketter))), None)
    return None


def _plassert(celler: Any, antall: int, navn: str) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - JSON
    """Give cell number and content of a dense list or a sparse object; raises _Uenig where they do not fit."""
    if isinstance(celler, list):
        if len(celler) != antall:
            raise _Uenig(navn)
        yield from enumerate(celler)
    elif isinstance(celler, dict):
        for noekkel, innhold in celler.items():
            if not (noekkel.isascii() and noekkel.isdigit() and len(noekkel) < 9 and int(noekkel) < antall):
                raise _Uenig(navn)
            yield int(noekkel), innhold
    else:
        raise _Uenig(navn)


def _verdi(raa: Any) -> Decimal | str | None:  # noqa: ANN401 - JSON
    if raa is None:
        return None
    if isinstance(raa, str):
        return _tekst(raa) or None
    if isinstance(raa, bool) or not isinstance(raa, (int, Decimal)):
        raise _Uenig("value")
    tall = Decimal(raa)
    if not -_FLEST_SIFRE <= tall.adjusted() <= _FLEST_SIFRE:
        raise _Uenig("value")
    return tall


def _er_knappe(maal: Dimensjon) -> bool:
    """Say whether the measures' names need the table's to be understood: «Personer», «Antall»."""
    return all(len(navn) <= _KNAPT for navn in maal.etiketter)


def _kilde(ds: dict[str, Any], tittel: str) -> str | None:
    """Return source, table and the day it was brought up to date, so that the figure can be found again."""
    kilde = _tekst(ds.get("source"))
    if not kilde:
        return None
    dag = _tekst(ds.get("updated"))[:10]
    oppdatert = f" ({dag[8:10]}.{dag[5:7]}.{dag[:4]})" if len(dag) == 10 and dag.count("-") == 2 else ""
    return f"{kilde}, {tittel}{oppdatert}"


def _noter(ds: dict[str, Any], dimensjoner: Sequence[Dimensjon]) -> Iterator[str]:
    yield from _tekster(ds.get("note"))
    for d in dimensjoner:
        dim = ds["dimension"].get(d.id, {})
        yield from (f"{d.navn}: {note}" for note in _tekster(dim.get("note")))
        per_kategori = _hent(dim, "category", "note")
        if isinstance(per_kategori, dict):
            for kode, etikett in zip(d.koder, d.etiketter, strict=True):
                yield from (f"{etikett}: {note}" for note in _tekster(per_kategori.get(kode)))


def _tekster(ting: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    for ett in ting if isinstance(ting, list) else [ting]:
        if tekst := _tekst(ett):
            yield tekst


def _tekst(ting: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(ting, (int, Decimal)) and not isinstance(ting, bool):
        return str(ting)
    return " ".join(rens(ting).split()) if isinstance(ting, str) else ""


def _hent(ting: Any, *sti: str) -> Any:  # noqa: ANN401 - JSON
    for navn in sti:
        ting = ting.get(navn) if isinstance(ting, dict) else None
    return ting


def _er_liste(ting: Any, slag: type) -> bool:  # noqa: ANN401 - JSON
    return isinstance(ting, list) and bool(ting) and all(isinstance(e, slag) and not isinstance(e, bool) for e in ting)
