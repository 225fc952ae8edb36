"""`python -m neutrogui.authoring`: check the content's sources and compile them."""

import argparse
import sys
from pathlib import Path

from neutrogui.authoring.content import read_content
from neutrogui.authoring.writer import write_content


def compile_content(source: Path, target: Path | None) -> list[str]:
    """Check `source` and write the content into `target`; with mistakes nothing is written and they are given."""
    content, mistakes = read_content(source)
    if content is None:
        return [f"{source / mistake.file}:{mistake.line}: {mistake.message}" for mistake in mistakes]
    if target is not None:
        write_content(content, target)
    return []


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 when the content is right, 1 when it is not."""
    resources = Path(__file__).resolve().parents[2] / "resources"
    parser = argparse.ArgumentParser(prog="python -m neutrogui.authoring", description=__doc__)
    parser.add_argument("--source", type=Path, default=resources / "content", help="the folder of the sources")
    parser.add_argument("--target", type=Path, default=resources / "compiled", help="where the content goes")
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    options = parser.parse_args(arguments)
    problems = compile_content(options.source, None if options.check else options.target)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} mistakes; nothing was written.", file=sys.stderr)
        return 1
    print("The content is right." if options.check else f"Wrote the content to {options.target}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
