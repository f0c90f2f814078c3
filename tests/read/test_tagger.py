"""The tagger: marks, words in their context, and a share of right answers on hand-tagged sentences."""

import io
import pickle

import pytest
from tests.benchmarks.corpus import texts

from tellings.read import _perceptron, _tagger, _tokens
from tellings.read._document import Document
from tellings.read._tagger import tags

# Tagged by hand, by the Penn Treebank's guidelines.
TAGGED = """
The/DT minister/NN said/VBD on/IN Monday/NNP that/IN the/DT ferry/NN plan/NN would/MD be/VB dropped/VBN ./.
Two/CD unions/NNS have/VBP since/RB signed/VBN the/DT offer/NN ,/, but/CC a/DT third/JJ refused/VBD ./.
“/`` We/PRP will/MD not/RB run/VB this/DT railway/NN into/IN the/DT ground/NN ,/, ”/'' she/PRP told/VBD him/PRP
Prices/NNS rose/VBD 4.2/CD %/NN in/IN March/NNP ,/, which/WDT pleased/VBD nobody/NN ./.
He/PRP plans/VBZ to/TO visit/VB Oslo/NNP after/IN the/DT court/NN rules/VBZ on/IN his/PRP$ appeal/NN ./.
Who/WP has/VBZ the/DT council/NN ’s/POS keys/NNS ?/.
Angry/JJ farmers/NNS quickly/RB blocked/VBD roads/NNS leading/VBG to/TO the/DT port/NN ./.
Police/NNS believe/VBP the/DT men/NNS are/VBP hiding/VBG in/IN Wales/NNP ./.
"""


def test_most_words_are_tagged_as_by_hand() -> None:
    right = total = 0
    for sentence in TAGGED.strip().splitlines():
        words, by_hand = zip(*(pair.rsplit("/", 1) for pair in sentence.split()), strict=True)
        found = tags(words)
        right += sum(a == b for a, b in zip(found, by_hand, strict=True))
        total += len(words)
    assert right / total >= 0.95, (right, total)


def test_context_decides() -> None:
    assert tags(["The", "run", "was", "long", "."])[1] == "NN"
    assert tags(["They", "will", "run", "it", "."])[2] == "VB"


def test_marks() -> None:
    marks = tags(["“", "Yes", "”", "–", "(", "no", ")", "…"])
    assert [tag for tag in marks if not tag.isalpha()] == ["``", "''", ":", "-LRB-", "-RRB-", ":"]
    assert tags(['"', "Yes", '"'])[::2] == ["``", "''"]


def test_curly_and_straight_apostrophes_are_one() -> None:
    assert tags(["She", "’s", "here"]) == tags(["She", "'s", "here"])


def test_amounts_are_numbers() -> None:
    assert tags(["It", "cost", "£84,000", "."])[2] == "CD"


def test_nothing_in_nothing_out() -> None:
    assert tags([]) == []
    assert Document("")(_tagger.find) == []


def test_a_tag_for_every_token() -> None:
    document = Document("He left. She can't stay!\n\nWhy “now”?")
    assert len(document(_tagger.find)) == len(document(_tokens.find))


_SHARED = {"_together": lambda open_, some, _: open_.places[some].tolist(), "_alone": lambda *_: -1}


def test_tags_are_those_of_nltk(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [
        line.split() for text in texts(8) for line in text.replace(".", " .").split("\n") if line.strip()
    ]
    quick = _perceptron.Perceptron(_tagger._model()._tagger)
    slow = [[tag for _, tag in quick._tagger.tag(words)] for words in sentences]
    assert sum(map(len, sentences)) > 3_000
    assert quick.tag(sentences) == slow
    assert [quick.tag([words])[0] for words in sentences] == slow
    # With little room for words they are forgotten in between; of tags that share a score NLTK's own sum decides.
    monkeypatch.setattr(_perceptron, "_KEPT", 50)
    monkeypatch.setattr(_perceptron, "_AT_ONCE", 7)
    small = _perceptron.Perceptron(quick._tagger)
    assert small.tag(sentences) == slow
    # Words are judged together or one by one, and where scores are shared it is NLTK that judges: it is all the same.
    for few, judges in ((0, "_together"), (1 << 30, "_alone")):
        monkeypatch.setattr(_perceptron, "_FEW", few)
        assert quick.tag(sentences) == slow
        with monkeypatch.context() as shared:
            shared.setattr(quick, judges, _SHARED[judges])
            assert quick.tag(sentences[:40]) == slow[:40]


def test_the_model_is_read_as_plain_data_only() -> None:
    harmful = pickle.dumps(io.StringIO)
    with pytest.raises(pickle.UnpicklingError, match="plain data"):
        _tagger._PlainData(io.BytesIO(harmful)).load()


def test_several_documents_are_tagged_as_each_alone() -> None:
    made = [*texts(4), "", 'He said: "No." “Why?”']
    documents = list(map(Document, made))
    _tagger.ahead(documents)
    assert [document(_tagger.find) for document in documents] == [
        Document(text)(_tagger.find) for text in made
    ]
