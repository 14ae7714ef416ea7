from django.apps import AppConfig


class StandingConfig(AppConfig):
    name = "sidebyside.standing"
