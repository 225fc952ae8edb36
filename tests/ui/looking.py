"""What a person who uses the keyboard, a screen reader or large text meets in a window."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QTreeView,
    QWidget,
)

from neutrogui.ui.accessible import LinkText

ROLES = (
    (LinkText, {QAccessible.Role.Link}),
    (QPushButton, {QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ButtonMenu}),
    (QCheckBox, {QAccessible.Role.CheckBox}),
    (QRadioButton, {QAccessible.Role.RadioButton}),
    (QComboBox, {QAccessible.Role.ComboBox}),
    (QLineEdit, {QAccessible.Role.EditableText}),
    (QPlainTextEdit, {QAccessible.Role.EditableText}),
    (QTreeView, {QAccessible.Role.Tree}),
    (QTableView, {QAccessible.Role.Table}),
    (QListView, {QAccessible.Role.List}),
    (QScrollArea, {QAccessible.Role.Client}),
)
"""The kinds of controls that there are, and what each may say that it is."""


def stops(window: QWidget) -> list[QWidget]:
    """What the Tab key stops at, in its order, from the first one on."""
    found, widget = [], window.nextInFocusChain()
    while widget is not window and len(found) < 10_000:
        if window.isAncestorOf(widget) and _takes_tab(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def controls(window: QWidget) -> list[QWidget]:
    """What takes the Tab key, wherever it is in its order."""
    return [widget for widget in window.findChildren(QWidget) if _takes_tab(widget)]


def _takes_tab(widget: QWidget) -> bool:
    # A text box within another control, such as the list of a box of choices, is that control's.
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def name(widget: QWidget) -> str:
    """What a screen reader calls it. On Linux the name of a box is what was chosen in it: its label tells the rest."""
    if isinstance(widget, QComboBox):
        labels = [each for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
        return widget.accessibleName() or "".join(label.text() for label in labels)
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def misnamed(window: QWidget) -> list[str]:
    """Controls without a name, with the name of another, or with a role that is not theirs."""
    seen: dict[tuple[str, object], QWidget] = {}
    wrong = []
    for widget in controls(window):
        interface = QAccessible.queryAccessibleInterface(widget)
        called = name(widget)
        allowed = next((roles for kind, roles in ROLES if isinstance(widget, kind)), set())
        if not called.strip(" .…‹›+−★☆◀▶"):
            wrong.append(f"no name: {type(widget).__name__} “{_shown(widget)}”")
        elif (called, interface.role()) in seen:
            wrong.append(f"twice: {type(widget).__name__} “{called}”")
        if interface.role() not in allowed:
            wrong.append(f"{type(widget).__name__} “{called}” says that it is {interface.role().name}")
        seen[called, interface.role()] = widget
    return wrong


def out_of_order(column: QWidget) -> list[str]:
    """Stops of the Tab key that lie above the one before them, or on its line and left of it."""
    order = [widget for widget in stops(column.window()) if column.isAncestorOf(widget)]
    wrong = []
    for before, after in pairwise(order):
        first, second = _place(before), _place(after)
        same_line = second.y() < first.y() + before.height() and first.y() < second.y() + after.height()
        if second.x() < first.x() if same_line else second.y() < first.y():
            wrong.append(f"“{name(before)}” then “{name(after)}”")
    return wrong


def _place(widget: QWidget) -> QPoint:
    return widget.mapTo(widget.window(), QPoint())


def _shown(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else widget.accessibleName()


def cut(window: QWidget) -> list[str]:
    """Whatever has less room than its words need, or reaches out of its pane."""
    return [
        f"{type(widget).__name__} “{_shown(widget)[:60]}”: {why}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, QScrollBar)
        for why in (*_too_small(widget), *_sticking_out(widget))
    ]


def _too_small(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        if not widget.text():
            return
        if widget.wordWrap():
            if widget.height() < widget.heightForWidth(widget.width()) - 1:
                yield f"height {widget.height()} of {widget.heightForWidth(widget.width())}"
            if widget.width() < _longest_word(widget) - 1:
                yield f"width {widget.width()}, its longest word {_longest_word(widget)}"
            return
        needed = widget.sizeHint()
    elif isinstance(widget.parentWidget(), QLineEdit):
        return  # the sign that empties it
    elif isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        needed = widget.minimumSizeHint()
        if isinstance(widget, QAbstractButton):
            needed = widget.sizeHint()
        if isinstance(widget, QComboBox):
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            field = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
            )
            words = widget.fontMetrics().horizontalAdvance(widget.currentText())
            if words > field.width() + 2 and not _is_spelled_out(widget.currentText(), widget.window()):
                yield f"words of {words} in {field.width()}"
        if isinstance(widget, QLineEdit) and not widget.text():
            words = widget.fontMetrics().horizontalAdvance(widget.placeholderText())
            if words > widget.width() - 12:
                yield f"words of {words} in {widget.width()}"
    else:
        return
    if widget.width() < needed.width() or widget.height() < needed.height():
        yield f"{widget.width()} × {widget.height()} of {needed.width()} × {needed.height()}"


def _is_spelled_out(text: str, window: QWidget) -> bool:
    return any(label.text() == text and label.isVisible() for label in window.findChildren(QLabel))


def _longest_word(label: QLabel) -> int:
    text = label.text()
    if label.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(text)
        document.setTextWidth(label.width())
        return round(document.idealWidth())
    words = text.replace("\N{ZERO WIDTH SPACE}", " ").replace("-", "- ").replace("/", "/ ").split()
    return max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)


def _sticking_out(widget: QWidget) -> Iterator[str]:
    if not isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit | QAbstractScrollArea):
        return
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        left = widget.mapTo(above, QPoint()).x()
        if left < 0 or left + widget.width() > above.width():
            # A page may be larger than its window, as a map is; words that have to be scrolled sideways are not read.
            if not (isinstance(widget, QLabel) and not widget.pixmap().isNull()):
                yield f"from {left} to {left + widget.width()} in {above.width()}"
            return
        if above.isWindow():
            return
        above = above.parentWidget()


def settled() -> None:
    """Let layouts that wait for one another come to rest."""
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
