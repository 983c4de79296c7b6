"""Lays a run out as VASP would, and looks whether it is sound."""
import gzip, math

import numpy

from crystals import distance, poscar, poscar_head

DIGITS = 5  # 1e-4 A: a thousandth of what a thermal atom moves between frames


def frames(dump):
    """What is stored of every step, a row for each atom in their order: unwrapped fractional coordinates, or forces."""
    with open(dump) as f:
        while f.readline():
            f.readline()
            f.readline()
            n = int(f.readline())
            for _ in range(5):
                f.readline()
            yield numpy.array([f.readline().split()[1:4] for _ in range(n)], dtype=float)


def write(folder, title, crystal, path, stride, step_fs, kelvin, steps):
    folder.mkdir(parents=True, exist_ok=True)
    line = f'%.{DIGITS}f %.{DIGITS}f %.{DIGITS}f\n' * len(crystal.symbols)
    one, none = f'{1:.{DIGITS}f}', f'{0:.{DIGITS}f}'
    with open(folder / 'XDATCAR.gz', 'wb') as raw, gzip.GzipFile('', 'wb', 9, raw, 0) as z:
        z.write(poscar_head(title, crystal).encode())
        for n, frame in enumerate(path):
            rows = (line % tuple((frame % 1).ravel())).replace(one, none)
            z.write(f'Direct configuration={(n + 1) * stride:6d}\n{rows}'.encode())
    (folder / 'POSCAR').write_text(poscar(title, crystal))
    (folder / 'INCAR').write_text('# what a VASP run of this length would say; the run is classical, see README\n'
                                  f'POTIM = {step_fs}\nNBLOCK = {stride}\nTEBEG = {kelvin}\nTEEND = {kelvin}\n'
                                  f'NSW = {steps}\n')


def neighbours(crystal, atoms):
    """Mean distance from each of the atoms to the nearest other one of them."""
    return sum(min(distance(crystal, a, b) for b in atoms if b != a) for a in atoms) / len(atoms)


def of(crystal, mobile):
    """Which atoms move, and which are the framework."""
    moves = numpy.array(crystal.symbols) == mobile
    return moves, ~moves


def centred(path, still):
    """The path as the centre of the framework sees it."""
    path = numpy.asarray(path)
    return path - path[:, still].mean(axis=1, keepdims=True)


def framework(crystal, mobile, path):
    """Lindemann ratio of the atoms that should stay, and how far the mean place of any moved between the halves."""
    still = of(crystal, mobile)[1]
    seen = centred(path, still)[:, still]
    half = len(seen) // 2
    halves = seen[:half].mean(axis=0), seen[half:].mean(axis=0)
    u = (seen[::4] - (halves[0] + halves[1]) / 2) @ numpy.array(crystal.cell)
    spread = math.sqrt((u**2).sum(axis=2).mean())
    moved = numpy.linalg.norm((halves[1] - halves[0]) @ numpy.array(crystal.cell), axis=1).max()
    return float(spread / neighbours(crystal, numpy.flatnonzero(still).tolist())), float(moved)


def diffusion(crystal, mobile, path, frame_fs):
    """A first look at D in cm2/s: the slope of the mean square displacement between a tenth and a third of the run."""
    moves, still = of(crystal, mobile)
    seen = centred(path, still)[:, moves] @ numpy.array(crystal.cell)
    lags, every = (len(seen) // 10, len(seen) // 3), max(1, len(seen) // 200)
    msd = [((seen[lag::every] - seen[:-lag:every])**2).sum(axis=2).mean() for lag in lags]
    return float((msd[1] - msd[0]) / ((lags[1] - lags[0]) * frame_fs / 1000) / 6 * 1e-4)
