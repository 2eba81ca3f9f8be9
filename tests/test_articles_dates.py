"""Dates as printed, in many scripts; and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapeclean.articles.dates import DATE_WIDTH, find_date
from scrapeclean.articles.tables import rows

DATES = [
    ("By Ann Poe October 3, 2024 5:26 AM 2 min read", "October 3, 2024 5:26 AM"),
    ("Published on Tuesday 17 January 2012 10:59", "Tuesday 17 January 2012 10:59"),
    ("Date: Tuesday, January 17, 2012, 6:39am EST", "Tuesday, January 17, 2012, 6:39am EST"),
    ("Updated Mar 5, 2026 at 4:28 PM EST | Fact-checked", "Mar 5, 2026 at 4:28 PM EST"),
    ("Thursday, 3rd of October 2024", "Thursday, 3rd of October 2024"),
    ("Stand: 5. Januar 2026 18:58 Uhr", "5. Januar 2026 18:58 Uhr"),
    ("Dodano: 29 grudnia 2011, 13:45 Autor: (jsz)", "29 grudnia 2011, 13:45"),
    ("1er mars 2023 à 12h30", "1er mars 2023 à 12h30"),
    ("3 de octubre de 2024", "3 de octubre de 2024"),
    ("2024. október 3.", "2024. október 3"),
    ("3 Ekim 2024 Perşembe 11:05", "3 Ekim 2024 Perşembe 11:05"),
    ("Δημοσίευση: 05 Ιαν. 2012, 10:27", "05 Ιαν. 2012, 10:27"),
    ("17 января 2012", "17 января 2012"),
    ("الخميس 3 أكتوبر 2024", "الخميس 3 أكتوبر 2024"),
    ("3 באוקטובר 2024", "3 באוקטובר 2024"),
    ("3 ตุลาคม 2567", "3 ตุลาคม 2567"),
    ("2024年10月3日 08:15", "2024年10月3日 08:15"),
    ("2024년 10월 3일", "2024년 10월 3일"),
    ("입력 2024.10.03 14:02", "2024.10.03 14:02"),
    ("2019-06-06T09:00", "2019-06-06T09:00"),
    ("20:01 | 27.11.2011", "27.11.2011"),
    ("May 5", "May 5"),
    ("4 czerwca", "4 czerwca"),
    ("2023 m. birželio 5 d. 14:22", "2023 m. birželio 5 d. 14:22"),
    ("2023. gada 9. maijs 11:15", "2023. gada 9. maijs 11:15"),
    ("14. apríl 2023", "14. apríl 2023"),
    ("20 сәуір 2023, 10:30", "20 сәуір 2023, 10:30"),
    ("۱۵ مهر ۱۴۰۲ - ۱۰:۲۰", "۱۵ مهر ۱۴۰۲ - ۱۰:۲۰"),
    ("۱۴۰۲/۰۷/۱۵", "۱۴۰۲/۰۷/۱۵"),
    ("প্রকাশ: ১৪ নভেম্বর ২০২৩, ১০:৩৫", "১৪ নভেম্বর ২০২৩, ১০:৩৫"),
    ("14 നവംബർ 2023", "14 നവംബർ 2023"),
    ("14 พ.ย. 2566 10:20 น.", "14 พ.ย. 2566 10:20"),
    ("ህዳር 4 ቀን 2016", "ህዳር 4 ቀን 2016"),
    ("១៤ វិច្ឆិកា ២០២៣", "១៤ វិច្ឆិកា ២០២៣"),
]
NO_DATES = [
    "2 hours ago",
    "Chapter 3 of 5",
    "May the rain pass",
    "Python 3.10.4 released",
    "They won 3-2 on penalties",
    "Call 555-0134 now",
    "In 2012 the river froze",
    "Marching on",
    "Art. 1403/12 of the statute book",
    "۱۲ نفر زخمی شدند",
    "",
]


@pytest.mark.parametrize(("line", "expected"), DATES)
def test_date_as_printed(line: str, expected: str):
    date = find_date(line)

    assert date is not None
    assert date.text == expected == line[date.start : date.end]


@pytest.mark.parametrize("line", NO_DATES)
def test_no_date(line: str):
    assert find_date(line) is None


def test_a_paragraph_prints_no_date():
    assert find_date("On May 5, 2024 " + "it rained " * 40) is None


@given(st.text(max_size=DATE_WIDTH))
def test_any_line_is_read(line: str):
    date = find_date(line)

    assert date is None or line[date.start : date.end] == date.text


def test_every_language_has_twelve_months():
    assert {language: len(row.split("|")) for language, row in rows("months")} == {
        language: 12 for language, _ in rows("months")
    }


@pytest.mark.parametrize("table", ["months", "weekdays", "roles", "caption_cues"])
def test_tables_are_sorted_by_language(table: str):
    languages = [language for language, _ in rows(table)]

    assert languages == sorted(set(languages))
