"""The people in view at each place of a report, and whom a pronoun there stands for.

A speaker comes before a subject, a subject before what else is named, the paragraph before what
stands above it. Somebody without a name is in view like anybody: a pronoun that stands for him
has no antecedent. Who is named only within a quotation is not in view outside of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from stemma.model.reading import Statement
from stemma.reading.genders import find_genders
from stemma.reading.page import Page
from stemma.reading.quotes import find_quotes
from stemma.reading.titles import FEMALE, MALE
from stemma.reading.view import (
    Focus,
    Known,
    Seen,
    describes,
    is_somebody,
    is_subject,
    may_be_person,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 4  # sentences that a pronoun may look back, quotations not counted
_FARTHEST = 12  # sentences in all
_SHORTEST_QUOTE = 12  # code points; what is shorter is a word in quotation marks
_BEFORE_QUOTE = 2  # sentences before a quotation in which its "he" may be named


class Scene:
    """Who is in view at each sentence of a report."""

    def __init__(self, page: Page, statements: Sequence[Statement], known: Sequence[Known]) -> None:
        self._page = page
        self._at = {i: k for k in known for i in range(k.name.start, k.name.end)}
        self._quotes = [
            (q.start, q.end)
            for q in find_quotes(page.doc.text)
            if q.end - q.start > _SHORTEST_QUOTE
        ]
        self._focus: dict[int, Focus] = {}
        self.sources: dict[int, list[Statement]] = {}
        self._speech: dict[int, list[Statement]] = {}
        self._heads: dict[str, Token] = {}
        self._seen: dict[int, Seen] = {}
        self._called: dict[tuple[str, str], list[int]] = {}
        for statement in statements:
            self._enter(statement)
        people = [k for k in known if k.mention.kind == "person" and k.name.sure]
        for k in known:
            self._see(k)
        quoted = [k.name.start for k in people if self.quote(page.doc[k.name.start]) >= 0]
        self._genders = find_genders(page, people, [*quoted, *self._quoted_pronouns()])

    def _quoted_pronouns(self) -> Iterator[int]:
        for start, end in self._quotes:
            yield from (t.i for t in self._page.tokens([(start, end)]))

    def _enter(self, statement: Statement) -> None:
        """Note a statement at the head of its source and at the sentences of its content."""
        tokens = self._page.tokens([(s.start, s.end) for s in statement.source])
        inside = {t.i for t in tokens}
        head = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), None)
        if head is None:
            return
        self._heads[statement.id] = head
        self.sources.setdefault(head.i, []).append(statement)
        for span in statement.content:
            for number in range(self.sentence(span.start), self.sentence(span.end - 1) + 1):
                self._speech.setdefault(number, []).append(statement)

    def _see(self, k: Known) -> None:
        """Let a name be in view; one that only may be a person's is in view as somebody unnamed."""
        root = self._page.doc[k.name.start : k.name.end].root
        if k.mention.kind != "person" or not k.name.sure:
            if may_be_person(k, root) and (is_subject(root) or self._speaks(root)):
                self._put(root, Seen(root.i, k.key, quote=self.quote(root)))
            return
        if not describes(root):
            self._put(root, Seen(root.i, k.key, k, quote=self.quote(root)))
        for i in range(k.name.start, k.name.end):
            if self._speaks(self._page.doc[i]):
                seen = Seen(i, k.key, k, quote=self.quote(root))
                self._focus_of(root).speakers.append(seen)

    def _speaks(self, token: Token) -> bool:
        """Whether a word is the head of a source that is not itself within what another says."""
        return any(s.within is None for s in self.sources.get(token.i, ()))

    def _focus_of(self, token: Token) -> Focus:
        return self._focus.setdefault(self.sentence(token.idx), Focus())

    def _put(self, token: Token, seen: Seen) -> None:
        focus = self._focus_of(token)
        if self._speaks(token):
            focus.speakers.append(seen)
        if is_subject(token) or token.i in self.sources:
            focus.subjects.append(seen)
        else:
            focus.others.append(seen)
        self._seen[token.i] = seen

    def note(self, token: Token, meant: Known | None, gender: str | None = None) -> None:
        """Let somebody be in view from `token` on: whom it stands for, or somebody unnamed."""
        if meant is not None and meant.mention.kind != "person":
            return
        if meant is None and gender is None:
            lower = token.lower_
            gender = "f" if lower in FEMALE else "m" if lower in MALE else None
        key = meant.key if meant else f"#{token.i}"
        if meant is not None and gender is not None:
            self._genders.setdefault(key, gender)
            self._called.setdefault((key, gender), []).append(self.sentence(token.idx))
        self._put(token, Seen(token.i, key, meant, gender, self.quote(token)))

    def sentence(self, offset: int) -> int:
        """The number of the sentence at an offset."""
        return self._page.number_at(offset)

    def quote(self, token: Token) -> int:
        """The number of the quotation that holds a word, or -1."""
        return self._quote_at(token.idx, token.idx + 1)

    def _quote_at(self, start: int, end: int) -> int:
        at = bisect_right(self._quotes, start, key=lambda q: q[0]) - 1
        return at if at >= 0 and end <= self._quotes[at][1] else -1

    def named(self, token: Token) -> Known | None:
        """The name that a word is part of, or stands beside ("the mayor, Ann Lee")."""
        if token.i in self._at:
            return self._at[token.i]
        for child in token.children:
            if child.dep_ == "appos" and child.i in self._at:
                return self._at[child.i]
        return None

    def somebody(self) -> list[Token]:
        """The common nouns that stand for a person and are part of no name, in order."""
        return [t for t in self._page.doc if is_somebody(t) and self.named(t) is None]

    def person(self, token: Token, gender: str) -> Known | None:
        """Whom "he" or "she" stands for; `None` where that is open, or somebody unnamed."""
        if self.quote(token) >= 0:
            seen = self._in_quote(token, gender)
        else:
            seen = self._speaker(token, gender) or self.nearest(token, gender)
        return seen.known if seen else None

    def _fits(self, seen: Seen, gender: str | None, here: int) -> bool:
        if gender is None:
            return True
        if seen.known is None:
            return seen.gender in (None, gender)
        if self._genders.get(seen.key, gender) != gender:
            return False
        other = "f" if gender == "m" else "m"
        return not any(abs(n - here) <= 1 for n in self._called.get((seen.key, other), ()))

    def _speaker(self, token: Token, gender: str) -> Seen | None:
        """The speaker in whose indirect words the pronoun stands, if none else could be meant."""
        here = self.sentence(token.idx)
        holding = [
            s
            for s in self._speech.get(here, ())
            if s.quote != "direct" and any(c.start <= token.idx < c.end for c in s.content)
        ]
        for statement in sorted(holding, key=lambda s: sum(c.end - c.start for c in s.content)):
            head = self._heads[statement.id]
            k = self.named(head)
            seen = self._seen.get(head.i) or (Seen(head.i, k.key, k) if k else None)
            if seen is None or head.i == token.i or not self._fits(seen, gender, here):
                continue
            if seen.known is not None and seen.known.mention.kind != "person":
                continue
            between = [
                s
                for s in self._focus.get(here, Focus()).subjects
                if head.i < s.i < token.i and s.key != seen.key and self._fits(s, gender, here)
            ]
            return seen if not between else Seen(token.i, "")
        return None

    def nearest(self, token: Token, gender: str | None) -> Seen | None:
        """The one person in view before a word that is in no quotation."""
        here = self.sentence(token.idx)
        paragraph = self._paragraph(here)
        hidden = [(c.start, c.end) for s in self.sources.get(token.i, ()) for c in s.content]
        aside: Seen | None = None
        at, met, steps = paragraph, False, 0
        for number in range(here, max(-1, here - _FARTHEST), -1):
            if self._paragraph(number) != at:
                if aside is not None or (met and at != paragraph):
                    return aside
                at = self._paragraph(number)
            groups = self._groups(number, token, hidden)
            found = self._one_of(groups, gender, here)
            if found is not None:
                rival = aside or self._said_of(here, hidden)
                return found if rival is None or rival.key == found.key else Seen(token.i, "")
            if aside is None and at == paragraph:
                others = [
                    s for s in self._open(number, token, hidden) if self._fits(s, gender, here)
                ]
                aside = _only(others, token.i)
            met = met or any(groups)
            steps += not self._is_quoted(number)
            if steps > _REACH:
                break
        return aside

    def _said_of(self, here: int, hidden: list[tuple[int, int]]) -> Seen | None:
        """Whom a pronoun within what the word in question says stands for, if it is resolved."""
        doc = self._page.doc
        for seen in self._focus.get(here, Focus()).subjects:
            at = doc[seen.i].idx
            resolved = seen.known is not None and seen.gender is not None and seen.quote < 0
            if resolved and any(start <= at < end for start, end in hidden):
                return seen
        return None

    def _one_of(self, groups: tuple[list[Seen], ...], gender: str | None, here: int) -> Seen | None:
        """Whoever fits in the first group where anybody does; nobody known where several do."""
        for group in groups:
            found = _only([s for s in group if self._fits(s, gender, here)], here)
            if found is not None:
                return found
        return None

    def _groups(
        self, number: int, token: Token, hidden: list[tuple[int, int]]
    ) -> tuple[list[Seen], ...]:
        """The speakers and the subjects in view of a sentence; as one where nobody speaks."""
        focus = self._focus.get(number, Focus())
        speakers = self._visible(focus.speakers, token, hidden)
        subjects = self._visible(focus.subjects, token, hidden)
        return (speakers, subjects) if token.i in self.sources else ([*speakers, *subjects],)

    def _open(self, number: int, token: Token, hidden: list[tuple[int, int]]) -> list[Seen]:
        return self._visible(self._focus.get(number, Focus()).others, token, hidden)

    def _visible(
        self, group: list[Seen], token: Token, hidden: list[tuple[int, int]]
    ) -> list[Seen]:
        """Those that stand before a word, in no quotation and not in what it says."""
        doc = self._page.doc
        return [
            s
            for s in group
            if s.i < token.i
            and s.quote < 0
            and not any(start <= doc[s.i].idx < end for start, end in hidden)
        ]

    def _in_quote(self, token: Token, gender: str) -> Seen | None:
        """Whom a speaker's "he" stands for: named in the quotation, or alone in view before it."""
        here, quote = self.sentence(token.idx), self.quote(token)
        speakers = {
            seen.key
            for s in self._speech.get(here, ())
            if any(c.start <= token.idx < c.end for c in s.content)
            and (seen := self._seen.get(self._heads[s.id].i)) is not None
        }
        inside: list[Seen] = []
        before: list[Seen] = []
        for number in range(max(0, here - _BEFORE_QUOTE), here + 1):
            focus = self._focus.get(number, Focus())
            for seen in (*focus.subjects, *focus.others):
                if seen.i < token.i and self._fits(seen, gender, here):
                    (inside if seen.quote == quote else before).append(seen)
        if inside:
            return _only(inside, token.i)
        outside = [s for s in before if s.quote < 0 and s.key not in speakers]
        return _only(outside, token.i) if speakers else None

    def _paragraph(self, number: int) -> int:
        return self._page.sentences[number].paragraph if number >= 0 else -1

    def _is_quoted(self, number: int) -> bool:
        """Whether a sentence stands within a quotation."""
        span = self._page.sentences[number].span
        return self._quote_at(span.start, span.end) >= 0


def _only(group: list[Seen], i: int) -> Seen | None:
    """The one person of a group; somebody unknown where there are several."""
    found = {s.key: s for s in group}
    if len(found) > 1:
        return Seen(i, "")
    return next(iter(found.values()), None)
