from django.urls import path

from sidebyside.access import views, views_project

urlpatterns = [
    path("me/needs/", views.my_needs, name="my-needs"),
    path("me/needs/all/", views.all_answers, name="my-needs-all"),
    path("me/needs/question/<slug:question>/", views.my_need, name="my-need"),
    path("me/needs/said/<slug:what>/", views.all_is_said, name="needs-said"),
    path("me/needs/show-all/", views.show_all, name="needs-show-all"),
    path("me/needs/who-decides/", views.who_decides, name="who-decides"),
    path("me/needs/who-decides/<slug:ref>/end/", views.end_who_decides, name="end-who-decides"),
    path("me/needs/arranged/<slug:ref>/end/", views.end_arrangement, name="end-arrangement"),
    path("me/needs/projects/<slug:slug>/", views.my_sharing, name="my-sharing"),
    path("me/needs/check-in/<slug:slug>/", views.check_in, name="check-in"),
    path("me/needs/got-it/<slug:slug>/", views.got_it, name="got-it"),
    path("me/needs/time-alone/<slug:slug>/", views.time_alone, name="time-alone"),
    path("projects/<slug:slug>/needs/", views_project.needs, name="needs"),
    path("projects/<slug:slug>/needs/<slug:membership>/", views_project.person_needs, name="person-needs"),
    path("projects/<slug:slug>/needs/<slug:membership>/arrange/", views_project.arrange, name="arrange"),
    path(
        "projects/<slug:slug>/needs/<slug:membership>/arrange/<slug:adjustment>/",
        views_project.arrangement,
        name="arrangement",
    ),
    path("projects/<slug:slug>/i-decide/", views_project.i_decide, name="i-decide"),
    path("projects/<slug:slug>/i-decide/<slug:ref>/end/", views_project.end_i_decide, name="end-i-decide"),
]
