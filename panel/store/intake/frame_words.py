"""How pages name what stands around their main text: in class names, and in headings in many languages."""

import re

BOXES = re.compile(
    "|".join(
        (
            r"cookie.*|.*[-_]cookies?|.*consent.*|gdpr.*|ccpa.*|onetrust.*|skip[-_]?(?:link|to).*|pop[-_]?up|paywall.*",
            r"(?:.*[-_])?newsletter(?:[-_].*)?|subscribe(?:[-_].*)?|share(?:[-_].*)?|sharing.*",
            r"social(?:[-_](?:share|links|icons|media|buttons).*)?|advert.*|ads?|ad[-_].*|sponsor(?:ed)?[-_].*",
            r"(?:.*[-_])?related(?:[-_].*)?|recommend|recommendations?|recommended[-_](?:articles|posts|stories|reading|for).*",
            r"more[-_](?:stories|articles|news|posts)|read[-_]next|.*also[-_]like.*|trending.*|recirc.*|outbrain.*|taboola.*",
            r"comments?(?:[-_](?:list|section|area|wrapper|form))?|disqus.*|author[-_]bio|tag[-_]?list|pagination",
            r"breadcrumbs?.*|top[-_]?bar|nav|nav[-_]?bar|navigation|menu|footer|masthead|sidebar|(?:left|right)[-_]sidebar",
            r"(?:main|site|top|primary|secondary|page|global|header)[-_](?:nav|menu|navigation|footer|header|sidebar)",
        )
    )
)
"""Class names and ids, one at a time. Not here: what plans and cards are called too (``popular``, ``recommended``)."""

HEADINGS = re.compile(
    "|".join(
        (
            r"(?:related|recommended|similar|more|other|latest|popular|trending) (?:articles?|stories|posts?|content"
            r"|links?|reading|news|topics?|coverage|for you|(?:from|on|in|by) .{2,40}|like this)",
            r"you (?:might|may) also (?:like|enjoy)|read (?:next|more|also)|up next|keep reading|what to read next",
            r"recommended|trending(?: now)?|most (?:read|popular)|about the author|share this(?: article| story)?",
            r"(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)|join the (?:discussion|conversation)",
            r"(?:sign up|subscribe) .{0,60}|.{0,30}newsletter|get .{3,40} in your inbox",
            r"das könnte (?:sie|dich) auch interessieren|mehr zum thema|ähnliche (?:artikel|beiträge)|lesen sie auch",
            r"auch interessant|weitere (?:artikel|beiträge|themen)|kommentare|meistgelesen",
            r"(?:à )?lire aussi|articles (?:similaires|liés)|sur le même sujet|vous aimerez aussi|commentaires",
            r"artículos relacionados|noticias relacionadas|(?:también )?te puede interesar|lee también|comentarios",
            r"articoli correlati|leggi anche|potrebbe interessarti(?: anche)?|commenti",
            r"(?:leia|veja) também|artigos relacionados|comentários",
            r"lees ook|gerelateerde (?:artikelen|berichten)|läs också|läs mer|relaterade artiklar|l[eæ]s også",
            r"(?:czytaj|zobacz) (?:także|też|również)|ilgili haberler|bunlar da ilginizi çekebilir",
            r"читайте (?:также|також)|похожие (?:статьи|материалы)|по теме|комментарии",
            r"関連(?:記事|リンク)|あわせて読みたい|(?:おすすめ|人気)記事|コメント",
            r"相关(?:阅读|文章|新闻|推荐)|相關(?:閱讀|文章|新聞)|推荐阅读|延伸(?:阅读|閱讀)|评论",
            r"관련 ?(?:기사|뉴스)|댓글|(?:مواضيع|مقالات|أخبار) ذات صلة|اقرأ (?:أيضا|أيضًا|المزيد)",
            r"संबंधित (?:खबरें|लेख)|यह भी पढ़ें",
        )
    ),
    re.IGNORECASE,
)
"""Headings above what isn't part of the document."""

ARTICLE = re.compile(
    r'"@type"\s*:\s*(?:\[[^\]]{0,200})?"(?:News|Blog|Tech|Report|Analysis|Review|Opinion)?\w{0,12}(?:Article|Posting)"'
)
"""How a page says in its linked data that it is one article."""
