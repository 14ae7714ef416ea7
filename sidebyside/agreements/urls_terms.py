"""Addresses of words to explain, and of what people say of something."""

from django.urls import path

from sidebyside.agreements import views_remarks, views_terms

urlpatterns = [
    path("projects/<slug:slug>/words/", views_terms.words_to_explain, name="words-to-explain"),
    path("projects/<slug:slug>/words/point/", views_terms.point_at_word, name="point-at-word"),
    path("projects/<slug:slug>/words/<str:term>/look-after/", views_terms.look_after, name="look-after-word"),
    path("projects/<slug:slug>/words/<str:term>/let-go/", views_terms.let_go, name="let-go-of-word"),
    path("projects/<slug:slug>/words/<str:term>/meaning/", views_terms.meaning, name="meaning"),
    path("projects/<slug:slug>/remarks/about/<str:about>/", views_remarks.remark, name="remark"),
    path("projects/<slug:slug>/remarks/<str:remark>/take-back/", views_remarks.take_back, name="take-back-remark"),
]
