from django.urls import path

from sidebyside.people import views, views_desk, views_me

urlpatterns = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-in/code/", views.sign_in_code, name="sign-in-code"),
    path("sign-in/link/<str:token>/", views.sign_in_link, name="sign-in-link"),
    path("sign-in/card/", views.sign_in_card, name="sign-in-card"),
    path("sign-in/card/new/", views.set_up_card, name="set-up-card"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("practice/sign-in", views.practice_sign_in, name="practice-sign-in"),
    path("me/", views_me.me, name="me"),
    path("me/details/", views_me.my_details, name="my-details"),
    path("me/messages/read/", views_me.messages_read, name="messages-read"),
    path("me/cards/<str:ref>/end/", views_me.end_my_card, name="end-my-card"),
    path("me/helpers/", views_me.my_helpers, name="my-helpers"),
    path("me/helpers/new/", views_me.choose_helper, name="choose-helper"),
    path("me/helpers/<str:ref>/confirm/", views_me.confirm_helper, name="confirm-helper"),
    path("me/helpers/<str:ref>/end/", views_me.end_helper, name="end-helper"),
    path("me/helping/", views_me.people_i_help, name="people-i-help"),
    path("me/helping/<str:ref>/start/", views_me.start_helping, name="start-helping"),
    path("me/helping/<str:ref>/stop/", views_me.stop_helping, name="stop-helping"),
    path("me/helping/<str:ref>/step-down/", views_me.step_down, name="step-down"),
    path("desk/", views_desk.desk, name="desk"),
    path("desk/people/new/", views_desk.add_person, name="desk-add-person"),
    path("desk/people/<str:ref>/", views_desk.person, name="desk-person"),
    path("desk/people/<str:ref>/card/", views_desk.make_card, name="desk-make-card"),
    path("desk/people/<str:ref>/cards/<str:card>/end/", views_desk.end_card, name="desk-end-card"),
    path("desk/people/<str:ref>/helper/", views_desk.record_helper, name="desk-record-helper"),
    path("desk/people/<str:ref>/helpers/<str:helper>/end/", views_desk.end_helper, name="desk-end-helper"),
    path("desk/organisations/", views_desk.organisations, name="desk-organisations"),
    path("desk/organisations/<str:ref>/", views_desk.organisation, name="desk-organisation"),
]
