from django.urls import path

from sidebyside.hub import views

urlpatterns = [
    path("label/", views.directory, name="directory"),
    path("label/<slug:slug>/", views.label, name="label"),
    path("components/", views.gallery, name="gallery"),
]
