"""What a candidate says to the interviewer instead of an answer: not answering, hearing it again, in other words.

Only a short text that is nothing else counts: whoever mentions such words in a real answer has answered.
"""

from __future__ import annotations

import re
from enum import StrEnum

from interviewer.integrations.llm.textual import words

#: More words than this are an answer, whatever they contain.
MOST_WORDS = 14


class Intent(StrEnum):
    """What is wanted."""

    SKIP = "skip"
    REPEAT = "repeat"
    REPHRASE = "rephrase"


_FILLER = (
    r"(?:sorry|please|ok(?:ay)?|well|um+|uh+|hmm+|hi|hello|excuse me|thank you|thanks|kindly|actually"
    r"|i am afraid|i'm afraid|for now|once more|one more time|again"
    r"|कृपया|माफ़ कीजिए|माफ कीजिए|क्षमा कीजिए|जी|अच्छा|सॉरी|प्लीज़|प्लीज|धन्यवाद|kripya|maaf kijiye|ji)"
)
_ENGLISH = {
    Intent.SKIP: (
        r"(?:i(?: would|'d)? (?:rather|prefer) (?:to )?(?:not|skip|pass)(?: to)?(?: (?:answer|say|talk about))?(?: (?:that|this|it))?(?: question)?"
        r"|i (?:do not|don't) (?:want|wish) to (?:answer|say|talk about)(?: (?:that|this|it))?(?: question)?"
        r"|(?:can|could|may|shall) (?:we|i|you) (?:skip|pass)(?: on)?(?: (?:this|that|it))?(?: question| one)?"
        r"|(?:let's |let us |i(?:'ll| will) )?(?:skip|pass)(?: on)?(?: (?:this|that|it))?(?: question| one)?|no comment|next(?: question)?|move on)"
    ),
    Intent.REPEAT: (
        r"(?:(?:can|could|would|will) you )?(?:please )?(?:repeat|say|ask|read)(?: (?:that|this|it|me))?(?: (?:the|your) question)?(?: (?:again|once more|one more time))?"
        r"|(?:pardon|come again|say again|what was the question|what did you (?:say|ask))(?: me)?"
        r"|i (?:did not|didn't|could not|couldn't) (?:hear|catch|get)(?: (?:you|that|it|the question|what you said))?"
    ),
    Intent.REPHRASE: (
        r"i (?:did not|didn't|do not|don't|could not|couldn't|cannot|can't) (?:quite |really )?(?:understand|follow)(?: (?:you|that|it|this|the question|this question|your question|what you mean))?"
        r"|what do you mean(?: by (?:that|this|it))?|what does (?:that|this|it) mean"
        r"|(?:can|could|would) you (?:please )?(?:rephrase|explain|clarify|simplify)(?: (?:that|this|it|the question|your question))?"
        r"|(?:please )?(?:rephrase|explain|clarify)(?: (?:that|this|it|the question))?|(?:say|put) (?:that|it) (?:differently|another way|in other words)"
    ),
}
_HINDI = {
    Intent.SKIP: (
        r"(?:मैं )?(?:इसका|इस सवाल का|इस प्रश्न का|यह|ये)? ?(?:जवाब|उत्तर)? ?(?:नहीं देना (?:चाहता|चाहती|चाहूँगा|चाहूंगा|चाहूँगी|चाहूंगी)(?: हूँ| हूं)?|ना देना चाहूंगा)"
        r"|(?:इसे |यह सवाल |ये सवाल |यह प्रश्न )?(?:छोड़ दीजिए|छोड़ दें|छोड़ते हैं|रहने दीजिए)|अगला (?:सवाल|प्रश्न)|आगे (?:बढ़ते हैं|बढ़िए|चलिए)"
        r"|(?:main )?(?:iska |is sawal ka )?(?:jawab|uttar) nahi(?:n)? dena (?:chahta|chahti|chahunga|chahungi)(?: hoon| hun)?|agla (?:sawal|prashn)"
    ),
    Intent.REPEAT: (
        r"(?:क्या आप )?(?:सवाल |प्रश्न |इसे |यह )?(?:फिर से|दोबारा|दुबारा|एक बार फिर|एक बार और|फिर) (?:बोलिए|बोलें|बताइए|बताएं|कहिए|कहें|पूछिए|पूछें|दोहराइए|बोल सकते हैं|बता सकते हैं|बोल दीजिए|बता दीजिए)"
        r"|(?:क्या आप )?(?:सवाल |प्रश्न |इसे )?(?:को )?(?:दोहराइए|दोहराएं|दोहराएँ|दोहरा दीजिए|दोहरा सकते हैं|रिपीट कीजिए|रिपीट करें)|(?:मुझे |मैंने )?(?:सुनाई नहीं दिया|सुन नहीं पाया|सुन नहीं पाई|नहीं सुना)"
        r"|(?:sawal )?(?:phir se|dobara|fir se) (?:boliye|bataiye|kahiye|puchiye)|(?:sawal )?(?:dohraiye|repeat kijiye|repeat kariye)"
    ),
    Intent.REPHRASE: (
        r"(?:मुझे |मैं |मुझको )?(?:आपका |यह |ये )?(?:सवाल |प्रश्न )?(?:समझ (?:में )?नहीं (?:आया|आई|आ रहा)(?: है)?|नहीं समझा|नहीं समझी|समझ नहीं (?:पाया|पाई))"
        r"|(?:इसका |आपका )?(?:मतलब क्या है|क्या मतलब है|क्या मतलब)|(?:सवाल |प्रश्न |इसे )?(?:सरल शब्दों में|आसान शब्दों में|दूसरे शब्दों में) (?:बताइए|समझाइए|कहिए|पूछिए)|(?:ठीक से )?समझाइए"
        r"|(?:mujhe |main )?(?:sawal )?samajh (?:me |mein )?nahi(?:n)? (?:aaya|aya|paya)|(?:iska )?(?:matlab kya hai|kya matlab hai)"
    ),
}
_FILLERS = re.compile(rf"(?:(?<=\s)|^){_FILLER}(?=\s|$)", re.IGNORECASE)
_WHOLE = tuple(
    (intent, re.compile(rf"^(?:{pattern})$", re.IGNORECASE))
    for patterns in (_ENGLISH, _HINDI)
    for intent, pattern in patterns.items()
)


def intent_of(text: str) -> Intent | None:
    """What a text asks of the interviewer; None for an answer. English, and Hindi in either script."""
    said = words(text)
    if not 0 < len(said) <= MOST_WORDS:
        return None
    plain = " ".join(said)
    bare = " ".join(_FILLERS.sub(" ", plain).split())
    for part in (plain, bare):
        for intent, pattern in _WHOLE:
            if pattern.match(part):
                return intent
    return None
