"""Kunnskap: the facts, who stands behind them, and the series drawn."""
