"""Frozen programs to measure: bare ones, and NeutroGUI with marks, each made by build.spec with another script."""

import hashlib
import subprocess
import sys
from pathlib import Path

from benchmarks.figures import Figure

ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ROOT / "benchmarks" / "programs"
FROZEN = ROOT / "dist" / "neutrogui"
BUILD = ROOT / "build" / "bare"

_MADE_OF = (
    ROOT / "build.spec",
    ROOT / "requirements.lock",
    PROGRAMS,
    ROOT / "neutrogui",
    ROOT / "resources" / "compiled",
)


def frozen(name: str) -> Path:
    """The folder of a frozen program of `programs`; made anew when what it is made of has changed."""
    folder, stamp = BUILD / name, BUILD / f"{name}.digest"
    own = name == "watched"
    digest = _digest(_MADE_OF if own else _MADE_OF[:3])
    if not folder.is_dir() or not stamp.exists() or stamp.read_text(encoding="ascii") != digest:
        print(f"Freezing {name} into {folder}", file=sys.stderr)
        _freeze(name, with_resources=own)
        stamp.write_text(digest, encoding="ascii")
    return folder


def _digest(paths: tuple[Path, ...]) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(ROOT)} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def _freeze(name: str, *, with_resources: bool) -> None:
    """PyInstaller with the filters of build.spec. Ends the run where that recipe has changed too much."""
    recipe = (ROOT / "build.spec").read_text(encoding="utf-8")
    changes = {
        '["neutrogui/__main__.py"],': f"[{str(PROGRAMS / name)!r} + '.py'], pathex=[{str(ROOT)!r}],",
        'name="neutrogui", upx=False)': f"name={name!r}, upx=False)",
        'else {"neutrogui": False}': f"else {{{name!r}: False}}",
    }
    if not with_resources:
        changes['RESOURCES = ["compiled", "handout", "fonts", "icons", "keys", "licences"]'] = "RESOURCES = []"
    for old, new in changes.items():
        if recipe.count(old) != 1:
            raise SystemExit(f"build.spec doesn't hold once: {old}")
        recipe = recipe.replace(old, new)
    BUILD.mkdir(parents=True, exist_ok=True)
    spec = ROOT / f"bench-{name}.spec"  # here, since the paths in it are beside it
    spec.write_text(recipe, encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    try:
        subprocess.run(
            [*command, f"--distpath={BUILD}", f"--workpath={BUILD / 'work'}", str(spec)], cwd=ROOT, check=True
        )
    finally:
        spec.unlink()


def _megabytes(folder: Path) -> float:
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file()) / 2**20


def figures() -> list[Figure]:
    """The size of the frozen program beside that of a bare one with typst."""
    # typst as it is in the frozen program: without the symbols that its package has for debuggers.
    own, bare = _megabytes(FROZEN), _megabytes(frozen("bare")) + _megabytes(FROZEN / "_internal" / "typst")
    return [Figure("frozen program on disk", own, "MB", own / bare, "a bare one and typst")]
