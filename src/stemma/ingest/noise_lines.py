"""The wordings of page furniture, by reason.

One pattern a line, matched against a whole line of the text without regard to case; a line that
begins with `+` goes on with the pattern above it. Every repetition is bounded.
"""

from __future__ import annotations

import re

NETWORKS = (
    r"facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|tiktok|reddit|pinterest|"
    r"threads|bluesky|mastodon|viber|messenger|flipboard|google news|rss"
)
MEDIA = r"photo|photos|photograph|photographs|image|images|picture|pictures|video|videos|graphic"
DAY = (
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-](?:of )?(?:[a-z]{3,9}\.?|\d{1,2})[ ,./-]{1,2}\d{4}"
    r"|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d\d-\d\d)"
)
CLOCK = r"(?:(?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,5})?)"
WORDINGS = {
    "placeholder": r"""
        (?=.{0,90}\b(?:placeholder|substitute|please wait|article|page|content|video|player|
        + comments?|actions?|story|image|widget|ad)\b)(?!.*[.!?] )(?!.*[^.]\.$)
        + .{0,60}\b(?:loading|(?:failed|unable|could not|couldn['’]t) to load)\b.{0,30}
        (?:loading|please wait)\W{0,4}
        (?:article )?continues? (?:reading )?(?:below|after) (?:the |this )?
        + (?:ad|advert\w*)\b.{0,20}
        advertisement\s?·.{0,40}
        (?:story|article|scroll)\b.{0,10}\bcontinues?\b.{0,30}
        (?:- ?)?(?:advertisements?|advertising|sponsored(?: content)?|paid content|promoted)(?: ?-)?
        (?:please )?(?:enable|turn on) javascript\b.{0,80}
        (?:your browser|javascript)\b.{0,40}\b(?:support|disabled|enabled|required)\b.{0,60}
        (?:this )?(?:video|audio|content) (?:is|can(?:not|'t|’t) be) (?:not |un)?
        + (?:available|played|displayed)\b.{0,60}
    """,
    "comment form": r"""
        please (?:enter|provide|type|fill in) your (?:comment|name|e-?mail)\b.{0,60}
        (?:leave|write|post|add|submit) (?:a|your|us a) (?:comment|reply|feedback)\b.{0,30}
        (?:leave a reply )?cancel reply
        your e-?mail (?:address )?(?:will not|won['’]t) be (?:published|shown|shared)\b.{0,80}
        required fields are marked.{0,12}
        save my name,? (?:and )?e-?mail\b.{0,100}
        (?:you must be |please )?log(?:ged)? ?in to (?:leave|post|write|add|comment|reply)\b.{0,40}
        notify me of (?:new|follow-?up) .{0,60}
        (?:\d{1,5} |no |view |show |hide |all |see )?comments?
        + (?: \(?\d{1,5}\)?| are (?:closed|disabled)| on this (?:article|story))?
        join the (?:conversation|discussion|debate)\W?
    """,
    "share line": r"""
        (?:share|tweet|follow|find us|join us|join our|like us|connect with us|copy)\b.{0,30}
        + \b(?:on|via|to|by|with|this)\b.{0,15}
        + \b(?:{networks}|e-?mail|article|story|post|page|friends?|link|social media)\b.{0,60}
        (?:(?:share|tweet|pin it|print|e-?mail|copy link|copied|bookmark|save|like|{networks})
        + [\s,|/·•&+]{0,4}){1,12}
        (?:share|save|bookmark|print|gift) this(?: (?:article|story|page|post))?:?
        listen to (?:this )?(?:article|story)\b.{0,40}
        .{0,240}\blisten\s?·\s?\d{1,2}:\d\d\b.{0,40}
        (?:text size|font size|a[-+]|increase text|resize)\b.{0,30}
    """,
    "subscription line": r"""
        (?:subscribe|sign up|sign in|register|join|support|get|receive|log in|already|want|stay|
        + don['’]t miss|never miss|download|enjoy|unlock|start your|thank you for)\b.{0,160}
        + \b(?:newsletters?|inbox|subscri(?:be|bers?|bing|ption)|our app|free trial|
        + digital access|independent journalism|our journalism|
        + (?:whatsapp|telegram|youtube) (?:channel|group))\b.{0,80}
        (?:get|receive|download|never miss|don['’]t miss|sign up for|stay)\b.{0,60}
        + \b(?:breaking news|(?:news )?alerts|latest (?:news|updates|headlines)|news app)\b.{0,50}
        (?:create|log in to|sign in to|register for) (?:a|an|your)(?: free)? account\b.{0,40}
        become a (?:member|subscriber|supporter|patron)\b(?! of).{0,40}
        (?:subscribe|sign up|log ?in|sign in|register|join us|donate)
        + (?: (?:now|here|today|free|for free|to continue(?: reading)?))?[!.]?
        (?:this (?:article|content|story) is|exclusive) (?:for|to|available to|reserved for)
        + \s(?:our )?(?:subscribers|members)\b.{0,60}
        .{0,60}\b(?:sent|delivered|straight|meet|in) (?:straight |directly )?
        + (?:to )?your inbox\b.{0,100}
        sign up (?:to|for|here)\b.{0,100}
        .{0,160}[?!.] vote now\b.{0,40}
    """,
    "cookie or terms line": r"""
        (?:we|this (?:web)?site|our (?:web)?site|our partners)(?: and our partners)?(?: also)?
        + \s(?:uses?|stores?|sets?|keeps?)\b.{0,30}\bcookies?\b.{0,240}
        by (?:using|continuing|clicking|signing up|subscribing)\b.{0,80}
        + \b(?:agree|accept|consent|acknowledge)\b.{0,200}
        (?:accept|reject|manage|allow|decline)(?: all)?(?: optional)?
        + (?: cookies| preferences| settings)?
        (?:cookies?|privacy|terms)\W{0,3}(?:and )?(?:policy|settings|preferences|notice|statement|
        + of (?:use|service)|(?:and|&) conditions)\b.{0,40}
    """,
    "link to other pages": r"""
        (?:read|see|view|show|load|learn|find out|discover|explore)
        + (?: more| also| next| all| the full (?:story|article))
        + (?: (?:about|on|here|at|news|stories|articles|from)\b.{0,80}|\W{0,3}|\s?[:»›>→-].{0,220})
        (?:also|must) (?:read|see|watch)\b\W{0,3}.{0,200}
        (?:just|must) watch(?:ed)?\b.{0,300}
        .{10,200}[^.,;] read more
        (?:read|watch|listen|see|video|related|more|don['’]t miss|in pictures|explainer|live|
        + related (?:article|story|news|content|coverage|topics?|posts?|reading)s?|recommended|
        + podcast|see also|read also|background reading)\s?[:»›→].{0,220}
        related coverage\b.{0,200}
        also (?:in|on|from) (?:the )?(?-i:[A-Z])[^:.]{1,30}: (?-i:[A-Z]).{0,200}
        (?:related|recommended|popular|trending|latest|more|top|other|similar|recent|
        + most (?:read|popular|viewed|clicked|shared|commented))
        + (?: (?:articles?|stories|news|posts?|reading|content|topics?|coverage|headlines|videos?|
        + links?|now|today|this week|on this(?: story| topic)?|from .{1,40}))?:?
        (?:you (?:may|might) (?:also )?(?:like|be interested in)|what to read next|up next|
        + editors?['’]?s? picks?|more on this(?: story| topic)?|in case you missed it|
        + keep reading|around the web|from our partners)\b.{0,40}
        (?:previous|next|older|newer) (?:article|post|story|page|posts)\b.{0,160}
        \W{0,3}(?:continue reading|show (?:more|less)|skip to (?:main )?content|load more|
        + see (?:more|all)|back to (?:top|home ?page|the top)|go to (?:the )?home ?page|expand|
        + close|menu|search|home|view (?:all|comments|gallery|slideshow)|go back|print version)
        + \W{0,3}
        our standards: .{0,100}
        .{0,200}, opens (?:in )?(?:a )?new (?:tab|window)
        click (?:here|on|the|to)\b.{0,200}
        tap (?:here|to)\b.{0,100}
        (?:for|to (?:get|see|read|learn|find out|know)|find|get|want|learn|read)
        + \s(?:more(?! than)|further|full|the full|additional|the latest)\b.{0,140}
        + \b(?:see|read|visit|check(?: out)?|follow|click|go to|browse)\b.{0,60}
        + \b(?:our|here|this (?:link|page|site|article)|website|web ?site)\b.{0,160}
        (?:read|see|check out|view|explore|browse|visit)
        + \s(?:more |all )?(?:of |about |in )?our\b.{0,160}
    """,
    "page control": r"""
        (?:exit|view|switch to|go to|open|enter|leave|show|use|enable|disable)
        + \b(?: the| our| in)? ?(?:mobile|desktop|full[- ]?screen|amp|print(?:er)?|dark|light|
        + classic|reader|night|gallery)(?:[- ]friendly)?
        + (?: (?:version|mode|view|site|edition|page))?
        (?:toggle|open|close|hide) (?:the )?(?:menu|navigation|search|sidebar|gallery|caption|
        + image in full ?screen)\b.{0,30}
        (?:play|pause|mute|unmute|replay)(?: (?:the )?(?:video|audio|now))?
        + (?: \d{1,2}:\d\d\b.{0,200})?
        (?:image|photo|slide|page) \d{1,3} (?:of|/) \d{1,3}
    """,
    "caption or credit of a picture": r"""
        (?:file |archive |stock )?(?:{media}|illustration|caption|cover|map)
        + (?: (?:by|credit|courtesy(?: of)?|source))?s?\s?[:©].{0,380}
        (?:{media}|illustration) (?:by|courtesy of) (?-i:[A-Z]).{0,80}
        .{0,380}[(\[](?:(?:file|pool) )?(?:{media}|credit|illustration|audio|pool)s?
        + (?: (?:by|credit|courtesy(?: of)?))?\s?[:/].{0,160}[)\]]\.?
        .{0,380}(?-i:REUTERS|AFP|EPA|EFE|AP Photo|Getty Images|Shutterstock|Alamy)\s?/\s?
        + (?-i:[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3})(?:\s?/\s?[\w ]{2,30}){0,3}[)\]]?\.?
        .{0,340}[(\[|/–—©-]\s?(?:getty(?: images)?|shutterstock(?:\.com)?|istock|alamy|unsplash|
        + pixabay|wikimedia commons|file photo|ap photo|afp via getty images|handout)
        + \b[^.]{0,60}[)\]]?\.?
        .{0,340}\bphotographer: (?-i:[A-Z]).{0,60}
        .{20,340} (?-i:[A-Z][\w.'’-]{1,30}) ?[/|] ?(?-i:AP|REUTERS|AFP|EPA|Reuters|Getty)\.?
        (?:file photo|handout(?: photo)?|stock photo)\b.{0,200}
        file\s?[-–—:]\s?(?:in )?this\b.{0,380}
        .{10,340}[.!?] ?\((?-i:[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3})
        + (?:\s?/\s?| for )(?-i:[A-Z])[^()]{1,40}\)
        facebook twitter pinterest\b.{0,380}
        .{10,340}[.!?] (?-i:[A-Z]{3,12})/(?-i:[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,3})
        (?:item \d{1,3} of \d{1,3}|\[\d{1,3}/\d{1,3}\])\b.{0,380}
        .{0,360}\bpurchase licensing rights\b.{0,40}
    """,
    "copyright line": r"""
        (?:©|\(c\)|copyright\b).{0,300}
        .{0,200}\ball rights reserved\b.{0,160}
        this (?:material|article|content) (?:may|must) not be
        + \s(?:published|reproduced|copied|republished)\b.{0,200}
    """,
    "tags": r"""
        (?:tags?|(?:suggested )?topics?|keywords?|categor(?:y|ies)|filed (?:under|in)|posted in|
        + labels?|more about)
        + \s?:.{0,300}
        (?:#[\w-]{2,40}[\s,]{0,3}){1,30}
    """,
    "line of the page": r"""
        (?:first |last |article )?(?:published|posted|updated|modified|created)
        + (?: on| at| by [\w.-]{1,30}(?: [\w.-]{1,30})?)?:?\W{0,3}(?:{day})?\W{0,4}(?:{clock})?
        (?:{day})\W{1,4}(?:{clock})
        (?:{clock})\W{1,4}(?:{day})
        (?:{day})\W{0,4}(?:{clock})\W{0,3}(?:last )?updated\b.{0,40}
        (?:(?:estimated )?reading time:? ?)?(?:about )?\d{1,3}[- ]?min(?:ute)?s?
        + (?: (?:read|of reading))?
        (?:\d{1,3}|an?|one|two|few) (?:minutes?|mins?|hours?|days?|weeks?|months?) ago
        [\d.,]{1,9}k? (?:views?|shares?|likes?|reads?|reactions?)
        (?:report an error|suggest an edit|send us a tip|contact us|about us|advertise with us|
        + follow us|imprint)\b.{0,12}
    """,
}


def patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each reason with the one pattern that its wordings make together."""
    return tuple((reason, _compiled(wordings)) for reason, wordings in WORDINGS.items())


def _compiled(wordings: str) -> re.Pattern[str]:
    alternatives: list[str] = []
    for line in filter(None, map(str.strip, wordings.splitlines())):
        if line.startswith("+ "):
            alternatives[-1] += line[2:]
        else:
            alternatives.append(line)
    joined = "|".join(f"(?:{one})" for one in alternatives)
    known = (("networks", NETWORKS), ("media", MEDIA), ("day", DAY), ("clock", CLOCK))
    for name, value in known:
        joined = joined.replace("{" + name + "}", value)
    return re.compile(joined, re.IGNORECASE)
