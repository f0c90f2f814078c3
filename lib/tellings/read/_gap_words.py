"""The words by which a hole in a sentence is known: English's closed classes, and verbs that ask for an object."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = frozenset({"the", "a", "an"})
# Without "his" and "her", which also stand alone.
DETERMINERS = ARTICLES | {"my", "your", "their", "our", "its"}
CONJUNCTIONS = frozenset({"and", "or", "but", "nor"})
# Words that a mark with a space before it cannot follow.
OPEN_ENDED = (
    _set(
        "of in at on from with by for to against between among into toward towards via under over after before"
        " since until during about like than as through near behind around across beyond without within upon"
        " despite alongside versus vs because that who whose is are was were told fellow former"
        " northern southern eastern western"
    )
    | DETERMINERS
    | CONJUNCTIONS
)
# Prepositions that another one cannot follow, and that are hardly ever a verb's particle.
PURE = _set("of in at on from with by for to against between among into toward towards via during")
SUBORDINATORS = _set("if because although though while whilst since until unless whether after before")
PARTICLES = _set("up out off down over back away")
BE = _set("is are was were")
AUXILIARIES = BE | _set("has had would could should can ca will wo may might must did does do have")
# Auxiliaries that are no noun: "the will", "the can", "the might".
PLAIN_AUXILIARIES = AUXILIARIES - _set("will can might must may do have")
TITLES = frozenset({"Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms."})
# Past forms that are neither a participle nor a noun: they need a subject.
PAST = _set(
    "came went took gave began wrote spoke broke drew flew grew knew threw became ate froze shook swore tore"
    " chose stole undertook withdrew overcame was were did had"
)
SAYING = _set(
    "said says added adds told tells wrote writes asked asks explained explains insisted insists argued argues"
    " claimed claims continued concluded tweeted warned warns replied demanded recalled stated states"
)
# Verbs whose passive may still have an object: "when told the truth", "if given a chance".
DITRANSITIVE = _set(
    "given told asked offered granted denied shown handed paid awarded taught sent called named made considered"
    " deemed elected appointed declared thought found left promised served allowed refused dubbed labelled"
    " labeled fined charged crowned"
)
# Verbs that cannot stand without an object.
NEED_OBJECT = _set(
    "include includes included including involve involves involving cover covers joining avoid avoiding accuse"
    " accused accuses accusing urge urges urging slam slams slammed denounce denounces denounced replace"
    " replacing tell telling regarding concerning accompanying naming thank thanking thanked blaming endorse"
    " endorses visiting praise praises praised praising criticise criticised criticize criticized represent"
    " represents representing describe described describing facing featuring following beating defeating"
    " inviting invited oppose opposes"
)
# Words after which "and" cannot come first.
BEFORE_AND = _set("between both including especially particularly namely notably")
# Nouns that a preposition may follow when its object stands before: "the club which he is a member of".
LIGHT_NOUNS = _set(
    "part member members contact care control charge advantage use trouble touch love faith interest sight hold"
    " track fun role access look fan fans friends line one piece bit lot victim lack attention rid"
    " course kind sort type"
)
# Words before a full stop that do not end a sentence.
ABBREVIATIONS = _set(
    "inc corp co ltd bros etc vs al jr sr st dr mr mrs ms prof capt gen gov sen sens rep reps rev hon lt col"
    " sgt jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun mass calif conn fla ariz"
    " penn wash ave dept est approx no nos vol fig messrs assn univ maj adm cmdr det insp supt"
)
TIMES = _set("week month year night weekend morning summer winter spring autumn fall afternoon evening")
