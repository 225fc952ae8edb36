"""Packs the frozen program for Debian and Ubuntu: `python tools/deb.py [FOLDER [PACKAGE.deb]]`.

FOLDER is what `make build` made. The same folder and SOURCE_DATE_EPOCH give the same bytes. It needs `objdump` and the
standard library only, since a package is made where the program was frozen.
"""

import hashlib
import io
import lzma
import os
import platform
import re
import stat
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import releaser

ROOT = Path(__file__).resolve().parents[1]
LINUX, ICONS = ROOT / "packaging" / "linux", ROOT / "resources" / "icons"

NAME = "neutrogui"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

# Libraries that the frozen program takes from the system, and the packages that have them.
SYSTEM_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxcb.so.1": "libxcb1",
}
# What is loaded, or read, only while the program runs: keyboards, and how to find a typeface, with one to find.
DATA_PACKAGES = ("fontconfig-config", "xkb-data")
# Without CUPS there is no printer to choose; pages can be saved all the same.
RECOMMENDED = {"libcups.so.2": "libcups2"}
C_LIBRARY = re.compile(r"(lib(c|m|dl|rt|pthread)|ld-linux-[\w-]+)\.so\.\d+")

SECTION_AND_SUMMARY = """Section: science
Priority: optional
Description: offline reference on neutropenia for clinics
 Look up causes of a low neutrophil count, calculate the absolute neutrophil
 count and what follows from it, and print handouts for patients in eight
 languages. It needs no network and contains none.
"""


class PackageFailed(Exception):
    """The package can't be made; the message says why."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, a link or a folder of the package, by its path without a leading slash."""

    path: PurePosixPath
    content: bytes = b""
    link: str = ""
    mode: int = 0o644
    is_folder: bool = False


def main() -> int:
    """Write the package and name it."""
    arguments = sys.argv[1:]
    program = Path(arguments[0]) if arguments else ROOT / "dist" / NAME
    target = Path(arguments[1]) if len(arguments) > 1 else program.parent / f"{NAME}_{version()}_{architecture()}.deb"
    try:
        if not (program / NAME).is_file():
            raise PackageFailed(f"There is no frozen program in {program}. `make build` makes one.")
        package = deb(program, int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    except PackageFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    target.write_bytes(package)
    print(f"{target}: {len(package) / 1e6:.1f} MB, SHA-256 {hashlib.sha256(package).hexdigest()}")
    return 0


def version() -> str:
    """The program's version, as it stands in the package `neutrogui`."""
    text = (ROOT / NAME / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if found is None:
        raise PackageFailed("The program's version can't be found.")
    return found[1]


def architecture() -> str:
    """What Debian calls this machine."""
    return ARCHITECTURES.get(platform.machine(), platform.machine())


def deb(program: Path, when: int) -> bytes:
    """The package of a frozen program, with every date in it set to `when`, in seconds since 1970."""
    entries = sorted(with_folders(list(contents(program))), key=lambda entry: entry.path)
    files = [entry for entry in entries if not entry.is_folder and not entry.link]
    sums = "".join(f"{hashlib.md5(entry.content).hexdigest()}  {entry.path}\n" for entry in files)
    size = sum(len(entry.content) for entry in files) // 1024
    control = [
        Entry(PurePosixPath("control"), control_file(program, size).encode("utf-8")),
        Entry(PurePosixPath("md5sums"), sums.encode("utf-8")),
    ]
    return ar(
        {
            "debian-binary": b"2.0\n",
            "control.tar.xz": lzma.compress(tar(control, when)),
            "data.tar.xz": lzma.compress(tar(entries, when)),
        },
        when,
    )


def contents(program: Path) -> Iterator[Entry]:
    """What is installed: the program below /opt, and what a desktop wants below /usr."""
    home = PurePosixPath("opt") / NAME
    for path in sorted(program.rglob("*")):
        place = home / path.relative_to(program).as_posix()
        if path.is_symlink():
            yield Entry(place, link=str(path.readlink()))
        elif path.is_file():
            yield Entry(place, path.read_bytes(), mode=0o755 if path.stat().st_mode & stat.S_IXUSR else 0o644)
    yield Entry(PurePosixPath("usr/bin") / NAME, link=f"../../{home}/{NAME}")
    share = PurePosixPath("usr/share")
    icons = {"scalable": ICONS / "neutrogui.svg", "256x256": ICONS / "neutrogui.png"}
    icons |= {f"{size}x{size}": LINUX / f"neutrogui-{size}.png" for size in (48, 64, 128)}
    places = {
        share / "applications/neutrogui.desktop": LINUX / "neutrogui.desktop",
        share / f"metainfo/{releaser.identifier()}.metainfo.xml": releaser.METAINFO,
        share / "doc" / NAME / "copyright": LINUX / "copyright",
    } | {share / "icons/hicolor" / size / "apps" / f"{NAME}{icon.suffix}": icon for size, icon in icons.items()}
    for place, path in places.items():
        yield Entry(place, path.read_bytes())


def with_folders(entries: list[Entry]) -> list[Entry]:
    """The entries with all folders that they lie in."""
    folders = {folder for entry in entries for folder in entry.path.parents if folder.name}
    return [*entries, *(Entry(folder, mode=0o755, is_folder=True) for folder in folders)]


def control_file(program: Path, kilobytes: int) -> str:
    """What apt reads of the package."""
    depends, recommends = requirements(program)
    fields = {
        "Package": NAME,
        "Version": version(),
        "Architecture": architecture(),
        "Maintainer": f"{releaser.person()} <{releaser.address()}>",
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join(depends),
        "Recommends": ", ".join(recommends),
    }
    return "".join(f"{key}: {value}\n" for key, value in fields.items() if value) + SECTION_AND_SUMMARY


def requirements(program: Path) -> tuple[list[str], list[str]]:
    """The packages that the program depends on, and those that it can do without.

    They are read from the program's own libraries, so that one that is new can't be forgotten.
    """
    bundled = {path.name for path in program.rglob("*")}
    binaries = [path for path in sorted(program.rglob("*")) if is_elf(path)]
    needed = {library for path in binaries for library in needed_by(path)} - bundled
    foreign = {library for library in needed if not C_LIBRARY.fullmatch(library)}
    if unknown := foreign - SYSTEM_LIBRARIES.keys() - RECOMMENDED.keys():
        raise PackageFailed(f"Which package has {', '.join(sorted(unknown))}? Name it in {Path(__file__).name}.")
    depends = {SYSTEM_LIBRARIES[library] for library in foreign & SYSTEM_LIBRARIES.keys()}
    newest = max((glibc_version(path) for path in binaries), default=(0, 0))
    c_library = [f"libc6 (>= {newest[0]}.{newest[1]})"] if newest > (0, 0) else []
    recommends = sorted(RECOMMENDED[library] for library in foreign & RECOMMENDED.keys())
    return [*c_library, *sorted(depends | set(DATA_PACKAGES))], recommends


def is_elf(path: Path) -> bool:
    """Whether this is a program or a library of Linux."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def needed_by(path: Path) -> list[str]:
    """The libraries that a program or a library asks the loader for."""
    done = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise PackageFailed(f"objdump can't read {path}: {done.stderr.strip()}")
    return re.findall(r"^\s+NEEDED\s+(\S+)$", done.stdout, re.MULTILINE)


def glibc_version(path: Path) -> tuple[int, int]:
    """The newest version of the C library that a program or a library names."""
    found = re.findall(rb"GLIBC_(\d+)\.(\d+)", path.read_bytes())
    return max(((int(major), int(minor)) for major, minor in found), default=(0, 0))


def tar(entries: list[Entry], when: int) -> bytes:
    """An archive in which everything belongs to root."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for entry in entries:
            info = tarfile.TarInfo(f"./{entry.path}")
            info.mtime, info.mode, info.uname, info.gname = when, entry.mode, "root", "root"
            if entry.is_folder:
                info.type = tarfile.DIRTYPE
            elif entry.link:
                info.type, info.linkname, info.mode = tarfile.SYMTYPE, entry.link, 0o777
            else:
                info.size = len(entry.content)
            archive.addfile(info, io.BytesIO(entry.content))
    return buffer.getvalue()


def ar(members: Mapping[str, bytes], when: int) -> bytes:
    """The archive that a package is; every member begins at an even place."""
    parts = [b"!<arch>\n"]
    for name, content in members.items():
        header = f"{name:<16}{when:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n"
        parts += [header.encode("ascii"), content, b"\n" * (len(content) % 2)]
    return b"".join(parts)


if __name__ == "__main__":
    sys.exit(main())
