"""Time expressions: an article in one line, and the times that must come out."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

import generator.language.extensions
from generator.language.setup.shipped import PIPELINE
from generator.language.times import TimeExpression, Times

assert generator.language.extensions  # sets the extension attributes
WEDNESDAY = date(2016, 7, 20)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(PIPELINE, exclude=["ner", "trainable_lemmatizer", "briefing_names"])


def times(nlp: Language, text: str, published: date | None = WEDNESDAY) -> list[TimeExpression]:
    doc = nlp(text)
    doc._.published = published
    return list(Times()(doc)._.times)


def found(nlp: Language, text: str, published: date | None = WEDNESDAY) -> list[tuple[str, str]]:
    return [(text[time.start : time.end], time.value) for time in times(nlp, text, published)]


EXPLICIT = [
    ("It began on 2016-07-15.", "2016-07-15", "2016-07-15"),
    ("It began on 7/15/2016.", "7/15/2016", "2016-07-15"),  # the month first, as American papers write
    ("It began on 15/7/2016.", "15/7/2016", "2016-07-15"),  # unless there is no such month
    ("It began on 15.07.2016.", "15.07.2016", "2016-07-15"),
    ("It began on Friday, Oct. 23, 1998, in Rome.", "Friday, Oct. 23, 1998", "1998-10-23"),
    ("It began on 3 May 2011.", "3 May 2011", "2011-05-03"),
    ("It began on the 15th of July.", "the 15th of July", "2016-07-15"),
    ("It began on 29 February 2012.", "29 February 2012", "2012-02-29"),
    ("It began in September 1945.", "September 1945", "1945-09"),
    ("It began in the summer of 1994.", "the summer of 1994", "1994-SU"),
    ("It began in Q3 2015.", "Q3 2015", "2015-Q3"),
    ("Profits rose in the second half of 2015.", "the second half of 2015", "2015-H2"),
    ("It was built in the 1920s.", "the 1920s", "192"),
    ("Rents rose in the '80s.", "the '80s", "198"),
    ("It was built in the nineteenth century.", "the nineteenth century", "18"),
    ("The city fell in AD 79.", "AD 79", "0079"),
    ("The emperor left in the year 476.", "the year 476", "0476"),
    ("William won in 1066.", "1066", "1066"),
    ("The sea will have risen by 2150.", "2150", "2150"),
    ("It fell in nineteen ninety-one.", "nineteen ninety-one", "1991"),
    ("It closed at 6:30 p.m. on 12 March 2016.", "6:30 p.m. on 12 March 2016", "2016-03-12T18:30"),
    ("Shops closed on Christmas Day 2014.", "Christmas Day 2014", "2014-12-25"),
    ("Shops closed on Thanksgiving 2015.", "Thanksgiving 2015", "2015-11-26"),
    ("Shops closed on Eid al-Fitr 2016.", "Eid al-Fitr 2016", "2016-07-06"),
    ("Shops closed on Easter Monday 2016.", "Easter Monday 2016", "2016-03-28"),
    ("It ended on May 8, '45.", "May 8, '45", "1945-05-08"),
    ("In May 2011 troops left.", "May 2011", "2011-05"),  # "2011 troops" would count, a month takes the year
    ("It began in the year 2000.", "the year 2000", "2000"),
    ("It began in mid-April 2009.", "mid-April 2009", "2009-04"),
    ("Rents rose in the mid-nineties.", "the mid-nineties", "199"),
    ("The 19th-century house burned down.", "19th-century", "18"),
    ("Sales fell in the final quarter of 2015.", "the final quarter of 2015", "2015-Q4"),
    ("Sales fell in FY13.", "FY13", "2013"),
    ("c. 1450 a bridge was built.", "1450", "1450"),
    ("Shops closed on Presidents' Day 2015.", "Presidents' Day 2015", "2015-02-16"),
    ("Shops closed on St Patrick's Day 2015.", "St Patrick's Day 2015", "2015-03-17"),
    ("It struck at 4am on Sunday morning.", "4am on Sunday morning", "2016-07-17T04:00"),
    ("He died on 30 September 420.", "30 September 420", "0420-09-30"),
    ("He died in December of 384, aged 80.", "December of 384", "0384-12"),
    ("He was born c. 347 in Split.", "347", "0347"),
    ("Cup 2014 day five: no goals.", "2014", "2014"),
    ("It struck at nine o'clock.", "nine o'clock", "2016-07-20T09:00"),
    ("In the fall of '68 they moved west.", "the fall of '68", "1968-FA"),
    ("The crash of '29 ruined him.", "'29", "1929"),
    ("The winter of 1962-63 was hard.", "The winter of 1962-63", "1962-WI"),
    ("The manuscript dates from around 1200.", "around 1200", "1200"),
    ("He was murdered on 15 March 44 BC.", "15 March 44 BC", "BC0044"),
    ("He died in June, AD 68.", "June, AD 68", "0068-06"),
    ("It was built in the second half of the 12th century.", "the second half of the 12th century", "11"),
    ("The 9/11 attacks changed air travel.", "9/11", "2001-09-11"),
    ("Parades were held on St Patrick's Day last year.", "St Patrick's Day last year", "2015-03-17"),
    ("Shops closed at Easter of 2015.", "Easter of 2015", "2015-04-05"),
]


@pytest.mark.parametrize(("text", "wording", "value"), EXPLICIT)
def test_explicit_dates(nlp: Language, text: str, wording: str, value: str) -> None:
    assert found(nlp, text) == [(wording, value)]


RELATIVE = [
    ("Police said Monday that a man had been held.", "Monday", "2016-07-18"),  # past: the Monday behind
    ("The council will vote on Monday.", "Monday", "2016-07-25"),  # future: the Monday ahead
    ("The trial was postponed until Friday.", "Friday", "2016-07-22"),
    ("The hearing is scheduled for Friday.", "Friday", "2016-07-22"),
    ("The bridge closed last Friday.", "last Friday", "2016-07-15"),
    ("The shop opens next Tuesday.", "next Tuesday", "2016-07-26"),
    ("The factory has been idle since October.", "October", "2015-10"),
    ("Profits fell from May to the end of the line.", "May", "2016-05"),  # "May" the month is no modal verb
    ("A June agreement was broken.", "June", "2016-06"),
    ("She won last November.", "last November", "2015-11"),
    ("The deal was signed on Dec. 26.", "Dec. 26", "2015-12-26"),
    ("The report came out earlier this week.", "earlier this week", "2016-W29"),
    ("Thousands marched at the weekend.", "the weekend", "2016-W28-WE"),
    ("Two shells fell last night.", "last night", "2016-07-19TNI"),
    ("He left ten days ago.", "ten days ago", "2016-07-10"),
    ("He left two weeks ago.", "two weeks ago", "2016-W27"),
    ("He left a decade ago.", "a decade ago", "2006"),
    ("He left the day before yesterday.", "the day before yesterday", "2016-07-18"),
    ("Sales fell in the third quarter of last year.", "the third quarter of last year", "2015-Q3"),
    ("The hearing is set for the week of Aug. 8.", "the week of Aug. 8", "2016-W32"),
    ("Shots were heard on the night of July 15.", "the night of July 15", "2016-07-15TNI"),
    ("Exports rose this past spring.", "this past spring", "2016-SP"),
    ("It is shown on Saturday 11 February.", "Saturday 11 February", "2017-02-11"),  # in 2016 a Thursday
    ("The September 11 attacks changed it.", "September 11", "2001-09-11"),
    ("It rained for the rest of the year.", "the year", "2016"),
    ("He is at home now.", "now", "PRESENT_REF"),
    ("It has rained recently.", "recently", "PAST_REF"),
    ("The offer had been due to expire on Friday.", "Friday", "2016-07-15"),  # what lay ahead then is over now
    ("The ministers meet on Monday.", "Monday", "2016-07-25"),  # a present with a day looks ahead
    ("Notices put out on Aug. 13 warn of floods.", "Aug. 13", "2016-08-13"),
    ("Banks have renewed revolving loans through January.", "January", "2017-01"),
    ("He was charged the day after Christmas.", "the day after Christmas", "2015-12-26"),
    ("He was charged the day before last Tuesday.", "the day before last Tuesday", "2016-07-18"),
    ("Polls close on Election Day.", "Election Day", "2016-11-08"),
    ("Orders fell in the early summer.", "the early summer", "2016-SU"),
    ("Sales rose 8% from a year earlier.", "a year earlier", "2015"),  # no rate such as "8% a year"
    ("The vote takes place on Thursday week.", "Thursday week", "2016-07-28"),
    ("He left on Monday last week.", "Monday last week", "2016-07-11"),
    ("He will come on Tuesday next week.", "Tuesday next week", "2016-07-26"),
    ("He was born on May 3 last year.", "May 3 last year", "2015-05-03"),
    ("It opened on 14-Jul-2015.", "14-Jul-2015", "2015-07-14"),
    ("It opened on 2015/07/14.", "2015/07/14", "2015-07-14"),
    ("It opened on 12/1/2015.", "12/1/2015", "2015-12-01"),
    ("It was filed at 2016-07-15T18:30.", "2016-07-15T18:30", "2016-07-15T18:30"),
    ("It opened at half past seven.", "half past seven", "2016-07-20T07:30"),
    ("It opened at a quarter to eight.", "a quarter to eight", "2016-07-20T07:45"),
    ("It opened at 3 p.m. Eastern time on Friday.", "3 p.m. Eastern time on Friday", "2016-07-15T15:00"),
    ("The bomb went off in the early hours of Monday.", "the early hours of Monday", "2016-07-18TMO"),
    ("It began in the early nineties.", "the early nineties", "199"),
    ("The vote is due on Thursday.", "Thursday", "2016-07-21"),
    ("The ship is due in port on Monday.", "Monday", "2016-07-25"),
    ("The vote is on Friday.", "Friday", "2016-07-22"),  # a copula in the present looks ahead
    ("He was in Paris in October.", "October", "2015-10"),
    ("Ahead of Friday's vote, leaders are nervous.", "Friday", "2016-07-22"),
    ("Lawyers will look for ways round Tuesday's ruling.", "Tuesday", "2016-07-19"),  # what is settled lies behind
    ("The firm is selling land under a September agreement.", "September", "2015-09"),
    ("They agreed to meet on Friday.", "Friday", "2016-07-22"),
    ("They managed to meet on Friday.", "Friday", "2016-07-15"),
    ("The city held a party to mark the entry on Friday.", "Friday", "2016-07-15"),
    ("The pool opens a week from Friday.", "a week from Friday", "2016-07-29"),
    ("He left a year ago today.", "a year ago today", "2015-07-20"),
    ("He left half a century ago.", "half a century ago", "1966"),
    ("He left a year and a half ago.", "a year and a half ago", "2015-01"),
    ("The rain stopped by mid-afternoon on Monday.", "mid-afternoon on Monday", "2016-07-18TAF"),
    ("He called the night before.", "the night before", "2016-07-19TNI"),
    ("It will one day be rare.", "one day", "FUTURE_REF"),
    ("In the past it was rare.", "the past", "PAST_REF"),
    ("He left the other day.", "the other day", "PAST_REF"),
    ("Shops closed during Easter week.", "Easter week", "2016-W12"),
    ("The shop had sold wine since year-end.", "year-end", "2015"),
    ("It was sold at the end of the year.", "the end of the year", "2015"),
    ("By the end of the year it will be sold.", "the end of the year", "2016"),
    ("Two years later he was dead.", "Two years later", "XXXX"),  # than what happened, not than the article
    ("Two Sundays ago he called.", "Two Sundays ago", "2016-07-10"),
    ("He moved to Oslo last June.", "last June", "2015-06"),  # in July "last month" would say the other
    ("They must reply by the Friday deadline.", "Friday", "2016-07-22"),
    ("All had replied by the Friday deadline.", "Friday", "2016-07-15"),
    ("The Friday deadline passed without an answer.", "Friday", "2016-07-15"),
    ("On Friday, the ministry plans to publish the list.", "Friday", "2016-07-22"),
    ("Prices will start being cut in May.", "May", "2017-05"),
    ("She hopes they one day meet.", "one day", "FUTURE_REF"),
    ("In past years he was rich.", "past years", "PAST_REF"),
    ("The then current owner sold it.", "current", "PAST_REF"),
    ("He won many cups, most recently in 2014.", "2014", "2014"),
    ("The first two quarters of 2014 were poor.", "The first two quarters of 2014", "2014-H1"),
    ("The match is set for 7:30 p.m. EST Monday.", "7:30 p.m. EST Monday", "2016-07-25T19:30"),
    ("The race takes place a week today.", "a week today", "2016-07-27"),
    ("The race takes place a fortnight tomorrow.", "a fortnight tomorrow", "2016-08-04"),
    ("The offer ends at 5 p.m. New York time on July 31.", "5 p.m. New York time on July 31", "2016-07-31T17:00"),
    ("He called at 11.40pm last night.", "11.40pm last night", "2016-07-19T23:40"),
    ("He called at 2am last night.", "2am last night", "2016-07-20T02:00"),  # the night that was this morning
    ("He called at 9 this morning.", "9 this morning", "2016-07-20T09:00"),
    ("He called at 9am this morning.", "9am this morning", "2016-07-20T09:00"),
    ("He called at 9pm yesterday evening.", "9pm yesterday evening", "2016-07-19T21:00"),
    ("Temperatures will fall overnight.", "overnight", "2016-07-20TNI"),
    ("Snow fell overnight on Sunday.", "overnight on Sunday", "2016-07-17TNI"),
    ("She will speak at 9 p.m. Eastern on Friday.", "9 p.m. Eastern on Friday", "2016-07-22T21:00"),
    ("The train left at 18:45.", "18:45", "2016-07-20T18:45"),
    ("The truce began at dawn on Sunday.", "dawn on Sunday", "2016-07-17TMO"),
    ("The alarm was raised after nightfall on 3 May.", "nightfall on 3 May", "2016-05-03TNI"),
    ("He will be sentenced in the new year.", "the new year", "2017"),
    ("It hit the Earth 66 million years ago.", "66 million years ago", "PAST_REF"),
    ("He was born at the turn of the 20th century.", "the turn of the 20th century", "19"),
    ("Heading into Friday's game, they have lost five in a row.", "Friday", "2016-07-22"),
    ("The firm published its results in August.", "August", "2015-08"),  # done in July
    ("The firm said a plant would open in August.", "August", "2016-08"),
    ("By December, the figure will have doubled.", "December", "2016-12"),
    ("By December, the figure had doubled.", "December", "2015-12"),
    ("It snowed in the second week of May.", "the second week of May", "2016-W19"),
    ("It snowed on the last weekend in April 2015.", "the last weekend in April 2015", "2015-W17-WE"),
    ("It snowed on the first day of May.", "the first day of May", "2016-05-01"),
    ("The form was dated 22-06-2016.", "22-06-2016", "2016-06-22"),
    ("The meeting was on 6/24.", "6/24", "2016-06-24"),
    ("It was sent at 07.00 BST.", "07.00 BST", "2016-07-20T07:00"),
    ("The 1970s-era plant was shut.", "1970s", "197"),
    ("Gold for February delivery rose.", "February", "2017-02"),
    ("A match between the two on Friday was called off.", "Friday", "2016-07-22"),
    ("The match was called off on Friday.", "Friday", "2016-07-15"),
    ("The tour kicks off on Saturday in Leeds.", "Saturday", "2016-07-23"),
    ("In three weeks' time he will be back.", "three weeks' time", "2016-W32"),
    ("There was calm following Friday's vote.", "Friday", "2016-07-15"),  # no "following Friday"
    ("Fans celebrate in the streets on Friday.", "Friday", "2016-07-15"),  # the present of captions
    ("He is set to open the fair on Friday.", "Friday", "2016-07-22"),
    ("If they do meet on Friday, it will be a first.", "Friday", "2016-07-22"),
    ("By the time the award is announced on Friday, she will be home.", "Friday", "2016-07-22"),
    ("The letter is dated July 3.", "July 3", "2016-07-03"),
    ("They are due in court on 2 February.", "2 February", "2017-02-02"),
    ("An election is widely tipped for 2 February.", "2 February", "2017-02-02"),
    ("The firm reports its results on Friday.", "Friday", "2016-07-22"),
    ("Parliament will debate the attack of July 3.", "July 3", "2016-07-03"),
    ("Friday's vote could decide the matter.", "Friday", "2016-07-22"),
    ("He could not be reached on Friday.", "Friday", "2016-07-15"),
    ("The road is expected to be out through Sunday.", "Sunday", "2016-07-24"),
    ("He is charged with killing her on Sunday.", "Sunday", "2016-07-17"),
    ('"See you Friday," she said.', "Friday", "2016-07-22"),
    ("The president was to leave Sunday for Asia.", "Sunday", "2016-07-24"),
    ("Unions called off Friday's strike.", "Friday", "2016-07-22"),
    ("The Senate votes Friday.", "Friday", "2016-07-22"),
    ("They met at 5:30 Friday evening.", "5:30 Friday evening", "2016-07-15T17:30"),
    ("The vote is on Thursday the 28th.", "Thursday the 28th", "2016-07-28"),
    ("He will leave by the end of the decade.", "the end of the decade", "201"),
]


@pytest.mark.parametrize(("text", "wording", "value"), RELATIVE)
def test_dates_that_hang_on_the_article(nlp: Language, text: str, wording: str, value: str) -> None:
    assert found(nlp, text) == [(wording, value)]


RUNNING = [
    ("Talks failed on June 3. The next day he left.", ["2016-06-03", "2016-06-04"]),
    ("Talks failed on June 3. Three days later he left.", ["2016-06-03", "2016-06-06"]),
    ("Talks failed on June 3. He left that evening.", ["2016-06-03", "2016-06-03TEV"]),
    ("She came in spring 2015 and left the following summer.", ["2015-SP", "2015-SU"]),
    ("The summit ran from Sept. 4 to 6, 2015.", ["2015-09-04", "2015-09-06"]),
    ("The fair runs July 22-24.", ["2016-07-22", "2016-07-24"]),
    ("The fair was held on 3-5 May 2015.", ["2015-05-03", "2015-05-05"]),
    ("The crisis of 2008-09 hit hard.", ["2008", "2009"]),
    ("Sales rose in June and July 2015.", ["2015-06", "2015-07"]),  # the year said last holds for both
    ("It lasted from Monday to Friday.", ["2016-07-18", "2016-07-22"]),
    ("He won in the 2010/11 season.", ["2010", "2011"]),
    ("The siege lasted from October to March.", ["2015-10", "2016-03"]),
    ("Profit was $2 million in the second quarter, up from $1 million a year earlier.", ["2016-Q2", "2015-Q2"]),
    ("In the first nine months, profit rose to $2 million from $1 million a year earlier.", ["P9M", "2015"]),
    ("The second quarter was poor. In the quarter a year ago, it had a loss.", ["2016-Q2", "2015-Q2"]),
    ("Talks failed on June 3. Later in the day he left.", ["2016-06-03", "2016-06-03"]),
    ("He moved in 1987. Three days later she came.", ["1987", "XXXX-XX-XX"]),  # no day to count from
    ("He moved in 1987 and she came that day.", ["1987"]),
    ("The unit landed on 12 June 1944. On 20 June it was gone.", ["1944-06-12", "1944-06-20"]),
    ("The unit landed on 12 June 1944. In 1950 it was gone. In March it came back.", ["1944-06-12", "1950", "1950-03"]),
    ("He was born on 12 June 1944. On 20 June he will speak.", ["1944-06-12", "2017-06-20"]),  # the future is no story
    ("It was founded in 1985. Police closed it in May.", ["1985", "2016-05"]),  # a bare year tells too little
    ("Schools closed in March 2014 until that September.", ["2014-03", "2014-09"]),
    ("It burned in May 1968; that autumn it was rebuilt.", ["1968-05", "1968-FA"]),
    ("It burned on 7 May 1968; the same evening he fled.", ["1968-05-07", "1968-05-07TEV"]),
    ("Rents rose in the year to June.", ["P1Y", "2016-06"]),
    ("Rents rose from March to June last year.", ["2015-03", "2015-06"]),
    ("It rained from the 8th to the 12th.", ["2016-07-08", "2016-07-12"]),
    ("The 17th and 18th centuries saw many wars.", ["16", "17"]),
    ("For the nine months, profit rose to $3 million from $2 million a year earlier.", ["P9M", "2015"]),
    ("Talks resume on Friday after breaking down on Saturday.", ["2016-07-22", "2016-07-16"]),
    ("Tourists spend as much this month as last.", ["2016-07", "2016-06"]),
    ("The team plays at home this week or next.", ["2016-W29", "2016-W30"]),
    ("Profit for the quarter ended May 31 rose.", ["2016-Q2", "2016-05-31"]),  # two of its months are of the second
    ("Between the second and third quarters of last year sales fell.", ["2015-Q2", "2015-Q3"]),
    ("First- and second-quarter sales were poor.", ["2016-Q1", "2016-Q2"]),
    ("The course is full on Monday and Thursday evenings.", ["XXXX-WXX-1TEV", "XXXX-WXX-4TEV"]),
    ("It struck at 10:35 a.m. (0735 GMT) on Friday.", ["2016-07-15T10:35", "2016-07-15"]),  # one moment, told twice
    ("The dollar rose on Friday after overnight gains in Tokyo.", ["2016-07-15", "2016-07-14TNI"]),
    ("On Friday he spoke in the morning and left in the evening.", ["2016-07-15", "2016-07-15TMO", "2016-07-15TEV"]),
    ("The storm is due late Wednesday or early Thursday.", ["2016-07-20", "2016-07-21"]),
    ("The museum is closed on Mondays and Tuesdays.", ["XXXX-WXX-1", "XXXX-WXX-2"]),
    ("The riots of August 2011 began on a Saturday.", ["2011-08"]),  # no Saturday in particular
    ("A Saturday march turned violent.", ["2016-07-16"]),
    ("The 60s and 70s were wild.", ["196", "197"]),
    ("The last week of August is quiet.", ["2016-W34"]),
    ("The last week of the campaign was quiet.", ["P1W"]),
    ("Nurses who were on strike on Monday return to work on Friday.", ["2016-07-18", "2016-07-22"]),
    ("It flooded for the third time in a week on Sunday.", ["P1W", "2016-07-17"]),
    ("The dynasty ruled from 1368 to 1644.", ["1368", "1644"]),
    ("He scored in the opening 10 minutes on Sunday.", ["PT10M", "2016-07-17"]),
    ("It was built Jan.-March 2014.", ["2014-01", "2014-03"]),
]


@pytest.mark.parametrize(("text", "values"), RUNNING)
def test_dates_that_hang_on_other_dates(nlp: Language, text: str, values: list[str]) -> None:
    assert [value for _, value in found(nlp, text)] == values


OTHER = [
    ("The strike lasted two years.", "two years", "DURATION", "P2Y", None),
    ("The 90-minute match was dull.", "90-minute", "DURATION", "PT90M", None),
    ("His is a 52-week-a-year job.", "52-week", "DURATION", "P52W", None),
    ("It took two and a half years.", "two and a half years", "DURATION", "P2Y6M", None),
    ("It took more than six months.", "more than six months", "DURATION", "P6M", "MORE_THAN"),
    ("It took about three weeks.", "about three weeks", "DURATION", "P3W", "APPROX"),
    ("It takes at least 30 days.", "at least 30 days", "DURATION", "P30D", "EQUAL_OR_MORE"),
    ("Rents rose over the past few years.", "the past few years", "DURATION", "PXY", None),
    ("It takes a year or two.", "a year or two", "DURATION", "P1Y", "APPROX"),
    ("They meet every Thursday.", "every Thursday", "SET", "XXXX-WXX-4", None),
    ("They meet every two weeks.", "every two weeks", "SET", "P2W", None),
    ("They meet on Tuesdays.", "Tuesdays", "SET", "XXXX-WXX-2", None),
    ("It is paid annually.", "annually", "SET", "P1Y", None),
    ("He died in early 2009.", "early 2009", "DATE", "2009", "START"),
    ("He died in mid-July 2009.", "mid-July 2009", "DATE", "2009-07", "MID"),
    ("He died at the end of 2009.", "the end of 2009", "DATE", "2009", "END"),
    ("He was named two weeks after the verdict.", "two weeks", "DURATION", "P2W", None),
    ("It lasts two hours and ten minutes.", "two hours and ten minutes", "DURATION", "PT2H10M", None),
    ("The half-hour show is dull.", "half-hour", "DURATION", "PT30M", None),
    ("He got a year and a day.", "a year and a day", "DURATION", "P1Y1D", None),
    ("It took a quarter of an hour.", "a quarter of an hour", "DURATION", "PT15M", None),
    ("It took four-and-a-half hours.", "four-and-a-half hours", "DURATION", "PT4H30M", None),
    ("It took six-to-eight weeks.", "six-to-eight weeks", "DURATION", "P6W", None),
    ("The decades-long war is over.", "decades-long", "DURATION", "PXY", None),
    ("The daylong talks are over.", "daylong", "DURATION", "P1D", None),
    ("The talks may last weeks.", "weeks", "DURATION", "PXW", None),
    ("They will land within weeks.", "weeks", "DURATION", "PXW", None),
    ("It is held every 4 July.", "every 4 July", "SET", "XXXX-07-04", None),
    ("He works weekends.", "weekends", "SET", "XXXX-WXX-WE", None),
    ("She waited all day.", "all day", "DURATION", "P1D", None),
    ("She has lived here for 20-plus years.", "20-plus years", "DURATION", "P20Y", None),
    ("They meet every other Friday.", "every other Friday", "SET", "XXXX-WXX-5", None),
    ("The fair is held each Fourth of July.", "each Fourth of July", "SET", "XXXX-07-04", None),
    ("They sing every Christmas.", "every Christmas", "SET", "XXXX-12-25", None),
    ("Interest is paid semi-annually.", "semi-annually", "SET", "P6M", None),
    ("In the years that followed, he wrote little.", "the years", "DURATION", "PXY", None),
    ("In the weeks before the vote, prices rose.", "the weeks", "DURATION", "PXW", None),
    ("It has been rebuilt many times over the years.", "the years", "DURATION", "PXY", None),
    ("In the first hours of the war thousands fled.", "the first hours", "DURATION", "PTXH", None),
    ("After several quarters of losses it closed.", "several quarters", "DURATION", "PXM", None),
    ("Net income for the year-ago six months was up.", "the year-ago six months", "DURATION", "P6M", None),
    ("It will grow over the next decade.", "the next decade", "DURATION", "P10Y", None),
]


@pytest.mark.parametrize(("text", "wording", "kind", "value", "mod"), OTHER)
def test_durations_sets_and_modifiers(
    nlp: Language, text: str, wording: str, kind: str, value: str, mod: str | None
) -> None:
    assert [(text[t.start : t.end], t.type, t.value, t.mod) for t in times(nlp, text)] == [(wording, kind, value, mod)]


@pytest.mark.parametrize(
    "text",
    [
        "Today's young people read less than those of old.",
        "They are the stars of tomorrow.",
        "The help line is open 24 hours a day, seven days a week.",
        "He drove a 1998 Toyota.",
        'They saw the film "High Noon".',
        "He drives a midnight blue car and saw the midnight sun.",
        "He jogs in the morning.",
        "His record One Night sold well.",
        "He calls every now and then.",
        "The final score was 2019-1987.",
        "He came to France in his early 20s.",
        "He is 21 years, 4 months old.",
        "The winter months are the hardest.",
        "The paper is a twice-weekly.",
        "It sold from 1200 to 1400 books.",
        "They won gold at the Winter Olympics.",
        "They backed H. R. 1280.",
        "The survey of 1709 schoolchildren is out.",
        "They lost in the fourth quarter of the game.",
        "It weighs 1800 kg.",
        "The May family came by.",
        "His ID is 2014-0916-33.",
        "Temperatures in the 80s are common.",
        "The October Revolution and the Thirty Years' War were long.",
        'He hosts "The Tonight Show" and was on NBC\'s "Today".',
        "His vision is 20/20, the doctor wrote.",
        "The Sunday Times has the story.",
        "Theresa May said the talks had failed.",
        "May said the talks had failed.",
        "They won 3-2 after leading 2-1 at the break.",
        "Call 555-1945 or +44 20 7946 1958 for details.",
        "He told USA Today and Radio Tomorrow of it.",
        "He joined the March on Washington and the March of the Living.",
        "A Boeing 747 passed an Airbus A380.",
        "Some 1,000 people marched with 1500 soldiers.",
        "Section 2001 and Article 1945 apply.",
        "As Smith (2010) and Jones et al., 1998, show, it is so.",
        "He scored 1984 points for the club.",
        "He paid $1999 for it.",
        "The march was long and prices fall.",
        "He lives at 1600 Pennsylvania Avenue.",
        "A second man was held on Second Street.",
        "We may march on Route 1945 and let hope spring up.",
        "The 42-year-old scored in the last minute.",
        "The tune was played with April Jones.",
        "The first half ended 1-0.",
        "She is player of the year and Vendor of the Year.",
        "In some quarters it was a good quarter of the vote.",
        "He is paid twice a week, at $5 a day.",
        "It runs four flights a week and saves $2 million a year.",
        'He told ABC\'s "This Week" so.',
    ],
)
def test_what_only_looks_like_a_time(nlp: Language, text: str) -> None:
    assert found(nlp, text) == []


def test_without_a_publication_date_years_stay_open(nlp: Language) -> None:
    text = "Last November the plane fell. On June 29 he wrote. They met on Friday and parted two days later."
    told = times(nlp, text, None)
    assert [(t.value, t.mod) for t in told] == [
        ("XXXX-11", "BEFORE"),  # "last" puts it before the other dates, whatever the year
        ("XXXX-06-29", None),
        ("XXXX-WXX-5", None),
        ("XXXX-WXX-7", None),
    ]
    assert all(t.earliest is None and t.latest is None for t in told)


def test_without_a_publication_date_the_text_can_say_the_year(nlp: Language) -> None:
    text = "The ship sank on 3 May 2011. Three days later divers reached it, and in July it was raised."
    assert [value for _, value in found(nlp, text, None)] == ["2011-05-03", "2011-05-06", "2011-07"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The light was built in 1619. Last year a storm broke its door.", ["1619", "XXXX"]),
        ("The bank was founded in 1700. It will close on 2 March.", ["1700", "XXXX-03-02"]),
        ("The mill was built in 1887. It closed in the spring.", ["1887", "XXXX-SP"]),
        ("The king died on 4 May 1336. The museum opens on Tuesday.", ["1336-05-04", "XXXX-WXX-2"]),
        ("The strike began on 3 March 1984. The following Monday the men came back.", ["1984-03-03", "1984-03-05"]),
        ("In May 1944 they trained. On 6 June they landed.", ["1944-05", "1944-06-06"]),
    ],
)
def test_without_a_publication_date_nothing_is_counted_from_a_year_of_history(
    nlp: Language, text: str, values: list[str]
) -> None:
    assert [value for _, value in found(nlp, text, None)] == values


def test_a_person_called_like_a_month_is_none(nlp: Language) -> None:
    doc = nlp("Theresa May has left London. That came from May's office.")
    doc.ents = [Span(doc, 0, 2, label="PERSON")]
    doc._.published = WEDNESDAY
    assert list(Times()(doc)._.times) == []


def test_without_a_publication_date_the_weekday_of_a_date_is_that_date(nlp: Language) -> None:
    text = "The cup was won on Nov. 2, 2016. Fans wept on Wednesday."
    assert [value for _, value in found(nlp, text, None)] == ["2016-11-02", "2016-11-02"]


def test_intervals(nlp: Language) -> None:
    (time,) = times(nlp, "It opened in February 2016.")
    assert (time.earliest, time.latest) == ("2016-02-01", "2016-02-29")


def test_a_year_end_is_crossed(nlp: Language) -> None:
    assert found(nlp, "The tariffs will take effect on Jan. 2.", date(2016, 11, 30)) == [("Jan. 2", "2017-01-02")]
    assert found(nlp, "Shops sold more on Dec. 31.", date(2016, 1, 1)) == [("Dec. 31", "2015-12-31")]
    assert found(nlp, "He left yesterday.", date(2017, 1, 1)) == [("yesterday", "2016-12-31")]
    assert found(nlp, "He left last week.", date(2016, 1, 5)) == [("last week", "2015-W53")]


def test_months_of_what_is_over_lie_behind_late_in_the_year(nlp: Language) -> None:
    november = date(2015, 11, 14)
    assert found(nlp, "The city had been on alert since January.", november) == [("January", "2015-01")]
    assert found(nlp, "They mourn the dead of the January killings.", november) == [("January", "2015-01")]
    assert found(nlp, "The hall will open in January.", november) == [("January", "2016-01")]


def test_a_day_of_what_was_done_lies_behind_though_it_comes_soon(nlp: Language) -> None:
    february = date(2018, 2, 6)
    assert found(nlp, "He was charged on March 5.", february) == [("March 5", "2017-03-05")]
    assert found(nlp, "The talks were to be held on March 5.", february) == [("March 5", "2018-03-05")]
    assert found(nlp, "The offer was extended to March 5.", february) == [("March 5", "2018-03-05")]
    assert found(nlp, "He was freed until a hearing on March 5.", february) == [("March 5", "2018-03-05")]
    assert found(nlp, "Workers called a strike on March 5.", february) == [("March 5", "2018-03-05")]


def test_without_a_parse_the_words_near_by_tell_the_tense() -> None:
    blank = spacy.blank("en")
    assert found(blank, "The council will vote on Monday.") == [("Monday", "2016-07-25")]
    assert found(blank, "The council voted on Monday.") == [("Monday", "2016-07-18")]
