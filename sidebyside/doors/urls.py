from django.urls import path

from sidebyside.doors import views_text

urlpatterns = [
    path("doors/texts/received/", views_text.received, name="text-received"),
    path("doors/texts/notify/received/", views_text.notify_received, name="notify-text-received"),
    path("doors/texts/notify/receipt/", views_text.notify_receipt, name="notify-text-receipt"),
    path("desk/texts/", views_text.desk_texts, name="desk-texts"),
    path("desk/texts/<str:ref>/done/", views_text.text_dealt_with, name="text-dealt-with"),
    path("practice/texts/", views_text.practice_texts, name="practice-texts"),
]
