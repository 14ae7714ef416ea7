"""Side by Side: decisions made together as equals."""

__version__ = "0.1.0"
