"""What is handed to administrators: packages whose bytes can be made again, and the program tried in odd places."""

import importlib.util
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
import tarfile
import tomllib
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from neutrogui import __version__, places

ROOT = Path(__file__).resolve().parents[1]
PACKAGING = ROOT / "packaging"
WHEN = 1_700_000_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and rights are Unix’s")


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


releaser, portable_zip, odd_places = tool("releaser"), tool("portable_zip"), tool("odd_places")
deb = tool("deb")  # imports the first


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Stands for a frozen program: something to run, a file, and a link."""
    folder = tmp_path / "dist" / "neutrogui"
    (folder / "_internal").mkdir(parents=True)
    run = folder / "neutrogui"
    run.write_text("#!/bin/sh\n", encoding="ascii")
    run.chmod(0o755)
    (folder / "_internal" / "data größer.txt").write_text("data", encoding="ascii")
    (folder / "_internal" / "link").symlink_to("data größer.txt")
    return folder


def members(package: bytes) -> dict[str, bytes]:
    """The parts of an `ar` archive, read as its manual says."""
    assert package[:8] == b"!<arch>\n"
    at, found = 8, {}
    while at < len(package):
        header = package[at : at + 60]
        assert header[58:] == b"`\n"
        size = int(header[48:58])
        found[header[:16].decode("ascii").rstrip()] = package[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def opened(archive: bytes) -> tarfile.TarFile:
    return tarfile.open(fileobj=io.BytesIO(archive), mode="r:xz")


# Debian


def test_a_package_has_its_three_parts_in_order(program: Path) -> None:
    parts = members(deb.deb(program, WHEN))
    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    assert parts["debian-binary"] == b"2.0\n"


def test_the_same_program_gives_the_same_package(program: Path) -> None:
    first = deb.deb(program, WHEN)
    for path in program.rglob("*"):
        os.utime(path, (1, 1), follow_symlinks=False)
    (program / "_internal").chmod(0o700)
    assert deb.deb(program, WHEN) == first
    assert deb.deb(program, WHEN + 1) != first


def test_everything_belongs_to_root_and_lies_where_a_desktop_looks(program: Path) -> None:
    with opened(members(deb.deb(program, WHEN))["data.tar.xz"]) as archive:
        entries = {entry.name: entry for entry in archive.getmembers()}
        assert archive.extractfile("./opt/neutrogui/_internal/data größer.txt").read() == b"data"
    assert {(entry.uid, entry.gid, entry.mtime) for entry in entries.values()} == {(0, 0, WHEN)}
    assert {entry.mode for entry in entries.values() if entry.isdir()} == {0o755}
    assert entries["./opt/neutrogui/neutrogui"].mode == 0o755
    assert entries["./opt/neutrogui/_internal/data größer.txt"].mode == 0o644
    assert entries["./opt/neutrogui/_internal/link"].linkname == "data größer.txt"
    target = Path("/usr/bin") / entries["./usr/bin/neutrogui"].linkname
    assert os.path.normpath(target) == "/opt/neutrogui/neutrogui"
    for name in ("applications/neutrogui.desktop", "metainfo/org.neutrogui.NeutroGUI.metainfo.xml"):
        assert f"./usr/share/{name}" in entries
    for size, kind in (("48x48", "png"), ("256x256", "png"), ("scalable", "svg")):
        assert f"./usr/share/icons/hicolor/{size}/apps/neutrogui.{kind}" in entries
    assert "./usr/share/doc/neutrogui/copyright" in entries


def test_folders_come_before_what_lies_in_them(program: Path) -> None:
    with opened(members(deb.deb(program, WHEN))["data.tar.xz"]) as archive:
        seen = {Path()}
        for entry in archive.getmembers():
            assert Path(entry.name).parent in seen
            seen.add(Path(entry.name))


def test_the_control_file_names_version_size_and_sums(program: Path) -> None:
    with opened(members(deb.deb(program, WHEN))["control.tar.xz"]) as archive:
        control = archive.extractfile("./control").read().decode("utf-8")
        sums = archive.extractfile("./md5sums").read().decode("utf-8")
    fields = dict(re.findall(r"^([\w-]+): (.*)$", control, re.MULTILINE))
    assert fields["Package"] == "neutrogui"
    assert fields["Version"] == __version__
    assert int(fields["Installed-Size"]) > 10  # the icons alone
    # The sum of “data”, from md5sum.
    assert "8d777f385d3dfec8815d20f7496026dc  opt/neutrogui/_internal/data größer.txt\n" in sums
    assert "link" not in sums


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s libraries")
def test_dependencies_are_read_from_the_libraries(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = {
        "libQt6Gui.so.6": ["libEGL.so.1", "libc.so.6", "libicu.so.73", "ld-linux-x86-64.so.2"],
        "libp.so": ["libcups.so.2"],
    }
    for name in (*needed, "libicu.so.73"):
        (program / "_internal" / name).write_bytes(b"\x7fELF GLIBC_2.4 GLIBC_2.36 GLIBC_2.9 GLIBC_PRIVATE")
    monkeypatch.setattr(deb, "needed_by", lambda path: needed.get(path.name, []))
    depends, recommends = deb.requirements(program)
    assert depends == ["libc6 (>= 2.36)", "fontconfig-config", "libegl1", "xkb-data"]
    assert recommends == ["libcups2"]


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s libraries")
def test_a_library_that_nobody_has_named_is_refused(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program / "_internal" / "libnew.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(deb, "needed_by", lambda path: ["libunheard-of.so.3"])
    with pytest.raises(deb.PackageFailed, match=r"libunheard-of\.so\.3"):
        deb.requirements(program)


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux’s libraries")
@pytest.mark.skipif(shutil.which("objdump") is None, reason="needs binutils, which `make build` installs")
def test_the_loaders_wishes_are_read_from_a_real_library() -> None:
    from shiboken6 import Shiboken

    needed = deb.needed_by(Path(Shiboken.__file__))
    assert "libc.so.6" in needed
    assert any(name.startswith("libshiboken6") for name in needed)


@pytest.mark.parametrize("tool_name", ["deb", "portable_zip", "odd_places"])
def test_without_a_frozen_program_a_tool_says_what_makes_one(tool_name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / f"{tool_name}.py"), str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    assert "`make build` makes one" in done.stderr


# To carry along


def test_the_archive_has_the_marker_that_the_program_looks_for(program: Path, tmp_path: Path) -> None:
    archive = tmp_path / "portable.zip"
    portable_zip.write(program, archive, WHEN)
    with zipfile.ZipFile(archive) as opened_archive:
        assert opened_archive.testzip() is None
        infos = {info.filename: info for info in opened_archive.infolist()}
        assert opened_archive.read("neutrogui/_internal/data größer.txt") == b"data"
        assert opened_archive.read("neutrogui/_internal/link").decode("utf-8") == "data größer.txt"
        marker = opened_archive.read(f"neutrogui/{places.PORTABLE}").decode("ascii")
    assert f'"{places.PORTABLE_DATA}"' in marker
    modes = {name: info.external_attr >> 16 for name, info in infos.items()}
    assert modes["neutrogui/neutrogui"] == stat.S_IFREG | 0o755
    assert stat.S_ISLNK(modes["neutrogui/_internal/link"])
    assert {info.date_time for info in infos.values()} == {(2023, 11, 14, 22, 13, 20)}


def test_the_same_program_gives_the_same_archive(program: Path, tmp_path: Path) -> None:
    archives = [tmp_path / name for name in ("first.zip", "second.zip")]
    for archive in archives:
        portable_zip.write(program, archive, 0)
        for path in program.rglob("*"):
            os.utime(path, (1, 1), follow_symlinks=False)
    assert archives[0].read_bytes() == archives[1].read_bytes()


# Odd places


def answering(program: Path, script: str) -> Path:
    run = program / "neutrogui"
    run.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    run.chmod(0o755)
    return run


def result(*checks: tuple[str, bool]) -> str:
    told = {"checks": [{"name": name, "ok": ok, "detail": "why"} for name, ok in checks]}
    return f"echo '{json.dumps(told)}'"


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        (result(("content", True)), ""),
        (result(("content", True), ("sheet", False)), "status 0; sheet: why"),
        (result(("content", True)) + "; exit 3", "status 3; "),
        ("echo broken >&2", "no answer: broken\n"),
        (result(("content", True)) + '; touch "${0%/*}/left"', "left behind: left"),
        ('test -z "$HOME" || exit 1; ' + result(("content", True)), ""),
    ],
)
def test_what_goes_wrong_in_a_place_is_told(program: Path, script: str, trouble: str) -> None:
    assert odd_places.tried(answering(program, script), odd_places.Odd("here")) == trouble


@pytest.mark.parametrize("odd", odd_places.PLACES, ids=lambda odd: odd.name)
def test_every_place_is_as_odd_as_it_says_and_gone_afterwards(program: Path, odd) -> None:
    with odd_places.placed(program, odd) as executable:
        folder = executable.resolve().parent
        assert folder.name == odd.folder
        assert (folder / "portable").exists() == odd.is_portable
        assert executable.is_symlink() == odd.through_link
        assert bool(folder.stat().st_mode & stat.S_IWUSR) != odd.is_read_only
    assert [path.name for path in program.parent.iterdir()] == ["neutrogui"]


# What the packages say of themselves


def test_identifiers_and_names_agree() -> None:
    metainfo = ET.parse(releaser.METAINFO).getroot()
    assert metainfo.findtext("id") == releaser.identifier()
    # It stands in one place, so that who sets another one sets it for all.
    others = [ROOT / "build.spec", *(ROOT / "tools").glob("*.py"), *PACKAGING.rglob("*.*")]
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in others if path != releaser.METAINFO}
    assert [path for path, text in texts.items() if releaser.identifier() in text] == []
    assert metainfo.findtext("launchable") == "neutrogui.desktop"
    desktop = (PACKAGING / "linux" / "neutrogui.desktop").read_text(encoding="utf-8")
    assert "\nIcon=neutrogui\n" in desktop


OWN = {"DEBFULLNAME": "The Hospital’s IT", "DEBEMAIL": "it@hospital.example.nhs.uk"}


@pytest.mark.parametrize(
    ("environment", "identifier", "told"),
    [
        ({}, "uk.nhs.hospital.NeutroGUI", ["DEBFULLNAME", "DEBEMAIL"]),
        (OWN, "org.neutrogui.NeutroGUI", ["<id>"]),
        (OWN | {"DEBFULLNAME": ""}, "uk.nhs.hospital.NeutroGUI", ["DEBFULLNAME"]),
        (OWN | {"DEBFULLNAME": "NeutroGUI contributors"}, "uk.nhs.hospital.NeutroGUI", ["DEBFULLNAME"]),
        (OWN | {"DEBEMAIL": ""}, "uk.nhs.hospital.NeutroGUI", ["DEBEMAIL"]),
        (OWN | {"DEBEMAIL": "it"}, "uk.nhs.hospital.NeutroGUI", ["DEBEMAIL"]),
        (OWN | {"DEBEMAIL": "it@hospital.invalid"}, "uk.nhs.hospital.NeutroGUI", ["DEBEMAIL"]),
        (OWN | {"DEBEMAIL": "it@EXAMPLE.org"}, "uk.nhs.hospital.NeutroGUI", ["DEBEMAIL"]),
        (OWN, "uk.nhs.hospital.NeutroGUI", []),
    ],
)
def test_a_placeholder_is_told_and_what_a_releaser_has_set_is_not(
    environment: dict[str, str], identifier: str, told: list[str]
) -> None:
    troubles = releaser.missing(environment, identifier)
    assert [trouble.split(" ")[0] for trouble in troubles] == told


def test_the_package_names_who_hands_it_out(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in OWN.items():
        monkeypatch.setenv(name, value)
    assert "\nMaintainer: The Hospital’s IT <it@hospital.example.nhs.uk>\n" in deb.control_file(program, 1)
    monkeypatch.setenv("DEBEMAIL", "")
    assert f"<{releaser.ADDRESS}>" in deb.control_file(program, 1)


def test_nothing_is_handed_out_with_placeholders_in_it() -> None:
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
    jobs = workflow["jobs"]
    assert [step["run"] for step in jobs["named"]["steps"] if "run" in step] == ["python3 tools/releaser.py"]
    assert set(workflow["env"]) == {"DEBFULLNAME", "DEBEMAIL"}
    for name, job in jobs.items():
        assert name in ("named", "draft") or job["needs"] == "named"
    assert set(jobs["draft"]["needs"]) == set(jobs) - {"named", "draft"}


def test_the_program_has_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == __version__ == deb.version()
    # Windows compares three numbers.
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


WIX = "{http://wixtoolset.org/schemas/v4/wxs}"


def test_the_installer_is_for_the_computer_and_runs_nothing() -> None:
    package = ET.parse(PACKAGING / "windows" / "neutrogui.wxs").getroot().find(f"{WIX}Package")
    assert package is not None
    assert package.attrib["Scope"] == "perMachine"
    assert package.attrib["Version"] == "$(var.Version)"
    # Windows finds the older version by it: it may never change.
    assert package.attrib["UpgradeCode"] == "B6C1D8F4-7E2A-4B0E-9C53-2D8A6F1E7A94"
    assert package.find(f"{WIX}MajorUpgrade") is not None
    assert not list(package.iter(f"{WIX}CustomAction"))


@pytest.mark.parametrize("kind", ["Component", "ComponentGroup", "Directory", "Icon"])
def test_what_the_installer_names_is_there(kind: str) -> None:
    root = ET.parse(PACKAGING / "windows" / "neutrogui.wxs").getroot()
    standard = {"ProgramFiles64Folder", "CommonAppDataFolder", "ProgramMenuFolder"}
    made = {each.attrib["Id"] for each in root.iter(f"{WIX}{kind}") if "Id" in each.attrib} | standard
    used = {each.attrib["Id"] for each in root.iter(f"{WIX}{kind}Ref")}
    if kind in ("Directory", "Icon"):
        used |= {each.attrib[kind] for each in root.iter() if kind in each.attrib}
    assert used <= made
