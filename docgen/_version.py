"""The version of docgen, which can be imported without the rest."""

__version__ = "0.2.0"
