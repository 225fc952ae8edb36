"""Changes what calculates, bit by bit, and tells which changes no test noticed.

`python tools/mutation.py` tries all changes anew; `python tools/mutation.py 'neutrogui.calculators.anc.*' ...` those of
the functions named; `python tools/mutation.py --again` what was left by the run before, or what it never came to.

mutmut makes the changes and tries each in a process that has imported the program already. A function that runs while
the program or its tests are imported has done its work by then, so what is left of such functions is tried a second
time, each in an interpreter of its own. Of what is left after that, `tests/mutation_explained.toml` says why no test
should notice; the rest is shown as differences, and the exit code is 1.
"""

import argparse
import ast
import difflib
import json
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MUTANTS = ROOT / "mutants"
EXPLAINED = ROOT / "tests" / "mutation_explained.toml"

SURVIVED = (0, 5, 33)
"""mutmut's exit codes of a change that every test liked, or that no test came by."""
UNTRIED = (None, 2, 34)
PATIENCE = 600
"""Seconds after which tests that don't come to an end have noticed a change."""

# Run by pytest as a plug-in while it collects the tests: the names of the functions that mutmut keeps beside their
# changed copies, as far as they run.
_AT_IMPORT = """
import json, sys
import pytest

seen = set()

def note(frame, event, _):
    if event == "call" and frame.f_code.co_name.endswith("__mutmut_orig"):
        seen.add(f"{frame.f_globals['__name__']}.{frame.f_code.co_name.removesuffix('__mutmut_orig')}")

sys.setprofile(note)
code = pytest.main(sys.argv[2:])
sys.setprofile(None)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump(sorted(seen), file)
sys.exit(code)
"""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A changed function, by the name that mutmut gave it."""

    name: str

    @property
    def key(self) -> str:
        """The function, as mutmut names it."""
        return self.name.partition("__mutmut_")[0]

    @property
    def module(self) -> str:
        """The module that it is in."""
        return self.name.rpartition(".")[0]

    @property
    def function(self) -> str:
        """The function, as people name it."""
        name = self.key.rpartition(".")[2]
        return f"{self.module}.{name[1:].strip('ǁ').replace('ǁ', '.') if name[1] == 'ǁ' else name[2:]}"


@dataclass(frozen=True, slots=True)
class Change:
    """What is different in a mutant: the lines, stripped, of before and after, and the whole for reading.

    `literal` is the text before and after where nothing but one text in the code was changed.
    """

    before: str
    after: str
    diff: str
    literal: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why no test should notice a change. `*` in `function`, `before` and `after` stands for anything."""

    kind: str
    function: str
    before: str
    after: str
    reason: str

    def covers(self, function: str, change: Change) -> bool:
        """Whether it speaks of that change."""
        pairs = ((self.function, function), (self.before, change.before), (self.after, change.after))
        return all(_like(pattern, text) for pattern, text in pairs)


@dataclass(frozen=True, slots=True)
class Explanations:
    """All of them; `wording` is the reason of the general rule, `no_wording` names the functions it is not for."""

    each: tuple[Explanation, ...]
    wording: str
    no_wording: tuple[str, ...]

    @classmethod
    def read(cls, path: Path) -> "Explanations":
        """Those in a file."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        each = tuple(
            Explanation(one["kind"], one["function"], one.get("before", "*"), one.get("after", "*"), one["reason"])
            for one in data.get("explained", ())
        )
        return cls(each, data["wording"]["reason"], tuple(data["wording"]["not_in"]))

    def of(self, function: str, change: Change) -> tuple[str, list[Explanation]]:
        """The kind of what explains a change, empty if nothing does, and the explanations beside the general one."""
        each = [one for one in self.each if one.covers(function, change)]
        if _is_wording(change) and not any(_like(pattern, function) for pattern in self.no_wording):
            return "wording", each
        return each[0].kind if each else "", each


def _like(pattern: str, text: str) -> bool:
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


_WHERE_TO_FIND = re.compile(r"doi:\S+|PMC\d+|https?:\S+")


def _is_wording(change: Change) -> bool:
    """Whether letters of a sentence or label changed: words with a space between, in the other case or between XX.

    Keys, codes and units have no spaces, so they are never taken for it; nor is that by which a source is found.
    """
    if change.literal is None:
        return False
    before, after = change.literal
    of_words = " " in before.strip() and re.search(r"[^\W\d_]{3}", before)
    found = all(place in after for place in _WHERE_TO_FIND.findall(before))
    return bool(of_words) and found and _letters(before) == _letters(after)


def _letters(text: str) -> str:
    return text.replace("XX", "").casefold()


def changes(mutants: Iterable[Mutant]) -> Iterator[tuple[Mutant, Change]]:
    """What each of them changes."""
    by_module: dict[str, list[Mutant]] = {}
    for mutant in mutants:
        by_module.setdefault(mutant.module, []).append(mutant)
    for module, several in sorted(by_module.items()):
        path = MUTANTS / f"{module.replace('.', '/')}.py"
        text = path.read_text(encoding="utf-8")
        sources = dict(_functions(text))
        for mutant in several:
            name = mutant.name.rpartition(".")[2]
            before = sources[f"{mutant.key.rpartition('.')[2]}__mutmut_orig"]
            yield mutant, _change(before, sources[name].replace(name, mutant.function.rpartition(".")[2], 1))


def _functions(text: str) -> Iterator[tuple[str, str]]:
    """The functions and methods of a changed module, each as its own text without indentation."""
    lines = text.splitlines(keepends=True)
    tree = ast.parse(text)
    for node in (*tree.body, *(each for owner in tree.body if isinstance(owner, ast.ClassDef) for each in owner.body)):
        if isinstance(node, ast.FunctionDef):
            yield node.name, textwrap.dedent("".join(lines[node.lineno - 1 : node.end_lineno]))


def _change(before: str, after: str) -> Change:
    name = re.search(r"def (\w+)", after)
    assert name is not None
    before = re.sub(r"def \w+", name[0], before, count=1)
    diff = list(difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=2))[2:]
    removed, added = ("\n".join(line[1:].strip() for line in diff if line.startswith(sign)) for sign in ("-", "+"))
    return Change(removed, added, "\n".join(diff), _changed_literal(ast.parse(before), ast.parse(after)))


def _changed_literal(before: ast.Module, after: ast.Module) -> tuple[str, str] | None:
    texts = []
    for tree in (before, after):
        found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        texts.append([str(node.value) for node in found])
        for node in found:
            node.value = ""
    if ast.dump(before) != ast.dump(after):
        return None
    different = [pair for pair in zip(*texts, strict=True) if pair[0] != pair[1]]
    return different[0] if len(different) == 1 else None


def exit_codes() -> dict[str, int | None]:
    """By mutant, how the tests ended as mutmut wrote it down."""
    codes: dict[str, int | None] = {}
    for path in sorted(MUTANTS.rglob("*.py.meta")):
        codes |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return codes


def _options() -> tuple[list[str], list[str]]:
    """pytest's options and its choice of tests, as mutmut has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
    return settings.get("pytest_add_cli_args", []), settings["pytest_add_cli_args_test_selection"]


def _in_a_new_interpreter(mutant: str, tests: list[str], program: tuple[str, ...] = ("-m", "pytest")) -> int:
    """pytest's exit code with a mutant in place of its function, or with none (`""`)."""
    command = [sys.executable, *program, "-x", "-q", "--rootdir=.", "--tb=native", *_options()[0], *tests]
    environment = {**os.environ, "MUTANT_UNDER_TEST": mutant}
    try:
        return subprocess.run(
            command, cwd=MUTANTS, env=environment, capture_output=True, check=False, timeout=PATIENCE
        ).returncode
    except subprocess.TimeoutExpired:
        return 1


def _running_at_import() -> set[str]:
    """The keys of the functions that run while the tests are collected."""
    names = MUTANTS / "at-import.json"
    program = ("-c", _AT_IMPORT, str(names), "--collect-only")
    if _in_a_new_interpreter("", _options()[1], program) != 0:
        sys.exit("The tests could not be collected.")
    return set(json.loads(names.read_bytes()))


def _noticed_at_import(mutants: list[Mutant]) -> set[Mutant]:
    """Which of them a test notices in a new interpreter; those that never run at import are not tried."""
    at_import = _running_at_import()
    again = [mutant for mutant in mutants if mutant.key in at_import]
    print(f"\nTrying {len(again)} changes of what runs at import, each in a new interpreter", flush=True)
    files = _test_files()
    if again and _in_a_new_interpreter("", files) != 0:
        sys.exit("The tests fail without any change.")

    def noticed(mutant: Mutant) -> bool:
        # What is named after the module most probably notices, and most probably soon.
        name = f"test_{mutant.module.rpartition('.')[2]}.py"
        return _in_a_new_interpreter(mutant.name, sorted(files, key=lambda file: not file.endswith(name))) != 0

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return {mutant for mutant, killed in zip(again, pool.map(noticed, again), strict=True) if killed}


def _test_files() -> list[str]:
    """The files that mutmut runs tests of, those that take the least time first."""
    seconds: Counter[str] = Counter()
    for test, taken in json.loads((MUTANTS / "mutmut-stats.json").read_bytes())["duration_by_test"].items():
        seconds[test.partition("::")[0]] += taken
    return [file for file, _ in reversed(seconds.most_common())]


def _mutmut(*names: str) -> None:
    done = subprocess.run([sys.executable, "-m", "mutmut", "run", *names], cwd=ROOT, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)


def _run(patterns: list[str], again: bool) -> None:
    if patterns:
        _mutmut(*patterns)
        return
    if not again:
        shutil.rmtree(MUTANTS, ignore_errors=True)
    _mutmut()
    left = [name for name, code in exit_codes().items() if code in SURVIVED]
    if again and left:
        _mutmut(*left)


def _report(patterns: list[str]) -> bool:
    """Prints what came out; whether every change is noticed or explained."""
    explanations = Explanations.read(EXPLAINED)
    codes = {
        Mutant(name): code
        for name, code in exit_codes().items()
        if not patterns or any(fnmatchcase(name, pattern) for pattern in patterns)
    }
    found = dict(changes(mutant for mutant, code in codes.items() if code in SURVIVED))
    kinds: dict[Mutant, str] = {}
    used: set[Explanation] = set()
    for mutant, change in found.items():
        kind, explained = explanations.of(mutant.function, change)
        used.update(explained)
        if kind:
            kinds[mutant] = kind
    killed = _noticed_at_import([mutant for mutant in found if mutant not in kinds])
    unexplained = [mutant for mutant in found if mutant not in kinds and mutant not in killed]
    untried = [mutant for mutant, code in codes.items() if code in UNTRIED]
    for mutant in unexplained:
        print(f"\n{mutant.name}\n{found[mutant].diff}")
    kinds |= dict.fromkeys(unexplained, "unexplained") | dict.fromkeys(untried, "not tried")
    _print_table(list(codes), kinds)
    rotten = [one for one in explanations.each if one not in used] if not patterns else []
    for one in rotten:
        print(f"Nothing left that this explains: {one.function}: {one.before!r} -> {one.after!r}")
    return not (unexplained or untried or rotten)


def _print_table(mutants: list[Mutant], kinds: Mapping[Mutant, str]) -> None:
    rows = {module: Counter({"mutants": 0}) for module in sorted({mutant.module for mutant in mutants})}
    for mutant in mutants:
        rows[mutant.module].update(["mutants", kinds.get(mutant, "killed")])
    total = sum(rows.values(), Counter())
    names = ["mutants", "killed", *sorted(set(kinds.values()) - {"unexplained"}), "unexplained"]
    print()
    print(f"{'':40}", *(f"{name:>12}" for name in names))
    for module, row in (*rows.items(), ("together", total)):
        print(f"{module:40}", *(f"{row[name]:12,}" for name in names))


def main() -> None:
    """Tries the changes that the command line asks for, and tells what is left."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("patterns", nargs="*", help="functions, such as 'neutrogui.calculators.anc.*'")
    parser.add_argument("--again", action="store_true", help="try what was left by the run before")
    parser.add_argument("--report", action="store_true", help="try nothing again, sort what the run before left")
    chosen = parser.parse_args()
    if not chosen.report:
        _run(chosen.patterns, chosen.again)
    sys.exit(0 if _report(chosen.patterns) else 1)


if __name__ == "__main__":
    main()
