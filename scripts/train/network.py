"""The network: word features -> BiLSTM layers -> tags, names, heads, relations."""
import numpy as np
import torch
import torch.nn.functional as functional
from torch import nn

from features import PREFIX3, SHAPE, SUFFIX2, SUFFIX3
from lstm import Recurrence, active_rows

RANDOM = np.random.default_rng(0)

# (table, buckets, dimensions), in the order in which they are joined behind the two word vectors.
AFFIXES = (("prefix3", PREFIX3, 16), ("suffix3", SUFFIX3, 32), ("suffix2", SUFFIX2, 16), ("shape", SHAPE, 24))
CHAR_DIMENSIONS, CHAR_FILTERS = 24, 64
# Signed distance of a head from its dependent, in buckets: |d| of 1 2 3 4 5-6 7-9 10-14 15-22 23+ to each side.
DISTANCE_EDGES = (1, 2, 3, 4, 5, 7, 10, 15, 23)
DISTANCES = 2 * len(DISTANCE_EDGES) + 1
SLOPE = 0.1


def distance_buckets(length):
    """[dependent, head] -> bucket; the last bucket stands for the root."""
    edges = torch.tensor(DISTANCE_EDGES)
    position = torch.arange(length)
    difference = position[None, :] - position[:, None]
    size = torch.bucketize(difference.abs(), edges, right=True) - 1
    table = torch.where(difference > 0, size + len(DISTANCE_EDGES), size).clamp(min=0)
    table[:, 0] = DISTANCES - 1
    return table


class BiLSTM(nn.Module):
    """One bidirectional layer with one bias a gate and weights that may be dropped."""

    def __init__(self, inputs, hidden):
        super().__init__()
        self.hidden = hidden
        self.input = nn.ParameterList([nn.Parameter(torch.empty(4 * hidden, inputs)) for _ in range(2)])
        self.recurrent = nn.ParameterList([nn.Parameter(torch.empty(4 * hidden, hidden)) for _ in range(2)])
        self.bias = nn.ParameterList([nn.Parameter(torch.zeros(4 * hidden)) for _ in range(2)])
        for weight in self.input:
            nn.init.xavier_uniform_(weight)
        for weight in self.recurrent:
            for gate in weight.data.split(hidden):
                nn.init.orthogonal_(gate)
        for bias in self.bias:
            bias.data[hidden:2 * hidden] = 1.0

    def forward(self, x, active, weight_drop):
        """x [time, batch, inputs], sentences by falling length -> [time, batch, 2 hidden], zero behind a sentence's end."""
        outputs = []
        for d in range(2):
            recurrent = dropout(self.recurrent[d], weight_drop, self.training)
            outputs.append(Recurrence.apply(functional.linear(x, self.input[d], self.bias[d]), recurrent, active, d == 1))
        return torch.cat(outputs, -1)


def dropout(x, share, training):
    """Like torch's, with random bytes, which are ten times cheaper on a CPU."""
    if not training or share == 0:
        return x
    kept = np.frombuffer(RANDOM.bytes(x.numel()), np.uint8) >= round(256 * share)
    return x * (torch.from_numpy(kept).view(x.shape).float() * (256 / (256 - round(256 * share))))


class Network(nn.Module):
    def __init__(self, vectors, learned, characters, labels, config):
        """`vectors`: float tensor [rows, 100]; `labels`: dict of lists upos, xpos, names, relations."""
        super().__init__()
        self.config = config
        hidden, layers = config["hidden"], config["layers"]
        self.register_buffer("vectors", vectors, persistent=False)
        self.learned = nn.Embedding(learned, config["learned"])
        self.affixes = nn.ModuleDict({name: nn.Embedding(size, width) for name, size, width in AFFIXES})
        self.characters = nn.Embedding(characters, CHAR_DIMENSIONS)
        self.filters = nn.Linear(3 * CHAR_DIMENSIONS, CHAR_FILTERS)
        for table in [self.learned, self.characters, *self.affixes.values()]:
            nn.init.normal_(table.weight, 0, 0.1)
        inputs = vectors.shape[1] + config["learned"] + sum(width for *_, width in AFFIXES) + CHAR_FILTERS
        sizes = [inputs] + [2 * hidden] * (layers - 1)
        self.layers = nn.ModuleList([BiLSTM(size, hidden) for size in sizes])
        arc, relation = config["arc"], config["relation"]
        self.arc_dependent, self.arc_head = nn.Linear(2 * hidden, arc), nn.Linear(2 * hidden, arc)
        self.relation_dependent, self.relation_head = nn.Linear(2 * hidden, relation), nn.Linear(2 * hidden, relation)
        self.arc_bilinear = nn.Parameter(torch.empty(arc, arc).normal_(0, 1 / arc))
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.distance = nn.Linear(arc, DISTANCES)
        nn.init.zeros_(self.distance.weight)
        self.relation_out = nn.Linear(3 * relation, len(labels["relations"]))
        self.upos, self.xpos, self.names = (nn.Linear(2 * hidden, len(labels[k])) for k in ("upos", "xpos", "names"))

    def drop(self, x, share):
        return dropout(x, share, self.training)

    def shared_drop(self, x, share):
        """Dropout with one mask a sentence; x is [time, batch, width]."""
        if not self.training or share == 0:
            return x
        return x * (torch.empty(1, *x.shape[1:]).bernoulli_(1 - share) / (1 - share))

    def spelling(self, affixes, characters):
        """What the letters tell of word types: affix rows [n, 4], characters [n, 22] -> [n, width]."""
        parts = [table(affixes[:, k]) for k, table in enumerate(self.affixes.values())]
        chars = self.characters(characters)
        windows = torch.cat([chars[:, :-2], chars[:, 1:-1], chars[:, 2:]], -1)
        # A window counts where its middle is a character of the word.
        live = (characters[:, 1:-1] > 3) | (characters[:, 1:-1] == 1)
        found = self.filters(windows).masked_fill(~live.unsqueeze(-1), -1e4).max(1).values
        found = functional.leaky_relu(found, SLOPE)
        parts.append(torch.where(live.any(1, keepdim=True), found, torch.zeros_like(found)))
        return torch.cat(parts, -1)

    def encode(self, batch):
        """-> states of the last layer and of the layer below, [batch, time, 2 hidden]."""
        spelled = functional.embedding(batch.types, self.spelling(batch.affixes, batch.characters))
        x = torch.cat([self.vectors[batch.vectors], self.learned(batch.learned), spelled], -1)
        x = self.drop(x, self.config["drop_input"]).transpose(0, 1)
        active, states = active_rows(batch.lengths), []
        for layer in self.layers:
            x = self.shared_drop(layer(x, active, self.config["drop_weight"]), self.config["drop_layer"])
            states.append(x)
        pick = [states[-1], states[-2 if len(states) > 1 else -1]]
        return [state.transpose(0, 1) for state in pick]

    def tag(self, top, below):
        source = top if self.config["tags_from"] == "top" else below
        return self.upos(source), self.xpos(source), self.names(source)

    def project(self, layer, x):
        return self.drop(functional.leaky_relu(layer(x), SLOPE), self.config["drop_head"])

    def arcs(self, top):
        """-> scores [batch, dependent, head]."""
        dependent, head = self.project(self.arc_dependent, top), self.project(self.arc_head, top)
        scores = torch.bmm(dependent @ self.arc_bilinear, head.transpose(1, 2))
        scores = scores + (head @ self.arc_bias).unsqueeze(1)
        near = self.distance(dependent)
        buckets = distance_buckets(top.shape[1]).unsqueeze(0).expand(top.shape[0], -1, -1)
        return scores + torch.gather(near, 2, buckets)

    def relations(self, top, heads):
        """heads [batch, time] -> scores [batch, time, relations]."""
        dependent, head = self.project(self.relation_dependent, top), self.project(self.relation_head, top)
        head = torch.gather(head, 1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.relation_out(torch.cat([dependent * head, dependent, head], -1))
