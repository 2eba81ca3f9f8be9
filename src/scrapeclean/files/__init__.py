"""Files: bytes and text, which files are meant, and how one is replaced in a single move."""

from scrapeclean.files.coding import decode, encode, is_binary
from scrapeclean.files.reading import BinaryFileError, Source, explain, read_source
from scrapeclean.files.replacing import Staged, remove_strays, replace_file
from scrapeclean.files.walking import Choice, Trouble, find_files

__all__ = [
    "BinaryFileError",
    "Choice",
    "Source",
    "Staged",
    "Trouble",
    "decode",
    "encode",
    "explain",
    "find_files",
    "is_binary",
    "read_source",
    "remove_strays",
    "replace_file",
]
