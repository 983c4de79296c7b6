"""Builds crystals from the table of compounds: cells, sites, random occupation, vacancies."""
import math, random, re, zlib
from dataclasses import dataclass

MASSES = dict(Li=6.94, O=15.999, F=18.998403, Na=22.98977, Al=26.981538, Si=28.085, P=30.973762, Cl=35.45, K=39.0983,
              Ca=40.078, Ti=47.867, Cu=63.546, Br=79.904, Sr=87.62, Y=88.90584, Zr=91.224, Ag=107.8682, I=126.90447,
              Ba=137.327, La=138.90547, Ce=140.116, Pb=207.2, Th=232.0377, U=238.02891, S=32.06, Se=78.971)


@dataclass
class Crystal:
    species: list  # the order in files
    symbols: list  # of each atom
    positions: list  # fractional, of each atom
    cell: list  # three edges in A, lower triangle

    def count(self, symbol):
        return self.symbols.count(symbol)


def seed_of(*words):
    """The same on every machine and independent of what else is built."""
    return zlib.crc32(' '.join(map(str, words)).encode()) % 900_000_000 + 1


def cell_of(shape, lattice):
    if shape == 'cubic':
        a, = lattice
        return [[a, 0, 0], [0, a, 0], [0, 0, a]]
    if shape == 'orthorhombic':
        return [[lattice[0], 0, 0], [0, lattice[1], 0], [0, 0, lattice[2]]]
    if shape == 'hexagonal':
        a, c = lattice
        return [[a, 0, 0], [-a / 2, a * math.sqrt(3) / 2, 0], [0, 0, c]]
    if shape == 'rhombohedral-60':  # primitive cell of a face-centred cube of edge a
        e = lattice[0] / math.sqrt(2)
        return [[e, 0, 0], [e / 2, e * math.sqrt(3) / 2, 0],
                [e / 2, e * math.sqrt(3) / 6, e * math.sqrt(6) / 3]]
    raise ValueError(shape)


def operation(text):
    """'-y,x-y,z+1/2' as rows of coefficients and a shift."""
    rows = []
    for part in text.split(','):
        row, shift = [0, 0, 0], 0.0
        for sign, term in re.findall(r'([+-]?)([xyz]|\d+/\d+)', part):
            s = -1 if sign == '-' else 1
            if term in 'xyz':
                row['xyz'.index(term)] += s
            else:
                top, bottom = term.split('/')
                shift += s * int(top) / int(bottom)
        rows.append((row, shift))
    return rows


def orbit(site, operations):
    """All images of a site, found by applying the generators until nothing new appears."""
    images = [[x % 1.0 for x in site]]
    for p in images:
        for rows in operations:
            q = [(sum(c * x for c, x in zip(row, p)) + shift) % 1.0 for row, shift in rows]
            if not any(all(abs((a - b + .5) % 1.0 - .5) < 1e-4 for a, b in zip(q, r)) for r in images):
                images.append(q)
    return images


def unit_cell(prototype):
    operations = [operation(text) for text in prototype['generators']]
    return [(label, p) for label, *site in prototype['sites'] for p in orbit(site, operations)]


def repeated(basis, repeats):
    return [(label, [(p[d] + n[d]) / repeats[d] for d in range(3)])
            for n in ((i, j, k) for i in range(repeats[0]) for j in range(repeats[1]) for k in range(repeats[2]))
            for label, p in basis]


def occupied(sites, share, rng):
    """Replaces labels by elements, at random where several share them."""
    symbols = [label for label, _ in sites]
    for label, counts in share.items():
        places = [i for i, s in enumerate(symbols) if s == label]
        names = [name for name, count in counts.items() for _ in range(count)]
        if len(names) != len(places):
            raise ValueError(f'{len(names)} atoms for {len(places)} sites {label}')
        rng.shuffle(places)
        for i, name in zip(places, names):
            symbols[i] = name
    return [(s, p) for s, (_, p) in zip(symbols, sites) if s]


def build(name, compound, prototype, lattice=None, repeats=None):
    repeats = repeats or compound['repeats']
    basis = [(compound.get('elements', {}).get(label, label), p) for label, p in unit_cell(prototype)]
    sites = occupied(repeated(basis, repeats), compound.get('share', {}), random.Random(seed_of(name)))
    order = list(dict.fromkeys(s for s, _ in sites))
    order.sort(key=lambda s: s in ('O', 'F', 'Cl', 'Br', 'I'))  # cations first
    sites.sort(key=lambda site: order.index(site[0]))
    cell = cell_of(prototype['shape'], lattice or compound['lattice'])
    cell = [[x * repeats[d] for x in cell[d]] for d in range(3)]
    return Crystal(order, [s for s, _ in sites], [p for _, p in sites], cell)


def without(crystal, symbol, count, seed):
    """The crystal with some atoms taken out at random, no two of them neighbours on the same sublattice."""
    rng = random.Random(seed)
    places = [i for i, s in enumerate(crystal.symbols) if s == symbol]
    best, chosen = -1.0, []
    for _ in range(50 if count > 1 else 1):
        trial = rng.sample(places, count)
        apart = min((distance(crystal, a, b) for a in trial for b in trial if a < b), default=0.0)
        if apart > best:
            best, chosen = apart, trial
    keep = [i for i in range(len(crystal.symbols)) if i not in chosen]
    return Crystal(crystal.species, [crystal.symbols[i] for i in keep], [crystal.positions[i] for i in keep],
                   crystal.cell)


def distance(crystal, a, b):
    d = [(x - y + .5) % 1.0 - .5 for x, y in zip(crystal.positions[a], crystal.positions[b])]
    return math.dist((0, 0, 0), cartesian(d, crystal.cell))


def cartesian(p, cell):
    return [sum(p[d] * cell[d][k] for d in range(3)) for k in range(3)]


def volume(cell):
    return cell[0][0] * cell[1][1] * cell[2][2]


def mass(crystal):
    return sum(MASSES[s] for s in crystal.symbols)


def density(crystal):
    """In g/cm3."""
    return mass(crystal) / volume(crystal.cell) * 1.66053906660


def poscar_head(title, crystal):
    counts = [crystal.count(s) for s in crystal.species]
    return (f'{title}\n  1.0\n' + ''.join('  ' + ' '.join(f'{x:14.8f}' for x in v) + '\n' for v in crystal.cell)
            + ' ' + ' '.join(f'{s:>4}' for s in crystal.species) + '\n ' + ' '.join(f'{c:4d}' for c in counts) + '\n')


def poscar(title, crystal, digits=8):
    return poscar_head(title, crystal) + 'Direct\n' + ''.join(coordinates(p, digits) for p in crystal.positions)


def read_poscar(text):
    """What poscar writes."""
    lines = text.splitlines()
    species, counts = lines[5].split(), [int(x) for x in lines[6].split()]
    return Crystal(species, [s for s, n in zip(species, counts) for _ in range(n)],
                   [[float(x) for x in line.split()] for line in lines[8:8 + sum(counts)]],
                   [[float(x) for x in line.split()] for line in lines[2:5]])


def coordinates(p, digits):
    one = f'{1:.{digits}f}'
    return ' '.join(f'{x % 1.0:.{digits}f}' for x in p).replace(one, f'{0:.{digits}f}') + '\n'
