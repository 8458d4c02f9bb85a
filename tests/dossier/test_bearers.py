"""Which names stand for one person when two articles are compared."""

from __future__ import annotations

from generator.dossier.differences.article import Article
from generator.dossier.differences.bearers import joined
from generator.dossier.differences.sentences import sentences
from tests.records import entity, record


def test_two_whom_no_page_shows_are_not_one_for_the_number_of_their_entities() -> None:
    """An editor hid both: each article numbers its own."""
    texts = {"x": "Ann Field left.", "y": "Bo Reed came."}
    records = [record(name, text, entities=(entity(text, 1, text.rsplit(" ", 1)[0]),)) for name, text in texts.items()]
    assert len(set(joined(records, {}, ()).values())) == 2


def test_one_whom_no_page_shows_is_one_person_under_two_forms_of_a_name() -> None:
    texts = {"x": "Ann K. Field left.", "y": "Ann Field came."}
    records = [record(name, text, entities=(entity(text, 1, text.rsplit(" ", 1)[0]),)) for name, text in texts.items()]
    assert len(set(joined(records, {}, ()).values())) == 1


def test_names_of_two_articles_that_no_page_shows_are_two_subjects() -> None:
    """A town that an editor hid is none that another article numbers alike."""
    text = "Tamir burned."
    records = [record(name, text, entities=(entity(text, 1, "Tamir", type="GPE"),)) for name in ("x", "y")]
    articles = [Article(number, each, {}, {}) for number, each in enumerate(records)]
    found = [{who for _, _, who in article.names(s)} for n, article in enumerate(articles) for s in sentences(n, records[n])]
    assert found == [{"x e1"}, {"y e1"}]
