"""The grammar of time expressions: at a word, the longest expression that begins there, and its meaning.

Method: recursive descent over lexed words. Small rules (a number, a day of a month, a clock time) are shared by larger ones;
each rule takes a position and gives the position after it with what it read, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.language.times import feasts
from generator.language.times import lexicon as words
from generator.language.times.lexer import Lexed
from generator.language.times.meaning import Feast, Fixed, Joined, Length, Meaning, Point, Same, Shift, Unit

HYPHENS = frozenset("-‐‑–—")
APOSTROPHES = frozenset("'’")
RANGE = frozenset({"-", "–", "—", "to", "and", "through", "until", "or", "till"})


@dataclass(frozen=True, slots=True)
class Match:
    """Words from `start` to `end` (positions of lexed words) and what they mean."""

    start: int
    end: int
    meaning: Meaning
    mod: str | None = None


STARTERS: dict[str, str] = {}


def expressions(lexed: Lexed) -> Iterator[Match]:
    """Yield the expressions of a text, left to right, none inside another."""
    grammar = Grammar(lexed)
    position, total, low = 0, len(lexed.low), lexed.low
    while position < total:
        word = low[position]
        if word in STARTERS or word[0].isdigit() or word[0] in "'’‘":
            found = grammar.at(position)
            if found:
                yield from found
                position = found[-1].end
                continue
        position += 1


class Grammar:
    """The rules over one text."""

    def __init__(self, lexed: Lexed) -> None:
        self.low = [*lexed.low, *[""] * 12]
        self.text = [*lexed.text, *[""] * 12]
        self.begin = [*lexed.start, *[-1] * 12]
        self.finish = [*lexed.end, *[-1] * 12]

    def at(self, i: int) -> list[Match]:
        """The longest expression that begins at a word; two for "July 15-22" or "1957-58"."""
        best: list[Match] = []
        for rule in RULES:
            found = rule(self, i)
            if found and (not best or found[-1].end > best[-1].end):
                best = found
        return best

    # ---- small parts ------------------------------------------------------------------------------------------------

    def number(self, i: int) -> tuple[int, float] | None:
        """A whole number in figures or words: "20", "1,000", "twenty-one", "a hundred"."""
        word = self.low[i]
        if word and word[0].isdigit():
            plain = word.replace(",", "")
            try:
                return i + 1, float(plain)
            except ValueError:
                return None
        if word in words.CARDINALS:
            value = words.CARDINALS[word]
            end = i + 1
            if value >= 20:
                nxt = end + 1 if self.low[end] in HYPHENS else end
                if 0 < words.CARDINALS.get(self.low[nxt], 0) < 10:
                    value, end = value + words.CARDINALS[self.low[nxt]], nxt + 1
            if self.low[end] in words.SCALES:
                value, end = value * words.SCALES[self.low[end]], end + 1
            return end, value
        if word in words.SCALES:
            return i + 1, words.SCALES[word]
        if word in {"a", "an"} and self.low[i + 1] in words.SCALES:
            return i + 2, words.SCALES[self.low[i + 1]]
        return None

    def count(self, i: int) -> tuple[int, float | None] | None:
        """How many: a number, "a", "several", "a few", "a couple of", "one or two", "two and a half"; None if unknown."""
        low = self.low
        if low[i] in {"a", "an"}:
            if low[i + 1] in words.VAGUE:
                end = i + 3 if low[i + 2] == "of" else i + 2
                return end, (2 if low[i + 1] == "couple" else None)
            if (found := self.number(i)) is not None:
                return found
            return i + 1, 1
        if low[i] in words.VAGUE and low[i] not in {"recent", "some"}:
            return (i + 2 if low[i + 1] == "of" else i + 1), None
        if low[i] == "half" and low[i + 1] in {"a", "an"}:
            return i + 2, 0.5
        found = self.number(i)
        if found is None:
            return None
        end, value = found
        if low[end] in {"to", "or", "-", "–"} and (other := self.number(end + 1)):  # "two or three weeks"
            if other[1] > value and other[1] < 100:
                return other[0], value
        if low[end] == "and" and low[end + 1] == "a" and low[end + 2] == "half":
            return end + 3, value + 0.5
        return end, value

    def unit(self, i: int) -> tuple[int, str, bool] | None:
        """A unit: position after it, its designator, whether it is plural."""
        word = self.low[i]
        if word in words.UNITS:
            return i + 1, words.UNITS[word], False
        if word in words.PLURALS:
            return i + 1, words.UNITS[words.PLURALS[word]], True
        return None

    def month(self, i: int) -> tuple[int, int] | None:
        """A month's name with a capital, its full stop included."""
        word = self.low[i]
        if word not in words.MONTHS or not self.text[i][0].isupper():
            return None
        dotted = word in words.SHORT_MONTHS and self.low[i + 1] == "." and self.begin[i + 1] == self.finish[i]
        return (i + 2 if dotted else i + 1), words.MONTHS[word]

    def weekday(self, i: int) -> tuple[int, int] | None:
        """A weekday's name with a capital."""
        word = self.low[i]
        if word not in words.WEEKDAYS or not self.text[i][0].isupper():
            return None
        if word in words.SHORT_WEEKDAYS:
            dotted = self.low[i + 1] == "."
            after = i + 2 if dotted else i + 1
            after += self.low[after] == ","
            return (i + 2 if dotted else i + 1, words.WEEKDAYS[word]) if self.month(after) or self.day(after) else None
        return i + 1, words.WEEKDAYS[word]

    def day(self, i: int) -> tuple[int, int] | None:
        """A day of a month: "15", "15th", "fifteenth"."""
        word = self.low[i]
        if word and word[0].isdigit():
            plain = word[:-2] if word[-2:] in {"st", "nd", "rd", "th"} else word
            if plain.isascii() and plain.isdigit() and len(plain) <= 2 and 1 <= int(plain) <= 31:
                return i + 1, int(plain)
            return None
        if word in words.ORDINALS and words.ORDINALS[word] <= 31:
            return i + 1, words.ORDINALS[word]
        if word in {"twenty", "thirty"}:
            nxt = i + 2 if self.low[i + 1] in HYPHENS else i + 1
            if 0 < words.ORDINALS.get(self.low[nxt], 99) < 10:
                return nxt + 1, words.CARDINALS[word] + words.ORDINALS[self.low[nxt]]
        return None

    def year(self, i: int) -> tuple[int, int] | None:
        """A year of four digits, "'89", or "nineteen eighty-nine"."""
        word = self.low[i]
        if len(word) == 4 and word.isascii() and word.isdigit() and "1000" <= word <= "2999":
            return i + 1, int(word)
        if word in APOSTROPHES and len(self.low[i + 1]) == 2 and self.low[i + 1].isdigit() and self.begin[i + 1] == self.finish[i]:
            short = int(self.low[i + 1])
            return i + 2, (1900 if short > 30 else 2000) + short
        if word in {"nineteen", "eighteen", "seventeen"}:
            rest = self.number(i + 2 if self.low[i + 1] in HYPHENS else i + 1)
            if rest and 10 <= rest[1] < 100:
                return rest[0], words.CARDINALS[word] * 100 + int(rest[1])
        return None

    def clock(self, i: int) -> tuple[int, str] | None:
        """A clock time with its zone: "8 p.m.", "10:35 a.m. EST", "noon", "eight o'clock"."""
        low = self.low
        if low[i] in words.CLOCK_WORDS:
            return i + 1, words.CLOCK_WORDS[low[i]]
        hour = minute = None
        if ":" in low[i] or ("." in low[i] and self._half(i + 1)):
            parts = low[i].replace(".", ":").split(":")
            if len(parts) >= 2 and all(part.isdigit() for part in parts):
                hour, minute, end = int(parts[0]), parts[1], i + 1
        elif (found := self.number(i)) and found[1] == int(found[1]) and 0 < found[1] <= 12:
            hour, end = int(found[1]), found[0]
        if hour is None or hour > 24:
            return None
        half = self._half(end)
        if half:
            end, after_noon = half
            if hour > 12:
                return None
            hour = hour % 12 + (12 if after_noon else 0)
        elif low[end] == "o" and low[end + 1] in APOSTROPHES and low[end + 2] == "clock":
            end += 3
        elif minute is None:
            return None
        elif not (i > 0 and low[i - 1] in {"at", "by", "around", "about", "from", "until", "to", "before", "after", "since"}):
            if low[end] not in words.ZONES:
                return None
        if low[end] in words.ZONES and self.text[end].isupper():
            end += 1
        return end, f"T{hour:02d}:{minute or '00'}"

    def _half(self, i: int) -> tuple[int, bool] | None:
        word = self.low[i].replace(" ", "")
        return (i + 1, word[0] == "p") if word in {"a.m.", "a.m", "am", "p.m.", "p.m", "pm"} else None

    def part_of_day(self, i: int) -> tuple[int, str] | None:
        """ "morning", "late night": TMO, TNI ..."""
        start = i
        if self.low[i] in words.EARLY | words.LATE | words.MID:
            i += 1
            i += self.low[i] in HYPHENS
        if self.low[i] in words.PARTS_OF_DAY and (i == start or self.low[i] != "overnight"):
            return i + 1, f"T{words.PARTS_OF_DAY[self.low[i]]}"
        return None

    # ---- calendar dates ---------------------------------------------------------------------------------------------

    def written_date(self, i: int) -> tuple[int, Point] | None:
        """ "July 15, 2016", "15 July", "the 15th of July", "July 2016", "2016-07-15", "7/15/2016"."""
        low = self.low
        word = low[i]
        if len(word) == 10 and word[4] == "-" == word[7]:
            return i + 1, Point(int(word[:4]), int(word[5:7]), int(word[8:]))
        if word.count("/") == 2:
            first, second, last = (int(part) for part in word.split("/"))
            year = last if last > 99 else last + (1900 if last > 30 else 2000)
            month, day = (first, second) if first <= 12 else (second, first)
            return (i + 1, Point(year, month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None
        if found := self.month(i):
            return self._month_first(i, *found)
        start = i + 1 if low[i] == "the" else i
        day = self.day(start)
        if day:
            end = day[0] + (low[day[0]] == "of")
            month = self.month(end)
            if month:
                year = self._year_after(month[0])
                return (year[0], Point(year[1], month[1], day[1])) if year else (month[0], Point(None, month[1], day[1]))
        return None

    def _month_first(self, i: int, end: int, month: int) -> tuple[int, Point] | None:
        low = self.low
        start = end + 1 if low[end] == "the" else end
        day = self.day(start)
        if day and not (low[day[0]] in {"%", "percent", "million", "billion"} or self.low[start].startswith("0.")):
            year = self._year_after(day[0])
            return (year[0], Point(year[1], month, day[1])) if year else (day[0], Point(None, month, day[1]))
        year = self._year_after(end) or (self._year_after(end + 1) if low[end] == "of" else None)
        if year:
            return year[0], Point(year[1], month)
        word = low[i]
        if (word in words.AMBIGUOUS_MONTHS or word in words.SHORT_MONTHS) and not self._month_context(i, end):
            return None
        return end, Point(None, month)

    def _month_context(self, i: int, end: int) -> bool:
        """Whether "May", "March" or "April" is the month: "in May", "early March", "May's vote" does not tell."""
        before = self.low[i - 1] if i else ""
        if self.low[i] in words.SHORT_MONTHS and end == i + 1 and self.low[i] != "sept":
            return False
        if before in words.HYPHENED or before in words.MONTH_CUES:
            return True
        return before in HYPHENS and i > 1 and self.low[i - 2] in {"mid", "early", "late"}

    def _year_after(self, i: int) -> tuple[int, int] | None:
        """A year after a month or a day: ", 2016", " 2016", " of 2016"."""
        low = self.low
        start = i + 1 if low[i] in {",", "of"} else i
        found = self.year(start)
        if found is None:
            return None
        if low[i] == "," and low[found[0]] in words.COUNTED:
            return None
        return found

    def dated(self, i: int) -> list[Match]:
        """A date with its weekday, clock or part of day; a second day after "-" or "and" is an expression of its own."""
        low = self.low
        start, weekday, clock = i, None, None
        if (found := self.clock(i)) and (end := self._joint(found[0])) and (self.weekday(end) or self.written_date(end)):
            i, clock = end, found[1]
        if found_day := self.weekday(i):
            comma = found_day[0] + (low[found_day[0]] in {",", "("})
            if not self.written_date(comma):
                return []
            weekday, i = found_day[1], comma
        made = self.written_date(i)
        if made is None:
            return []
        end, point = made
        if weekday is None and clock is None and (after := self._clock_after(end)):
            end, clock = after
        matches = [Match(start, end, replace(point, clock=clock) if clock else point)]
        if point.day is not None and clock is None:
            matches += self._second_day(end, point)
        elif point.day is None and point.month is not None and point.year is None:
            matches += self._second_month(end)
        if len(matches) == 2 and isinstance(second := matches[1].meaning, Point) and second.year and point.year is None:
            matches[0] = replace(matches[0], meaning=replace(point, year=second.year))
        return matches

    def _second_day(self, end: int, point: Point) -> list[Match]:
        """ "July 15-22", "July 15 and 16": the second day inherits the month."""
        if self.low[end] not in RANGE:
            return []
        day = self.day(end + 1)
        if day is None or day[1] <= (point.day or 0) or self.month(day[0]) or self.unit(day[0]) or self.low[end + 1] in words.ORDINALS:
            return []
        after = self.low[day[0]]
        if after in words.COUNTED or after in HYPHENS or (after and after[0].isalpha() and self.low[end] in {"and", "or"} and after not in words.AFTER_DATE):
            return []
        year = self._year_after(day[0]) if self.low[day[0]] == "," else None
        finish = year[0] if year else day[0]
        return [Match(end + 1, finish, Point(year[1] if year else point.year, point.month, day[1]))]

    def _second_month(self, end: int) -> list[Match]:
        """ "July and August 2016": the first month shares the year."""
        if self.low[end] in {"and", "to", "through", "or", "-", "–"} and (found := self.month(end + 1)):
            made = self._month_first(end + 1, *found)
            if made and made[1].day is None and made[1].year:
                return [Match(end + 1, made[0], made[1])]
        return []

    def _joint(self, i: int) -> int:
        """Past the "on", "," or "of" between a clock time and its day."""
        return i + 1 if self.low[i] in {"on", ",", "of"} else i

    def _clock_after(self, i: int) -> tuple[int, str] | None:
        """ "July 15 at 8 p.m.": read with the date where nothing but "at" or a comma stands between."""
        start = i + 1 if self.low[i] in {"at", ","} else i
        found = self.clock(start)
        return found if found and self.low[start][0].isdigit() and ":" in self.low[start] + found[1] and self._half(found[0] - 1) else None

    def range_before_month(self, i: int) -> list[Match]:
        """ "15-16 July", "15 and 16 July", "from 4 to 6 September": the first day takes the month from the second."""
        first = self.day(i)
        if not first or not self.low[i][0].isdigit() or self.low[first[0]] not in RANGE:
            return []
        second = self.written_date(first[0] + 1)
        if not second or second[1].day is None or second[1].day <= first[1] or self.month(first[0] + 1):
            return []
        point = second[1]
        return [Match(i, first[0], replace(point, day=first[1])), Match(first[0] + 1, second[0], point)]

    def named_weekday(self, i: int) -> list[Match]:
        """ "Friday", "last Tuesday", "this coming Sunday", "Friday night", "8 p.m. Tuesday", "early Friday"."""
        low, start, shift, this, clock = self.low, i, 0, False, None
        mod = None
        if found := self.clock(i):
            clock, i = found[1], self._joint(found[0])
            if low[i] in {"last", "this", "next"} and not self.weekday(i + 1):
                return []
        if low[i] in words.EARLY | words.LATE and low[i] not in {"end", "beginning", "start"}:
            mod = "START" if low[i] in words.EARLY else "END"
            i += 1
            i += low[i] == "on"
        if low[i] == "this":
            this, i = True, i + 1
        if low[i] in words.LAST | {"past"}:
            shift, i = -1, i + 1
        elif low[i] in words.NEXT:
            shift, i = 1, i + 1
        day = self.weekday(i)
        if day is None:
            if low[i] in words.PLURAL_WEEKDAYS and self.text[i][0].isupper() and start == i:
                return [Match(start, i + 1, Fixed("SET", f"XXXX-WXX-{words.PLURAL_WEEKDAYS[low[i]]}"))]
            return []
        end = day[0]
        if clock is None and (part := self.part_of_day(end)):
            if low[end].endswith("s"):
                return [Match(start, part[0], Fixed("SET", f"XXXX-WXX-{day[1]}{part[1]}"))]
            end, clock = part
        elif clock is None and (after := self._clock_after(end)):
            end, clock = after
        return [Match(start, end, Point(weekday=day[1], shift=shift, this=this, clock=clock), mod)]

    def clock_alone(self, i: int) -> list[Match]:
        """ "8 p.m.", "8 p.m. yesterday", "noon", "4 in the morning"."""
        found = self.clock(i)
        number = self.number(i)
        if not found and number and number[1] <= 12 and self.low[number[0] : number[0] + 2] == ["in", "the"]:
            part = self.part_of_day(number[0] + 2)
            if part and part[1] in {"TMO", "TAF", "TEV"}:
                hour = int(number[1]) % 12 + (0 if part[1] == "TMO" else 12)
                return [Match(i, part[0], Point(clock=f"T{hour:02d}:00"))]
        if not found:
            return []
        end = self._joint(found[0])
        if self.low[end] in words.DEICTIC:
            return [Match(i, end + 1, Unit("D", words.DEICTIC[self.low[end]], found[1]))]
        return [Match(i, found[0], Point(clock=found[1]))]

    # ---- years and their parts --------------------------------------------------------------------------------------

    def bare_year(self, i: int) -> list[Match]:
        """ "in 1989", "1957-58", "fiscal 1990", "late 1992", "mid-1996"."""
        low, start = self.low, i
        mod = None
        start = i
        i, mod = self._modifier(i)
        if low[i] == "fiscal":
            i += 1
            i += low[i] == "year"
        found = self.year(i)
        if not found or (found[0] == i + 1 and not self._is_year(i, found[1], start != i)):
            return []
        end, year = found
        matches = [Match(start, end, Point(year), mod)]
        if low[end] in {"-", "–", "/"} and len(low[end + 1]) == 2 and low[end + 1].isdigit() and self.begin[end + 1] == self.finish[end]:
            later = year // 100 * 100 + int(low[end + 1])
            if later == year // 100 * 100:
                later += 100
            if year < later <= year + 40:
                matches.append(Match(end + 1, end + 2, Point(later)))
        return matches

    def _is_year(self, i: int, year: int, modified: bool) -> bool:
        before = self.low[i - 1] if i else ""
        after = self.low[i + 1]
        if before in words.NUMBERED or after in words.COUNTED or before in {".", "/"} and self.finish[i - 1] == self.begin[i]:
            return False
        if after in {":", "/", "."} and self.begin[i + 1] == self.finish[i] and self.low[i + 2][:1].isdigit() and self.begin[i + 2] == self.finish[i + 1]:
            return False
        if before in HYPHENS and self.finish[i - 1] == self.begin[i] and i > 1 and self.low[i - 2][-1:].isdigit() and len(self.low[i - 2]) != 4:
            return False  # 555-1989
        if modified or before in words.DATING - {"for", "with", "was", "on", "than", "back", "the", "to", "and"}:
            return 1000 <= year <= 2999
        return 1900 <= year <= 2099

    def decade(self, i: int) -> list[Match]:
        """ "the 1990s", "the early '90s", "the nineties", "the 20th century"."""
        low, start = self.low, i
        i += low[i] == "the"
        i, mod = self._modifier(i)
        word = low[i]
        plain = word.replace("'", "").replace("’", "").replace("‘", "")
        if plain.endswith("0s") and plain[:-1].isdigit():
            full = plain[:-1] if len(plain) == 5 else f"19{plain[:-1]}"
            return [Match(start, i + 1, Fixed("DATE", full[:3]), mod)]
        if word in words.DECADES and start != i:
            return [Match(start, i + 1, Fixed("DATE", f"19{words.DECADES[word]}"), mod)]
        ordinal = self._ordinal(i)
        if ordinal:
            end = ordinal[0] + (low[ordinal[0]] in HYPHENS)
            if low[end] in {"century", "centuries"}:
                return [Match(start, end + 1, Fixed("DATE", f"{ordinal[1] - 1:02d}"), mod)]
        return []

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        word = self.low[i]
        if word[-2:] in {"st", "nd", "rd", "th"} and word[:-2].isdigit():
            return i + 1, int(word[:-2])
        if word in words.ORDINALS:
            return i + 1, words.ORDINALS[word]
        return self.day(i) if word in {"twenty", "thirty"} else None

    def _modifier(self, i: int) -> tuple[int, str | None]:
        """ "early", "mid-", "late", "the end of": position after it and the TIMEX3 modifier."""
        low = self.low
        for table, mod in ((words.EARLY, "START"), (words.LATE, "END"), (words.MID, "MID")):
            if low[i] in table:
                end = i + 1
                end += low[end] in HYPHENS
                if low[end] == "of":
                    end += 1
                    end += low[end] == "the" and low[i] not in {"early", "late", "mid"}
                elif low[i] in {"end", "beginning", "middle", "start"}:
                    return i, None
                end += low[end] == "in" and low[i] in {"early", "late", "earlier", "later"}
                return end, mod
        return i, None

    def part_of_year(self, i: int) -> list[Match]:
        """ "the third quarter of 1989", "last year's first half", "this summer", "the winter of 1994", "third-quarter"."""
        low, start = self.low, i
        if low[i] == "the":
            i += 1
        i, mod = self._modifier(i)
        i += low[i] == "the" and i > start
        shift, this, year_shift, year = 0, False, None, None
        if low[i] in words.THIS:
            this, i = True, i + 1
            i += low[i] in {"past", "coming"}
        elif low[i] in words.LAST | {"past"}:
            shift, i = -1, i + 1
        elif low[i] in words.NEXT:
            shift, i = 1, i + 1
        if low[i] == "year" and low[i + 1] in APOSTROPHES and low[i + 2] == "s":
            year_shift, shift, this, i = (0 if this else shift), 0, False, i + 3
        elif (found := self.year(i)) and low[i][0].isdigit():
            year, i = found[1], found[0]
        if low[i] in {"fiscal", "fiscal-year"}:
            i += 1
            i += low[i] in HYPHENS
        part, end = None, i
        if low[i] in words.SEASONS:
            part, end = words.SEASONS[low[i]], i + 1
            if low[i] in {"fall", "spring"} and not (start != i or low[i - 1] in {"in", "by", "since", "until", "of", "during"}):
                return []
        else:
            ordinal = self._ordinal(i)
            name = low[ordinal[0] + (low[ordinal[0]] in HYPHENS)] if ordinal else ""
            if ordinal and ordinal[1] <= 4 and name == "quarter":
                part, end = f"Q{ordinal[1]}", ordinal[0] + 1 + (low[ordinal[0]] in HYPHENS)
            elif ordinal and ordinal[1] <= 2 and name == "half":
                part, end = f"H{ordinal[1]}", ordinal[0] + 1 + (low[ordinal[0]] in HYPHENS)
        if part is None:
            return []
        if year is None:
            joint = end + 1 if low[end] in {"of", ",", "in"} else end
            if low[joint] in {"fiscal", "fiscal-year"}:
                joint += 1
            if (found := self.year(joint)) and (low[end] != "in"):
                year, end = found[1], found[0]
            elif low[end] == "of" and low[end + 1] in {"this", "last", "next", "the"} and low[end + 2] == "year":
                year_shift = {"last": -1, "next": 1}.get(low[end + 1], 0)
                end += 3
        if part[0] == "H" and year is None and year_shift is None and not (low[start] == "the" and low[end] not in {"hour", "-"} and self._finance(end)):
            return []
        return [Match(start, end, Point(year, part=part, shift=shift, this=this, year_shift=year_shift), mod)]

    def _finance(self, i: int) -> bool:
        """ "the first half" of a match is no time; of a year it is, with nothing or a verb after it."""
        return self.low[i] not in {"of", "time", "against", "goal"}

    # ---- relative to the article --------------------------------------------------------------------------------------

    def deictic(self, i: int) -> list[Match]:
        """ "today", "yesterday morning", "late tomorrow", "tonight", "last night", "this morning"."""
        low, start = self.low, i
        mod = None
        if low[i] in words.EARLY | words.LATE - {"end"} and low[i + 1] in words.DEICTIC.keys() | {"tonight", "this", "last"}:
            mod, i = ("START" if low[i] in words.EARLY else "END"), i + 1
        if part := self.part_of_day(i):
            if low[part[0]] in words.DEICTIC:
                return [Match(start, part[0] + 1, Unit("D", words.DEICTIC[low[part[0]]], part[1]))]
        if low[i] in words.DEICTIC:
            shift, end = words.DEICTIC[low[i]], i + 1
            if part := self.part_of_day(end):
                return [Match(start, part[0], Unit("D", shift, part[1]))]
            return [Match(start, end, Unit("D", shift), mod)]
        if low[i] == "tonight":
            return [Match(start, i + 1, Unit("D", 0, "TNI"), mod)]
        if low[i] == "overnight":
            return [Match(start, i + 1, Unit("D", -1, "TNI"), mod)]
        if low[i] in {"this", "last"} and (part := self.part_of_day(i + 1)):
            if low[part[0] - 1].endswith("s"):
                return []
            return [Match(start, part[0], Unit("D", -1 if low[i] == "last" else 0, part[1]), mod)]
        return []

    def relative_unit(self, i: int) -> list[Match]:
        """ "last week", "this year", "early next month", "the end of the month", "the current quarter", "a year later"."""
        low, start = self.low, i
        i += low[i] == "the" and low[i + 1] not in {"end", "beginning", "middle", "start"}
        after_article = i
        if low[i] == "the":
            i += 1
        i, mod = self._modifier(i)
        i += low[i] == "the" and i > after_article
        word = low[i]
        if word in words.LAST | words.NEXT | words.THIS | {"past", "previous", "following", "same", "that", "latest"}:
            j = i + 1
            if word == "this" and low[j] in {"past", "coming"}:
                word, j = ("last" if low[j] == "past" else "next"), j + 1
            j += low[j] in {"fiscal", "calendar", "very", "same", "whole", "financial"}
            unit = self.unit(j)
            if unit and not unit[2]:
                return self._counted_unit(start, j, unit[0], unit[1], word, mod)
            if (month := self.month(j)) and low[month[0]] not in {"'", "’"} or (month := self.month(j)):
                day = self.day(month[0])
                end = day[0] if day else month[0]
                shift = -1 if word in words.LAST | {"past", "previous"} else 1 if word in words.NEXT else 0
                if word in {"same", "that", "latest", "following"} or not shift and word not in words.THIS:
                    return []
                return [Match(start, end, Point(month=month[1], day=day[1] if day else None, shift=shift, this=not shift), mod)]
            return []
        if mod and (month := self.month(i)) and i > start:
            made = self._month_first(i, *month)
            point = made[1] if made else Point(month=month[1])
            return [Match(start, made[0] if made else month[0], point, mod)]
        if i > start and (unit := self.unit(i)) and not unit[2] and low[i - 1] == "the":
            return self._the_unit(start, i, unit[0], unit[1], mod)
        return []

    def _counted_unit(self, start: int, at: int, end: int, unit: str, word: str, mod: str | None) -> list[Match]:
        low = self.low
        if unit in {"S", "M", "H"}:
            return [Match(start, end, Length(1, unit), mod)] if word in {"last", "past", "next"} else []
        if unit == "D" and low[at] == "night":
            return [] if word not in {"that", "same", "previous"} else [Match(start, end, Same("D"), mod)]
        if word in {"that", "same"}:
            if word == "that" and unit not in {"D", "Y", "W", "MO"}:
                return []
            return [Match(start, end, Same("Q" if unit == "Q" else unit), mod)]
        if word == "following" or (word == "next" and unit == "D"):
            clock = self.part_of_day(at)
            return [Match(start, end, Shift(1, unit, 1, True, clock[1] if clock else None), mod)]
        if word == "previous":
            return [Match(start, end, Shift(1, unit, -1, True), mod)]
        if word == "latest":
            return [Match(start, end, Same("Q") if unit == "Q" else Unit(unit, -1 if unit == "Y" else 0), mod)]
        if word == "past":
            return [Match(start, end, Unit(unit, -1) if unit in {"Y"} else Length(1, unit), mod)]
        shift = -1 if word in words.LAST else 1 if word in words.NEXT else 0
        if unit == "Q":
            return [Match(start, end, Unit("Q", shift), mod)]
        if unit == "WE":
            return [Match(start, end, Point(part="WE", shift=shift, this=not shift), mod)]
        clock = self.part_of_day(end) if unit == "D" else None
        if low[end] == "of" and unit == "W" and (made := self.written_date(end + 1)) and shift == 0:
            return [Match(start, made[0], Joined("W", made[1]), mod)]
        return [Match(start, clock[0] if clock else end, Unit(unit, shift, clock[1] if clock else None), mod)]

    def _the_unit(self, start: int, at: int, end: int, unit: str, mod: str | None) -> list[Match]:
        """ "the weekend", "the quarter", "the year", "the week of Aug. 8"; "the day" and "the hour" are seldom times."""
        low = self.low
        if unit == "W" and low[end] == "of" and (made := self.written_date(end + 1)):
            return [Match(start, made[0], Joined("W", made[1]), mod)]
        if unit == "WE":
            return [Match(start, end, Point(part="WE"), mod)]
        if low[end] == "-" or low[end] == "of":
            return []
        if unit == "Q":
            return [Match(start, end, Same("Q"), mod)]
        if mod and unit in {"Y", "MO", "W", "D"}:
            return [Match(start, end, Unit(unit, 0), mod)]
        if unit == "Y" and self.low[start - 1] in {"for", "of"}:
            return [Match(start, end, Length(1, "Y"), mod)]
        if unit == "Y" and low[end] in {".", ",", "in", "and", "with", ";"}:
            return [Match(start, end, Unit(unit, 0), mod)]
        return []

    def period(self, i: int) -> list[Match]:
        """ "the year-ago period", "the year-earlier quarter", "the latest period", "the 1988 period", "the same period"."""
        low, start = self.low, i
        i += low[i] == "the"
        i += low[i] in {"comparable", "corresponding", "same"} and low[i + 1] == "year"
        years, year = 0, None
        if low[i] == "year" and low[i + 1] in HYPHENS and low[i + 2] in {"ago", "earlier"}:
            years, i = -1, i + 3
            ordinal = self._ordinal(i)
            if ordinal and low[ordinal[0]] == "quarter":
                return [Match(start, ordinal[0] + 1, Point(part=f"Q{ordinal[1]}", year_shift=-1))]
            if (counted := self.number(i)) and (unit := self.unit(counted[0])):
                return [Match(start, unit[0], Length(counted[1], unit[1]))]
            if low[i] not in {"period", "quarter"}:
                return [Match(start if low[start] != "the" else start + 1, i, Shift(1, "Y", -1, low[i - 1] == "earlier"))]
        elif low[i] in {"latest", "same", "recent"}:
            i += 1
        elif (found := self.year(i)) and low[found[0]] in {"period", "quarter"} and i > start:
            year, i = found[1], found[0]
        else:
            return []
        if low[i] not in {"period", "quarter"}:
            return []
        if year is not None:
            return [Match(start, i + 1, Same("P", year=year))]
        return [Match(start, i + 1, Same("P", years=years))]

    # ---- durations, distances and sets --------------------------------------------------------------------------------

    def duration(self, i: int) -> list[Match]:
        """ "two years", "90-minute", "several weeks", "two weeks ago", "three days later", "the past two months"."""
        low, start = self.low, i
        mod, i = self._approximator(i)
        stretch = None
        j = i + (low[i] == "the")
        if low[j] in {"last", "past", "next", "first", "coming", "previous", "recent", "final"} and (low[i] == "the" or low[j] != "first"):
            stretch, j = low[j], j + 1
            if stretch == "recent" and (unit := self.unit(j)) and unit[2]:
                return [Match(start, unit[0], Fixed("DATE", "PAST_REF") if unit[1] in {"Y", "DE"} else Length(None, unit[1]))]
            if stretch in {"coming", "next", "past"} and (unit := self.unit(j)) and unit[2]:
                return [Match(start, unit[0], Length(None, unit[1]))]
            i = j
        counted = self.count(i)
        if counted is None:
            unit = self.unit(i)
            if unit and unit[2] and stretch is None and unit[1] not in {"S", "M"}:
                return self._vague(start, unit)
            return []
        end, count = counted
        hyphen = low[end] in HYPHENS
        unit_at = end + hyphen
        if low[unit_at] in {"more", "full", "straight", "consecutive", "further", "additional", "whole", "fiscal", "calendar", "business", "working", "long"}:
            unit_at += 1
        unit = self.unit(unit_at)
        if unit is None:
            return []
        end, name, plural = unit
        if hyphen and (low[start] in {"a", "an"} and start == i):
            return []
        if stretch is None and low[start] in {"a", "an"} and count == 1:
            return self._one(start, end, name, mod)
        if low[end] == "and" and low[end + 1] == "a" and low[end + 2] == "half":  # "a year and a half"
            end, count = end + 3, (count or 0) + 0.5
        if low[end] in {"old", "olds"} or (low[end] in HYPHENS and low[end + 1] in {"old", "olds"}):
            return []  # "a 6-year-old", "52 years old": an age, no time
        if low[end] in APOSTROPHES and plural and low[end + 1] not in {"s"} and self.begin[end] == self.finish[end - 1]:
            return [Match(start, end, Length(count, name), mod)]
        return self._distance(start, end, count, name, mod, stretch)

    def _one(self, start: int, end: int, name: str, mod: str | None) -> list[Match]:
        """ "a week ago", "a year earlier", "a day"; "a week" after an amount is a rate."""
        found = self._distance(start, end, 1, name, mod, None)
        if found and isinstance(found[0].meaning, Shift):
            return found
        before = self.low[start - 1] if start else ""
        if name in {"D", "S", "M", "WE", "Q"} and before not in {"for", "in", "within", "than", "times", "once", "twice", "about"}:
            return []
        return found

    def _approximator(self, i: int) -> tuple[str | None, int]:
        low = self.low
        if low[i] in words.ABOUT and low[i] != "some":
            return "APPROX", i + 1
        if low[i] == "some" and self.number(i + 1):
            return "APPROX", i + 1
        if low[i] in words.MORE | words.LESS and low[i + 1] == "than":
            return ("MORE_THAN" if low[i] in words.MORE else "LESS_THAN"), i + 2
        if low[i] == "over" and self.number(i + 1):
            return "MORE_THAN", i + 1
        if low[i] == "at" and low[i + 1] in {"least", "most"}:
            return ("EQUAL_OR_MORE" if low[i + 1] == "least" else "EQUAL_OR_LESS"), i + 2
        return None, i

    def _distance(self, start: int, end: int, count: float | None, unit: str, mod: str | None, stretch: str | None) -> list[Match]:
        low = self.low
        whole = None if count is None else int(count)
        if stretch is None and low[end] == "or" and low[end + 1] == "so":
            end, mod = end + 2, "APPROX"
        word = low[end]
        if stretch is None and (count is None or count == whole):
            if word == "ago":
                return [Match(start, end + 1, Shift(whole, unit, -1, False), mod)]
            if word in {"earlier", "before", "previously"} and not (word == "before" and self._goes_on(end + 1)):
                return [Match(start, end + 1, Shift(whole, unit, -1, True), mod)]
            if word in {"later", "afterward", "afterwards", "hence"} and count is not None:
                return [Match(start, end + 1, Shift(whole, unit, 1, True), mod)]
            if word == "from" and low[end + 1] in {"now", "today"}:
                return [Match(start, end + 2, Shift(whole, unit, 1, False), mod)]
        return [Match(start, end, Length(count, unit), mod)]

    def _goes_on(self, i: int) -> bool:
        """ "two weeks before the vote": the distance is measured from an event, so it stays a duration."""
        word = self.low[i]
        return bool(word) and (word[0].isalnum())

    def _vague(self, start: int, unit: tuple[int, str, bool]) -> list[Match]:
        """Bare "weeks", "for years", "decades": seldom marked but after "for", "in", "of", "within"."""
        before = self.low[start - 1] if start else ""
        if self.low[unit[0]] in {"ago"}:
            return [Match(start, unit[0] + 1, Fixed("DATE", "PAST_REF"))]
        if before in {"for", "in", "within", "of", "after", "took", "take", "takes", "over"} and unit[1] in {"W", "MO", "Y", "DE", "D", "H"}:
            return [Match(start, unit[0], Length(None, unit[1]))]
        return []

    def recurring(self, i: int) -> list[Match]:
        """ "every Thursday", "each July", "every two years", "daily", "once a week"."""
        low = self.low
        if low[i] in words.ADVERBS:
            return [Match(i, i + 1, Fixed("SET", words.ADVERBS[low[i]]))]
        if low[i] not in words.EVERY:
            return []
        if day := self.weekday(i + 1):
            part = self.part_of_day(day[0])
            return [Match(i, part[0] if part else day[0], Fixed("SET", f"XXXX-WXX-{day[1]}{part[1] if part else ''}"))]
        if month := self.month(i + 1):
            return [Match(i, month[0], Fixed("SET", f"XXXX-{month[1]:02d}"))]
        if low[i + 1] in words.SEASONS:
            return [Match(i, i + 2, Fixed("SET", f"XXXX-{words.SEASONS[low[i + 1]]}"))]
        if part := self.part_of_day(i + 1):
            return [Match(i, part[0], Fixed("SET", f"XXXX-XX-XX{part[1]}"))]
        if low[i + 1] == "other" and (unit := self.unit(i + 2)):
            return [Match(i, unit[0], Fixed("SET", _length_value(2, unit[1])))]
        if (unit := self.unit(i + 1)) and unit[1] != "M":
            return [Match(i, unit[0], Fixed("SET", _length_value(1, unit[1])))]
        counted = self.count(i + 1)
        if counted and counted[1] and (unit := self.unit(counted[0])):
            return [Match(i, unit[0], Fixed("SET", _length_value(counted[1], unit[1])))]
        return []

    def reference(self, i: int) -> list[Match]:
        """ "now", "recently", "the future", "at the moment"."""
        low = self.low
        for size in (4, 3, 2):
            value = words.PHRASES.get(tuple(low[i : i + size]))
            if value:
                if low[i + size - 1] in {"past", "present"} and self.text[i + size][:1].isalpha() and low[i + size] not in words.AFTER_DATE:
                    return []
                return [Match(i, i + size, Fixed("DATE", value))]
        value = words.REFERENCES.get(low[i])
        if value is None or (low[i] == "soon" and (low[i - 1] in {"as", "too", "so"} or low[i + 1] in {"as", "after"})):
            return []
        return [Match(i, i + 1, Fixed("DATE", value))]

    def holiday(self, i: int) -> list[Match]:
        """ "Christmas Day", "Thanksgiving", "Easter 2015"."""
        if not self.text[i][:1].isupper():
            return []
        for size in range(feasts.LONGEST, 0, -1):
            name = " ".join(self.low[i : i + size]).replace(" ' ", "'").replace(" ’ ", "'").replace(" .", ".").replace("' s", "'s")
            if name in feasts.NAMES:
                year = self.year(i + size)
                return [Match(i, year[0] if year else i + size, Feast(name, year[1] if year else None))]
        return []

    def hyphened_month(self, i: int) -> list[Match]:
        """ "mid-October", "late-November", "early July", "the middle of October"."""
        start = i
        i += self.low[i] == "the" and self.low[i + 1] in {"end", "beginning", "middle", "start"}
        at, mod = self._modifier(i)
        if mod is None:
            return []
        found = self.written_date(at)
        if found and found[1].day is None:
            return [Match(start, found[0], found[1], mod)]
        month = self.month(at)
        return [Match(start, month[0], Point(month=month[1]), mod)] if month else []


def _length_value(count: float, unit: str) -> str:
    from generator.language.times.meaning import _length

    return _length(Length(count, unit))


RULES: tuple[Callable[[Grammar, int], list[Match]], ...] = (
    Grammar.dated,
    Grammar.range_before_month,
    Grammar.named_weekday,
    Grammar.clock_alone,
    Grammar.bare_year,
    Grammar.decade,
    Grammar.part_of_year,
    Grammar.deictic,
    Grammar.relative_unit,
    Grammar.period,
    Grammar.hyphened_month,
    Grammar.duration,
    Grammar.recurring,
    Grammar.reference,
    Grammar.holiday,
)

_FIRST_WORDS = (
    *words.MONTHS,
    *words.WEEKDAYS,
    *words.PLURAL_WEEKDAYS,
    *words.UNITS,
    *words.PLURALS,
    *words.CARDINALS,
    *words.SCALES,
    *words.ORDINALS,
    *words.DECADES,
    *words.VAGUE,
    *words.SEASONS,
    *words.PARTS_OF_DAY,
    *words.CLOCK_WORDS,
    *words.REFERENCES,
    *words.DEICTIC,
    *words.ADVERBS,
    *words.LAST,
    *words.NEXT,
    *words.THIS,
    *words.EVERY,
    *words.EARLY,
    *words.LATE,
    *words.MID,
    *words.ABOUT,
    *words.MORE,
    *words.LESS,
    *(phrase[0] for phrase in words.PHRASES),
    *(name.split()[0].partition("'")[0].partition(".")[0] for name in feasts.NAMES),
    *"the a an half past previous following same that latest at fiscal tonight year good".split(),
)
STARTERS.update(dict.fromkeys(_FIRST_WORDS, ""))
