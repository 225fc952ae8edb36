"""Everything that needs Qt. Screens are handed their library, calculators and printer; they fetch nothing."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts its hook before every import

# The hook reads the source of each module imported after it, looking for a switch that this program never uses: a
# twelfth of a start. Python's own import is put back.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
