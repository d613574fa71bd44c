"""Two files for one report: which is kept, and what is said about it."""

from collections.abc import Iterable, Mapping, Sequence

from index.models import Cell, Finding

CHECK = "source.twin"
_SHOWN = 3  # differences spelt out


def fuller(new: Iterable[Cell], held: Iterable[Cell]) -> bool:
    """More figures, then more cells; of two alike the later one, for it may be the corrected one."""
    return _fullness(new) >= _fullness(held)


def alike(new: Iterable[Cell], held: Iterable[Cell]) -> bool:
    """Neither has more figures or cells than the other."""
    return _fullness(new) == _fullness(held)


def compare(new: Sequence[Cell], new_source: str, held: Mapping[str, Cell], held_source: str, keeps_new: bool) -> Finding:
    """What two files say alike and differently."""
    both = [(cell, held[cell.id]) for cell in new if cell.id in held]
    differ = [(a, b) for a, b in both if a.value != b.value and a.value is not None and b.value is not None]
    same = sum(a.value == b.value for a, b in both)
    chosen = "两份一样完整，采用后收录的" if alike(new, held.values()) else "采用较完整的"
    kept, other = (new_source, held_source) if keeps_new else (held_source, new_source)
    shown = "，".join(f"{''.join(b.row_path[-1:])}{''.join(b.column_path[-1:])} {b.text} / {a.text}" for a, b in differ[:_SHOWN])
    told = f"数字有 {len(differ)} 处不同（{shown}{' 等' if len(differ) > _SHOWN else ''}），" if differ else "共有的数字相同，"
    return Finding(
        check=CHECK,
        status="failed" if differ else "passed",
        expression=f"{held_source} ↔ {new_source}：{same} 格相同，{len(differ)} 格不同",
        left=str(same),
        right=str(same + len(differ)),
        message=f"同一机关同一年度另有文件 {other}，{told}{chosen} {kept}。",
        cells=tuple(a.id for a, _ in differ),
        verdict="无法判定" if differ else "",
        reason="两份文件各执一词" if differ else "",
    )


def _fullness(cells: Iterable[Cell]) -> tuple[int, int]:
    held = list(cells)
    return sum(cell.value is not None for cell in held), len(held)
