"""Whatever happens to the content, the window says so in plain words and calculates.

A sample runs with the other tests; NEUTROGUI_FUZZ=10000 in the environment runs so many.
"""

import re
import shutil
from pathlib import Path

import pytest
from damage import COUNT, damaged, edits, told

from neutrogui import app, bundle
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.ui.accessible import Text
from neutrogui.ui.main_window import MainWindow

COUNTS = (("1", "50", "0.5 ×10⁹/L"), ("2.0", "40", "0.8 ×10⁹/L"))
"""White cells in 10⁹/L, per cent neutrophils, and the count, worked by hand."""


def test_damaged_content_is_told_and_the_window_calculates(
    window: MainWindow, compiled_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = shutil.copytree(compiled_content, tmp_path / "resources" / "compiled") / CONTENT_FILE
    monkeypatch.setattr(bundle, "resources", lambda: tmp_path / "resources")
    whole = content.read_bytes()
    for number, edit in enumerate(edits(whole, COUNT, seed=20261202)):
        window.calculator.clear()
        with damaged(content, whole, edit):
            app.load_library(window)
        assert window.banner.isVisible(), told(edit)
        said = window.banner.findChild(Text).text()
        assert said.startswith("The reference content is damaged or was changed."), told(edit)
        assert re.fullmatch(r"(?:[A-Z][^.]+\. ?)+", said)
        assert window.outline.tree.model().rowCount() == 0
        white_cells, neutrophils, count = COUNTS[number % len(COUNTS)]
        window.calculator.choose("wbc_unit", "10^9/L")
        window.calculator.type("wbc", white_cells)
        window.calculator.type("neutrophils", neutrophils)
        assert window.calculator.headline.text() == count, told(edit)
