from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sidebyside.access"

    def ready(self):
        from sidebyside.access import checking_in, facts, sheets
        from sidebyside.access.passport import passport

        passport()  # a fault in the questions is said when the hub starts, and not to a member
        self.loaded = checking_in, facts, sheets  # loading them registers the kinds of ask and facts they offer
