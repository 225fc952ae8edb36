"""The audit tells every locked package, and never calls sound what it could not look up."""

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("audit", ROOT / "tools" / "audit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["audit"] = module
    spec.loader.exec_module(module)
    return module


def about(**told: str | list[str]) -> SimpleNamespace:
    return SimpleNamespace(json=told)


LOCK = """# a comment with name==1
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:00
Jinja-Two==3.1.6 \\
    --hash=sha256:11 \\
    # via
    #   other==1
plain==1 ; python_full_version < '3.12' \\
plain==2 ; python_full_version >= '3.12' \\
"""


def test_a_lock_is_read_line_by_line(audit: ModuleType) -> None:
    assert audit.locked(LOCK) == [("Jinja-Two", "3.1.6"), ("colorama", "0.4.6"), ("plain", "1"), ("plain", "2")]


def test_every_package_of_the_lock_is_in_the_bill_once_with_version_and_address(audit: ModuleType) -> None:
    bill = audit.bill("1.0", audit.packages())
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    wanted = sorted(re.findall(r"^([a-z0-9-]+)==([^ \\]+)", lock, re.MULTILINE))
    assert [(each["name"], each["version"]) for each in bill["components"]] == wanted
    assert [each["purl"] for each in bill["components"]] == [f"pkg:pypi/{name}@{version}" for name, version in wanted]


def test_what_users_get_is_told_apart(audit: ModuleType) -> None:
    scopes = {each["name"]: each["scope"] for each in audit.bill("1.0", audit.packages())["components"]}
    required = {name for name, scope in scopes.items() if scope == "required"}
    assert required == {
        "pyside6-essentials", "shiboken6", "sqlalchemy", "typing-extensions", "platformdirs", "typst",
        "pynacl", "cffi", "pycparser",
    }  # fmt: skip
    assert set(scopes.values()) == {"required", "excluded"}


def test_the_bill_has_what_its_form_demands_and_is_the_same_every_time(audit: ModuleType) -> None:
    bill = audit.bill("1.0", audit.packages())
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(references) == len(set(references))
    for each in bill["components"]:
        assert each["type"] == "library"
        assert each["name"]
    assert json.dumps(bill) == json.dumps(audit.bill("1.0", audit.packages()))


def test_what_an_extra_asks_for_is_not_shipped(audit: ModuleType) -> None:
    requires = {"a": ["B_b>=1", "c ; extra == 'more'"], "b-b": ["a", "d.d (>2)"]}
    assert audit.shipped(["A==1"], requires) == {"a", "b-b", "d-d"}


@pytest.mark.parametrize(
    ("headers", "licence"),
    [
        ({"license_expression": "MIT OR Apache-2.0", "license": "other"}, "MIT OR Apache-2.0"),
        ({"license": "BSD"}, "BSD"),
        ({"license": "x" * 61, "classifier": ["Topic :: A", "License :: OSI Approved :: MIT License"]}, "MIT License"),
        ({"license": "x" * 60}, "x" * 60),
        ({"classifier": ["License :: OSI Approved :: A", "License :: B"]}, "A, B"),
        ({"classifier": ["Topic :: A"]}, "not told"),
        ({}, "not told"),
    ],
)
def test_a_licence_is_told_as_the_package_tells_it(audit: ModuleType, headers: dict[str, str], licence: str) -> None:
    assert audit.licence_of(about(**headers)) == licence


def test_every_shipped_package_tells_its_licence(audit: ModuleType) -> None:
    assert [each.name for each in audit.packages() if each.shipped and each.licence == audit.NOT_TOLD] == []


def test_a_known_fault_is_told_with_the_version_that_mends_it(audit: ModuleType) -> None:
    answer = {
        "dependencies": [
            {"name": "A_a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}, {"id": "CVE-2"}]},
            {"name": "b", "version": "1", "vulns": []},
        ]
    }
    faults, left = audit.told_of_faults(answer, ["a-a", "b"])
    assert faults == ["A_a 1: CVE-1, mended in 2", "A_a 1: CVE-2, mended in no version"]
    assert left == []


def test_what_could_not_be_looked_up_is_never_called_sound(audit: ModuleType) -> None:
    answer = {"dependencies": [{"name": "a", "skip_reason": "not found"}, {"name": "b", "version": "1", "vulns": []}]}
    assert audit.told_of_faults(answer, ["a", "b", "c"]) == ([], ["a", "c"])
    assert audit.told_of_faults({}, ["a"]) == ([], ["a"])


def test_the_tool_names_no_registry() -> None:
    text = (ROOT / "tools" / "audit.py").read_text(encoding="utf-8")
    assert set(re.findall(r"\w+://[\w.]+", text)) == {"http://cyclonedx.org"}
