"""Files: bytes and text, which files are meant, and how one is replaced in a single move."""
