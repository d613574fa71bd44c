"""The reports of reports.yaml as files: the one that ships, the others printed from their gold figures."""

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.rendering import render

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ALL: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "reports.yaml").read_text(encoding="utf-8"))


def gold(name: str) -> dict[str, Any]:
    """The figures of one report with the sentences of reports.yaml."""
    figures: dict[str, Any] = json.loads((HERE / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return figures | {key: ALL[name][key] for key in ("title", "furniture", "prose") if key in ALL[name]}


def files(folder: Path, names: Iterable[str] = ALL) -> list[Path]:
    """Every named report as a file; what does not ship is written into `folder`."""
    return [_file(folder, name) for name in names]


def _file(folder: Path, name: str) -> Path:
    if "file" in ALL[name]:
        return ROOT / str(ALL[name]["file"])
    data, suffixed = render(gold(name), ALL[name]["layout"], Random(name))
    path = folder / f"{name}{Path(suffixed).suffix}"
    path.write_bytes(data)
    return path
