"""Addresses of the room."""

from django.urls import path

from sidebyside.sessions import views_live, views_room

LIVE = "projects/<slug:slug>/meetings/<slug:meeting>/live/"
CHECK = f"{LIVE}checks/<slug:check>/"

urlpatterns = [
    path("room/", views_room.room, name="room"),
    path("room/now/", views_room.room_now, name="room-now"),
    path("room/hand-up/", views_room.room_hand_up, name="room-hand-up"),
    path("room/hand-down/", views_room.room_hand_down, name="room-hand-down"),
    path("room/signal/", views_room.room_signal, name="room-signal"),
    path("room/word/", views_room.room_word, name="room-word"),
    path("room/park/", views_room.room_park, name="room-park"),
    path("room/leave/", views_room.room_leave, name="room-leave"),
    path("room/checks/<slug:check>/", views_room.room_answer, name="room-answer"),
    path("room/<slug:code>/", views_room.room_by_code, name="room-by-code"),
    path(LIVE, views_live.live, name="live"),
    path(f"{LIVE}come-in/", views_live.come_in, name="live-come-in"),
    path(f"{LIVE}seats/", views_live.seat_cards, name="live-seats"),
    path(f"{LIVE}table/", views_live.table, name="live-table"),
    path(f"{LIVE}table/now/", views_live.table_now, name="live-table-now"),
    path(f"{LIVE}screen/", views_live.screen, name="live-screen"),
    path(f"{LIVE}screen/now/", views_live.screen_now, name="live-screen-now"),
    path(f"{LIVE}begin/", views_live.begin, name="live-begin"),
    path(f"{LIVE}go-on/", views_live.go_on, name="live-go-on"),
    path(f"{LIVE}finish/", views_live.finish, name="live-finish"),
    path(f"{LIVE}see-to/", views_live.see_to, name="live-see-to"),
    path(f"{LIVE}check/", views_live.open_check, name="live-check"),
    path(f"{CHECK}close/", views_live.close_check, name="live-close-check"),
    path(f"{CHECK}count/", views_live.count, name="live-count"),
    path(f"{CHECK}take-back/", views_live.take_back_count, name="live-take-back-count"),
    path(f"{LIVE}hand/", views_live.hand_up, name="live-hand"),
    path(f"{LIVE}hands/<slug:hand>/heard/", views_live.hand_heard, name="live-hand-heard"),
    path(f"{LIVE}hands/<slug:hand>/down/", views_live.hand_down, name="live-hand-down"),
    path(f"{LIVE}heard/", views_live.heard_kind, name="live-heard"),
    path(f"{LIVE}note/", views_live.note, name="live-note"),
    path(f"{LIVE}park/", views_live.park_from_table, name="live-park"),
]
