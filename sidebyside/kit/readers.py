"""Who may read a field. Every model says it for every field that can hold words (`readers = {...}`); tests hold it to that."""

EVERYONE = "everyone"  # anybody at all, signed in or not
INSIDE = "inside"  # people in the project's room
ASKED = "asked"  # people in the project's room, and whoever is asked to join it
MET = "met"  # people who share a project with her or are asked to join one, and the hub's desk
OFFICERS = "officers"  # facilitators and officers of the project, and whom it is about
MEETERS = "meeters"  # facilitators of the project, and the hub's desk
THEMSELF = "themself"  # the person it is about, and a helper she chose for it
DESK = "desk"  # the hub's desk, and the person it is about
CHOSEN = "chosen"  # whoever she chose for it, in that project, and herself
MAKERS = "makers"  # whoever is making it, until it is shared
SIGNED_IN = "signed_in"  # anybody with a place in this hub
NOBODY = "nobody"  # only the machine: codes, hashes, settings
