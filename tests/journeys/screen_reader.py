"""A client of AT-SPI, as a screen reader is one: finds the window, walks through it, types, presses, listens.

Debian's own Python runs it, which has the bindings; it meets the program on the accessibility bus alone. It prints one
JSON object, what it found and heard, or ends with what it could not find.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0
"""Seconds to wait for anything, on a busy machine."""


def wait_for(what: str, look: Callable[[], Any]) -> Any:
    """What `look` finds, as soon as it finds something; events are heard meanwhile."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = look()
        except GLib.Error:  # something went away while it was asked
            found = None
        if found:
            return found
        time.sleep(0.05)
    sys.exit(f"not found: {what}")


def nodes(root: Any) -> Iterator[Any]:
    yield root
    for number in range(root.get_child_count()):
        child = root.get_child_at_index(number)
        if child is not None:
            yield from nodes(child)


def has(node: Any, state: Any) -> bool:
    return bool(node.get_state_set().contains(state))


def find(root: Any, role: Any, name: str) -> Any:
    """What is on the screen, of this role, and called this first."""

    def look() -> Any:
        for node in nodes(root):
            if node.get_role() == role and node.get_name().startswith(name) and has(node, Atspi.StateType.SHOWING):
                return node
        return None

    return wait_for(f"{role.value_nick} “{name}”", look)


def program() -> Any:
    desktop = Atspi.get_desktop(0)
    running = (desktop.get_child_at_index(number) for number in range(desktop.get_child_count()))
    return next((each for each in running if each is not None and each.get_name() == "NeutroGUI"), None)


def main() -> None:
    heard: list[str] = []
    listener = Atspi.EventListener.new(lambda event: heard.append(str(event.any_data)))
    listener.register("object:announcement")
    role = Atspi.Role
    window = find(wait_for("the program", program), role.FRAME, "NeutroGUI")

    find(window, role.TABLE_CELL, "By type")  # the reference has arrived
    Atspi.EditableText.set_text_contents(find(window, role.TEXT, "Search"), "felty")
    hit = find(window, role.TABLE_CELL, "Felty syndrome").get_name()
    wait_for("how many entries were found", lambda: any("entries" in each for each in heard))

    Atspi.EditableText.set_text_contents(find(window, role.TEXT, "White cells (WBC)"), "1.2")
    Atspi.EditableText.set_text_contents(find(window, role.TEXT, "Neutrophils, %"), "40")
    Atspi.Action.do_action(find(window, role.CHECK_BOX, "Unit of the white cell count: ×10⁹/L"), 0)
    result = find(window, role.LABEL, "0.48").get_name()
    wait_for("the result, said by itself", lambda: any("0.48" in each for each in heard))

    shown = [node for node in nodes(window) if has(node, Atspi.StateType.SHOWING)]
    names = [(node.get_role().value_nick, node.get_name(), has(node, Atspi.StateType.FOCUSABLE)) for node in shown]
    print(json.dumps({"hit": hit, "result": result, "heard": heard, "shown": names}))


if __name__ == "__main__":
    main()
