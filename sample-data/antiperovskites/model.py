"""The pair potential of the anti-perovskites: one radius per ion, fitted to the lattice constants of 21 salts."""
import itertools, math, pathlib, re, tomllib

import numpy

TABLE = tomllib.loads((pathlib.Path(__file__).resolve().parent / 'ions.toml').read_text())
IONS, MODEL = TABLE['ions'], TABLE['model']
SALTS = {**TABLE['rocksalt'], **TABLE['antifluorite']}
COULOMB = 14.39964  # eV A
MADELUNG_ROCKSALT = 1.7475646  # in units of the nearest distance, for charges of one
MADELUNG_FLUORITE = 5.0387850  # charges one and two
REACH = 2.6  # lattice constants
CORE = 1.0  # eV A^12, over r^12: keeps ions from falling into one another, and is below 1 meV beyond 1.8 A

FCC = [(0, 0, 0), (0, .5, .5), (.5, 0, .5), (.5, .5, 0)]
TETRAHEDRAL = [tuple(x / 2 + .25 for x in p) for p in itertools.product(range(2), repeat=3)]


def shells(seen, at):
    """Distances from a place to a lattice, in lattice constants, and how many points lie at each."""
    shifts = numpy.array(list(itertools.product(range(-3, 4), repeat=3)))
    d = numpy.concatenate([numpy.linalg.norm(shifts + p - numpy.array(at), axis=1) for p in seen])
    return numpy.unique(d[(d > 1e-6) & (d < REACH)].round(9), return_counts=True)


SAME = shells(FCC, FCC[0])
OCTAHEDRAL = shells([(x + .5, y, z) for x, y, z in FCC], FCC[0])
AROUND_ANION = shells(TETRAHEDRAL, FCC[0])
BETWEEN_CATIONS = shells(TETRAHEDRAL, TETRAHEDRAL[0])


def prefactor(one, other):
    shell = MODEL['shell']
    return MODEL['B'] * (1 + IONS[one]['charge'] / shell.get(one, 8) + IONS[other]['charge'] / shell.get(other, 8))


def dispersion(one, other):
    return MODEL['london'] * (IONS[one]['in_crystals'] * IONS[other]['in_crystals'])**.75


def parts(salt):
    cation, two, anion = re.fullmatch(r'(Li|Na|K)(2?)(\w+)', salt).groups()
    return cation, anion, bool(two)


def lattice_energy(salt, a, radius):
    """In eV per formula unit."""
    cation, anion, fluorite = parts(salt)

    def short_range(shell, one, other):
        distances, count = shell
        r = a * distances
        return (count * (prefactor(one, other) * numpy.exp((radius[one] + radius[other] - r) / MODEL['rho'])
                         - dispersion(one, other) / r**6)).sum()

    if fluorite:
        return (-MADELUNG_FLUORITE * COULOMB / (a * math.sqrt(3) / 4) + short_range(AROUND_ANION, anion, cation)
                + short_range(SAME, anion, anion) / 2 + short_range(BETWEEN_CATIONS, cation, cation))
    return (-MADELUNG_ROCKSALT * COULOMB / (a / 2) + short_range(OCTAHEDRAL, cation, anion)
            + short_range(SAME, anion, anion) / 2 + short_range(SAME, cation, cation) / 2)


def lattice_constant(salt, radius):
    a, h = SALTS[salt], 1e-3
    for _ in range(50):
        below, here, above = (lattice_energy(salt, a + k * h, radius) for k in (-1, 0, 1))
        first, second = (above - below) / (2 * h), (above - 2 * here + below) / h**2
        step = -first / second if second > 0 else -.05 * math.copysign(1, first)
        a += max(-.1, min(.1, step))
        if abs(step) < 1e-7:
            break
    return a


def fitted_radii():
    """Radii by least squares over the salts, and the relative deviations that remain."""
    names = list(IONS)
    deviations = lambda x: numpy.array([lattice_constant(s, dict(zip(names, x))) / SALTS[s] - 1 for s in SALTS])
    x = numpy.array([IONS[n]['shannon'] for n in names]) + numpy.array([0.1 if IONS[n]['charge'] > 0 else -0.15
                                                                       for n in names])
    for _ in range(12):
        here = deviations(x)
        jacobian = numpy.array([(deviations(x + 1e-4 * e) - here) / 1e-4 for e in numpy.eye(len(x))]).T
        x = x - numpy.linalg.lstsq(jacobian, here, rcond=1e-6)[0]
    return dict(zip(names, x)), dict(zip(SALTS, deviations(x)))


def potential(radius, names):
    """As the pipeline's engine takes it."""
    pairs = [[a, b, 'born', prefactor(a, b), MODEL['rho'], radius[a] + radius[b], dispersion(a, b),
              0.0]
             for a, b in itertools.combinations_with_replacement(names, 2)]
    pairs += [[a, b, 'power', CORE, 12] for a, b, *_ in pairs]
    return {'fitted': {'charges': {n: IONS[n]['charge'] for n in names}, 'pairs': pairs}}
