"""What each door keeps."""

from sidebyside.doors.models_calls import Call
from sidebyside.doors.models_costs import DoorRate, GivenBack
from sidebyside.doors.models_email import AnswerLink, EmailIn, EmailOut
from sidebyside.doors.models_post import Letter, PaperForm, PaperTry
from sidebyside.doors.models_texts import TextIn, TextOut, TextTalk

__all__ = [
    "AnswerLink",
    "Call",
    "DoorRate",
    "EmailIn",
    "EmailOut",
    "GivenBack",
    "Letter",
    "PaperForm",
    "PaperTry",
    "TextIn",
    "TextOut",
    "TextTalk",
]
