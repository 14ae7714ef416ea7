from django.apps import AppConfig


class StandingConfig(AppConfig):
    name = "sidebyside.standing"

    def ready(self):
        from sidebyside.standing import actions, jobs

        self.loaded = actions, jobs  # loading them registers the kinds of ask and facts they offer
