"""Nouns that say what kind of actor is meant: people and groups of them, and kinds of organisation."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns for people and for groups of people, in the singular.
HUMAN = _words("""
    accomplice activist actor adult adviser advisor advocate agent aide alien ally ambassador american analyst applicant
    arrival artist associate athlete attacker attorney audience author authority backer banker bishop body boss boy
    brother candidate caravan caravaner celebrity ceo chairman chairwoman champion chief child citizen civilian client
    coach colleague columnist commander committee community companion conservative constituent contractor convict
    counsel counterpart couple cousin cop crew criminal critic crowd customer daughter dealer defendant defender
    delegate democrat demonstrator deportee deputy detainee dictator diplomat director dissident doctor donor driver
    economist editor elite employee employer enemy engineer envoy executive expert extremist family fan farmer father
    fighter figure firefighter follower foreigner founder friend front-runner frontrunner gang general girl governor
    graduate group guard guest guy hacker hardliner head hero historian host hostage household husband illegal
    immigrant individual infant inmate inspector intern interpreter investigator investor islamist jihadist journalist
    judge juror jury justice kid king lady landlord lawmaker lawyer leader leadership leftist legislator liberal
    lobbyist loyalist mafia majority man manager mayor member mentor migrant militant militia mp minister minority mob
    moderate monarch mother movement murderer national nationalist negotiator neighbor neighbour newcomer nurse
    offender officer official opponent opposition organiser organizer outsider owner pal panel parent partner party
    passenger patient patriot pensioner people performer person pilot player police policeman politician pope populist
    premier president presidency prime-minister prince princess principal prisoner professor progressive prosecutor
    protester public publisher queen radical rebel refugee regime reporter representative republican researcher
    resident rival ruler sailor scholar scientist seeker secretary senator sergeant settler shareholder sister
    smuggler socialist soldier son speaker specialist spokesman spokesperson spokeswoman spouse spy squad staff
    staffer star stranger strategist striker student suffragette supporter surgeon suspect sympathiser sympathizer
    taxpayer teacher team teen teenager terrorist thug tourist trafficker traitor traveler traveller troop troops
    trustee tyrant union user veteran victim villager visitor volunteer voter ward warrior widow wife witness woman
    worker writer youngster youth
""")

#: Offices of two words, that are not the same as the second alone.
OFFICES = frozenset(
    ["prime minister", "vice president", "attorney general", "home secretary", "foreign secretary", "foreign minister",
     "police officer", "first lady", "special counsel", "chief executive"]
)  # fmt: skip

#: What an organisation may be called without its name, by the kind that :func:`tellings.read.organisations` gives.
BODIES: dict[str, frozenset[str]] = {
    "party": _words("party movement group"),
    "news": _words("newspaper paper outlet broadcaster magazine tabloid broadsheet"),
    "court": _words("court tribunal"),
    "force": _words("force police"),
    "government": _words("ministry department government administration"),
    "company": _words("company firm business bank"),
    "body": _words("union organisation organization committee commission department agency body"),
    "education": _words("university college school"),
    "agency": _words("agency"),
}

#: Nouns behind a name that only say again what it names: *the National Rally* **party**.
BEHIND = frozenset().union(*BODIES.values()) | _words("charity club council leadership campaign chain group")
BEHIND -= _words("campaign leadership")
