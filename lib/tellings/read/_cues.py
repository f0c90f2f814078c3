"""Cues: the verbs by which a newsroom reports speech, and what each class of them says beside "said".

The classes follow the literature on reporting verbs; the lists are our own.

- Caldas-Coulthard, C. R. (1994). On reporting reporting: the representation of speech in factual and factional
  narratives. In M. Coulthard (ed.), *Advances in Written Text Analysis*. Routledge. Neutral verbs (*say*, *tell*)
  against metapropositional ones (*claim*, *accuse*, *urge*), verbs of voice (*shout*) and those that mark the
  run of a discourse (*add*, *continue*).
- Geis, M. L. (1987). *The Language of Politics*. Springer. Verbs that presuppose the truth of what is reported
  or place its speaker in a good or a bad light (*admit*, *claim*, *insist*).
- Hyland, K. (1999). Academic attribution. *Applied Linguistics* 20(3). Verbs by which the writer doubts or
  endorses what is reported.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tellings.read._remembered import Remembered

#: What each class says of the speaker or of the thing said, and the verbs of the class.
CLASSES: dict[str, str] = {
    "neutral": "say tell ask write type speak state reply answer respond report describe comment remark announce "
    "declare explain inform note mention observe discuss talk recall read quote tweet post email sing cite express "
    "recount enquire inquire address recite phrase narrate testify suggest propose recommend refer label call dub "
    "indicate predict forecast estimate advise outline argue reason summarise summarize retort counter reiterate "
    "emphasise emphasize stress underline agree decide put",
    "continuing": "go add continue repeat conclude interject echo interrupt",
    "doubting": "claim allege insist contend maintain purport assert profess suppose speculate imply insinuate "
    "hint boast brag protest pretend exaggerate deny dispute disagree reject dismiss",
    "conceding": "admit acknowledge concede confess recognise recognize apologise apologize",
    "endorsing": "reveal confirm clarify affirm reaffirm point stipulate underscore highlight disclose remind attest "
    "find",
    "attacking": "slam blast denounce brand accuse attack criticise criticize condemn lambast lambaste rip bash "
    "deride mock ridicule scold rebuke chide taunt lash blame decry deplore lament complain grumble fume rage rail "
    "savage berate chastise censure vilify scorn scoff sneer jeer snipe rant whine moan bemoan trash question "
    "challenge charge fault skewer hammer grill admonish reprimand castigate disparage belittle liken tar smear "
    "object bristle warn caution threaten",
    "praising": "praise hail laud applaud commend compliment welcome celebrate tout champion congratulate thank "
    "salute defend endorse extol cheer gush enthuse joke quip",
    "committing": "vow pledge promise swear guarantee commit offer refuse",
    "directing": "urge demand order instruct appeal beg plead implore exhort encourage invite press request command",
    "voicing": "shout yell scream cry whisper mutter murmur exclaim intone chant roar bark snap bellow thunder "
    "mumble utter sigh laugh chuckle growl holler",
    "thinking": "believe reckon think feel hope fear expect want consider regard view doubt worry wonder assume "
    "suspect intend plan understand learn hear realise realize envisage imagine anticipate favour favor prefer support "
    "oppose",
}

#: Nouns that report speech with a verb of little meaning (*made a call*, *issued a warning*), and their classes.
NOUNS: dict[str, str] = {
    "neutral": "statement remark comment announcement declaration speech point suggestion observation",
    "doubting": "claim allegation assertion insinuation denial",
    "conceding": "admission confession concession apology",
    "attacking": "accusation complaint warning threat attack criticism",
    "praising": "tribute",
    "committing": "promise pledge vow commitment",
    "directing": "call appeal plea demand request",
}
#: Verbs of little meaning, by their forms.
LIGHT = {
    "make": "make", "makes": "make", "made": "make", "making": "make",
    "issue": "issue", "issues": "issue", "issued": "issue", "issuing": "issue",
    "launch": "launch", "launches": "launch", "launched": "launch", "launching": "launch",
}  # fmt: skip

#: The classes by which a newsroom stays out of it. All others add a judgement, a doubt or a motive to "said".
NEUTRAL = frozenset(("neutral", "continuing", "thinking"))

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "sing": "sang sung",
    "read": "read", "put": "put", "swear": "swore sworn", "think": "thought", "feel": "felt", "hear": "heard",
    "learn": "learned learnt", "understand": "understood", "plead": "pleaded pled", "slam": "slammed",
    "rip": "ripped", "snap": "snapped", "find": "found", "go": "went gone",
    "admit": "admitted", "commit": "committed", "quip": "quipped",
    "brag": "bragged", "dub": "dubbed", "refer": "referred", "tar": "tarred", "plan": "planned",
    "prefer": "preferred", "extol": "extolled", "label": "labelled labeled",
    "forecast": "forecast forecasted",
}  # fmt: skip
_DOUBLED = {"put": "putting", "forecast": "forecasting", "agree": "agreeing", "guarantee": "guaranteeing"}


class Cue(NamedTuple):
    """A form of a reporting verb: ``form`` is base, s, past (which may be a participle), part or ing."""

    verb: str
    group: str
    form: str


@cache
def _forms() -> dict[str, Cue]:
    forms: dict[str, Cue] = {}
    for group, verbs in CLASSES.items():
        for verb in verbs.split():
            for word, form in _inflect(verb):
                forms[word] = Cue(verb, group, form)
    return forms


def _inflect(verb: str) -> list[tuple[str, str]]:
    y = verb.endswith("y") and verb[-2] not in "aeou"
    stem = verb[:-1] if verb.endswith("e") or y else verb
    past = _IRREGULAR.get(verb, f"{stem}ied" if y else f"{stem}ed").split()
    doubled = past[0].endswith("ed") and past[0][:-3] == verb
    hissing = verb.endswith(("s", "sh", "ch", "x", "o"))
    s = f"{stem}ies" if y else f"{verb}es" if hissing else f"{verb}s"
    ing = past[0][:-2] if doubled else verb if y else stem
    forms = [(verb, "base"), (s, "s"), (_DOUBLED.get(verb, f"{ing}ing"), "ing"), (past[0], "past")]
    return forms + [(word, "past" if word.endswith(("d", "t")) else "part") for word in past[1:]]


def cue(word: str) -> Cue | None:
    """The reporting verb that a word is a form of.

    >>> cue("slammed")
    Cue(verb='slam', group='attacking', form='past')
    """
    return CUES[word]


#: The same, to be looked up at many words: most are none.
CUES: Remembered[Cue | None] = Remembered(lambda word: _forms().get(word.lower()))


@cache
def _nouns() -> dict[str, str]:
    return {noun: group for group, nouns in NOUNS.items() for noun in nouns.split()}


def noun_cue(verb: str, noun: str) -> Cue | None:
    """The cue that a verb of little meaning makes with a noun of speaking.

    >>> noun_cue("made", "call")
    Cue(verb='make a call', group='directing', form='past')
    """
    group = _nouns().get(noun) if verb in LIGHT else None
    return Cue(f"{LIGHT[verb]} a {noun}", group, "past") if group else None
