"""Addresses of words to explain."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
