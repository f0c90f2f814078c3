"""The sentences around quotations: cut chunk by chunk, tagged alone or with those of other documents."""

from tests.benchmarks.corpus import texts

from tellings.read import _clauses
from tellings.read._document import Document


def _words(text: str) -> list[str]:
    return [token.text for sentence in Document(text)(_clauses.find) for token in sentence.tokens]


def test_a_title_is_a_word_where_something_follows_it() -> None:
    assert _words("She met Mr. Finch, and Mr.") == ["She", "met", "Mr.", "Finch", ",", "and", "Mr", "."]


def test_words_have_their_places_whatever_blanks_stand_between_them() -> None:
    text = "  The  harbour’s\tnew\xa0crane,  Dr. Lee's  idea, cost £2.5m  "
    (sentence,) = Document(text)(_clauses.find)
    words = ["The", "harbour", "’s", "new", "crane", ",", "Dr.", "Lee", "'s", "idea", ",", "cost", "£2.5m"]
    assert [text[token.start : token.end] for token in sentence.tokens] == _words(text) == words


def test_sentences_within_quotations_that_hold_others() -> None:
    text = "“They said ‘no’ and then ‘yes’,” Lee wrote. “All is ‘fine’ here,” she said. “Good.”"
    inside = Document(text)(_clauses.nested)
    quoted = [
        [token.quote for one in part for token in one.tokens if token.quote is not None] for part in inside
    ]
    assert [len(numbers) for numbers in quoted] == [2, 1]
    assert [token.text for token in inside[1][0].tokens] == ["All", "is", '"', "here", ","]


def test_no_deeper_than_three_quotations() -> None:
    text = "“a ‘b “c ‘d “e” d’ c” b’ a,” he said."
    assert len(Document(text)(_clauses.nested)) <= 3


def test_several_documents_are_cut_as_each_alone() -> None:
    made = [*texts(6), "", "“They said ‘no’,” Lee wrote."]
    documents = list(map(Document, made))
    _clauses.ahead(documents)
    for find in (_clauses.find, _clauses.nested):
        assert [document(find) for document in documents] == [Document(text)(find) for text in made]
    assert any(document(_clauses.nested) for document in documents)
