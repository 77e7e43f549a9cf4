"""The waiting line: first come, first served, with a limit."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Full(Exception):
    """The queue has no room for that."""


class BoundedQueue(Generic[Item]):
    """A FIFO of items by id that holds at most ``limit``, apart from those that were put back."""

    def __init__(self, limit: int) -> None:
        if limit < 0:
            raise ValueError("The limit of a queue cannot be negative.")
        self.limit = limit
        self._items: OrderedDict[int, Item] = OrderedDict()

    def __len__(self) -> int:
        return len(self._items)

    @property
    def room(self) -> int:
        """How many more items may be put."""
        return max(0, self.limit - len(self._items))

    def put(self, item_id: int, item: Item) -> None:
        """Add at the end. Raises `Full`, and ValueError for an id that is already here."""
        if not self.room:
            raise Full
        self._claim(item_id)
        self._items[item_id] = item

    def put_back(self, item_id: int, item: Item) -> None:
        """Add at the front, limit or not: an item that had been taken and is still owed."""
        self._claim(item_id)
        self._items[item_id] = item
        self._items.move_to_end(item_id, last=False)

    def take(self) -> Item:
        """Remove and return the first. Raises LookupError when there is none."""
        if not self._items:
            raise LookupError("The queue is empty.")
        return self._items.popitem(last=False)[1]

    def remove(self, item_id: int) -> bool:
        """Take an item out of the line; False if it is not in it."""
        return self._items.pop(item_id, None) is not None

    def clear(self) -> list[Item]:
        """Remove and return all, in order."""
        items = list(self._items.values())
        self._items.clear()
        return items

    def _claim(self, item_id: int) -> None:
        if item_id in self._items:
            raise ValueError(f"Item {item_id} is already in the queue.")
