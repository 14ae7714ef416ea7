"""What a round comes to when it closes: one word for each ingredient, and never how many said what."""

from sidebyside.agreements.actions import left_out, own_word
from sidebyside.people import asks
from sidebyside.recipes import load
from sidebyside.standing import rules
from sidebyside.standing.models import Round


def words_to_publish(round: Round) -> dict[str, dict[str, str]]:
    """One word an ingredient from those counted, one from the others. What officers entered must not lift it (decision 6)."""
    pack = load(round.project.pack, round.project.pack_version)
    hands = left_out(round.project)
    all_said, own_said = {}, {}
    rows = (
        asks.Ask.objects.filter(question=f"standing.round:{round.ref}")
        .select_related("person")
        .prefetch_related("answers")
    )
    for ask in rows:
        for kept, answers in (
            (all_said, list(ask.answers.all())),
            (own_said, [a for a in ask.answers.all() if own_word(a, ask.person_id, hands)]),
        ):
            counts = asks.counting(ask, answers)
            if counts:
                kept[ask.person.ref] = counts.said
    return {ingredient.id: _word(ingredient.id, round, all_said, own_said) for ingredient in pack.ingredients}


def _word(ingredient: str, round: Round, all_said: dict, own_said: dict) -> dict[str, str]:
    def said(by: dict, refs: list[str]) -> list[str]:
        return [by[ref][ingredient] for ref in refs if ingredient in by.get(ref, {})]

    counted = len(round.counted)
    group = rules.lower_word(
        rules.word_of_the_group(said(all_said, round.counted), counted=counted),
        rules.word_of_the_group(said(own_said, round.counted), counted=counted),
    )
    return {"group": group, "others": rules.word_of_the_others(said(all_said, round.others))}
