from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "sidebyside.agreements"

    def ready(self):
        from sidebyside.agreements import actions, facts, sheets, sheets_group
        from sidebyside.agreements.information import how_it_decides
        from sidebyside.agreements.pages_agreed import to_look_at_again
        from sidebyside.projects.pages import NOTICED_IN_A_PROJECT
        from sidebyside.projects.pages_information import HOW_IT_DECIDES

        HOW_IT_DECIDES.append(how_it_decides)
        NOTICED_IN_A_PROJECT.append(to_look_at_again)
        self.loaded = (
            actions,
            facts,
            sheets,
            sheets_group,
        )  # loading them registers the kinds of ask and facts they offer
