"""Addresses of asking when to meet."""

from django.urls import URLPattern, path

from sidebyside.sessions import views_when as views

POLL = "projects/<slug:slug>/meetings/when/<slug:poll>"
urlpatterns: list[URLPattern] = [
    path("projects/<slug:slug>/meetings/when/", views.all_asked, name="when"),
    path("projects/<slug:slug>/meetings/when/new/", views.ask_when, name="ask-when"),
    path("projects/<slug:slug>/own/when/new/", views.ask_own_when, name="ask-own-when"),
    path(f"{POLL}/", views.when_poll, name="when-poll"),
    path(f"{POLL}/answer/", views.answer, name="when-answer"),
    path(f"{POLL}/close/", views.close, name="close-when"),
]
