from django.urls import path

from sidebyside.sessions import views

urlpatterns = [
    path("projects/<slug:slug>/meetings/", views.meetings, name="meetings"),
    path("projects/<slug:slug>/meetings/new/", views.plan, name="plan-meeting"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/", views.meeting, name="meeting"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/off/", views.call_off, name="call-off-meeting"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/book/", views.book, name="book"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/bookings/<slug:booking>/", views.booking, name="booking"),
    path("projects/<slug:slug>/meetings/<slug:meeting>/after/", views.after, name="meeting-after"),
]
