"""Addresses of what a group of its own agrees."""

from django.urls import path

from sidebyside.agreements import views_own

urlpatterns = [
    path("projects/<slug:slug>/own/agreements/<str:proposal>/", views_own.proposal, name="own-proposal"),
]
