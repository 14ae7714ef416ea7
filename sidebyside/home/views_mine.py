"""All that I am asked, and all that waits where I have work to do."""

from django.shortcuts import render

from sidebyside.home import pages
from sidebyside.home.work import work
from sidebyside.kit.clock import now
from sidebyside.people.guard import signed_in
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def asks(request):
    return render(request, "home/asks.html", {"asks": pages.asks_for(request.person, now=now())})


@signed_in(Act.SEE_WORK_LIST)
def work_list(request):
    return render(request, "home/work.html", {"work": work(request.by, now=now(), easy=request.looks.easy)})
