"""A hub with a name, and a phone with a passkey for it."""

import pytest

from sidebyside.people.models import Passkey
from tests.people.authenticator import Device, add


@pytest.fixture
def named_site(settings):
    """Passkeys are bound to a name; a hub at a number has none."""
    settings.SITE_URL = "https://hub.example.org"


@pytest.fixture
def phone(named_site, cast, as_):
    """Amara's phone, with a passkey of hers on it."""
    phone = Device()
    add(as_(cast.amara), phone)
    assert Passkey.objects.count() == 1
    return phone
