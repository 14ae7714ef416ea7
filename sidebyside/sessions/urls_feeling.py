"""Addresses of how meetings feel."""

from django.urls import path

from sidebyside.sessions import views_feeling

urlpatterns = [path("projects/<slug:slug>/meetings/feelings/", views_feeling.feelings, name="feelings")]
