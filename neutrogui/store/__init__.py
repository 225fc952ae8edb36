"""The content, read from one verified SQLite file; gives domain records to the layers above."""
