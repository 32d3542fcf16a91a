"""What a candidate says to the interviewer instead of an answer, in English and in Hindi."""

from __future__ import annotations

import pytest

from interviews.intents import Intent, intent_of


@pytest.mark.parametrize(
    "text",
    [
        "I'd rather not answer.", "I would rather not answer that question", "Skip this question, please.",
        "I prefer not to say", "I don't want to answer this.", "Pass.", "Next question please", "Can we skip this one?",
        "मैं इसका जवाब नहीं देना चाहता।", "मैं जवाब नहीं देना चाहूँगी", "अगला सवाल", "कृपया इसे छोड़ दीजिए।",
        "main iska jawab nahi dena chahta",
    ],
)  # fmt: skip
def test_not_answering(text):
    assert intent_of(text) == Intent.SKIP


@pytest.mark.parametrize(
    "text",
    [
        "Please repeat.", "Could you repeat the question please?", "Sorry, can you say that again?", "Pardon?",
        "I didn't hear you", "Repeat the question", "I could not catch that.", "what was the question?",
        "कृपया दोहराइए।", "फिर से बोलिए", "क्या आप सवाल दोबारा बता सकते हैं?", "मुझे सुनाई नहीं दिया।", "phir se boliye",
    ],
)  # fmt: skip
def test_hearing_it_again(text):
    assert intent_of(text) == Intent.REPEAT


@pytest.mark.parametrize(
    "text",
    [
        "I did not understand.", "Sorry, I don't understand the question.", "What do you mean?",
        "Could you rephrase that, please?", "Please explain the question", "I didn’t understand this question",
        "मुझे समझ नहीं आया।", "सवाल समझ में नहीं आया", "इसका मतलब क्या है?", "mujhe samajh nahi aaya",
    ],
)  # fmt: skip
def test_other_words(text):
    assert intent_of(text) == Intent.REPHRASE


@pytest.mark.parametrize(
    "text",
    [
        "", "…", "Yes.", "I don't know.", "I passed.", "The next step was a test.", "Repeat purchases went up.",
        "I did not understand the requirements at first, so I asked the customer.", "We skip the cache.",
        "I said again and again that tests matter", "मुझे डेटाबेस समझ नहीं आया तो मैंने पूछा",
        "I explain the question to my team before we estimate anything.",
    ],
)  # fmt: skip
def test_an_answer_that_has_such_words_in_it_is_an_answer(text):
    assert intent_of(text) is None
