from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "sidebyside.texts"

    def ready(self):
        from sidebyside.texts import sheets

        self.loaded = sheets  # loading it registers the kind of ask, and how it travels
