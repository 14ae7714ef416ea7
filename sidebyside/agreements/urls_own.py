"""Addresses of what a group of its own agrees."""

from django.urls import path

from sidebyside.agreements import views_own, views_own_group

urlpatterns = [
    path("projects/<slug:slug>/own/agreements/", views_own_group.agreements, name="own-agreements"),
    path("projects/<slug:slug>/own/propose/<str:kind>/", views_own_group.propose, name="own-propose"),
    path("projects/<slug:slug>/own/agreements/<str:proposal>/", views_own.proposal, name="own-proposal"),
    path("projects/<slug:slug>/own/agreements/<str:proposal>/talk/", views_own_group.remark, name="own-remark"),
    path("projects/<slug:slug>/own/remarks/<str:remark>/", views_own_group.take_back, name="own-take-back-remark"),
    path("projects/<slug:slug>/own/words/", views_own_group.words, name="own-words"),
    path("projects/<slug:slug>/own/words/<str:term>/", views_own_group.meaning, name="own-meaning"),
    path("projects/<slug:slug>/own/words/<str:term>/let-go/", views_own_group.let_go, name="own-let-go-of-word"),
]
