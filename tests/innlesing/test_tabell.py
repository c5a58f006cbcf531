"""Spreadsheet bytes become rows that say what the sheet says, whatever program wrote them."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.innlesing.filer import csvfil, xlsx

from verksted.innlesing.tabell import KanIkkeLesesSomRegneark, Prosent, celletekst, kolonnebokstav, les_arbeidsbok

_TEKST = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufffe\uffff"), max_size=20)
