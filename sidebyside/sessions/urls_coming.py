"""Addresses of who comes, and who could not."""

from django.urls import URLPattern, path

from sidebyside.sessions import views_coming as views

MEETING = "projects/<slug:slug>/meetings/<slug:meeting>"
urlpatterns: list[URLPattern] = [
    path(f"{MEETING}/coming/", views.who_is_coming, name="who-is-coming"),
    path(f"{MEETING}/coming/ask/", views.ask_who_comes, name="ask-who-comes"),
    path(f"{MEETING}/before/", views.before, name="meeting-before"),
    path(f"{MEETING}/who-came/", views.who_came, name="who-came"),
    path("projects/<slug:slug>/my-place/missed/", views.when_i_miss, name="when-i-miss"),
]
