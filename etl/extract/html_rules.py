"""Cues of furniture in European languages, in the same form as the Arabic ones. Data only.

Pages in other languages are turned away after reading, yet their bodies are read all the same:
Arabic outlets use untranslated themes ("Related posts", "Share this"), and French cues stand on
Maghrebi pages.
"""

import re
from dataclasses import replace

from etl.extract.rules import Place, Reach, Rule
from etl.model import BlockKind

_RELATED = (
    "related", "related articles", "related posts", "related stories", "related news", "related topics", "related content",
    "related items", "related links", "you may also like", "you might also like", "you may also be interested in",
    "you might also be interested in", "more stories", "more news", "more from", "more on this story", "more on this",
    "recommended", "recommended for you", "recommended stories", "recommended reading", "recent posts", "latest news", "latest posts",
    "most read", "most popular", "trending", "trending now", "popular posts", "top stories", "similar posts", "also read", "read next",
    "up next", "don't miss", "next article", "previous article", "next post", "previous post", "what to read next", "in this section",
    "das könnte sie auch interessieren", "das könnte dich auch interessieren", "auch interessant", "mehr zum thema", "zum thema",
    "weitere artikel", "ähnliche artikel", "ähnliche beiträge", "verwandte artikel", "verwandte beiträge", "passend zum thema",
    "neueste artikel", "neueste beiträge", "weitere themen", "weitere nachrichten", "weitere meldungen", "weitere beiträge", "meistgelesen",
    "das könnte ihnen auch gefallen", "das könnte dir auch gefallen", "beliebte beiträge", "lesen sie auch", "lesen sie jetzt", "mehr lesen",
    "artikel zum thema", "mehr aus", "top themen", "aktuelle artikel", "aktuelle beiträge", "aktuelle meldungen", "weiterlesen", "noch mehr news",
    "interessante artikel", "links zum thema", "weiterführende links", "siehe auch", "die neuesten meldungen", "weiterführende informationen",
    "articles similaires", "articles liés", "à lire aussi", "lire aussi", "sur le même sujet", "à lire également", "lire également",
    "les plus lus", "dans la même rubrique", "à découvrir aussi", "vous aimerez aussi", "voir aussi", "dernières actualités",
    "artículos relacionados", "noticias relacionadas", "te puede interesar", "también te puede interesar", "le puede interesar", "lo más leído",
    "más leídas", "puedes ver", "puede ver", "lea también", "lee también", "más noticias", "más sobre", "últimas noticias", "leer más",
    "articoli correlati", "potrebbe interessarti", "potrebbero interessarti", "leggi anche", "notizie correlate", "ti potrebbe interessare",
    "i più letti", "czytaj też", "czytaj także", "zobacz także", "zobacz też", "przeczytaj także", "читайте также", "смотрите также",
    "читайте еще", "по теме", "похожие статьи", "热门推荐", "相关阅读", "相关新闻", "推荐阅读", "leia também", "veja também", "lees ook",
)  # fmt: skip
_READ_ALSO = (
    "read also", "also read", "read more", "see also", "related", "lire aussi", "à lire aussi", "lesen sie auch", "lies auch",
    "lesen sie hier", "mehr dazu", "mehr zum thema", "auch interessant", "leggi anche", "puedes ver", "te puede interesar", "mire",
    "lea también", "lee también", "lea más", "читайте также", "czytaj też", "czytaj także", "zobacz też", "more", "watch", "weiterlesen",
)  # fmt: skip
_COMMENTS = (
    "comments", "comment", "leave a reply", "leave a comment", "post a comment", "add a comment", "write a comment", "no comments",
    "no comments yet", "join the conversation", "join the discussion", "comments are closed", "be the first to comment", "your comment",
    "kommentare", "kommentar", "kommentar schreiben", "schreibe einen kommentar", "hinterlasse einen kommentar", "kommentar verfassen",
    "hinterlasse eine antwort", "hinterlassen sie einen kommentar", "hinterlassen sie eine antwort", "kommentieren", "diskussion", "leserkommentare",
    "hinterlasse jetzt einen kommentar", "kommentar hinterlassen", "kommentare schreiben", "schreiben sie einen kommentar", "neueste kommentare",
    "antwort hinterlassen", "antworten abbrechen", "jetzt kommentieren", "ihr kommentar", "dein kommentar", "ein kommentar",
    "commentaires", "laisser un commentaire", "ajouter un commentaire", "réagir", "laissez un commentaire", "commenter", "vos commentaires",
    "comentarios", "deja un comentario", "deja una respuesta", "escribe un comentario", "commenti", "lascia un commento",
    "lascia una risposta", "комментарии", "оставить комментарий", "komentarze", "dodaj komentarz", "评论",
)  # fmt: skip
_COMMENT_START = (
    "your email address will not be published", "deine e-mail-adresse wird nicht veröffentlicht", "ihre e-mail-adresse wird nicht",
    "votre adresse e-mail ne sera pas", "votre adresse de messagerie ne sera pas", "tu dirección de correo electrónico no",
    "il tuo indirizzo email non", "you must be logged in", "please log in", "du musst angemeldet sein", "sie müssen angemeldet sein",
    "this site uses akismet", "diese website verwendet akismet", "um kommentieren zu können", "comment by", "kommentar von",
)  # fmt: skip
_SHARE = (
    "share", "share this", "share this article", "share this post", "share this story", "share on facebook", "share on twitter", "share via email",
    "share on", "share to facebook", "share to", "follow us", "follow us on", "tweet", "email this", "print this", "copy link", "like this", "teilen", "artikel teilen",
    "beitrag teilen", "diesen artikel teilen", "teilen mit", "teile diesen beitrag", "jetzt teilen", "gefällt mir", "drucken", "empfehlen",
    "folgen sie uns", "folge uns", "weiterempfehlen", "per mail versenden", "merken", "partager", "partager cet article", "imprimer",
    "suivez nous", "compartir", "comparte", "síguenos", "condividi", "condividi su", "seguici", "udostępnij", "поделиться", "分享到",
    "permalink", "permalien", "empfiehl dies deinen freunden", "möchten sie den artikel teilen", "click to share", "klick um",
)  # fmt: skip
_ADVERT = (
    "advertisement", "advertising", "ad", "sponsored", "sponsored content", "anzeige", "werbung", "advertorial", "publicité", "publicidad",
    "pubblicità", "reklama", "реклама", "article continues below", "story continues below", "scroll to continue", "loading", "promoted",
    "article continues after advertisement", "continue reading below", "stellenanzeige", "artikel wird nach der anzeige fortgesetzt",
)  # fmt: skip
_FOLLOW = (
    "subscribe to", "sign up for", "sign up to", "subscribe now", "get our newsletter", "newsletter", "newsletter abonnieren", "jetzt abonnieren", "abonnieren sie",
    "abonniere", "melden sie sich", "inscrivez vous", "abonnez vous", "suscríbete", "iscriviti", "join our newsletter", "hier kostenlos anmelden",
    "click here to", "download our app", "support us", "become a member", "unterstützen sie uns", "zum newsletter", "follow us on",
    "jetzt newsletter", "have a tip", "we earn a commission", "this article contains affiliate", "zapisz się",
)  # fmt: skip
_TAGS = (
    "tags", "tagged", "filed under", "keywords", "topics", "categories", "category", "schlagworte", "schlagwörter", "stichworte",
    "themen", "kategorie", "kategorien", "mots clés", "etiquetas", "temas", "tag", "tagi", "теги", "getaggt mit", "tagged with", "posted in",
    "veröffentlicht in", "abgelegt unter", "verschlagwortet mit", "in diesem artikel", "file under", "labels",
)  # fmt: skip
_RIGHTS = (
    "copyright", "all rights reserved", "alle rechte vorbehalten", "tous droits réservés", "todos los derechos reservados", "tutti i diritti riservati",
    "wszelkie prawa zastrzeżone", "все права защищены", "©", "impressum", "datenschutz", "privacy policy", "terms of use", "nach oben", "back to top",
    "zum seitenanfang", "zurück zur übersicht", "zurück", "zurück zur startseite", "seite drucken", "pdf download",
)  # fmt: skip
_CAPTION = (
    "foto", "fotos", "bild", "bilder", "photo", "photos", "image", "picture", "credit", "photo credit", "image credit", "crédit photo", "crédit",
    "bildquelle", "symbolbild", "symbolfoto", "titelbild", "archivfoto", "archivbild", "foto credit", "image source", "photo by", "getty images",
    "grafik", "quelle foto", "foto von", "zdjęcie", "fot", "фото",
)  # fmt: skip
_ONLY_DATE = re.compile(
    r"^(?:(?:published|updated|posted|on|at|last|veröffentlicht|aktualisiert|erstellt|am|um|vom|stand|publié|le|mis à jour|mo|di|mi|do|fr|sa|so"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun"
    r"|jan\w*|feb\w*|mar\w*|mär\w*|apr\w*|may|mai|jun\w*|jul\w*|aug\w*|sep\w*|okt\w*|oct\w*|nov\w*|dez\w*|dec\w*|janv\w*|févr\w*|avril|juin|juillet|août|déc\w*"
    r"|uhr|pm|am|gmt|utc|cet|et|est|edt|de|del|st|nd|rd|th|h|\d{1,4})[\s.,:;/|\-–()]*){2,14}$",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"^\W*\d[\d.,]*\s*(?:views?|shares?|comments?|kommentare?|likes?|aufrufe|min(?:uten?|utes?)? (?:read|lesezeit)|replies|x gelesen)\W*$"
    r"|^\W*lesezeit\b.{0,30}$|^\W*(?:reading time|temps de lecture)\b.{0,30}$|^\W*\d+\s*min(?:uten|utes|\.)?\W*(?:read|lesezeit|lesedauer)?\W*$",
    re.IGNORECASE,
)

_CREDIT = re.compile(
    r"\b(?:fotos?|photos?|bild|image|crédit|credit|quelle)\s?(?:credit|by)?\s?[:/|]\s?[^.!?]{2,50}$",
    re.IGNORECASE,
)


# Labels of other stories and of adverts end in no full stop; comment policies and rights do.
_NO_STOP = ("eu.related", "eu.readalso", "eu.advert", "eu.tags")


def _rule(id_: str, reach: Reach, place: Place, cues: tuple[str, ...], max_words: int) -> Rule:
    kind = BlockKind(id_.split(".")[1]) if id_.split(".")[1] in ("tags", "caption") else BlockKind.BOILERPLATE
    return Rule(id=id_, kind=kind, reach=reach, place=place, cues=cues, max_words=max_words,
                stop_ok=not id_.startswith(_NO_STOP))  # fmt: skip


def _shape(id_: str, kind: BlockKind, shape: re.Pattern[str], max_words: int) -> Rule:
    return Rule(id=id_, kind=kind, reach=Reach.LINE, place=Place.SHAPE, shape=shape, max_words=max_words)


_BYLINE = re.compile(r"^(?:Author|Role|Reporting from|By),\s", re.IGNORECASE)

# Notices that stand where a player or an embedded post could not be shown, and offers of the outlet's app.
_PLAYER = (
    "متصفحك لا يدعم", "متصفحكم لا يدعم", "المتصفح لا يدعم", "متصفح الإنترنت لديكم يدعم", "html5 video", "يدعم html5", "تفعيل خاصية جافا سكريبت",
    "تفعيل جافا سكريبت", "تشغيل جافا سكريبت", "تفعيل javascript", "تشغيل javascript", "لا يمكن عرض هذا الفيديو", "تعذر تشغيل الفيديو",
    "غير مسؤولة عن محتوى المواقع الخارجية", "غير مسؤول عن محتوى المواقع الخارجية", "لا يمكن عرض هذا المحتوى", "قبول ملفات تعريف الارتباط لعرض",
    "please enable javascript", "does not support the video",
)  # fmt: skip
_APP = (
    "حمل تطبيق", "حملوا تطبيق", "حمل التطبيق", "نزل تطبيق", "نزلوا تطبيق", "قم بتحميل تطبيق", "احصل على تطبيق", "لتحميل تطبيق", "تحميل تطبيق",
    "تابعوا آخر الأخبار عبر تطبيق", "تابع آخر الأخبار عبر تطبيق", "تابعوا الأخبار عبر تطبيق", "جرب تطبيق", "حملوا التطبيق", "حمل الآن تطبيق",
)  # fmt: skip

RULES = (
    Rule(id="ar.player.notice/1", kind=BlockKind.BOILERPLATE, reach=Reach.LINE, place=Place.INSIDE, cues=_PLAYER,
         max_words=34, stop_ok=True),
    Rule(id="ar.app.offer/1", kind=BlockKind.BOILERPLATE, reach=Reach.LINE, place=Place.START, cues=_APP,
         max_words=30, stop_ok=True),
    _shape("any.author.label/1", BlockKind.AUTHOR, _BYLINE, 14),
    _rule("eu.comments.header/1", Reach.END, Place.ALONE, _COMMENTS, 7),
    _rule("eu.comments.form/1", Reach.END, Place.START, _COMMENT_START, 40),
    _rule("eu.related.header/1", Reach.SECTION, Place.ALONE, _RELATED, 9),
    _rule("eu.readalso.line/1", Reach.LINE, Place.START, tuple(cue for cue in _READ_ALSO if " " in cue), 32),
    _rule("eu.readalso.label/1", Reach.LINE, Place.LABEL, _READ_ALSO, 32),
    _rule("eu.share.line/1", Reach.LINE, Place.START, _SHARE, 8),
    _rule("eu.advert.line/1", Reach.LINE, Place.LABEL, _ADVERT, 14),
    _rule("eu.follow.line/1", Reach.LINE, Place.START, _FOLLOW, 30),
    _rule("eu.tags.line/1", Reach.LINE, Place.LABEL, _TAGS, 60),
    _rule("eu.rights.line/1", Reach.OUTSIDE, Place.START, _RIGHTS, 24),
    _rule("eu.caption.label/1", Reach.LINE, Place.LABEL, _CAPTION, 40),
    _shape("eu.published.date/1", BlockKind.PUBLISHED, _ONLY_DATE, 16),
    replace(_shape("eu.caption.credit/1", BlockKind.CAPTION, _CREDIT, 50), needs=frozenset(":/|")),
    _shape("eu.counter.line/1", BlockKind.BOILERPLATE, _COUNTER, 8),
)  # fmt: skip
