from django.urls import path

from sidebyside.home import views, views_mine

urlpatterns = [
    path("", views.front, name="home"),
    path("asks/", views_mine.asks, name="asks"),
    path("my-work/", views_mine.work_list, name="work"),
    path("health", views.health, name="health"),
    path("help/", views.help_page, name="help"),
    path("help/printing/", views.printing, name="printing"),
    path("help/accessibility/", views.accessibility, name="accessibility"),
    path("help/privacy/", views.privacy, name="privacy"),
    path("look/", views.look, name="look"),
    path("look/easy-read/", views.look_easy_read, name="look-easy-read"),
]
