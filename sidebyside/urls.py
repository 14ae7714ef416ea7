"""Every address. Each part lists its own."""

from django.urls import include, path

urlpatterns = [
    path("", include("sidebyside.home.urls")),
    path("", include("sidebyside.people.urls")),
    path("", include("sidebyside.projects.urls")),
    path("", include("sidebyside.agreements.urls")),
    path("", include("sidebyside.standing.urls")),
    path("", include("sidebyside.hub.urls")),
    path("", include("sidebyside.doors.urls")),
    path("", include("sidebyside.texts.urls")),
    path("", include("sidebyside.access.urls")),
    path("", include("sidebyside.sessions.urls")),
    path("", include("sidebyside.my_data.urls")),
]
handler400 = "sidebyside.home.errors.bad_request"
handler403 = "sidebyside.home.errors.not_allowed"
handler404 = "sidebyside.home.errors.not_found"
handler500 = "sidebyside.home.errors.went_wrong"
