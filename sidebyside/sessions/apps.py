from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sidebyside.sessions"
    label = "meetings"

    def ready(self):
        from sidebyside.sessions import actions, facts, sheets, sheets_coming

        self.loaded = actions, facts, sheets, sheets_coming  # loading them registers the kinds of ask and facts they offer
