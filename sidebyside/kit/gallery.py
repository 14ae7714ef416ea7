"""What the component gallery shows: each component with something real to say, from the making of a policy."""

from datetime import UTC, date, datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from sidebyside.kit.forms import DayField, Form

STATUSES = {
    "values": (_("Values"), "shown", "shown", "shown", "partly"),
    "access": (_("Access needs"), "shown", "shown", "shown", "not_yet"),
    "culture": (_("Culture"), "partly", "shown", "partly", "not_yet"),
    "time": (_("Time"), "shown", "shown", "shown", "partly"),
    "money": (_("Money"), "partly", "partly", "shown", "not_yet"),
    "environment": (_("Environment"), "shown", "shown", "shown", "not_yet"),
    "knowledge": (_("Knowledge"), "partly", "partly", "partly", "not_yet"),
    "representation": (_("Representation"), "not_yet", "not_yet", "partly", "not_yet"),
    "training": (_("Training"), "not_needed", "not_needed", "not_needed", "not_needed"),
    "power": (_("Sharing power"), "not_yet", "partly", "not_yet", "not_yet"),
}
BECAUSE = {
    "money": _("Everybody was offered pay. Two people have not been told when it comes."),
    "representation": _("3 of the 5 groups most affected are not here."),
    "training": _("The group agreed on 9 January that nobody needs more training now."),
}
INGREDIENTS = [
    {"title": t, "href": f"#{i}", "status": s, "before": b, "during": d, "after": a, "because": BECAUSE.get(i, "")}
    for i, (t, s, b, d, a) in STATUSES.items()
]
WORDS = {
    "shown": _("Shown"),
    "partly": _("Partly shown"),
    "not_yet": _("Not yet"),
    "not_needed": _("Not needed here"),
}
RUNGS = [
    {"id": "co-production", "title": _("Co-production"), "meaning": _("We decide together, from plan to review.")},
    {"id": "co-design", "title": _("Co-design"), "meaning": _("Members shape the plan, but not the big decisions.")},
    {"id": "engagement", "title": _("Engagement"), "meaning": _("Members are heard, and it changes some things.")},
    {"id": "consultation", "title": _("Consultation"), "meaning": _("Members are asked what they think.")},
    {"id": "informing", "title": _("Informing"), "meaning": _("Members are told what is decided, and why.")},
    {"id": "educating", "title": _("Educating"), "meaning": _("People are taught how things work.")},
    {"id": "coercion", "title": _("Coercion"), "meaning": _("People are made to come, and are not heard.")},
]
STAGES = [
    {"title": _("Design: writing the policy"), "from": date(2023, 9, 4), "until": date(2024, 6, 28), "state": "done"},
    {
        "title": _("Delivery: trying it out"),
        "from": date(2024, 7, 1),
        "until": date(2024, 12, 20),
        "state": "now",
        "words": _("There are five spare weeks in this, so nobody has to rush."),
    },
    {"title": _("Review: is it working?"), "from": date(2025, 1, 6), "until": date(2025, 10, 31), "state": "later"},
]
PEOPLE = [
    {"name": "Bo Larkspur", "joins_as": _("Lived expertise"), "href": "#people_list", "meta": _("Joins by letter")},
    {"name": "Amina Thistle", "joins_as": _("Lived expertise, and looks after her brother")},
    {"name": "Winston Ferry", "joins_as": _("Facilitator"), "meta": _("Paid by his job")},
    {"name": _("A former member"), "joins_as": _("Lived expertise"), "left": True},
]
NAV = [
    {"href": "#project_nav", "text": _("Where we stand"), "current": True},
    {"href": "#people_list", "text": _("People"), "current": False},
    {"href": "#timeline", "text": _("Timeline"), "current": False},
    {"href": "#history_list", "text": _("What happened"), "current": False},
]


class Asking(Form):
    """One of each kind of question."""

    name = forms.CharField(label=_("What should we call you?"), help_text=_("Any name. The group will see it."))
    about = forms.CharField(label=_("What do you want to change?"), widget=forms.Textarea, max_length=600)
    how = forms.ChoiceField(
        label=_("How do you want to hear from us?"),
        choices=[("post", _("By letter")), ("phone", _("By phone")), ("email", _("By email"))],
        widget=forms.RadioSelect,
    )
    needs = forms.MultipleChoiceField(
        label=_("What helps you take part?"),
        choices=[("large", _("Large print")), ("breaks", _("More breaks")), ("taxi", _("A taxi there and back"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    group = forms.ChoiceField(
        label=_("Which group is this for?"), choices=[("all", _("Everybody")), ("lived", _("Lived expertise group"))]
    )
    start = DayField(label=_("When could you start?"), help_text=_("Like 27 3 2024."))
    email = forms.EmailField(label=_("Your email"), required=False)
    sure = forms.BooleanField(label=_("I have read what is already fixed"))
    choice_hints = {"how": {"post": _("We pay for the stamp to answer.")}}


def asking() -> Form:
    """The form with some answers missing, so that its errors can be seen."""
    form = Asking({"name": "Bo", "start-day": "31", "start-month": "2", "start-year": "2024", "email": "bo at home"})
    form.is_valid()
    return form


def gallery() -> dict:
    """Everything that gallery.html needs."""
    moment = datetime(2024, 1, 9, 14, 30, tzinfo=UTC)
    return {
        "asking": asking(),
        "ingredients": INGREDIENTS,
        "ring_rows": [
            [i["title"], *(WORDS[str(i[ring])] for ring in ("before", "during", "after"))] for i in INGREDIENTS
        ],
        "rungs": RUNGS,
        "stages": STAGES,
        "on": date(2024, 9, 12),
        "people": PEOPLE,
        "project_links": NAV,
        "next": [
            {"href": "#todo", "title": _("Agree who is missing from the group"), "words": _("And how to reach them.")},
            {"href": "#todo", "title": _("Say who holds power"), "words": _("And how each person will share it.")},
            {"href": "#todo", "title": _("Plan paid reading time"), "words": _("Papers go out in four days.")},
        ],
        "said": [
            {"words": _("Yes, I agree"), "count": 9},
            {"words": _("I can live with it"), "count": 4},
            {"words": _("No"), "count": 1},
            {"words": _("People who answered by letter"), "count": None},
        ],
        "entries": [
            {
                "at": moment,
                "words": _("The group agreed its way of deciding."),
                "who": _("11 members"),
                "detail": _("By consent: it goes ahead unless somebody says no."),
            },
            {"at": datetime(2023, 11, 14, 10, tzinfo=UTC), "words": _("Bo Larkspur joined the project.")},
        ],
        "money": [
            [_("Session, two hours"), "£24.00", _("Paid")],
            [_("Reading before it"), "£12.00", _("Paid")],
            [_("Bus there and back"), "£7.60", _("On its way")],
        ],
    }
