"""Reads CoNLL-U into plain sentences, with GUM's entity layer turned into name tags."""
import gzip
import re
from dataclasses import dataclass, field

NAME_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
NAME_LABELS = ["O"] + [f"{edge}-{kind}" for kind in ("PER", "ORG", "LOC", "OTH") for edge in "BI"]
# Entity types that are never proper names of their own, whatever their head is tagged ("Monday", "Buddhists").
NOT_NAMES = {"time", "animal", "plant", "substance"}


@dataclass
class Sentence:
    """One tree. `heads` are 1-based, 0 is the root; `names` is None where nobody annotated names."""
    document: str
    words: list
    upos: list
    xpos: list
    heads: list
    relations: list
    lemmas: list
    names: list = None
    misc: list = field(default_factory=list)

    def __len__(self):
        return len(self.words)


def read(path):
    """CoNLL-U (gzip or plain) -> list of Sentence. Multi-word ranges and empty nodes are skipped."""
    sentences, rows, document = [], [], ""
    opener = gzip.open if str(path).endswith(".gz") else open
    with opener(path, "rt", encoding="utf8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                document = line.split("= ")[1]
            elif not line and rows:
                sentences.append(_sentence(document, rows))
                rows = []
            elif line and line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
    if rows:
        sentences.append(_sentence(document, rows))
    _add_names(sentences)
    return sentences


def _sentence(document, rows):
    column = lambda index: [row[index] for row in rows]
    return Sentence(document, column(1), column(3), column(4), [int(head) for head in column(6)],
                    column(7), column(2), None, column(9))


def hold_out(sentences, share=20):
    """Splits by document: every `share`-th document is kept aside for choosing. -> (train, held_out)"""
    documents = list(dict.fromkeys(sentence.document for sentence in sentences))
    aside = set(documents[share // 2::share])
    return ([s for s in sentences if s.document not in aside], [s for s in sentences if s.document in aside])


def _mentions(sentence):
    """GUM's bracketed `Entity=` values -> (first, last, type, minimal token numbers, identity)."""
    stack, mentions = [], []
    for index, misc in enumerate(sentence.misc):
        value = next((item[7:] for item in misc.split("|") if item.startswith("Entity=")), "")
        for opening, body, closing in re.findall(r"(\()?([^()]+)(\))?", value):
            parts = body.split("-")
            if opening:
                entry = (parts[0], index, parts[1] if len(parts) > 1 else "", parts[4] if len(parts) > 4 else "")
                if closing:
                    mentions.append((index, index, entry[2], entry[3]))
                else:
                    stack.append(entry)
            elif closing:
                for position in range(len(stack) - 1, -1, -1):
                    if stack[position][0] == parts[0]:
                        entry = stack.pop(position)
                        mentions.append((entry[1], index, entry[2], entry[3]))
                        break
    return mentions


def _head(sentence, first, last):
    return next((k for k in range(first, last + 1) if not first <= sentence.heads[k] - 1 <= last), None)


def _name_span(sentence, first, last, minimal):
    """The proper name inside a mention: "the late president Nelson Mandela of …" -> Nelson Mandela; or None."""
    head = _head(sentence, first, last)
    if head is None or sentence.upos[head] != "PROPN":
        return None
    chosen = [first + int(n) - 1 for n in minimal.split(",") if n.isdigit()]
    chosen = [k for k in chosen if first <= k <= last] + [head]
    low, high = min(chosen), max(chosen)
    # The head's own flat and compound material belongs to the name even where the minimal span is the head alone.
    for k in range(first, last + 1):
        if sentence.heads[k] - 1 == head and sentence.upos[k] in ("PROPN", "NUM") \
                and sentence.relations[k].split(":")[0] in ("flat", "compound"):
            low, high = min(low, k), max(high, k)
    while low < head and sentence.upos[low] in ("DET", "PRON", "PUNCT", "ADP", "PART", "ADV"):
        low += 1
    # A lower-case title or job before the name is not part of it.
    while low < head and sentence.words[low][0].islower() and sentence.upos[low] != "PROPN":
        low += 1
    for k in range(head + 1, high + 1):
        if sentence.upos[k] in ("VERB", "AUX", "SCONJ", "PART"):
            high = k - 1
            break
    while high > head and sentence.upos[high] in ("PUNCT", "ADP", "DET", "PART"):
        high -= 1
    return low, high, head


def _add_names(sentences):
    annotated = {s.document for s in sentences if any("Entity=" in misc for misc in s.misc)}
    for sentence in sentences:
        if sentence.document not in annotated:
            continue
        spans = []
        for first, last, kind, minimal in _mentions(sentence):
            if kind in NOT_NAMES:
                continue
            span = _name_span(sentence, first, last, minimal)
            if span:
                spans.append((*span, _kind(sentence, span, kind)))
        sentence.names = _paint(sentence, spans)


def _kind(sentence, span, kind):
    """GUM's type as name kind. Peoples ("the Olmecs") are no persons, and neither are acronyms."""
    low, high, head = span
    if kind == "person" and (sentence.xpos[head] == "NNPS" or sentence.words[max(low - 1, 0)].lower() == "the"):
        return "OTH"
    if kind == "person" and low == high and len(sentence.words[head]) > 1 and sentence.words[head].isupper():
        return "ORG"
    return NAME_KINDS.get(kind, "OTH")


def _paint(sentence, spans):
    """Spans -> BIO. A person's name sheds a shorter name before its head ("Pentagon spokesman John Kirby")."""
    tags = ["O"] * len(sentence)
    trimmed = []
    for low, high, head, kind in spans:
        if kind == "PER":
            for low2, high2, _, kind2 in spans:
                if kind2 != "PER" and low <= low2 and high2 < head:
                    low = max(low, high2 + 1)
        trimmed.append((low, high, kind))
    for low, high, kind in sorted(set(trimmed), key=lambda span: span[0] - span[1]):
        if all(tags[k] == "O" for k in range(low, high + 1)):
            for k in range(low, high + 1):
                tags[k] = ("B-" if k == low else "I-") + kind
    return tags


def spans_of(tags):
    """BIO -> set of (first, after, kind); a stray I- opens a name."""
    found, start = set(), None
    for index, tag in enumerate(list(tags) + ["O"]):
        if start is not None and (tag[0] != "I" or tag[2:] != start[1]):
            found.add((start[0], index, start[1]))
            start = None
        if tag != "O" and start is None:
            start = (index, tag[2:])
    return found
