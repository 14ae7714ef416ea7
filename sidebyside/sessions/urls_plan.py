"""Addresses of what is planned: agenda, roles, papers, moves."""

from django.urls import path

from sidebyside.sessions import views_agenda, views_papers, views_plan, views_roles

MEETINGS = "projects/<slug:slug>/meetings/"
MEETING = f"{MEETINGS}<slug:meeting>/"
PAPER = f"{MEETING}papers/<slug:paper>/"

urlpatterns = [
    path(f"{MEETINGS}new/", views_plan.choose, name="plan-meeting"),
    path(f"{MEETINGS}new/<slug:template>/", views_plan.plan_from, name="plan-from"),
    path(f"{MEETING}like/", views_plan.what_it_is_like, name="meeting-like"),
    path(f"{MEETING}move/", views_plan.move, name="move-meeting"),
    path(f"{MEETING}agenda/", views_agenda.agenda, name="agenda"),
    path(f"{MEETING}agenda/add/", views_agenda.add, name="add-to-agenda"),
    path(f"{MEETING}agenda/<slug:item>/", views_agenda.change, name="agenda-item"),
    path(f"{MEETING}agenda/<slug:item>/put/", views_agenda.put, name="put-agenda-item"),
    path(f"{MEETING}agenda/<slug:item>/off/", views_agenda.take_off, name="take-off-agenda"),
    path(f"{MEETING}roles/", views_roles.roles, name="meeting-roles"),
    path(f"{MEETING}roles/like/", views_roles.would_like, name="would-like"),
    path(f"{MEETING}roles/give/", views_roles.give, name="give-role"),
    path(f"{MEETING}roles/end/", views_roles.end, name="end-role"),
    path(f"{MEETING}papers/new/", views_papers.new_paper, name="new-paper"),
    path(PAPER, views_papers.paper, name="paper"),
    path(f"{PAPER}change/", views_papers.change, name="change-paper"),
    path(f"{PAPER}give-out/", views_papers.give_out, name="give-out-paper"),
    path(f"{PAPER}write/<slug:format>/<slug:language>/", views_papers.write, name="write-paper"),
]
