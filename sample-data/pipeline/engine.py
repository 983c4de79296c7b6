"""Writes LAMMPS inputs from the templates, runs LAMMPS and reads back what it says."""
import os, pathlib, subprocess

from crystals import MASSES, cartesian
from potentials import pair_commands, table_file, terms

HERE = pathlib.Path(__file__).resolve().parent
STRAIN = .004
VOIGT = ((0, 0), (1, 1), (2, 2), (1, 2), (0, 2), (0, 1))
GPA_PER_BAR = 1e-4
SPENT = 'cpu-seconds'  # of each call of LAMMPS in a scratch folder


class Failed(Exception):
    """What was asked for cannot be had from this model; the reason is reported and the rest goes on."""


def data_file(crystal, charges, tilted):
    cell = crystal.cell
    lines = ['crystal', '', f'{len(crystal.symbols)} atoms', f'{len(crystal.species)} atom types', '']
    lines += [f'0 {cell[d][d]:.12f} {"xyz"[d]}lo {"xyz"[d]}hi' for d in range(3)]
    tilts = (cell[1][0], cell[2][0], cell[2][1])
    if tilted or any(abs(t) > 1e-9 for t in tilts):
        lines.append(' '.join(f'{t:.12f}' for t in tilts) + ' xy xz yz')
    lines += ['', 'Masses', ''] + [f'{i + 1} {MASSES[s]}' for i, s in enumerate(crystal.species)]
    lines += ['', 'Atoms # charge', '']
    for n, (s, p) in enumerate(zip(crystal.symbols, crystal.positions)):
        x, y, z = cartesian(p, cell)
        lines.append(f'{n + 1} {crystal.species.index(s) + 1} {charges[s]} {x:.10f} {y:.10f} {z:.10f}')
    return '\n'.join(lines) + '\n'


def run(lammps, folder, crystal, compound, potentials, script, tilted=False, points=5000):
    """Runs a script on a crystal in a scratch folder; gives the log."""
    folder.mkdir(parents=True, exist_ok=True)
    charges, pairs = terms(potentials, compound)
    pairs = {key: value for key, value in pairs.items() if all(s in crystal.species for s in key)}
    cutoff = potentials[compound['potential']].get('cutoff', 8.0)
    (folder / 'crystal.data').write_text(data_file(crystal, charges, tilted))
    (folder / 'pairs.table').write_text(table_file(pairs, cutoff, points))
    start = (HERE / 'in.start').read_text().replace('@PAIRS@', pair_commands(crystal.species, pairs, cutoff, points))
    (folder / 'in.all').write_text(start + script)
    with subprocess.Popen([lammps, '-in', 'in.all', '-log', 'log.all', '-screen', 'none'], cwd=folder,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          env={**os.environ, 'OMP_NUM_THREADS': '1'}) as started:
        said = started.stdout.read()
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
    with open(folder / SPENT, 'a') as spent:
        print(used.ru_utime + used.ru_stime, file=spent)
    log = (folder / 'log.all').read_text() if (folder / 'log.all').exists() else ''
    if started.returncode < 0:
        raise KeyboardInterrupt  # a signal stopped it: not a result, to be done again
    if started.returncode:
        errors = [line for line in (log + said).splitlines() if 'ERROR' in line]
        raise Failed('LAMMPS: ' + (errors or ['stopped'])[-1].split('(')[0].strip())
    return log


def spent(folder):
    """The processor time that LAMMPS took in a scratch folder, in s."""
    file = folder / SPENT
    return sum(map(float, file.read_text().split())) if file.exists() else 0.0


def told(log, word):
    """The numbers of the lines that the script prints behind a word."""
    return [[float(x) for x in line.split()[1:]] for line in log.splitlines() if line.startswith(word + ' ')]


def filled(template, **values):
    text = (HERE / template).read_text()
    for key, value in values.items():
        text = text.replace(f'@{key}@', str(value))
    return text


def relaxing(shape):
    return {'cubic': 'iso 0', 'orthorhombic': 'aniso 0',
            'hexagonal': 'x 0 y 0 z 0 couple xy'}[shape]


def barostat(shape):
    return {'cubic': 'iso 0 0 0.5', 'rhombohedral-60': 'iso 0 0 0.5', 'orthorhombic': 'aniso 0 0 0.5',
            'hexagonal': 'x 0 0 0.5 y 0 0 0.5 z 0 0 0.5 couple xy'}[shape]


def strained(cell, index, amount):
    """The cell under one Voigt strain, kept lower triangular (a shear is taken as its half above the diagonal)."""
    i, j = VOIGT[index]
    return [[x + (amount * edge[j] if k == i else 0) for k, x in enumerate(edge)] for edge in cell]


def strain_script(cell):
    lines = ['kspace_style pppm 1e-6', 'thermo 0',
             'thermo_style custom step press pxx pyy pzz pyz pxz pxy', 'min_style cg', 'min_modify dmax 0.05']
    for index in range(6):
        for sign in (1, -1):
            c = strained(cell, index, sign * STRAIN)
            lines.append('change_box all ' + ' '.join(f'{"xyz"[d]} final 0 {c[d][d]:.12f}' for d in range(3))
                         + f' xy final {c[1][0]:.12f} xz final {c[2][0]:.12f} yz final {c[2][1]:.12f}'
                         + ' remap units box')
            lines.append('minimize 0 1e-7 1000 5000\nrun 0')
            lines.append('print "STRESS $(pxx) $(pyy) $(pzz) $(pyz) $(pxz) $(pxy)"')
    return '\n'.join(lines) + '\n'


def stiffness(log):
    """The 6x6 tensor in GPa from the twelve stresses (LAMMPS prints pressures: minus the stress)."""
    p = told(log, 'STRESS')
    c = [[-(p[2 * j][i] - p[2 * j + 1][i]) / (2 * STRAIN) * GPA_PER_BAR for j in range(6)] for i in range(6)]
    return [[(c[i][j] + c[j][i]) / 2 for j in range(6)] for i in range(6)]
