from django.apps import AppConfig


class DoorsConfig(AppConfig):
    name = "sidebyside.doors"

    def ready(self):
        from sidebyside.doors import calls, email_out, email_together, post_out, text_out

        self.loaded = calls, email_out, email_together, post_out, text_out  # loading them registers how each door sends
