"""Keys, packs and signatures as whoever deploys the program makes them; the program takes what comes out."""

import importlib.util
import stat
import sys
from pathlib import Path
from types import ModuleType

import pytest
from packing import HEAD, KEY, LABEL, OTHER_KEY, pack_bytes, write_key

from neutrogui.domain.library import PackRefused
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.store.library import SqliteLibrary
from neutrogui.store.pack import choose, trusted_keys

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("content_pack", ROOT / "tools" / "content_pack.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def run(tool: ModuleType, capsys: pytest.CaptureFixture[str]):
    """Runs one command; gives its status, what it said, and what it complained of."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = tool.main([str(argument) for argument in arguments])
        return (status, *capsys.readouterr())

    return run


def test_a_pack_from_key_to_program(
    run, compiled_content: Path, content_library: SqliteLibrary, sample_library: SqliteLibrary, tmp_path: Path
) -> None:
    pack = tmp_path / "content.ngpack"
    assert run("keygen", "clinic", "--folder", tmp_path)[0] == 0
    assert run("build", "--content", compiled_content, "--to", pack)[0] == 0
    name = content_library.edition.name
    assert choose(sample_library, pack, tmp_path).refusal.startswith("The content pack is not used: it is not signed")

    assert run("sign", pack, "--key", tmp_path / "clinic.key")[0] == 0
    status, out, _ = run("verify", pack, "--keys", tmp_path)
    assert status == 0
    assert f"is right: edition {name} of {content_library.edition.date}" in out
    used = choose(sample_library, pack, tmp_path).library
    assert (used.edition.name, used.edition.packed) == (name, True)
    assert isinstance(used, SqliteLibrary)
    used._opened.engine.dispose()


def test_what_is_built_and_signed_has_the_published_form(run, compiled_content, content_library, tmp_path) -> None:
    pack, key = tmp_path / "content.ngpack", tmp_path / "mine.key"
    key.write_text((KEY.encode() + KEY.verify_key.encode()).hex(), encoding="ascii")
    content = (compiled_content / CONTENT_FILE).read_bytes()
    expected = pack_bytes(content, content_library.edition.name)
    run("build", "--content", compiled_content, "--to", pack)
    assert pack.read_bytes() == expected[:LABEL] + bytes(64) + content
    run("sign", pack, "--key", key)
    assert pack.read_bytes() == expected


@pytest.mark.skipif(sys.platform == "win32", reason="rights are kept elsewhere")
def test_a_private_key_is_readable_by_its_owner_alone(run, tmp_path: Path) -> None:
    run("keygen", "clinic", "--folder", tmp_path)
    assert stat.S_IMODE((tmp_path / "clinic.key").stat().st_mode) == 0o600


def test_every_key_is_another(run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("keygen", name, "--folder", tmp_path)
    keys = {path.name: bytes.fromhex(path.read_text(encoding="ascii")) for path in tmp_path.iterdir()}
    assert set(keys) == {"one.key", "one.pub", "two.key", "two.pub"}
    assert {name: len(key) for name, key in keys.items()} == {name: 64 if ".key" in name else 32 for name in keys}
    assert keys["one.key"].endswith(keys["one.pub"])
    assert keys["one.pub"] != keys["two.pub"]


def test_a_private_key_is_of_no_use_as_a_public_one(run, tmp_path: Path) -> None:
    run("keygen", "clinic", "--folder", tmp_path)
    (tmp_path / "clinic.key").replace(tmp_path / "clinic.pub")
    with pytest.raises(PackRefused, match=r"“clinic\.pub” is damaged"):
        trusted_keys(tmp_path)


@pytest.mark.parametrize("there", ["clinic.key", "clinic.pub"])
def test_no_key_is_overwritten(run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("precious", encoding="ascii")
    status, _, err = run("keygen", "clinic", "--folder", tmp_path)
    assert status == 1
    assert there in err
    assert [path.read_text(encoding="ascii") for path in tmp_path.iterdir()] == ["precious"]


def test_content_whose_edition_has_no_number_is_not_packed(run, compiled_sample: Path, tmp_path: Path) -> None:
    status, _, err = run("build", "--content", compiled_sample, "--to", tmp_path / "content.ngpack")
    assert status == 1
    assert "“sample” cannot be compared" in err
    assert list(tmp_path.iterdir()) == []


def test_damaged_content_is_not_packed(run, tmp_path: Path) -> None:
    status, _, err = run("build", "--content", tmp_path, "--to", tmp_path / "content.ngpack")
    assert status == 1
    assert "The reference content is missing" in err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """A pack of something that is no content, well signed; its key is in the folder."""
    write_key(tmp_path)
    path = tmp_path / "content.ngpack"
    path.write_bytes(pack_bytes(b"words", "2026.12"))
    return path


def test_a_damaged_pack_is_not_signed(run, signed: Path, tmp_path: Path) -> None:
    run("keygen", "other", "--folder", tmp_path)
    data = signed.read_bytes()[:-1] + b"z"
    signed.write_bytes(data)
    status, _, err = run("sign", signed, "--key", tmp_path / "other.key")
    assert status == 1
    assert "is damaged or incomplete" in err
    assert signed.read_bytes() == data


PAIR = KEY.encode() + KEY.verify_key.encode()
MIXED = KEY.encode() + OTHER_KEY.verify_key.encode()


@pytest.mark.parametrize(
    "text",
    ["", "00", "not a key", "00" * 32, "00" * 64, PAIR[:32].hex(), PAIR[32:].hex(), PAIR.hex() + "00", MIXED.hex()],
)
def test_what_is_no_private_key_signs_nothing(run, signed: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "bad.key").write_text(text, encoding="ascii")
    before = signed.read_bytes()
    status, _, err = run("sign", signed, "--key", tmp_path / "bad.key")
    assert status == 1
    assert "is no private key" in err
    assert signed.read_bytes() == before


@pytest.mark.parametrize("command", ["show", "verify"])
@pytest.mark.parametrize("data", [b"", b"NeutroGUI pack 1", b"something else" * 30])
def test_what_is_no_pack_is_told(run, tmp_path: Path, command: str, data: bytes) -> None:
    write_key(tmp_path)
    path = tmp_path / "content.ngpack"
    path.write_bytes(data)
    status, out, err = run(command, path, "--keys", tmp_path)
    assert (status, out) == (1, "")
    assert "no content pack" in err or "damaged or incomplete" in err


def test_a_file_that_is_not_there_is_named(run, tmp_path: Path) -> None:
    for command in ("show", "verify"):
        status, _, err = run(command, tmp_path / "gone.ngpack", "--keys", tmp_path)
        assert status == 1
        assert "gone.ngpack" in err


def test_show_tells_the_label_and_whose_signature_it_is(run, signed: Path, tmp_path: Path) -> None:
    def lines() -> dict[str, str]:
        return dict(line.split(maxsplit=1) for line in run("show", signed, "--keys", tmp_path)[1].splitlines())

    told = lines()
    assert (told["edition"], told["schema"], told["content"]) == ("2026.12", "3", "5 bytes, whole")
    # SHA-256 of the five letters, as coreutils has it.
    assert told["digest"] == "dba36bffa5cab0f922d087a3aeb179f9d4e745df40b323e1b1471402848c8a3e"
    assert told["signed"].startswith("by  a key in")
    (tmp_path / "clinic.pub").unlink()
    assert lines()["signed"].startswith("by  no key in")
    data = signed.read_bytes()
    signed.write_bytes(data[:LABEL] + bytes(64) + data[HEAD:-1])
    assert lines()["signed"] == "by  nobody"
    assert lines()["content"] == "4 bytes, DAMAGED OR INCOMPLETE"
