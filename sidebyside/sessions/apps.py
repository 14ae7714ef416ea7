from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sidebyside.sessions"
    label = "meetings"
