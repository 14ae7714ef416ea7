"""Addresses of notes, actions, the car park."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
