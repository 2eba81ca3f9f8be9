"""Who is measured: each a function from one page to its text, made in the process that runs it.

`Contender.reads` says what it is given: "text", the flattened page, or "html". Where a tool wants
a model, a language or an address, it gets the plainest that its documentation shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

Run = Callable[[str], Any]


class Contender(NamedTuple):
    """`package` is what its version is asked of; `make` imports it and returns the function."""

    package: str
    reads: str
    make: Callable[[], Run]


def _scrapeclean() -> Run:
    import scrapeclean

    return lambda text: scrapeclean.clean(text).text


def _scrapeclean_articles() -> Run:
    import scrapeclean

    return lambda text: [article.body for article in scrapeclean.clean(text).articles]


def _lines() -> Run:
    from scrapeclean.pipeline import Pipeline

    return Pipeline(()).clean


def _ftfy() -> Run:
    import ftfy

    return ftfy.fix_text


def _clean_text() -> Run:
    from cleantext import clean

    return lambda text: clean(text, lower=False)


def _trafilatura() -> Run:
    import trafilatura

    return trafilatura.extract


def _readability() -> Run:
    from lxml.html import fromstring
    from readability import Document

    return lambda html: fromstring(Document(html).summary()).text_content()


def _justext() -> Run:
    import justext

    stop_words = justext.get_stoplist("English")

    def run(html: str) -> str:
        paragraphs = justext.justext(html, stop_words)
        return "\n".join(p.text for p in paragraphs if not p.is_boilerplate)

    return run


def _newspaper() -> Run:
    import newspaper

    def run(html: str) -> str:
        article = newspaper.Article("https://example.com/news/1", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return str(article.text)

    return run


def _datatrove(name: str) -> Callable[[], Run]:
    def make() -> Run:
        from datatrove.data import Document
        from datatrove.pipeline import filters

        keeps = getattr(filters, name)().filter
        return lambda text: keeps(Document(text=text, id="0"))

    return make


def _resiliparse() -> Run:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html: extract_plain_text(html, main_content=False)


OURS = {
    "scrapeclean": Contender("scrapeclean", "text", _scrapeclean),
    "scrapeclean, articles": Contender("scrapeclean", "text", _scrapeclean_articles),
    "scrapeclean, no cleaner": Contender("scrapeclean", "text", _lines),
    "ftfy": Contender("ftfy", "text", _ftfy),
}
OTHERS = {
    "clean-text": Contender("clean-text", "text", _clean_text),
    "datatrove C4": Contender("datatrove", "text", _datatrove("C4QualityFilter")),
    "datatrove Gopher quality": Contender("datatrove", "text", _datatrove("GopherQualityFilter")),
    "datatrove Gopher repetition": Contender(
        "datatrove", "text", _datatrove("GopherRepetitionFilter")
    ),
    "resiliparse, flatten": Contender("resiliparse", "html", _resiliparse),
    "trafilatura": Contender("trafilatura", "html", _trafilatura),
    "readability-lxml": Contender("readability-lxml", "html", _readability),
    "jusText": Contender("justext", "html", _justext),
    "newspaper4k": Contender("newspaper4k", "html", _newspaper),
}
CONTENDERS = {**OURS, **OTHERS}
