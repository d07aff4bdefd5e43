"""Conventional short forms of places' names, which a language has as it has "Jan." and "Mr."."""

from __future__ import annotations

_WHOLE = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "america": "united states",
    "uk": "united kingdom",
    "britain": "united kingdom",
    "great britain": "united kingdom",
    "uae": "united arab emirates",
}
# Of the states of the United States; only where they are written with their full stop.
_STATES = dict(
    pair.split("=")
    for pair in """ala=alabama ariz=arizona ark=arkansas calif=california colo=colorado
    conn=connecticut del=delaware fla=florida ga=georgia ill=illinois ind=indiana kan=kansas
    ky=kentucky la=louisiana mass=massachusetts md=maryland mich=michigan minn=minnesota
    miss=mississippi mo=missouri mont=montana nc=north_carolina nd=north_dakota neb=nebraska
    nev=nevada nh=new_hampshire nj=new_jersey nm=new_mexico ny=new_york okla=oklahoma ore=oregon
    pa=pennsylvania ri=rhode_island sc=south_carolina sd=south_dakota tenn=tennessee tex=texas
    va=virginia vt=vermont wva=west_virginia wis=wisconsin wyo=wyoming""".split()
)


def whole_name(key: str, dotted: bool) -> str:
    """The full form of a place's folded name; the name itself where it is no short form."""
    if dotted and key.replace(" ", "") in _STATES:
        return _STATES[key.replace(" ", "")].replace("_", " ")
    return _WHOLE.get(key, key)
