from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "sidebyside.kit"
