from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "sidebyside.agreements"

    def ready(self):
        from sidebyside.agreements import actions, facts, sheets

        self.loaded = actions, facts, sheets  # loading them registers the kinds of ask and facts they offer
