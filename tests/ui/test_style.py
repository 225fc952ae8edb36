import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from neutrogui.calculators.grading import CONVENTIONAL
from neutrogui.ui.accessible import FoldButton, LinkText
from neutrogui.ui.style import DARK, LIGHT, SHAPES, Appearance, Pair, Style, Theme, high_contrast


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_knows_black_on_white() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def pairs(theme: Theme) -> dict[str, Pair]:
    named = {name: getattr(theme, name) for name in ("accent", "selection", "match", "refusal", "caution")}
    named |= {f"severity {key}": pair for key, pair in theme.severity.items()}
    for ground in ("pane", "ground"):
        for ink in ("ink", "soft_ink"):
            named[f"{ink} on {ground}"] = Pair(getattr(theme, ink), getattr(theme, ground))
        named[f"link on {ground}"] = Pair(theme.accent.text, getattr(theme, ground))
        named[f"refusal on {ground}"] = Pair(theme.refusal.text, getattr(theme, ground))
    # The words of a button over which the mouse stands, and the name of a zone within its picture.
    named["ink on accent"] = Pair(theme.ink, theme.accent.ground)
    return named


def signs(theme: Theme) -> dict[str, Pair]:
    """Borders, focus, markers and lines of pictures, on all that they are drawn on."""
    named = {"ring on a filled button": Pair(theme.selection.text, theme.selection.ground)}
    for ground in ("pane", "ground"):
        for sign in ("strong_line", "ink"):
            named[f"{sign} on {ground}"] = Pair(getattr(theme, sign), getattr(theme, ground))
        for box in ("accent", "refusal", "caution"):
            named[f"{box} edge on {ground}"] = Pair(getattr(theme, box).text, getattr(theme, ground))
    for box in ("refusal", "caution"):
        named[f"focus in {box}"] = Pair(theme.accent.text, getattr(theme, box).ground)
    named |= {f"marker on {key}": Pair(theme.ink, pair.ground) for key, pair in theme.severity.items()}
    return named


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground(theme: Theme) -> None:
    weak = {name: contrast(p.text, p.ground) for name, p in pairs(theme).items() if contrast(p.text, p.ground) < 4.5}
    assert not weak


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_borders_and_focus_stand_out_from_the_pane(theme: Theme) -> None:
    weak = {name: contrast(p.text, p.ground) for name, p in signs(theme).items() if contrast(p.text, p.ground) < 3}
    assert not weak


ROLE = QPalette.ColorRole
TEXTS = (
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.HighlightedText, ROLE.Highlight),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.Link, ROLE.Base),
    (ROLE.LinkVisited, ROLE.Base),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
)


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_what_qt_paints_itself_stands_out_too(style: Style, qapp, appearance: Appearance, text, ground) -> None:
    style.appearance = appearance
    style.apply()
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        colours = [qapp.palette().color(group, role).name() for role in (text, ground)]
        assert contrast(*colours) >= 4.5
    disabled = [qapp.palette().color(QPalette.ColorGroup.Disabled, role).name() for role in (ROLE.Text, ROLE.Base)]
    assert contrast(*disabled) >= 3


def _filled(table: QTableWidget) -> QTableWidget:
    table.setItem(0, 0, QTableWidgetItem("0.4"))
    return table


def _checked(button: QPushButton) -> QPushButton:
    button.setCheckable(True)
    button.setChecked(True)
    return button


def _with(widget: QWidget, name: str) -> QWidget:
    widget.setProperty(name, True)
    return widget


def _area() -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return area


FOCUSED = {
    "edit": lambda: QLineEdit("4"),
    "refused edit": lambda: _with(QLineEdit("4"), "refused"),
    "button": lambda: QPushButton("Copy"),
    "chosen button": lambda: _checked(QPushButton("Yes")),
    "primary button": lambda: _with(QPushButton("Print"), "primary"),
    "fold": lambda: FoldButton("More"),
    "box of choices": QComboBox,
    "check box": lambda: QCheckBox("Yes"),
    "radio button": lambda: QRadioButton("Yes"),
    "tree": QTreeView,
    "table": lambda: _filled(QTableWidget(1, 1)),
    "list": QListWidget,
    "lines": lambda: QPlainTextEdit("One"),
    "area": _area,
    "link": lambda: LinkText("More"),
}


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("kind", FOCUSED)
def test_the_focus_can_be_seen(style: Style, qtbot, kind: str, appearance: Appearance) -> None:
    """At least the length of its shorter sides in dots, each three times as light or dark as without the focus."""
    style.appearance = appearance
    style.apply()
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    other, widget = QPushButton("Other"), FOCUSED[kind]()
    for each in (other, widget):
        column.addWidget(each)
    window.resize(200, 200)
    window.show()
    pictures = []
    for focused in (other, widget):
        focused.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(focused.hasFocus)
        pictures.append(widget.grab().toImage())
    before, after = pictures
    changed = sum(
        contrast(before.pixelColor(x, y).name(), after.pixelColor(x, y).name()) >= 3
        for x in range(before.width())
        for y in range(before.height())
        if before.pixel(x, y) != after.pixel(x, y)
    )
    assert changed >= 2 * min(before.width(), before.height())


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_which_of_several_is_chosen_can_be_seen(style: Style, qtbot, appearance: Appearance) -> None:
    """The mark of a chosen radio button is a ring: many dots, each three times as light or dark as without it."""
    style.appearance = appearance
    style.apply()
    button = QRadioButton()
    button.setAutoExclusive(False)
    qtbot.addWidget(button)
    button.resize(60, 40)
    button.show()
    pictures = []
    for chosen in (False, True):
        button.setChecked(chosen)
        pictures.append(button.grab().toImage())
    without, mark = pictures
    dots = [
        (x, y) for x in range(mark.width()) for y in range(mark.height()) if mark.pixel(x, y) != without.pixel(x, y)
    ]
    seen = [at for at in dots if contrast(without.pixelColor(*at).name(), mark.pixelColor(*at).name()) >= 3]
    assert len(seen) >= 60


def test_high_contrast_sets_no_colour_of_its_own(style: Style, qapp, monkeypatch) -> None:
    monkeypatch.setattr("neutrogui.ui.style.high_contrast", lambda: True)
    style.appearance = Appearance.DARK
    style.apply()
    palette = qapp.palette()
    assert palette.resolveMask() == 0
    system = {palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole(role)).name() for role in range(21)}
    theme = style.theme
    pairs_of = [theme.accent, theme.selection, theme.match, theme.refusal, theme.caution, *theme.severity.values()]
    used = {colour for pair in pairs_of for colour in (pair.text, pair.ground)}
    used |= {theme.ink, theme.soft_ink, theme.pane, theme.ground, theme.line, theme.strong_line}
    assert used <= system
    assert set(re.findall(r"#[0-9a-fA-F]{6}", qapp.styleSheet())) <= system
    assert set(theme.severity) == set(LIGHT.severity)
    monkeypatch.undo()
    style.apply()
    assert qapp.palette().color(ROLE.Window).name() == DARK.pane


def test_without_a_wish_of_the_system_there_is_no_high_contrast(qapp) -> None:
    assert high_contrast() is False


def test_every_severity_has_a_colour_in_both_themes_and_a_shape_of_its_own() -> None:
    keys = {band.key for band in CONVENTIONAL.bands}
    assert keys == set(LIGHT.severity) == set(DARK.severity) == set(SHAPES)
    assert len(set(SHAPES.values())) == len(keys)


def test_dark_puts_light_text_on_a_dark_ground(style: Style, qapp) -> None:
    style.appearance = Appearance.DARK
    style.apply()
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.WindowText).name() == DARK.ink
    assert palette.color(QPalette.ColorRole.Base).name() == DARK.pane


def test_zoom_multiplies_every_size(style: Style) -> None:
    before = style.font(1.8).pointSizeF()
    style.zoom = 200
    assert style.font(1.8).pointSizeF() == pytest.approx(before * 2)
