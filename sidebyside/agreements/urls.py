from django.urls import include, path

from sidebyside.agreements import views

urlpatterns = [
    path("", include("sidebyside.agreements.urls_terms")),
    path("", include("sidebyside.agreements.urls_group")),
    path("", include("sidebyside.agreements.urls_own")),
    path("projects/<slug:slug>/agreements/", views.agreements, name="agreements"),
    path("projects/<slug:slug>/agreements/wall/", views.wall, name="wall"),
    path("projects/<slug:slug>/agreements/bring-back/", views.bring_back, name="bring-back"),
    path("projects/<slug:slug>/agreements/propose/<str:kind>/", views.propose, name="propose"),
    path("projects/<slug:slug>/agreements/<str:proposal>/", views.proposal, name="proposal"),
]
