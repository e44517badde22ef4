"""The LSTM loop of lstm.c as a PyTorch function. Compiled on first use; needs gcc and OpenBLAS."""
import ctypes
import os
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

SOURCE = Path(__file__).with_name("lstm.c")
OPENBLAS = os.environ.get("HEARSAY_OPENBLAS", "/usr/lib/x86_64-linux-gnu/openblas-pthread")


def _library():
    target = Path(tempfile.gettempdir()) / f"hearsay-lstm-{os.getuid()}-{int(SOURCE.stat().st_mtime)}.so"
    if not target.exists():
        part = target.with_suffix(f".{os.getpid()}")
        subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", "-shared", "-fPIC", str(SOURCE), "-o", str(part),
                        f"-L{OPENBLAS}", f"-Wl,-rpath,{OPENBLAS}", "-l:libopenblas.so.0", "-lmvec", "-lm"], check=True)
        part.rename(target)
    return ctypes.CDLL(str(target))


LIBRARY = _library()


def _at(tensor):
    return ctypes.c_void_p(tensor.data_ptr())


class Recurrence(torch.autograd.Function):
    """(projected inputs [time, batch, 4H], recurrent weights [4H, H], active rows a step, direction) -> h [time, batch, H]."""

    @staticmethod
    def forward(ctx, projected, recurrent, active, backwards):
        time, batch, width = projected.shape
        hidden = width // 4
        gates, recurrent = projected.clone(memory_format=torch.contiguous_format), recurrent.contiguous()
        c, tc, h = (torch.zeros(time, batch, hidden) for _ in range(3))
        LIBRARY.forward(time, batch, hidden, int(backwards), active.ctypes.data_as(ctypes.c_void_p), _at(recurrent),
                        _at(gates), _at(c), _at(tc), _at(h))
        ctx.save_for_backward(gates, recurrent, c, tc, h)
        ctx.active, ctx.backwards = active, backwards
        return h

    @staticmethod
    def backward(ctx, dh):
        gates, recurrent, c, tc, h = ctx.saved_tensors
        time, batch, hidden = h.shape
        dh = dh.contiguous()
        scratch = torch.zeros(2, batch, hidden)
        LIBRARY.backward(time, batch, hidden, int(ctx.backwards), ctx.active.ctypes.data_as(ctypes.c_void_p), _at(recurrent),
                         _at(gates), _at(c), _at(tc), _at(dh), _at(scratch[0]), _at(scratch[1]))
        # h of the step before, zero at the start; rows not alive have a zero gradient.
        zero = torch.zeros(1, batch, hidden)
        before = torch.cat([h[1:], zero] if ctx.backwards else [zero, h[:-1]])
        weight = gates.view(-1, 4 * hidden).t() @ before.view(-1, hidden)
        return gates, weight, None, None


def active_rows(lengths):
    """Falling lengths -> int32 [time]: how many sentences are alive at each step."""
    lengths = np.asarray(lengths)
    return np.ascontiguousarray((lengths[:, None] > np.arange(lengths[0])[None, :]).sum(0).astype(np.int32))
