"""Word lists of attribution: which words attribute in which frame.

A frame is the way a cue and what it attributes hang together (`stemma.reading.cues`). The lists
name lemmas; a particle or preposition is joined by an underscore. They were drawn up from how
often a lemma attributes in annotated political news, and completed with words of the same kind.
"""

from __future__ import annotations

_FRAMES: dict[str, str] = {
    # verbs of saying, holding and finding out, with a clause or a quotation
    "clause": """
        accept acknowledge add admit advise agree allege announce answer anticipate argue ask assert
        assume assure attest aver bark believe bemoan bet boast calculate caution chant charge
        chime_in cite claim clarify comment complain concede conclude concur confirm contend
        continue contradict counter cry declaim declare decline decree demand demonstrate denounce
        deny detail determine disclose discuss doubt elaborate email emphasise emphasize estimate
        exclaim expect explain fear feel find forecast foresee go_on guarantee guess hint hope
        hypothesize imply indicate inform insist interject intimate joke know lament learn maintain
        mention muse note notice object observe opine order persist plead pledge point_out posit
        post predict proclaim promise pronounce propose protest publish put_it question quip
        reaffirm realise realize reason reassure rebut recall reckon recognise recognize recommend
        recount regret reiterate relate remark remind repeat reply report request respond retort
        reveal rule say scream share shout show signal specify speculate state stipulate stress
        suggest summarise summarize suppose surmise suspect swear tell testify theorize think
        threaten trust tweet underline underscore understand urge verify volunteer vow want warn
        whisper wish wonder worry write yell
    """,
    # set into what is said: "the plan, she said, is dead"
    "inserted": """
        acknowledge add admit agree allege announce argue ask assert believe caution claim comment
        complain concede conclude contend declare emphasise emphasize estimate explain fear go_on
        hope indicate insist joke lament maintain muse note observe point_out predict promise quip
        recall reckon recount remark reply report respond retort reveal say stress suggest tell
        tweet vow warn wonder write
    """,
    # with what follows, where the parse has lost the clause
    "rest": """
        acknowledge add admit agree allege announce argue ask assert assure believe boast caution
        claim complain conclude contend continue declare deny emphasise emphasize explain insist
        joke lament note point_out predict promise recall recognize remark reply say state stress
        suggest tell tweet vow warn write
    """,
    # with a quoted fragment or a predicate in place of a clause
    "small": """
        add argue ask brand call chant chime_in claim conclude consider continue declare deem
        explain find hope post read reply report respond retort say shout show suggest tweet write
        yell
    """,
    # verbs of wanting, promising, urging: with "to …"
    "inf": """
        advise agree aim announce argue ask beg call call_on challenge claim command consent
        consider decide decline desire determine direct encourage exhort expect forbid hope implore
        instruct intend like lobby look love mean object offer opt order persuade plan plead pledge
        plot prefer press pressure promise propose push refuse resolve say seek swear tell threaten
        undertake urge volunteer vote vow want warn wish
    """,
    # with an -ing clause
    "ger": """
        acknowledge admit advocate consider contemplate deny describe discuss dislike endorse favor
        favour fear find float mention mull oppose propose recall regret remember report resent
        rule_out say show suggest support tell urge want
    """,
    # with a noun as what is said, wanted, praised or blamed
    "obj": """
        accuse acknowledge admire admit allege announce applaud appoint approve argue articulate ask
        assail assert attack back believe bemoan blame blast blast_out brand brush_off call call_out
        castigate characterise characterize chide cite claim clarify commend compare condemn confirm
        congratulate consider contemplate contest covet crave credit criticise criticize declare
        decry deem defend denounce deny deplore deride describe disavow disclose discuss dislike
        dismiss dispute disregard dub echo emphasise emphasize endorse envisage envision estimate
        evince eviscerate expect explain express extol favor fear float foresee foreshadow forward
        hail hate herald highlight hint identify ignore indicate insult interpret label lambast
        lambaste lament laud lay_out liken list love mention mock mull name note offer oppose order
        outline pitch play_down point_out portray praise preach predict prefer prescribe proclaim
        promise pronounce propose publicize publish question quote ratify rattle_off reaffirm rebuke
        rebut recall recite recognise recognize recommend recount reference regret reiterate reject
        relish remember renounce reprimand repudiate request resent retweet reveal rule_out salute
        say scorn seek share show shrug_off signal single_out size_up slam sound spell_out state
        stipulate stress suggest sum_up support talk_up term thank tout trash trumpet tweet
        tweet_out underline unveil urge utter view voice vow want warn weigh welcome write
    """,
    # with a prepositional phrase ("call for", "accuse … of")
    "prep": """
        accuse_of acquiesce_to admit_to advocate_for agree_on agree_with allude_to apologize_for
        appeal_for argue_against argue_for argue_over ask_for assail_for attack_as attack_for
        attack_over attribute_to balk_at believe_in bill_as blame_for blame_on blast_for boast_about
        boast_of brag_about brand_as bristle_at call_against call_for call_on call_out_for call_upon
        campaign_against campaign_for cast_as caution_against characterize_as characterize_to
        charge_with cheer_for chide_for cite_as claim_for come_out_against comment_about comment_on
        commit_to complain_about complain_of concur_with condemn_as condemn_for congratulate_for
        credit_for credit_with criticise_on criticize_as criticize_for criticize_on decry_as
        defend_against defend_as denounce_as denounce_for depict_as deride_as describe_as
        disagree_on disagree_with dismiss_as distance_from double_down_on dream_of dwell_on
        elaborate_on expand_on feel_about feel_for focus_on frame_as gush_about hail_as hear_of
        hint_at hope_for insist_on interpret_as introduce_as joke_about label_as lament_over
        lash_out_at learn_of liken_to list_as lobby_for long_for look_as marvel_at mock_for name_as
        object_to open_up_about paint_as plead_for plead_to pledge_to point_to portray_as
        position_as post_about pounce_on praise_as praise_for press_for protest_against push_against
        push_back_on push_for quote_as rail_against rail_for rank_as refer_as refer_to regard_as
        remark_upon remember_as reply_to report_about respond_with rule_on say_about say_for see_as
        seek_from show_with side_with slam_for sound_off_on spar_over speak_about speak_against
        speak_of speak_out_about speak_out_against speculate_about stand_by talk_about talk_of
        tell_about thank_for think_about threaten_with touch_on tout_as view_as voice_for
        vote_against vote_for vouch_for vow_for warn_about warn_against warn_of weigh_in_on wish_for
        wonder_about worry_about write_about zero_in_on
    """,
    # "was quoted as saying": the one who is quoted is the source
    "quoted": """
        cite_as_saying hear_as_saying quote_as_calling quote_as_saying quote_as_telling
        quote_as_warning record_as_saying report_as_saying
    """,
    # "it is noted that …"
    "pass clause": """
        acknowledge agree allege announce argue ask assume believe claim conclude confirm decide
        emphasize estimate expect fear hope note recall recommend report reveal rumor rumour say
        state stress suggest tell think understand
    """,
    # "is expected to …"
    "pass inf": """
        allege ask assume believe claim consider deem estimate expect forbid invite know order
        presume project rumor rumour say show think understand urge
    """,
    # "is considered dead"
    "pass small": """
        declare deem
    """,
    # "is seen as …"
    "pass prep": """
        accuse_of ask_about attribute_to blame_for brand_as charge_with cite_as condemn_for
        criticize_as criticize_for denounce_for describe_as dismiss_as hail_as inform_of
        interpret_as know_for nominate_as portray_as praise_for press_about question_about quote_as
        regard_as
    """,
    # "was criticised by …"
    "pass by": """
        accuse announce challenge champion claim condemn confirm consider criticize denounce deny
        describe dismiss echo endorse favor name oppose praise propose put_forth question quote
        raise reject report reveal share support voice welcome
    """,
    # with no agent
    "pass": """
        accuse announce approve argue charge criticize declare deem describe disclose dismiss expect
        know lambast mention project recognize regard remember request revere view
    """,
    # "the claim that …"
    "noun clause": """
        accusation admission allegation announcement argument assertion assurance belief boast
        certainty claim complaint concern conclusion confidence contention conviction declaration
        demand denial doubt expectation fear feeling finding guess hope idea insistence notion
        pledge prediction promise proposal recognition remark report rumor rumour speculation
        statement suggestion suspicion testimony theory threat view vow warning worry
    """,
    # "her pledge to …"
    "noun inf": """
        agreement ambition bid call claim commitment decision demand desire determination eagerness
        hope inclination intent offer plan pledge promise proposal refusal reluctance request
        resolve threat unwillingness vow wish
    """,
    # "their call for …"
    "noun prep": """
        accusation_against accusation_of admiration_of allegation_against allegation_of
        allegiance_to announcement_about announcement_of anxiety_about apology_for appeal_for
        approval_of argument_about assertion_of assessment_of call_for call_to case_for
        comment_about comment_on complaint_about concern_about concern_over condemnation_of
        consensus_on conversation_about critic_of criticism_of criticism_on criticism_over
        critique_of decision_on defense_of demand_for denial_of denunciation_of description_of
        disclosure_of discussion_of doubt_about endorsement_of enthusiasm_for fear_about fear_of
        feeling_about idea_for joke_about mention_of message_about message_of opinion_of opinion_on
        opposition_to perception_of plan_for plea_for pledge_of portrait_of portrayal_of position_on
        praise_for prediction_about prediction_of promise_of proposal_for proposal_of reference_to
        rejection_of remark_about reminder_of resistance_of respect_for scepticism_about
        skepticism_about skepticism_of speech_about statement_about statement_of statement_on
        story_about suspicion_of talk_about talk_of threat_against tweet_about understanding_of
        view_about view_on warning_about warning_against warning_of word_about worry_about
    """,
    # "his fear is that …"
    "noun is": """
        advice argument assumption belief claim complaint concern conclusion contention fear feeling
        hope message opinion point position prediction promise response view warning worry
    """,
    # "is confident that …"
    "adj clause": """
        adamant afraid angry aware certain concerned confident convinced disappointed doubtful
        emphatic fearful furious glad grateful happy hopeful insistent make_clear optimistic pleased
        proud sceptical shocked skeptical sorry surprised thankful unaware upset worried
    """,
    # "is reluctant to …"
    "adj inf": """
        anxious desperate eager inclined keen loath prepared proud quick reluctant unwilling willing
    """,
    # "is critical of …"
    "adj prep": """
        afraid_of angry_about angry_at aware_of certain_of concerned_about concerned_over
        confident_in convinced_of critical_of devoted_to dismissive_of dissatisfied_with divided_on
        doubtful_about doubtful_of eager_for enamored_of enthusiastic_about fearful_of furious_at
        furious_with grateful_for hopeful_about interested_in mindful_of opposed_to optimistic_about
        pessimistic_about pleased_with proud_of satisfied_with sceptical_about sceptical_of
        skeptical_about skeptical_of supportive_of unhappy_with unified_on upbeat_about vocal_about
        wary_about wary_of worried_about
    """,
    # "according to …"
    "adjunct": """
        according_to per
    """,
    # "in her view"
    "view": """
        assessment estimation judgement judgment opinion reckoning telling view
    """,
    # "in a poll …"
    "survey": """
        poll study survey
    """,
    # "reportedly"
    "adverb": """
        allegedly purportedly reportedly supposedly
    """,
}

ATTRIBUTING: dict[str, frozenset[str]] = {
    frame: frozenset(word.replace("_", " ") for word in words.split())
    for frame, words in _FRAMES.items()
}

# What the lemmatiser makes of some forms, and what they are.
LEMMA_REPAIRS = {"hop": "hope", "retweete": "retweet", "arg": "argue", "’": "be"}

EVIDENTIAL_ADVERBS = frozenset(
    "reportedly allegedly purportedly supposedly seemingly apparently".split()
)
VIEW_NOUNS = ATTRIBUTING["view"]
REPORT_NOUNS = ATTRIBUTING["survey"]

# Where the object is merely acted upon unless the source is one who can speak.
NEEDS_SPEAKER = frozenset(
    """
    support offer see release back attack oppose defend challenge share denounce promote favor
    favour nominate compare echo name dismiss expose ignore deny threaten demand seek want
    introduce mock embrace welcome reject post encourage hail signal approve sign issue file
    question know feel love hate fear respond_to vote_for cast_as focus_on call_for refer_to
    advocate_for resist
    """.replace("_", " ").split()
)  # fmt: skip
RECIPIENT_VERBS = frozenset({"tell", "remind", "assure", "inform", "warn", "ask"})
# Nouns of saying are the source's own where one of these governs them: "made the claim that".
SUPPORT_VERBS = frozenset(
    """
    make give have hold express issue voice raise offer deliver show reiterate repeat announce
    launch take share feel renew echo reaffirm signal sound send level lodge harbor harbour
    """.split()
)
# Where the subject only brings such a noun about: "the plan drew claims that".
PROVOKING_VERBS = frozenset(
    """
    draw face spark prompt fuel trigger provoke attract cause raise meet bring receive create feed
    fan stoke follow generate include contain
    """.split()
)  # fmt: skip
# Things that carry the words of the one who made them.
ARTEFACTS = frozenset(
    """
    statement letter speech tweet email e-mail note message memo article post address remark
    comment petition lawsuit complaint op-ed column release declaration communique interview text
    """.split()
)
DOCUMENTS = frozenset("resolution motion bill report proposal draft amendment document".split())
# Verbs of saying that taggers take for plural nouns.
SAYING_FORMS = frozenset("notes reports claims comments remarks states recalls warns".split())

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
