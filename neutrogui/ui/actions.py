"""Menus and shortcuts as data, with one builder; the list of shortcuts in Help is made from it too."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from neutrogui.domain.calculator import Calculator


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a menu. `key` names what it does; `shortcuts` are written as Qt writes them, the first one is shown."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    checkable: bool = False


SEPARATOR = Command("", "")

FIRST_CALCULATOR = Command("calculator", "&Absolute neutrophil count", ("Ctrl+K",))
"""The calculator that is there at the start; the others stand below it in the menu."""

MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "&File",
        (
            Command("sheet", "&Handout for the patient…", ("Ctrl+Shift+P",)),
            Command("print_entry", "&Print entry…", ("Ctrl+P",)),
            Command("print_result", "Print &result…", ("Ctrl+Shift+R",)),
            Command("export_favourites", "E&xport favourites…"),
            SEPARATOR,
            Command("quit", "&Quit", ("Ctrl+Q",)),
        ),
    ),
    (
        "&Edit",
        (
            Command("copy_entry", "Copy &entry", ("Ctrl+Shift+E",)),
            Command("copy_result", "Copy &result", ("Ctrl+Shift+C",)),
        ),
    ),
    (
        "&View",
        (
            Command("zoom_in", "&Larger text", ("Ctrl++", "Ctrl+=")),
            Command("zoom_out", "&Smaller text", ("Ctrl+-",)),
            Command("zoom_reset", "&Normal text", ("Ctrl+0",)),
            SEPARATOR,
            Command("appearance_system", "Colours as the s&ystem", checkable=True),
            Command("appearance_light", "L&ight colours", checkable=True),
            Command("appearance_dark", "&Dark colours", checkable=True),
            SEPARATOR,
            Command("expand_all", "&Expand the tree", ("Ctrl+Shift+Right",)),
            Command("collapse_all", "&Collapse the tree", ("Ctrl+Shift+Left",)),
        ),
    ),
    (
        "&Go",
        (
            Command("search", "&Search", ("Ctrl+L", "Ctrl+F", "F3")),
            Command("back", "&Back", ("Alt+Left",)),
            Command("forward", "&Forward", ("Alt+Right",)),
            Command("next_pane", "&Next pane", ("F6",)),
            SEPARATOR,
            Command("favourite", "Add to or take out of the fa&vourites", ("Ctrl+D",)),
        ),
    ),
    (
        "&Calculate",
        (
            FIRST_CALCULATOR,
            SEPARATOR,
            Command("paste_report", "&Paste a report", ("Ctrl+Shift+V",)),
            Command("series", "&Serial counts…", ("Ctrl+Shift+K",)),
            SEPARATOR,
            Command("clear", "&Clear the calculators", ("Ctrl+Shift+X",)),
        ),
    ),
    (
        "&Help",
        (
            Command("guide", "&User’s guide"),
            Command("administration", "For ad&ministrators"),
            SEPARATOR,
            Command("shortcuts", "&Shortcuts", ("F1",)),
            Command("about", "&About NeutroGUI"),
            Command("licences", "&Licences"),
        ),
    ),
)


def calculator_command(calculator: Calculator) -> Command:
    """The line of the menu for a calculator other than the first."""
    return Command(f"calculator-{calculator.key}", calculator.title.replace("&", "&&"))


def build(
    window: QMainWindow, handlers: Mapping[str, Callable[[], None]], calculators: Iterable[Command] = ()
) -> dict[str, QAction]:
    """Put the menus into the window; every command needs its handler. The actions are given by their keys.

    `calculators` are the commands of those that stand below the first one.
    """
    actions: dict[str, QAction] = {}
    for title, commands in MENUS:
        menu = window.menuBar().addMenu(title)
        at = commands.index(FIRST_CALCULATOR) + 1 if FIRST_CALCULATOR in commands else 0
        for command in (*commands[:at], *(calculators if at else ()), *commands[at:]):
            if command is SEPARATOR:
                menu.addSeparator()
                continue
            action = QAction(command.text, window)
            action.setShortcuts([QKeySequence(shortcut) for shortcut in command.shortcuts])
            action.setCheckable(command.checkable)
            action.triggered.connect(lambda _=False, handler=handlers[command.key]: handler())
            menu.addAction(action)
            actions[command.key] = action
    return actions


def shortcut_table() -> list[tuple[str, str]]:
    """Every shortcut with what it does, for Help."""
    rows = [
        (command.text.replace("&", "").rstrip("…"), " or ".join(command.shortcuts))
        for _, commands in MENUS
        for command in commands
        if command.shortcuts
    ]
    return [
        *rows,
        ("From the search box into the results", "Down"),
        ("Open the best result", "Enter"),
        ("Clear the search", "Esc"),
    ]
