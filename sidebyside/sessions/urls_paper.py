"""Addresses of a meeting wholly on paper."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
