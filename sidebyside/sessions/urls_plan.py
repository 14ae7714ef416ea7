"""Addresses of what is planned: agenda, roles, papers, moves."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
