"""Addresses of what a group says of itself: life stories, power, meetings on the side."""

from django.urls import URLPattern, path

from sidebyside.agreements import views_biographies, views_powers, views_side_meetings

HERE = "projects/<slug:slug>"

urlpatterns: list[URLPattern] = [
    path(f"{HERE}/people/who-we-are/", views_biographies.who_we_are, name="who-we-are"),
    path(f"{HERE}/people/who-we-are/me/", views_biographies.who_i_am, name="who-i-am"),
    path(f"{HERE}/people/who-we-are/rather-not/", views_biographies.rather_not, name="rather-not"),
    path(f"{HERE}/people/who-we-are/today/", views_biographies.how_i_arrive, name="how-i-arrive"),
    path(f"{HERE}/people/who-we-are/ask/", views_biographies.ask_who_we_are, name="ask-who-we-are"),
    path(f"{HERE}/power/", views_powers.power_map, name="power-map"),
    path(f"{HERE}/power/mine/", views_powers.my_power, name="my-power"),
    path(f"{HERE}/power/body/", views_powers.power_of_a_body, name="power-of-a-body"),
    path(f"{HERE}/power/<str:power>/", views_powers.power, name="power"),
    path(f"{HERE}/side-meetings/", views_side_meetings.log, name="side-meetings"),
    path(f"{HERE}/side-meetings/write/", views_side_meetings.add, name="log-side-meeting"),
    path(f"{HERE}/side-meetings/<str:meeting>/", views_side_meetings.side_meeting, name="side-meeting"),
]
