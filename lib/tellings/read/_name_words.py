"""The closed classes of words by which names are told apart: titles, roles, bodies, demonyms and the like."""

from __future__ import annotations


def words(listed: str) -> frozenset[str]:
    """The words of a list, for tables that read as text."""
    return frozenset(listed.split())


# What stands before a name and is no office: the way a person is addressed.
HONORIFICS = words("""
    mr mrs ms miss mx dr prof sir dame lord lady baroness baron viscount count countess rev fr hon
    madam madame mme mlle monsieur m. herr frau senor señor senora señora don doña datuk dato tan sri tun datin
    sheikh shaikh sheik imam ayatollah mullah rabbi father brother sister mother haji hajj
    prince princess king queen pope duke duchess earl emperor empress sultan emir tsar
""")
# Those that only a person has: Miss leads to Universe as well, King to Kong.
SURE = words("mr mrs ms dr sir dame madame mme monsieur herr")
# What stands before a name and is an office or a rank.
OFFICES = words("""
    president minister premier chancellor secretary senator sen representative rep congressman congresswoman
    governor gov mayor ambassador judge justice general gen colonel col captain capt major maj lieutenant lt
    sergeant sgt corporal cpl private pvt admiral adm commander cmdr marshal brigadier cardinal bishop
    archbishop patriarch pastor reverend deacon chief director chairman chairwoman chairperson chair
    commissioner coach manager professor attorney prosecutor speaker leader editor officer detective inspector
    constable superintendent sheriff deputy councillor councilman councilwoman alderman assemblyman mp mep msp
    md ceo cfo coo cto spokesman spokeswoman spokesperson secretary-general envoy consul
    undersecretary vice-president counsel magistrate dictator ruler analyst economist reporter
    correspondent columnist candidate nominee nurse actor actress singer author doctor agent lawyer
    solicitor pilot midfielder striker goalkeeper defender forward quarterback pitcher director-general
    chief-of-staff administrator treasurer comptroller auditor ombudsman whip co-chairman
    vice-chairman co-founder founder presidents senators representatives reps sens ministers governors judges
    leaders secretaries attorneys generals
""")
# Titles that stay in a person's name, which without them is hardly one.
REIGNING = words("prince princess king queen pope duke duchess earl emperor empress sultan emir tsar")
# Nouns in small letters that stand straight before a name and say what the person is.
ROLES = OFFICES | words("""
    teacher guide friend wife husband son daughter brother sister father mother mediator politician activist
    campaigner rival predecessor successor colleague counterpart aide adviser advisor strategist scientist
    researcher historian writer novelist poet artist painter musician guitarist drummer composer conductor
    comedian star presenter host broadcaster anchor journalist blogger photographer filmmaker producer
    businessman businesswoman entrepreneur billionaire millionaire tycoon financier investor banker trader
    student pupil graduate resident neighbour neighbor victim suspect gunman killer defendant plaintiff witness
    survivor driver farmer worker clerk housewife widow widower grandmother grandfather uncle aunt cousin
    nephew niece partner boyfriend girlfriend fiancé fiancee fiancée lawmaker legislator incumbent challenger
    newcomer veteran runner-up frontrunner front-runner boss head chief-executive owner player captain skipper
    winger batsman bowler golfer boxer swimmer cyclist sprinter champion winner opponent teammate
    rookie catcher outfielder guard center physician surgeon psychologist psychiatrist expert biologist
    physicist chemist engineer architect designer chef sociologist anthropologist theologian priest monk nun
    chieftain warlord rebel commander dissident defector refugee migrant whistleblower operative lobbyist
    consultant pollster organizer organiser member model rapper named
""")
# Verbs of which only people are commonly the subject.
SPEECH = words("""
    said says say told tells added adds asked asks replied replies answered argued argues insisted insists claimed
    claims denied denies admitted admits acknowledged acknowledges noted notes warned warns vowed vows explained
    explains declared declares stressed stresses suggested suggests wrote writes tweeted tweets believes believed
    thinks thought hopes hoped complained recalled recalls joked quipped testified pleaded pledged urged urges
    called calls denounced slammed branded praised criticised criticized blamed mocked dismissed refused declined
    resigned smiled laughed nodded shook walked met died won married spoke speaks appeared
    appears served retired studied graduated adjourned commented confirmed announced concluded conceded boasted
    attacked accused endorsed tapped picked hired fired lives lived
""")
SAYING = words("""
    said says told added asked replied argued insisted claimed warned explained wrote declared noted recalled
    complained joked quipped testified stressed suggested acknowledged admitted tweeted
""")
# A chunk that ends in, or holds, one of these is a body, a firm, a paper or a building, not a person.
BODIES = words("""
    inc corp corporation ltd llc plc co company companies group holdings bhd gmbh sa ag partners associates
    council committee commission party union association federation confederation organization organisation
    agency authority ministry department office bureau board bank court parliament assembly congress senate
    house government administration university college school institute institution academy hospital clinic
    museum theatre theater church mosque cathedral foundation fund trust society club team league united force
    forces army navy guard police corps service services network news times post telegraph guardian herald
    tribune journal gazette mail mirror independent observer express star sun standard press magazine review
    weekly daily chronicle radio television tv airlines airways motors systems technologies software industries
    international media studios records pictures entertainment brothers bros sons capital insurance securities
    exchange stock markets centre center building tower hotel resort inn airport station stadium arena park
    alliance coalition movement front rally brigade command unit division cabinet conference
    institutes centers laboratories laboratory labs squadron
    brigades coalition caucus chamber registrar registry secretariat treasury reserve tribunal consortium
    enterprises ventures investments properties organizations nations orchestra symphony ballet opera
    democrats republicans conservatives liberals socialists greens steelers line lines railway railways
    petroleum oil gas energy electric power telecom communications airline
    control hall legion
""")
# Words that make a chunk a law, an event, a work, a thing.
THINGS = words("""
    act bill law treaty convention article section amendment agreement accord accords protocol charter
    constitution directive code rule clause declaration war battle revolution day week month year century
    crisis plan deal pact scheme summit election elections referendum christmas easter islam christianity
    catholic protestant ramadan hanukkah internet twitter facebook google bible koran quran god
    credit image photo photograph video copyright
    syndrome disease virus award medal games cup olympics championship awards prize festival show project
    programme program initiative campaign
""")
# Words that make a chunk a place.
SPOTS = words("""
    street road avenue lane square boulevard drive bridge river lake sea ocean bay gulf strait channel island
    islands peninsula mountain mountains mount hill hills valley desert forest beach coast cape county city town
    village province state region district republic kingdom territory territories heights harbor harbour port
    border north south east west northern southern eastern western central upper lower canal creek falls
    springs plains highlands ranch plaza
""")
# The words of compass and age that begin names of places and never names of people.
QUARTERS = words(
    "north south east west northern southern eastern western central new upper lower greater old"
)
# Words that follow a person's name to make another phrase: the name before them is still a mention.
FOLLOWERS = words("administration presidency cabinet doctrine era government regime campaign white camp")

MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sept sep oct nov dec"
)
DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat today"
    " yesterday tomorrow tonight"
)
PARTICLES = words(
    "de van der den von zu al el bin ibn binti bint del della di da dos das do du la le ter ten af av ul a/l abu ben"
)
SUFFIXES = words("jr sr ii iii iv esq")
# Letters after a name that are no part of it.
LETTERS = words("mp mps mep msp ms td qc kc mbe obe cbe phd md jp")
ABBREVIATIONS = words("""
    mr mrs ms dr prof rev fr hon st sen rep gov gen col lt sgt capt maj cpl pvt adm cmdr jr sr messrs supt
    insp det pres atty
""")
# Words that begin sentences and are never part of a name, whatever lists of first names hold.
FUNCTION = words("""
    a an the this that these those my your his her its our their i he she it we they you me him us them who whom
    whose which what when where why how and or but nor so yet for if while because although though since until
    unless whether as than then in on at by to from of off with without within into onto over under after before
    during between among against about above below near behind beyond through throughout across around along
    toward towards upon up down out per via like unlike despite except plus minus versus not no yes never always
    also even just only still again already soon now here there thus hence however therefore meanwhile moreover
    instead indeed perhaps maybe once twice both either neither each every all any some many much more most few
    several other others another such same own very too quite rather is are was were be been being am has have had
    do does did can could shall should would must might said says one two three four five six seven eight nine ten
    let lets asked told last next first second third earlier later recently according citing speaking following
    given amid today yesterday dear thanks thank please well look see read watch click image
    photo credit caption source sources people everyone everybody someone nobody nothing something anything
    everything later its it's don't didn't isn't that's there's here's what's he's she's let's i'm i've i'll i'd
    we're we've they're they've you're you've won't can't doesn't wasn't weren't aren't hasn't haven't hadn't
    couldn't wouldn't shouldn't
""")
# Words too young for the lexicon.
YOUNG = words("""
    email emails website websites online internet blog blogs blogger tweet tweets smartphone app apps web podcast
    podcasts servers server selfie startup lockdown hacker hackers video videos
""")
DEMONYMS = words("""
    afghan african albanian algerian american angolan arab arabian argentine argentinian armenian asian australian
    austrian azerbaijani bahraini balkan baltic bangladeshi belarusian belgian bengali bolivian bosnian brazilian
    british briton britons bulgarian burmese burundian cambodian cameroonian canadian caribbean catalan chechen
    chilean chinese colombian congolese croat croatian cuban cypriot czech danish dane dutch ecuadorian egyptian
    english eritrean estonian ethiopian european filipino finn finnish flemish french frenchman gambian georgian
    german ghanaian greek guatemalan haitian honduran hungarian hutu hutus icelandic indian indonesian iranian iraqi
    irish islamic israeli italian jamaican japanese jewish jordanian kazakh kenyan korean kosovan kosovar kurd
    kurdish kurds kuwaiti latin latvian lebanese liberian libyan lithuanian macedonian malawian malay malaysian
    maltese mexican moldovan mongolian montenegrin moroccan mozambican muslim muslims namibian nepalese nicaraguan
    nigerian nordic norwegian pakistani palestinian palestinians panamanian paraguayan persian peruvian pole polish
    portuguese qatari romanian roma russian russians rwandan saudi scandinavian scot scottish scots serb serbian
    serbs sikh singaporean slovak slovene slovenian somali soviet spanish spaniard sudanese swede swedish swiss
    syrian taiwanese tamil tanzanian thai tibetan tunisian turk turkish tutsi tutsis ugandan ukrainian uruguayan
    uzbek venezuelan vietnamese welsh western yemeni yugoslav zambian zimbabwean christian christians jew jews
    catholic hindu buddhist anglican protestant orthodox sunni shiite shia
    republican republicans democrat democrats democratic tory tories conservative conservatives labour liberal
    liberals socialist communist
    brexit remain libertarian libertarians marxist nazi hispanic latino texan californian londoner parisian midwestern
    franco-british anglo-american
    americans germans italians israelis iranians iraqis africans asians arabs europeans australians canadians
    greeks indians ukrainians afghans albanians syrians somalis eritreans romanians bulgarians turks hispanics
    latinos mexicans cubans haitians nigerians pakistanis
""")
# People whom newspapers name by the family name alone, from the first mention on.
NOTABLE = words("""
    trump clinton obama biden putin yeltsin gorbachev macron sarkozy hollande chirac mitterrand merkel scholz kohl
    schroeder thatcher blair cameron starmer sunak farage corbyn netanyahu rabin sharon arafat assad erdogan
    zelensky zelenskyy xi mao stalin lenin hitler mussolini berlusconi meloni renzi castro chavez maduro lula
    bolsonaro milei mandela zuma modi gandhi bhutto musharraf khomeini khamenei rouhani ahmadinejad gaddafi
    mubarak nixon reagan eisenhower roosevelt truman kissinger pompeo mueller comey pelosi mcconnell romney
    mccain giuliani bannon orban orbán tusk juncker barroso trudeau harper milosevic suharto mahathir
    netanyahu darwin einstein shakespeare beethoven mozart picasso freud marx le-pen
""")
