from django.apps import AppConfig


class MyDataConfig(AppConfig):
    name = "sidebyside.my_data"

    def ready(self):
        from sidebyside.my_data.models import Forgetting
        from sidebyside.people.waiting import waits

        waits("waits_forgettings", "desk-forgettings", lambda now: Forgetting.objects.waiting().count())
