"""What a cue makes of its content: one table of cue classes, for kind, modality and stage."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.reading import Modality, Polarity, Stage, StatementKind


@dataclass(frozen=True, slots=True)
class Stance:
    """How somebody stands to what he puts forward, as far as his verb or noun shows it.

    All of it holds of content that asserts nothing by itself (an infinitive, a noun phrase). Of a
    clause, `modality` holds where it leaves room for doubt, `kind` where the clause shows none.
    `aims` says that a thing that is only named is what is judged, with nothing affirmed of it.
    """

    kind: StatementKind
    modality: Modality = "certain"
    polarity: Polarity = "affirmed"
    stage: Stage = "unknown"
    aims: bool = False


_PROMISING = Stance("commitment", "intended", stage="announced")
_PLANNING = Stance("commitment", "intended", stage="considered")
_READY = Stance("commitment", "intended")
_REFUSING = Stance("commitment", "intended", "negated")
_PROPOSING = Stance("proposal", "intended", stage="announced")
_CALLING = Stance("proposal", "intended", stage="considered")
_ORDERING = Stance("proposal", "intended", stage="adopted")
_SUPPORTING = Stance("proposal", "intended")
# Whether to oppose a thing is to want its opposite is left open: positions go by the cue.
_OPPOSING = Stance("proposal", "intended", "unknown")
_OBJECTING = Stance("proposal", "intended", "negated")
_FORBIDDING = Stance("proposal", "intended", "negated", "adopted")
_WEIGHING = Stance("proposal", "possible", stage="considered")
_FORECASTING = Stance("prediction", "probable")
_HOPING = Stance("prediction", "intended")
_FEARING = Stance("prediction", "possible")
_BELIEVING = Stance("fact", "probable")
_ALLEGING = Stance("fact", "possible")
_DENYING = Stance("fact", "certain", "negated")
_BELITTLING = Stance("evaluation", "certain", "negated")
_JUDGING = Stance("evaluation", aims=True)
_NAMING = Stance("evaluation")
_LINKING = Stance("cause")
_CITING = Stance("fact")
_ARGUING = Stance("evaluation")

_CLASSES: tuple[tuple[Stance, str], ...] = (
    (
        _PROMISING,
        "pledge promise vow threaten threat undertake swear commit_to guarantee commitment",
    ),
    (_PLANNING, "intend plan resolve intention aim ambition prepare"),
    (_READY, "commitment offer volunteer willing willingness ready readiness agree determination"),
    (_REFUSING, "refuse decline refusal unwilling unwillingness reluctant reluctance"),
    (_PROPOSING, "propose proposal announce unveil put_forward suggestion float"),
    (
        _CALLING,
        """
        call_for call_on call_upon insist_on demand urge recommend recommendation request advocate
        push press plead plea appeal lobby implore exhort want wish seek ask beg advise encourage
        persuade need desire promote champion campaign_for argue_for vote_for
        """,
    ),
    (
        _ORDERING,
        "order decree rule ruling decide decision uphold mandate authorise authorize instruct",
    ),
    (_SUPPORTING, "support favor favour back endorse"),
    (_OPPOSING, "oppose opposed opposition"),
    (_OBJECTING, "object objection resist resistance reject rejection"),
    (_FORBIDDING, "forbid prohibit ban bar block veto outlaw overturn strike_down"),
    (_WEIGHING, "weigh contemplate mull explore"),
    (
        _FORECASTING,
        """
        predict forecast expect anticipate foresee project prediction expectation foreshadow
        projection
        """,
    ),
    (_HOPING, "hope"),
    (_FEARING, "fear worry dread warn_of warn_about warning_of warning_about concern_about"),
    (
        _BELIEVING,
        """
        believe think suppose guess assume imagine presume reckon perceive belief assumption seem
        appear
        """,
    ),
    (
        _ALLEGING,
        """
        allege accuse suspect allegation accusation suspicion rumour rumor speculate speculation
        suggest imply hint insinuate allegedly reportedly purportedly supposedly
        """,
    ),
    (
        _DENYING,
        """
        deny dispute rebut refute dismiss repudiate disavow contest contradict disclaim rule_out
        denial challenge rebuttal
        """,
    ),
    (_BELITTLING, "downplay play_down belittle minimise minimize"),
    (
        _JUDGING,
        """
        criticize criticise condemn praise blame denounce deride mock slam blast decry deplore laud
        applaud hail criticism critique attack lambast lambaste rebuke castigate chide scold assail
        chastise skepticism scepticism critical skeptical sceptical defend welcome lament bemoan
        condemnation allegation_against
        """,
    ),
    (
        _NAMING,
        """
        describe characterize characterise brand label call view regard see consider deem judge
        portray depict dub liken compare frame description
        """,
    ),
    (_LINKING, "link attribute ascribe"),
    (_CITING, "cite point_to refer_to mention name highlight list identify allude_to single_out"),
    (_ARGUING, "argue argument opinion assessment contend opine boast"),
)
_BY_CUE = {cue.replace("_", " "): stance for stance, cues in _CLASSES for cue in cues.split()}
# Verbs that ask for what stands in the infinitive ("warned the council to wait").
_TELLING_TO = frozenset("warn tell suggest remind invite challenge forbid".split())


def stance_of(cue: str, *, infinitive: bool = False) -> Stance | None:
    """The stance of a cue by its lemma ("call for"), or by its first word; `None` for any other.

    `infinitive` says that an infinitive follows, which some verbs of saying ask for.
    """
    first = cue.split(" ", maxsplit=1)[0]
    if infinitive and first in _TELLING_TO:
        return _CALLING
    return _BY_CUE.get(cue) or _BY_CUE.get(first)


def takes_stand(stance: Stance | None) -> bool:
    """Whether somebody foresees, wants, promises, judges or denies the thing that he names."""
    if stance is None or stance.stage == "adopted":
        return False
    return stance.kind != "fact" or stance.polarity == "negated"
