from django.apps import AppConfig


class DoorsConfig(AppConfig):
    name = "sidebyside.doors"

    def ready(self):
        from sidebyside.doors import calls, email_out, email_together, post_out, text_out, waiting

        # Loading them registers how each door sends, and what waits at the desk.
        self.loaded = calls, email_out, email_together, post_out, text_out, waiting
