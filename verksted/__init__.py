"""Verksted: politiske verksted from a councillor's own words to the crown in the budget."""
