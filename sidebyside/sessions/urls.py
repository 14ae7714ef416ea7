from django.urls import include, path

from sidebyside.sessions import views

urlpatterns = [
    path("", include("sidebyside.sessions.urls_plan")),
    path("", include("sidebyside.sessions.urls_when")),
    path("", include("sidebyside.sessions.urls_coming")),
    path("", include("sidebyside.sessions.urls_calendar")),
    path("", include("sidebyside.sessions.urls_live")),
    path("", include("sidebyside.sessions.urls_notes")),
    path("", include("sidebyside.sessions.urls_feeling")),
    path("", include("sidebyside.sessions.urls_own")),
    path("", include("sidebyside.sessions.urls_paper")),
    path("projects/<slug:slug>/meetings/", views.meetings, name="meetings"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/", views.meeting, name="meeting"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/off/", views.call_off, name="call-off-meeting"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/book/", views.book, name="book"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/bookings/<slug:booking>/", views.booking, name="booking"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/after/", views.after, name="meeting-after"),
]
