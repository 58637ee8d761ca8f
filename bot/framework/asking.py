"""What a question wants beside its subject: a number, the steps, who decides, how long, what is paid, whether one must or may."""

import re

NUMBER = re.compile(r"\bhow (?:many|much)\b|\bnumber of\b|\bmaximum\b|\bmax\b|\bat most\b", re.IGNORECASE)
LIST = re.compile(
    r"\bsteps\b|\bstages\b|\bcolumns\b|\bsections\b|\bheadings\b|\bprocess\b|\bprocedure\b|\bcriteria\b|\bbenefits\b|\blist\b"
    r"|\bhow (?:do|does|would|should|can|to)\b|\bwhat(?:['’]s| is| are)? (?:in|on)\b"
    r"|\bwhat goes\b|\bfill in\b|\btalk me through\b|\bwalk me\b"
    r"|\bwhat (?:do|does|should|must|can|would|shall) \w+ (?:\w+ )?(?:have to |need to )?(?:do|put|write)\b|\bwhat to do\b",
    re.IGNORECASE,
)
HOW_OFTEN = re.compile(
    r"\bhow (?:often|long|frequently|regularly)\b|\bhow much time\b|\bdeadline\b|\bevery year\b|\byearly\b", re.IGNORECASE
)
OFTEN = re.compile(
    r"\b(?:regular\w*|often|years?|months?|weeks?|hours?|minutes?|annual\w*|from time to time|deadline|date)\b", re.IGNORECASE
)
PARTS = re.compile(r"\b(?:columns|sections|headings)\b", re.IGNORECASE)
DECIDES = re.compile(
    r"\bwho(?:['’]s| is| will)? (?:\w+ )?(?:decid|approv|assess|judg|agree|sign|determin|recommend|say|choos|grant|submit|put)"
    r"|^\W*when (?:can|will|could|do|does|would|am|is|should)\b|\bwhose (?:decision|call|say|approval)\b"
    r"|\bhow (?:is|are|will|would|do|does) .*\b(?:assess|decid|judg|approv)|\bapproval\b"
    r"|\bwho(?:['’]s| is) (?:involved|the (?:one|decision))|\bwho (?:has|gets) (?:the|to|a|the final|the last) (?:say|decide)",
    re.IGNORECASE,
)
LENGTH_OF_TIME = re.compile(
    r"\bhow (?:long|soon|quick(?:ly)?|fast)\b|\bhow many (?:years?|months?|weeks?)\b"
    r"|\b(?:years?|months?)(?: of)? (?:in|at|as|before|until|service)\b"
    r"|\btime in (?:grade|post|role)\b|\bminimum time\b",
    re.IGNORECASE,
)
PROMISE = re.compile(
    r"^\W*(?:will|do you think|am i going to|is .* going to|what are (?:my|the) chances)\b.*"
    r"\b(?:promot\w*|regrad\w*|upgrad\w*|move up|go up|next year|this year|get (?:it|the job|a|to))",
    re.IGNORECASE,
)
PAY = re.compile(
    r"\b(?:get|gets|getting|be|am|are|is|being|better|more|well) paid\b"
    r"|\bpaid (?:more|less|the same|better)\b|\bsalar(?:y|ies)\b|\bwages?\b"
    r"|\bpay (?:rise|scale|point|band|more|less|is|for|at|of|differ\w*)\b"
    r"|\b(?:the|more|my|our|what|extra|better) pay\b|\bspine points?\b|\bearns?\b|[£$€]",
    re.IGNORECASE,
)
OBLIGED = re.compile(
    r"\bmust\b|\bha(?:ve|s) to\b|\bgot to\b|\bneed(?:s|ed)?\b|\bmandatory\b"
    r"|\bcompulsory\b|\bobligat\w*|\bobliged\b|\brequired?\b|\brequires\b"
    r"|\bforced?\b|\bnecessary\b|\bessential\b",
    re.IGNORECASE,
)
PERMITTED = re.compile(
    r"\bcan\b|\bcould\b|\bmay\b|\ballowed\b|\bpossible\b|\bpermitted\b|\bok(?:ay)? (?:to|if)\b|\bfree to\b", re.IGNORECASE
)
THERE_IS = re.compile(r"^\W*(?:is|are|isn['’]t|aren['’]t) there\b|^\W*(?:does|do|has|have) .*\b(?:have|exist|got|at)\b", re.IGNORECASE)
NEGATED = re.compile(r"\b(?:not|no|never|nobody|without|rather|only|cannot)\b|n['’]t\b", re.IGNORECASE)
CHANGES_PATH = re.compile(r"\b(?:switch|swap|chang|mov|cross|transfer|hop|jump|go)(?:e|es|ed|ing|ping|s)?\b", re.IGNORECASE)
ENUMERATED = re.compile(r"\bstep \d|\(\d\)|:.*[;:]", re.IGNORECASE)
STEP = re.compile(r"\bstep \d", re.IGNORECASE)
