"""What projects do in the background: breaks end, ends that came are seen to, and people who would like to meet are told."""

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import translation
from django.utils.translation import gettext as _

from sidebyside.kit.clock import LONDON
from sidebyside.kit.worker import each, every
from sidebyside.projects import longer, staying
from sidebyside.projects.models import Hello
from sidebyside.projects.pages_meeting import what_to_tell

TRY_AGAIN = timedelta(minutes=10)


@every(hours=1)
def remind_of_breaks(*, now: datetime) -> None:
    staying.remind_of_breaks(now=now)


@every(hours=1)
def see_to_the_ends_that_came(*, now: datetime) -> None:
    longer.see_to_the_ends_that_came(now=now)


@every(minutes=1)
def tell_who_would_like_to_meet(*, now: datetime) -> None:
    """By email, whoever wants it so; the others are rung, written to or met. One that broke off is tried again."""
    waiting = Hello.objects.exclude(to_tell="").filter(told_at=None).filter(_free(now)).select_related("project")
    each(waiting.order_by("id")[:100], lambda hello: _tell(hello, now))


def _free(now: datetime) -> Q:
    return Q(started_at=None) | Q(started_at__lte=now - TRY_AGAIN)


def _tell(hello: Hello, now: datetime) -> bool:
    if hello.said.get("way") != "email":
        return False
    if Hello.objects.filter(_free(now), pk=hello.pk, told_at=None).update(started_at=now) != 1:
        return False
    try:
        _email(hello, now).send()
    except (OSError, SMTPException):
        return False
    Hello.objects.filter(pk=hello.pk, to_tell=hello.to_tell).update(told_at=now)
    return True


def _email(hello: Hello, now: datetime) -> EmailMessage:
    with translation.override("en-gb"):
        words = what_to_tell(hello, today=now.astimezone(LONDON).date())
        ends = _("This is from %(hub)s. You wrote to us; nobody else gave us your address.") % {
            "hub": settings.HUB_NAME
        }
        subject = _("Let us meet: %(project)s") % {"project": hello.project.name}
        return EmailMessage(subject=subject, body="\n\n".join([*words, ends]) + "\n", to=[hello.said["reach"]])
