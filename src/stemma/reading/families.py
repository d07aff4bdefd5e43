"""Classes of predicates that do the same thing to their target, for comparing actions.

General English: verbs and the nouns made from them. A predicate in no class stands for itself.
"""

from __future__ import annotations

_FAMILIES = {
    "leave": "leave retire exit quit withdraw withdrawal departure depart secede secession "
    "pull_out pull_back step_out walk_out drop_out break_away opt_out get_out pullout walkout",
    "join": "join accede accession enter entry rejoin re-enter sign_up",
    "return": "return come_back go_back readmission",
    "suspend": "suspend suspension pause freeze halt interrupt moratorium interruption",
    "end": "end terminate termination abolish abolition scrap cancel cancellation repeal revoke "
    "revocation denounce dissolve dissolution close closure shut shutdown",
    "begin": "begin start launch commence inaugurate initiate",
    "adopt": "adopt adoption pass passage approve approval ratify ratification enact enactment "
    "vote_through endorse endorsement",
    "reject": "reject rejection vote_down defeat veto block turn_down throw_out",
    "debate": "debate discuss discussion consider deliberate examine examination",
    "file": "file submit submission table lodge introduce put_forward bring_forward",
    "announce": "announce announcement declare declaration unveil",
    "raise": "raise increase hike lift boost expand expansion",
    "cut": "cut reduce reduction lower slash trim shrink scale_back roll_back rollback downgrade",
    "impose": "impose imposition introduce_tariff levy",
    "ban": "ban prohibit prohibition outlaw forbid bar embargo",
    "sanction": "sanction",
    "attack": "attack strike bomb bombard shell raid invade invasion assault bombing shelling",
    "kill": "kill murder assassinate assassination slay killing",
    "arrest": "arrest detain detention capture seize abduct abduction kidnap kidnapping seizure",
    "release": "release free liberate",
    "resign": "resign resignation step_down stand_down",
    "dismiss": "dismiss dismissal fire sack oust ouster remove removal",
    "appoint": "appoint appointment name nominate nomination",
    "elect": "elect election re-elect",
    "win": "win victory prevail",
    "lose": "lose defeat_by",
    "sign": "sign signature conclude",
    "build": "build construct construction erect",
    "destroy": "destroy destruction demolish demolition",
    "buy": "buy purchase acquire acquisition take_over takeover",
    "sell": "sell sale divest",
    "annex": "annex annexation",
    "deploy": "deploy deployment station send dispatch",
    "pay": "pay payment compensate compensation",
    "found": "found establish establishment create creation set_up foundation",
}
_BY_PREDICATE = {
    predicate.replace("_", " "): family
    for family, predicates in _FAMILIES.items()
    for predicate in predicates.split()
}


def family(predicate: str) -> str:
    """The class of a lemma with its particle ("pull out" -> "leave"), or the lemma itself."""
    return _BY_PREDICATE.get(predicate.lower(), predicate.lower())
