#!/usr/bin/env python3
"""scikit-learn's logistic regression beside ours, on the same rows of the same fold.

    python3 tests/bench/learner_peer.py --build .build/bench [--accounts 1000000 --fields 50]

Needs the Debian package python3-sklearn. Prints one line per figure; nothing here fails on a slow machine.
"""
import argparse
import pathlib
import subprocess
import tempfile
import time

import numpy
from scipy import sparse
from sklearn.linear_model import LogisticRegression

VALUES = 8  # of every field, as tests/bench/learner_main.cpp makes them


def one_hot(codes):
    rows, fields = codes.shape
    columns = (codes.astype(numpy.int32) + numpy.arange(fields, dtype=numpy.int32) * VALUES).ravel()
    begins = numpy.arange(0, rows * fields + 1, fields, dtype=numpy.int32)
    return sparse.csr_matrix((numpy.ones(rows * fields), columns, begins), shape=(rows, fields * VALUES))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True, help="folder of a build with DIMSUM_BENCH=ON")
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--fields", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(options.build) / "tests" / "dimsum_learner_bench"
        output = subprocess.run([program, str(options.accounts), str(options.fields), folder], check=True, capture_output=True, text=True).stdout
        figures = {line.split()[0]: [float(word) for word in line.split()[1:]] for line in output.splitlines()}
        place = pathlib.Path(folder)
        rows = numpy.fromfile(place / "rows.u32", dtype=numpy.uint32)
        codes = numpy.fromfile(place / "codes.u8", dtype=numpy.uint8).reshape(-1, options.fields)[rows]
        labels = numpy.fromfile(place / "labels.u8", dtype=numpy.uint8)
        weights = numpy.fromfile(place / "weights.f32", dtype=numpy.float32)
        logits = numpy.fromfile(place / "logits.f64", dtype=numpy.float64)
        before = time.monotonic()
        matrix = one_hot(codes)
        encoded = time.monotonic() - before
        before = time.monotonic()
        model = LogisticRegression(C=0.1, solver="lbfgs", max_iter=500).fit(matrix, labels, sample_weight=weights)
        theirs = time.monotonic() - before
        ours = figures["logistic_fold"][0]
        agreement = numpy.corrcoef(model.decision_function(matrix), logits)[0, 1]
        print(f"rows of the fold: {len(rows):,} of {options.accounts:,}, fields: {options.fields}")
        print(f"logistic fit: ours {ours:.2f} s, scikit-learn {theirs:.2f} s (and {encoded:.2f} s to encode): {ours / theirs:.2f} x")
        print(f"correlation of both models' logits: {agreement:.6f}")
        print(f"everything, ours: {figures['everything'][0]:.1f} s")
        print(f"AUC out of fold: logistic {figures['auc'][0]:.4f}, bagged trees {figures['auc'][1]:.4f}")


if __name__ == "__main__":
    main()
