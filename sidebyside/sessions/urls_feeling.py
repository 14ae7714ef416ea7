"""Addresses of how meetings feel."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
