"""Raised and lowered characters keep their form in the text, so that a footnote mark is no digit of a figure."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """ "1" → "¹"; index.text.normalise takes it out."""
    return text.translate(_RAISED)
