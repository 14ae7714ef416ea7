from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sidebyside.sessions"
    label = "meetings"

    def ready(self):
        from sidebyside.projects.pages import SAID_OF_A_PROJECT
        from sidebyside.sessions import actions, facts, facts_meetings, sheets, sheets_coming, sheets_own, sheets_when
        from sidebyside.sessions import holdings_coming as coming
        from sidebyside.sessions import holdings_live as live
        from sidebyside.sessions import holdings_notes as notes
        from sidebyside.sessions import holdings_plan as plan
        from sidebyside.sessions.since_we_met import since_we_met

        SAID_OF_A_PROJECT.append(since_we_met)
        # Loading them registers the kinds of ask and facts they offer.
        self.loaded = (
            actions,
            facts,
            facts_meetings,
            sheets,
            sheets_coming,
            sheets_own,
            sheets_when,
            coming,
            live,
            notes,
            plan,
        )
