"""What several folders of tests share: quick, repeatable property tests, and compiled content."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import settings

from neutrogui import places
from neutrogui.authoring.__main__ import compile_content
from neutrogui.store.connection import open_content
from neutrogui.store.library import SqliteLibrary

TESTS = Path(__file__).resolve().parent
CONTENT = TESTS.parent / "resources" / "content"

settings.register_profile("repeatable", derandomize=True, database=None, deadline=None, max_examples=100)
settings.load_profile("repeatable")


@contextmanager
def opened(folder: Path) -> Iterator[SqliteLibrary]:
    content = open_content(folder)
    try:
        yield SqliteLibrary(content)
    finally:
        content.engine.dispose()


@pytest.fixture(autouse=True)
def _system_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows speak English here, whatever the system asks for; programs that a test starts as well."""
    monkeypatch.setattr("neutrogui.ui.language.system_language", lambda: "en")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("LANGUAGE", raising=False)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The tests' application has the style of the program's, whatever the system's is."""
    return ["neutrogui", "-style", "Fusion"]


@pytest.fixture
def own_config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the settings of the program that nobody else has: `user` and, of an administrator, `site`."""
    folder = tmp_path / "config"
    monkeypatch.setattr(places, "config_folder", lambda: folder / "user")
    monkeypatch.setattr(places, "shared_folders", lambda: (folder / "site",))
    # For programs that a test starts.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "user"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(folder / "site"))
    return folder


@pytest.fixture(scope="session")
def content_source() -> Path:
    """The sources of the content that is released."""
    return CONTENT


@pytest.fixture(scope="session")
def compiled_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content that is released, compiled."""
    folder = tmp_path_factory.mktemp("content")
    assert compile_content(CONTENT, folder) == []
    return folder


@pytest.fixture(scope="session")
def content_library(compiled_content: Path) -> Iterator[SqliteLibrary]:
    """The library of the content that is released."""
    with opened(compiled_content) as library:
        yield library


@pytest.fixture
def sample_source(tmp_path: Path) -> Path:
    """A copy of the seven sample entries' sources, to be spoilt."""
    return shutil.copytree(TESTS / "sample_content", tmp_path / "sample")


@pytest.fixture(scope="session")
def compiled_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seven sample entries, compiled. Not to be changed: copy the folder first."""
    folder = tmp_path_factory.mktemp("sample")
    assert compile_content(TESTS / "sample_content", folder) == []
    return folder


@pytest.fixture(scope="session")
def sample_library(compiled_sample: Path) -> Iterator[SqliteLibrary]:
    """The library of the sample entries."""
    with opened(compiled_sample) as library:
        yield library
