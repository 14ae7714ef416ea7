from django.urls import path

from sidebyside.my_data import views, views_desk

urlpatterns = [
    path("me/data/", views.my_data, name="my-data"),
    path("me/data/reads/", views.who_read, name="who-read"),
    path("me/data/consents/", views.consents, name="my-consents"),
    path("me/data/consents/<str:kind>/<str:ref>/", views.take_back, name="take-back"),
    path("me/data/take/", views.take, name="take-my-data"),
    path("me/data/take/page/", views.take_page, name="take-my-data-page"),
    path("me/data/take/json/", views.take_json, name="take-my-data-json"),
    path("me/data/forget/", views.forget, name="forget-me"),
    path("me/data/forget/stop/", views.stop, name="stop-forgetting"),
    path("me/data/<str:kind>/", views.of_a_kind, name="my-data-kind"),
    path("help/privacy/how-long/", views.how_long, name="how-long"),
    path("forgotten/", views.forgotten, name="forgotten"),
    path("desk/forgettings/", views_desk.forgettings, name="desk-forgettings"),
    path("desk/people/<str:ref>/forget/", views_desk.forget, name="desk-forget"),
    path("desk/people/<str:ref>/forget/stop/", views_desk.stop, name="desk-stop-forgetting"),
    path("desk/kept/", views_desk.kept, name="desk-kept"),
    path("desk/kept/<str:kind>/", views_desk.keep_for, name="desk-keep-for"),
]
