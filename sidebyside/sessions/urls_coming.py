"""Addresses of who comes, and who could not."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
