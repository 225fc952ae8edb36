"""The program in a real window, on a real accessibility bus, used by a client that sees nothing of it but that bus."""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).resolve().parents[2]
CLIENT = Path(__file__).with_name("screen_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Has the bindings of the accessibility bus, which are no package of Python's own index."""


def missing() -> list[str]:
    spec = importlib.util.spec_from_file_location("system_packages", ROOT / "tools" / "system_packages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.missing_for_screen_reader()


@contextmanager
def running(command: list[str], environment: dict[str, str], **more: object) -> Iterator[subprocess.Popen[str]]:
    """A process that is ended with the block."""
    process = subprocess.Popen(command, env=environment, text=True, **more)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line, f"{process.args} said nothing"
    return line


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is of Linux")
@pytest.mark.skipif(
    sys.platform.startswith("linux") and bool(missing()),
    reason="needs packages of Debian: python3 tools/system_packages.py --screen-reader",
)
def test_a_screen_reader_finds_types_and_hears_what_came_of_it() -> None:
    with ExitStack() as stack:
        # Short, because the name of a socket may not be long.
        folder = Path(stack.enter_context(TemporaryDirectory()))
        quiet = {"stderr": subprocess.DEVNULL, "stdout": subprocess.PIPE}
        environment = dict(
            os.environ, HOME=str(folder), XDG_CONFIG_HOME=str(folder), XDG_STATE_HOME=str(folder),
            XDG_CACHE_HOME=str(folder), XDG_RUNTIME_DIR=str(folder), PYTHONPATH=str(ROOT),
        )  # fmt: skip
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        environment["DBUS_SESSION_BUS_ADDRESS"] = first_line(stack.enter_context(running(bus, environment, **quiet)))
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        environment["DISPLAY"] = ":" + first_line(stack.enter_context(running(screen, environment, **quiet)))
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        stack.enter_context(running([sys.executable, "-m", "neutrogui"], environment, cwd=ROOT, **quiet))
        client = subprocess.run(
            [SYSTEM_PYTHON, str(CLIENT)], env=environment, capture_output=True, text=True, check=False, timeout=300
        )
    assert client.returncode == 0, client.stderr
    told = json.loads(client.stdout)
    assert told["hit"].startswith("Felty syndrome")
    # 40 % of 1.2 × 10⁹/L are 480 /µL: below 500, severe.
    assert told["result"].startswith("0.48 ×10⁹/L")
    said = [each for each in told["heard"] if "0.48" in each]
    assert len(said) == 1
    assert "evere" in said[0]
    controls = {"push-button", "check-box", "link", "menu-item", "text", "combo-box"}
    nameless = [
        role for role, name, takes_keys in told["shown"] if not name.strip() and (takes_keys or role in controls)
    ]
    assert nameless == []
    for seen in (["heading", "What neutropenia is"], ["menu-item", "File"], ["push-button", "Copy result"]):
        assert seen in [[role, name] for role, name, _ in told["shown"]]
