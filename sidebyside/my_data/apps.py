from django.apps import AppConfig


class MyDataConfig(AppConfig):
    name = "sidebyside.my_data"
