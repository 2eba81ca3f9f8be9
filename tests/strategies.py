"""Random text that looks like scraped pages: what laws are tested on."""

from __future__ import annotations

from hypothesis import strategies as st

PROSE = (
    "The council agreed on Monday to keep the old bridge open until the spring, officials said.",
    "“We were told nothing,” said the mayor. “Nobody asked us, and nobody will.”",
    "Der Rat hat am Montag beschlossen, die alte Brücke bis zum Frühjahr offen zu halten.",
    "Городской совет решил в понедельник, что старый мост останется открытым до весны.",
    "市议会周一决定，旧桥将开放至春季。市长表示，他事先没有得到任何通知，也没有人问过他。",
    "وافق المجلس يوم الاثنين على إبقاء الجسر القديم مفتوحًا حتى الربيع، حسبما قال مسؤولون.",
    "המועצה החליטה ביום שני להשאיר את הגשר הישן פתוח עד האביב, כך נמסר מדובר העירייה.",
    "A short one.",
    "Bridge to stay open until spring",
    "Bridge to stay open until spring, council says",
)
CAPTIONS = (
    "The old bridge at dawn, Monday, March 4, 2024. (Ann Example/Agency)",
    "The old bridge at dawn, Monday, March 4, 2024.",
    "Die alte Brücke. Foto: Agentur",
    "© Ann Example",
)
FURNITURE = (
    "Share Tweet Email Print",
    "Facebook\tTwitter | WhatsApp",
    "TT",
    "2 min read",
    "By Ann Example March 4, 2024 5:26 AM 2 min read",
    "This audio is created with AI assistance",
    "We use cookies to improve your experience. Accept all",
    "Sign up for our newsletter",
    "Please enter a valid email address",
    "Thank you for subscribing!",
    "Become a member today",
    "Read more: Five bridges that fell",
    "Editors' Picks",
    "Most read",
    "0 comments",
    "© 2024 Example Media. All rights reserved.",
    "Skip to content",
    "Newsletter abonnieren",
    "Читайте также:",
    "分享到",
    "اقرأ أيضا",
)
ODDITIES = (
    "",
    " ",
    "\t",
    "\u00a0\u2003two\u2009words\u00a0 ",
    "zero\u200bwidth\ufeff and soft\u00adhyphen",
    "form\x0cfeed",
    "vertical\x0btab",
    "next\x85line",
    "line\u2028separator and para\u2029separator",
    "nul\x00 bell\x07 escape\x1b[31m",
    "dÃ©jÃ\xa0 vu â€œquotedâ€\x9d",
    "Fish &amp; chips &lt;b&gt; &quot;now&quot; &nbsp;",
    "\u202eright to left override\u202c",
    "👩\u200d👩\u200d👧 family 🇺🇦 flag",
    "ﬁligree ﬂow",
    "ｆｕｌｌ　ｗｉｄｔｈ",
    "e\u0301 combining o\u0308",
    "lone surrogate \ud800",
    "=",
    "...",
    "•",
    "—" * 40,
    "a" * 300,
)
ENDS = ("\n", "\n", "\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", "\r", " \n", "\n\r", "")

contents = st.one_of(
    st.sampled_from(PROSE),
    st.sampled_from(CAPTIONS),
    st.sampled_from(FURNITURE),
    st.sampled_from(ODDITIES),
    st.text(max_size=30),
)
lines = st.builds(
    lambda words, end, times: (words + end) * times,
    contents,
    st.sampled_from(ENDS),
    st.sampled_from((1, 1, 1, 1, 2, 3)),
)

#: Any page: prose, captions, furniture and oddities, with every kind of line end.
pages = st.lists(lines, max_size=30).map("".join)

#: Short text of few characters, dense in what text arithmetic can get wrong.
scraps = st.text(alphabet="ab \r\n", max_size=12)
