"""Word lists of who can be a source."""

from __future__ import annotations

# Words that a source may be, and what no pronoun for a speaker is.
NO_SPEAKERS = frozenset({"it", "this", "that", "these", "those", "which", "what", "one"})
SPEAKER_NOUNS = frozenset(
    """
    minister president spokesman spokeswoman spokesperson official campaign government
    administration party ministry department agency court judge jury committee commission council
    parliament senate congress house chamber assembly union association group team camp company
    firm bank embassy police army military force majority minority half third quarter percent %
    lawyer attorney expert analyst source aide ally rival opponent candidate nominee chief head
    boss deputy secretary ambassador envoy general colonel bishop pope king queen prince politician
    lawmaker diplomat activist critic supporter voter resident citizen witness colleague friend
    wife husband mother father son daughter brother sister crowd audience member student professor
    scholar scientist researcher economist author writer journalist newspaper paper magazine network
    channel board panel nation country state alliance coalition bloc opposition regime leadership
    republican democrat conservative liberal socialist left right side family public many most some
    few other others people person man woman guy
    """.split()
)  # fmt: skip
# People and bodies beside those that have roles.
KIN = frozenset(
    """
    fiance fiancé fiancée fiancee widow widower spouse girlfriend boyfriend niece nephew relative
    parent guardian grandmother grandfather stepfather stepmother twin neighbor neighbour native
    constituent respondent attendee associate proponent victim survivor pilot nurse clerk priest
    monk nun child kid teen adult couple pair trio community establishment elite caucus faction
    staff crew industry airline school town city village department host fan heavyweight mogul
    counterpart progressive liberal moderate hopeful bystander passer-by onlooker patient tenant
    landlord shopkeeper soldier troop guest hostage captive detainee inmate
    """.split()
)
# Things whose names end like those of people ("river", "error").
NO_AGENTS = frozenset(
    """
    answer banner barrier behavior behaviour border center chapter color colour computer corner
    corridor counter danger disaster disorder door encounter error factor favor favour fear fervor
    fever figure flavor floor folder frontier gender harbor honor horror hunger humor indicator
    interior labor labour ladder layer letter liquor list manner matter meter minor mirror monitor
    motor murder neighborhood number odor order outer over paper percent plant power prior quarter
    radar rancor remainder restaurant river rumor rumour sector shelter shoulder slander summer
    splendor tenor terror thunder timber tower tremor trigger tumor vapor vigor water weather
    whisper winter wonder former latter instant variant constant moment document
    """.split()
)
# Outlets whose names hold no word for one.
OUTLETS = frozenset(
    """
    abc aljazeera anadolu ansa axios belga bild bloomberg breitbart c-span cbs cnbc der-spiegel
    dpa efe figaro fox fars forbes haaretz huffpost ifax interfax isna itv jazeera kyodo lusa
    mehr mediafax monde msnbc mundo nbc newsweek newsmax npr pais país pbs politico propublica
    pti repubblica ria salon slate spiegel stampa tanjug tasnim unian vice vox wsj xinhua yonhap zdf
    """.split()
)
