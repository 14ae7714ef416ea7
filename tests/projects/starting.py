"""Walking the journey of starting a project as a browser does: each page is opened, then answered."""

ABOUT = {
    "about": {"about": "Buses are cut in the evening, and people cannot get home."},
    "fixed": {"fixed": "The money for this year."},
    "open-to-change": {"open_to_change": "Which buses run, and when."},
    "who-starts-it": {"started_for": "council"},
    "who-runs-it": {"run_by": "council"},
}
BEST = {"problem-still-open": "open"}  # the first answer of each question; of the others it is "yes"
TIME = {
    "starts_on-day": "8",
    "starts_on-month": "4",
    "starts_on-year": "2024",
    "design": "10",
    "delivery": "20",
    "review": "5",
}
JOIN = {"joins_as": "facilitator", "organisation": "", "paid_by_job": "yes", "offer": ""}


def post(client, address: str, said: dict) -> str:
    """Open the page, send the form, and give the address of the page that comes next."""
    assert client.get(address).status_code == 200, address
    reply = client.post(address, said)
    assert reply.status_code == 302, f"{address}: {reply.content.decode()[:4000]}"
    return reply["Location"]


def begin_draft(client, title: str = "Evening buses") -> str:
    return post(client, "/start/", {"title": title, "pack": "bristol-adult-social-care/1.0.0"})


def describe(client, slug: str) -> str:
    """Answer the first part. Gives the address of the first of the recipe's questions."""
    address = ""
    for step, said in ABOUT.items():
        address = post(client, f"/projects/{slug}/start/{step}/", said)
    return address


def answer_all(client, address: str, last: str = "community-leads") -> str:
    """Answer yes to each question of the recipe, and the last as given. Gives the address after them."""
    while "/question-" in address:
        question = address.split("/question-")[1].split("/")[0]
        best = last if question == "who-leads" else BEST.get(question, "yes")
        address = post(client, address, {"answer": best, "reason": f"About {question}."})
    return address


def get_ready(client, slug: str) -> str:
    """From the kind to the last page. Gives its address."""
    post(client, f"/projects/{slug}/start/kind/", {})
    post(client, f"/projects/{slug}/start/time/", TIME)
    post(client, f"/projects/{slug}/start/timeline/", {})
    return post(client, f"/projects/{slug}/start/join/", JOIN)
