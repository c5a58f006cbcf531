"""Gjeldende samfunnsdel: what the reader made of it, confirmed or put right."""
