"""The words that report speech, writing and thought."""

from __future__ import annotations

# saying in general: their clause is what was said ("said (that) ...")
SAY = frozenset(
    "say tell add note write report announce argue declare explain state claim insist acknowledge recall suggest warn conclude "
    "reply respond continue admit assert contend stress emphasize emphasise reiterate repeat predict promise pledge vow confirm "
    "complain concede reveal remark observe comment mention joke lament estimate indicate tweet post allege testify maintain "
    "caution counter quip shout yell cry whisper murmur mutter snap chant exclaim answer ask wonder inquire urge advise boast brag "
    "proclaim profess recount relate retort swear tease affirm attest agree disclose point suspect email text blog "
    "hint imply elaborate fear deny dispute disagree muse ponder reason reckon guess theorize theorise speculate scoff sneer "
    "thunder growl bark gasp sigh laugh chuckle smile grin weep sob scream beg plead pray assure inform notify remind threaten "
    "decide rule find show opine interject intone deadpan question volunteer marvel demand implore submit".split()
)
# belief and attitude: with a clause
THINK = frozenset("believe think feel hope expect know consider understand doubt assume want realize realise worry".split())
# "called the law “cruel”", "described it as “a disgrace”": their quotation is a fragment in their own sentence
LABEL = frozenset(
    "call describe dub label brand term hail praise denounce condemn criticize criticise blast slam dismiss decry deride mock "
    "blame accuse characterize characterise cite quote refer reject welcome thank compare liken portray depict speak discuss "
    "express voice offer propose order refuse decline request encourage recommend apologize apologise lie rail read".split()
)
# "asked lawmakers to repeal it": an infinitive is what was said
INFINITIVE = frozenset(
    "ask tell urge promise pledge vow refuse decline offer threaten order demand beg advise encourage warn swear agree "
    "propose plead implore request recommend".split()
)
VERBS = SAY | THINK | LABEL
# with a direct quotation beside them, these report it too: "...,” he smiled"; "That is how he remembers"
LOOSE = VERBS | frozenset(
    "remember press probe prod begin start go finish interrupt open close conclude sing read recite pronounce put describe".split()
)
# "a statement that", "the claim that"
SAYING_NOUNS = frozenset(
    "statement claim allegation suggestion assertion argument warning announcement promise pledge belief view opinion remark comment "
    "accusation complaint report prediction admission declaration idea notion contention assurance insistence question".split()
)
# "The numbers told a story", "he said little": an object that is a thing said, not what was said
EMPTY_OBJECTS = frozenset(
    "story tale lie little nothing much something anything goodbye hello thing yes no word prayer".split()
)
# after these and their subject, the rest of the sentence is what was said, whatever the parse makes of it
PLAIN = frozenset(
    "say note claim argue insist warn conclude acknowledge believe report announce reply respond declare assert add".split()
)
# passive, these are said to or of their subject, not by it: "“...,” Okafor was told", "was accused by Barker of “lying”", "is called"
HEARERS = frozenset(
    "tell ask warn remind assure inform advise question press quiz grill challenge probe prompt urge accuse call describe dub label brand "
    "hail praise denounce condemn criticize criticise blast slam blame characterize characterise portray depict mock deride".split()
)
# and these of it: "was said to be “tired”", "was ruled “too rude” by a court"
SAID_OF = frozenset("say rule find deem judge pronounce declare allege claim believe think consider suspect".split())
