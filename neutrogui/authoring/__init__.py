"""Build time only: reads and checks `resources/content` and compiles it into the SQLite file."""
