"""Addresses of asking when to meet."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
