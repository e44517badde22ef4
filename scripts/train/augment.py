"""Training sentences written in other ways: what this domain has and the treebank has little of.

Every function takes a list of nodes and returns it changed, or None where it does not apply. Trees follow the habits of the
treebank: trailing attribution is the root with the content as `ccomp`; attribution in the middle is `parataxis`.
"""
from dataclasses import replace

import fragments
from fragments import Node, from_sentence, to_sentence
from name_lists import FAMILY, GIVEN, ORGANISATIONS, PLACES, SYLLABLES, TITLES

OPENING, CLOSING = {'"', "“", "``", "«", "„"}, {'"', "”", "''", "»"}
QUOTE_PAIRS = (("“", "”"), ('"', '"'), ("``", "''"), ("‘", "’"), ("'", "'"), ("«", "»"))
SMALL = {"a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "but", "near"}


def epoch(sentences, rng):
    """One epoch's sentences, each perhaps rewritten; structural rewritings come on top of the original."""
    result = []
    for sentence in sentences:
        if rng.random() < 0.17:
            changed = rebuilt(sentence, rng)
            if changed is not None:
                result.append(surface(changed, rng))
        result.append(surface(sentence, rng))
    return result


STRUCTURES = None


def rebuilt(sentence, rng):
    choices, weights = zip(*((trailing, 5), (medial, 1.5), (according, 2), (headed, 0.6), (dateline, 0.5), (credited, 0.4),
                             (apposition, 3), (named_apposition, 1), (passive, 3), (acronym, 1)))
    for _ in range(3):
        nodes = rng.choices(choices, weights)[0](from_sentence(sentence), rng)
        if nodes is not None:
            return to_sentence(nodes, sentence.document)
    return None


def surface(sentence, rng):
    """Other names, other quotation marks, other case, no final stop."""
    draw, nodes = rng.random(), None
    change = lambda: nodes if nodes is not None else from_sentence(sentence)
    if rng.random() < 0.2 and "PROPN" in sentence.upos:
        nodes = swap_names(change(), rng)
    if rng.random() < 0.3 and any(w in OPENING or w in CLOSING for w in sentence.words):
        nodes = swap_quotes(change(), rng)
    if draw < 0.08:
        nodes = change()
        for node in nodes:
            node.word = node.word.upper()
        if rng.random() < 0.3:
            nodes = telegraphic(nodes, rng)
    elif draw < 0.10:
        nodes = telegraphic(change(), rng)
        for k, node in enumerate(nodes):
            if node.word.islower() and (k == 0 or node.word not in SMALL):
                node.word = node.word[0].upper() + node.word[1:]
    elif draw < 0.11:
        nodes = change()
        for node in nodes:
            node.word = node.word.lower()
    elif draw < 0.14:
        nodes = without_stop(change())
    elif draw < 0.15:
        kept = [n for n in change() if not (n.word in (",", '"', "“", "”") and fragments.leaf(n, nodes or []) and rng.random() < 0.7)]
        nodes = kept if len(kept) > 2 else nodes
    return sentence if nodes is None else to_sentence(nodes, sentence.document)


def respelled(sentence, rng):
    """A sentence with beliefs written otherwise, word for word: in capitals, in small letters, with other quotation marks."""
    draw = rng.random()
    if draw < 0.2:
        words = [w.upper() for w in sentence.words]
    elif draw < 0.22:
        words = [w.lower() for w in sentence.words]
    else:
        return sentence
    changed = replace(sentence, words=words)
    changed.soft = sentence.soft
    return changed


def without_stop(nodes):
    return nodes[:-1] if len(nodes) > 3 and nodes[-1].word in (".", "!") else nodes


def telegraphic(nodes, rng):
    """Headline grammar: no final stop, articles and passive auxiliaries gone."""
    nodes = without_stop(nodes)
    if rng.random() < 0.5:
        parents = {id(n.head) for n in nodes}
        kept = [n for n in nodes if id(n) in parents or not (n.word.lower() in ("a", "an", "the") or
                (n.relation == "aux:pass" and n.word.lower() in ("was", "were", "is", "are", "been")))]
        nodes = kept if len(kept) > 2 else nodes
    return nodes


def swap_quotes(nodes, rng):
    pair, inside = rng.choice(QUOTE_PAIRS), False
    for node in nodes:
        if node.upos == "PUNCT" and (node.word in OPENING or node.word in CLOSING):
            node.word, inside = pair[1 if inside else 0], not inside
    return nodes


# --- names ---

def invented(rng):
    """A name nobody has: syllables of many languages."""
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.choice((2, 2, 3)))).capitalize()


def one_of(names, rng):
    return invented(rng) if rng.random() < 0.25 else rng.choice(names).split("_")[0].split("-")[-1].capitalize()


def swap_names(nodes, rng):
    """Puts other names in: token by token, so that the tree stays. Unknown kinds keep half of their tokens."""
    replaced = {}
    for k, node in enumerate(nodes):
        if node.upos != "PROPN" or len(node.word) < 2 or not node.word.isalpha() or node.xpos == "NNPS":
            continue
        kind = node.name[2:] if node.name and node.name != "O" else None
        if kind is None and (rng.random() < 0.5 or node.word in TITLES or node.relation == "nmod:desc"):
            continue
        if node.word.isupper():
            replaced.setdefault(node.word, "".join(rng.choice("ABCDEFGHIKLMNOPRSTUZ") for _ in range(rng.choice((2, 3, 3, 3, 4, 5)))))
        elif kind == "PER" or (kind is None and node.relation == "flat"):
            last = node.relation == "flat"
            replaced.setdefault(node.word, one_of(FAMILY if last else GIVEN, rng))
        elif kind == "LOC" and not any(c.head is node and c.relation == "compound" for c in nodes):
            replaced.setdefault(node.word, one_of([p for p in PLACES if "_" not in p], rng))
        elif kind in ("ORG", "OTH") and rng.random() < 0.3:
            replaced.setdefault(node.word, invented(rng))
        if node.word in replaced:
            node.word = replaced[node.word]
    return nodes


# --- structures ---

def declarative(nodes, longest=34):
    """The root of a plain statement that may become somebody's words; else None."""
    root = fragments.root_of(nodes)
    if not 5 <= len(nodes) <= longest or nodes[-1].word != "." or nodes[-1].head is not root:
        return None
    if root.upos not in ("VERB", "ADJ", "NOUN") or any(n.word in OPENING or n.word in CLOSING for n in nodes):
        return None
    if not any(n.head is root and n.relation.startswith(("nsubj", "expl")) for n in nodes):
        return None
    return None if any(n.relation in ("parataxis", "list", "vocative") for n in nodes) else root


def lowered(nodes):
    if nodes[0].upos not in ("PROPN",) and nodes[0].word != "I" and not nodes[0].word.isupper():
        nodes[0].word = nodes[0].word[0].lower() + nodes[0].word[1:]


def trailing(nodes, rng):
    """"… , the army said ." and "“ … , ” said Ali Hassan ." """
    content = declarative(nodes)
    if content is None:
        return None
    clause, verb = fragments.speech_clause(rng, inverted=rng.random() < 0.25, object_allowed=True)
    body, stop = nodes[:-1], nodes[-1]
    comma = Node(",", "PUNCT", ",", content, "punct", "O")
    if rng.random() < 0.45:
        left, right = rng.choice(QUOTE_PAIRS)
        marks = [Node(right, "PUNCT", "''", content, "punct", "O"), comma]
        if rng.random() < 0.75:
            marks.reverse()
        body = [Node(left, "PUNCT", "``", content, "punct", "O")] + body + marks
    else:
        body = body + [comma]
    content.head, content.relation = verb, "ccomp"
    verb.head, verb.relation = None, "root"
    stop.head = verb
    return body + clause + [stop]


def medial(nodes, rng):
    """"The group , the army said , has fled ." """
    root = declarative(nodes)
    if root is None:
        return None
    subject = next(n for n in nodes if n.head is root and n.relation.startswith(("nsubj", "expl")))
    first, last = fragments.extent(subject, nodes)
    if last + 2 >= nodes.index(root) + 3 or nodes[last + 1].word == "," or subject.upos == "PRON":
        return None
    clause, verb = fragments.speech_clause(rng, inverted=rng.random() < 0.3, object_allowed=False)
    verb.head, verb.relation = root, "parataxis"
    commas = [Node(",", "PUNCT", ",", verb, "punct", "O") for _ in range(2)]
    return nodes[:last + 1] + [commas[0]] + clause + [commas[1]] + nodes[last + 1:]


def according(nodes, rng):
    """"… , according to the ministry ." or first."""
    root = declarative(nodes)
    if root is None:
        return None
    phrase = fragments.source(rng)
    head = fragments.root_of(phrase)
    head.head, head.relation = root, "obl"
    case = Node("according", "VERB", "VBG", head, "case", "O")
    to = Node("to", "ADP", "IN", case, "fixed", "O")
    comma = Node(",", "PUNCT", ",", head, "punct", "O")
    if rng.random() < 0.65:
        return nodes[:-1] + ([comma] if rng.random() < 0.8 else []) + [case, to] + phrase + [nodes[-1]]
    lowered(nodes)
    case.word = "According"
    return [case, to] + phrase + [comma] + nodes


def headed(nodes, rng):
    """"Army : rebels flee town ." """
    root = declarative(nodes, 20)
    if root is None:
        return None
    phrase = fragments.source(rng, short=True)
    head = fragments.root_of(phrase)
    phrase[0].word = phrase[0].word[0].upper() + phrase[0].word[1:]
    root.head, root.relation = head, "parataxis"
    nodes[-1].head = head
    head.head, head.relation = None, "root"
    return phrase + [Node(":", "PUNCT", ":", root, "punct", "O")] + (nodes if rng.random() < 0.5 else nodes[:-1])


def credited(nodes, rng):
    """"Ten killed in blast – officials" """
    root = declarative(nodes, 20)
    if root is None:
        return None
    phrase = fragments.source(rng, short=True)
    head = fragments.root_of(phrase)
    head.head, head.relation = root, "parataxis"
    return nodes[:-1] + [Node(rng.choice("-–:—"), "PUNCT", ":", head, "punct", "O")] + phrase


def dateline(nodes, rng):
    """"GOMA ( Reuters ) - Rebels shelled …" """
    root = declarative(nodes)
    if root is None:
        return None
    city = Node(one_of([p for p in PLACES if "_" not in p], rng), "PROPN", "NNP", None, "root", "B-LOC")
    if rng.random() < 0.7:
        city.word = city.word.upper()
    agency = Node(rng.choice(("AP", "Reuters", "AFP", "CNN", "UPI", "Xinhua", "REUTERS", "dpa")), "PROPN", "NNP", city, "list", "B-ORG")
    open_, close = Node("(", "PUNCT", "-LRB-", agency, "punct", "O"), Node(")", "PUNCT", "-RRB-", agency, "punct", "O")
    dash = Node(rng.choice(("-", "--", "–", "—")), "PUNCT", ":", city, "punct", "O")
    root.head, root.relation = city, "parataxis"
    nodes[-1].head = city
    return [city] + ([open_, agency, close] if rng.random() < 0.7 else []) + [dash] + nodes


def _bare_name(nodes, rng):
    """A name or noun behind which an apposition may stand: the head of its phrase, which ends with it or its own flat tokens."""
    spots = []
    for k, n in enumerate(nodes[:-1]):
        if n.upos == "PROPN" and n.relation in ("nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent", "conj", "root"):
            first, last = fragments.extent(n, nodes)
            inner = [m for m in nodes[k + 1:last + 1]]
            if last + 1 < len(nodes) and all(m.head is n and m.relation == "flat" for m in inner) and nodes[last + 1].word not in (",", "'s", "(", "-", "’s"):
                spots.append((n, last))
    return rng.choice(spots) if spots else None


def apposition(nodes, rng):
    """"Ali Hassan , a spokesman for the rebels , said …" """
    spot = _bare_name(nodes, rng)
    if spot is None:
        return None
    name, last = spot
    phrase = fragments.description(rng, fragments.kind_of(name))
    return _set_off(nodes, name, last, phrase, rng)


def named_apposition(nodes, rng):
    """"The group 's leader , Ali Hassan , said …" """
    spots = [(n, fragments.extent(n, nodes)[1]) for n in nodes[:-1]
             if n.upos == "NOUN" and n.relation in ("nsubj", "obj", "nsubj:pass") and n.word.lower() in fragments.PERSONS]
    if not spots:
        return None
    noun, last = rng.choice(spots)
    if last + 1 >= len(nodes) or nodes[last + 1].word == ",":
        return None
    return _set_off(nodes, noun, last, fragments.person(rng), rng)


def _set_off(nodes, governor, last, phrase, rng):
    head = fragments.root_of(phrase)
    head.head, head.relation = governor, "appos"
    before, after = [Node(",", "PUNCT", ",", head, "punct", "O") for _ in range(2)]
    if rng.random() < 0.12:
        before.word, before.xpos, after.word, after.xpos = "(", "-LRB-", ")", "-RRB-"
    following = nodes[last + 1:]
    closing = [] if following and following[0].word in (".", ",") and before.word == "," else [after]
    return nodes[:last + 1] + [before] + phrase + closing + following


def acronym(nodes, rng):
    """"the Kachin Independence Army ( KIA )" """
    spot = _bare_name(nodes, rng)
    if spot is None:
        return None
    name, last = spot
    first = fragments.extent(name, nodes)[0]
    letters = "".join(n.word[0].upper() for n in nodes[first:last + 1] if n.upos in ("PROPN", "ADJ", "NOUN"))
    if len(letters) < 2:
        letters += rng.choice("ABDFLNPS") + rng.choice("AFPU")
    short = Node(letters, "PROPN", "NNP", name, "appos", "B-ORG" if fragments.kind_of(name) == "ORG" else None)
    return nodes[:last + 1] + [Node("(", "PUNCT", "-LRB-", short, "punct", "O"), short,
                               Node(")", "PUNCT", "-RRB-", short, "punct", "O")] + nodes[last + 1:]


def passive(nodes, rng):
    """"Rebels shelled the camp ." -> "The camp was shelled by rebels ." """
    for verb in nodes:
        if verb.xpos != "VBD" or not verb.word.endswith("ed") or verb.upos != "VERB":
            continue
        children = [n for n in nodes if n.head is verb]
        subject = next((n for n in children if n.relation == "nsubj"), None)
        object_ = next((n for n in children if n.relation == "obj"), None)
        if subject is None or object_ is None or "PRON" in (subject.upos, object_.upos) \
                or any(n.relation in ("aux", "iobj", "xcomp", "expl", "ccomp", "compound:prt") for n in children):
            continue
        at, (s1, s2), (o1, o2) = nodes.index(verb), fragments.extent(subject, nodes), fragments.extent(object_, nodes)
        if s2 >= at or o1 <= at or not all(n.head is verb or n.upos == "PUNCT" for n in nodes[s2 + 1:at]):
            continue
        if any(n.relation in ("conj", "appos", "acl:relcl") for n in (subject, object_)):
            continue
        subject_nodes, object_nodes = nodes[s1:s2 + 1], nodes[o1:o2 + 1]
        if s1 == 0:
            lowered(subject_nodes)
            object_nodes[0].word = object_nodes[0].word[0].upper() + object_nodes[0].word[1:]
        plural = object_.xpos in ("NNS", "NNPS") or any(n.head is object_ and n.relation == "conj" for n in nodes)
        be = Node("were" if plural else "was", "AUX", "VBD", verb, "aux:pass", "O")
        by = Node("by", "ADP", "IN", subject, "case", "O")
        verb.xpos = "VBN"
        subject.relation, object_.relation = "obl:agent", "nsubj:pass"
        between, rest = nodes[s2 + 1:at], nodes[at + 1:o1]
        return nodes[:s1] + object_nodes + [be] + between + [verb] + rest + [by] + subject_nodes + nodes[o2 + 1:]
    return None
