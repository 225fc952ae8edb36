"""Widgets that tell a screen reader what they are: headings, links and list items, not just text.

Qt gives every label the role of static text and a rich-text view one single node; for the classes here `roles` answers.
`QAccessible` is imported when something is told: its enumerations are dear, and a start tells nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from neutrogui.ui.guard import guarded, nothing

REST_MS = 600
"""Rest after the last change before a screen reader is told what came of it: never in the middle of a number."""


def hyphenated(text: str, width: int, metrics: QFontMetrics) -> str:
    """The text with soft hyphens in those of its words that are wider than `width`, which would be cut otherwise.

    They are seen only where a line ends at one.
    """
    parts = re.split("([ -])", text)  # a line ends at a hyphen that is there already
    for at, word in enumerate(parts):
        if metrics.horizontalAdvance("".join(parts[at : at + 2]).rstrip()) > width:
            parts[at] = word[:3] + "".join(f"\N{SOFT HYPHEN}{letter}" for letter in word[3:-2]) + word[3:][-2:]
    return "".join(parts)


class Text(QLabel):
    """A wrapping label whose text can be selected. It takes its text as it is; only `set_rich` takes markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.set_plain(text)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        # The longest word of all, an address perhaps, must not make everything beside it wider than the pane; and how
        # high a wrapping text has to be, its width decides: at the least it is one line.
        hint, metrics = super().minimumSizeHint(), self.fontMetrics()
        if not self.wordWrap():
            return hint
        return QSize(min(hint.width(), metrics.averageCharWidth() * 20), min(hint.height(), metrics.height()))

    def set_plain(self, text: str) -> None:
        """Show text in which nothing is markup."""
        self._words = text
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)

    def break_words(self, width: int) -> None:
        """Let words that are wider than `width` pixels break; a screen reader gets them whole."""
        self.setText(hyphenated(self._words, width, QFontMetrics(self.font())))

    def set_rich(self, markup: str, spoken: str) -> None:
        """Show markup, whose every piece of outside text is escaped; a screen reader gets `spoken`."""
        self._words = spoken
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(markup)
        self.setAccessibleName(spoken)


class Heading(Text):
    """A heading of an entry."""


class ListItem(Text):
    """A line of a list."""


class ItemList(QWidget):
    """The lines of a list."""


class Phrase(Text):
    """A few words that wish for one line and wrap only where there is no room for it."""

    room = 22
    """Pixels beside the words, for the border and padding that the style sheet gives."""

    @guarded(QSize)
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._words) + self.room + 2 * metrics.averageCharWidth()
        return QSize(width, max(self.heightForWidth(width), self.fontMetrics().height()))


class LinkText(Phrase):
    """A link that wraps like text, that the keyboard reaches, and that says of itself that it is a link."""

    room = 14
    activated = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.say(text)
        self.setProperty("link", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.linkActivated.connect(lambda _: self.activated.emit())

    def say(self, text: str) -> None:
        """Show these words; said again, they take the colour of links now in force."""
        self.setText("")
        self.set_rich(f'<a href="#">{escape(text)}</a>', text)

    @guarded(nothing)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.activated.emit()
        else:
            super().keyPressEvent(event)


class FoldButton(QPushButton):
    """Opens and folds a part of a pane; its sign shows which, and it says so of itself."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.setCheckable(True)
        self.setProperty("fold", True)
        self.setAccessibleName(title)
        self._show_sign(False)
        self.toggled.connect(self._on_toggled)

    def _show_sign(self, is_open: bool) -> None:
        self.setText(f"{self._title}  {'▾' if is_open else '▸'}")

    def _on_toggled(self, checked: bool) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent

        self._show_sign(checked)
        changed = QAccessible.State()
        changed.expanded = changed.collapsed = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a sentence; an urgent one cuts short what is being said."""
    if not sentence:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class Announcer(QObject):
    """Tells a screen reader what is new on the screen, once it has rested for `REST_MS`.

    `refusals` and `news` give the sentences that stand there then. What was told and still stands is not told again;
    what went away meanwhile is, when it comes back.
    """

    def __init__(
        self, widget: QWidget, refusals: Callable[[], Iterable[str]], news: Callable[[], Iterable[str]]
    ) -> None:
        super().__init__(widget)
        self._widget = widget
        self._refusals, self._news = refusals, news
        self._told: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=REST_MS)
        self._timer.timeout.connect(self._on_rest)

    def something_changed(self) -> None:
        """Look at the screen after a rest."""
        self._timer.start()

    def forget(self) -> None:
        """Tell everything anew: it is another patient’s, or came of another command."""
        self._told = set()

    def _on_rest(self) -> None:
        refusals, news = (list(dict.fromkeys(filter(None, found()))) for found in (self._refusals, self._news))
        fresh = [sentence for sentence in refusals if sentence not in self._told]
        urgent = bool(fresh)
        fresh += [sentence for sentence in news if sentence not in self._told]
        self._told = {*refusals, *news}
        announce(self._widget, " ".join(fresh), urgent=urgent)


def keyboard_stops(container: QWidget, layout: QLayout | None = None, *, hidden: bool = False) -> Iterator[QWidget]:
    """What takes the keyboard, in the order of the layouts; hidden parts are left out unless asked for.

    No layout is asked for its items: Python would keep one that Qt deletes, and take the next object at its address
    for it.
    """
    layout = layout or container.layout()
    if layout is None:
        return
    widgets = container.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    parts: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(widget), widget) for widget in widgets]
    parts += [(layout.indexOf(inner), inner) for inner in layout.children() if isinstance(inner, QLayout)]
    for _, part in sorted(((at, part) for at, part in parts if at >= 0), key=lambda each: each[0]):
        if isinstance(part, QLayout):
            yield from keyboard_stops(container, part, hidden=hidden)
        elif hidden or not part.isHidden():
            if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
                yield part
            yield from keyboard_stops(part, hidden=hidden)


def set_property(widget: QWidget, name: str, value: bool) -> None:
    """Set a property that the style sheet looks at, and have it looked at."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
