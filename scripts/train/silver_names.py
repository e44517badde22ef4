"""Names that a list tells the kind of, in raw text: MUC-4's development keys (victims, organisations, places) and our own reports' places."""
import json
import re

import numpy as np

import paths
from name_lists import ORGANISATIONS, PLACES
from treebank import NAME_LABELS

COUNTRIES = """Colombia,Peru,El Salvador,Bolivia,Chile,Ecuador,Guatemala,Honduras,Argentina,Nicaragua,Panama,Cuba,Spain,United States,Venezuela,Mexico,
Costa Rica,Brazil,Uruguay,Paraguay,Dominican Republic,Syria,Iraq,Iran,Turkey,Lebanon,Israel,Egypt,Libya,Sudan,South Sudan,Yemen,Saudi Arabia,Jordan,
Afghanistan,Pakistan,India,Nepal,Sri Lanka,Bangladesh,Myanmar,Thailand,Philippines,Indonesia,China,Japan,Russia,Ukraine,Belarus,Poland,Germany,France,
Italy,Serbia,Bosnia,Kosovo,Croatia,Georgia,Armenia,Azerbaijan,Chechnya,Rwanda,Burundi,Uganda,Kenya,Somalia,Ethiopia,Eritrea,Nigeria,Niger,Mali,Chad,
Cameroon,Burkina Faso,Democratic Republic of Congo,Central African Republic,Mozambique,Angola,Britain,United Kingdom,Washington,London,Paris,Moscow,Geneva"""
PLAIN_WORDS = {"army", "police", "government", "national", "air", "force", "rebels", "guerrillas", "church", "university"}


def _key(text):
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[^\s\w]", text.lower()))


class SilverNames:
    """Longest match of known names, word by word, without regard to case."""

    def __init__(self):
        self.kinds = {}
        self._lists()
        self._muc()
        self._reports()
        self.longest = max(map(len, self.kinds))

    def add(self, text, kind):
        key = _key(text)
        key = key[1:] if key[:1] == ("the",) else key
        if key and len("".join(key)) > 2 and not set(key) <= PLAIN_WORDS:
            self.kinds.setdefault(key, kind)

    def _lists(self):
        for name in re.split(r",\s*", COUNTRIES):
            self.add(name, "LOC")
        for name in PLACES:
            self.add(name.replace("_", " "), "LOC")
        for name in ORGANISATIONS:
            self.add(name.replace("_", " "), "ORG")

    def _muc(self):
        for line in open(paths.DATA / "../muc4/dev.jsonl", encoding="utf8"):
            for template in json.loads(line)["templates"]:
                for slot, kind in (("hum_tgt_name", "PER"), ("perp_organization_id", "ORG")):
                    for fill in template["slots"].get(slot, {}).get("fills", ()):
                        for alternative in fill["alts"]:
                            for name in alternative["v"]:
                                if kind == "ORG" or len(name.split()) > 1:
                                    self.add(name, kind)
                for fill in template["slots"].get("incident_location", {}).get("fills", ()):
                    for alternative in fill["alts"]:
                        for place in alternative.get("places", ()):
                            for name in place.get("name", ()):
                                self.add(name, "LOC")

    def _reports(self):
        for part in "abdef":
            for line in open(paths.DATA / f"../claimbank-train/{part}/gold.jsonl", encoding="utf8"):
                for event in json.loads(line).get("events", ()):
                    place = event.get("place") or {}
                    for name in [place.get("name", ""), *place.get("also", ())]:
                        self.add(name, "LOC")

    def correct(self, sentence, proper):
        """Puts what the lists say into the sentence's name beliefs, where the teachers saw a name at all (`proper`: belief in PROPN)."""
        low, beliefs = [w.lower() for w in sentence.words], sentence.soft["names"]
        k = 0
        while k < len(low):
            for width in range(min(self.longest, len(low) - k), 0, -1):
                kind = self.kinds.get(tuple(low[k:k + width]))
                if kind and proper[k:k + width].mean() > 0.5 and not (k + width < len(low) and proper[k + width] > 0.5) \
                        and not (k and proper[k - 1] > 0.5):
                    for j in range(k, k + width):
                        row = beliefs[j] * 0.1
                        row[NAME_LABELS.index(("B-" if j == k else "I-") + kind)] += 0.9
                        beliefs[j] = row.astype(np.float16)
                    k += width - 1
                    break
            k += 1
