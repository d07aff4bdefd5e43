"""Word lists of attribution that the model leaves to the words themselves."""

from __future__ import annotations

# What the lemmatiser makes of some forms, and what they are.
LEMMA_REPAIRS = {"hop": "hope", "retweete": "retweet", "arg": "argue", "’": "be"}

# Adverbs that put words down to nobody in particular, and those that merely doubt as well.
HEARSAY = frozenset("reportedly allegedly purportedly supposedly".split())
EVIDENTIAL_ADVERBS = HEARSAY | {"seemingly", "apparently"}
VIEW_NOUNS = frozenset(
    "assessment estimation judgement judgment opinion reckoning telling view".split()
)
# Verbs that only carry a noun of saying: "made the claim that".
SUPPORT_VERBS = frozenset(
    """
    make give have hold express issue voice raise offer deliver show reiterate repeat announce
    launch take share feel renew echo reaffirm signal sound send level lodge harbor harbour
    """.split()
)
# Things that carry the words of the one who made them.
ARTEFACTS = frozenset(
    """
    statement letter speech tweet email e-mail note message memo article post address remark
    comment petition lawsuit complaint op-ed column release declaration communique interview text
    """.split()
)
DOCUMENTS = frozenset("resolution motion bill report proposal draft amendment document".split())
