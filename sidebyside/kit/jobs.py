"""What the kit itself does in the background."""

from sidebyside.kit import history
from sidebyside.kit.worker import every


@every(days=7)
def anchor_heads(*, now):
    history.anchor_heads(now=now)
