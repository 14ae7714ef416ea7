from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "sidebyside.home"
