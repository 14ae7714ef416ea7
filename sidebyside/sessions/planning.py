"""What is called to plan a meeting, by its name: each is in the file of its noun."""

from sidebyside.sessions.agenda import add_to_agenda
from sidebyside.sessions.moving import move
from sidebyside.sessions.papers import add_paper
from sidebyside.sessions.plans import plan_from
from sidebyside.sessions.taking_roles import give_role

__all__ = ["add_paper", "add_to_agenda", "give_role", "move", "plan_from"]
