"""Words that limit a statement to a tier, a version, a part, a place … of what it speaks of, by class."""

_TIERS = (
    "free|pro|plus|teams?|business|enterprise|premium|starter|basic|individual|students?|hobby|growth|paid|paying"
    "|ultimate|essentials|personal|family|education|standard|professional|scale|max|solo"
)
_PLANS = (
    "plans?|tiers?|subscriptions?|editions?|subscribers?|users?|customers?|accounts?|licen[cs]es?|seats?|members?"
    "|prices?|version|package"
)
_SIZES = (
    "mini|small(?:er|est)?|large[rst]?|larger|big(?:ger)?|base|tiny|nano|micro|max|ultra|lite|flash|medium|xl|turbo"
    "|full|quanti[sz]ed|distilled|cheaper|older|newer|previous|top|entry-level|dense|hosted|preview"
)
_SIZED = (
    "models?|versions?|variants?|editions?|siblings?|configurations?|checkpoints?|generations?|releases?|laptops?"
    "|units?|ones?|watch|phone|camera"
)

ALL_TIERS = rf"\b(?:every|all|each|any)\s(?:\w+\s)?(?:{_PLANS})\b"
"""All tiers: what holds for them holds for each."""

LIMITS: dict[str, str] = {
    "tier": rf"\b(?:{_TIERS})(?=\s(?:and\s\w+\s)?(?:{_PLANS})\b)|(?<=[a-z,] )(?-i:Pro|Plus|Teams?|Business|Enterprise"
    rf"|Premium|Starter|Basic|Max|Ultimate)\b"
    rf"|^(?-i:Pro|Plus|Teams?|Business|Enterprise|Premium|Starter|Basic|Max)\b(?=\s(?:is|costs|starts|includes|has"
    rf"|gets)\b)|\bfor (?:{_TIERS})$",
    "config": r"\bwith \d+\s?[GT]B\b",
    "group": r"\bfor (?:individual |private |all )?(?:consumers?|students?|individuals?|developers?|teachers?"
    r"|schools?|start-?ups?|researchers?|non-?profits?|companies|journalists)\b|"
    r"^(?:individual |private )?(?:consumers|students|individuals|developers|teachers|schools|start-?ups|researchers"
    r"|non-?profits|companies)\b(?=\s(?:pay|have to pay|must pay))",
    "size": rf"\b\d+(?:\.\d+)?[BM](?=\s(?:models?|weights|versions?|variants?|checkpoints?|one)\b)"
    rf"|\b(?:{_SIZES})(?=\s(?:{_SIZED})\b)|\b(?!for|with|and|but|from|than|into|about|under|new|latest|first|this"
    rf"|that|the|language|ai|final|current|same|whole|base|public|private|full|test|any|our|its|an?|initial"
    rf"|actual|each|every|open|closed|proprietary|larger|reasoning|foundation|multimodal|frontier|smart|dense"
    rf"|next|experts?|moe|sparse|stable|cheapest)\w{{3,}}(?=\s(?:model|version|variant|edition)\b)|\b(?:hosted|cloud"
    rf"|managed"
    rf"|self-hosted)(?=\s(?:service|version|offering|edition|platform|api|plans?)\b)|(?<=[A-Za-z0-9] )(?-i:Mini|Small"
    rf"|Large|Tiny|Nano|Micro|Lite|Flash|Medium|XL|Turbo|Ultra|Air|Preview)\b",
    "part": r"\b(?:power bank|input|output|cached|weights?|code|servers?|clients?|straps?|front-?ends?|back-?ends?"
    r"|active|activated|total|extension|"
    r"boxe?s?|cable|charger|controllers?|stand|keyboard|lens|documentation|datasets?|librar(?:y|ies)|dashboard"
    r"|charging case|bundle|shipping|installation|"
    r"hardware|headphones?|dock|adapter|pen|stylus|editor|mobile app|web app|desktop app)\b(?! of\b)",
    "place": r"(?-i:\bU\.?S\.?A?\b(?!\$)|\bEU\b|\bUK\b)|\b(?:united states|europe(?:an)?|united kingdom|china|chinese"
    r"|german[y]?|japan(?:ese)?|india|america[n]?|canada|korea|"
    r"france|australia|asia|africa|britain|british|global(?:ly)?|worldwide|international(?:ly)?)\b",
    "platform": r"(?-i:\biOS\b|\bWeb\b)|\b(?:android|windows|macos|mac|linux|mobile|ipad|iphone|browser|desktop)\b",
    "extra": r"\b(?:extended|extensible|yarn|remaining|half of|recommended|suggested|ideally|sold separately"
    r"|separately|optional(?:ly)?|extra "
    r"charge|add-on)\b",
    "moment": r"\b(?:shortly |\w+ (?:days?|weeks?|months?|years?) )?(?:after|before) (?:the|its|a|it)\b",
    "period": r"\b(?:last|this|past) (?:year|month|quarter|week)\b|\b(?:in all|in total|altogether|to date|all told"
    r"|overall)\b",
    "year": r"\b(?:in|during|for) (?:19|20)\d\d\b",
    "mode": r"\b(?:\d{1,2}K|\d{3,4}p|eco mode|turbo mode)\b",
    "kind": r"\b(?:critical|minor|severe|serious|independent|third-party|daily|monthly|weekly|hourly|natural"
    r"|programming|physical|partial|peak|"
    r"average|median|minimum|maximum|concurrent|unique|registered|paying|human|in beta|experimental|fully|core|main"
    r"|internal|external)\b",
    "bill": r"\b(?:billed (?:annually|yearly)|annual(?:ly)?(?: billing)?|paid yearly|(?:on|with) (?:an? )?annual"
    r"|yearly)\b|(?<=/)ye?a?r\b",
    "condition": r"\b(?:if|unless|by default|opt(?:ional|ionally)?(?: in)?|opt-in|with \w+ (?:on|enabled|off"
    r"|disabled)|in (?:eco|low-power|standby) mode|"
    r"under (?:load|heavy use)|on (?:battery|wi-?fi)|standby|except|without|at weekends|on weekdays|in our (?:own "
    r")?tests?|in (?:the|our) (?:lab\w*|tests?)|by our \w+|(?:we|they|I|reviewers|who) measured|in practice)\b"
    r"|^with\b(?![^,]*\d)[^,]{2,40}?(?:,|\sit\b|\sthe\b)|"
    r"\b(?:account|login|subscription|connection|key|card)\s(?:in order )?(?:to|for)\s\w+",
}
"""By class: an expression for what belongs to it."""

TRIGGERS: dict[str, str] = {
    "tier": "free pro plus team teams business enterprise premium starter basic individual student students hobby "
    "growth paid paying ultimate essentials personal "
    "family education standard professional scale max solo",
    "config": "with",
    "group": "consumer consumers student students individual individuals developer developers teacher teachers "
    "school schools startup startups start researcher "
    "researchers non nonprofits companies journalists",
    "size": "model models weights version versions variant variants checkpoint checkpoints edition editions sibling "
    "siblings configuration configurations generation "
    "generations release releases laptop laptops unit units one ones watch phone camera service offering platform "
    "api mini small large tiny nano micro lite flash "
    "medium xl turbo ultra air preview",
    "part": "bank input output cached weight weights code server servers client clients strap straps front frontend "
    "back backend frontends backends active activated total "
    "extension box boxes cable charger controller controllers stand keyboard lens documentation dataset datasets "
    "library libraries dashboard charging bundle shipping "
    "installation hardware headphone headphones dock adapter pen stylus editor mobile web desktop",
    "place": "us u s usa eu uk united europe european china chinese german germany japan japanese india america "
    "american canada korea france australia asia africa "
    "britain british global globally worldwide international internationally",
    "platform": "ios web android windows macos mac linux mobile ipad iphone browser desktop",
    "extra": "recommended suggested ideally extended extensible yarn remaining half separately optional optionally "
    "extra add",
    "moment": "after before",
    "period": "last this past all total altogether date overall",
    "year": "in during for",
    "mode": "mode 2k 4k 5k 6k 8k 12k 16k 720p 1080p 1440p 2160p",
    "kind": "critical minor severe serious independent third daily monthly weekly hourly natural programming "
    "physical partial peak average median minimum maximum "
    "concurrent unique registered paying human in experimental fully core main internal external",
    "bill": "billed annual annually yearly year yr",
    "condition": "if unless by opt optional optionally with in under on standby except without at we they who "
    "account login subscription connection key card",
}
"""By class: words of which a stretch has one wherever the expression finds something."""
