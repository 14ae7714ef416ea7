"""How meetings feel, as one word for each."""

from django.shortcuts import render

from sidebyside.kit.clock import now
from sidebyside.projects.guard import guard
from sidebyside.projects.pages import frame
from sidebyside.sessions import pages_feeling
from sidebyside.who_can import RUNS_IT, Act


@guard(Act.READ_MEETINGS)
def feelings(request, project):
    runs = bool(RUNS_IT & set(request.roles))
    page = pages_feeling.feelings_of(project, request.person, runs=runs, now=now())
    return render(request, "sessions/feelings.html", frame(request, project, "meetings") | page)
