from django.urls import path

from sidebyside.hub import views

urlpatterns = [
    path("label/", views.directory, name="directory"),
    path("label/<slug:slug>/", views.label, name="label"),
    path("label/<slug:slug>/meet/", views.meet, name="meet"),
    path("label/<slug:slug>/information/", views.information, name="public-information"),
    path("label/<slug:slug>/meet/thank-you/", views.met, name="met"),
    path("components/", views.gallery, name="gallery"),
]
