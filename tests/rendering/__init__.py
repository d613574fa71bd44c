"""Prints any set of figures as a report, in every layout that offices are known to use."""

from random import Random

from tests.rendering.layouts import LAYOUTS, Layout
from tests.rendering.sheets import Block, Gold, blocks


def prepare(gold: Gold, layout: str, rng: Random) -> list[Block]:
    """The report as the layout prints it, before it becomes a file."""
    found = blocks(gold)
    for change in LAYOUTS[layout].changes:
        found = change(found, rng)
    return found


def render(gold: Gold, layout: str, rng: Random) -> tuple[bytes, str]:
    """(bytes, file name) of the report in one layout of LAYOUTS; same figures and same rng, same bytes but for Office dates."""
    chosen = LAYOUTS[layout]
    return chosen.write(prepare(gold, layout, rng), rng), f"{gold['id']}_{layout}{chosen.suffix}"


__all__ = ["LAYOUTS", "Layout", "prepare", "render"]
