"""Forenames that are borne almost always by women, or by men, in the press of many countries.

Common knowledge, for agreement with "she" and "he" only; a name in neither list agrees with both.
"""

from __future__ import annotations

WOMENS = frozenset(
    "abigail ada agnes aisha alexandra alice alison amanda amy ana angela anita ann anna anne "
    "annie antonia barbara beatrice beth brenda bridget camila camille carla carmen carol "
    "caroline catherine cathy cecilia charlotte christina christine claire clara claudia "
    "cynthia daniela deborah debra delia diana diane donna dorothy edith eleanor elena "
    "elisabeth elizabeth ella ellen emily emma erica esther eva evelyn fatima fiona florence "
    "frances gabriela georgia giorgia gloria grace hannah heather heidi helen hillary ingrid "
    "irene isabel isabelle jane janet janice jeanne jennifer jessica jill joan joanna josephine "
    "joyce judith judy julia julie karen kate katherine kathleen kathryn katie kimberly kirsten "
    "kristen laura lauren leila linda lisa liz louise lucia lucy lynn madeleine magdalena "
    "margaret maria marie martha mary maryam megan melissa mercedes michelle miriam monica "
    "monique nadia nancy naomi natalia natalie nicola nicole nikki nina nora olga olivia pamela "
    "patricia paula pauline penelope phyllis rachel rebecca rita rosa rose ruth sabrina "
    "samantha sandra sara sarah shannon sharon sheila shirley simone sofia sonia sophie "
    "stephanie susan suzanne svetlana sylvia tamara tatiana teresa theresa tina ursula valerie "
    "vanessa veronica victoria virginia vivian wendy yasmin yulia yvette yvonne zoe".split()
)
MENS = frozenset(
    "aaron abdul abdullah abraham adam adrian ahmed alan albert alejandro alexander alexei alfred "
    "ali allen anders andreas andrew angus anthony anton antonio arnold arthur barack benjamin "
    "bernard bernie bill bob boris brad brandon brett brian bruce carl carlos charles chris "
    "christian christopher chuck colin craig daniel dave david dean dennis dick dmitri dmitry "
    "dominic don donald doug douglas duncan ed edgar eduardo edward edwin emmanuel enrique eric "
    "erik ernest eugene ferdinand fernando francis francisco francois frank fred frederick gary "
    "geoffrey george gerald gerhard giovanni giuseppe glenn gordon greg gregory guillermo guy hans "
    "harold harry hassan heinrich henrik henry herbert howard hugh hugo hussein ian ibrahim igor "
    "isaac ivan jack jacob jacques jaime jake james jamal jan jared jason javier jean-luc jeff "
    "jeffrey jeremy jerome jerry jim jimmy joachim joe joel johan johannes john jon jonathan jorge "
    "jose josef joseph joshua juan julian justin karl keith keir ken kenneth kevin konstantin kurt "
    "larry lawrence leo leon leonard lindsey louis luca lucas luigi luis lukas luke manuel marc "
    "marcel marco marcus mario mark martin matt matteo matthew maurice max michael michel miguel "
    "mike mikhail mitch mitt mohamed mohammad mohammed muhammad nathan ned neil nicholas nicolas "
    "nigel nikolai oleg oliver olaf omar oscar otto pablo pascal patrick paul pedro peter phil "
    "philip philippe pierre rafael ralph ramon raul ray raymond recep rex richard rick rob robert "
    "roberto rod roger roland ron ronald ross rudy rupert russell salvador scott sean sebastian "
    "sergei sergey sergio silvio simon stanley stefan stephen steve steven stuart ted terry thomas "
    "tim timothy tobias todd tom tony tucker uwe vernon victor viktor vincent vladimir volodymyr "
    "walter warren wayne wilhelm will william wolfgang xavier yuri zachary".split()
)
