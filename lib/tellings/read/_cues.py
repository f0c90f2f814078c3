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

#: What each class says of the speaker or of the thing said, and the verbs of the class.
CLASSES: dict[str, str] = {
    "neutral": "say tell ask write speak state reply answer respond report describe comment remark announce declare "
    "explain inform note mention observe discuss talk recall read quote tweet post text email sing cite express "
    "recount enquire inquire address recite phrase narrate testify suggest propose recommend refer label call name "
    "dub title term indicate show predict forecast estimate brief advise outline argue reason sum summarise "
    "summarize relate signal interview detail retort counter respond reiterate emphasise emphasize stress "
    "underline issue release put sign agree decide rule find conclude",
    "continuing": "add continue repeat conclude interject begin start finish resume echo interrupt",
    "doubting": "claim allege insist contend maintain purport assert profess suppose speculate imply insinuate "
    "hint boast brag protest pretend exaggerate deny dispute reject dismiss",
    "conceding": "admit acknowledge concede confess grant recognise recognize apologise apologize",
    "endorsing": "reveal confirm clarify affirm reaffirm point stipulate prove demonstrate underscore "
    "highlight disclose remind attest",
    "attacking": "slam blast denounce brand accuse attack criticise criticize condemn lambast lambaste rip bash "
    "deride mock ridicule scold rebuke chide taunt lash hit blame decry deplore lament complain grumble fume rage "
    "rail savage berate chastise censure vilify scorn scoff sneer jeer snipe rant whine moan bemoan trash "
    "question challenge charge fault skewer hammer grill admonish reprimand castigate disparage belittle shoot fire "
    "liken tar smear object bristle warn caution threaten",
    "praising": "praise hail laud applaud commend compliment welcome celebrate tout champion congratulate thank "
    "salute defend endorse extol cheer gush enthuse joke quip",
    "committing": "vow pledge promise swear guarantee commit offer refuse",
    "directing": "urge demand call-for call-on order instruct appeal beg plead implore exhort encourage invite press "
    "request command direct require push",
    "voicing": "shout yell scream cry whisper mutter murmur exclaim intone chant roar bark snap bellow thunder "
    "mumble utter sigh laugh chuckle growl holler",
    "thinking": "believe think feel hope fear expect want know consider regard see view doubt worry wonder assume "
    "suspect wish intend plan understand learn hear realise realize envisage imagine anticipate favour favor "
    "prefer support oppose back seek aim",
}

#: The classes by which a newsroom stays out of it. All others add a judgement, a doubt or a motive to "said".
NEUTRAL = frozenset(("neutral", "continuing", "thinking"))

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "sing": "sang sung",
    "read": "read", "put": "put", "begin": "began begun", "swear": "swore sworn", "think": "thought",
    "feel": "felt", "know": "knew known", "see": "saw seen", "hear": "heard", "learn": "learned learnt",
    "understand": "understood", "plead": "pleaded pled", "shoot": "shot", "show": "showed shown",
    "find": "found", "hit": "hit", "bet": "bet", "seek": "sought", "forecast": "forecast forecasted",
    "slam": "slammed", "deny": "denied", "reply": "replied", "cry": "cried", "imply": "implied", "sum": "summed",
    "decry": "decried", "worry": "worried", "vilify": "vilified", "testify": "testified", "clarify": "clarified",
    "rip": "ripped", "snap": "snapped", "admit": "admitted", "commit": "committed", "quip": "quipped",
    "brag": "bragged", "dub": "dubbed", "refer": "referred", "tar": "tarred", "chat": "chatted",
    "plan": "planned", "prefer": "preferred", "hum": "hummed", "extol": "extolled", "signal": "signalled signaled",
    "label": "labelled labeled", "grin": "grinned", "fear": "feared", "rebut": "rebutted", "permit": "permitted",
}  # fmt: skip


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
            if "-" not in verb:
                for word, form in _inflect(verb):
                    forms.setdefault(word, Cue(verb, group, form))
    return forms


def _inflect(verb: str) -> list[tuple[str, str]]:
    stem = verb[:-1] if verb.endswith("e") else verb
    past = _IRREGULAR.get(verb, f"{stem}ed").split()
    doubled = len(past[0]) > 3 and past[0].endswith("ed") and past[0][:-3] == verb
    regular = past[0][:-2] if doubled else stem
    s = f"{verb[:-1]}ies" if verb[-1] == "y" and verb[-2] not in "aeou" else verb
    s = s if s != verb else f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "o")) else f"{verb}s"
    pairs = [(verb, "base"), (s, "s"), (f"{regular}ing", "ing"), (past[0], "past")]
    return pairs + [(word, "part" if word.endswith("n") or word[-2:] in ("ng", "un") else "past") for word in past[1:]]


def cue(word: str) -> Cue | None:
    """The reporting verb that a word is a form of.

    >>> cue("slammed")
    Cue(verb='slam', group='attacking', form='past')
    """
    return _forms().get(word.lower())
