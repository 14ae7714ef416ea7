"""What this part does in the background."""

from sidebyside.access import checking_in
from sidebyside.kit.worker import every


@every(hours=6)
def ask_again(*, now):
    checking_in.ask_again(now=now)
