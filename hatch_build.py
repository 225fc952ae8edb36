"""Compiles the content while the package is built, and packs it with all else that the program reads."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

RESOURCES = ("compiled", "handout", "fonts", "icons", "keys", "licences")


class CompileContent(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before an editable install and before a wheel is packed; a mistake in the content stops both."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write `resources/compiled`; a wheel gets the resources too, an editable install reads them here."""
        if self.target_name != "wheel":
            return
        resources = Path(self.root) / "resources"
        sys.path.insert(0, self.root)
        from neutrogui.authoring.__main__ import compile_content

        problems = compile_content(resources / "content", resources / "compiled")
        if problems:
            raise SystemExit("\n".join(problems))
        if version == "standard":
            for name in RESOURCES:
                build_data["force_include"][str(resources / name)] = f"neutrogui/resources/{name}"
            for words in (resources / "i18n").glob("*.qm"):
                build_data["force_include"][str(words)] = f"neutrogui/resources/i18n/{words.name}"
            build_data["force_include"][str(Path(self.root) / "docs")] = "neutrogui/resources/guides"
