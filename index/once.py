"""What a frozen object works out when it is first asked: as functools.cached_property, without the lock that this one takes up to Python 3.11."""

from collections.abc import Callable
from typing import Generic, TypeVar

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class once(Generic[Owner, Value]):
    """The value stands in the object's __dict__ from then on, where it is found without a call."""

    def __init__(self, function: Callable[[Owner], Value]) -> None:
        self._function, self._name = function, function.__name__
        self.__doc__ = function.__doc__

    def __get__(self, instance: Owner, owner: type[Owner]) -> Value:
        value: Value = self._function(instance)
        instance.__dict__[self._name] = value
        return value
