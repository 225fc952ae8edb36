"""Makes sure that what the set-up and Qt need from a Linux system is there; other systems bring it along.

`python3 tools/system_packages.py [--freeze] [--screen-reader]`: as root on Debian or Ubuntu, installs what is
missing; as anybody else, prints the one line to type. With `--freeze`, what PyInstaller needs is looked for too; with
`--screen-reader`, what the test needs that uses the window as a screen reader does.
Standard library only: it runs before anything is installed.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# The library's file name, and the Debian package that has it.
LIBRARIES = {
    # Qt itself, and drawing without a screen
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    # a real window under X11
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
SCREEN_READER = {
    "usr/bin/Xvfb": "xvfb",
    "usr/bin/dbus-daemon": "dbus",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}
"""What is there of a Debian package, from the root on."""

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts")


def is_there(library: str) -> bool:
    """Whether the system's loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(freeze: bool, screen_reader: bool) -> list[str]:
    """The Debian packages of what isn't there."""
    missing = [package for library, package in LIBRARIES.items() if not is_there(library)]
    if not shutil.which("uv") and not importlib.util.find_spec("ensurepip"):
        missing.append("python3-venv")
    if not any(next(Path(folder).rglob("*.[ot]tf"), None) for folder in FONT_FOLDERS):
        missing.append(FONT_PACKAGE)
    if freeze:
        missing += missing_for_pyinstaller()
    if screen_reader:
        missing += missing_for_screen_reader()
    return missing


def missing_for_pyinstaller() -> list[str]:
    """PyInstaller reads libraries with `objdump` and copies Python's own shared library."""
    missing = [] if shutil.which("objdump") else ["binutils"]
    name = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    folders = [str(sysconfig.get_config_var(key)) for key in ("LIBDIR", "LIBPL")]
    if not (is_there(f"{name}.so.1.0") or any(list(Path(folder).glob(f"{name}.so*")) for folder in folders)):
        missing.append(name)
    return missing


def missing_for_screen_reader() -> list[str]:
    """A display without a screen, the accessibility bus, and its bindings for the system's own Python."""
    return [package for path, package in SCREEN_READER.items() if not any(Path("/").glob(path))]


def main() -> int:
    """Install or name what is missing; 0 when everything is there in the end."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_packages("--freeze" in sys.argv[1:], "--screen-reader" in sys.argv[1:])
    if not missing:
        return 0
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        print(f"Please install what Debian calls: {' '.join(missing)}", file=sys.stderr)
        return 1
    if os.geteuid() != 0:
        print(f"Please type:  sudo {' '.join(install)}", file=sys.stderr)
        return 1
    print(f"Installing {len(missing)} packages of this system: {' '.join(missing)}", flush=True)
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (["apt-get", "update", "-qq"], install):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode:
            print(f"{done.stdout}\n{' '.join(command)}: it failed; its words are above.", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
