"""Turn a trained attribution model into the two graphs that ship.

    python -m training.attribution.export --minilm FOLDER --model FOLDER/model.pt [--out FOLDER]

Weights of matrices and embeddings become signed 8-bit numbers, one scale a column, within 7 bits
of range so that processors without VNNI do not saturate. Activations are quantised as the graph
runs, over one window at a time.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from stemma.encoding.attribution import ENCODER, FRAMES, TOKENIZER, WEIGHTS
from stemma.reading.windows import LINKS, TRAITS
from training.attribution.model import Encoder, Frames, Shape, Tagger


class Maskless(nn.Module):
    """A part of the model without its mask: one window at a time needs none."""

    def __init__(self, part: Encoder | Frames) -> None:
        super().__init__()
        self.part = part

    def forward(self, *given: Tensor) -> Tensor | tuple[Tensor, Tensor, Tensor]:
        """What the part gives."""
        return self.part(*given, None)


def export_encoder(encoder: Encoder, file: Path) -> None:
    """Write the encoder's graph, in 32-bit."""
    torch.onnx.export(
        Maskless(encoder),
        (
            torch.zeros(1, 9, dtype=torch.long),
            torch.zeros(len(TRAITS), 1, 9, dtype=torch.long),
            torch.zeros(1, 5, dtype=torch.long),
        ),
        file,
        input_names=["pieces", "traits", "first"],
        output_names=["anchors", "seen", "seeing"],
        dynamic_axes={
            "pieces": {1: "pieces"},
            "traits": {2: "pieces"},
            "first": {1: "words"},
            "anchors": {1: "words"},
            "seen": {1: "words"},
            "seeing": {1: "words"},
        },
        dynamo=False,
    )


def export_frames(frames: Frames, width: int, file: Path) -> None:
    """Write the frame head's graph, in 32-bit."""
    torch.onnx.export(
        Maskless(frames),
        (
            torch.zeros(1, 5, width),
            torch.zeros(3, width),
            torch.zeros(len(LINKS), 3, 5, dtype=torch.long),
        ),
        file,
        input_names=["seen", "seeing", "links"],
        output_names=["roles"],
        dynamic_axes={
            "seen": {1: "words"},
            "seeing": {0: "anchors"},
            "links": {1: "anchors", 2: "words"},
            "roles": {0: "anchors", 1: "words"},
        },
        dynamo=False,
    )


def quantise(whole: Path, to: Path) -> None:
    """Write a graph with 8-bit weights."""
    ready = whole.with_suffix(".ready.onnx")
    quant_pre_process(str(whole), str(ready))
    quantize_dynamic(
        ready,
        to,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
    )


def main() -> None:
    """Export, and say how large the graphs are."""
    options = argparse.ArgumentParser(description="Write the graphs that ship.")
    options.add_argument("--minilm", type=Path, required=True)
    options.add_argument("--model", type=Path, required=True)
    options.add_argument("--out", type=Path, default=WEIGHTS)
    given = options.parse_args()
    shape = Shape(traits=TRAITS, links=LINKS)
    model = Tagger(shape)
    model.load_state_dict(torch.load(given.model))
    model.eval()
    given.out.mkdir(parents=True, exist_ok=True)
    shutil.copy(given.minilm / TOKENIZER, given.out)
    with tempfile.TemporaryDirectory() as scratch:
        export_encoder(model.encoder, Path(scratch) / ENCODER)
        export_frames(model.frames, shape.frame, Path(scratch) / FRAMES)
        for name in (ENCODER, FRAMES):
            quantise(Path(scratch) / name, given.out / name)
            print(name, (given.out / name).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
