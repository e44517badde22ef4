"""What the network sees of a word: indices into its tables. `models/en/FORMAT.md` states the same in prose."""
import re
import unicodedata
from collections import Counter

import numpy as np

PREFIX3, SUFFIX3, SUFFIX2, SHAPE = 4096, 4096, 1024, 512
CHARACTERS_A_WORD = 20
CHAR_PAD, CHAR_UNKNOWN, CHAR_START, CHAR_END = 0, 1, 2, 3
UNKNOWN, ROOT = 0, 1
QUOTES = str.maketrans("’‘ʼ`“”„«»", "''''\"\"\"\"\"")


def fnv1a(text):
    """32-bit FNV-1a over the UTF-8 bytes."""
    value = 2166136261
    for byte in text.encode("utf8"):
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def folded(word):
    """The form that tables are keyed by: lower case, plain quotation marks."""
    return word.lower().translate(QUOTES)


def shape(word):
    """'McDonald-7' -> 'XxXxx-d': runs longer than two are cut, ten characters kept."""
    out = []
    for char in word:
        kind = unicodedata.category(char)
        mark = "X" if kind == "Lu" else "x" if kind[0] == "L" else "d" if kind == "Nd" else char
        if len(out) >= 2 and out[-1] == out[-2] == mark:
            continue
        out.append(mark)
    return "".join(out[:10])


def bucket(text, size):
    """1 … size-1; 0 stays free for the root."""
    return 1 + fnv1a(text) % (size - 1)


class Features:
    """Tables built from the training words; turns words into index rows, each word type once."""

    def __init__(self, vector_words, learned_words, characters):
        self.learned_words, self.characters = learned_words, characters
        self.vector_row = {word: index + 1 for index, word in enumerate(vector_words)}
        self.learned_row = {word: index + 2 for index, word in enumerate(learned_words)}
        self.char_row = {char: index + 4 for index, char in enumerate(characters)}
        self._types, self._count = {}, 1
        self._rows = np.zeros((1024, 6), np.int32)
        self._chars = np.zeros((1024, CHARACTERS_A_WORD + 2), np.int32)
        self._rows[0, 1] = ROOT
        self._chars[0, :2] = CHAR_START, CHAR_END

    @classmethod
    def from_training(cls, vector_words, sentences, least=2):
        words = Counter(folded(word) for s in sentences for word in s.words)
        chars = Counter(char for s in sentences for word in s.words for char in word)
        return cls(vector_words, sorted(w for w, n in words.items() if n >= least),
                   sorted(c for c, n in chars.items() if n >= 5))

    def type_of(self, word):
        """Index of the word type; type 0 is the root."""
        known = self._types.get(word)
        if known is None:
            known = self._types[word] = self._count
            if known == len(self._rows):
                self._rows, self._chars = (np.concatenate([t, np.zeros_like(t)]) for t in (self._rows, self._chars))
            low = folded(word)
            self._rows[known] = (
                self.vector_row.get(low, 0), self.learned_row.get(low, UNKNOWN),
                bucket(low[:3], PREFIX3), bucket(low[-3:], SUFFIX3), bucket(low[-2:], SUFFIX2), bucket(shape(word), SHAPE))
            chars = [CHAR_START, *(self.char_row.get(char, CHAR_UNKNOWN) for char in word[:CHARACTERS_A_WORD]), CHAR_END]
            self._chars[known, :len(chars)] = chars
            self._count += 1
        return known

    def arrays(self):
        """-> (indices [types or more, 6], characters [types or more, CHARACTERS_A_WORD + 2]) as int32."""
        return self._rows, self._chars
