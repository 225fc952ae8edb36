"""Brings the translations of the window up to date: gathers its texts from the code, compiles what is translated.

Each folder of `resources/i18n` is a language with a file for each of `PARTS`, which Qt Linguist opens. All of them are
compiled into one file beside the folder, `CODE.qm`, which is kept with the sources: a package is built without Qt.
"""

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ROOT / "resources" / "i18n"

CALCULATORS = (
    "calculators/*.py",
    *(f"domain/{name}.py" for name in ("calculator", "number", "problem", "quantity", "report", "series", "wording")),
    *(f"handout/{name}.py" for name in ("entry_record", "record", "result_record", "series_record")),
)
"""What works out and prints results, below the package."""

SILENT = ("authoring/*.py", "batch.py", "cli.py")
"""What speaks English only: tools that no window shows."""


def sources(part: str) -> list[Path]:
    """The files of the code whose texts stand in a part, in a fixed order."""
    package = ROOT / "neutrogui"
    of_calculators = {path for pattern in CALCULATORS for path in package.glob(pattern)}
    if part == "calculators":
        return sorted(of_calculators)
    silent = {path for pattern in SILENT for path in package.glob(pattern)}
    return sorted(set(package.rglob("*.py")) - of_calculators - silent)


PARTS = ("calculators", "screens")


def gather(part: str, file: Path) -> None:
    """Bring one file of a language up to date: new texts come in unfinished, those that are gone go out."""
    names = [str(path.relative_to(ROOT)) for path in sources(part)]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-tr-function-alias", "tr+=say,QT_TR_NOOP+=mark"]
    languages = ["-source-language", "en", "-target-language", file.parent.name]
    _run("pyside6-lupdate", *names, *options, *languages, "-ts", str(file))


def compile_language(folder: Path, file: Path) -> None:
    """Write what is translated in the files of a language's folder into one for the program."""
    _run("pyside6-lrelease", "-silent", *map(str, sorted(folder.glob("*.ts"))), "-qm", str(file))


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([str(Path(sysconfig.get_path("scripts"), tool)), *arguments], cwd=ROOT, check=True)


def main() -> int:
    """Bring every language up to date, and tell what is left to be translated."""
    for folder in sorted(path for path in LANGUAGES.iterdir() if path.is_dir()):
        for part in PARTS:
            gather(part, folder / f"{part}.ts")
        compile_language(folder, folder.with_suffix(".qm"))
        left = sum(file.read_text(encoding="utf-8").count('type="unfinished"') for file in folder.glob("*.ts"))
        print(f"{folder.name}: {left} texts are not translated yet")
    return 0


if __name__ == "__main__":
    sys.exit(main())
