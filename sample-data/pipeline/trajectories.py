"""Lays a run out as VASP would, and looks whether it is sound."""
import array, gzip, math

from crystals import cartesian, coordinates, distance, poscar, poscar_head

DIGITS = 5  # 1e-4 A: a thousandth of what a thermal atom moves between frames


def frames(dump):
    """Unwrapped fractional coordinates of every stored step, in the order of the atoms."""
    with open(dump) as f:
        while f.readline():
            f.readline()
            f.readline()
            n = int(f.readline())
            for _ in range(5):
                f.readline()
            frame = array.array('d')
            for _ in range(n):
                frame.extend(float(x) for x in f.readline().split()[1:4])
            yield frame


def write(folder, title, crystal, path, stride, step_fs, kelvin, steps):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / 'XDATCAR.gz', 'wb') as raw, gzip.GzipFile('', 'wb', 9, raw, 0) as z:
        z.write(poscar_head(title, crystal).encode())
        for n, frame in enumerate(path):
            rows = ''.join(coordinates(frame[i:i + 3], DIGITS) for i in range(0, len(frame), 3))
            z.write(f'Direct configuration={(n + 1) * stride:6d}\n{rows}'.encode())
    (folder / 'POSCAR').write_text(poscar(title, crystal))
    (folder / 'INCAR').write_text('# what a VASP run of this length would say; the run is classical, see README\n'
                                  f'POTIM = {step_fs}\nNBLOCK = {stride}\nTEBEG = {kelvin}\nTEEND = {kelvin}\n'
                                  f'NSW = {steps}\n')


def neighbours(crystal, atoms):
    """Mean distance from each of the atoms to the nearest other one of them."""
    return sum(min(distance(crystal, a, b) for b in atoms if b != a) for a in atoms) / len(atoms)


def framework(crystal, mobile, path):
    """Lindemann ratio of the atoms that should stay, and how far the mean place of any moved between the halves."""
    atoms = [i for i, s in enumerate(crystal.symbols) if s != mobile]
    halves, squares = [], 0.0
    centred = [centre(frame, atoms) for frame in path]
    for part in (range(len(path) // 2), range(len(path) // 2, len(path))):
        mean = [0.0] * (3 * len(atoms))
        for f in part:
            for n, i in enumerate(atoms):
                for d in range(3):
                    mean[3 * n + d] += path[f][3 * i + d] - centred[f][d]
        halves.append([x / len(part) for x in mean])
    mean = [(a + b) / 2 for a, b in zip(*halves)]
    for f, frame in enumerate(path[::4]):
        c = centred[4 * f]
        for n, i in enumerate(atoms):
            u = cartesian([frame[3 * i + d] - c[d] - mean[3 * n + d] for d in range(3)], crystal.cell)
            squares += u[0]**2 + u[1]**2 + u[2]**2
    spread = math.sqrt(squares / len(path[::4]) / len(atoms))
    moved = max(math.dist((0, 0, 0), cartesian([halves[1][3 * n + d] - halves[0][3 * n + d] for d in range(3)],
                                               crystal.cell)) for n in range(len(atoms)))
    return spread / neighbours(crystal, atoms), moved


def centre(frame, atoms):
    return [sum(frame[3 * i + d] for i in atoms) / len(atoms) for d in range(3)]


def diffusion(crystal, mobile, path, frame_fs):
    """A first look at D in cm2/s: the slope of the mean square displacement between a tenth and a third of the run."""
    atoms = [i for i, s in enumerate(crystal.symbols) if s == mobile]
    others = [i for i, s in enumerate(crystal.symbols) if s != mobile]
    centred = [centre(frame, others) for frame in path]
    lags = (len(path) // 10, len(path) // 3)
    msd = []
    for lag in lags:
        total, count = 0.0, 0
        for f in range(0, len(path) - lag, max(1, len(path) // 200)):
            a, b, ca, cb = path[f], path[f + lag], centred[f], centred[f + lag]
            for i in atoms:
                u = cartesian([b[3 * i + d] - cb[d] - a[3 * i + d] + ca[d] for d in range(3)], crystal.cell)
                total += u[0]**2 + u[1]**2 + u[2]**2
            count += len(atoms)
        msd.append(total / count)
    return (msd[1] - msd[0]) / ((lags[1] - lags[0]) * frame_fs / 1000) / 6 * 1e-4
