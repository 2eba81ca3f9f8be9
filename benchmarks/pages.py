"""What is measured on: pages made here, the two pages of the tests, or your own texts.

The pages made here are HTML and its flattened text, alike in everything that costs time: about
200 lines and 12,000 characters, two thirds of the lines menus, teasers and notices, one in three
not ASCII, in seven languages. They say nothing about quality.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

FIXTURES = Path(__file__).parent.parent / "tests" / "fixtures"

TOPICS = ("bridge", "harbour", "budget", "school", "storm", "election", "museum", "railway", "mine")
PLACES = ("Lyon", "Kraków", "Malmö", "Porto", "Tartu", "Graz", "Galway", "Brno", "Sofia", "Ghent")
PEOPLE = ("Ann Example", "José Núñez", "Łucja Wróbel", "Jürgen Groß", "Zoë O’Neill", "Çelik Ağa")
MENU = ("Home", "World", "Politics", "Business", "Opinion", "Sport", "Culture", "Travel", "Weather")
NOTICES = (
    "We use cookies to improve your experience.",
    "Sign up for our newsletter",
    "Please enter a valid email address",
    "Share",
    "Tweet",
    "3 min read",
    "Editors’ Picks",
    "Most read",
    "0 comments",
    "Advertisement",
    "Newsletter abonnieren",
    "Читайте также",
)
SENTENCES = (
    "The council of {place} agreed on Monday to keep the {topic} plan alive until the spring.",
    "“We were told nothing about the {topic},” said {person}. “Nobody asked us – and nobody will.”",
    "Officials in {place} put the cost at €{number} million, twice what they had promised.",
    "It was the {number}th time since 2009 that {person} had spoken in public about the {topic}.",
    "Der Rat von {place} hat beschlossen, die alte Brücke für {number} Tage zu schließen.",
    "Les élus de {place} ont voté « oui » à {number} voix, a précisé {person} à l’issue du débat.",
    "El alcalde, {person}, dijo que la decisión llegará en {number} días, quizá más.",
    "Rada miasta {place} zdecydowała, że most pozostanie otwarty do wiosny, mówi {person}.",
    "Городской совет решил в понедельник, что старый мост останется открытым до весны.",
    "市议会周一决定，旧桥将开放至春季。市长表示，他事先没有得到任何通知，也没有人问过他。",
)
#: How often each sentence is drawn: mostly English, as in the collections people clean.
WEIGHTS = (9, 6, 6, 6, 2, 2, 2, 2, 1, 1)


#: What a page of the trade carries besides its words: about 100,000 characters in all.
PICTURE = (
    "<picture>"
    + "".join(
        f"<source media='(min-width: {width}px)' srcset='https://img.example/{width}/a.webp {x}x'>"
        for width in (320, 640, 960)
        for x in (1, 2)
    )
    + "<img loading='lazy' alt='' src='https://img.example/320/a.jpg'></picture>"
)
HEAD = (
    "<meta charset='utf-8'>"
    + "".join(f"<meta property='og:thing{at}' content='Something about it'>" for at in range(60))
    + "".join(f"<link rel='preload' href='/static/{at}.js' as='script'>" for at in range(30))
    + "<style>"
    + "".join(f".box--{at}{{margin:0;padding:{at}px}}" for at in range(400))
    + "</style>"
)
SCRIPT = "<script>" + "window.page=window.page||{};window.page.push({a:1});" * 500 + "</script>"


class Sample(NamedTuple):
    """One page: its HTML, and the text that a flattening extractor makes of it."""

    html: str
    text: str


def made_pages(count: int, seed: int = 1) -> list[Sample]:
    """Return `count` pages, always the same for the same `seed`."""
    draw = random.Random(seed)
    htmls = [_page(draw) for _ in range(count)]
    return [Sample(html, flattened(html)) for html in htmls]


def real_pages() -> list[str]:
    """Return the two scraped pages that the tests clean."""
    return [path.read_bytes().decode("utf-8") for path in sorted(FIXTURES.glob("*.txt"))]


def own_texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each .txt file in `folder`, and of each record of its .jsonl(.gz)
    files; of a record, every string under "text" or in the mapping under "flats" is a text."""
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".txt":
            yield path.name, path.read_bytes().decode("utf-8")
        elif path.name.endswith((".jsonl", ".jsonl.gz")):
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rt", encoding="utf-8") as file:
                for number, line in enumerate(file):
                    for key, text in _texts(json.loads(line)):
                        yield f"{path.name}:{number}:{key}", text


def _texts(record: dict[str, object]) -> Iterator[tuple[str, str]]:
    flats = record.get("flats")
    for key, value in (flats if isinstance(flats, dict) else {"text": record.get("text")}).items():
        if isinstance(value, str) and value.strip():
            yield key, value


def _page(draw: random.Random) -> str:
    headline = escape(_headline(draw))
    caption = escape(f"The {draw.choice(TOPICS)} at dawn. ({draw.choice(PEOPLE)}/Agency)")
    prose = [_paragraph(draw) for _ in range(draw.randint(15, 45))]
    body = "\n".join(f"<p class='story__text'>{escape(words)}</p>" for words in prose)
    teasers = "".join(_teaser(draw) for _ in range(draw.randint(25, 55)))
    return (
        f"<!doctype html><html lang='en'><head><title>{headline} – The Example</title>{HEAD}</head>"
        f"<body class='page'><nav><ul class='menu'>{_items(MENU)}</ul></nav>"
        f"<main><article class='story'>{_boxed(f'<h1>{headline}</h1>')}"
        f"<div class='byline'>By {draw.choice(PEOPLE)}</div><time>March 4, 2024 5:26 AM</time>"
        f"<div class='share'>{_items(NOTICES[3:6], 'span')}</div>"
        f"<figure>{PICTURE}<figcaption>{caption}</figcaption></figure>"
        f"<p>{caption}</p>{_boxed(body)}</article></main>"
        f"<aside><h2>Most read</h2>{teasers}</aside>"
        f"<div class='cookie'>{_items(NOTICES, 'div')}</div>"
        f"<footer><ul>{_items(MENU)}</ul><p>© 2024 The Example. All rights reserved.</p></footer>"
        f"{SCRIPT}</body></html>"
    )


def _boxed(html: str) -> str:
    """The nests of boxes that templates leave around everything."""
    for name in ("grid__cell", "grid__row", "layout layout--wide"):
        html = f"<div class='{name}' data-component='{name}'>{html}</div>"
    return html


def _items(words: tuple[str, ...], tag: str = "li") -> str:
    return "".join(
        f"<{tag} class='item'><a class='item__link' href='/section/{at}'>{escape(name)}</a></{tag}>"
        for at, name in enumerate(words)
    )


def _teaser(draw: random.Random) -> str:
    return _boxed(
        f"{PICTURE}<h3 class='card__title'><a href='/news/{draw.random()}'>"
        f"{escape(_headline(draw))}</a></h3><div class='card__label'>{draw.choice(MENU)}</div>"
        f"<div class='card__time'>{draw.randint(2, 9)} min read</div>"
    )


def _headline(draw: random.Random) -> str:
    verb = draw.choice(("keeps", "closes", "fights over", "saves", "bets on", "loses"))
    return f"{draw.choice(PLACES)} {verb} its {draw.choice(TOPICS)} for {draw.randint(2, 99)} years"


def _paragraph(draw: random.Random) -> str:
    drawn = draw.choices(SENTENCES, WEIGHTS, k=draw.randint(1, 4))
    return " ".join(
        sentence.format(
            place=draw.choice(PLACES),
            topic=draw.choice(TOPICS),
            person=draw.choice(PEOPLE),
            number=draw.randint(2, 900),
        )
        for sentence in drawn
    )


class _Flattener(HTMLParser):
    """The text of a page in pieces, with the line breaks of its blocks."""

    BLOCKS = frozenset(
        ("article", "aside", "div", "figcaption", "footer", "h1", "h2", "h3", "li", "nav", "p")
    )
    SILENT = frozenset(("script", "style", "title"))

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self.muted = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        """Begin a line at a block."""
        self.muted += tag in self.SILENT
        self.break_line(tag)

    def handle_endtag(self, tag: str) -> None:
        """End a line with a block."""
        self.muted -= tag in self.SILENT
        self.break_line(tag)

    def break_line(self, tag: str) -> None:
        """Begin a new line at the border of a block; leave one blank line beside a paragraph."""
        if tag in self.BLOCKS:
            self.pieces.append("\n\n" if tag == "p" else "\n")

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self.muted:
            self.pieces.append(data)


def flattened(html: str) -> str:
    """Return all visible text of `html`, a line for each block, blank lines at paragraphs."""
    parser = _Flattener()
    parser.feed(html)
    pieces: list[str] = []
    gap = ""
    for piece in parser.pieces:
        if piece.isspace():
            gap = max(gap, piece.replace(" ", ""), key=len)
        elif piece:
            pieces += gap, piece
            gap = ""
    return "".join(pieces).strip() + "\n"
