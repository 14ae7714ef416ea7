"""Ways I sign in: my email, card and passkeys, and where I am signed in."""

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sidebyside.kit.clock import now
from sidebyside.kit.forms import tried
from sidebyside.kit.verdict import Refused
from sidebyside.people import browsers, forms, pages_ways, passkeys, sessions
from sidebyside.people.acting import answering
from sidebyside.people.guard import NotAllowed, its, signed_in
from sidebyside.who_can import Act


@signed_in(Act.READ_OWN)
def ways_in(request):
    here = request.session.session_key or ""
    return render(request, "people/ways_in.html", pages_ways.ways_in(request.by, here=here, now=now()))


@signed_in(Act.READ_OWN)
@require_POST
def sign_out_others(request):
    browsers.sign_out_others(request, request.user)
    return redirect("ways-in")


@signed_in(Act.READ_OWN)
def add_passkey(request):
    """In whose name she answers just now is in whose name she would add it: a helper is refused."""
    name = browsers.in_words(browsers.this_one(request))
    form, by = forms.AddPasskey(request.POST or None, initial={"name": name}), answering(request)
    if form.is_valid() and tried(form, sessions.add_passkey, request=request, by=by, now=now(), **form.answers()):
        return redirect("ways-in")
    try:
        options = sessions.ask_for_new_passkey(request=request, by=by, now=now())
    except Refused as refused:
        raise NotAllowed(refused.verdict) from refused
    return render(request, "people/add_passkey.html", {"form": form, "options": options, "site": passkeys.site()})


@signed_in(Act.READ_OWN)
def name_passkey(request, ref):
    passkey = its(request.person.passkeys.all(), ref=ref)
    form = forms.NamePasskey(request.POST or None, initial={"name": passkey.name})
    if form.is_valid() and tried(form, passkeys.rename, passkey=passkey, **form.answers()):
        return redirect("ways-in")
    return render(request, "people/name_passkey.html", {"form": form})


@signed_in(Act.READ_OWN)
@require_POST
def take_passkey_away(request, ref):
    passkey = its(request.person.passkeys.select_related("person"), ref=ref)
    passkeys.take_away(passkey=passkey, by=request.by, here=request.session.session_key, now=now())
    return redirect("ways-in")
