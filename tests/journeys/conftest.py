"""What every journey leaves behind as it found it."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _font_as_before(qapp: QApplication) -> Iterator[None]:
    """A window sets the application's font; the next one would take it for the system's, and enlarge it again."""
    font = qapp.font()
    yield
    qapp.setFont(font)
