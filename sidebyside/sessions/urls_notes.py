"""Addresses of notes, actions, the car park."""

from django.urls import path

from sidebyside.sessions import views_parking

MEETING = "projects/<slug:slug>/meetings/<slug:meeting>/"

urlpatterns = [
    path("projects/<slug:slug>/car-park/", views_parking.car_park, name="car-park"),
    path(f"{MEETING}car-park/", views_parking.park, name="park"),
    path(f"{MEETING}car-park/<slug:item>/", views_parking.parked, name="parked"),
    path(f"{MEETING}car-park/<slug:item>/take-on/", views_parking.take_on, name="take-on-parked"),
    path(f"{MEETING}car-park/<slug:item>/answer/", views_parking.answer_parked, name="answer-parked"),
]
