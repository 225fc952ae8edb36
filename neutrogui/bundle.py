"""Where the bundled files lie: beside the source tree, inside an installed wheel, or in the frozen program."""

import sys
from pathlib import Path


def resources() -> Path:
    """The folder that holds `compiled`, `handout`, `fonts`, `i18n`, `icons`, `keys` and `licences`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def guides() -> Path:
    """The folder of the guides that Help shows: packed with the other files, in the source tree `docs`."""
    packed = resources() / "guides"
    return packed if packed.is_dir() else resources().parent / "docs"
