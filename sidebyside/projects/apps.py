from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "sidebyside.projects"

    def ready(self):
        from sidebyside.people.asks import BUDGETS, LEFT_ALONE
        from sidebyside.people.roles import RUNS_A_PROJECT_OF, RUNS_ROOM, THOSE_IN_HER_PROJECTS
        from sidebyside.people.waiting import waits
        from sidebyside.projects import facts, facts_texts, pages_meeting, sheets, sheets_staying
        from sidebyside.projects.joining import runs_a_project_of, runs_room, those_in_her_projects
        from sidebyside.projects.staying import left_alone

        RUNS_A_PROJECT_OF.append(runs_a_project_of)
        RUNS_ROOM.append(runs_room)
        THOSE_IN_HER_PROJECTS.append(those_in_her_projects)
        waits("waits_hellos", "desk-hellos", lambda now: pages_meeting.waiting().count())
        LEFT_ALONE.append(left_alone)
        BUDGETS.append(facts.minutes_a_month)
        self.loaded = facts, facts_texts, sheets, sheets_staying  # loading them registers what they offer
