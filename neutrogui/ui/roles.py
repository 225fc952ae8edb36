"""What a screen reader is told of the widgets of `accessible`: their roles, and how a link is pressed.

Made by a factory that Qt asks; installed after the first paint, since the enumerations of `QAccessible` are dear.
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from neutrogui.ui.accessible import FoldButton, Heading, ItemList, LinkText, ListItem
from neutrogui.ui.guard import guarded, no_names, nothing

_ROLES: tuple[tuple[type[QWidget], QAccessible.Role], ...] = (
    (Heading, QAccessible.Role.Heading),
    (ListItem, QAccessible.Role.ListItem),
    (ItemList, QAccessible.Role.List),
)


class _RoleInterface(QAccessibleWidget):
    """The usual answers of a widget, with another role."""


class _LinkInterface(QAccessibleWidget):
    """A link, which can be pressed."""

    def __init__(self, link: LinkText) -> None:
        super().__init__(link, QAccessible.Role.Link, "")
        self._link = link

    @guarded(no_names)
    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    @guarded(nothing)
    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._link.activated.emit()


class _FoldInterface(QAccessibleWidget):
    """A button that can be pressed and is open or folded."""

    def __init__(self, button: FoldButton) -> None:
        super().__init__(button, QAccessible.Role.Button, "")
        self._button = button

    @guarded(QAccessible.State)
    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.expanded = self._button.isChecked()
        state.collapsed = not state.expanded
        return state

    @guarded(no_names)
    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    @guarded(nothing)
    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._button.click()


def _interface(_: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, LinkText):
        return _LinkInterface(widget)
    if isinstance(widget, FoldButton):
        return _FoldInterface(widget)
    for kind, role in _ROLES:
        if isinstance(widget, kind):
            # A name that is handed over here would stay when the widget's words change.
            return _RoleInterface(widget, role, "")
    return None


def install() -> None:
    """Answer for the roles from now on; once for each process."""
    if not _installed:
        QAccessible.installFactory(_interface)
        _installed.append(True)


_installed: list[bool] = []
