from django.urls import path

from sidebyside.standing import views, views_disagree, views_said

urlpatterns = [
    path("projects/<slug:slug>/standing/", views.standing, name="standing"),
    path("projects/<slug:slug>/standing/rings/", views.rings, name="standing-rings"),
    path("projects/<slug:slug>/standing/history/", views.label_history, name="label-history"),
    path("projects/<slug:slug>/standing/ingredient/<str:ingredient>/", views.ingredient, name="ingredient"),
    path("projects/<slug:slug>/standing/shows/<str:method>/", views_said.say_what_shows, name="say-what-shows"),
    path(
        "projects/<slug:slug>/standing/statements/<str:statement>/agree/",
        views_said.agree_statement,
        name="agree-statement",
    ),
    path(
        "projects/<slug:slug>/standing/statements/<str:statement>/take-back/",
        views_said.take_back_statement,
        name="take-back-statement",
    ),
    path("projects/<slug:slug>/standing/ask-again/", views_said.ask_for_round, name="ask-for-round"),
    path("projects/<slug:slug>/standing/round/<str:round>/", views_said.round, name="round"),
    path("projects/<slug:slug>/standing/round/<str:round>/thank-you/", views_said.round_thanks, name="round-thanks"),
    path("projects/<slug:slug>/standing/disagree/", views_disagree.disagree, name="disagree"),
    path("projects/<slug:slug>/standing/disagreements/", views_disagree.disagreements, name="disagreements"),
    path(
        "projects/<slug:slug>/standing/disagreements/<str:disagreement>/answer/",
        views_disagree.answer,
        name="answer-disagreement",
    ),
    path(
        "projects/<slug:slug>/standing/disagreements/<str:disagreement>/settle/",
        views_disagree.settle,
        name="settle-disagreement",
    ),
]
