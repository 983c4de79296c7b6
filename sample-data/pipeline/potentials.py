"""Turns the table of potentials into what LAMMPS reads: charges and tabulated pair energies."""
import math

ERG = .62415  # 1e-60 erg cm^6 in eV A^6, and 1e-76 erg cm^8 in eV A^8
FUMI_TOSI_B = .21096  # eV
INNER = .3  # A; nothing comes this close


def terms(potentials, compound):
    """charges and {(a, b): [term …]} for a compound."""
    if compound['potential'] == 'FT':
        return fumi_tosi(potentials['FT'], compound)
    chosen = potentials[compound['potential']]
    pairs = {}
    for a, b, *term in chosen['pairs']:
        pairs.setdefault(tuple(sorted((a, b))), []).append(term)
    return chosen['charges'], pairs


def fumi_tosi(table, compound):
    cation, anion = compound['elements']['A'], compound['elements']['B']
    salt = table['salts'][cation + anion]
    pairs = {}
    for n, (a, b) in enumerate(((cation, cation), (cation, anion), (anion, anion))):
        pairs[tuple(sorted((a, b)))] = [['born', table['beta'][cation][n] * FUMI_TOSI_B, salt['rho'],
                                         table['radius'][a] + table['radius'][b], salt['C'][n] * ERG,
                                         salt['D'][n] * ERG]]
    return {cation: 1, anion: -1}, pairs


def energy(term, r):
    kind, *v = term
    if kind == 'buck':
        return v[0] * math.exp(-r / v[1]) - v[2] / r**6
    if kind == 'born':
        return v[0] * math.exp((v[2] - r) / v[1]) - v[3] / r**6 - v[4] / r**8
    if kind == 'morse':
        return v[0] * ((1 - math.exp(-v[1] * (r - v[2])))**2 - 1)
    if kind == 'power':
        return v[0] / r**v[1]
    if kind == 'screened':
        return v[0] / r * math.erfc(r / v[1])
    raise ValueError(kind)


def slope(term, r):
    kind, *v = term
    if kind == 'buck':
        return -v[0] / v[1] * math.exp(-r / v[1]) + 6 * v[2] / r**7
    if kind == 'born':
        return -v[0] / v[1] * math.exp((v[2] - r) / v[1]) + 6 * v[3] / r**7 + 8 * v[4] / r**9
    if kind == 'morse':
        e = math.exp(-v[1] * (r - v[2]))
        return 2 * v[0] * v[1] * (1 - e) * e
    if kind == 'power':
        return -v[1] * v[0] / r**(v[1] + 1)
    if kind == 'screened':
        return -v[0] / r * (math.erfc(r / v[1]) / r + 2 / math.sqrt(math.pi) / v[1] * math.exp(-(r / v[1])**2))
    raise ValueError(kind)


def wall(pair):
    """Dispersion wins at short distances: below the top of that barrier the energy rises on instead (0: no barrier)."""
    r = 1.6
    while r > INNER:
        if sum(slope(t, r) for t in pair) > 0 and any(t[0] in ('buck', 'born') for t in pair):
            return r + .005
        r -= .005
    return 0.0


def values(pair, r, inner):
    if r >= inner:
        return sum(energy(t, r) for t in pair), -sum(slope(t, r) for t in pair)
    top, force = values(pair, inner, 0)
    return top + force * (inner - r) + 50 * (inner - r)**2, force + 100 * (inner - r)


def table_file(pairs, cutoff, points):
    """The LAMMPS file of tabulated energies (eV) and forces (eV/A), evenly spaced in r squared."""
    out = []
    for (a, b), pair in sorted(pairs.items()):
        inner = wall(pair)
        shift, _ = values(pair, cutoff, inner)
        out.append(f'\n{a}-{b}\nN {points} RSQ {INNER} {cutoff}\n')
        for i in range(points):
            r = math.sqrt(INNER**2 + (cutoff**2 - INNER**2) * i / (points - 1))
            v, f = values(pair, r, inner)
            out.append(f'{i + 1} {r:.12g} {v - shift:.10g} {f:.10g}')
    return '\n'.join(out) + '\n'


def pair_commands(species, pairs, cutoff, points):
    out = [f'pair_style hybrid/overlay coul/long {cutoff} table linear {points}', 'pair_coeff * * coul/long']
    for i, a in enumerate(species):
        for j in range(i, len(species)):
            key = tuple(sorted((a, species[j])))
            if key in pairs:
                out.append(f'pair_coeff {i + 1} {j + 1} table pairs.table {key[0]}-{key[1]} {cutoff}')
    return '\n'.join(out)
