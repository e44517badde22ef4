"""Sentences as linked nodes that can be cut and joined, and a small grammar of sources and descriptions."""
from dataclasses import dataclass

from name_lists import FAMILY, GIVEN, ORGANISATIONS, PLACES, TITLES
from treebank import Sentence


@dataclass(eq=False)
class Node:
    word: str
    upos: str
    xpos: str
    head: "Node"
    relation: str
    name: str = None
    lemma: str = "_"


def from_sentence(s):
    nodes = [Node(s.words[k], s.upos[k], s.xpos[k], None, s.relations[k], s.names[k] if s.names else None, s.lemmas[k])
             for k in range(len(s))]
    for node, head in zip(nodes, s.heads):
        node.head = nodes[head - 1] if head else None
    return nodes


def to_sentence(nodes, document):
    """Tokens whose head was cut away hang on the root; there is always exactly one root."""
    place = {id(n): k + 1 for k, n in enumerate(nodes)}
    root = next((n for n in nodes if n.head is None), nodes[0])
    heads = [0 if n is root else place.get(id(n.head), place[id(root)]) for n in nodes]
    names = [n.name for n in nodes]
    return Sentence(document, [n.word for n in nodes], [n.upos for n in nodes], [n.xpos for n in nodes], heads,
                    ["root" if n is root else n.relation for n in nodes], [n.lemma for n in nodes],
                    None if all(name is None for name in names) else names)


def root_of(nodes):
    inside = {id(n) for n in nodes}
    return next(n for n in nodes if n.head is None or id(n.head) not in inside)


def leaf(node, nodes):
    return not any(n.head is node for n in nodes)


def extent(node, nodes):
    """First and last index of the node's subtree."""
    def below(n):
        while n is not None:
            if n is node:
                return True
            n = n.head
        return False
    inside = [k for k, n in enumerate(nodes) if below(n)]
    return inside[0], inside[-1]


def kind_of(node):
    return node.name[2:] if node.name and node.name != "O" else None


# --- grammar ---

BODIES = """army police military government ministry hospital group charity agency rebels militia council court union mission embassy president
minister governor mayor spokesman spokeswoman commander official general activists monitors prosecutors militants insurgents coalition
statement report network organisation organization opposition party ministry observatory regime junta movement""".split()
CROWDS = """officials residents witnesses activists authorities doctors medics police relatives analysts diplomats rebels villagers rescuers survivors
aid_workers rights_groups state_media local_media security_sources military_sources medical_sources police_sources local_officials
health_officials security_officials eyewitnesses experts reports investigators""".split()
PERSONS = """spokesman spokeswoman leader commander chief head minister official officer resident witness doctor activist president governor mayor director
deputy lawyer adviser analyst brother father cousin teacher journalist general colonel farmer negotiator representative""".split()
ADJECTIVES = """Syrian Iraqi Yemeni Afghan Israeli Lebanese Libyan Sudanese Ethiopian Somali Congolese Nigerian Malian Ukrainian Russian Colombian Mexican
Turkish Iranian Palestinian local regional national military senior provincial Burmese Filipino Chechen Serbian Salvadoran Kurdish""".split()
PAST = """said said said said said said said added reported claimed announced confirmed warned alleged wrote explained insisted stated noted argued
declared acknowledged admitted stressed recalled suggested complained""".split()
PRESENT = "says says says says adds reports claims confirms warns explains insists notes argues writes".split()
HEARERS = "Reuters AFP AP reporters journalists CNN BBC Xinhua Interfax parliament lawmakers IPS WAFA residents investigators".split()


def _plural(word):
    return word.endswith("s") and word not in ("police",)


def _noun(word, head, relation):
    return Node(word, "NOUN", "NNS" if _plural(word) else "NN", head, relation, "O")


def name_tokens(text, kind, rng):
    """"Khan_Younis", "al-Masri" -> linked nodes as the treebank has them; the first is the head."""
    nodes = []
    for part in text.split("_"):
        pieces = part.split("-")
        for k, piece in enumerate(pieces):
            head = nodes[0] if nodes else None
            if k and len(pieces) > 1:
                piece_head = nodes[-1] if pieces[k - 1].islower() or k == 1 and len(nodes) == 1 else nodes[0]
                dash = Node("-", "PUNCT", "HYPH", None, "punct", None)
                node = Node(piece, "PROPN", "NNP", piece_head, "flat", None)
                dash.head = node
                nodes += [dash, node]
            else:
                nodes.append(Node(piece, "PROPN", "NNP", head, "flat" if head else "root", None))
    for k, node in enumerate(nodes):
        node.name = ("I-" if k else "B-") + kind
    return nodes


def person(rng, title=0.0):
    given, family = rng.choice(GIVEN), rng.choice(FAMILY)
    nodes = name_tokens(given + "_" + family if rng.random() < 0.8 else family, "PER", rng)
    if rng.random() < title:
        nodes.insert(0, Node(rng.choice(TITLES), "PROPN", "NNP", nodes[0], "nmod:desc", "O"))
    return nodes


def place(rng):
    return name_tokens(rng.choice(PLACES), "LOC", rng)


def organisation(rng):
    text = rng.choice(ORGANISATIONS)
    nodes = name_tokens(text, "ORG", rng)
    if "_" in text and "-" not in text:
        for node in nodes[:-1]:
            node.head, node.relation = nodes[-1], "compound"
        nodes[-1].head, nodes[-1].relation = None, "root"
    return nodes


def _hang(nodes, head, relation, case):
    """Makes a phrase a dependent with a preposition. -> nodes"""
    top = root_of(nodes)
    top.head, top.relation = head, relation
    return [Node(case, "ADP", "IN", top, "case", "O")] + nodes


def body(rng, article=None):
    """"the Syrian army", "the group" """
    noun = _noun(rng.choice(BODIES), None, "root")
    nodes = [noun]
    if rng.random() < 0.35:
        nodes.insert(0, Node(rng.choice(ADJECTIVES), "ADJ", "JJ", noun, "amod", "O"))
    article = article or ("the" if noun.xpos == "NNS" or rng.random() < 0.8 else "a")
    if article == "a" and nodes[0].word[0].lower() in "aeiou":
        article = "an"
    return [Node(article, "DET", "DT", noun, "det", "O")] + nodes


def source(rng, short=False):
    """The subject of a speech verb, its root unattached."""
    draw = rng.random()
    if short or draw < 0.22:
        if rng.random() < 0.5:
            words = rng.choice(CROWDS).split("_")
            head = _noun(words[-1], None, "root")
            kind = lambda w: ("ADJ", "JJ", "amod") if w in ("local", "medical", "military") else ("NOUN", "NN", "compound")
            return [Node(w, *kind(w)[:2], head, kind(w)[2], "O") for w in words[:-1]] + [head]
        return body(rng)[1:] if short else body(rng)
    if draw < 0.42:
        return body(rng)
    if draw < 0.60:
        return person(rng, title=0.5)
    if draw < 0.70:
        return organisation(rng)
    if draw < 0.78:
        word, xpos = rng.choice((("he", "PRP"), ("she", "PRP"), ("they", "PRP"), ("it", "PRP")))
        return [Node(word, "PRON", xpos, None, "root", "O")]
    if draw < 0.90:
        return description(rng, "PER")
    nodes = person(rng, title=0.3)
    top = root_of(nodes)
    phrase = description(rng, "PER")
    inner = root_of(phrase)
    inner.head, inner.relation = top, "appos"
    commas = [Node(",", "PUNCT", ",", inner, "punct", "O") for _ in range(2)]
    return nodes + [commas[0]] + phrase + [commas[1]]


def description(rng, kind):
    """"a spokesman for the rebels", "the group 's leader", "a town near Goma" """
    if kind == "LOC":
        noun = _noun(rng.choice("town city village province district camp capital region stronghold suburb".split()), None, "root")
        return [Node(rng.choice(("a", "the")), "DET", "DT", noun, "det", "O"), noun] + \
            _hang(place(rng), noun, "nmod", rng.choice(("near", "in", "of", "outside")))
    if kind in ("ORG", "OTH"):
        noun = _noun(rng.choice("group militia agency organisation alliance party force faction charity watchdog".split()), None, "root")
        nodes = [Node("a" if rng.random() < 0.7 else "the", "DET", "DT", noun, "det", "O")]
        if rng.random() < 0.6:
            nodes.append(Node(rng.choice(("rebel", "rights", "militant", "aid", "separatist")), "NOUN", "NN", noun, "compound", "O"))
        nodes.append(noun)
        return nodes + (_hang(place(rng), noun, "nmod", "in") if rng.random() < 0.4 else [])
    noun = _noun(rng.choice(PERSONS), None, "root")
    draw = rng.random()
    if draw < 0.3:
        owner = rng.choice((body, organisation))(rng)
        top = root_of(owner)
        top.head, top.relation = noun, "nmod:poss"
        return owner + [Node(rng.choice(("'s", "’s")), "PART", "POS", top, "case", "O"), noun]
    article = Node(rng.choice(("a", "the", "the")), "DET", "DT", noun, "det", "O")
    nodes = [article] + ([Node(rng.choice(("military", "army", "police", "government", "rebel", "hospital")), "NOUN", "NN", noun, "compound", "O")]
                         if rng.random() < 0.3 else []) + [noun]
    if draw < 0.8:
        complement = rng.choice((body, organisation, place))(rng)
        nodes += _hang(complement, noun, "nmod", rng.choice(("for", "of", "of", "in", "at")))
    return nodes


def speech_clause(rng, inverted, object_allowed):
    """-> (nodes, verb): "the army said", "said the army", "Ali told Reuters on Tuesday"; its verb is unattached."""
    subject = source(rng)
    told = object_allowed and not inverted and rng.random() < 0.22
    present = rng.random() < 0.2
    word = "told" if told else rng.choice(PRESENT if present else PAST)
    verb = Node("tells" if told and present else word, "VERB", "VBZ" if present else "VBD", None, "root", "O")
    top = root_of(subject)
    if inverted and subject[0].upos == "PRON":
        inverted = False
    if inverted and len(subject) > 1 and subject[-1].word == ",":
        subject = subject[:-1]
    top.head, top.relation = verb, "nsubj"
    nodes = [verb] + subject if inverted else subject + [verb]
    if told:
        hearer = rng.choice(HEARERS)
        proper = hearer[0].isupper()
        nodes.append(Node(hearer, "PROPN" if proper else "NOUN", "NNP" if proper else "NNS" if _plural(hearer) else "NN", verb, "iobj",
                          "B-ORG" if proper else "O"))
    if rng.random() < 0.25 and not inverted:
        nodes += _circumstance(rng, verb)
    return nodes, verb


def _circumstance(rng, verb):
    draw = rng.random()
    if draw < 0.4:
        day = Node(rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()), "PROPN", "NNP", None, "root", "O")
        if rng.random() < 0.3:
            day.head, day.relation = verb, "obl:unmarked"
            return [day]
        return _hang([day], verb, "obl", "on")
    noun = _noun(rng.choice("statement interview report tweet briefing".split()), None, "root")
    if draw < 0.5:
        noun.word = "telephone"
        return _hang([noun], verb, "obl", "by")
    article = Node("an" if noun.word == "interview" else "a", "DET", "DT", noun, "det", "O")
    return _hang([article, noun], verb, "obl", "in")
