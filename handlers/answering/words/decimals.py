"""Decimals: as people write them, divided and set against each other."""

from decimal import Decimal, localcontext


def plain(value: Decimal | None) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    if value is None:
        return "空白"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def quotient(top: Decimal, base: Decimal) -> Decimal:
    """Exact to 28 digits."""
    with localcontext() as context:
        context.prec = 28
        return top / base


def percentage(top: Decimal, base: Decimal) -> Decimal:
    """Exact to 28 digits; rounded when it is shown."""
    with localcontext() as context:
        context.prec = 28
        return top * 100 / base
