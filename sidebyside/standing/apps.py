from django.apps import AppConfig


class StandingConfig(AppConfig):
    name = "sidebyside.standing"

    def ready(self):
        from sidebyside.kit.verify import MORE_CHECKS
        from sidebyside.projects.pages import SAID_OF_A_PROJECT
        from sidebyside.standing import actions, jobs, sheets
        from sidebyside.standing.verifying import faults_in_records

        MORE_CHECKS.append(faults_in_records)
        from sidebyside.standing.pages import in_short

        SAID_OF_A_PROJECT.append(in_short)
        self.loaded = actions, jobs, sheets  # loading them registers the kinds of ask and facts they offer
