"""Asks for the answers of a new record one by one, each checked at once and asked for again until it is right."""

from collections.abc import Callable, Iterable, Mapping

from generator.drafting.draft import Drafting
from generator.drafting.questions import QUESTIONS, Question
from generator.issues import Issue, has_errors
from generator.languages.folding import fold
from generator.languages.messages import read_messages
from generator.report import tell

Ask = Callable[[str], str]
"""Asks a question and gives the answer, blank for none."""
Say = Callable[[str], None]
YES = frozenset({"y", "yes", "c", "co"})
"""What is said for yes, folded."""


class Dialogue:
    """A conversation in one language about one record."""

    def __init__(self, drafting: Drafting, language: str, ask: Ask, say: Say) -> None:
        """`ask` and `say` are what the command line does."""
        self._drafting = drafting
        self._messages = read_messages(language)
        self._ask = ask
        self._say = say
        self._told: set[tuple[str, str]] = set()

    def answers(self, given: Mapping[str, str]) -> dict[str, str]:
        """All answers; those that are `given` are not asked for unless something is wrong with them."""
        answers: dict[str, str] = {}
        for question in QUESTIONS:
            if not question.after or answers.get(question.after):
                self._settle(question, answers, given.get(question.name))
        return answers

    def wants_another(self, file: str, *, asks: bool) -> bool:
        """Whether a record shall be made although there is one of the same name and province; no, unless it `asks`."""
        self._say(self._messages.word("new-alike").format(file=file))
        answer = self._ask(self._messages.word("new-even-so")) if asks else ""
        return fold(answer.strip()) in YES

    def _settle(self, question: Question, answers: dict[str, str], given: str | None) -> None:
        """Get an answer that is right, or none."""
        while True:
            answer = (self._ask(self._messages.word(f"new-{question.name}")) if given is None else given).strip()
            given = None
            if not answer and question.needed:
                self._say(self._messages.word("new-needed"))
                continue
            wrong = self._wrong(answers | {question.name: answer}) if answer else []
            self.say_issues(wrong)
            if not has_errors(wrong):
                if answer:
                    answers[question.name] = answer
                return

    def _wrong(self, answers: Mapping[str, str]) -> list[Issue]:
        """What is wrong by the last answer: everything that was not told of an answer before, which was taken."""
        found = [one for one in self._drafting.examine(answers) if (one.id, str(one.source.path)) not in self._told]
        if not has_errors(found):
            self._told |= {(one.id, str(one.source.path)) for one in found}
        return found

    def say_issues(self, issues: Iterable[Issue]) -> None:
        """Tell mistakes and warnings with their hints."""
        for issue in issues:
            message, hint = tell(issue, self._messages)
            self._say(f"  {self._messages.word(issue.severity)}: {message}  [{issue.id}]")
            if hint:
                self._say(f"    {self._messages.word('hint')}: {hint}")
