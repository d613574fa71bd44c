"""One connection a thread, one writer at a time."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.errors import StoreFault
from index.store.schema import VERSION, migrate

WAIT = 30  # seconds for another process that is writing
_AHEAD = 4000  # pages (16 MB) written ahead before they go into the file: neighbouring reports change the same ones


class Connections:
    """The index file `path`. Readers never wait; a second writer waits up to WAIT seconds."""

    def __init__(self, path: str | Path, create: bool = True) -> None:
        """StoreFault when the file is missing (and not to be created), no index, or of a newer version."""
        self.path = Path(path)
        self._local = threading.local()
        self._open: list[sqlite3.Connection] = []
        self._writing = threading.RLock()
        if not create and not self.path.is_file():
            raise StoreFault(str(path), "没有这个索引文件", "先用 bot.py add 加入报告")
        with self.faults():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._bring_up_to_date()

    def close(self) -> None:
        """Closes the connections of all threads."""
        while self._open:
            self._open.pop().close()
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this thread."""
        held: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if held is None:
            held = self._local.connection = self._connect()
        return held

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; nested blocks belong to the outermost."""
        connection = self.connection
        with self._writing, self.faults():
            if connection.in_transaction:
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                    self.forget()

    def forget(self) -> None:
        """Called after a rollback: numbers given out in it are void."""

    @contextmanager
    def faults(self) -> Iterator[None]:
        """What SQLite or the file system refuses, as one line."""
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise StoreFault(str(self.path), f"索引无法读写（{error}）", "检查路径、权限和磁盘空间；文件损坏时删去后重新加入报告") from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a power cut may lose the last report, never the index
        connection.execute(f"PRAGMA wal_autocheckpoint = {_AHEAD}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        self._open.append(connection)
        return connection

    def _bring_up_to_date(self) -> None:
        version = self.connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise StoreFault(str(self.path), f"索引的版本（{version}）比程序的（{VERSION}）新", "更新程序，或换一个索引文件")
        if version < VERSION:
            migrate(self.connection)
