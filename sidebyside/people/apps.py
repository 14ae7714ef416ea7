from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "sidebyside.people"
