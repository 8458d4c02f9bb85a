"""Lines of a page that are not the story: share buttons, captions, bylines, "Read more", copyright.

Each pattern matches a whole paragraph; names in braces stand for alternations. A pattern that could be a sentence
of the story asks for more than a word: noise that slips through is ugly, a paragraph that gets lost is worse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

PARTS = {
    "network": "facebook|twitter|instagram|youtube|whatsapp|linkedin|reddit|pinterest|snapchat|messenger|e-?mail|google plus",
    "agency": "reuters|ap|afp|getty|epa|pa|rex|shutterstock|alamy|istock|bloomberg|xinhua|anadolu|associated press|wireimage|usa today sports",
    "month": "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?",
    "day": "mon(day)?|tue(s|sday)?|wed(nesday)?|thu(rs|rsday)?|fri(day)?|sat(urday)?|sun(day)?",
    "share": "share|tweet|print|save|pin|comments?|like|send|post",
    "more": "read|see|watch|listen|click|more|also|next|here|now|view",
    "list": "related|recommended|trending|popular|most (read|popular|viewed|shared)|you (may|might) (also )?like|in pictures|editors' picks",
    "kind": "stories|story|articles?|topics|content|links|news|videos?|coverage|posts|photos",
    "picture": "image|photo|picture|media|video|file|photograph|graphic|illustration|pic",
    "join": "sign up|subscribe|register|log ?in|sign in|download",
    "letter": "newsletters?|e?mails?|alerts?|app|updates?|account|inbox|free",
    "dated": "(first |last )?(published|posted|updated|created|modified)|publish date|date|last modified",
    # somebody speaks: "Thank you for your vote, Field told the crowd."
    "telling": r".*\b(said|says|told|tells|added|adds|wrote|writes|asked|announced)\b",
    "name": r"(?-i:[A-Z][\w.’'-]+)( (and|van|de|von|al|&|(?-i:[A-Z][\w.’'-]*))){0,8}",
}

# before a pattern that may begin anywhere: what a paragraph must hold, in lower case, for it to match; most hold none of it
PATTERNS: tuple[str | tuple[str, str], ...] = (
    # "Share", "Share this article", "Facebook Twitter Email", "Follow us on Twitter", "120 shares"
    r"((kindly|please) )?(({share}|{network})\W*)+( (this|with|on|via)\b.{0,50})?",
    r"(like|follow|find|join|contact|message|tweet) (us|me|him|her|[\w ]{3,25})? ?(on|at|via) ({network})\b.{0,160}",
    r"read or share this (story|article).{0,160}",
    r"[\d,.]+k? ({share}s?|views?|(minutes?|hours?|days?) ago|min(ute)? read).{0,20}",
    # "Read more: five things to know", "Related stories", "Most read", "MORE: ..."
    r"({more})( ({more}|full|this|{kind}))+\b.{0,140}[^.!?]",
    r"({list}|more|also)( (on|from|in))?( this)?( ({kind}))?\W?",
    r"({more}|{list}|{picture}s?|related ({kind})|gallery|live|breaking|opinion|analysis)( ({more}|{kind}))*\s?[:|»>].{0,160}",
    # "Table 2. Letters by year.", "Figure 1: The harbour"
    r"(table|figure|fig\.?) \d{1,2}[.:] .{0,200}",
    # "1.2K 14": claps and comments
    r"[\d.,]+[km]\s?[\d.,km\s]*",
    # "News provided by Harbour Ltd", "Read it first in our app, download now"
    r"(news|content|release) (provided|distributed|issued) by\b.{0,80}",
    ("download", r".{0,60}\bapp\b.{0,40}\bdownload (it )?(now|today|here)\W*"),
    # "Get the news of the day. Sign up to receive our evening newsletter here."
    ("newsletter", r".{0,200}[.!?]\W{1,3}({join})\b.{0,80}\bnewsletters?\b.{0,40}"),
    # "Sign up for our newsletter", "Subscribe", "Advertisement"
    r"({join})\b.{0,80}\b({letter})\b.{0,80}",
    r"({join})( now| here| today)?\W*",
    # "Enter your email to get each new post", "Stay informed with free updates", "Simply sign up to the Harbour Digest, delivered to your inbox."
    r"(enter|add|type|leave) your e-?mail( address)?\b.{0,160}",
    r"stay (informed|up to date|in the know|updated)\b[^.]{0,60}\b({letter})\W*",
    r"(simply |just )?({join})\b.{0,160}\b(inbox|digest|briefing)\b.{0,40}",
    r"(get|receive|have) (the|our|all|your) (?!.*\bsaid\b).{0,100}\b(in|into|to) your (inbox|whatsapp|phone|mobile|mailbox|feed)\b.{0,60}",
    (
        "newsletter",
        r".{0,60}\bnewsletters?\b.{0,100}\b(keep you|you[’']ll (get|receive)|your inbox|straight to you)\b.{0,160}",
    ),
    r"advertisement continue reading.{0,80}",
    r"\W*(advertis(e|ement|ing)|sponsored( content)?|promoted|loading|skip ad(vert(isement)?)?|story continues below.{0,30})\W*",
    r"(skip|jump|back|return|continue) (to|reading)\b.{0,40}",
    # "Image copyright AFP", "Photo: Reuters", "(AP Photo/Ann Field)", "Getty Images"
    r"({picture})s? (copyright|caption|playback|credit|source)\b.{0,200}",
    r"({picture})s?\W?",
    # "Photos: Harbour fire The pier on Friday. Hide Caption 3 of 9", "16 show all Harbour fire"
    r"({picture}|photo)s?: .{0,380}",
    r"(hide|show|view|enlarge|open|close) (caption|({picture})s?|gallery)\b.{0,200}",
    r"\d+ show all\b.{0,120}",
    # "Ann Field opens the pier in May. Image: Bo Reed."
    (":", r".{0,280}[.!?”\"’)]\s({picture}|credit)s?( by)?: (?-i:[A-Z]).{1,60}"),
    # "AP:Associated Press Ann Field on the pier"
    r"({agency})( \w+)?:\s?({agency})\b.{0,200}",
    r"\W?(({picture})s?|credit|source)( (by|courtesy( of)?|credit|copyright))?\s?[:/].{0,120}",
    ("/", r".{0,140}\b({agency})( (images?|photos?|via .{1,20}))?\s?/\s?.{1,60}"),
    ("(|[", r".{0,280}[(\[]({picture})s?( by)?:? .{1,60}[)\]]"),
    ("(|[", r".{0,280}[(\[](.{1,40}(/| via ))?({agency})( (images?|photos?))?[)\]](\s*[(\[]({agency})[)\]])?"),
    r"({agency})( (images?|photos?))? (?!.{0,60}\bsaid\b)(?-i:[A-Z]).{0,160}[^.!?]",
    # "(Ann Field / Harbour Times)", "ANN FIELD/HT"
    ("/", r".{0,280}\((?-i:[A-Z][\w.’'-]+( [A-Z][\w.’'-]+){1,3}) ?/ ?(?-i:[A-Z]).{2,40}\)\W?"),
    # "The pier in May. (Harbour/Li Mo)"
    ("/", r".{0,280}\((?-i:[A-Z][\w.’'-]+ ?/ ?[A-Z][\w.’'-]+( [A-Z][\w.’'-]+){0,2})\)\W?"),
    ("/", r".{0,280}\s(?-i:[A-Z][A-Z'’-]+( [A-Z][A-Z'’-]+){1,3}/[A-Z]\w)(?-i:[\w ]{0,30})"),
    # "The mayor is pictured on the pier", "Some of the pupils are seen during a visit to the pier, May 4, 2016."
    ("pictured|photographed", r".{0,140}\b(is|are) (pictured|photographed) (?!as\b).{0,140}"),
    (" seen | shown ", r".{0,200}\b(is|are) (seen|shown) (?!as\b|by\b|to\b).{0,160}\b({month})\.? \d{1,2}, \d{4}\W*"),
    # "This March 3, 2016 photo provided by the museum shows ..."
    r"(in )?this .{0,40}\b({picture}|handout)\b.{0,80}\b(shows?|showing|released|provided|made available|taken)\b.{0,250}",
    r"\W*({agency})(/({agency}))*( (images?|photos?))?\W*",
    # "By Ann Field", "By Ann Field, Harbour Correspondent", "Ann Field in Oslo and Bo Reed"
    r"by:? {name}(,| for\b| in\b| @|\s?\|).{0,80}[^.]",
    r"by:? {name}",
    # "Published 9 August 2016", "Updated: 10:42 AM EST", "Friday 4 November 2016 | 10:42"
    r"({dated})\b\W{0,3}.{0,40}\d.{0,40}[^.]",
    r"(this )?(page|story|article|post|entry) (was |has been )?({dated})\b\W{0,3}.{0,40}\d.{0,40}[^.]",
    r"(({dated}|issued on|by)\W*)+|\d{1,2} min(ute)?s?( read(ing time)?)?",
    r"(({day}),? )?((\d{1,2} ({month}))|({month})\.? \d{1,2}),? \d{4}\W?.{0,30}",
    r"\d{1,2}[:.]\d{2}( ?[ap]\.?m\.?)?( [a-z]{2,4})?(,? .{0,30}\d{4})?",
    # "This comment was removed because it broke the house rules.", "Comments are now closed."
    r"(this|your) (comment|post|reply) (has been|was|is|were)? ?(removed|deleted|hidden|awaiting moderation)\b(?!.*\b(said|says)\b).{0,160}",
    r"(all |the )?comments( below| on this (story|article|page))?( are| have been| have)?( now| not)?( been)? (closed|moderated)\b.{0,60}",
    r"(this (entry|story|article|discussion) is )?(now )?closed (for|to) (new )?comments?\W*",
    # "© 2016 ...", "All rights reserved", "The Associated Press contributed to this report."
    r"(©|\(c\)|copyright)( |\d|©).{0,200}",
    r"(©|\(c\)|copyright)\W{0,3}\d{4}.{0,380}",
    r"all rights reserved\W.{0,380}",
    # "harbour.example · Ann Field · 3 min read", "Ann Field - 4 min"; not "The crossing takes 40–50 minutes."
    ("min", r".{0,100}(\s?[·•|]|(?<!\d)\s[–-]) ?\d{1,2} min(ute)?s?([ -]read.{0,20}|[^.!?\w]*)"),
    ("rights reserved", r".{0,160}\ball rights reserved\b.{0,80}"),
    r"(the|all) (content|material|information|text)s? .{0,160}\b(on|in) (this|our|these) (web ?)?(site|page)s? .{0,80}\b(belong|copyright|propert).{0,200}",
    # what is embedded or advertised: "A post shared by Ann (@ann) on May 4, 2016", "Click to read today's story."
    r"a (post|photo|video) (shared|posted) by .{1,120}",
    r"scroll (down|up|through) (for|to|the)\b.{0,80}",
    r"interested in .{1,60}\? add .{1,60} as an interest\b.{0,200}",
    r"(click|tap) (here |below |on .{1,40} )?(to|for) .{1,120}",
    r"(find out|discover|see|get|stay up to date (on|with)) (what|more|all|the latest)[’'\w ]{0,30}\b(as it (unfolds|happens)|from around the world|on our \w+)\W?",
    r"this (material|article|story|content|post) (may not|(was )?(originally|first) (published|appeared)|has been (edited|updated)).{0,200}",
    ("contributed to", r".{0,160}\bcontributed to this (report|story|article)\b.{0,40}"),
    r"\W?((additional )?(reporting|writing|editing)|edited|compiled) (by|from) .{0,200}",
    # "You can now listen to Harbour News articles!", "The article you are reading originally appeared in German"
    r".{0,6}you can now listen to\b.{0,80}",
    r"(the|this) (article|story|text)( you are reading)? (originally|first) appeared\b.{0,160}",
    r"this (article|story|page) is (more than|over) .{1,12} (months?|years?) old\W*",
    # "To stay on top of the harbour, sign up to our newsletter.", "For all latest news, follow our channel.", "This article appeared in the Sea section"
    r"(to|for) [^.“”]{3,100}, (please )?(({join})|follow|visit|join)\b.{0,160}",
    r"this (article|story|column|piece|post) (was )?(first |originally )?(appeared|published|printed) (in|on|by|under)\b.{0,200}",
    r"[^.“”]{3,60} website contains only a (portion|part)\b.{0,300}",
    # "What do you think? Post a comment.", "Read the original article on Harbour Mail."
    r"(.{0,60}\? )?(post|leave|add|write) a comment\W*",
    r"read (the|this) (original|full|whole) (article|story|text)\b.{0,80}",
    # "Thanks for reading Harbour Notes! Subscribe for free", "Join our channel and get the latest news delivered to you."
    r"thanks for reading\b.{0,200}",
    r"(?!{telling})thank you for (reading|liking|rating|voting|subscribing|your (vote|rating|feedback|comment))\b.{0,80}",
    r"(?!{telling})you( have|[’']ve) already (liked|voted|rated|reported)\b.{0,120}",
    # "For more information, please contact the harbour's newsroom, news@harbour.example"
    r"(?!{telling})for (more|further|additional) information\W+(please )?(contact|call|e-?mail|write to|visit|see|go to)\b.{0,200}",
    ("reader-supported", r"[^.!?]{1,80} is a reader-supported publication\b.{0,200}"),
    r"(join|follow|subscribe to|download) [^.]{1,60}\b(channel|app|page|feed)\b[^.]{0,60}\b(news|updates|stories|alerts)\b[^.]{0,60}\W*",
    r"before it[’']s here, it[’']s on\b.{1,60}",
    # "Have you seen the seal? Let us know in the comments below.", "- ENDS -", "###", "Media contact: Ann Field, 555 0199"
    (
        "let us know|tell us|have your say|share your|leave a comment",
        r"(.{0,160}[?.!] )?(let us know|tell us|have your say|share your (views?|thoughts?|story|stories)|leave a comment)\b.{0,60}\b(comments?|below|here|form)\b.{0,40}",
    ),
    r"[\W_]*(ends|end of (document|release|article)|(the )?end)[\W_]*|[-–—#* ]+30[-–—#* ]+",
    r"((media|press) )?(contacts?|enquiries|inquiries)( for (the )?(media|press|journalists))?:(?=.*[\d@]).{0,160}",
    # "Translation of an original article published in French on harbour.example"
    r"(this (article|story|text) (is|was) (a )?)?translat(ion|ed) (of|from) (an|the)? ?(original|french|german|spanish|italian|japanese)\b.{0,300}",
    # "Have you been affected? Email ...", "Please enable JavaScript"
    (
        "@|pictures|story|comments|experiences",
        r".{0,140}\b(e-?mail|contact|text|tweet|send) (us|me|him|her|your)\b.{0,140}(@|\b(pictures|story|comments|experiences)\b).{0,80}",
    ),
    r"(this|please|your|to) .{0,40}\b(javascript|browser|cookies?|flash)\b.{0,160}",
    r"(we use cookies|this (video|content) is (not|no longer) available|(video|media) (is )?(not supported|unavailable)).{0,160}",
    r"(terms (of use|and conditions|of service)|privacy (policy|notice)|cookie policy|contact us|about us|site ?map|topics?|tags?)\W?.{0,60}",
    # "Write to Ann Field at ann@harbour.example", "Contact Bo Reed at bo@…", "Want weekly tips? Sign up for Harbour Letters"
    ("@", r"(write|reach|contact|e-?mail)( to)? {name} (at|on|via) \S+@\S+.{0,40}"),
    ("@", r".{0,300}\b(our e-?mail|e-?mail us|write to us|get in touch|contact us)\b.{0,60}\S+@\S+\W*"),
    r"for more (stories|news|like|from|on|updates)\b.{0,80}\b(follow|join|visit|subscribe|click|see|go to)\b.{0,120}",
    r"(want|looking for|enjoyed?|like) .{3,100}\? ({join})\b.{0,100}",
    # mails: "View this email in your browser", "You are receiving this email because …", "Our mailing address is:"
    r"(view|read|see|open) (this|the|our) (e-?mail|message|newsletter|issue|edition)( online)?( (in|on) (your|a|the) (web ?)?browser| online)?\W*",
    r"you are visitor (number|no\.?)\b.{0,120}",
    # "Best viewed in Firefox", "This page is best viewed at 800 x 600"; not "Best viewed at dusk, the falls …"
    r"(this (site|page) is )?best viewed (at|in|with|on)\b(?=.*\b(browsers?|explorer|netscape|mozilla|firefox|chrome|safari|"
    r"resolution|pixels|\d{3,4} ?[x×] ?\d{3,4})\b).{0,120}",
    r"(?!{telling})(you are|you[’']re|you) (receiving|getting|received|got) (this|these) (e-?mail|message|newsletter)s?\b.{0,200}",
    r"(our (mailing|postal) address( is)?|want to change how you receive\b.{0,40}|(update|manage) (your )?(e-?mail )?preferences)\W*",
    # "What did you think of today's newsletter?", "Was this article helpful?", "Did you enjoy this story?"
    r"(what did you think of|how (did|would) you (like|rate)|did you (like|enjoy|find)|do you like|"
    r"(was|is)(?=.*\b(helpful|useful|interesting|informative|relevant|(displaying|displayed|shown|showing) \w+)\?)) "
    r"(today[’']s|this( week[’']s)?|our) (e-?mail|newsletter|issue|edition|article|story|page|information|post)\b[\w ]{0,30}\?",
    # what agencies tell editors: "(Adds quotes, background)", "(ATTN: UPDATES with mayor's remarks in paras 3-4)"
    r"(eds|attn|note to editors)[:.] .{0,160}",
    r"\((attn:? .{1,160}|(eds|note to editors?)\W.{1,160}|(updates?|adds?|recasts?|corrects?|refiles?|repeats?|changes?|clarifies|rewrites|removes|fixes) [^.()]{2,120})\)",
    # "Information from the Associated Press was used in this report."
    (
        "used in|included in",
        r"(information|material|reporting|content|quotes) from .{1,80} (was|were|is) (also )?(used|included) in this (report|story|article)\W*",
    ),
    # science news: "More information: Osei et al, … DOI: …", "Citation: … retrieved 4 October 2025 from …", "Journal information: …"
    (
        "doi|http|journal",
        r"((more|further|additional|journal) information|journal( reference)?|reference)s?:.{0,60}\S.{0,300}(\bdoi\b|https?:|\bjournal\b|\(\d{4}\)).{0,100}",
    ),
    ("retrieved|accessed", r"(citation|cite (this|as)|how to cite)\b.{0,260}\b(retrieved|accessed) .{0,140}"),
    r"this (document|article|work|content|page|material|report) is (subject to copyright|protected by copyright|copyright(ed)?)\b.{0,300}",
    r"this (article|story|report) (has been|was|is) (reviewed|checked|fact-checked|produced|generated|translated|edited) (according to|with the help of|in line with|using|by (ai|a machine))\b.{0,300}",
    r"(categor(y|ies)|filed (under|in)|labels?|tagged( with)?)\W*",
    r"in (this|today[’']s) (article|story|issue|section|guide|edition)\W*",
    # "1/12", "Slide 3 of 9", an address, a hashtag, a row of stars
    r"(slide|{picture})? ?\d+ ?(of|/) ?\d+.{0,20}",
    ("http|www.", r"(.{0,60}:? )?(https?://|www\.)\S+"),
    r"(on the net|online|on the web):",
    r"[@#]\w+",
    r"[\W_]+",
)
# a call of a site to its readers, in three parts, of which no story's sentence has all
CALL = re.compile(
    r"(please |just |simply |click here to |if you (value|like|enjoy|can|have|know|want)\b.{0,60}, )?(sign up|subscribe|follow|join|help|get|support|download|"
    r"donate|give|send|fill in|write to|tell us|tell|share|register|log in|become|consider|read|listen|watch|click|tap|scan|we want to hear|we need|we rely|"
    r"do you (have|know|live|work)|have you|are you|got a|want|enjoy|love)\b",
    re.I,
)
OWN = re.compile(r"\b(you|your|us|our|we|me|here|this one|more|today|now)\b", re.I)
WANTED = re.compile(
    r"\b(newsletters?|apps?|channel|forms?|tips?|inbox|subscri\w+|donat\w+|gifts?|give|account|sign up|log in|supporters?|patrons?|members?(hip)?|our (work|stories|"
    r"journalism|reporting|coverage|readers|newsroom)|stories (like|such)|such stories|hear from|story idea|podcast|for free|@\w|e-?mails?|alerts|"
    r"community|edition|notifications|updates|emails?|mailing list)\b|\S@\S",
    re.I,
)
QUOTED = re.compile(r"[“”\"]|\bsaid\b")
MENU = 40  # words from which a paragraph without a sentence may be a menu
CAPITALS = 0.7  # share of its words that begin with a capital or a digit
LOUD = 0.1  # share of them that are numbers or in capitals throughout
LONGEST = 400  # characters; a longer paragraph is never noise, but for these
# "Related stories OH NO Ann Field misses the ferry …", "Newsletter Sign Up Continue reading …", "Editor's note: An earlier …"
LONG = (
    # "FILE - In this May 3, 2016, file photo, Ann Field opens the pier. ..."
    r"(file\W{1,4})?in this (({month})\.? (\d{1,2}, )?\d{4},? (file )?|file )({picture})\b.*",
    r"in this ({picture}),? (taken|made|released|provided)\b.*",
    r"(editor|publisher)[’']?s[’']? note\s?[:.—–-].*",
    r"(correction:? )?(an earlier|a previous) version of this (article|story|report|post|video)\b.*",
    r"related (stories|articles|content|links) (?-i:[A-Z“‘\"']).*",
    r"(newsletters? )?sign ?up continue reading.*",
)
# "Please verify you're not a robot … Invalid email address. Please re-enter. …": a form in text, of any length
FORM = (
    r"not a robot",
    r"invalid e-?mail address",
    r"please re-?enter",
    r"an error has occurred",
    r"please try again later",
    r"you agree to receive",
    r"select a newsletter",
    r"thank you for subscribing",
    r"view all [\w ]{2,40} newsletters",
)
QUESTIONS = 3  # parts of a form from which a paragraph is one
LONGEST_FORM = 1200  # characters; in a longer one the story goes on after the form
HEADING_WORDS = 9
END_MARKS = " ■□▪●•◆◼∎†*#"
# inside a paragraph: what follows is a caption or belongs to the page, not to the story. Before each pattern, in lower case, what
# a sentence must hold for it to match: nearly all sentences hold none of these, and need no pattern
CAPTION = (
    ("caption|copyright", r"(image|media|video) (copyright|caption)\b"),
    ("(", r"\((photo|image|picture|file|credit|pic)s?( by)?:? [^)]{2,60}\)"),
    ("(", r"\((getty images|reuters|afp|epa|associated press|ap photo[^)]*|ap)\)\.?$"),
    ("main story|click to share|headlines", r"continue reading the main story|click to share|today[’']s headlines"),
    ("related", r"related (stories|articles|content)"),
    ("photo|caption|gallery", r"\b(view|hide|show|enlarge) (photos?|caption|gallery)\b"),
    ("photo|image|picture|video", r"^(photos?|image|picture|video)s?: "),
    ("/", r"^\d{1,3}/\d{1,3}\s"),
    ("robot|agree|special", r"\b(not a robot|you agree to (receive|our)|special offers for)\b"),
    ("subscri", r"(could not|unable to) subscribe|thank you for subscribing(?! to)"),
)
# after one of these the story goes on: "… Invalid Email Ann Field has left the harbour."
DROPPED = (
    ("invalid", r"invalid e-?mail"),
    ("photo", r"^photo (?=(?-i:[A-Z]{3,}\b))"),
    ("close", r"^(?-i:CLOSE) (?=(?-i:[A-Z]))"),
    ("new window", r"(opens? in (a )?new window\)? ?)+"),
    ("ad |embed|share", r"skip ad( ad)?( loading\.{0,3})?|ad loading\.{0,3}|x embed x share|embed x share|share this video"),
    ("inbox", r"get [\w ]{3,30} directly to your inbox( \+ subscribe)?"),
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\{([a-z]+)\}", lambda m: PARTS[m.group(1)], pattern), re.IGNORECASE)


STOPS = re.compile(r"[.!?][”\"’')]*(\s|$)")
SLIDE = re.compile(r"(\d{1,3})/(\d{1,3})\s+(?=[A-Z0-9])")
NOISE = tuple(
    ((), _compiled(each)) if isinstance(each, str) else (tuple(each[0].split("|")), _compiled(each[1])) for each in PATTERNS
)
LONG_NOISE = tuple(_compiled(pattern) for pattern in LONG)
FORMS = tuple(_compiled(pattern) for pattern in FORM)
CAPTIONS = tuple((held.split("|"), re.compile(pattern, re.IGNORECASE)) for held, pattern in CAPTION)
DROPS = tuple((held.split("|"), re.compile(pattern, re.IGNORECASE)) for held, pattern in DROPPED)


@lru_cache(4096)
def is_noise(words: str) -> bool:
    """Whether a paragraph is not the story."""
    line = " ".join(words.split())
    if any(pattern.fullmatch(line) for pattern in LONG_NOISE) or (len(line) <= LONGEST and _is_noise_line(line)):
        return True
    if _is_menu(line):
        return True
    return len(line) <= LONGEST_FORM and sum(pattern.search(line) is not None for pattern in FORMS) >= QUESTIONS


def _is_noise_line(line: str) -> bool:
    low = line.lower()
    return any((not held or any(part in low for part in held)) and pattern.fullmatch(line) for held, pattern in NOISE)


def calls(words: str) -> bool:
    """Whether a paragraph of a web page calls its readers to do something for the site: "Sign up for Harbour AM to get more stories."

    It begins with such a call, speaks to the reader or of itself, names what sites ask for, and quotes nobody.
    """
    line = " ".join(words.split())
    if len(line) > LONGEST or QUOTED.search(line):
        return False
    return CALL.match(line) is not None and OWN.search(line) is not None and WANTED.search(line) is not None


def _is_menu(line: str) -> bool:
    """Whether words are a page's menu: nearly all with a capital, years and whole words in capitals among them, and no sentence."""
    words = line.split()
    if len(words) < MENU or STOPS.search(line) or line.count(",") * 10 > len(words):
        return False
    loud = sum(word.isdigit() or (len(word) > 3 and word.isupper()) for word in words)
    return loud > LOUD * len(words) and sum(not word[0].islower() for word in words) > CAPITALS * len(words)


def is_heading(words: str) -> bool:
    """Whether a paragraph is a cross-heading: few words, no full stop, no quotation."""
    line = words.strip().rstrip(END_MARKS)  # "The cat came home the same evening. ■"
    return len(line.split()) <= HEADING_WORDS and line[-1:] not in ".?!”\"’':;,…" and line[:1] not in "“\"'‘"


def furniture(sentence: str) -> int | None:
    """How many code points of page furniture a sentence opens with; None where all of it is furniture or a caption."""
    low, end = sentence.lower(), 0
    for held, pattern in DROPS:
        if any(part in low for part in held):
            end = max(end, *(match.end() for match in pattern.finditer(sentence)), 0)
    for held, pattern in CAPTIONS:
        if any(part in low for part in held) and pattern.search(sentence, end):
            return None
    return end + len(sentence[end:]) - len(sentence[end:].lstrip(" .:|+-"))


def galleries(lines: Sequence[str]) -> set[int]:
    """The numbers of the paragraphs that are captions of a gallery: "3/16 The pier in May", at least two of the same many."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        slide = SLIDE.match(line)
        if slide and int(slide[1]) <= int(slide[2]):
            found.setdefault(slide[2], []).append(number)
    return {number for same in found.values() if len(same) > 1 for number in same}
