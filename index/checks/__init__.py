"""What does not add up in a report, between its years, and above the reports of its parts."""

from index.checks.captions import check_captions
from index.checks.knowledge import Knowledge, load_knowledge
from index.checks.neighbours import check_neighbours
from index.checks.report import check_report
from index.checks.superior import check_superior

__all__ = ["Knowledge", "check_captions", "check_neighbours", "check_report", "check_superior", "load_knowledge"]
