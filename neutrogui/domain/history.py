"""Where a reader has been: back and forward, as in a browser. Kept for one run only."""


class History:
    """Entry ids in the order in which they were opened, and which of them is being read."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._opened: list[str] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Whether something was read before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether `back` was gone from something."""
        return self._at < len(self._ids) - 1

    def recent(self, number: int) -> tuple[str, ...]:
        """What was opened last, the latest first, each once."""
        return tuple(dict.fromkeys(reversed(self._opened)))[:number]

    def visit(self, entry_id: str) -> None:
        """A newly opened entry; what lay ahead is forgotten. The entry being read is not visited twice."""
        if self._at >= 0 and self._ids[self._at] == entry_id:
            return
        self._opened.append(entry_id)
        self._ids[self._at + 1 :] = [entry_id]
        self._at += 1

    def back(self) -> str:
        """Go to the entry read before. Raises `IndexError` when there is none."""
        if not self.can_go_back:
            raise IndexError("nothing was read before")
        self._at -= 1
        return self._ids[self._at]

    def forward(self) -> str:
        """Go to the entry that `back` left. Raises `IndexError` when there is none."""
        if not self.can_go_forward:
            raise IndexError("nothing lies ahead")
        self._at += 1
        return self._ids[self._at]
