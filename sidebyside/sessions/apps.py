from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sidebyside.sessions"
    label = "meetings"

    def ready(self):
        from sidebyside.sessions import actions, facts, sheets

        self.loaded = actions, facts, sheets  # loading them registers the kinds of ask and facts they offer
