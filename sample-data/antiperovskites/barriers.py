#!/usr/bin/env python3
"""Makes barriers.csv: vacancy migration in the 36 anti-perovskites X3AZ, descriptors and barrier of every path.

    python3 barriers.py --out .          (writes barriers.csv, structures.csv and structures/*.POSCAR)

Structure: 2x2x2 pseudo-cubic cells, straight or with octahedra tilted in two ways, relaxed; the lowest is kept, and
unstable modes are followed down. Barrier:
in 320 ions less one, the mobile ion is led along the straight line from its site into a neighbouring vacancy, held in
the plane across that line, everything else relaxed; the highest energy on the way less that of the lower end. Energy:
model.py. Nothing is random and nothing is fitted to barriers; a compound that was done is not done again. Python 3.11,
numpy and LAMMPS.
"""
import argparse, dataclasses, itertools, json, math, pathlib, sys, tempfile

import numpy

import model
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'pipeline'))
import build, crystals, engine, modes, trajectories
from model import COULOMB, IONS

CARRIERS, CHALCOGENS, HALOGENS = ('Li', 'Na', 'K'), ('O', 'S', 'Se'), ('F', 'Cl', 'Br', 'I')
CELLS = list(itertools.product(range(2), repeat=3))
TILTS = {'cubic': (0, 0, 0, 0), 'a-b+a-': (.1, .1, .1, .04), 'a-a-a-': (.1, .1, .1, 0)}
FREE = {'cubic': 'iso 0', 'a-b+a-': 'x 0 y 0 z 0 xz 0', 'a-a-a-': 'tri 0'}  # what symmetry leaves free
LEANING, UNEVEN = 30, 1.1  # degrees by which an octahedron may turn, longest arm over shortest: else no perovskite
REACH = 7.0  # A, where neighbours are looked for
FAR = 9.0  # A, where those that tell paths apart are
STEPS = 10  # images of a path
NEAR = 1.25  # a path joins carriers no further apart than this times the edge of an octahedron
MOST = 24  # kinds of paths; a crystal with more has kept no symmetry, and would outweigh all others in the table
ALIKE = .03  # A; paths whose surroundings differ by less are the same by symmetry
FLAT = .001  # eV per ion that tilts must gain
STILL = -1.0  # meV; a lower mode (imaginary) means that the crystal is not at rest
FALLS = 4  # unstable modes followed one after another
REARRANGED = 1.5  # A; where another ion moves further than this the crystal changes, and the barrier means nothing
MINIMIZE = ['minimize 0 2e-3 500 2000', 'print "ENERGY $(pe)"']
START = ['kspace_style pppm 1e-5', 'thermo 0', 'thermo_style custom step pe press', 'min_style cg',
         'min_modify dmax 0.05']


class Laboratory:
    """Runs LAMMPS on ions of three kinds."""

    def __init__(self, names, radius, lammps):
        self.potential, self.lammps = model.potential(radius, names), lammps

    def run(self, crystal, commands):
        """What was printed, and the ions of every dump, by the name of its file."""
        with tempfile.TemporaryDirectory(prefix='ionscape-') as scratch:
            scratch = pathlib.Path(scratch)
            log = engine.run(self.lammps, scratch, crystal, {'potential': 'fitted'}, self.potential,
                             '\n'.join(commands) + '\n', True, 8000)
            dumps = {file.stem: numpy.array(next(trajectories.frames(file))).reshape(-1, 3)
                     for file in scratch.glob('*.dump')}
            box = build.read_box(scratch / 'relaxed.dump') if 'relaxed' in dumps else None
        return log, dumps, box


def dump(name, columns='xu yu zu'):
    return f'write_dump all custom {name}.dump id {columns} modify sort id format line "%d %.10f %.10f %.10f"'


def energies(log):
    return [value[0] for value in engine.told(log, 'ENERGY')]


# ---------------------------------------------------------------- structures


class Structure:
    """40 ions in 2x2x2 pseudo-cubic cells: 24 carriers, 8 octahedral and 8 framework anions."""

    def __init__(self, names, crystal, kind, energy):
        self.names, self.crystal, self.kind, self.energy = names, crystal, kind, energy
        self.cell = numpy.array(crystal.cell)
        self.fractions = numpy.array(crystal.positions)
        self.symbols = numpy.array(crystal.symbols)
        self.volume = crystals.volume(crystal.cell)

    @property
    def places(self):
        return self.fractions @ self.cell

    def around(self, place, reach=REACH):
        """Symbols and vectors of the ions within reach, nearest first, none at the place itself."""
        f = self.fractions - numpy.linalg.solve(self.cell.T, place)
        f = (f + .5) % 1 - .5
        vectors = numpy.concatenate([(f + shift) @ self.cell for shift in itertools.product((-1, 0, 1), repeat=3)])
        symbols = numpy.tile(self.symbols, 27)
        d = numpy.linalg.norm(vectors, axis=1)
        chosen = numpy.flatnonzero((d > 1e-3) & (d < reach))
        chosen = chosen[numpy.argsort(d[chosen], kind='stable')]
        return symbols[chosen], vectors[chosen]

    def nearest(self, place, name, count):
        symbols, vectors = self.around(place)
        return numpy.linalg.norm(vectors[symbols == name], axis=1)[:count]

    def octahedron(self):
        symbols, vectors = self.around(self.places[24])
        return vectors[symbols == self.names[0]][:6]


def ideal(names, a, tilts):
    """Octahedra turned about the three axes, out of phase about the first and last; the framework anion moved aside."""
    one, two, three, shift = tilts
    ions = {name: [] for name in names}
    for cell in CELLS:
        everywhere, across = (-1)**sum(cell), (-1)**(cell[0] + cell[2])
        in_phase = across if shift else everywhere
        turn = numpy.array([one * everywhere, two * in_phase, three * everywhere])
        ions[names[1]].append(numpy.array(cell))
        for arm in numpy.eye(3) / 2:
            ions[names[0]].append(cell + arm + numpy.cross(turn, arm))
        aside = shift * (-1)**cell[1] / a
        ions[names[2]].append(numpy.array(cell) + .5 + numpy.array([aside, 0, -aside]))
    return crystals.Crystal(list(names), [n for n in names for _ in ions[n]],
                            [list(p / 2) for n in names for p in ions[n]], crystals.cell_of('cubic', [2 * a]))


def relaxed(names, kind, laboratory):
    a = 2 * (IONS[names[0]]['shannon'] + IONS[names[1]]['shannon']) * .95
    return brought_to_rest(ideal(names, a, TILTS[kind]), kind, FREE[kind], laboratory)


def brought_to_rest(crystal, kind, free, laboratory):
    """The relaxed crystal, if it is a perovskite still."""
    script = START + ['minimize 0 1e-3 300 1000', 'label relax', 'variable pass loop 5',
                      f'fix box all box/relax {free} vmax 0.002', 'minimize 0 1e-3 300 1000', 'unfix box',
                      'minimize 0 1e-4 300 1000', 'next pass', 'jump SELF relax', 'run 0', 'print "ENERGY $(pe)"',
                      dump('relaxed', 'xs ys zs')]
    try:
        log, dumps, box = laboratory.run(crystal, script)
    except engine.Failed:
        return None  # ions fell into one another: there is no such structure
    crystal = dataclasses.replace(crystal, positions=dumps['relaxed'].tolist(), cell=box)
    structure = Structure(tuple(crystal.species), crystal, kind, energies(log)[-1])
    return structure if is_perovskite(structure) else None


def best_structure(names, radius, lammps):
    """The anion with which the cubic crystal is lower sits in the octahedra; they tilt where that gains something. Where
    the lowest does not come to rest as a perovskite, the first of the others that does."""
    orders = [names, (names[0], names[2], names[1])]
    cubic = [relaxed(o, 'cubic', Laboratory(o, radius, lammps)) for o in orders]
    best = min((s for s in cubic if s), key=lambda s: s.energy)
    tilted = [relaxed(best.names, kind, Laboratory(best.names, radius, lammps)) for kind in TILTS if kind != 'cubic']
    lower = [s for s in tilted if s and s.energy < best.energy - FLAT * 40]
    ends = []
    for start in sorted(lower, key=lambda s: s.energy) + [best]:
        ends.append(settled(start, Laboratory(best.names, radius, lammps)))
        if ends[-1][1][0] > STILL:
            return ends[-1]
    return ends[0]


def settled(structure, laboratory):
    """Follows unstable modes down, as long as what comes of it is a perovskite; the structure and its modes."""
    found = vibrations(structure, laboratory)
    for _ in range(FALLS):
        if found[0] > STILL:
            break
        crystal = dataclasses.replace(structure.crystal, positions=(
            structure.fractions + .1 * found[3] @ numpy.linalg.inv(structure.cell)).tolist())
        lower = brought_to_rest(crystal, structure.kind.split()[0] + ' and more', 'tri 0', laboratory)
        if not lower or lower.energy > structure.energy:
            break
        structure, found = lower, vibrations(lower, laboratory)
    return structure, found


def is_perovskite(structure):
    arms = structure.octahedron()
    lengths = numpy.linalg.norm(arms, axis=1)
    axes = structure.cell / numpy.linalg.norm(structure.cell, axis=1)[:, None]
    along = numpy.abs(arms @ axes.T / lengths[:, None]).max(axis=1)
    return lengths.max() < UNEVEN * lengths.min() and math.degrees(math.acos(min(1, along.min()))) < LEANING


# ---------------------------------------------------------------- the crystal as a whole


def bulk_modulus(structure, laboratory):
    """In GPa, from the pressure at two volumes."""
    pressures = []
    for factor in (.998, 1.002):
        crystal = crystals.Crystal(structure.names, structure.crystal.symbols, structure.crystal.positions,
                                   (structure.cell * factor).tolist())
        log, _, _ = laboratory.run(crystal, START + ['minimize 0 1e-4 500 2000', 'run 0', 'print "BAR $(press)"'])
        pressures.append(engine.told(log, 'BAR')[-1][0])
    return -(pressures[1] - pressures[0]) / (1.002**3 - .998**3) * 1e-4


def vibrations(structure, laboratory):
    """Lowest mode of the box and lowest optical mode at the zone centre (meV), ions' part of the dielectric constant."""
    _, forces, _ = laboratory.run(structure.crystal,
                                  START + ['kspace_style pppm 1e-6'] + modes.commands(structure.places))
    masses, charges = ({n: ion[key] for n, ion in IONS.items()} for key in ('mass', 'charge'))
    return modes.zone_centre(modes.force_constants(forces, len(structure.symbols)), structure.symbols,
                             structure.fractions, structure.cell, masses, charges)


def salts_energy(names):
    """Names of the two salts that a formula unit falls into: the antifluorite and the rock salt."""
    chalcogen, halogen = names[1:] if names[1] in CHALCOGENS else names[:0:-1]
    return f'{names[0]}2{chalcogen}', f'{names[0]}{halogen}', halogen


def stability(structure, laboratory, radius):
    """Energy above the two salts (meV per atom); energy to take a carrier and a halogen out into the rock salt (eV)."""
    antifluorite, rocksalt, halogen = salts_energy(structure.names)
    energy = {s: model.lattice_energy(s, model.lattice_constant(s, radius), radius) for s in (antifluorite, rocksalt)}
    decomposition = (structure.energy / 8 - sum(energy.values())) / 5 * 1000
    whole = supercell(structure)
    first = whole.symbols.index(halogen)
    second = max((i for i, s in enumerate(whole.symbols) if s == structure.names[0]),
                 key=lambda i: crystals.distance(whole, first, i))
    keep = [i for i in range(len(whole.symbols)) if i not in (first, second)]
    try:
        log, _, _ = laboratory.run(part(whole, keep), START + MINIMIZE)
    except engine.Failed:
        return decomposition, None
    return decomposition, energies(log)[-1] + energy[rocksalt] - 8 * structure.energy


def supercell(structure):
    """2x2x2 of the box, ions of one kind together."""
    c = structure.crystal
    ions = [(s, [(x + k) / 2 for x, k in zip(p, cell)]) for cell in CELLS for s, p in zip(c.symbols, c.positions)]
    ions.sort(key=lambda ion: structure.names.index(ion[0]))
    return crystals.Crystal(c.species, [s for s, _ in ions], [p for _, p in ions], (structure.cell * 2).tolist())


def part(crystal, keep):
    return crystals.Crystal(crystal.species, [crystal.symbols[i] for i in keep], [crystal.positions[i] for i in keep],
                            crystal.cell)


# ---------------------------------------------------------------- paths


class Path:
    def __init__(self, structure, begin, vector):
        self.structure, self.vector, self.begin = structure, vector, begin
        self.end, self.middle = begin + vector, begin + vector / 2
        self.length = float(numpy.linalg.norm(vector))
        symbols, vectors = structure.around(self.middle, FAR)
        d = numpy.linalg.norm(vectors, axis=1)
        self.surroundings = numpy.concatenate([d[symbols == n][:k] for n, k in zip(structure.names, (14, 6, 6))])

    def like(self, other):
        return numpy.abs(self.surroundings - other.surroundings).max() < ALIKE

    def barrier(self, laboratory):
        """In meV, from the lower of the two ends; fails where the crystal rearranges on the way."""
        whole = supercell(self.structure)
        places = numpy.array(whole.positions) @ numpy.array(whole.cell)
        start, stop = self.at(whole, self.begin), self.at(whole, self.end)
        octahedral = [i for i, s in enumerate(whole.symbols) if s == self.structure.names[1]]
        far = max(octahedral, key=lambda i: self.apart(whole, places[i], self.middle))
        keep = [i for i in range(len(whole.symbols)) if i != stop]
        mover, anchor = keep.index(start) + 1, keep.index(far) + 1
        step = self.vector / STEPS
        commands = START + [f'group mover id {mover}', f'group anchor id {anchor}', 'fix anchor anchor setforce 0 0 0',
                            *MINIMIZE, dump('begin'),
                            # back to the ideal site, from there along the line
                            modes.put(mover, places[start]),
                            'fix plane mover planeforce ' + ' '.join(f'{x:.8f}' for x in self.vector)]
        for _ in range(STEPS):
            commands += ['displace_atoms mover move ' + ' '.join(f'{x:.8f}' for x in step) + ' units box', *MINIMIZE]
        log, dumps, _ = laboratory.run(part(whole, keep), commands + ['unfix plane', *MINIMIZE, dump('end')])
        went = numpy.linalg.norm(dumps['end'] - dumps['begin'], axis=1)
        went[mover - 1] = 0
        path = energies(log)
        if went.max() > REARRANGED:
            raise engine.Failed('other ions left their sites')
        return 1000 * (highest(path[1:-1]) - min(path[0], path[-1]))

    @staticmethod
    def apart(whole, a, b):
        cell = numpy.array(whole.cell)
        f = numpy.linalg.solve(cell.T, a - b)
        return float(numpy.linalg.norm(((f + .5) % 1 - .5) @ cell))

    def at(self, whole, place):
        places = numpy.array(whole.positions) @ numpy.array(whole.cell)
        return min(range(len(places)), key=lambda i: self.apart(whole, places[i], place))


def highest(path):
    """The top of the parabola through the highest point and its neighbours."""
    n = int(numpy.argmax(path))
    if n in (0, len(path) - 1):
        return path[n]
    before, top, after = path[n - 1:n + 2]
    curvature = before - 2 * top + after
    return top - (after - before)**2 / (8 * curvature) if curvature < 0 else top


def paths(structure):
    """One of every kind of path."""
    edge = numpy.mean([numpy.linalg.norm(a - b) for a, b in itertools.combinations(structure.octahedron(), 2)
                       if numpy.dot(a, b) > -.5 * numpy.dot(a, a)])
    found = []
    for index in range(24):
        symbols, vectors = structure.around(structure.places[index], NEAR * edge)
        for vector in vectors[symbols == structure.names[0]]:
            path = Path(structure, structure.places[index], vector)
            if not any(path.like(other) for other in found):
                found.append(path)
    return sorted(found, key=lambda path: path.length)


# ---------------------------------------------------------------- descriptors


def free_width(structure, place):
    """Diameter of the largest sphere at a place that touches no anion's sphere."""
    symbols, vectors = structure.around(place)
    d = numpy.linalg.norm(vectors, axis=1)
    return 2 * min(x - IONS[s]['shannon'] for s, x in zip(symbols, d) if s != structure.names[0])


def coordination(structure, place):
    """Anions within 1.6 times the shortest distance."""
    symbols, vectors = structure.around(place)
    d = numpy.linalg.norm(vectors[symbols != structure.names[0]], axis=1)
    return int((d < 1.6 * d[0]).sum())


def octahedron_volume(arms):
    """Of the eight tetrahedra that the arms span; opposite arms span none."""
    pairs, rest = [], list(arms)
    while rest:
        one = rest.pop(0)
        rest.sort(key=lambda v: numpy.dot(v, one))
        pairs.append((one, rest.pop(0)))
    return sum(abs(numpy.linalg.det([a, b, c])) / 6 for a in pairs[0] for b in pairs[1] for c in pairs[2])


def of_crystal(structure, found, laboratory, radius):
    """Descriptors that all paths of a compound share."""
    c, o, f = (IONS[n] for n in structure.names)
    lengths = numpy.linalg.norm(structure.octahedron(), axis=1)
    cell = structure.volume / 8
    polarisability = 3 * c['polarisability'] + o['polarisability'] + f['polarisability']
    share = 4 * math.pi / 3 * polarisability / cell  # Clausius-Mossotti
    _, optical, ionic, _ = found
    electronic = (1 + 2 * share) / (1 - share)
    decomposition, formation = stability(structure, laboratory, radius)
    chalcogen, halogen = (o, f) if structure.names[1] in CHALCOGENS else (f, o)
    values = {
        'V_a [A3]': cell / 5, 'V_octa [A3]': octahedron_volume(structure.octahedron()),
        'rho_m [g/cm3]': (3 * c['mass'] + o['mass'] + f['mass']) / cell * 1.66053906660,
        'PF_A': 4 / 3 * math.pi * (o['shannon']**3 + f['shannon']**3) / cell,
        't': (f['shannon'] + c['shannon']) / (math.sqrt(2) * (o['shannon'] + c['shannon'])),
        'D_i': float(numpy.abs(lengths / lengths.mean() - 1).mean()),
        'w_LEO [meV]': optical, 'B [GPa]': bulk_modulus(structure, laboratory), 'eps_e': electronic, 'eps_i': ionic,
        'eps': None if ionic is None else electronic + ionic, 'polar [A3]': polarisability / 5}
    for letter, ion in zip('COF', (c, o, f)):
        values |= {f'r_{letter} [A]': ion['shannon'], f'm_{letter} [u]': ion['mass'],
                   f'EN_{letter}': ion['electronegativity'], f'alpha_{letter} [A3]': ion['polarisability']}
    values |= {'I_CCh': ionicity(c, chalcogen), 'I_CH': ionicity(c, halogen), 'I_ChH': ionicity(chalcogen, halogen),
               'E_d [meV]': decomposition, 'E_f [eV]': formation}
    return values


def of_path(structure, path):
    ends = (path.begin, path.end)
    symbols, vectors = structure.around(path.middle)
    window = vectors[symbols != structure.names[0]][:3]
    mean = lambda values: float(numpy.mean(values))
    return {
        'CN_C': mean([coordination(structure, place) for place in ends]), 'CCD [A]': path.length,
        'COD [A]': mean([structure.nearest(place, structure.names[1], 2) for place in ends]),
        'CFD [A]': mean([structure.nearest(place, structure.names[2], 4) for place in ends]),
        'AAD [A]': mean([numpy.linalg.norm(a - b) for a, b in itertools.combinations(window, 2)]),
        'PW_c [A]': free_width(structure, path.begin), 'PW_2c [A]': free_width(structure, path.end),
        'PW [A]': min(free_width(structure, path.begin + path.vector * s / STEPS) for s in range(STEPS + 1))}


def ionicity(a, b):
    return 1 - math.exp(-(a['electronegativity'] - b['electronegativity'])**2 / 4)


# ---------------------------------------------------------------- tables


def formula(names):
    return f'{names[0]}3{names[1]}{names[2]}'


def studied(names, radius, lammps, out):
    structure, found = best_structure(names, radius, lammps)
    laboratory = Laboratory(structure.names, radius, lammps)
    (out / 'structures').mkdir(parents=True, exist_ok=True)
    (out / 'structures' / f'{formula(names)}.POSCAR').write_text(
        crystals.poscar(f'{formula(names)}, {structure.kind}, relaxed with fitted radii', structure.crystal))
    shared = of_crystal(structure, found, laboratory, radius)
    rows, left_out = [], 0
    ways = paths(structure)
    for path in ways if found[0] > STILL and len(ways) <= MOST else ():
        try:
            barrier = path.barrier(laboratory)
        except engine.Failed:
            left_out += 1
            continue
        name = f'{formula(names)}-{len(rows) + 1}'
        values = shared | of_path(structure, path)
        rows.append({'path': name, 'compound': formula(names), **{k: values[k] for k in ORDER}, 'E_a [meV]': barrier})
    edges = [math.dist((0, 0, 0), edge) / 2 for edge in structure.crystal.cell]
    return {'rows': rows, 'structure': [formula(names), structure.names[1], structure.kind, *(f'{x:.4f}' for x in edges), f'{found[0]:.2f}',
                                        len(rows), left_out]}


ORDER = ('V_a [A3] | V_octa [A3] | rho_m [g/cm3] | PF_A | t | D_i | CN_C | CCD [A] | COD [A] | CFD [A] | AAD [A] | '
         'PW_c [A] | PW_2c [A] | PW [A] | w_LEO [meV] | B [GPa] | eps_e | eps_i | eps | polar [A3] | r_C [A] | m_C [u] | '
         'EN_C | alpha_C [A3] | r_O [A] | m_O [u] | EN_O | alpha_O [A3] | r_F [A] | m_F [u] | EN_F | alpha_F [A3] | I_CCh | '
         'I_CH | I_ChH | E_d [meV] | E_f [eV]').split(' | ')


def text(value):
    return '' if value is None else value if isinstance(value, str) else f'{value:.6g}'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--out', required=True)
    parser.add_argument('--only', default='', help='one compound, such as Li3OCl')
    parser.add_argument('--lammps', default='lmp')
    options = parser.parse_args()
    out = pathlib.Path(options.out)
    state = out / 'state'
    state.mkdir(parents=True, exist_ok=True)
    radius, deviations = model.fitted_radii()
    worst = max(deviations, key=lambda s: abs(deviations[s]))
    print('radii', {k: round(float(v), 4) for k, v in radius.items()}, f'; worst {worst} {100 * deviations[worst]:+.2f} %')
    done = []
    for names in itertools.product(CARRIERS, CHALCOGENS, HALOGENS):
        if options.only in formula(names):
            file = state / f'{formula(names)}.json'
            if not file.exists():
                file.write_text(json.dumps(studied(names, radius, options.lammps, out)))
            done.append(json.loads(file.read_text()))
            print(*done[-1]['structure'], *[round(row['E_a [meV]']) for row in done[-1]['rows']], flush=True)
    rows = [{k: text(v) for k, v in row.items()} for one in done for row in one['rows']]
    build.save(out / 'barriers.csv', ['path', 'compound', *ORDER, 'E_a [meV]'], [list(row.values()) for row in rows])
    build.save(out / 'structures.csv', ['compound', 'octahedral', 'tilts', 'a_A', 'b_A', 'c_A', 'lowest_mode_meV', 'paths',
                                        'paths_left_out'], [one['structure'] for one in done])


if __name__ == '__main__':
    main()
