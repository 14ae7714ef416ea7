"""What agreements do in the background."""

from sidebyside.agreements import actions
from sidebyside.kit.worker import every


@every(minutes=1)
def close_what_is_due(*, now):
    actions.close_due(now=now)
