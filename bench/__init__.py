"""Measurements: what a turn, the start and the training cost, and which part takes what."""
