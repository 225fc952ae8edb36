"""NeutroGUI: an offline desktop reference on neutropenia."""

__version__ = "0.1.0"
