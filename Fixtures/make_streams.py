#!/usr/bin/env python3
"""Writes Fixtures/streams/mixed.jsonl, which no editor should touch: it holds broken UTF-8,
one CRLF line end and a raw U+2028. What each line is for stands in README.md."""
from pathlib import Path

LINES = [
    # 1 good, with a language
    rb'{"id":"m-01","language":"en","text":"SOFIA, 2 February \u2013 Ambassador of Estonia to Bulgaria Maarja Tiidus visited the Plovdiv Chamber of Crafts on Monday."}' + b"\n",
    # 2 empty
    b"\n",
    # 3 not JSON
    b"Press release: the winter timetable of Lake Ferries Ltd\n",
    # 4 no text
    b'{"id":"m-04","title":"Road closed near Kutaisi"}\n',
    # 5 numeric id
    b'{"id":5,"language":"en","text":"The National Library of Latvia has lent nine maps to Vilnius University."}\n',
    # 6 U+2028 raw and escaped, emoji raw and as a surrogate pair
    ('{"id":"m-06","language":"en","text":"Regatta opens in Split \u26f5\U0001f3c1\u2028'
     'Ivo Radovanić-Hale won the first race.\\u2028He sails for Jadran Sailing Club \\ud83c\\udfc6 of Zadar."}\n').encode(),
    # 7 CRLF
    b'{"id":"m-07","text":"Norrby Timber AB opens a sawmill in Lapland. Managing director Saga Wikmark-Lund will speak."}\r\n',
    # 8 a lone CR, escaped, inside the string
    rb'{"id":"m-08","language":"en","text":"Mayor of Cork Fintan Delahoyde\rCork City Council\rA new library opens in Ballincollig."}' + b"\n",
    # 9 bytes that are no UTF-8: a lone continuation byte, a cut sequence, a Latin-1 e acute
    b'{"id":"m-09","text":"Governor Ren\xe9 Castelmore \x80 met farmers in Quebec \xf0\x9f\x92 on Friday."}\n',
    # 10 null text
    b'{"id":"m-10","language":"en","text":null}\n',
    # 11 an array
    b'["m-11","en","Talks were held in Oslo."]\n',
    # 12 Turkish, no line end after it
    '{"id":"m-12","language":"tr","text":"BOLU - Bolu Valisi Işılay Gümüşdoğan, Abant Gölü\'ndeki çalışmaları İller Bankası heyetiyle yerinde inceledi. Vali Gümüşdoğan’a Orman Genel Müdürlüğünden Şükran Çınarlı eşlik etti."}'.encode(),
]

if __name__ == "__main__":
    out = Path(__file__).resolve().parent / "streams" / "mixed.jsonl"
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(b"".join(LINES))
