"""Finds every operation of the package by looking, so that no test can forget one."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from inspect import getmembers, isfunction
from typing import TYPE_CHECKING, Any

import verksted.handlinger as rommet

if TYPE_CHECKING:
    from collections.abc import Callable


def alle_handlingene() -> dict[str, Callable[..., Any]]:
    """Return name → operation, for everything wrapped by `handling` or `endelig_handling`."""
    moduler = [import_module(f"verksted.handlinger.{modul.name}") for modul in pkgutil.iter_modules(rommet.__path__)]
    return {
        navn: funksjon
        for modul in moduler
        for navn, funksjon in getmembers(modul, isfunction)
        if funksjon.__module__ == modul.__name__ and hasattr(funksjon, "__wrapped__")
    }
