"""Sentences are all there for everybody, also for those who ask at the very same instant as the first."""

from concurrent.futures import ThreadPoolExecutor

from sidebyside.kit.words import all_words


def test_whoever_asks_first_at_one_instant_gets_every_word():
    whole = set(all_words())
    all_words.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _turn: set(all_words()), range(8)))

    assert found == [whole] * 8
