"""Words for one kind of event: by which "kidnapped" here and "abducted" there may tell of the same."""

from __future__ import annotations

import re
from functools import cache, lru_cache

EVENT_KINDS = (
    "kill killing murder slay slaying assassinate assassination massacre gunned execute execution",
    "die death dead perish succumb kill killing",
    "injure injury wound hurt maim",
    "kidnap kidnapping abduct abduction seize seizure snatch capture taken captive hostage",
    "free release freed liberate liberation rescue",
    "attack assault raid ambush storm strike invade invasion assail",
    "bomb bombing blast explosion explode detonate blow airstrike shell shelling",
    "shoot shooting fire gunfire",
    "crash collide collision derail derailment smash overturn capsize",
    "arrest detain detention custody jail imprison imprisonment",
    "charge indict indictment accuse prosecute prosecution",
    "convict conviction guilty sentence",
    "win victory triumph beat defeat victor",
    "elect election vote poll ballot referendum",
    "resign resignation quit depart departure step stand",
    "sack dismiss dismissal fire oust ouster remove removal",
    "appoint appointment name nominate nomination",
    "meet meeting talk talks summit negotiate negotiation confer",
    "agree agreement deal sign signing accord pact treaty",
    "buy purchase acquire acquisition takeover takeovers",
    "merge merger combine",
    "bid offer propose proposal",
    "reject rejection refuse refusal rebuff",
    "launch lift liftoff blast unveil introduce introduction debut",
    "land landing touch",
    "flee escape evacuate evacuation",
    "protest protester demonstrate demonstration march rally",
    "quake earthquake tremor",
    "flood flooding inundate",
    "burn blaze wildfire fire",
    "born birth",
    "marry wed wedding marriage",
    "open opening inaugurate inauguration",
    "close closure shut shutdown",
    "rise increase climb jump surge soar gain",
    "fall drop decline slump plunge tumble slide",
    "cut reduce reduction slash lower",
    "build construct construction erect",
    "destroy destruction demolish demolition raze",
    "discover discovery find found detect detection",
    "publish publication release issue",
    "ban prohibit prohibition outlaw",
    "withdraw withdrawal pull pullout retreat",
    "respond response reply answer react reaction",
)
# what follows an event and has an entry of its own: "the driver was arrested", "the minister resigned"
CONSEQUENCES = frozenset(
    n
    for n, line in enumerate(EVENT_KINDS)
    if line.split()[0]
    in {
        "arrest",
        "charge",
        "convict",
        "resign",
        "sack",
        "appoint",
        "free",
        "protest",
        "ban",
        "close",
        "elect",
        "meet",
        "withdraw",
        "respond",
    }
)
# what was said is news, not that it was said: "the mayor said on Monday"
SAYING_FORMS = frozenset(
    "said says say saying told tell tells telling added adds adding noted notes noting according stated states argued insisted "
    "explained explains explain wrote writes suggested replied asked tweeted comment comments".split()
)
# that it was made known is news itself, where a day is given: "in January the firm announced a new target"
ANNOUNCING = frozenset(
    "reported reports reporting announce announces announced announcing confirmed confirms claimed claims warned warns cautioned cautions "
    "predict predicts predicted predicting forecast forecasts forecasting estimate estimates estimated".split()
)
MADE_KNOWN = SAYING_FORMS | ANNOUNCING
# of another event only that it is to come or under way: "is due to open", "began to sink"
UNDER_WAY = frozenset("expected scheduled due set began begin continued".split())
REPORTING = MADE_KNOWN | UNDER_WAY
# how a thing looks to somebody: "all seemed calm on Thursday when he checked in"; what these date is what goes with them
SEEMING = frozenset(
    "seem seems seemed appear appears appeared look looks looked looking feel feels felt feeling remain remains remained remaining".split()
)
# what somebody feels, thinks or wants: "the families hope for news"
MINDS = frozenset(
    "believe believes believed think thinks thought thinking know knows knew known want wants wanted hope hopes hoped fear fears feared "
    "worry worries worried love loves loved like likes liked hate hates hated wonder wonders wondered wondering need needs needed "
    "understand understood expect expects trust consider considered considering concern concerned suspected mourn mourns mourning "
    "welcome welcomes aims urge".split()
)
# what is still so: "the wreck lies in the harbour", "the list includes three ships"
LASTING = frozenset(
    "lie lies lying lay live lives lived living stand stands stood standing sit sits sat sitting wait waits waited waiting keep keeps "
    "kept stay stays stayed staying continue continues continuing include includes included including involve involves involved mean "
    "means meant work works worked working owned managed have has had having account accounts accounted accounting amount amounts "
    "amounted total totals totaled totalled average averages averaged represent represents represented consist consists consisted "
    "belong belongs belonged depend depends depended".split()
)
# what is seen, heard or told of a thing: "the film shows the bridge", "she recalled the storm"
WITNESSING = frozenset(
    "show shows showed showing shown see sees saw seen watch watches watched watching hear heard hears read describe describes described "
    "describing recall recalls recalled called calling talked talking speak speaks speaking attend attends compared".split()
)
# verbs that say nothing without what follows them: "took part", "made it", "got going"
LIGHT = frozenset(
    "do does did done let lets become becomes became becoming happen happens happening unfold unfolds unfolding try tries tried trying "
    "help helps helped helping use uses used using make makes making take takes taking get gets getting got come comes coming go goes "
    "going went spend spends spent play plays played playing".split()
)
STATE_VERBS = SEEMING | MINDS | LASTING | WITNESSING | LIGHT
NO_NEWS = REPORTING | STATE_VERBS
# what is felt, believed or still so is no event, whatever day it is given; work, a purchase and a suspicion have a day of theirs
IDLE = (SEEMING | MINDS | LASTING) - frozenset(
    "work works worked working owned managed suspected mourn mourns mourning urge".split()
)
# captions, teasers and stamps of posts: no story is told in them, and their days are of the picture or the post
FURNITURE = re.compile(
    r"^(?:photos?|file photo|picture[ds]?|image|video|watch|read more|related|story highlights|just watched|must watch"
    r"|replay|chat with|find out|sign up|follow us|share this|a post shared|grab from|hide caption|toggle caption"
    r"|media caption|image (?:copyright|caption))\b"
    r"|\b(?:sought|seeking|declin\w+ to|requests? for|asked for|available for|return\w* (?:\w+ )?(?:calls?|messages?|emails?)(?: for)?)"
    r" (?:a |any |further )?(?:comment|interview)"  # what the reporters did
    r"|\| ?\d\d?:\d\d\b|\bembed x share\b"  # a video and its length
    r"|\(@\w+\)|— @\w+|\bread more$|\barticle was (?:amended|updated|corrected)\b"
    r"|\b(?:earlier|previous|original) version (?:of this (?:article|story|post|report) )?(?:incorrectly |wrongly |mistakenly )?"
    r"(?:said|stated|gave|misstated|misspelled|misidentified|referred)\b"  # what the paper corrects of itself
    r"|\b(?:getty images|ap photo|afp/getty|file pic(?:ture)?|pic\.twitter|a post shared by)\b",
    re.IGNORECASE,
)
ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
IRREGULAR = {
    "died": "die", "dies": "die", "dying": "die",
    "slain": "slay", "shot": "shoot", "won": "win", "met": "meet", "bought": "buy", "fled": "flee", "rose": "rise", "fell": "fall",
    "fallen": "fall", "risen": "rise", "built": "build", "struck": "strike", "beaten": "beat", "blew": "blow",
    "blown": "blow", "held": "hold", "led": "lead", "stood": "stand", "withdrew": "withdraw", "withdrawn": "withdraw", "wedded": "wed",
}  # fmt: skip


@lru_cache(1 << 16)
def stem(word: str) -> str:
    """The word without its inflection, roughly: enough to see that "lifted" and "lifting", "polls" and "polled" are one."""
    for ending in ENDINGS if word.endswith(ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return _bare(word[: -len(ending)] + ("y" if ending in {"ied", "ies"} else ""))
    return _bare(word) if len(word) > 3 else word


def _bare(word: str) -> str:
    word = word.rstrip("e")
    return word[:-1] if len(word) > 2 and word[-1] == word[-2] and word[-1].isalpha() else word


@lru_cache(1 << 16)
def kinds(word: str) -> frozenset[int]:
    """The kinds of event that a word in lower case may tell of; none where the table does not know it."""
    return _table().get(stem(IRREGULAR.get(word, word)), frozenset())


@cache
def _table() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(EVENT_KINDS):
        for word in line.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
