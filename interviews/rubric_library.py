"""Ready rubrics to start from: competencies with what each of five levels looks like in an answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class CompetencyText:
    """A competency as it is written. `anchors` are five texts, for levels 1 to 5."""

    name: str
    description: str
    weight: int
    dimension: str
    anchors: tuple[str, ...]
    expected_points: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True)
class ReadyRubric:
    """A rubric of the library."""

    key: str
    title: str | Promise
    intro: str | Promise
    competencies: tuple[CompetencyText, ...]


_COMMUNICATION = CompetencyText(
    name="Clear explanation",
    description="Says what matters so that somebody who was not there understands it.",
    weight=15,
    dimension="communication",
    anchors=(
        "The answer does not address the question, or cannot be followed.",
        "Some relevant statements, without order; the listener has to guess how they belong together.",
        "Answers the question in an order that can be followed; leaves out why things were done.",
        "Gives situation, own part and outcome; explains terms that the listener may not know.",
        "Leads from the main point to the detail that supports it, and says what is uncertain or was left out.",
    ),
    expected_points=(
        "names the situation and the own part in it",
        "says what came of it",
        "explains the terms it uses",
    ),
)

_TOGETHER = CompetencyText(
    name="Working with others",
    description="Gets things done with people who think differently.",
    weight=15,
    dimension="cultural_fit",
    anchors=(
        "Speaks of others only as an obstacle, or names no work with others.",
        "Describes a group's work without saying what was theirs in it.",
        "Names the own part and one thing done to work better together.",
        "Describes a disagreement, how the other side was heard, and what both agreed on.",
        "Made the group work better beyond the case at hand, and says what they themselves changed after feedback.",
    ),
    expected_points=(
        "describes a disagreement and how it was settled",
        "names what was learned from feedback",
        "gives credit to others",
    ),
)

SOFTWARE = ReadyRubric(
    key="software",
    title=_("Software engineering"),
    intro=_(
        "For people who build and run software: design, craft, finding faults, explaining, working together."
    ),
    competencies=(
        CompetencyText(
            name="System design",
            description="Chooses structures that fit what is needed and can say what is given up.",
            weight=25,
            dimension="technical",
            anchors=(
                "Names tools without saying what they are for.",
                "Describes one structure, as if there were no other.",
                "Explains why a structure fits the task; considers load or failure when asked.",
                "Compares alternatives by cost, load and failure, and names what the choice gives up.",
                "Derives the structure from measured needs, plans for what changes next, and says when it would be wrong.",
            ),
            expected_points=(
                "compares at least two alternatives",
                "names a trade-off of the choice",
                "says what happens when a part fails",
                "mentions numbers: load, size or time",
            ),
        ),
        CompetencyText(
            name="Craft and testing",
            description="Writes code that others can change safely.",
            weight=25,
            dimension="technical",
            anchors=(
                "Cannot describe code of their own.",
                "Describes what the code did; tests were made by hand or by others.",
                "Writes automatic tests for the usual cases and has code reviewed.",
                "Tests edge cases and failures, keeps changes small, and improves code that they find.",
                "Chooses what to test by risk, makes wrong use hard, and raised the quality of a whole code base.",
            ),
            expected_points=(
                "writes automatic tests",
                "names an edge case or failure that was tested",
                "describes a review or a refactoring",
            ),
        ),
        CompetencyText(
            name="Finding and fixing faults",
            description="Gets from a symptom to its cause, and keeps it from coming back.",
            weight=20,
            dimension="problem_solving",
            anchors=(
                "Tries changes at random, or hands the fault on.",
                "Finds a fault by reading or printing, without a plan.",
                "Reproduces the fault, narrows it down and fixes it.",
                "Forms a hypothesis, measures to test it, fixes the cause and adds a test.",
                "Does so under pressure, explains how users were protected meanwhile, and removes the whole class of fault.",
            ),
            expected_points=(
                "reproduced the fault",
                "measured or logged to find the cause",
                "prevented it from coming back",
            ),
        ),
        _COMMUNICATION,
        _TOGETHER,
    ),
)

DATA = ReadyRubric(
    key="data",
    title=_("Data"),
    intro=_(
        "For analysts, data scientists and data engineers: questions, data quality, methods, and what follows."
    ),
    competencies=(
        CompetencyText(
            name="From question to data",
            description="Turns what somebody wants to know into something that data can answer.",
            weight=25,
            dimension="problem_solving",
            anchors=(
                "Starts with a tool or method, without a question.",
                "Repeats the question as it was asked and takes the nearest data.",
                "Clarifies the question and names the data and the measure that answer it.",
                "Names assumptions and what would prove them wrong, and agrees the measure before looking.",
                "Shows that another question matters more, and what will be decided by each possible answer.",
            ),
            expected_points=(
                "clarified the question with who asked it",
                "defined the measure",
                "said which decision depended on it",
            ),
        ),
        CompetencyText(
            name="Data quality",
            description="Knows what is wrong with the data and what that does to the result.",
            weight=20,
            dimension="technical",
            anchors=(
                "Takes the data as they are.",
                "Mentions missing or doubled rows only when asked.",
                "Checks for missing, doubled and impossible values before using the data.",
                "Finds out how the data came to be, quantifies what is missing and handles bias in who is in it.",
                "Builds checks that stop bad data by themselves, and reports what remains uncertain.",
            ),
            expected_points=(
                "checked for missing or doubled rows",
                "asked how the data came to be",
                "said what the gaps do to the result",
            ),
        ),
        CompetencyText(
            name="Methods",
            description="Chooses a method that fits, and knows when it misleads.",
            weight=25,
            dimension="technical",
            anchors=(
                "Names methods without being able to say what they do.",
                "Applies one familiar method to everything.",
                "Chooses a suitable method and checks its result against held-out data or a simple baseline.",
                "Explains assumptions, compares alternatives and states uncertainty.",
                "Recognises when a method misleads, such as confounding or leakage, and designs the work to avoid it.",
            ),
            expected_points=(
                "compared with a simple baseline",
                "stated uncertainty",
                "named an assumption of the method",
                "avoided leakage or confounding",
            ),
        ),
        _COMMUNICATION,
        _TOGETHER,
    ),
)

SUPPORT = ReadyRubric(
    key="support",
    title=_("Customer support"),
    intro=_("For people who help customers: listening, solving, staying calm, learning from each case."),
    competencies=(
        CompetencyText(
            name="Listening and empathy",
            description="Understands what the customer needs, not only what they say.",
            weight=30,
            dimension="communication",
            anchors=(
                "Answers before understanding, or blames the customer.",
                "Apologises in set phrases and goes straight to the procedure.",
                "Lets the customer finish, repeats the problem in own words and asks what is unclear.",
                "Recognises what matters to this customer and adapts tone and pace to it.",
                "Turns an upset customer into one who trusts again, and can say what exactly did it.",
            ),
            expected_points=(
                "asked questions before answering",
                "repeated the problem in own words",
                "named how the customer felt",
            ),
        ),
        CompetencyText(
            name="Solving the problem",
            description="Gets the customer to a solution that holds.",
            weight=25,
            dimension="problem_solving",
            anchors=(
                "Hands the case on without having looked.",
                "Follows the script; gives up where it ends.",
                "Finds the cause with the usual means and confirms that it works for the customer.",
                "Handles what no script foresees, hands on with everything needed, and keeps the customer informed.",
                "Solves it so that others do not meet it again, and shows by what that was seen.",
            ),
            expected_points=(
                "found the cause",
                "confirmed with the customer that it works",
                "kept the customer informed",
            ),
        ),
        CompetencyText(
            name="Calm under pressure",
            description="Stays fair and able to act with angry people and long queues.",
            weight=15,
            dimension="cultural_fit",
            anchors=(
                "Becomes angry, or avoids the situation.",
                "Stays polite but loses the thread.",
                "Stays calm and brings the talk back to the problem.",
                "Sets limits kindly, decides what comes first and asks for help in time.",
                "Calms others as well, and changes how work is done so that pressure falls.",
            ),
            expected_points=("stayed with the problem", "decided what comes first", "asked for help in time"),
        ),
        _COMMUNICATION,
        _TOGETHER,
    ),
)

SALES = ReadyRubric(
    key="sales",
    title=_("Sales"),
    intro=_("For people who win and keep customers: finding need, showing value, closing honestly."),
    competencies=(
        CompetencyText(
            name="Finding the need",
            description="Learns what the customer wants to achieve, and who decides.",
            weight=30,
            dimension="problem_solving",
            anchors=(
                "Presents the product at once, the same to everybody.",
                "Asks for budget and time only.",
                "Asks what the customer wants to achieve and how it is done today.",
                "Uncovers what the problem costs, who decides and what stands in the way.",
                "Brings the customer to a better understanding of their own problem, and walks away where there is no fit.",
            ),
            expected_points=(
                "asked what the customer wants to achieve",
                "found out who decides",
                "put a number on the problem",
            ),
        ),
        CompetencyText(
            name="Showing value",
            description="Connects the offer to the customer's own numbers.",
            weight=20,
            dimension="technical",
            anchors=(
                "Lists features.",
                "Names advantages that apply to everybody.",
                "Connects the offer to the need that was found.",
                "Shows the effect in the customer's own numbers and answers objections with evidence.",
                "Builds the case together with the customer, so that they argue for it inside of their company.",
            ),
            expected_points=(
                "connected the offer to the need",
                "used the customer's numbers",
                "answered an objection with evidence",
            ),
        ),
        CompetencyText(
            name="Closing honestly",
            description="Comes to a decision and promises only what will be kept.",
            weight=20,
            dimension="cultural_fit",
            anchors=(
                "Promises what cannot be kept, or never asks for a decision.",
                "Asks for a decision at the end and offers a discount at once.",
                "Agrees next steps with dates and follows up.",
                "Negotiates value for value and says openly what the offer does not do.",
                "Loses a sale rather than mis-sell, and is recommended for it.",
            ),
            expected_points=(
                "agreed a next step with a date",
                "said what the offer does not do",
                "followed up",
            ),
        ),
        _COMMUNICATION,
        _TOGETHER,
    ),
)

GENERAL = ReadyRubric(
    key="general",
    title=_("Any role"),
    intro=_("Four competencies that matter in nearly every job. Add what is special about yours."),
    competencies=(
        CompetencyText(
            name="Knowledge of the field",
            description="Knows the subject of the job and has used that knowledge.",
            weight=40,
            dimension="technical",
            anchors=(
                "Cannot name what the work consists of.",
                "Uses the terms of the field without examples of own work.",
                "Gives an example of own work and explains the usual way of doing it.",
                "Explains why it was done so and not otherwise, with the result it had.",
                "Judges when the usual way is wrong, and has taught or changed it for others.",
            ),
            expected_points=(
                "gives an example of own work",
                "explains why it was done so",
                "names the result",
            ),
        ),
        CompetencyText(
            name="Solving problems",
            description="Finds out what is wrong and does something about it.",
            weight=30,
            dimension="problem_solving",
            anchors=(
                "Waits for others, or does not see the problem.",
                "Tries the first idea without checking it.",
                "Finds the cause, chooses a solution and carries it out.",
                "Weighs several solutions, checks the effect and corrects the course.",
                "Solves the problem behind the problem, so that it does not come back.",
            ),
            expected_points=("found the cause", "weighed alternatives", "checked the effect"),
        ),
        _COMMUNICATION,
        _TOGETHER,
    ),
)

LIBRARY: dict[str, ReadyRubric] = {ready.key: ready for ready in (SOFTWARE, DATA, SUPPORT, SALES, GENERAL)}
