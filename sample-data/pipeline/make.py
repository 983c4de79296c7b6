#!/usr/bin/env python3
"""Makes the sample runs: builds each crystal, runs LAMMPS, lays the result out as VASP would.

    python3 make.py [--lammps lmp] [--only PbF2]      (Python 3 standard library; LAMMPS with KSPACE)

Each run: relaxation, 4 ps at constant pressure (the mean box of the last 2 ps is kept), 2 ps of equilibration and then
the run itself at constant volume and temperature, of which every STRIDE-th step is stored, wrapped into the cell.
"""
import argparse, gzip, math, pathlib, random, shutil, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
STEP_FS = 2
STRIDE = 25
RUN_PS = 50
MASSES = dict(Li=6.94, O=15.999, F=18.998403, Na=22.98977, Cl=35.45, Ca=40.078, Pb=207.2)
FCC = [(0, 0, 0), (0, .5, .5), (.5, 0, .5), (.5, .5, 0)]
QUARTERS = [(x, y, z) for x in (.25, .75) for y in (.25, .75) for z in (.25, .75)]


def fluorite(cation, anion):
    return [(cation, p) for p in FCC] + [(anion, p) for p in QUARTERS]


def rocksalt(cation, anion):
    return [(cation, p) for p in FCC] + [(anion, (x + .5, y, z)) for x, y, z in FCC]


def antiperovskite():
    return [('Li', (.5, 0, 0)), ('Li', (0, .5, 0)), ('Li', (0, 0, .5)), ('O', (0, 0, 0)), ('Cl', (.5, .5, .5))]


def cubic(a):
    return [(a, 0, 0), (0, a, 0), (0, 0, a)]


def primitive_fcc(a):
    e = a / math.sqrt(2)  # edge; the three edges are 60 degrees apart
    return [(e, 0, 0), (e / 2, e * math.sqrt(3) / 2, 0), (e / 2, e * math.sqrt(3) / 6, e * math.sqrt(6) / 3)]


PRIMITIVE_FLUORITE = [('Ca', (0, 0, 0)), ('F', (.25, .25, .25)), ('F', (.75, .75, .75))]

# Potentials: charges, then A (eV), rho (A), C (eV A^6) of A exp(-r/rho) - C/r^6; 'born' is Fumi-Tosi, see README.
PBF2 = dict(q=dict(Pb=2, F=-1), buck={('Pb', 'F'): (122.7, .516, 0), ('F', 'F'): (10225, .225, 107.3)})
CAF2 = dict(q=dict(Ca=1.9, F=-.95), buck={('Ca', 'F'): (674.3, .336, 0), ('F', 'F'): (1808, .293, 109.1)})
NA2O = dict(q=dict(Na=.6, O=-1.2),
            buck={('Na', 'O'): (4383.7555, .243838, 30.7), ('O', 'O'): (2029.2204, .343645, 192.58)})
LI3OCL = dict(q=dict(Li=1, O=-2, Cl=-1), buck={
    ('Li', 'Li'): (360.5269, .161, 0), ('Li', 'Cl'): (421.0366, .3364, 0), ('Li', 'O'): (292.3, .3472, 0),
    ('Cl', 'Cl'): (1227.2, .321, 14.53), ('Cl', 'O'): (8286.91, .259, 62.2), ('O', 'O'): (22764.3, .149, 13.19)})
B = .21096
NACL = dict(q=dict(Na=1, Cl=-1), born={
    ('Na', 'Na'): (1.25 * B, .317, 2.340, 1.68 * .62415, .8 * .62415),
    ('Na', 'Cl'): (B, .317, 2.755, 11.2 * .62415, 13.9 * .62415),
    ('Cl', 'Cl'): (.75 * B, .317, 3.170, 116 * .62415, 233 * .62415)})

# family, compound, cell, basis, repeats, potential, units removed (species: count), temperature
RUNS = [
    ('halide', 'PbF2', cubic(6.02), fluorite('Pb', 'F'), (2, 2, 2), PBF2, {}, 500),
    ('halide', 'PbF2', cubic(6.02), fluorite('Pb', 'F'), (2, 2, 2), PBF2, {}, 650),
    ('halide', 'PbF2', cubic(6.02), fluorite('Pb', 'F'), (2, 2, 2), PBF2, {}, 800),
    ('halide', 'CaF2', primitive_fcc(5.55), PRIMITIVE_FLUORITE, (4, 4, 4), CAF2, {}, 1600),
    ('Li', 'Li3OCl', cubic(3.93), antiperovskite(), (3, 3, 3), LI3OCL, {}, 1000),
    ('Li', 'Li3OCl', cubic(3.93), antiperovskite(), (3, 3, 3), LI3OCL, dict(Li=2, Cl=2), 1000),
    ('Na', 'Na2O', cubic(5.47), [(('O' if s == 'X' else 'Na'), p) for s, p in fluorite('X', 'Y')], (2, 2, 2), NA2O, {}, 1000),
    ('Na', 'NaCl', cubic(5.62), rocksalt('Na', 'Cl'), (2, 2, 2), NACL, {}, 850),
]


def build(run, rng):
    family, compound, vectors, basis, repeats, potential, removed, kelvin = run
    atoms = []
    for i in range(repeats[0]):
        for j in range(repeats[1]):
            for k in range(repeats[2]):
                for s, p in basis:
                    atoms.append((s, tuple((p[d] + (i, j, k)[d]) / repeats[d] for d in range(3))))
    for species, count in removed.items():
        chosen = rng.sample([a for a in atoms if a[0] == species], count)
        atoms = [a for a in atoms if a not in chosen]
    order = list(potential['q'])
    order.sort(key=lambda s: [x for x, _ in basis].index(s))
    atoms.sort(key=lambda a: order.index(a[0]))
    cell = [tuple(c * repeats[d] for c in vectors[d]) for d in range(3)]
    return order, atoms, cell


def data_file(order, atoms, cell, potential):
    (lx, _, _), (xy, ly, _), (xz, yz, lz) = cell
    lines = ['crystal', '', f'{len(atoms)} atoms', f'{len(order)} atom types', '',
             f'0 {lx:.10f} xlo xhi', f'0 {ly:.10f} ylo yhi', f'0 {lz:.10f} zlo zhi']
    if any(abs(t) > 1e-9 for t in (xy, xz, yz)):
        lines.append(f'{xy:.10f} {xz:.10f} {yz:.10f} xy xz yz')
    lines += ['', 'Masses', ''] + [f'{i + 1} {MASSES[s]}' for i, s in enumerate(order)] + ['', 'Atoms # charge', '']
    for n, (s, p) in enumerate(atoms):
        r = [sum(p[d] * cell[d][k] for d in range(3)) for k in range(3)]
        lines.append(f'{n + 1} {order.index(s) + 1} {potential["q"][s]} {r[0]:.8f} {r[1]:.8f} {r[2]:.8f}')
    return '\n'.join(lines) + '\n'


def pairs(order, potential):
    style = 'born/coul/long' if 'born' in potential else 'buck/coul/long'
    out = [f'pair_style {style} 8.0']
    table = potential.get('born') or potential['buck']
    for i, a in enumerate(order):
        for j in range(i, len(order)):
            b = order[j]
            values = table.get((a, b)) or table.get((b, a))
            if 'born' in potential:
                A, rho, sigma, C, D = values
                out.append(f'pair_coeff {i + 1} {j + 1} {A} {rho} {sigma} {C} {-D}')
            else:
                A, rho, C = values or (0, 1, 0)
                out.append(f'pair_coeff {i + 1} {j + 1} {A} {rho} {C}')
    return '\n'.join(out)


def lammps_input(run, order, seed):
    template = (HERE / 'in.template').read_text()
    triclinic = run[2][1][0] != 0  # the second edge leans
    return (template.replace('@PAIRS@', pairs(order, run[5])).replace('@KELVIN@', str(run[7]))
            .replace('@SEED@', str(seed)).replace('@STEP@', str(STEP_FS / 1000)).replace('@STRIDE@', str(STRIDE))
            .replace('@STEPS@', str(RUN_PS * 1000 // STEP_FS)).replace('@BARO@', 'tri' if triclinic else 'aniso')
            .replace('@BOX@', 'x final 0 ${mlx} y final 0 ${mly} z final 0 ${mlz}'
                     + (' xy final ${mxy} xz final ${mxz} yz final ${myz}' if triclinic else '')))


def frames(dump):
    with open(dump) as f:
        while f.readline():
            f.readline()
            f.readline()
            n = int(f.readline())
            header = f.readline()
            rows = [[float(x) for x in f.readline().split()] for _ in range(3)]
            tilt = [r[2] if len(r) > 2 else 0.0 for r in rows]
            xlo = rows[0][0] - min(0, tilt[0], tilt[1], tilt[0] + tilt[1])
            xhi = rows[0][1] - max(0, tilt[0], tilt[1], tilt[0] + tilt[1])
            ylo = rows[1][0] - min(0, tilt[2])
            yhi = rows[1][1] - max(0, tilt[2])
            cell = [(xhi - xlo, 0, 0), (tilt[0], yhi - ylo, 0), (tilt[1], tilt[2], rows[2][1] - rows[2][0])]
            f.readline()
            atoms = sorted(([float(x) for x in f.readline().split()] for _ in range(n)), key=lambda a: a[0])
            yield cell, [[x - math.floor(x) for x in a[1:4]] for a in atoms]


def coordinates(p):
    text = ''.join(f'  {x:.8f}' for x in p)
    return text.replace('1.00000000', '0.00000000')


def write(run, order, atoms, dump, out):
    family, compound, _, _, _, _, removed, kelvin = run
    counts = [sum(a[0] == s for a in atoms) for s in order]
    out.mkdir(parents=True, exist_ok=True)

    def head(cell):
        return (f'{compound}, classical molecular dynamics\n  1.0\n'
                + ''.join('  ' + ' '.join(f'{x:14.8f}' for x in v) + '\n' for v in cell)
                + ' ' + ' '.join(f'{s:>4}' for s in order) + '\n ' + ' '.join(f'{c:4d}' for c in counts) + '\n')

    with open(out / 'XDATCAR.gz', 'wb') as raw, gzip.GzipFile('', 'wb', 9, raw, 0) as z:
        for n, (cell, positions) in enumerate(frames(dump)):
            if n == 0:
                z.write(head(cell).encode())
                ideal = head(cell) + 'Direct\n' + ''.join(coordinates(p) + '\n' for _, p in atoms)
                (out / 'POSCAR').write_text(ideal)
            z.write(f'Direct configuration={(n + 1) * STRIDE:6d}\n'.encode())
            z.write(''.join(coordinates(p) + '\n' for p in positions).encode())
    (out / 'INCAR').write_text(
        f'# what a VASP run of this length would say; the run is classical, see README\n'
        f'POTIM = {STEP_FS}\nNBLOCK = {STRIDE}\nTEBEG = {kelvin}\nTEEND = {kelvin}\nNSW = {RUN_PS * 1000 // STEP_FS}\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--lammps', default='lmp')
    parser.add_argument('--only', default='')
    parser.add_argument('--out', default=str(HERE.parent))
    arguments = parser.parse_args()
    if not shutil.which(arguments.lammps):
        sys.exit(f'{arguments.lammps} is not installed; the samples are shipped and need no LAMMPS to be used')
    for index, run in enumerate(RUNS):
        family, compound, _, _, _, potential, removed, kelvin = run
        if arguments.only not in compound:
            continue
        kind = 'non-stoichiometric' if removed else 'stoichiometric'
        out = pathlib.Path(arguments.out) / f'{family}-based' / compound / 'AIMD' / kind / f'{kelvin}K'
        order, atoms, cell = build(run, random.Random(index))
        with tempfile.TemporaryDirectory() as work:
            work = pathlib.Path(work)
            (work / 'crystal.data').write_text(data_file(order, atoms, cell, potential))
            (work / 'in.run').write_text(lammps_input(run, order, 4200 + index))
            done = subprocess.run([arguments.lammps, '-in', 'in.run', '-log', 'log.run'], cwd=work,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode:
                sys.exit(f'LAMMPS failed for {out}:\n' + done.stdout[-2000:])
            write(run, order, atoms, work / 'run.dump', out)
            last = [l for l in (work / 'log.run').read_text().splitlines() if l.startswith('MEANS')]
            print(out, *last, flush=True)


if __name__ == '__main__':
    main()
