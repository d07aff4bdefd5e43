"""Nouns that stand for something done, with what they are derived from."""

from __future__ import annotations

EVENT_NOUNS = frozenset(
    "withdrawal exit departure secession pullout walkout pullback accession entry return "
    "readmission suspension suspending pause freeze halt interruption moratorium termination "
    "abolition cancellation repeal revocation dissolution closure shutdown launch start "
    "adoption passage approval ratification enactment endorsement rejection defeat veto debate "
    "discussion deliberation submission introduction announcement declaration increase hike "
    "boost expansion enlargement cut reduction rollback downgrade imposition ban prohibition "
    "embargo blockade annexation attack strike bombing bombardment shelling raid invasion assault "
    "occupation killing murder assassination arrest detention capture abduction kidnapping seizure "
    "release resignation dismissal ouster removal appointment nomination election re-election "
    "reelection victory signing construction destruction demolition purchase acquisition takeover "
    "sale divestment deployment dispatch payment compensation establishment creation foundation "
    "intervention reunification rapprochement reconciliation integration cooperation merger split "
    "ceasefire truce reform support participation membership negotiation renegotiation referendum "
    "vote transfer delivery shipment export import visit trip meeting summit inquiry investigation "
    "trial conviction sentence acquittal indictment extradition deportation expulsion evacuation "
    "reevaluation re-evaluation review recognition condemnation escalation de-escalation "
    "mobilisation mobilization nationalisation nationalization privatisation privatization".split()
)
