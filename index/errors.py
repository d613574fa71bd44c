"""Faults of the first walk. Expected shortfalls are values; only faults raise.

WennianbaoError
├── UnreadableFile      a file or address that cannot become a Document
│   ├── EncryptedFile   it asks for a password
│   ├── FileTooLarge    it, or what it unpacks to, is over a limit
│   └── MissingTool     it needs LibreOffice or the ocr extra, which is not installed
├── NotAReport          a readable file that holds no annual report, or several
├── InvalidData         a file under data/ breaks its own rules
└── StoreFault          the index file cannot be opened, read or written

str() of each is one line for people: what, where, remedy.
"""


class WennianbaoError(Exception):
    """Base of every fault that is told to people as one line."""


class UnreadableFile(WennianbaoError):
    """`file`: name as given; `reason` and `remedy`: Chinese clauses without a full stop at the end."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file, self.reason, self.remedy = _one_line(file), _one_line(reason), _one_line(remedy)
        super().__init__(self.file, self.reason, self.remedy)

    def __str__(self) -> str:
        return f"{self.file}：{self.reason}。" + (f"{self.remedy}。" if self.remedy else "")


class EncryptedFile(UnreadableFile):
    """The file asks for a password."""


class FileTooLarge(UnreadableFile):
    """The file, or what it unpacks to, is over a limit."""


class MissingTool(UnreadableFile):
    """A program or an extra that this kind of file needs is not installed."""


class NotAReport(WennianbaoError):
    """A readable file in which no annual report was found, or more than one. Fields as in UnreadableFile."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file, self.reason, self.remedy = _one_line(file), _one_line(reason), _one_line(remedy)
        super().__init__(self.file, self.reason, self.remedy)

    def __str__(self) -> str:
        return f"{self.file}：{self.reason}。" + (f"{self.remedy}。" if self.remedy else "")


class InvalidData(WennianbaoError):
    """A file under data/: `key` is the dotted place inside it."""

    def __init__(self, file: str, key: str, reason: str) -> None:
        self.file, self.key, self.reason = file, key, reason
        super().__init__(file, key, reason)

    def __str__(self) -> str:
        return f"{self.file}: {self.key}: {self.reason}"


class StoreFault(WennianbaoError):
    """The index file `file`."""

    def __init__(self, file: str, reason: str, remedy: str = "") -> None:
        self.file, self.reason, self.remedy = file, reason, remedy
        super().__init__(file, reason, remedy)

    def __str__(self) -> str:
        return f"{self.file}：{self.reason}。" + (f"{self.remedy}。" if self.remedy else "")


def _one_line(text: str) -> str:
    """A library's message or a hostile file name must not break the line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
