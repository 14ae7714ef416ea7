"""What follows from what: effects that travel upwards, read from top to bottom. Each runs in the same transaction."""

RECORD = "sidebyside.standing.recording.record_where_it_stands"
CLOSE_ALL = ["sidebyside.agreements.actions.close_what_is_open", "sidebyside.standing.actions.close_what_is_open"]

REACTIONS: dict[str, list[str]] = {
    "who-leads-said": ["sidebyside.standing.recording.record_where_an_organisation_is"],
    "project-started": ["sidebyside.access.checking_in.ask_who_joined", RECORD],
    "member-invited": [],
    "member-joined": [
        "sidebyside.access.checking_in.ask_who_joined",
        "sidebyside.sessions.coming.ask_who_joined",
        RECORD,
    ],
    "member-left": ["sidebyside.access.sharing.end_with_places", RECORD],
    "project-grew-longer": [RECORD],
    "member-goes-on": [RECORD],
    "stage-moved": [
        "sidebyside.access.checking_in.check_in_at_stage",
        RECORD,
        "sidebyside.standing.actions.open_round_for_new_stage",
    ],
    "needs-said": [RECORD],
    "project-paused": CLOSE_ALL + [RECORD],
    "project-resumed": [
        "sidebyside.agreements.closing.end_the_stop",
        "sidebyside.standing.actions.open_round_cut_short",
        RECORD,
    ],
    "project-stopped": CLOSE_ALL + ["sidebyside.access.sharing.end_with_the_project", RECORD],
    "pack-changed": [RECORD],
    "participation-answered-again": [RECORD],
    "facilitator-covered": [RECORD],
    "text-changing": ["sidebyside.projects.texts.hold_its_project"],
    "text-changed": ["sidebyside.projects.texts.told_of_a_text"],
    "project-texts-changed": [RECORD],
    "proposal-opened": [RECORD],
    "proposal-closed": [
        "sidebyside.projects.agreed.take_up_what_was_agreed",
        "sidebyside.agreements.holdings.empty_if_forgotten",
        "sidebyside.sessions.noting.fix_if_agreed",
        RECORD,
    ],
    "own-proposal-closed": [
        "sidebyside.agreements.holdings.empty_if_forgotten",
        "sidebyside.sessions.noting.fix_if_agreed",
    ],
    "round-opened": [RECORD],
    "round-closed": [RECORD],
    "statement-made": [RECORD],
    "statement-agreed": [RECORD],
    "statement-taken-back": [RECORD],
    "disagreement-opened": [RECORD],
    "disagreement-answered": [RECORD],
    "disagreement-closed": [RECORD],
    "who-came-written": ["sidebyside.sessions.afterwards.ask_who_was_there"],
    "meeting-sheet-closed": [RECORD],
    "story-written": [RECORD],
    "something-ran-out": [RECORD],
}
