"""Addresses of a meeting wholly on paper."""

from django.urls import path

from sidebyside.sessions import views_on_paper as views

MEETING = "projects/<slug:slug>/meetings/<slug:meeting>/"

urlpatterns = [
    path(f"{MEETING}paper/", views.on_paper, name="meeting-on-paper"),
    path(f"{MEETING}key/", views.key_in, name="meeting-keying"),
]
