from django.apps import AppConfig
from django.conf.locale import LANG_INFO

EASY_READ = {"bidi": False, "code": "en-x-easy", "name": "Easy Read", "name_local": "Easy Read"}


class HomeConfig(AppConfig):
    name = "sidebyside.home"

    def ready(self):
        LANG_INFO["en-x-easy"] = EASY_READ  # Django knows no such language; pages name it in "How this looks"
