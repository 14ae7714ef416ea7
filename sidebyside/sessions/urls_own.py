"""Addresses of the Lived Expertise Group."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
