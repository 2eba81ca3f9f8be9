"""Bytes and text, finding files, and replacing one in a single move."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.errors import FormatError
from scrapeclean.files.coding import decode, encode, is_binary, no_prose
from scrapeclean.files.replacing import Staged, remove_strays, replace_file
from scrapeclean.files.walking import Choice, Trouble, find_files

BOM = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    ("data", "text", "bom"),
    [
        (b"", "", b""),
        (b"One.\n", "One.\n", b""),
        (b"One.\r\nTwo.", "One.\r\nTwo.", b""),
        (b"One.\rTwo.\r", "One.\rTwo.\r", b""),
        (BOM, "", BOM),
        (BOM + b"One.", "One.", BOM),
        (BOM + BOM + b"One.", "\ufeffOne.", BOM),
        (b"One." + BOM, "One.\ufeff", b""),
        ("Žluťoučký 北京 😀\n".encode(), "Žluťoučký 北京 😀\n", b""),
    ],
)
def test_decode_and_encode_are_each_others_inverse(data, text, bom):
    assert decode(data, "page.txt") == (text, bom)
    assert encode(text, bom) == data


@given(st.text(), st.sampled_from([b"", BOM]))
def test_any_text_survives(text, bom):
    if text.startswith("\ufeff") and not bom:
        return  # its first character is a mark, and comes back as one

    assert decode(encode(text, bom), "page.txt") == (text, bom)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"caf\xe9 au lait",
            "page.txt: byte 3 (0xe9) is not UTF-8: "
            "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8",
        ),
        (
            BOM + b"\xff",
            "page.txt: byte 3 (0xff) is not UTF-8: "
            "convert the file, as with iconv -f WINDOWS-1252 -t UTF-8",
        ),
        (
            "One.".encode("utf-16"),
            "page.txt: this is UTF-16: convert it, as with iconv -f UTF-16 -t UTF-8",
        ),
        (
            "One.".encode("utf-32"),
            "page.txt: this is UTF-32: convert it, as with iconv -f UTF-32 -t UTF-8",
        ),
    ],
)
def test_what_is_not_utf8_is_refused_with_its_place(data, message):
    with pytest.raises(FormatError) as caught:
        decode(data, "page.txt")

    assert str(caught.value) == message


def test_half_a_surrogate_pair_is_refused_with_its_place():
    with pytest.raises(FormatError, match="character 2 is half a surrogate pair"):
        encode("ab\ud800c")


@pytest.mark.parametrize(
    ("data", "binary"),
    [(b"One.", False), (b"One\0", True), (b"", False), ("One.".encode("utf-16"), False)],
)
def test_a_nul_byte_tells_a_binary_file(data, binary):
    assert is_binary(data) is binary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html>\n<title>Rain</title>", "HTML"),
        ("\n\n  <html lang='nl'>", "HTML"),
        ('<?xml version="1.0"?>\n<!-- old -->\n<HTML>', "HTML"),
        ('{"text": "Rain."}', "JSON"),
        ('{"text": "Rain."}\n{"text": "Sun."}\n', "JSON"),
        ('[\n {\n  "text": "Rain."\n }\n]\n', "JSON"),
        ("", ""),
        ("Rain.\n<html>\n", ""),
        ("<htmlsucht> is a word", ""),
        ("<p>One tag makes no page.</p>", ""),
        ("[Video] Rain in Ghent", ""),
        ("[1] is a footnote", ""),
        ("[]", ""),
        ("{name}, welcome back!", ""),
        ('{"text": "Rain.', ""),
        ("[" * 100_000, ""),
        ('"A quote," he said.', ""),
        ("2024 was wet.", ""),
    ],
)
def test_documents_that_are_no_plain_text(text: str, kind: str):
    assert no_prose(text).removeprefix("this is ")[:4] == kind


def text_files(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One.\n")


def found_in(folder: Path, choice: Choice, *paths: str) -> list[str]:
    """The names of the files that `paths`, below `folder`, mean; ``!`` before one not taken."""
    found = find_files([str(folder / path) for path in paths or [""]], choice)
    return [
        f"!{item.path.relative_to(folder)}"
        if isinstance(item, Trouble)
        else str(item.relative_to(folder))
        for item in found
    ]


def test_a_folder_gives_its_text_files_in_order(tmp_path: Path):
    text_files(tmp_path, "b.txt", "a.txt", "c.md", "sub/deep/d.txt", "a/z.txt")

    assert found_in(tmp_path, Choice()) == ["a.txt", "b.txt", "a/z.txt", "sub/deep/d.txt"]


def test_hidden_files_and_folders_are_left_alone(tmp_path: Path):
    text_files(tmp_path, ".hidden.txt", ".git/a.txt", "seen.txt")

    assert found_in(tmp_path, Choice()) == ["seen.txt"]


def test_a_file_named_as_such_is_taken_whatever_its_name(tmp_path: Path):
    text_files(tmp_path, ".hidden.txt", "page.news")

    assert found_in(tmp_path, Choice(), ".hidden.txt", "page.news") == [".hidden.txt", "page.news"]


@pytest.mark.parametrize(
    ("include", "said"),
    [
        (("*.txt",), "*.txt"),
        (("*.a", "*.b", "*.c", "*.d", "*.e"), "*.a, *.b, *.c, *.d, …"),
    ],
)
def test_a_folder_without_a_file_to_take_is_told(tmp_path: Path, include, said: str):
    text_files(tmp_path, "page.md", "sub/page.html")
    (trouble,) = find_files([str(tmp_path)], Choice(include))

    assert trouble == Trouble(
        tmp_path, f"{tmp_path}: skipped, it holds no file called {said}", failed=False
    )


@pytest.mark.parametrize(
    ("exclude", "left"),
    [
        ("old", ["a.txt", "sub/b.txt"]),
        ("*.txt", []),
        ("sub/*", ["a.txt", "old/c.txt"]),
        ("b.*", ["a.txt", "old/c.txt"]),
        ("nothing", ["a.txt", "old/c.txt", "sub/b.txt"]),
    ],
)
def test_exclude_holds_for_names_paths_and_folders(tmp_path: Path, exclude: str, left: list[str]):
    text_files(tmp_path, "a.txt", "old/c.txt", "sub/b.txt")

    assert found_in(tmp_path, Choice(exclude=(exclude,))) == left


def test_the_case_of_an_ending_does_not_matter(tmp_path: Path):
    for name in ("a.TXT", "Mr. B.Txt", "c.txt", "d.JSONL.gz", "e.TXT.bak"):
        (tmp_path / name).touch()

    assert found_in(tmp_path, Choice()) == ["Mr. B.Txt", "a.TXT", "c.txt"]
    assert found_in(tmp_path, Choice(include=("*.jsonl.gz",))) == ["d.JSONL.gz"]
    assert found_in(tmp_path, Choice(include=("*",), exclude=("*.txt",))) == [
        "d.JSONL.gz",
        "e.TXT.bak",
    ]


def test_a_pattern_in_capitals_takes_capitals_alone(tmp_path: Path):
    for name in ("a.TXT", "b.txt"):
        (tmp_path / name).touch()

    assert found_in(tmp_path, Choice(include=("*.TXT",))) == ["a.TXT"]
    assert found_in(tmp_path, Choice(include=("A.*", "b.*"))) == ["b.txt"]


def test_include_takes_other_names(tmp_path: Path):
    text_files(tmp_path, "a.txt", "b.md", "c.news")

    assert found_in(tmp_path, Choice(include=("*.md", "*.news"))) == ["b.md", "c.news"]


def test_patterns_are_expanded_and_one_without_a_match_is_told(tmp_path: Path):
    text_files(tmp_path, "a.txt", "sub/b.txt", "sub/c.md")

    assert found_in(tmp_path, Choice(), "**/*.txt") == ["a.txt", "sub/b.txt"]
    assert found_in(tmp_path, Choice(), "*.rst") == ["!*.rst"]


def test_a_name_with_brackets_is_no_pattern_where_it_exists(tmp_path: Path):
    text_files(tmp_path, "[1].txt", "1.txt")

    assert found_in(tmp_path, Choice(), "[1].txt") == ["[1].txt"]


def test_a_file_meant_twice_is_taken_once(tmp_path: Path):
    text_files(tmp_path, "a.txt")

    assert found_in(tmp_path, Choice(), "a.txt", "", "./a.txt", "*.txt") == ["a.txt"]


def test_links_are_not_followed_out_of_the_folder(tmp_path: Path):
    text_files(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in/to_file.txt").symlink_to(tmp_path / "out/b.txt")
    (tmp_path / "in/to_folder").symlink_to(tmp_path / "out")
    (tmp_path / "in/inside.txt").symlink_to(tmp_path / "in/a.txt")

    assert found_in(tmp_path, Choice(), "in") == ["in/a.txt", "!in/to_file.txt", "!in/to_folder"]


def test_what_git_ignores_is_left_out_on_request(tmp_path: Path):
    text_files(tmp_path, "a.txt", "drafts/b.txt", "kept/c.txt")
    (tmp_path / ".gitignore").write_text("drafts/\n")
    subprocess.run(["git", "init", "-q", tmp_path], check=True)

    assert found_in(tmp_path, Choice(gitignore=True)) == ["a.txt", "kept/c.txt"]
    assert found_in(tmp_path, Choice()) == ["a.txt", "drafts/b.txt", "kept/c.txt"]


def test_outside_a_repository_git_cannot_be_asked(tmp_path: Path):
    text_files(tmp_path, "a.txt")

    (trouble,) = find_files([str(tmp_path)], Choice(gitignore=True))

    assert isinstance(trouble, Trouble)
    assert trouble.message == (
        f"{tmp_path}: git cannot say what it ignores here: is this folder in a repository? "
        "If not, leave --gitignore out"
    )


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(b"old")
    return path


def test_a_replaced_file_keeps_its_mode_and_leaves_nothing_beside_it(page: Path):
    page.chmod(0o640)

    replace_file(page, b"new", page.stat())

    assert page.read_bytes() == b"new"
    assert page.stat().st_mode & 0o7777 == 0o640
    assert list(page.parent.iterdir()) == [page]


def test_a_link_stays_a_link(page: Path):
    link = page.with_name("link.txt")
    link.symlink_to(page)

    replace_file(link, b"new", link.stat())

    assert link.is_symlink()
    assert page.read_bytes() == b"new"


def test_a_file_that_changed_since_it_was_read_is_left_as_it_is(page: Path):
    state = page.stat()
    page.write_bytes(b"edited by somebody else")

    with pytest.raises(FormatError) as caught:
        replace_file(page, b"new", state)

    assert str(caught.value) == (
        f"{page}: changed while it was being cleaned, so it was left as it is: run again"
    )
    assert page.read_bytes() == b"edited by somebody else"
    assert list(page.parent.iterdir()) == [page]


def test_what_is_staged_and_not_committed_goes(page: Path):
    staged = Staged(page, b"new", page.stat())
    assert len(list(page.parent.iterdir())) == 2

    staged.discard()

    assert list(page.parent.iterdir()) == [page]
    assert page.read_bytes() == b"old"


def test_an_interruption_leaves_nothing_beside_the_file(page: Path, monkeypatch):
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scrapeclean.files.replacing.os.fsync", interrupted)

    with pytest.raises(KeyboardInterrupt):
        replace_file(page, b"new", page.stat())

    assert list(page.parent.iterdir()) == [page]
    assert page.read_bytes() == b"old"


def test_strays_of_the_dead_go_and_those_of_the_living_stay(page: Path):
    stray = page.with_name(".scrapeclean-k3j_4h2a.tmp")
    stray.write_bytes(b"half")
    other = page.with_name(".scrapeclean-notes.tmp")
    other.write_bytes(b"mine")
    living = Staged(page, b"new", page.stat())

    assert remove_strays([page.parent]) == 1
    assert not stray.exists()
    assert other.exists()

    living.commit()
    assert page.read_bytes() == b"new"
