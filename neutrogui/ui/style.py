"""Colours and type: palettes of our own for Qt's Fusion, light and dark, and text sizes as multiples of the base font.

The stock Fusion palette shows selected text at 3.7:1; every pair here is at least 4.5:1 (`tests/ui/test_style.py`).
Where the system asks for high contrast, its own colours are used and none of these.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

TITLE, RESULT, LEAD, SMALL = 1.8, 2.3, 1.15, 0.88
"""Sizes of type, as multiples of the base font."""

ZOOM_STEPS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Sizes of all text, in percent."""


class Appearance(StrEnum):
    """Light or dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Pair:
    """Text on its ground."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one appearance. `severity` is by band key."""

    ink: str
    soft_ink: str
    pane: str
    ground: str
    line: str
    strong_line: str
    accent: Pair
    selection: Pair
    match: Pair
    refusal: Pair
    caution: Pair
    severity: dict[str, Pair]


LIGHT = Theme(
    ink="#1c2426",
    soft_ink="#556266",
    pane="#ffffff",
    ground="#f6f7f7",
    line="#d9dedf",
    strong_line="#7b888c",
    accent=Pair("#0b6470", "#e2f1f2"),
    selection=Pair("#ffffff", "#0b6470"),
    match=Pair("#1c2426", "#fff0b8"),
    refusal=Pair("#991b14", "#fdecea"),
    caution=Pair("#5f4700", "#fdf3d3"),
    severity={
        "none": Pair("#2c6b4a", "#cfe8da"),
        "mild": Pair("#7a5c00", "#f3df9d"),
        "moderate": Pair("#8c3800", "#f7c9a6"),
        "severe": Pair("#991b14", "#f3b9b3"),
        "profound": Pair("#6f0f2a", "#d79aaa"),
    },
)
DARK = Theme(
    ink="#e9eff0",
    soft_ink="#a9b7bb",
    pane="#1f2628",
    ground="#171c1e",
    line="#39454a",
    strong_line="#7d8c91",
    accent=Pair("#6fc7d1", "#17383d"),
    selection=Pair("#ffffff", "#23707a"),
    match=Pair("#e9eff0", "#5a4b00"),
    refusal=Pair("#ff9a92", "#3d1a19"),
    caution=Pair("#f0d488", "#3a300f"),
    severity={
        "none": Pair("#7ed0a4", "#1f4634"),
        "mild": Pair("#e2c04f", "#4a3d0c"),
        "moderate": Pair("#f2a066", "#512c12"),
        "severe": Pair("#ff9a92", "#571d1a"),
        "profound": Pair("#ff9db6", "#4c1325"),
    },
)

SHAPES = {"none": "●", "mild": "◆", "moderate": "▲", "severe": "▼", "profound": "▼▼"}
"""A shape for each severity, so that none is told by its colour alone."""


class Style:
    """Applies theme and text size to the application; asked by whoever paints for itself."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._base_size = max(application.font().pointSizeF(), 10.0)
        self._family = application.font().family()
        self.appearance = Appearance.SYSTEM
        self.zoom = 100

    @property
    def theme(self) -> Theme:
        """The colours now in force. High contrast goes before a choice of light or dark."""
        if high_contrast():
            return system_theme(self._application.palette())
        if self.appearance is Appearance.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self.appearance is Appearance.DARK else LIGHT

    def font(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """The interface font at a multiple of its size, text size included."""
        font = QFont(self._family)
        font.setPointSizeF(self._base_size * self.zoom / 100 * factor)
        font.setBold(bold)
        return font

    def apply(self) -> None:
        """Put theme and text size in force everywhere."""
        self.apply_font_and_palette()
        self._application.setStyleSheet(_sheet(self.theme))

    def apply_font_and_palette(self) -> None:
        """What widgets inherit while they are made: under a style sheet each would be styled at every step of it."""
        self._application.setFont(self.font())
        # A palette in which nothing is set gives the system's back.
        self._application.setPalette(QPalette() if high_contrast() else _palette(self.theme))


def high_contrast() -> bool:
    """Whether the system asks for high contrast."""
    # Held by a name: with the last reference to the hints their part for accessibility is gone as well.
    hints = QGuiApplication.styleHints()
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def system_theme(palette: QPalette) -> Theme:
    """A palette of the system as a theme. It has no colour for a severity, which words and shapes tell as well."""

    def colour(role: QPalette.ColorRole) -> str:
        return palette.color(QPalette.ColorGroup.Active, role).name()

    role = QPalette.ColorRole
    ink, pane = colour(role.WindowText), colour(role.Window)
    plain = Pair(ink, pane)
    selection = Pair(colour(role.HighlightedText), colour(role.Highlight))
    return Theme(
        ink=ink,
        soft_ink=ink,
        pane=pane,
        ground=pane,
        line=ink,
        strong_line=ink,
        accent=Pair(colour(role.Link), pane),
        selection=selection,
        match=selection,
        refusal=plain,
        caution=plain,
        severity=dict.fromkeys(SHAPES, plain),
    )


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window,), theme.pane),
        ((role.Base, role.AlternateBase), theme.pane),
        ((role.Button, role.Light, role.Midlight), theme.ground),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), theme.ink),
        ((role.PlaceholderText,), theme.soft_ink),
        ((role.Mid, role.Dark), theme.line),
        ((role.Highlight, role.Accent), theme.selection.ground),
        ((role.HighlightedText,), theme.selection.text),
        ((role.Link, role.LinkVisited), theme.accent.text),
        ((role.ToolTipBase,), theme.ground),
    ):
        for each in roles:
            palette.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, QColor(theme.strong_line))
    return palette


def _sheet(theme: Theme) -> str:
    """What palettes can't say: borders, roundness and room. Sizes are in em, so that they grow with the text."""
    return f"""
    QLineEdit {{
        border: 1px solid {theme.strong_line}; border-radius: 6px; padding: 6px 8px;
        background: {theme.pane}; color: {theme.ink}; placeholder-text-color: {theme.soft_ink};
    }}
    QLineEdit[number="true"] {{ font-weight: bold; }}
    QLineEdit:focus {{ border: 2px solid {theme.accent.text}; padding: 5px 7px; }}
    QLineEdit[refused="true"] {{ border: 2px solid {theme.refusal.text}; padding: 5px 7px; }}
    QLineEdit[refused="true"]:focus {{
        border: 3px solid {theme.refusal.text}; padding: 4px 6px; background: {theme.refusal.ground};
    }}
    QComboBox {{
        border: 1px solid {theme.strong_line}; border-radius: 6px; padding: 5px 8px;
        background: {theme.ground}; color: {theme.ink};
    }}
    QComboBox:focus {{ border: 2px solid {theme.accent.text}; padding: 4px 7px; }}
    QComboBox:disabled {{ color: {theme.strong_line}; border-color: {theme.line}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QComboBox::down-arrow {{
        width: 0; height: 0; border-left: 5px solid {theme.ground}; border-right: 5px solid {theme.ground};
        border-top: 6px solid {theme.ink};
    }}
    QCheckBox, QRadioButton {{ border: 2px solid transparent; border-radius: 4px; padding: 2px; }}
    QCheckBox::indicator:unchecked {{ border: 1px solid {theme.strong_line}; border-radius: 2px; }}
    QRadioButton::indicator:unchecked {{ border: 1px solid {theme.strong_line}; border-radius: 7px; }}
    QRadioButton::indicator:checked {{
        border: 4px solid {theme.ink}; border-radius: 7px; background: {theme.pane}; width: 6px; height: 6px;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {theme.accent.text}; }}
    QPlainTextEdit, QListView {{
        border: 1px solid {theme.strong_line}; padding: 1px; background: {theme.pane}; color: {theme.ink};
    }}
    QPlainTextEdit:focus, QListView:focus {{ border: 2px solid {theme.accent.text}; padding: 0; }}
    QPushButton {{
        border: 1px solid {theme.strong_line}; border-radius: 6px; padding: 6px 12px;
        background: {theme.ground}; color: {theme.ink};
    }}
    QPushButton:hover {{ background: {theme.accent.ground}; }}
    QPushButton:focus {{ border: 2px solid {theme.accent.text}; padding: 5px 11px; }}
    QPushButton:disabled {{ color: {theme.strong_line}; border-color: {theme.line}; }}
    QPushButton:checked {{
        background: {theme.selection.ground}; color: {theme.selection.text}; border-color: {theme.selection.ground};
    }}
    QPushButton:checked:focus {{ border: 2px solid {theme.ink}; outline: 2px solid {theme.selection.text}; }}
    QPushButton[fold="true"] {{
        border: 1px solid transparent; padding: 3px 4px; background: transparent; color: {theme.accent.text};
        text-align: left;
    }}
    QPushButton[fold="true"]:hover {{ background: {theme.accent.ground}; }}
    QPushButton[fold="true"]:focus {{ border: 2px solid {theme.accent.text}; padding: 2px 3px; }}
    QPushButton[primary="true"] {{
        background: {theme.selection.ground}; color: {theme.selection.text}; border-color: {theme.selection.ground};
        font-weight: bold;
    }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {theme.ink}; outline: 2px solid {theme.selection.text}; }}
    QPushButton[primary="true"]:disabled {{
        background: {theme.ground}; color: {theme.strong_line}; border-color: {theme.line};
    }}
    QLabel[link="true"] {{ border: 2px solid transparent; border-radius: 4px; padding: 3px 4px; }}
    QLabel[link="true"]:focus {{ border: 2px solid {theme.accent.text}; }}
    QTreeView {{ border: 2px solid transparent; outline: none; background: {theme.pane}; }}
    QTreeView:focus, QTableWidget:focus {{ border: 2px solid {theme.accent.text}; }}
    QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: {theme.pane}; }}
    QScrollArea:focus {{ border: 2px solid {theme.accent.text}; }}
    QTableWidget {{ border: 2px solid {theme.line}; gridline-color: {theme.line}; background: {theme.pane}; }}
    QHeaderView::section {{
        background: {theme.ground}; color: {theme.ink}; border: none; border-bottom: 1px solid {theme.line};
        padding: 5px 4px; font-weight: bold;
    }}
    QScrollBar:vertical {{ background: transparent; width: 13px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 13px; margin: 0; }}
    QScrollBar::handle {{ background: {theme.strong_line}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 36px; }}
    QScrollBar::handle:horizontal {{ min-width: 36px; }}
    QScrollBar::handle:hover {{ background: {theme.accent.text}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: {theme.line}; }}
    QMenuBar {{ background: {theme.pane}; border-bottom: 1px solid {theme.line}; padding: 2px; }}
    QMenuBar::item:selected, QMenu::item:selected {{
        background: {theme.selection.ground}; color: {theme.selection.text};
    }}
    QStatusBar {{ background: {theme.pane}; color: {theme.soft_ink}; border-top: 1px solid {theme.line}; }}
    QStatusBar QLabel {{ color: {theme.soft_ink}; padding: 2px 10px; }}
    QStatusBar::item {{ border: none; }}
    QLabel[soft="true"] {{ color: {theme.soft_ink}; }}
    QLabel[chip="true"] {{
        color: {theme.soft_ink}; border: 1px solid {theme.line}; border-radius: 9px; padding: 2px 9px;
    }}
    QLabel[disagreement="true"] {{
        background: {theme.ground}; border-left: 3px solid {theme.caution.text}; padding: 8px 10px;
    }}
    QLabel[code="true"] {{ background: {theme.ground}; border: 1px solid {theme.line}; padding: 6px 8px; }}
    QLabel[refusal="true"] {{ color: {theme.refusal.text}; }}
    QFrame[cautionBox="true"] {{
        background: {theme.caution.ground}; border-left: 3px solid {theme.caution.text}; border-radius: 0;
    }}
    QFrame[cautionBox="true"] QLabel {{ color: {theme.caution.text}; background: transparent; }}
    QFrame[refusalBox="true"] {{
        background: {theme.refusal.ground}; border-left: 3px solid {theme.refusal.text};
    }}
    QFrame[refusalBox="true"] QLabel {{ color: {theme.refusal.text}; background: transparent; }}
    QFrame[rule="true"] {{ background: {theme.line}; border: none; max-height: 1px; min-height: 1px; }}
    """
