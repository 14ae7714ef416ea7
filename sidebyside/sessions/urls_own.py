"""Addresses of the Lived Expertise Group."""

from django.urls import path

from sidebyside.sessions import views_own

urlpatterns = [
    path("projects/<slug:slug>/own/", views_own.home, name="own"),
    path("projects/<slug:slug>/own/meetings/new/", views_own.choose, name="plan-own"),
    path("projects/<slug:slug>/own/meetings/new/<slug:template>/", views_own.plan, name="plan-own-from"),
    path("projects/<slug:slug>/own/meetings/<slug:meeting>/before/", views_own.before, name="own-before"),
    path("projects/<slug:slug>/own/meetings/<slug:meeting>/after/", views_own.after, name="own-after"),
    path("projects/<slug:slug>/own/car-park/", views_own.car_park, name="own-car-park"),
    path("projects/<slug:slug>/own/history/", views_own.history, name="own-history"),
    path("projects/<slug:slug>/own/bring/", views_own.bring, name="own-bring"),
]
