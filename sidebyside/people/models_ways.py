"""Ways to sign in that a person looks after herself: her passkeys, and the browsers that she is signed in on."""

from django.db import models

from sidebyside.kit.readers import NOBODY, THEMSELF
from sidebyside.kit.refs import new_ref


class Passkey(models.Model):
    """A passkey of hers, by its public half. The secret half never leaves her phone, computer or security key.

    credential: its name for itself and its public key, as the browser gave them. counter: how often it says it was
    used; a copy of it would fall behind.
    """

    ref = models.CharField(max_length=12, unique=True, default=new_ref, editable=False)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    id_digest = models.CharField(max_length=64, unique=True)
    credential = models.BinaryField()
    counter = models.PositiveBigIntegerField(default=0)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    readers = {"ref": NOBODY, "name": THEMSELF, "id_digest": NOBODY}


class Browser(models.Model):
    """A browser that she signed in on: what it calls itself, how she came in, and its session while that lasts."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="browsers")
    session_key = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=20)
    system = models.CharField(max_length=20)
    way = models.CharField(max_length=20)
    passkey = models.ForeignKey(Passkey, null=True, on_delete=models.SET_NULL, related_name="browsers")
    since = models.DateTimeField()
    readers = {"session_key": NOBODY, "name": THEMSELF, "system": THEMSELF, "way": THEMSELF}
