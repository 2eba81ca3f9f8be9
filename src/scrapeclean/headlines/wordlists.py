"""Words that matter less or more than others, by kind; folded as headlines are."""

from __future__ import annotations

from scrapeclean.headlines.folding import fold, lower


def _folded(words: str) -> frozenset[str]:
    return frozenset(lower(fold(words)).split())


# Words that one copy of a headline has and another leaves out without a change of meaning. Only
# such as are no word of another kind in another language: not "die", "la", "un", "os".
ARTICLES = _folded(
    """
    a an and the
    das der ein eine und
    et le les une
    el las los una
    gli il
    een het
    uma
    """
)

# Their number tells one of a series from the next: "Part 2", where "Channel 4" is a name.
SERIAL = _folded(
    """
    chapter day episode game heat issue lesson match matchday matchweek no number page part round
    season series stage update vol volume week
    band folge kapitel nr nummer runde seite spieltag staffel tag teil woche
    chapitre épisode jour journée manche numéro page partie saison semaine tome
    capítulo día edición episodio jornada número parte ronda semana temporada
    capitolo giornata giorno numero parte puntata settimana stagione
    capítulo dia edição episódio parte rodada semana
    aflevering dag deel seizoen speelronde week
    część dzień kolejka numer odcinek sezon tydzień
    выпуск глава день неделя серия сезон тур часть
    επεισόδιο εβδομάδα ημέρα μέρος
    bölüm gün hafta sezon
    avsnitt dag del osa
    الأسبوع الجزء الحلقة اليوم
    חלק יום פרק שבוע
    """
)

# Words that make other news where they are added or left out: negation, order, degree, side, state.
TURNING = _folded(
    """
    no nobody non none nor not never nothing without hardly barely unless against anti
    second third fourth fifth last next first final another again more less fewer most least
    almost nearly half double twice only former ex vice deputy acting would-be
    attempted alleged suspected fake false possible potential planned
    north south east west northern southern eastern western
    kein keine keinen nicht nie niemals ohne gegen zweite zweiter dritte dritter erneut wieder
    fast beinahe mehr weniger ehemaliger mutmaßlicher versuchter nur
    ne ni pas jamais aucun aucune sans contre deuxième second troisième nouveau encore plus moins
    presque ancien ancienne présumé tentative
    no ni nunca jamás sin contra segundo segunda tercer tercera otro otra más menos casi
    presunto exministro
    non né mai senza contro secondo seconda terzo terza altro ancora più meno quasi presunto
    não nem nunca sem contra segundo segunda terceiro outro mais menos quase suposto
    geen niet nooit zonder tegen tweede derde weer meer minder bijna voormalig
    nie bez nigdy przeciw drugi druga trzeci trzecia znów więcej mniej prawie były
    не ни нет без никогда против второй вторая третий третья снова больше меньше почти бывший
    δεν μην όχι χωρίς ποτέ κατά δεύτερος δεύτερη τρίτος πάλι σχεδόν πρώην
    değil yok hiç asla karşı ikinci üçüncü yine daha neredeyse eski
    لا لم لن ليس غير بدون ضد ثان ثالث
    לא אין בלי נגד שני שלישי
    ikke ingen aldri uten mot andre tredje igjen inte ej aldrig utan mot tredje igen ei eivät ilman
    nem nincs nélkül ellen tidak bukan tanpa không chưa नहीं बिना
    """
)
