"""The pages of a project's texts: read, write with help, choose pictures, add recordings, record who checked."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from sidebyside.kit.holdings import all_consents
from sidebyside.people.acting import Acting
from sidebyside.texts.models import Checker, Version
from tests.texts.test_rules import MP4
from tests.texts.test_texts import NOON, check, write

TEXTS = "/projects/our-project/texts/"
ABOUT = f"{TEXTS}about/"
VTT = b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"
    return settings.MEDIA_ROOT


def words(response) -> str:
    return " ".join(response.content.decode().split())


def film(content=MP4 + b"0" * 5000, name="film.mp4"):
    return SimpleUploadedFile(name, content, "video/mp4")


def test_easy_read_is_written_with_help_and_pictures_and_read_on_the_project_page(cast, as_):
    femi, amara = as_(cast.femi), as_(cast.amara)
    typed = "We utilise what you say.\r\n\r\nYou are paid."
    helped = femi.post(f"{ABOUT}write/easy-read/en/", {"words": typed, "help": "yes"})
    assert "“utilise” may be hard" in words(helped)
    assert "We utilise what you say." in words(helped)
    assert not Version.objects.exists()

    saved = femi.post(f"{ABOUT}write/easy-read/en/", {"words": typed})
    femi.post(saved["Location"], {"picture_0": "ear", "picture_1": "money"})

    page = words(amara.get("/projects/our-project/"))
    assert "You are paid." in page
    assert "How people are asked." not in page
    assert "You are paid." not in words(femi.get("/projects/our-project/"))
    assert Version.objects.latest("id").pictures == ["ear", "money"]


def test_in_easy_read_a_missing_one_says_so_and_the_text_itself_is_there(cast, as_):
    page = words(as_(cast.amara).get("/projects/our-project/"))

    assert "How people are asked." in page
    assert "There is no Easy Read of this. Nobody has made it yet." in page


def test_a_welsh_reader_reads_the_welsh_words_where_they_are(cast, as_):
    write(cast, "Sut y gofynnir i bobl.", format="standard", language="cy")
    cast.femi.language = "cy"
    cast.femi.save()
    page = words(as_(cast.femi).get("/projects/our-project/"))

    assert "Sut y gofynnir i bobl." in page
    assert '<div lang="en-GB" dir="ltr"><p>The budget.</p>' in page


def test_who_makes_it_is_said_on_the_page(cast, as_):
    day = {"ready_by-day": "3", "ready_by-month": "5", "ready_by-year": "2024"}
    as_(cast.femi).post(f"{ABOUT}make/bsl/en/", day)

    assert "This is not in British Sign Language yet. Femi Oakes is making it by 3 May 2024." in words(
        as_(cast.grace).get(ABOUT)
    )
    past = as_(cast.femi).post(f"{ABOUT}make/audio/en/", day | {"ready_by-year": "2020"})
    assert "Write a day that is still to come." in words(past)


def test_a_film_with_captions_is_kept_under_a_name_of_ours_and_played_in_parts(cast, as_, folder):
    grace = as_(cast.grace)
    grace.post(
        f"{ABOUT}record/bsl/", {"file": film(name="../../evil.html"), "captions": SimpleUploadedFile("c.vtt", VTT)}
    )
    version = Version.objects.get()
    play = reverse("text-recording", args=["our-project", "about", version.ref, "file"])

    whole, part = grace.get(play), grace.get(play, headers={"Range": "bytes=4-7"})
    assert (whole["Content-Type"], len(b"".join(whole))) == ("video/mp4", 5016)
    assert (part.status_code, b"".join(part), part["Content-Range"]) == (206, b"ftyp", "bytes 4-7/5016")
    assert grace.get(play, headers={"Range": "bytes=9000-"}).status_code == 416
    assert sorted(p.suffix for p in folder.rglob("*.*")) == [".mp4", ".vtt"]
    assert '<track kind="captions"' in words(grace.get(ABOUT))
    assert as_(cast.otto).get(play).status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        (
            {"file": (b"<script>alert(1)</script>", "film.mp4"), "has_captions": "on"},
            "We cannot use that file. Film can be",
        ),
        ({"file": (MP4, "film.mp4"), "captions": (b"MZ\x90", "c.vtt")}, "It should be a WebVTT file"),
        ({"file": (MP4, "film.mp4")}, "Film needs captions"),
        ({"link": "javascript:alert(1)", "has_captions": "on"}, "beginning with https://"),
        ({}, "one of the two"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence_and_what_was_typed_stays(cast, as_, folder, sent, said):
    files = {k: SimpleUploadedFile(v[1], v[0]) for k, v in sent.items() if isinstance(v, tuple)}
    page = words(as_(cast.grace).post(f"{ABOUT}record/video/", sent | files))

    assert said in page
    assert sent.get("link", "") in page
    assert not folder.exists()
    assert not Version.objects.exists()


def test_a_huge_file_is_stopped_while_it_comes_in(cast, as_, folder, settings):
    settings.BIGGEST_UPLOAD = 200_000
    huge = io.BytesIO(MP4 + b"0" * 900_000)
    huge.name = "film.mp4"
    page = words(as_(cast.grace).post(f"{ABOUT}record/video/", {"file": huge, "has_captions": "on"}))

    assert "That file is too big. It can be 50 MB at most." in page
    assert not folder.exists()


def test_a_checking_is_recorded_and_each_is_asked_on_a_page_of_her_own(cast, as_):
    version, grace = write(cast), as_(cast.grace)
    form = {"checkers": [cast.amara.ref], "session": "At the Thursday group", "paid": "yes"}
    day = {"on_day-day": "11", "on_day-month": "3", "on_day-year": "2024"}
    unpaid = grace.post(f"{ABOUT}check/{version.ref}/", form | day | {"paid": "no"})
    assert "It counts as checked only if people were paid" in words(unpaid)
    grace.post(f"{ABOUT}check/{version.ref}/", form | day)

    page = f"{TEXTS}checked/{Checker.objects.get().checking.ref}/"
    assert "11 March 2024" in words(as_(cast.amara).get(page))
    assert "You were not asked this" in words(as_(cast.femi).get(page))
    as_(cast.amara).post(page, {"said": "yes"})
    assert "Checked on 11 March 2024 by Amara Venn." in words(grace.get(ABOUT))


def test_her_name_is_taken_back_as_easily_from_my_data(cast, as_):
    check(cast, write(cast), checkers=[cast.amara])
    as_(cast.amara).post(f"{TEXTS}checked/{Checker.objects.get().checking.ref}/", {"said": "yes"})

    assert Version.objects.get().state == "checked"
    mine = next(one for one in all_consents() if one.kind == "texts.named")
    (given,) = mine.given(cast.amara)
    assert given.values == {"day": "12 March 2024"}
    mine.withdraw(ref=given.ref, by=Acting(cast.amara), now=NOON)
    assert Version.objects.get().state == "draft"


@pytest.mark.parametrize("who", ["nadia", "otto", None])
def test_helpers_and_outsiders_change_nothing(cast, as_, who):
    client = as_(getattr(cast, who) if who else None)

    assert client.post(f"{ABOUT}write/easy-read/en/", {"words": "x"}).status_code in (302, 403, 404)
    assert not Version.objects.exists()


@pytest.mark.parametrize(
    "address", ["nothing/", "about/write/gold/en/", "about/write/standard/en/", "about/record/gold/", "about/check/x/"]
)
def test_what_is_not_there_is_not_made(cast, as_, address):
    got = as_(cast.grace).post(TEXTS + address, {"words": "x"})

    assert got.status_code in (200, 404)
    assert not Version.objects.exists()


def test_the_pages_cost_few_queries_and_no_more_with_more_versions(cast, as_, django_assert_max_num_queries):
    for n in range(6):
        check(cast, write(cast, f"We ask {n}."), checkers=[cast.walter, cast.amara])
    amara = as_(cast.amara)

    for page in (TEXTS, ABOUT, "/projects/our-project/"):
        with django_assert_max_num_queries(25):
            amara.get(page)


def test_only_its_maker_says_before_its_day_that_it_is_not_being_made(cast, as_, at):
    at("2024-04-01 10:00")
    as_(cast.femi).post(f"{ABOUT}make/bsl/en/", {"ready_by-day": "3", "ready_by-month": "5", "ready_by-year": "2024"})
    stop = f"{ABOUT}stop/{Version.objects.get().ref}/"

    assert as_(cast.amara).post(stop).status_code == 403
    assert Version.objects.exists()
    at("2024-05-04 10:00")
    as_(cast.amara).post(stop)
    assert not Version.objects.exists()
