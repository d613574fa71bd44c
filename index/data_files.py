"""The YAML files of data/: one reader for all, the fast one; a file that cannot be read is a fault that says where."""

from pathlib import Path
from typing import Any

import yaml

from index.errors import InvalidData

DATA = Path(__file__).parent.parent / "data"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path) -> Any:
    """What the file holds. Raises InvalidData with file, line and reason."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506 - a safe loader, the fast one
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise InvalidData(path.name, f"line {mark.line + 1}" if mark else "", f"no YAML: {error.problem or error}; put words with signs in them between '…'") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidData(path.name, "", f"cannot be read: {error}") from error
