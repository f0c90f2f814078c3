"""Closed lists of small words that the readers of quotations go by."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = _words("he she they i we it who you one another others someone somebody everyone many some")

#: Times, that stand between a subject and its verb or a verb and its object and belong to neither.
TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight earlier later recently now then once "
    "morning afternoon evening night week month year last next early late midday noon "
    "jan. feb. aug. sept. oct. nov. dec."
)

#: Auxiliaries, and the adverbs that stand among them.
HELPERS = _words(
    "has have had is was are were be been being would will could can may might must did does do ’s 's ’ve 've ’d 'd "
    "not never also still just even n't n’t didn’t didn't doesn't doesn’t hasn't hasn’t won't won’t then later now "
    "already once again often so further ever only both all"
)
BE = _words("is was are were be been being ’re 're got")

#: Verbs that hand their subject on to the infinitive behind them: *she continued to say*.
CATENATIVE = _words(
    "continued continues seemed seems appeared appears began begins tried tries managed came chose likes liked used "
    "has had have going trying able"
)

#: Prepositions that join a noun to the noun before it: *the leader* of *the party*.
JOINS = _words("of for at from in on with to behind against under near")

#: Words that no noun phrase holds.
OUTSIDE = _words(
    "that this which what there here when where while because if as after before since although though but and or "
    "until whether how why than so even"
)

#: Words for words: *used the* phrase *“…”*.
TERMS = _words("phrase term word words expression slogan motto label")

#: Words that a title of a work need not capitalise, and kinds of work.
SMALL = _words("a an the and but or nor of in on at to for from by with as vs is")
WORKS = _words(
    "book novel film movie documentary show series programme program song album single track episode article essay "
    "poem play musical opera painting report paper column podcast magazine headline headlined titled entitled "
    "bestseller memoir sitcom drama video exhibition game ballad anthem hit section"
)

#: Roles that a newsroom gives to somebody it has just named.
ROLES = _words(
    "politician leader president minister chancellor premier senator congressman congresswoman lawmaker mp mep mayor "
    "governor candidate frontrunner nominee republican democrat tory conservative businessman businesswoman tycoon "
    "billionaire actor actress singer author writer judge lawyer general director chairman chairwoman chief boss "
    "secretary professor doctor scientist economist analyst coach manager player man woman star mogul veteran "
    "striker captain official prosecutor attorney bishop archbishop pope king queen prince princess"
)
#: People who speak without a name.
SPEAKERS = _words(
    "spokesman spokeswoman spokesperson source witness victim neighbour neighbor resident expert aide adviser advisor "
    "executive counterpart deputy ambassador envoy organiser organizer activist campaigner researcher officer driver "
    "passenger customer friend colleague father mother brother sister wife husband son daughter boy girl person"
)
HE = _words("mr sir lord king prince father brother")
SHE = _words("mrs ms miss lady dame baroness queen princess sister")

#: Verbs that are cues beside a quotation only: alone they tell of deeds, and of what is so by law or by plan.
DEEDS = _words(
    "suppose commit regard post challenge hear consider learn maintain support prefer view plan hammer continue "
    "interrupt back attack defend sing address intend oppose favour favor offer press invite champion rip bash "
    "appeal thank celebrate tar exaggerate"
)
#: Cues that take neither a clause without *that* nor an object that is what was said.
SILENT = _words("speak talk quote put respond reply recite interrupt interject refer agree address post")
#: Verbs whose object is what was said in short: *announced a ban*, *suggested a walk*.
OF_WORDS = _words("announce suggest propose recommend explain outline predict detail discuss declare")
#: Verbs with *to* and what somebody means to do, and those with somebody else *to* do it.
TO = _words(
    "vow pledge promise swear threaten refuse offer hope want claim agree expect intend demand ask beg"
)
OTHERS_TO = _words(
    "urge tell ask warn order instruct beg plead implore exhort encourage invite press command advise remind"
)
#: Verbs by which somebody is given a name: *called him a “patriot”*.
NAMING = _words("call brand describe label dub")
#: Verbs whose bare participle says what others call or ask somebody: *a man described as …*.
BY_OTHERS = _words("call dub label describe ask tell quote report refer put propose write")
