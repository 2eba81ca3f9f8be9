"""Files: bytes and text, which files are meant, and how one is replaced in a single move."""

from scrapeclean.files.coding import decode, encode, is_binary

__all__ = ["decode", "encode", "is_binary"]
