"""Recipes: loading, checking and comparing packs. Nothing here needs a database, or Django set up."""

from sidebyside.recipes.loading import BrokenPack, NoSuchPack, available, load
from sidebyside.recipes.pack import Pack, pack_text

__all__ = ["BrokenPack", "NoSuchPack", "Pack", "available", "load", "pack_text"]
