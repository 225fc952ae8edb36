"""A result: the number or the words, where they lie, what they were made from and from which source."""

import re
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from neutrogui.domain.calculator import Finding, Grade, Outcome, Standing
from neutrogui.domain.language import say
from neutrogui.domain.quantity import is_count_text
from neutrogui.ui.accessible import ItemList, LinkText, ListItem, Phrase, Text
from neutrogui.ui.field_editor import LARGE_TEXT
from neutrogui.ui.flow import FlowLayout
from neutrogui.ui.folding import Fold
from neutrogui.ui.guard import guarded
from neutrogui.ui.severity_bar import SeverityBar, interval_text
from neutrogui.ui.style import RESULT, SHAPES, SMALL, Style

LARGEST_RESULT = 120
"""Percent of text size up to which a headline grows."""

LONGEST_WORD = 22
"""Characters of a word that still fits the pane at the largest text size."""

LONGEST_LARGE = 20
"""Characters of a headline that still stand in the largest type."""


class Headline(Text):
    """The largest thing on the screen. A count stays beside its unit; words wrap, but never within a word."""

    @guarded(QSize)
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if not self.wordWrap():
            return hint
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2, hint.height())

    def say(self, text: str) -> None:
        """Show a headline, or nothing."""
        self.setWordWrap(not is_count_text(text))
        self.set_plain(text)
        self.setVisible(bool(text))


class _Lines(ItemList):
    """A list whose lines are made once and then only written anew: a result changes with every key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.lines: list[ListItem] = []

    def show_lines(self, lines: list[tuple[str, str]]) -> None:
        """Show lines, each as markup and as what a screen reader says."""
        while len(self.lines) < len(lines):
            self.lines.append(ListItem())
            self._column.addWidget(self.lines[-1])
        for number, item in enumerate(self.lines):
            markup, spoken = lines[number] if number < len(lines) else ("", "")
            item.set_rich(markup, spoken)
            item.setVisible(number < len(lines))
        self.setVisible(bool(lines))


class _StandingLine(QWidget):
    """What one scheme says of the count, with the star that keeps the scheme in sight."""

    pin_toggled = Signal(str)

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self.scheme = standing.scheme
        self.pin = QPushButton("☆")
        self.pin.setCheckable(True)
        self.pin.setAccessibleName(say("Keep in sight: {scheme}").format(scheme=standing.name))
        self.pin.setToolTip(say("Keep this scheme in sight"))
        self.pin.toggled.connect(lambda checked: self.pin.setText("★" if checked else "☆"))
        self.pin.clicked.connect(lambda: self.pin_toggled.emit(self.scheme))
        self.text = ListItem()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.pin, 0, 1, Qt.AlignmentFlag.AlignTop)


class StandingsView(QWidget):
    """A count in every scheme: pinned ones in sight, the others folded. Lines are made when they are first shown."""

    pin_toggled = Signal(str, bool)
    """The key of a scheme, and whether it is kept in sight now."""
    folded = Signal(bool)
    """The others were opened (true) or folded."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._standings: tuple[Standing, ...] = ()
        self._lines: dict[str, _StandingLine] = {}
        self.pinned: list[str] = []
        self.fold = Fold(say("In other schemes"))
        self.hide()

    def _build(self) -> None:
        self._in_sight = ItemList()
        self._in_sight.setAccessibleName(say("Schemes kept in sight"))
        self._above = QVBoxLayout(self._in_sight)
        self._above.setContentsMargins(0, 0, 0, 0)
        others = ItemList()
        others.setAccessibleName(say("Other schemes"))
        self.fold.content.addWidget(others)
        self._below = QVBoxLayout(others)
        self._below.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._in_sight)
        column.addWidget(self.fold)
        self.fold.toggled.connect(self._on_toggled)

    def show_standings(self, standings: tuple[Standing, ...]) -> None:
        """Show where a count stands; nothing when there is none."""
        self._standings = standings
        if standings and self.layout() is None:
            self._build()
        if self.layout() is not None:
            self._arrange()
        self.setVisible(bool(standings))

    def line(self, scheme: str) -> _StandingLine:
        """The line of a scheme that is in sight."""
        return self._lines[scheme]

    def _on_toggled(self, is_open: bool) -> None:
        self._arrange()
        self.folded.emit(is_open)

    def _arrange(self) -> None:
        pinned = [standing for standing in self._standings if standing.scheme in self.pinned]
        others = [standing for standing in self._standings if standing.scheme not in self.pinned]
        in_sight = others if self.fold.is_open else []
        for line in self._lines.values():
            line.setVisible(any(line.scheme == standing.scheme for standing in (*pinned, *in_sight)))
        self._place(pinned, self._above)
        self._place(in_sight, self._below)
        self._in_sight.setVisible(bool(pinned))
        self.fold.set_in_use(bool(others))

    def _place(self, standings: list[Standing], column: QVBoxLayout) -> None:
        for position, standing in enumerate(standings):
            line = self._lines.get(standing.scheme)
            if line is None:
                line = self._lines[standing.scheme] = _StandingLine(standing)
                line.pin_toggled.connect(self._on_pin_toggled)
            if column.indexOf(line) != position:
                column.insertWidget(position, line)
            line.pin.setChecked(standing.scheme in self.pinned)
            line.text.set_rich(*_standing_line(standing, self._style))
            line.show()

    def _on_pin_toggled(self, scheme: str) -> None:
        if scheme in self.pinned:
            self.pinned.remove(scheme)
        else:
            self.pinned.append(scheme)
        self._arrange()
        # The line has moved, and its star with it: the keyboard stays there, if it is still in sight.
        next_stop = self._lines[scheme].pin if self._lines[scheme].isVisible() else self.fold.button
        next_stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pin_toggled.emit(scheme, scheme in self.pinned)


class ResultView(QWidget):
    """Everything that is shown of an outcome; without one it is empty and hidden."""

    entry_requested = Signal(str)
    pin_toggled = Signal(str, bool)
    """The key of a scheme, and whether it is kept in sight now."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._entry = ""
        self.headline = Headline()
        self.also = Text()
        self.badge = Phrase()
        self.range = Text()
        self.bar = SeverityBar(style)
        self.interval = Text()
        self.standings = StandingsView(style)
        self.findings = _Lines(say("Findings"))
        self.working = Text()
        self.source = Text()
        self.source.setProperty("soft", True)
        self.level_link = LinkText(say("What this level means"))
        graded = QWidget()
        FlowLayout(graded).addWidget(self.badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.headline, self.also, graded, self.range, self.bar, self.interval, self.standings, self.findings,
            self.working, self.source, self.level_link,
        ):  # fmt: skip
            column.addWidget(widget)
        self._texts = (
            self.headline, self.also, self.badge, self.range, self.interval, self.working, self.source
        )  # fmt: skip
        self.standings.pin_toggled.connect(self.pin_toggled)
        self.level_link.activated.connect(lambda: self.entry_requested.emit(self._entry))
        self.show_outcome(None)

    @property
    def sentence(self) -> str:
        """The result in a few words, as it is said aloud; empty without one."""
        return _spoken(self.headline.text(), self.badge.accessibleName())

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Show a result, or nothing at all: no word of the last one stays."""
        self._entry = outcome.entry if outcome is not None else ""
        if outcome is None:
            self.hide()
            for label in self._texts:
                label.set_plain("")
                label.hide()
            self.bar.hide()
            self.standings.show_standings(())
            self.findings.show_lines([])
            self.level_link.hide()
            return
        drawn = _drawn(outcome)
        self.headline.say(outcome.headline)
        self.headline.setFont(self._style.font(self._headline_size(outcome.headline), bold=True))
        same = is_count_text(outcome.headline) and is_count_text(outcome.also)
        self._write(self.also, f"= {outcome.also}" if same else outcome.also)
        self._show_grade(outcome, drawn)
        interval = outcome.interval_per_ul
        told = ""
        if interval and drawn:
            told = say("95 % interval: {interval}").format(interval=interval_text(interval, drawn.scale))
        self._write(self.interval, told)
        self.standings.show_standings(outcome.standings)
        self.findings.show_lines([_finding_line(f, outcome.source, self._style) for f in outcome.findings])
        self._write(self.working, outcome.working)
        source = say("Source: {source}").format(source=outcome.source) if outcome.source else ""
        self._write(self.source, source)
        if _wraps_anywhere(self._style):
            self.source.set_rich(escape(_wrapping(source)), source)
        words = say("What this level means") if drawn else say("What this means")
        if self.level_link.accessibleName() != words:
            self.level_link.say(words)
        self.level_link.setVisible(bool(outcome.entry))
        self.show()  # all of it at once: each part that came by itself would lay the pane out again

    def restyle(self) -> None:
        """Take theme and text size now in force; the result itself is to be shown anew."""
        self.also.setFont(self._style.font(1.1))
        self.badge.setFont(self._style.font(1.1, bold=True))
        self.level_link.say(self.level_link.accessibleName())
        for small in (self.range, self.interval, self.source):
            small.setFont(self._style.font(SMALL))

    def _headline_size(self, text: str) -> float:
        # What is large already need not grow with the rest: a count that doesn't wrap would widen the whole window.
        size = RESULT * min(1, LARGEST_RESULT / self._style.zoom)
        return size if len(text) <= LONGEST_LARGE else size * 0.7

    def _write(self, label: Text, text: str) -> None:
        label.set_plain(text)
        label.setVisible(bool(text))

    def _show_grade(self, outcome: Outcome, drawn: Grade | None) -> None:
        self.bar.setVisible(drawn is not None)
        if drawn is None or outcome.count_per_ul is None:
            self._write(self.badge, "")
            self._write(self.range, "")
            return
        pair = self._style.theme.severity[drawn.band.key]
        level = say(drawn.band.label)
        self._write(self.badge, f"{SHAPES[drawn.band.key]} {level}")
        self.badge.setAccessibleName(level)
        self.badge.setStyleSheet(
            f"background:{pair.ground}; color:{pair.text}; border-radius:6px; padding:4px 10px; font-weight:bold;"
        )
        self._write(self.range, f"{say(drawn.scale.name)}: {drawn.band.range_text}")
        self.bar.show_count(outcome.count_per_ul, drawn, outcome.interval_per_ul)


def _drawn(outcome: Outcome) -> Grade | None:
    """The grade that the bar draws: the first one on a scale whose every band has a colour and a shape."""
    if outcome.count_per_ul is None:
        return None
    return next((g for g in outcome.grades if all(band.key in SHAPES for band in g.scale.bands)), None)


def _finding_line(finding: Finding, common_source: str, style: Style) -> tuple[str, str]:
    """A finding as markup and as it is spoken; the source that stands below the whole result is not said again."""
    source = finding.source if finding.source != common_source else ""
    sign = {None: "", True: "✓ ", False: "✗ "}[finding.met]
    head = f"{sign}<b>{escape(finding.name)}</b>: {escape(finding.told)}"
    return _with_small_print(head, (finding.rule, source), style), _spoken(
        f"{finding.name}: {finding.told}", finding.rule, source
    )


def _standing_line(standing: Standing, style: Style) -> tuple[str, str]:
    result = standing.label if standing.grade is not None else say("not given")
    parts = (standing.rule if standing.grade is not None else standing.reason, standing.source)
    head = f"<b>{escape(standing.name)}</b>: {escape(result)}"
    return _with_small_print(head, parts, style), _spoken(f"{standing.name}: {result}", *parts)


def _with_small_print(head: str, parts: tuple[str, ...], style: Style) -> str:
    small = f"font-size:{style.font(SMALL).pointSizeF():.1f}pt; color:{style.theme.soft_ink}"
    shown = [_wrapping(part) if _wraps_anywhere(style) else part for part in parts if part]
    return "<br>".join([head, *(f'<span style="{small}">{escape(part)}</span>' for part in shown)])


def _wraps_anywhere(style: Style) -> bool:
    """Whether text is so large that an address would be wider than the pane."""
    return style.zoom >= LARGE_TEXT


def _wrapping(text: str) -> str:
    """The text with places in its longest words, addresses mostly, where a line may end.

    Such a place is copied with the text: it is only put there where the end of the address could not be seen otherwise.
    """
    words = (re.sub(r"(?<=[/.])", "\N{ZERO WIDTH SPACE}", w) if len(w) >= LONGEST_WORD else w for w in text.split(" "))
    return " ".join(words)


def _spoken(*parts: str) -> str:
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts if part)
