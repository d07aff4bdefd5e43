"""Words of praise, blame and worth: what shows that a clause judges. General English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stemma.reading.grammar import children

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADJECTIVES = frozenset(
    """
    absurd abysmal acceptable admirable alarming amazing appalling arrogant atrocious awful bad
    baseless beautiful best better bogus brave brilliant brutal burdensome careless chaotic
    concerning corrupt courageous cowardly crazy crucial cruel cynical dangerous
    deceitful deceptive deplorable despicable devastating difficult disappointing disastrous
    disgraceful disgusting dishonest disturbing dumb embarrassing enormous essential excellent
    exceptional extraordinary extreme fair fake false fantastic fatal fine flawed foolish frivolous
    good great gross hard harmful heroic historic hollow honest honorable honourable horrible
    horrific hypocritical illegitimate immoral important impressive inadequate inappropriate
    incompetent incredible inexcusable inhuman inhumane insane insufficient irresponsible just
    laughable legitimate ludicrous meaningless misguided misleading monstrous naive necessary noble
    outrageous overdue pathetic perfect pointless poor powerful predatory problematic proud radical
    realistic reasonable reckless remarkable ridiculous right risky sad scandalous selfish senseless
    sensible serious shameful shocking significant smart spectacular strong stupid substantial
    successful symbolic terrible terrific terrifying tough toxic tragic troubling ugly
    unacceptable unconscionable unconstitutional undemocratic undesirable unfair unfit unhelpful
    unjust unjustified unlawful unnecessary unprecedented unrealistic unreasonable unreliable
    unworthy useful useless valuable vicious vital weak wise wonderful worse worst worthless worthy
    wrong wrongheaded wrong-headed
    """.split()
)
_NOUNS = frozenset(
    """
    abomination absurdity achievement betrayal blunder catastrophe chaos coercion cowardice
    cruelty cynicism disaster disgrace embarrassment failure farce fiasco folly fraud genius gift
    hero hoax honor honour hypocrisy incompetence injustice insanity insult lie masterpiece mess
    mistake mockery nightmare nonsense obstruction outrage overreach scandal scapegoat shame sham
    stupidity success tragedy travesty triumph unfairness
    """.split()
)
_VERBS = frozenset(
    """
    betray bully cheat cripple damage deserve devastate disgrace endanger exaggerate exploit
    fool harm hurt insult jeopardize jeopardise mislead mismanage misrepresent misuse overplay
    overreach overstate poison politicize politicise risk ruin sabotage scapegoat smear
    squander topple trample undermine weaken worsen
    """.split()
)
_COPULAS = frozenset("be remain seem become represent constitute".split())
_BELOW = frozenset({"relcl", "acl", "advcl", "parataxis"})


def values_subject(core: Token) -> bool:
    """Whether a copula gives its subject a value ("is a disgrace", "is too late")."""
    if core.lemma_.lower() not in _COPULAS:
        return False
    for child in children(core, "acomp", "attr", "dobj", "oprd"):
        words = [child, *children(child, "amod", "conj")]
        if any(_is_evaluative(w) for w in words) or any(
            c.lower_ == "too" for c in children(child, "advmod")
        ):
            return True
    return False


def is_judged(core: Token) -> bool:
    """Whether the clause around a verb has any word of praise, blame or worth."""
    waiting = [core]
    while waiting:
        token = waiting.pop()
        if _is_evaluative(token):
            return True
        waiting.extend(c for c in token.children if c.dep_ not in _BELOW)
    return False


def _is_evaluative(word: Token) -> bool:
    lemma, lower = word.lemma_.lower(), word.lower_
    if word.i > 0 and word.nbor(-1).text == "-":  # "far-right"
        return False
    if word.pos_ == "ADJ" or word.dep_ in ("acomp", "amod"):
        return lower in _ADJECTIVES or lemma in _ADJECTIVES
    if word.pos_ == "NOUN":
        return lemma in _NOUNS
    return word.pos_ == "VERB" and lemma in _VERBS
