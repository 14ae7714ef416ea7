"""An answer to "may this be done?" that carries its reason as a code and values; the page words it."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Verdict:
    ok: bool
    code: str = ""
    values: dict = field(default_factory=dict)

    def __bool__(self) -> bool:
        return self.ok


YES = Verdict(True)


def no(code: str, **values) -> Verdict:
    return Verdict(False, code, values)


class Refused(Exception):
    """An action that was not done, with the verdict that says why."""

    def __init__(self, verdict: Verdict):
        super().__init__(verdict.code)
        self.verdict = verdict


def refuse_unless(verdict: Verdict) -> None:
    if not verdict:
        raise Refused(verdict)
