"""Looks at the locked packages: known faults, licences, and a bill of materials.

`python tools/audit.py [--offline]` writes `build/sbom.json` (CycloneDX 1.6), tells every package's licence, and asks
the package index, through pip-audit, for known faults. It gives 1 if there is one. What could not be looked up is said,
never passed off as sound.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
SBOM = ROOT / "build" / "sbom.json"
PIP_AUDIT = "pip-audit==2.10.1"

NOT_TOLD = "not told"
_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Package:
    """A locked package; `shipped` tells whether users get it, or developers alone."""

    name: str
    version: str
    licence: str
    shipped: bool


def locked(text: str) -> list[tuple[str, str]]:
    """Names and versions that a lock holds; a package may have one version for each version of Python."""
    return sorted(re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE))


def normal(name: str) -> str:
    """A package's name as every index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def required_name(requirement: str) -> str:
    """The package that a requirement asks for, `PySide6-Essentials==6.11.3` for one."""
    return normal(re.split(r"[^\w.-]", requirement.strip())[0])


def shipped(dependencies: Iterable[str], requires: Mapping[str, Iterable[str]]) -> set[str]:
    """The packages that users get: those asked for, and what these ask for but for their extras."""
    ahead, found = [required_name(each) for each in dependencies], set()
    while ahead:
        name = ahead.pop()
        if name not in found:
            found.add(name)
            ahead += (required_name(each) for each in requires.get(name, ()) if "extra ==" not in each)
    return found


def licence_of(about: metadata.PackageMetadata) -> str:
    """The licence that a package tells of itself: its expression, else its short name, else its classifiers."""
    told = about.json
    expression, named = str(told.get("license_expression", "")), str(told.get("license", "")).strip()
    if expression:
        return expression
    if named and "\n" not in named and len(named) <= _LONGEST_NAME:
        return named
    classifiers = [str(each) for each in told.get("classifier", ())]
    kinds = [each.rpartition(" :: ")[2] for each in classifiers if each.startswith("License ::")]
    return ", ".join(kinds) or NOT_TOLD


def packages() -> list[Package]:
    """Every locked package, as far as it is installed here."""
    versions = locked(LOCK.read_text(encoding="utf-8"))
    installed = {normal(each.metadata["Name"]): each for each in metadata.distributions()}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = shipped(project["dependencies"], {name: each.requires or () for name, each in installed.items()})
    return [
        Package(
            name,
            version,
            licence_of(installed[name].metadata) if name in installed else NOT_TOLD,
            name in needed,
        )
        for name, version in versions
    ]


def bill(version: str, listed: Iterable[Package]) -> dict[str, Any]:
    """The bill of materials in CycloneDX 1.6. It has no date and no number of its own: same lock, same bill."""
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": "neutrogui", "name": "neutrogui", "version": version}
        },
        "components": [_component(each) for each in listed],
    }


def _component(package: Package) -> dict[str, Any]:
    address = f"pkg:pypi/{package.name}@{package.version}"
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": address,
        "name": package.name,
        "version": package.version,
        "scope": "required" if package.shipped else "excluded",
        "purl": address,
    }
    if package.licence != NOT_TOLD:
        component["licenses"] = [{"license": {"name": package.licence}}]
    return component


def told_of_faults(answer: Mapping[str, Any], names: Iterable[str]) -> tuple[list[str], list[str]]:
    """From pip-audit's answer: a line for each known fault, and the packages that were not looked up."""
    faults, looked_up = [], set()
    for each in answer.get("dependencies", ()):
        if "vulns" not in each or "skip_reason" in each:
            continue
        looked_up.add(normal(each["name"]))
        for fault in each["vulns"]:
            mended = ", ".join(fault.get("fix_versions") or ()) or "no version"
            faults.append(f"{each['name']} {each['version']}: {fault['id']}, mended in {mended}")
    return faults, sorted(set(map(normal, names)) - looked_up)


def ask(uv: str) -> Mapping[str, Any] | None:
    """What pip-audit answers; None when it can't be had or gave no answer."""
    command = [uv, "tool", "run", "--quiet", "--from", PIP_AUDIT, "pip-audit", "--disable-pip", "--require-hashes"]
    command += ["--requirement", str(LOCK), "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None


def main() -> int:
    """Write the bill, tell licences and faults."""
    listed = packages()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    SBOM.parent.mkdir(exist_ok=True)
    SBOM.write_text(json.dumps(bill(version, listed), indent=2) + "\n", encoding="utf-8")
    for each in listed:
        print(f"{'shipped' if each.shipped else 'tool   '}  {each.name} {each.version}: {each.licence}")
    print(
        f"{len(listed)} packages, {sum(each.shipped for each in listed)} of them shipped. The bill is in {SBOM.name}."
    )
    if "--offline" in sys.argv[1:]:
        print("Known faults were not looked up.")
        return 0
    local = ROOT / ".tools" / "uv"
    uv = str(local) if local.exists() else shutil.which("uv")
    answer = ask(uv) if uv else None
    if answer is None:
        print("Known faults were not looked up: uv is missing, or pip-audit gave no answer.", file=sys.stderr)
        return 0
    names = {each.name for each in listed}
    faults, left = told_of_faults(answer, names)
    for line in faults:
        print(f"KNOWN FAULT  {line}", file=sys.stderr)
    if left:
        print(f"Not looked up, since the package index does not answer for them: {', '.join(left)}.", file=sys.stderr)
    print(f"{len(names) - len(left)} of {len(names)} packages looked up, {len(faults)} known faults.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
