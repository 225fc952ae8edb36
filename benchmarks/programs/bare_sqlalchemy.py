"""A bare PySide6 window and then the import of SQLAlchemy: the least for a program that reads a database with it."""

from benchmarks.programs import bare
from benchmarks.programs.marks import mark

bare.show()
import sqlalchemy  # noqa: E402, F401

mark("imported")
