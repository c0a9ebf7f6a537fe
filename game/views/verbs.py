"""Verbs for what becomes of people, understandings and papers."""

from __future__ import annotations

STATUS = {
    "centre": "comes back to the centre",
    "posted": "is sent to a post far away",
    "abroad": "is sent abroad",
    "exiled": "is exiled",
    "deported": "is deported",
    "expelled": "is expelled from the party",
    "readmitted": "is taken back into the party",
    "ill": "is ill and absent",
    "dead": "dies",
}
#: The same of several people at once.
STATUS_MANY = {
    "centre": "come back to the centre",
    "posted": "are sent to posts far away",
    "abroad": "are sent abroad",
    "exiled": "are exiled",
    "deported": "are deported",
    "expelled": "are expelled from the party",
    "readmitted": "are taken back into the party",
    "ill": "are ill and absent",
    "dead": "die",
}
PACT = {
    "formed": "come to an understanding",
    "renewed": "renew their understanding",
    "joined": "are of one understanding now",
    "strained": "drift apart",
    "ran out": "let their understanding lapse",
    "lapsed": "let their understanding lapse",
    "dissolved": "dissolve their understanding",
    "broken": "are no longer bound to each other",
}
DOCUMENT = {
    "known": "is known to some",
    "leaked": "is talked of",
    "delegations": "is read to the delegations",
    "press": "is printed",
    "abroad": "is printed abroad",
    "suppressed": "is suppressed and denied",
    "secret": "is kept secret",
    "written": "is written",
    "given": "changes hands",
    "held": "changes hands",
    "learned": "is read by somebody new",
    "read": "is read by somebody new",
}
#: What somebody does to a paper whose new state names a doer.
DOCUMENT_BY = {
    "known": "makes {paper} known to some",
    "leaked": "lets {paper} be talked of",
    "delegations": "has {paper} read to the delegations",
    "press": "has {paper} printed",
    "abroad": "has {paper} printed abroad",
    "suppressed": "suppresses {paper} and denies it",
    "written": "writes {paper}",
    "held": "comes to hold {paper}",
    "given": "comes to hold {paper}",
    "read": "reads {paper}",
    "learned": "reads {paper}",
}
#: The same when a paper comes to several at once.
DOCUMENT_MANY = {
    "held": "come to hold {paper}",
    "given": "come to hold {paper}",
    "read": "read {paper}",
    "learned": "read {paper}",
}
