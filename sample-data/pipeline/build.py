#!/usr/bin/env python3
"""Makes the sample database: every compound, three temperatures, with and without vacancies, with LAMMPS.

    python3 build.py --out /some/folder [--only NaCl,CaF2] [--jobs 2] [--static] [--lammps lmp] [--ship sample-data]

First each crystal is relaxed at 0 K, strained and its modes found (lattice.csv, elastic.csv, and beside the runs of a
compound its unit cell, elastic.csv and descriptors.csv), then the runs are made. What is done stands in OUT/state and is
not done again, so it may be stopped at any time and called again. A compound whose lattice constant is off, and a run
that melts, drifts or leaves its temperature, is listed in rejected.csv with the reason. --ship copies what the program
ships from OUT. Python 3.11, numpy and LAMMPS with its KSPACE package.
"""
import argparse, concurrent.futures, csv, json, math, pathlib, shutil, sys, tempfile, time, tomllib

import numpy

import crystals, engine, modes, trajectories
from engine import Failed

HERE = pathlib.Path(__file__).resolve().parent
WARMUP_PS = 3
BOX_PS = 4
TOLERANCE = .03  # of the mean lattice constant (cube root of the volume); a single one may be off by AXIS
AXIS = .05
LINDEMANN = .2  # the framework has lost its order above
MOVED = 1.5  # A; a framework ion that moved further between the halves of a run has changed its site
KINDS = ('stoichiometric', 'non-stoichiometric')
ELASTIC = ['name', *(f'C{i}{j}' for i in range(1, 7) for j in range(i, 7)), 'density_g_cm3']
HARMONIC = 'harmonic modes of the relaxed crystal, pair potential'


class Builder:
    def __init__(self, out, lammps):
        self.out, self.lammps = pathlib.Path(out), lammps
        self.table = tomllib.loads((HERE / 'compounds.toml').read_text())
        self.potentials = tomllib.loads((HERE / 'potentials.toml').read_text())

    def compound(self, name):
        compound = self.table['compounds'][name]
        return compound, self.table['prototypes'][compound['prototype']]

    def state(self, *words):
        return self.out / 'state' / ('-'.join(map(str, words)) + '.json')

    def once(self, words, make):
        """What was made before, or makes it now; a failure is remembered as well."""
        file = self.state(*words)
        if not file.exists():
            began, own = time.time(), time.thread_time()
            with tempfile.TemporaryDirectory(prefix='ionscape-') as scratch:
                try:
                    result = make(pathlib.Path(scratch))
                except Failed as failure:
                    result = {'failed': str(failure)}
                spent = engine.spent(pathlib.Path(scratch)) + time.thread_time() - own
            result |= {'seconds': round(time.time() - began, 1), 'cpu_seconds': round(spent, 1)}
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix('.part')
            part.write_text(json.dumps(result))
            part.replace(file)
            print(*words, {k: v for k, v in result.items() if k not in ('elastic', 'cell')}, flush=True)
        return json.loads(file.read_text())

    # ------------------------------------------------------------------ 0 K

    def at_rest(self, name):
        return self.once((name, 'static'), lambda scratch: self.make_static(name, scratch))

    def make_static(self, name, scratch):
        compound, prototype = self.compound(name)
        if 'fixed' in compound:
            return {'lattice': compound['lattice'], 'deviation': [0.0], 'elastic': None, 'density': None}
        prototype = self.table['prototypes'][prototype.get('conventional', compound['prototype'])]
        random_cell = 'share' in compound  # such a crystal has no unit cell
        repeats = compound['repeats'] if random_cell else self.small(compound, prototype)
        crystal = crystals.build(name, compound, prototype, repeats=repeats)
        script = engine.filled('in.relax', RELAX=engine.relaxing(prototype['shape']))
        log = engine.run(self.lammps, scratch, crystal, compound, self.potentials, script, True, 20000)
        box = read_box(scratch / 'relaxed.dump')
        crystal.positions = next(trajectories.frames(scratch / 'relaxed.dump')).tolist()
        crystal.cell = box
        lattice = constants(prototype['shape'], box, repeats)
        deviation = [m / e - 1 for m, e in zip(lattice, compound['experiment'])]
        pressure = engine.told(log, 'PRESSURE')[-1][0]
        if not random_cell:
            self.write_unit_cell(name, compound, prototype, crystal, repeats)
        log = engine.run(self.lammps, scratch, crystal, compound, self.potentials,
                         engine.strain_script(crystal.cell), True, 20000)
        return {'lattice': lattice, 'deviation': deviation, 'pressure_bar': pressure,
                'elastic': engine.stiffness(log), 'density': crystals.density(crystal)}

    def small(self, compound, prototype):
        """Repeats of the unit cell that make every edge at least 8 A long."""
        cell = crystals.cell_of(prototype['shape'], compound['lattice'])
        return [max(1, math.ceil(8 / math.dist((0, 0, 0), edge))) for edge in cell]

    def write_unit_cell(self, name, compound, prototype, crystal, repeats):
        """The relaxed conventional cell: the first of the repeats, folded back."""
        unit = crystals.build(name, compound, prototype, repeats=[1, 1, 1])
        for s in unit.species:  # files list species after species, and within one the first repeat first
            first = crystal.symbols.index(s)
            for k, n in enumerate(i for i, symbol in enumerate(unit.symbols) if symbol == s):
                unit.positions[n] = [x * r for x, r in zip(crystal.positions[first + k], repeats)]
        unit.cell = [[x / repeats[d] for x in edge] for d, edge in enumerate(crystal.cell)]
        folder = self.folder(name)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / 'POSCAR').write_text(crystals.poscar(f'{name}, relaxed at 0 K with a pair potential', unit))

    def modes(self, name):
        return self.once((name, 'modes'), lambda scratch: self.make_modes(name, scratch))

    def make_modes(self, name, scratch):
        """Lowest optical mode and dielectric constant of the relaxed crystal, where it has a unit cell."""
        compound, _ = self.compound(name)
        file = self.folder(name) / 'POSCAR'
        if not file.exists():
            return {'optical_mev': None, 'dielectric': None}
        crystal = crystals.read_poscar(file.read_text())  # modes at the zone centre need no more than this cell
        cell, fractions = numpy.array(crystal.cell), numpy.array(crystal.positions)
        script = '\n'.join(['kspace_style pppm 1e-6', 'thermo 0'] + modes.commands(fractions @ cell)) + '\n'
        engine.run(self.lammps, scratch, crystal, compound, self.potentials, script, True, 20000)
        forces = {f.stem: next(trajectories.frames(f)) for f in scratch.glob('*.dump')}
        phi = modes.force_constants(forces, len(crystal.symbols))
        charges, _ = engine.terms(self.potentials, compound)
        _, optical, ionic, _ = modes.zone_centre(phi, crystal.symbols, fractions, cell, crystals.MASSES, charges)
        return {'optical_mev': optical, 'dielectric': None if ionic is None else 1 + ionic,
                'charge': charges[compound['mobile']]}

    def folder(self, name):
        return self.out / (self.table['compounds'][name]['family'] + '-based') / name

    # ------------------------------------------------------------------ runs

    def runs(self, name, kelvin):
        box = self.once((name, kelvin, 'box'), lambda scratch: self.make_box(name, kelvin, scratch))
        for kind in KINDS if 'cell' in box else ():
            self.once((name, kelvin, kind), lambda scratch: self.make_run(name, kelvin, kind, box['cell'], scratch))

    def make_box(self, name, kelvin, scratch):
        compound, prototype = self.compound(name)
        if 'fixed' in compound:
            a = compound['fixed'][str(kelvin)]
            return {'cell': crystals.build(name, compound, prototype, lattice=[a]).cell}
        start = self.at_rest(name)['lattice'] if 'lattice' in self.at_rest(name) else compound['lattice']
        crystal = crystals.build(name, compound, prototype, lattice=start)
        half = round(BOX_PS * 500 / compound['step_fs'])
        script = engine.filled('in.box', STEP=compound['step_fs'] / 1000, KELVIN=kelvin, HALF=half,
                               SEED=crystals.seed_of(name, kelvin, 'box'), BARO=engine.barostat(prototype['shape']))
        log = engine.run(self.lammps, scratch, crystal, compound, self.potentials, script)
        lengths = engine.told(log, 'BOX')[-1]
        factor = [lengths[d] / crystal.cell[d][d] for d in range(3)]
        # every shape dilates by columns: a lower triangle keeps its shape when the axes that lean grow alike
        return {'cell': [[x * factor[k] for k, x in enumerate(edge)] for edge in crystal.cell]}

    def make_run(self, name, kelvin, kind, cell, scratch):
        compound, prototype = self.compound(name)
        crystal = crystals.build(name, compound, prototype)
        crystal.cell = cell
        if kind == 'non-stoichiometric':
            crystal = crystals.without(crystal, compound['mobile'], compound['vacancies'],
                                       crystals.seed_of(name, 'vacancies'))
        step, stride = compound['step_fs'], compound['frame_fs'] // compound['step_fs']
        steps = round(compound['ps'] * 100 / compound['frame_fs']) * 10 * stride
        script = engine.filled('in.run', STEP=step / 1000, KELVIN=kelvin, STRIDE=stride, STEPS=steps,
                               TENTHS=steps // 10, WARMUP=round(WARMUP_PS * 1000 / step),
                               SEED=crystals.seed_of(name, kelvin, kind))
        log = engine.run(self.lammps, scratch, crystal, compound, self.potentials, script)
        path = list(trajectories.frames(scratch / 'run.dump'))
        result = self.judged(compound, crystal, kelvin, log, path)
        folder = self.folder(name) / 'AIMD' / kind / f'{kelvin}K'
        if 'failed' not in result:
            with tempfile.TemporaryDirectory(dir=self.out) as part:
                part = pathlib.Path(part) / 'run'
                trajectories.write(part, f'{name}, classical molecular dynamics', crystal, path, stride, step, kelvin,
                                   steps)
                shutil.rmtree(folder, ignore_errors=True)
                folder.parent.mkdir(parents=True, exist_ok=True)
                part.rename(folder)
        return result

    def judged(self, compound, crystal, kelvin, log, path):
        mean, bar = engine.told(log, 'MEANS')[-1]
        rows = [line.split() for line in log.splitlines() if len(line.split()) == 5 and line.split()[0].isdigit()]
        conserved = [float(row[4]) for row in rows]
        drift = (conserved[-1] - conserved[0]) / len(crystal.symbols) / compound['ps'] * 1000
        gamma, moved = trajectories.framework(crystal, compound['mobile'], path)
        result = {'atoms': len(crystal.symbols), 'ps': compound['ps'], 'kelvin': mean, 'kbar': bar / 1000,
                  'drift_mev_per_atom_ps': drift, 'lindemann': gamma, 'moved': moved,
                  'd_cm2_s': trajectories.diffusion(crystal, compound['mobile'], path, compound['frame_fs'])}
        wrong = []
        if abs(mean / kelvin - 1) > .02:
            wrong.append(f'mean temperature {mean:.0f} K')
        if abs(drift) > .02 * 8.617e-2 * kelvin:
            wrong.append(f'conserved energy drifts by {drift:.3f} meV per atom and ps')
        if gamma > LINDEMANN:
            wrong.append(f'framework disordered, Lindemann ratio {gamma:.2f}')
        if moved > MOVED:
            wrong.append(f'a framework ion left its site ({moved:.1f} A)')
        if wrong:
            result['failed'] = '; '.join(wrong)
        return result

    # ------------------------------------------------------------------ tables

    def acceptable(self, name):
        result = self.at_rest(name)
        if 'failed' in result:
            return False
        off = result['deviation']
        weights = {1: (3,), 2: (2, 1), 3: (1, 1, 1)}[len(off)]
        mean = math.prod((1 + x)**w for x, w in zip(off, weights))**(1 / 3) - 1
        return abs(mean) <= TOLERANCE and all(abs(x) <= AXIS for x in off)

    def beside(self, name):
        """What extraction reads beside the runs of a compound."""
        rest, folder = self.at_rest(name), self.folder(name)
        if not folder.exists():
            return
        if rest['elastic']:
            save(folder / 'elastic.csv', ELASTIC, [elastic_row(name, rest)])
        soft = self.modes(name) if self.state(name, 'modes').exists() else {}
        if soft.get('optical_mev') and soft['optical_mev'] > 0:
            rows = [('lowest_optical_mode', f'{soft["optical_mev"]:.3f}', 'meV', HARMONIC),
                    ('dielectric_constant', f'{soft["dielectric"]:.3f}', '', HARMONIC + '; rigid ions: no electrons'),
                    ('born_charge', f'{soft["charge"]:g}', 'e', 'charge of the ion in the pair potential')]
            save(folder / 'descriptors.csv', ['key', 'value', 'unit', 'source'], rows)

    def tables(self):
        names = [n for n in self.table['compounds'] if self.state(n, 'static').exists()]
        rejected, lattice, elastic, runs = [], [], [], []
        for name in names:
            compound, _ = self.compound(name)
            rest = self.at_rest(name)
            if 'failed' in rest:
                rejected.append((name, '', '', rest['failed']))
                continue
            if not self.acceptable(name):
                rejected.append((name, '', '', 'lattice constant off by ' + worst(rest['deviation'])))
            for letter, model, measured, off in zip('abc' if len(rest['lattice']) == 3 else 'ac', rest['lattice'],
                                                    compound['experiment'], rest['deviation']):
                lattice.append((name, compound['potential'], letter, f'{measured}', f'{model:.4f}', f'{100 * off:.2f}'))
            if rest['elastic']:
                elastic.append(elastic_row(name, rest))
            self.beside(name)
            for kelvin in compound['temperatures']:
                if self.state(name, kelvin, 'box').exists() and 'failed' in (b := self.once((name, kelvin, 'box'), None)):
                    rejected.append((name, kelvin, 'both', b['failed']))
                for kind in KINDS:
                    if self.state(name, kelvin, kind).exists():
                        r = self.once((name, kelvin, kind), None)
                        if 'failed' in r:
                            rejected.append((name, kelvin, kind, r['failed']))
                        if 'atoms' in r:
                            runs.append((name, kelvin, kind, r['atoms'], r['ps'], f'{r["kelvin"]:.1f}',
                                         f'{r["kbar"]:.2f}', f'{r["drift_mev_per_atom_ps"]:.4f}',
                                         f'{r["lindemann"]:.4f}', f'{r["moved"]:.2f}', f'{r["d_cm2_s"]:.2e}',
                                         'no' if 'failed' in r else 'yes'))
        save(self.out / 'rejected.csv', ['compound', 'T', 'kind', 'reason'], rejected)
        save(self.out / 'lattice.csv', ['compound', 'potential', 'axis', 'measured_A', 'model_A', 'deviation_percent'],
             lattice)
        save(self.out / 'elastic.csv', ELASTIC, elastic)
        save(self.out / 'checks.csv', ['compound', 'T', 'kind', 'atoms', 'ps', 'mean_T', 'mean_P_kbar',
                                       'drift_meV_per_atom_ps', 'framework_lindemann', 'framework_moved_A',
                                       'D_first_look_cm2_s', 'accepted'], runs)


    def ship(self, target):
        for name in ('lattice', 'elastic', 'checks', 'rejected'):
            shutil.copy(self.out / f'{name}.csv', target)
        for name in self.table['compounds']:
            for file in self.folder(name).glob('*'):
                if file.is_file():
                    (target / file.parent.relative_to(self.out)).mkdir(parents=True, exist_ok=True)
                    shutil.copy(file, target / file.relative_to(self.out))
        for run in self.table['shipped']:
            shutil.copytree(self.out / run, target / run, dirs_exist_ok=True)


def save(file, header, rows):
    part = file.with_suffix('.part')
    with open(part, 'w', newline='') as f:
        csv.writer(f, lineterminator='\n').writerows([header] + rows)
    part.replace(file)


def elastic_row(name, rest):
    c = [f'{rest["elastic"][i][j]:.3f}' for i in range(6) for j in range(i, 6)]
    return [name, *('0.000' if float(x) == 0 else x for x in c), f'{rest["density"]:.4f}']


def worst(deviations):
    return f'{100 * max(deviations, key=abs):+.1f} %'


def read_box(dump):
    """The lower triangle of the box in a LAMMPS dump, whose bounds enclose the tilted box."""
    with open(dump) as f:
        lines = [f.readline() for _ in range(8)]
    rows = [[float(x) for x in line.split()] for line in lines[5:8]]
    xy, xz, yz = (row[2] if len(row) > 2 else 0.0 for row in rows)
    lx = rows[0][1] - max(0, xy, xz, xy + xz) - rows[0][0] + min(0, xy, xz, xy + xz)
    ly = rows[1][1] - max(0, yz) - rows[1][0] + min(0, yz)
    return [[lx, 0, 0], [xy, ly, 0], [xz, yz, rows[2][1] - rows[2][0]]]


def constants(shape, box, repeats):
    lengths = [math.dist((0, 0, 0), edge) / r for edge, r in zip(box, repeats)]
    return {'cubic': [sum(lengths) / 3], 'orthorhombic': lengths, 'hexagonal': [lengths[0], lengths[2]]}[shape]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', required=True)
    parser.add_argument('--only', default='', help='names of compounds, with commas between')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--static', action='store_true', help='relax and strain only')
    parser.add_argument('--lammps', default='lmp')
    parser.add_argument('--ship', help='a folder to copy tables, structures and the chosen runs to; makes nothing')
    options = parser.parse_args()
    if options.ship:
        Builder(options.out, options.lammps).ship(pathlib.Path(options.ship))
        return
    if not shutil.which(options.lammps):
        sys.exit(f'{options.lammps} is not installed; the samples are shipped and need no LAMMPS to be used')
    builder = Builder(options.out, options.lammps)
    names = options.only.split(',') if options.only else list(builder.table['compounds'])
    unknown = [n for n in names if n not in builder.table['compounds']]
    if unknown:
        sys.exit(f'no compound {unknown[0]}; there are ' + ', '.join(builder.table['compounds']))
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(builder.at_rest, names))
        list(pool.map(builder.modes, [n for n in names if builder.acceptable(n)]))
        builder.tables()
        if not options.static:
            jobs = [(n, t) for n in names if builder.acceptable(n) for t in builder.table['compounds'][n]['temperatures']]
            list(pool.map(lambda job: builder.runs(*job), jobs))
            builder.tables()


if __name__ == '__main__':
    main()
