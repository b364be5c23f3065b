"""Copy to measure with: a corpus of real news made into dateline/story/1, as many times over as is asked."""

import collections
import datetime
import gzip
import html
import json
import pathlib
import re

FIRST = datetime.datetime(2000, 1, 1, tzinfo=datetime.timezone.utc)
LAST = datetime.datetime(2025, 12, 31, tzinfo=datetime.timezone.utc)
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
INVENTED_WORDS = (
    "minister port council water budget school harvest bridge court museum railway storm talks price ferry hospital "
    "election glacier library energy market border island festival match union parliament treaty satellite road"
).split()


def read_corpus(folder):
    """Items of every `*.jsonl.gz` in `folder`; invented ones where there is no corpus."""
    items = []
    for path in sorted(pathlib.Path(folder).glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            items.extend(json.loads(line) for line in lines)
    return items or list(invented(20_000))


def invented(count):
    state = 1
    for number in range(count):
        words = []
        for _ in range(140):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            words.append(INVENTED_WORDS[(state >> 33) % len(INVENTED_WORDS)])
        paragraphs = [" ".join(words[start : start + 35]).capitalize() + "." for start in range(0, 140, 35)]
        title = " ".join(words[:8]).capitalize()
        yield {"id": f"invented-{number}", "title": title, "section": words[0], "body": "\n\n".join(paragraphs)}


def subject(item):
    words = item.get("topics") or item.get("categories") or [item.get("section") or ""]
    return re.sub(r"[^a-z]+", "-", words[0].lower()).strip("-")


def paragraphs(text):
    text = UNPRINTABLE.sub(" ", text.replace("\r", "").replace("\\", " "))
    parts = re.split(r"\n\s*\n|\n {3,}", text)
    return [" ".join(part.split()) for part in parts if part.strip()]


def story(item, sections):
    """One item as a story without `uri` and `published_at`."""
    body = paragraphs(item.get("body") or "")
    title = " ".join(UNPRINTABLE.sub(" ", html.unescape(item.get("title") or "")).split())
    title = title or " ".join(" ".join(body).split()[:10]) or "Untitled"
    section = subject(item)
    made = {
        "format": "dateline/story/1",
        "language": "en",
        "section": section if section in sections else "world",
        "headline": title[:500],
        "body_html": "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in body),
        "topics": [topic for topic in (item.get("topics") or [])[:3] if topic],
    }
    place = re.match(r"[A-Z][A-Za-z .]+", item.get("dateline") or "")
    if place:
        made["dateline"] = {"place": place.group(0).strip().title(), "source": "ARNA"}
    return made


def stories_of(items):
    seen = collections.Counter(subject(item) for item in items)
    sections = {name for name, _ in seen.most_common(12) if name}
    return [story(item, sections) for item in items]


def write(stories, path, start, count):
    """Stories `start` to `start + count` of the endless repetition of `stories`, one a line."""
    span = (LAST - FIRST).total_seconds()
    with open(path, "w", encoding="utf-8") as out:
        for number in range(start, start + count):
            # The golden ratio spreads any number of stories evenly over the years, repetitions apart.
            moment = FIRST + datetime.timedelta(seconds=int(span * (number * 0.6180339887498949 % 1)))
            line = dict(stories[number % len(stories)])
            line["uri"] = f"tag:measure.example,2026:{number}"
            line["published_at"] = moment.isoformat()
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
