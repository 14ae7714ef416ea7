"""Addresses of notes, actions, the car park."""

from django.urls import path

from sidebyside.sessions import views_following, views_notes, views_parking

MEETING = "projects/<slug:slug>/meetings/<slug:meeting>/"

urlpatterns = [
    path("projects/<slug:slug>/car-park/", views_parking.car_park, name="car-park"),
    path(f"{MEETING}car-park/", views_parking.park, name="park"),
    path(f"{MEETING}car-park/<slug:item>/", views_parking.parked, name="parked"),
    path(f"{MEETING}car-park/<slug:item>/take-on/", views_parking.take_on, name="take-on-parked"),
    path(f"{MEETING}car-park/<slug:item>/answer/", views_parking.answer_parked, name="answer-parked"),
    path(f"{MEETING}notes/", views_notes.notes, name="notes"),
    path(f"{MEETING}notes/new/<slug:kind>/", views_notes.write_note, name="write-note"),
    path(f"{MEETING}notes/agree/", views_notes.agree_notes, name="agree-notes"),
    path(f"{MEETING}notes/formats/<slug:format>/<slug:language>/", views_notes.write_notes, name="write-notes"),
    path(f"{MEETING}notes/<slug:line>/", views_notes.note, name="note"),
    path(f"{MEETING}notes/<slug:line>/choose/", views_notes.choose_wording, name="choose-wording"),
    path(f"{MEETING}notes/<slug:line>/take-out/", views_notes.take_out_note, name="take-out-note"),
    path(f"{MEETING}notes/<slug:line>/said/", views_notes.quote, name="quote"),
    path(f"{MEETING}notes/<slug:line>/allow/", views_notes.allow_quote, name="allow-quote"),
    path(f"{MEETING}notes/<slug:line>/follow-up/", views_following.follow_up, name="follow-up"),
    path(f"{MEETING}what-happened/", views_following.what_happened, name="what-happened"),
    path("projects/<slug:slug>/actions/", views_following.actions, name="actions"),
    path("projects/<slug:slug>/you-said/", views_following.you_said, name="you-said"),
]
