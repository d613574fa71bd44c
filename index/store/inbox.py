"""What the doors of the bot keep beside the reports: what came in and is not answered yet, who asked what last."""

import json
from collections.abc import Sequence

from index.store import rows
from index.store.connection import Connections

_SEEN = 10_000  # ids this far behind are forgotten: nothing is delivered twice so late


class Inbox(Connections):
    def remember_update(self, update_id: int, body: str) -> bool:
        """Stores what came in, as JSON; False when that id was seen before."""
        with self.transaction() as connection:
            stored = connection.execute("INSERT OR IGNORE INTO inbox VALUES (?, ?)", (update_id, body))
            return stored.rowcount == 1

    def mark_update(self, update_id: int) -> None:
        """It was answered: only its id is kept, and ids far behind are forgotten."""
        with self.transaction() as connection:
            connection.execute("UPDATE inbox SET body = NULL WHERE id = ?", (update_id,))
            connection.execute("DELETE FROM inbox WHERE id < ? AND body IS NULL", (update_id - _SEEN,))

    def open_updates(self) -> Sequence[str]:
        """JSON of what is not answered yet, oldest first."""
        return [row[0] for row in self.connection.execute("SELECT body FROM inbox WHERE body IS NOT NULL ORDER BY id")]

    def turns(self, chat: int, user: int) -> tuple[str, ...]:
        """The last questions of one person in one chat, oldest first."""
        held = self.connection.execute("SELECT questions FROM turns WHERE chat = ? AND user = ?", (chat, user)).fetchone()
        return tuple(json.loads(held[0])) if held else ()

    def keep_turns(self, chat: int, user: int, questions: Sequence[str]) -> None:
        """Replaces them; () forgets them."""
        with self.transaction() as connection:
            if questions:
                connection.execute("INSERT OR REPLACE INTO turns VALUES (?, ?, ?)", (chat, user, rows.as_json(list(questions))))
            else:
                connection.execute("DELETE FROM turns WHERE chat = ? AND user = ?", (chat, user))
