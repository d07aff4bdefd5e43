"""Paragraphs about an invented harbour quarrel, to copy, cut and quote in tests."""

from __future__ import annotations

from stemma.model.report import Report
from stemma.model.when import When

DREDGING = (
    "The harbour council of Quillport voted nine to four on Monday to halt the dredging of the "
    "outer channel until the autumn tides have passed and the pilots have been heard.\n"
    "Councillor Ines Tarrow told the meeting that the contract had been signed without a survey "
    "of the mussel beds, which feed some three hundred families along the northern shore.\n"
    "“We were handed a map with no depths on it and asked to sign before lunch,” Tarrow said.\n"
    "The dredging company, which has two barges at anchor behind the breakwater, said it would "
    "ask the court in Lower Quill to set the decision aside.\n"
    "Work on the inner basin goes on, and the ferry timetable stays as it is until further "
    "notice, according to the port office.\n"
)
REWORDED = (
    "Quillport’s harbour council decided to stop all work in the outer channel this week.\n"
    "Councillor Ines Tarrow told the meeting that the contract had been signed without a survey "
    "of the mussel beds, which feed some three hundred families along the northern shore.\n"
    "Nobody from the pilots’ guild would speak about it.\n"
    "The dredging company, which has two barges at anchor behind the breakwater, said it would "
    "ask the court in Lower Quill to set the decision aside.\n"
    "A protest by bathers is planned for the weekend.\n"
)
OWN_ACCOUNT = (
    "It took the councillors four hours and two pots of tea to stop the barges.\n"
    "Ines Tarrow, who keeps a boatyard herself, had the room laughing early on. “We were handed "
    "a map with no depths on it and asked to sign before lunch,” she said.\n"
    "By midnight the vote stood at nine against four, and somebody had gone to wake the pilots.\n"
)
ELSEWHERE = (
    "The mountain railway above Sent Ordal will run with steam again this winter after volunteers "
    "rebuilt a locomotive that had rusted in a shed for thirty years.\n"
    "Tickets cost twelve crowns, children under six ride free, and the first train leaves at "
    "eight in the morning on the first Saturday of December.\n"
)
SOURCE = (
    "The brewery at Ostmark will close its bottling hall in March. "
    "Ninety workers lose their jobs, the director Ulla Friberg told staff. "
    "A rival from Tarnow had undercut the price of glass by a fifth. "
    "The town bought shares in the company eleven years ago. "
    "Mayor Jens Orlov wants the malt house kept as a museum. "
    "Union members blocked the yard with barrels for three hours. "
    "Deliveries to the islands stop before Easter. "
)
RETOLD = (
    "In March the bottling hall of Ostmark’s brewery is going to close. "
    "Staff heard from director Ulla Friberg that ninety workers would lose jobs. "
    "Glass from a Tarnow rival, a fifth cheaper, had undercut its price. "
    "Eleven years earlier the town had bought company shares. "
    "As a museum, says mayor Jens Orlov, the malt house should be kept. "
    "For three hours barrels of union members had blocked the yard. "
)
OTHER_ACCOUNT = (
    "Steam still rises over Ostmark, but the foremen have stopped shaving. "
    "Ulla Friberg came down the stairs at seven and read from a sheet of paper. "
    "Nobody in the canteen said a word until the kettle boiled over. "
    "An old cooper rolled a barrel into the yard, and others followed him. "
    "Jens Orlov arrived late, wet from the rain, and promised a museum. "
    "By noon the gates were open again and the lorries went out half empty. "
)


def bare_report(text: str, name: str = "r") -> Report:
    """A report of which nothing is known but its words."""
    return Report(
        id=name,
        file=name,
        sha256="",
        published=When.unknown("the test gives none"),
        language="en",
        genre="news",
        text=text,
    )
