from django.urls import path

from sidebyside.projects import views, views_desk, views_people, views_running, views_start

urlpatterns = [
    path("start/", views_start.start, name="start"),
    path("desk/advisory-group/", views_desk.advisory_group, name="advisory-group"),
    path("desk/advisory-group/<slug:ref>/out/", views_desk.take_out, name="leave-advisory-group"),
    path("projects/", views.projects, name="projects"),
    path("projects/<slug:slug>/", views.project, name="project"),
    path("projects/<slug:slug>/start/<slug:step>/", views_start.start_step, name="start-step"),
    path("projects/<slug:slug>/start-again/", views_start.start_again, name="start-again"),
    path("projects/<slug:slug>/kind/", views.kind, name="kind"),
    path("projects/<slug:slug>/timeline/", views.timeline, name="timeline"),
    path("projects/<slug:slug>/history/", views.history, name="history"),
    path("projects/<slug:slug>/who-can-see/", views.who_can_see, name="who-can-see"),
    path("projects/<slug:slug>/people/", views_people.people, name="people"),
    path("projects/<slug:slug>/people/ask/", views_people.invite, name="invite"),
    path("projects/<slug:slug>/people/<slug:membership>/cover/", views_people.cover, name="cover"),
    path("projects/<slug:slug>/invitation/<slug:membership>/", views_people.invitation, name="invitation"),
    path("projects/<slug:slug>/leave/", views_people.leave, name="leave"),
    path("projects/<slug:slug>/advice/<slug:advice>/", views_people.give_advice, name="give_advice"),
    path("projects/<slug:slug>/move/", views_running.move_stage, name="move-stage"),
    path("projects/<slug:slug>/pause/", views_running.pause, name="pause"),
    path("projects/<slug:slug>/recipe/", views_running.recipe, name="recipe"),
    path("projects/<slug:slug>/recipe/move/", views_running.change_recipe, name="change-recipe"),
]
