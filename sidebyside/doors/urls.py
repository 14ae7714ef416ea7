from django.urls import path

from sidebyside.doors import views_calls, views_choosing, views_keying, views_post, views_text

urlpatterns = [
    path("answer/", views_keying.answer, name="paper-answer"),
    path("answer/form/", views_keying.answer_form, name="paper-answer-form"),
    path("answer/<str:code>/", views_keying.answer, name="paper-answer-code"),
    path("desk/keying/", views_keying.keying, name="desk-keying"),
    path("desk/keying/<str:ref>/", views_keying.key_form, name="desk-key-form"),
    path("desk/keying/<str:ref>/late/", views_keying.paper_late, name="desk-paper-late"),
    path("desk/post/", views_post.room, name="post-room"),
    path("desk/post/print/", views_post.print_pack, name="print-letters"),
    path("desk/post/posted/", views_post.posted, name="letters-posted"),
    path("desk/post/<str:ref>/print/", views_post.print_letter, name="print-letter"),
    path("desk/post/<str:ref>/back/", views_post.came_back, name="letter-came-back"),
    path("me/doors/", views_choosing.my_doors, name="my-doors"),
    path("desk/people/<str:ref>/doors/", views_choosing.desk_doors, name="desk-doors"),
    path("desk/calls/", views_calls.desk_calls, name="desk-calls"),
    path("desk/calls/<str:ref>/", views_calls.call_made, name="call-made"),
    path("desk/troubles/", views_calls.troubles, name="desk-troubles"),
    path("desk/troubles/<str:ref>/done/", views_calls.trouble_dealt_with, name="trouble-dealt-with"),
    path("asks/<str:ref>/write-down/", views_calls.write_down, name="write-down"),
    path("doors/texts/received/", views_text.received, name="text-received"),
    path("doors/texts/notify/received/", views_text.notify_received, name="notify-text-received"),
    path("doors/texts/notify/receipt/", views_text.notify_receipt, name="notify-text-receipt"),
    path("desk/texts/", views_text.desk_texts, name="desk-texts"),
    path("desk/texts/<str:ref>/done/", views_text.text_dealt_with, name="text-dealt-with"),
    path("practice/texts/", views_text.practice_texts, name="practice-texts"),
]
