"""Random damage to the released content, bare and in a pack, is noticed every time.

A sample runs with the other tests; NEUTROGUI_FUZZ=10000 in the environment runs so many of each.
"""

import re
import shutil
from pathlib import Path

from damage import COUNT, damaged, edits, told
from packing import pack_bytes, write_key

from neutrogui.domain.library import ContentAltered
from neutrogui.store.connection import CONTENT_FILE, open_content
from neutrogui.store.library import SqliteLibrary
from neutrogui.store.pack import choose

SENTENCES = re.compile(r"(?:[A-Z][^.]+\. ?)+")


def refusal(folder: Path) -> str:
    """Why the content is refused; empty when it isn't."""
    try:
        open_content(folder).engine.dispose()
    except ContentAltered as error:
        return str(error)
    return ""


def test_no_damage_to_the_bundled_content_goes_unnoticed(compiled_content: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(compiled_content, tmp_path / "bundled")
    whole = (folder / CONTENT_FILE).read_bytes()
    for edit in edits(whole, COUNT, seed=20261130):
        with damaged(folder / CONTENT_FILE, whole, edit):
            assert SENTENCES.fullmatch(refusal(folder)), told(edit)
    open_content(folder).engine.dispose()


def test_no_damage_to_a_pack_goes_unnoticed(
    compiled_content: Path, content_library: SqliteLibrary, sample_library: SqliteLibrary, tmp_path: Path
) -> None:
    write_key(tmp_path / "keys")
    path = tmp_path / "content.ngpack"
    whole = pack_bytes((compiled_content / CONTENT_FILE).read_bytes(), content_library.edition.name)
    path.write_bytes(whole)
    for edit in edits(whole, COUNT, seed=20261201):
        with damaged(path, whole, edit):
            chosen = choose(sample_library, path, tmp_path / "keys")
        assert chosen.library is sample_library, told(edit)
        assert SENTENCES.fullmatch(chosen.refusal), told(edit)
    used = choose(sample_library, path, tmp_path / "keys").library
    assert used is not sample_library
    assert isinstance(used, SqliteLibrary)
    used._opened.engine.dispose()
