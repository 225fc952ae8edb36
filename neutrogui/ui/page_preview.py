"""True pages on the screen: scrolled, turned one by one, and enlarged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from neutrogui.domain.language import say
from neutrogui.ui.guard import guarded, nothing
from neutrogui.ui.refusal import emptied
from neutrogui.ui.style import Style

WIDEST_PAPER = 8.5
"""Inches."""

ENLARGED = (50, 75, 100, 125, 150, 200, 300)
"""Percent of the width at which a page just fits the preview."""

_MARGIN = 12
_NARROWEST = 300
"""Pixels below which a page is not made smaller."""


class PagePreview(QWidget):
    """Shows pictures of pages; `resolution` says how finely they are to be made."""

    resolution_changed = Signal()
    """The pages have to be made anew to fit."""

    def __init__(self, name: str, style: Style) -> None:
        super().__init__()
        self._style = style
        self._enlarged = ENLARGED.index(100)
        self._page = 0
        self._labels: list[QLabel] = []
        self.smaller = QPushButton("−")
        self.smaller.setAccessibleName(say("Smaller pages"))
        self.fit = QPushButton()
        self.fit.setToolTip(say("As wide as there is room"))
        self.larger = QPushButton("+")
        self.larger.setAccessibleName(say("Larger pages"))
        self.before = QPushButton("‹")
        self.before.setAccessibleName(say("Page before"))
        self.after = QPushButton("›")
        self.after.setAccessibleName(say("Next page"))
        self.place = QLabel()
        self._inside = QWidget()
        self._inside.setAccessibleName(name)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._inside)
        self.area.setAccessibleName(say("Preview"))
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = QHBoxLayout()
        for button in (self.before, self.after):
            bar.addWidget(button)
        bar.addWidget(self.place)
        bar.addStretch(1)
        for button in (self.smaller, self.fit, self.larger):
            bar.addWidget(button)
        for button in (self.smaller, self.fit, self.larger, self.before, self.after):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(bar)
        column.addWidget(self.area, 1)
        self.smaller.clicked.connect(lambda: self._enlarge(self._enlarged - 1))
        self.larger.clicked.connect(lambda: self._enlarge(self._enlarged + 1))
        self.fit.clicked.connect(lambda: self._enlarge(ENLARGED.index(100)))
        self.before.clicked.connect(lambda: self._turn_to(self._page - 1))
        self.after.clicked.connect(lambda: self._turn_to(self._page + 1))
        self.area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._say()

    @property
    def resolution(self) -> float:
        """Dots per inch at which a page of either paper has the width that was asked for."""
        width = max(self.area.viewport().width() - 2 * _MARGIN - 4, _NARROWEST)
        return width / WIDEST_PAPER * self.devicePixelRatioF() * ENLARGED[self._enlarged] / 100

    @property
    def pages(self) -> int:
        """How many pages are shown."""
        return len(self._labels)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show these pages, PNG pictures, where the old ones stood; none: the preview is empty."""
        height = self.area.verticalScrollBar().value()
        if len(pages) != len(self._labels):
            emptied(self._column)
            self._labels = [QLabel() for _ in pages]
            for label in self._labels:
                label.setStyleSheet(f"border: 1px solid {self._style.theme.strong_line};")
                label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
                self._column.addWidget(label)
            self._column.addStretch(1)
        for number, (label, page) in enumerate(zip(self._labels, pages, strict=True), 1):
            picture = QPixmap()
            picture.loadFromData(page)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            label.setPixmap(picture)
            label.setAccessibleName(say("Page {number} of {pages}").format(number=number, pages=len(pages)))
        self.area.verticalScrollBar().setValue(height)
        self._page = min(self._page, max(0, len(pages) - 1))
        self._say()

    @guarded(nothing)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resolution_changed.emit()

    def _enlarge(self, step: int) -> None:
        self._enlarged = max(0, min(step, len(ENLARGED) - 1))
        self._say()
        self.resolution_changed.emit()

    def _turn_to(self, page: int) -> None:
        if self._labels:
            page = max(0, min(page, len(self._labels) - 1))
            self.area.verticalScrollBar().setValue(self._labels[page].y() - _MARGIN)
            self._page = page
            self._say()

    def _on_scrolled(self, height: int) -> None:
        middle = height + self.area.viewport().height() // 2
        self._page = max((n for n, label in enumerate(self._labels) if label.y() <= middle), default=0)
        self._say()

    def _say(self) -> None:
        place = say("Page {number} of {pages}").format(number=self._page + 1, pages=self.pages)
        self.place.setText(place if self._labels else "")
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < self.pages)
        self.smaller.setEnabled(self._enlarged > 0)
        self.larger.setEnabled(self._enlarged + 1 < len(ENLARGED))
        percent = ENLARGED[self._enlarged]
        self.fit.setText(say("Fits") if percent == 100 else f"{percent} %")
        self.fit.setAccessibleName(
            say("Pages as wide as there is room")
            if percent == 100
            else say("Pages at {percent} %").format(percent=percent)
        )
