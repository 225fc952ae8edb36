"""The clinic's settings on the disk: the administrator's before the user's, and never half a file."""

import errno
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from neutrogui.domain.clinic import FORMAT, KEYS, ClinicSettings, Kept, SettingsNotSaved, to_file
from neutrogui.domain.number import Refusal
from neutrogui.handout import clinic_file, locking
from neutrogui.handout.clinic_file import ClinicFiles

ROOT = Path(__file__).resolve().parents[2]

NOTHING = ClinicSettings()
OWN = ClinicSettings(clinic="Ours", phone_day="1", call_at="38.5", checked=("es",))
POLICY = ClinicSettings(clinic="The hospital", call_at="38.0", switches={"floss": "floss-stop"})


@pytest.fixture
def user(tmp_path: Path) -> Path:
    return tmp_path / "config" / "NeutroGUI" / "clinic.json"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    return tmp_path / "all" / "clinic.json"


def written(path: Path, settings: ClinicSettings, *keys: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(to_file(settings, frozenset(keys or KEYS)))


def listing(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_without_a_file_nothing_is_set(user: Path, policy: Path):
    assert ClinicFiles(user, (policy,)).load() == Kept(ClinicSettings())


def test_what_is_saved_is_there_the_next_time(user: Path):
    ClinicFiles(user).save(OWN, NOTHING)
    assert ClinicFiles(user).load() == Kept(OWN)
    assert listing(user.parent) == {"clinic.json", "clinic.json.lock"}


def test_the_administrator_comes_before_the_user_and_the_user_before_nothing(user: Path, policy: Path):
    written(user, OWN)
    written(policy, POLICY, "clinic", "switches")
    kept = ClinicFiles(user, (policy,)).load()
    assert kept.managed == {"clinic", "switches"}
    assert kept.settings == ClinicSettings(
        "The hospital", "1", call_at="38.5", checked=("es",), switches={"floss": "floss-stop"}
    )
    assert kept.trouble == ""


def test_group_policy_comes_before_every_file_value_by_value(user: Path, policy: Path):
    written(user, OWN)
    written(policy, POLICY, "clinic", "call_at")
    kept = ClinicFiles(user, (policy,), {"call_at": "38.3", "checked": ["fr"]}).load()
    assert kept.managed == {"clinic", "call_at", "checked"}
    assert kept.settings == ClinicSettings("The hospital", "1", call_at="38.3", checked=("fr",))
    assert kept.trouble == ""


@pytest.mark.parametrize("enforced", [{"clinic": ["x"]}, {"checked": "es"}, {"nurse": "x"}])
def test_group_policy_that_cannot_be_used_is_told_and_sets_nothing(
    user: Path, policy: Path, enforced: dict[str, object]
):
    written(user, OWN)
    written(policy, POLICY, "clinic")
    kept = ClinicFiles(user, (policy,), enforced).load()
    assert kept.managed == {"clinic"}
    assert kept.settings.phone_day == "1"
    assert kept.trouble.startswith("The settings of the clinic in Group Policy can’t be used: “")


def test_group_policy_that_could_not_be_read_is_told(user: Path):
    written(user, OWN)
    assert ClinicFiles(user, (), {}, "It can’t be read.").load() == Kept(OWN, frozenset(), "It can’t be read.")


def test_what_group_policy_sets_does_not_reach_the_users_file(user: Path):
    written(user, OWN)
    files = ClinicFiles(user, (), {"clinic": "The hospital"})
    settings = files.load().settings
    files.save(replace(settings, clinic="Another", where="Gate 4"), settings)
    assert ClinicFiles(user).load().settings == replace(OWN, where="Gate 4")


def test_an_empty_text_of_the_administrator_counts_too(user: Path, policy: Path):
    written(user, OWN)
    written(policy, ClinicSettings(), "phone_day")
    assert ClinicFiles(user, (policy,)).load().settings.phone_day == ""


def test_the_first_policy_that_exists_is_the_administrators(user: Path, policy: Path, tmp_path: Path):
    second = tmp_path / "second.json"
    written(second, ClinicSettings(clinic="Second"), "clinic")
    assert ClinicFiles(user, (policy, second)).load().settings.clinic == "Second"
    written(policy, POLICY, "clinic")
    assert ClinicFiles(user, (policy, second)).load().settings.clinic == "The hospital"


def test_what_the_administrator_sets_survives_saving_as_the_user_had_it(user: Path, policy: Path):
    written(user, OWN)
    written(policy, POLICY, "clinic", "call_at")
    files = ClinicFiles(user, (policy,))
    settings = files.load().settings
    files.save(replace(settings, clinic="Another", phone_day="2", call_at="39", where="Gate 4"), settings)
    kept = files.load()
    assert (kept.settings.clinic, kept.settings.call_at) == ("The hospital", "38.0")
    assert (kept.settings.phone_day, kept.settings.where) == ("2", "Gate 4")
    policy.unlink()
    kept = files.load()
    assert (kept.settings.clinic, kept.settings.call_at) == ("Ours", "38.5"), "when the administrator lets go"


DAMAGED = [b"", b"{", b"\x00" * 50, b"[]", b'{"format": "other"}', b'{"format": "%s", "name": "x"}' % FORMAT.encode(),
           b'{"format": "%s", "clinic": 1}' % FORMAT.encode()]  # fmt: skip


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_file_of_the_user_counts_as_absent_and_is_told(user: Path, policy: Path, data: bytes):
    user.parent.mkdir(parents=True)
    user.write_bytes(data)
    kept = ClinicFiles(user, (policy,)).load()
    assert (kept.settings, kept.managed) == (ClinicSettings(), frozenset())
    assert "holds no settings" in kept.trouble
    assert str(user) in kept.trouble
    written(policy, POLICY, "clinic")
    kept = ClinicFiles(user, (policy,)).load()
    assert (kept.settings.clinic, kept.managed) == ("The hospital", {"clinic"})
    assert str(user) in kept.trouble


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_file_of_the_administrator_is_told_and_the_users_own_is_in_force(
    user: Path, policy: Path, data: bytes
):
    written(user, OWN)
    policy.parent.mkdir()
    policy.write_bytes(data)
    kept = ClinicFiles(user, (policy,)).load()
    assert (kept.settings, kept.managed) == (OWN, frozenset())
    assert str(policy) in kept.trouble


def test_two_damaged_files_are_both_told(user: Path, policy: Path):
    for path in (user, policy):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"{")
    trouble = ClinicFiles(user, (policy,)).load().trouble
    assert str(user) in trouble
    assert str(policy) in trouble


def test_a_folder_in_the_place_of_a_file_is_told(user: Path):
    user.mkdir(parents=True)
    kept = ClinicFiles(user).load()
    assert kept.settings == ClinicSettings()
    assert "can’t be read" in kept.trouble


def test_a_place_that_no_file_can_have_is_survived(tmp_path: Path):
    # The name is longer than any file's; so is what happens where a folder may not be looked into.
    nowhere = tmp_path / ("x" * 300) / "clinic.json"
    assert ClinicFiles(nowhere, (nowhere,)).load().settings == ClinicSettings()


def test_a_file_that_is_too_large_is_not_read_whole(user: Path):
    user.parent.mkdir(parents=True)
    with user.open("wb") as file:
        file.truncate(3_000_000_000)
    assert "1,000 kB" in ClinicFiles(user).load().trouble


def test_a_damaged_file_is_not_lost_when_others_are_saved(user: Path):
    user.parent.mkdir(parents=True)
    user.write_bytes(b"{ my settings, with a slip")
    ClinicFiles(user).save(OWN, NOTHING)
    assert ClinicFiles(user).load() == Kept(OWN)
    assert user.with_name("clinic-damaged.json").read_bytes() == b"{ my settings, with a slip"


def test_exported_settings_are_imported_elsewhere(tmp_path: Path, user: Path):
    path = tmp_path / "to take along.json"
    ClinicFiles(user).export(OWN, path)
    assert ClinicFiles(tmp_path / "other.json").read(path) == OWN
    assert not user.exists(), "nothing is kept by it"


def test_a_file_with_some_settings_leaves_the_others_empty(tmp_path: Path, user: Path):
    path = tmp_path / "some.json"
    written(path, OWN, "clinic")
    assert ClinicFiles(user).read(path) == ClinicSettings(clinic="Ours")


@pytest.mark.parametrize("read", ["read", "read_picture"])
def test_a_file_that_cannot_be_read_is_told_by_its_name(user: Path, tmp_path: Path, read: str):
    for path in (tmp_path / "nowhere.json", tmp_path):
        refused = getattr(ClinicFiles(user), read)(path)
        assert isinstance(refused, Refusal)
        assert refused.code == "unreadable"
        assert path.name in refused.message
        assert refused.message.endswith(".")
    assert isinstance(getattr(ClinicFiles(user), read)(Path("a\0b")), Refusal)


def test_a_picture_is_read_to_one_byte_more_than_a_logo_may_have(user: Path, tmp_path: Path):
    path = tmp_path / "logo.png"
    path.write_bytes(b"x" * 400_000)
    assert ClinicFiles(user).read_picture(path) == b"x" * 300_001
    path.write_bytes(b"any bytes")
    assert ClinicFiles(user).read_picture(path) == b"any bytes"


def test_where_no_folder_can_be_made_it_is_told(tmp_path: Path):
    (tmp_path / "config").write_text("a file in the way", "utf-8")
    files = ClinicFiles(tmp_path / "config" / "NeutroGUI" / "clinic.json")
    with pytest.raises(SettingsNotSaved) as failure:
        files.save(OWN, NOTHING)
    assert str(failure.value).endswith(".")
    with pytest.raises(SettingsNotSaved, match="no folder"):
        files.export(OWN, tmp_path / "nowhere" / "clinic.json")


def test_when_the_disk_is_full_the_old_file_stays(user: Path, monkeypatch: pytest.MonkeyPatch):
    files = ClinicFiles(user)
    files.save(OWN, NOTHING)

    def full(data: bytes, path: Path) -> None:
        raise clinic_file.SavingFailed("There is no room left.")

    monkeypatch.setattr(clinic_file, "save", full)
    with pytest.raises(SettingsNotSaved, match="no room"):
        files.save(POLICY, NOTHING)
    assert files.load() == Kept(OWN)


def test_what_another_copy_changed_meanwhile_stays(user: Path):
    ClinicFiles(user).save(replace(OWN, left_out=("teeth",)), NOTHING)
    one, other = ClinicFiles(user), ClinicFiles(user)
    before = one.load().settings
    one.save(replace(before, phone_day="2", left_out=("teeth", "sign-ear")), before)
    other.save(replace(before, where="Gate 4", left_out=(), own_lines={"chemo": ("Bring your book.",)}), before)
    assert ClinicFiles(user).load().settings == replace(
        OWN, phone_day="2", where="Gate 4", left_out=("sign-ear",), own_lines={"chemo": ("Bring your book.",)}
    )


def test_a_damaged_file_is_followed_by_all_that_was_typed_not_by_the_changes_alone(user: Path):
    ClinicFiles(user).save(OWN, NOTHING)
    user.write_bytes(b"{")
    ClinicFiles(user).save(replace(OWN, where="Gate 4"), OWN)
    assert ClinicFiles(user).load() == Kept(replace(OWN, where="Gate 4"))


HOLDS = """
import sys
from pathlib import Path
from neutrogui.handout.locking import alone

with alone(Path(sys.argv[1])):
    print("locked", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(user: Path):
    """Another process that holds the lock until its input ends."""
    user.parent.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(user)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.communicate()


def test_a_copy_that_holds_the_file_for_too_long_is_told_and_nothing_is_written(
    user: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(locking, "PATIENCE", 0.1)
    with pytest.raises(SettingsNotSaved, match=r"Close that copy and set them again\.$"):
        ClinicFiles(user).save(OWN, NOTHING)
    assert listing(user.parent) == {"clinic.json.lock"}
    assert ClinicFiles(user).load() == Kept(NOTHING), "reading waits for nobody"


def test_a_copy_that_was_killed_holds_nothing(user: Path, holder: subprocess.Popen[str]):
    holder.kill()
    holder.wait()
    ClinicFiles(user).save(OWN, NOTHING)
    assert ClinicFiles(user).load() == Kept(OWN)


def test_a_copy_that_is_done_soon_is_waited_for(user: Path, holder: subprocess.Popen[str]):
    assert holder.stdin is not None
    asked = []

    def ends_after_the_second_question(descriptor: int) -> None:
        asked.append(descriptor)
        if len(asked) == 2:
            holder.communicate()
        lock(descriptor)

    lock = locking._lock
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locking, "_lock", ends_after_the_second_question)
        ClinicFiles(user).save(OWN, NOTHING)
    assert len(asked) == 2
    assert ClinicFiles(user).load() == Kept(OWN)


@pytest.mark.skipif(sys.platform == "win32", reason="the call is of POSIX")
def test_a_share_that_knows_no_locks_is_written_all_the_same(user: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    with locking.alone_if_possible(user) as is_sure:
        assert not is_sure, "there is no folder yet"
    user.parent.mkdir(parents=True)
    with locking.alone_if_possible(user) as is_sure:
        assert is_sure
    monkeypatch.setattr("fcntl.flock", fails)
    with locking.alone_if_possible(user) as is_sure:
        assert not is_sure
    ClinicFiles(user).save(OWN, NOTHING)
    assert ClinicFiles(user).load() == Kept(OWN)
