"""The fixtures of support.py, for every test of this folder."""

from tests.answering.support import places, shipped, shipped_report

__all__ = ["places", "shipped", "shipped_report"]
