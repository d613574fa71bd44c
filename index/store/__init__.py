"""THE ONLY package that speaks SQL: the index as one SQLite file. A second engine can stand beside it."""

from index.store.packing import Entry, Packed, pack
from index.store.rows import Scope, table_of
from index.store.saving import Outcome, Store

__all__ = ["Entry", "Outcome", "Packed", "Scope", "Store", "pack", "table_of"]
