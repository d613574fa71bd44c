"""Faults of those who start the program, not of a file or an index."""

from index.errors import WennianbaoError


class WrongUse(WennianbaoError):
    """A command or a setting that is written wrongly: one Chinese line, exit status 2."""
