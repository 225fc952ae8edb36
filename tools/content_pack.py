"""Makes and signs content packs: keys, packs, signatures, and a look at each. docs/content-packs.md tells how.

The private key is read by `sign` alone, which needs no network: it can run on a computer that has none.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

from nacl.signing import SigningKey

from neutrogui.domain.library import LibraryError, edition_order
from neutrogui.handout.saving import SavingFailed, save
from neutrogui.store.connection import CONTENT_FILE
from neutrogui.store.library import open_library
from neutrogui.store.pack import (
    LABEL_LENGTH,
    LONGEST_EDITION,
    MAGIC,
    PACK_FILE,
    SIGNATURE_LENGTH,
    Label,
    is_signed_by,
    read_label,
    read_library,
    trusted_keys,
)
from neutrogui.store.schema import SCHEMA_VERSION

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
UNSIGNED = bytes(SIGNATURE_LENGTH)


class Refused(Exception):
    """What was asked for can't be done; the text says why."""


def keygen(name: str, folder: Path) -> str:
    """Write NAME.key, which only its owner may read, and NAME.pub beside it; nothing is overwritten.

    A private key file holds the seed and then the public key, so that neither file can be taken for the other.
    """
    private, public = folder / f"{name}.key", folder / f"{name}.pub"
    if public.exists():
        raise Refused(f"{public} is there already.")
    key = SigningKey.generate()
    with os.fdopen(os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
        file.write((key.encode() + key.verify_key.encode()).hex() + "\n")
    public.write_text(key.verify_key.encode().hex() + "\n", encoding="ascii")
    return f"Wrote {private}, to be kept secret, and {public}."


def build(content: Path, pack: Path) -> str:
    """Write an unsigned pack of the compiled content in a folder."""
    edition = open_library(content).edition
    if not edition_order(edition.name) or len(edition.name) > LONGEST_EDITION:
        form = f"whole numbers with dots between, such as 2026.12, of at most {LONGEST_EDITION} letters"
        raise Refused(f"The edition “{edition.name}” cannot be compared with others: it has to be {form}.")
    label = Label(edition.name, SCHEMA_VERSION, bytes.fromhex(edition.digest))
    save(label.to_bytes() + UNSIGNED + (content / CONTENT_FILE).read_bytes(), pack)
    return f"Wrote {pack}, edition {edition.name}, digest {edition.digest}, not yet signed."


def sign(pack: Path, private: Path) -> str:
    """Sign a pack in its place, once its content is found to be what its label says."""
    label, _, content = _parts(pack)
    if hashlib.sha256(content).digest() != Label.from_bytes(label).digest:
        raise Refused(f"{pack} is damaged or incomplete.")
    key = _private_key(private)
    save(label + key.sign(label).signature + content, pack)
    return f"Signed {pack}, digest {Label.from_bytes(label).digest.hex()}, with {private.name}."


def _private_key(path: Path) -> SigningKey:
    try:
        data = bytes.fromhex(path.read_text(encoding="ascii"))
        key = SigningKey(data[:32])
    except ValueError as error:
        raise Refused(f"{path} is no private key.") from error
    if data[32:] != key.verify_key.encode():
        raise Refused(f"{path} is no private key.")
    return key


def show(pack: Path, keys: Path) -> str:
    """What a pack says of itself, right or not, and whether one of the keys in a folder signed it."""
    label, signature, content = _parts(pack)
    told = Label.from_bytes(label)
    whole = hashlib.sha256(content).digest() == told.digest
    known = any(is_signed_by(key, label, signature) for key in trusted_keys(keys))
    unknown = "nobody" if signature == UNSIGNED else f"no key in {keys}"
    return "\n".join(
        (
            f"edition    {told.edition}",
            f"schema     {told.schema}",
            f"digest     {told.digest.hex()}",
            f"content    {len(content):,} bytes, {'whole' if whole else 'DAMAGED OR INCOMPLETE'}",
            f"signed by  {f'a key in {keys}' if known else unknown}",
        )
    )


def verify(pack: Path, keys: Path) -> str:
    """Read a pack as the program does that holds the keys in a folder; only that it is newer is not looked at."""
    with pack.open("rb") as file:
        edition = read_library(file, read_label(file, trusted_keys(keys))).edition
    return f"{pack} is right: edition {edition.name} of {edition.date}, {edition.entries} entries."


def _parts(pack: Path) -> tuple[bytes, bytes, bytes]:
    data = pack.read_bytes()
    end = LABEL_LENGTH + SIGNATURE_LENGTH
    if not data.startswith(MAGIC) or len(data) < end:
        raise Refused(f"{pack} is no content pack.")
    return data[:LABEL_LENGTH], data[LABEL_LENGTH:end], data[end:]


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it was done, 1 when not."""
    options = _parser().parse_args(arguments)
    try:
        print(options.run(options))
    except (Refused, LibraryError, SavingFailed) as refused:
        print(refused, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
    else:
        return 0
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="content_pack.py", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(name: str, about: str, run: Callable[[argparse.Namespace], str]) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=about, description=about)
        made.set_defaults(run=run)
        return made

    made = command("keygen", "make NAME.key and NAME.pub", lambda o: keygen(o.name, o.folder))
    made.add_argument("name")
    made.add_argument("--folder", type=Path, default=Path(), help="where they go (default: here)")
    made = command("build", "make an unsigned pack of compiled content", lambda o: build(o.content, o.to))
    made.add_argument("--content", type=Path, default=RESOURCES / "compiled", help="default: resources/compiled")
    made.add_argument("--to", type=Path, default=Path(PACK_FILE), help=f"default: {PACK_FILE}")
    made = command("sign", "sign a pack in its place", lambda o: sign(o.pack, o.key))
    made.add_argument("pack", type=Path)
    made.add_argument("--key", type=Path, required=True, help="the private key")
    for name, about, run in (
        ("show", "tell what is in a pack and who signed it", show),
        ("verify", "read a pack as the program does", verify),
    ):
        made = command(name, about, lambda o, run=run: run(o.pack, o.keys))  # type: ignore[misc]
        made.add_argument("pack", type=Path)
        made.add_argument("--keys", type=Path, default=RESOURCES / "keys", help="default: resources/keys")
    return parser


if __name__ == "__main__":
    sys.exit(main())
