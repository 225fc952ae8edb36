"""Menus and shortcuts as data, with one builder; the list of shortcuts in Help is made from it too."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from neutrogui.domain.calculator import Calculator
from neutrogui.domain.language import mark, say
from neutrogui.ui.language import LANGUAGES


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a menu. `key` names what it does; `shortcuts` are written as Qt writes them, the first one is shown."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False


SEPARATOR = Command("", "")


@dataclass(frozen=True, slots=True)
class Submenu:
    """A menu within a menu."""

    text: str
    commands: tuple[Command, ...]


FIRST_CALCULATOR = Command("calculator", mark("&Absolute neutrophil count"), ("Ctrl+K",))
"""The calculator that is there at the start; the others stand below it in the menu."""

MENUS: tuple[tuple[str, tuple[Command | Submenu, ...]], ...] = (
    (
        mark("&File"),
        (
            Command("sheet", mark("&Handout for the patient…"), ("Ctrl+Shift+P",)),
            Command("print_entry", mark("&Print entry…"), ("Ctrl+P",)),
            Command("print_result", mark("Print &result…"), ("Ctrl+Shift+R",)),
            Command("export_favourites", mark("E&xport favourites…")),
            SEPARATOR,
            Command("quit", mark("&Quit"), ("Ctrl+Q",)),
        ),
    ),
    (
        mark("&Edit"),
        (
            Command("copy_entry", mark("Copy &entry"), ("Ctrl+Shift+E",)),
            Command("copy_result", mark("Copy &result"), ("Ctrl+Shift+C",)),
        ),
    ),
    (
        mark("&View"),
        (
            Command("zoom_in", mark("&Larger text"), ("Ctrl++", "Ctrl+=")),
            Command("zoom_out", mark("&Smaller text"), ("Ctrl+-",)),
            Command("zoom_reset", mark("&Normal text"), ("Ctrl+0",)),
            SEPARATOR,
            Command("appearance_system", mark("Colours as the s&ystem"), checkable=True),
            Command("appearance_light", mark("L&ight colours"), checkable=True),
            Command("appearance_dark", mark("&Dark colours"), checkable=True),
            SEPARATOR,
            Submenu(
                mark("Lang&uage"),
                (
                    Command("language_system", mark("As the s&ystem"), checkable=True),
                    # Each under its own name, which is the same in every language.
                    *(Command(f"language_{code}", name, checkable=True) for code, name in LANGUAGES.items()),
                ),
            ),
            SEPARATOR,
            Command("expand_all", mark("&Expand the tree"), ("Ctrl+Shift+Right",)),
            Command("collapse_all", mark("&Collapse the tree"), ("Ctrl+Shift+Left",)),
        ),
    ),
    (
        mark("&Go"),
        (
            Command("search", mark("&Search"), ("Ctrl+L", "Ctrl+F", "F3")),
            Command("back", mark("&Back"), ("Alt+Left",)),
            Command("forward", mark("&Forward"), ("Alt+Right",)),
            Command("next_pane", mark("&Next pane"), ("F6",)),
            SEPARATOR,
            Command("favourite", mark("Add to or take out of the fa&vourites"), ("Ctrl+D",)),
        ),
    ),
    (
        mark("&Calculate"),
        (
            FIRST_CALCULATOR,
            SEPARATOR,
            Command("paste_report", mark("&Paste a report"), ("Ctrl+Shift+V",)),
            Command("series", mark("&Serial counts…"), ("Ctrl+Shift+K",)),
            SEPARATOR,
            Command("clear", mark("&Clear the calculators"), ("Ctrl+Shift+X",)),
        ),
    ),
    (
        mark("&Help"),
        (
            Command("guide", mark("&User’s guide")),
            Command("administration", mark("For ad&ministrators")),
            SEPARATOR,
            Command("shortcuts", mark("&Shortcuts"), ("F1",)),
            Command("about", mark("&About NeutroGUI")),
            Command("licences", mark("&Licences")),
        ),
    ),
)


def calculator_command(calculator: Calculator) -> Command:
    """The line of the menu for a calculator other than the first."""
    return Command(f"calculator-{calculator.key}", say(calculator.title).replace("&", "&&"))


def build(
    bar: QMenuBar, handlers: Mapping[str, Callable[[], None]], calculators: Iterable[Command] = ()
) -> dict[str, QAction]:
    """Put the menus into a bar; every command needs its handler. The actions are given by their keys.

    `calculators` are the commands of those that stand below the first one.
    """
    actions: dict[str, QAction] = {}

    def fill(menu: QMenu, commands: Iterable[Command | Submenu]) -> None:
        for command in commands:
            if isinstance(command, Submenu):
                fill(menu.addMenu(say(command.text)), map(_said, command.commands))
                continue
            if command is SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(command.text, bar)
            action.setShortcuts([QKeySequence(shortcut) for shortcut in command.shortcuts])
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _=False, handler=handlers[command.key]: handler())
            menu.addAction(action)
            actions[command.key] = action

    for title, commands in MENUS:
        at = commands.index(FIRST_CALCULATOR) + 1 if FIRST_CALCULATOR in commands else 0
        said = tuple(map(_said, commands))
        fill(bar.addMenu(say(title)), (*said[:at], *(calculators if at else ()), *said[at:]))
    return actions


def _said(command: Command | Submenu) -> Command | Submenu:
    """A command with its text in the language of the screens; a submenu says its own."""
    if command is SEPARATOR or isinstance(command, Submenu):
        return command
    return replace(command, text=say(command.text))


def shortcut_table() -> list[tuple[str, str]]:
    """Every shortcut with what it does, for Help."""
    either = say("or")
    rows = [
        (say(command.text).replace("&", "").rstrip("…"), f" {either} ".join(map(_shown, command.shortcuts)))
        for _, commands in MENUS
        for command in commands
        if isinstance(command, Command) and command.shortcuts
    ]
    return [
        *rows,
        (say("From the search box into the results"), _shown("Down")),
        (say("Open the best result"), _shown("Enter")),
        (say("Clear the search"), _shown("Esc")),
    ]


def _shown(shortcut: str) -> str:
    """A shortcut as the menus show it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
