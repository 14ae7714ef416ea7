from django.urls import include, path

from sidebyside.agreements import views

urlpatterns = [
    path("", include("sidebyside.agreements.urls_terms")),
    path("", include("sidebyside.agreements.urls_group")),
    path("", include("sidebyside.agreements.urls_own")),
    path("projects/<slug:slug>/agreements/", views.agreements, name="agreements"),
    path("projects/<slug:slug>/agreements/propose/<str:kind>/", views.propose, name="propose"),
    path("projects/<slug:slug>/agreements/<str:proposal>/", views.proposal, name="proposal"),
]
