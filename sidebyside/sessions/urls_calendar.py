"""Addresses of calendars."""

from django.urls import URLPattern, path

from sidebyside.sessions import views_calendar as views

urlpatterns: list[URLPattern] = [
    path("projects/<slug:slug>/meetings/<slug:meeting>/calendar.ics", views.meeting_file, name="meeting-calendar"),
    path("me/calendar/", views.my_calendar, name="my-calendar"),
    path("me/calendar/end/", views.end, name="end-my-calendar"),
    path("calendar/<str:token>/meetings.ics", views.feed, name="calendar-feed"),
]
