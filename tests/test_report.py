"""The report: what goes is struck, what is said is true, and nothing of a page is obeyed."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scrapeclean.cleaners.spacing import Spacing
from scrapeclean.cli.main import main
from scrapeclean.edits import Edit
from scrapeclean.pipeline import Pipeline
from scrapeclean.report import ReportPage, html

SPACING = Pipeline([Spacing()])
VOID = {"meta", "!doctype"}
OPTIONAL_END = {"th", "td", "tr"}


def report(*texts: str, pipeline: Pipeline = SPACING) -> str:
    pages = (ReportPage(f"{n}.txt", pipeline.clean(text)) for n, text in enumerate(texts))
    return "".join(html(pages))


class Balance(HTMLParser):
    """Collects the tags that were opened and not closed, or the reverse."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(document)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in VOID | OPTIONAL_END:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in OPTIONAL_END and (not self.open or self.open.pop() != tag):
            self.faults.append(tag)


def test_what_goes_is_struck_with_its_cleaner_and_reason():
    found = report("One.\n\n\n\nTwo.")

    assert "<del>[1 line end]</del><del>[1 line end]</del>" in found
    assert '<span class="why">spacing: a blank line too many</span>' in found
    assert "2 edits, 83% of the characters stay" in found


def test_the_summary_counts_all_pages():
    found = report("One.\n\n\n\nTwo.", "Clean.", "")

    assert "1 of 3 pages change; 18 characters become 16 (89% stay)." in found
    assert "<tr><td>spacing<td>2<td>2</tr>" in found


def test_a_page_cannot_write_to_the_report():
    found = report('</div><script>alert("1")</script>&amp;\x1b[31m\u202e', "a\r\nb\rc")

    assert "<script" not in found
    assert "&lt;/div&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;" in found
    assert "\\u001b[31m\\u202e" in found
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", found)


def test_names_and_reasons_are_escaped_too():
    def shout(page):
        if "x" in page.text:
            at = page.text.index("x")
            yield Edit(at, at + 1, "x", "y", "<b>", "<i>")

    found = "".join(html([ReportPage("<a>", Pipeline([shout]).clean("x"))]))

    assert "<h2>&lt;a&gt;</h2>" in found
    assert '<del>x</del><ins>y</ins><span class="why">&lt;b&gt;: &lt;i&gt;</span>' in found


@pytest.mark.parametrize("texts", [(), ("",), ("One.\n\n\n\nTwo.",), ("long " * 1000, "<<>>")])
def test_every_tag_is_closed(texts):
    balance = Balance(report(*texts))

    assert (balance.open, balance.faults) == ([], [])


def test_what_stays_is_folded_away_from_line_to_line():
    line = "x" * 99 + "\n"

    found = report(line * 30 + "One.\n\n\n\nTwo.")

    assert f"{line * 4}<details><summary>2,300 characters stay</summary>{line * 23}</details>" in (
        found
    )


def test_it_fetches_nothing():
    assert not re.search(r"src=|href=|url\(|@import|<script|<link", report("One.\n\n\n\nTwo."))


def test_the_command(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("One.\n\n\n\nTwo.")
    Path("in.jsonl").write_text('{"text": "Three.\\n\\n\\n\\nFour."}\n[1]\n')

    assert main(["report", "page.txt", "in.jsonl", "-o", "out.html"]) == 2
    assert capsys.readouterr().err == (
        "scrapeclean: in.jsonl: record 2: not a JSON object: expecting { at character 0\n"
        "wrote out.html\n"
    )
    found = Path("out.html").read_text()
    assert "<h2>page.txt</h2>" in found
    assert "<h2>in.jsonl:1</h2>" in found
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.html", "page.txt"]


def test_a_corpus_that_is_not_there_is_named_and_the_others_shown(
    tmp_path: Path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("One.")

    assert main(["report", "gone.jsonl", "page.txt", "-o", "out.html"]) == 2
    assert "gone.jsonl: there is no such file" in capsys.readouterr().err
    assert "<h2>page.txt</h2>" in Path("out.html").read_text()


def test_the_command_writes_over_no_page(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text("One.")

    assert main(["report", "page.txt", "-o", "page.txt"]) == 2
    assert "give it a name that ends in .html" in capsys.readouterr().err
    assert Path("page.txt").read_text() == "One."


def test_only_some_pages_are_shown(tmp_path: Path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for number in range(5):
        Path(f"{number}.txt").write_text("One.")

    assert main(["report", ".", "-o", "out.html", "--limit", "2"]) == 0
    assert Path("out.html").read_text().count("<h2>") == 2
