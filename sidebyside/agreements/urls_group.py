"""Addresses of what a group says of itself: life stories, power, meetings on the side."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
