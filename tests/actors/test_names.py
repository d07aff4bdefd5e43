"""Names taken apart and held against one another."""

from __future__ import annotations

import pytest

from stemma.actors.names import compatible, parse_name, parse_person, skeleton, stands_for


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the Vale Post’s", "vale post"),
        ("U.S.", "us"),
        ("Dr. Ada Vale", "ada vale"),
        ("Ada Vale-led", "ada vale"),
        ("Special Agents Ada Vale", "ada vale"),
        ("Secretary of State Ada Vale", "ada vale"),
        ("National Security Adviser Ada Vale", "ada vale"),
        ("National Tidings", "national tidings"),
        ("Prime Minister", "prime minister"),
        ("anti-NATO", "nato"),
        ("Ada Vale Jr.", "ada vale jr"),
        ("Ölüdeniz", "oludeniz"),
    ],
)
def test_keys_leave_out_what_is_no_part_of_the_name(text: str, key: str) -> None:
    """Determiners, possessives, titles, prefixes and accents do not tell names apart."""
    assert parse_person(text).key == key


@pytest.mark.parametrize(
    ("one", "two", "can_be_one"),
    [
        ("Ada Vale", "A. Vale", True),
        ("Ada Maria Vale", "Ada Vale", True),
        ("Ada M. Vale", "Ada Maria Vale", True),
        ("Ada Vale", "Alf Vale", False),
        ("Ada M. Vale", "Ada K. Vale", False),
        ("Ada C. Vale", "Ada B. C. Vale", False),
        ("Ada Vale Jr.", "Ada Vale Sr.", False),
        ("Nasr al-Orlani", "Nasr bin Ali al-Orlani", True),
        ("Juan Ruiz Coll", "Juan Pablo Ruiz Coll", True),
    ],
)
def test_full_names_agree_or_not(one: str, two: str, can_be_one: bool) -> None:
    """Names that can be one person's, and names that cannot; the order does not matter."""
    names = parse_person(one), parse_person(two)
    assert compatible(*names) is can_be_one
    assert compatible(*reversed(names)) is can_be_one


def test_a_surname_with_particles_ends_the_full_name() -> None:
    """“van der Aue” alone is Klaas van der Aue, and so is “Aue”."""
    full = parse_name("Klaas van der Aue")
    assert stands_for(parse_name("van der Aue"), full)
    assert stands_for(parse_name("Aue"), full)
    assert not stands_for(parse_name("Klaas"), full)


def test_transliterations_sound_alike() -> None:
    """Doubled letters and y for i leave the skeleton as it is; other letters do not."""
    assert skeleton(parse_name("Danylo Zellensky")) == skeleton(parse_name("Danilo Zelenskyy"))
    assert skeleton(parse_name("Johnson")) != skeleton(parse_name("Johnston"))
