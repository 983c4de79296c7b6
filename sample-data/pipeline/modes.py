"""Harmonic modes of a relaxed crystal, from the forces that LAMMPS finds when ions are displaced."""
import itertools, math

import numpy

STEP = .005  # A
SAME_PLACE = .02  # A
COULOMB = 14.39964  # eV A
H_BAR = .6582119569  # meV ps
PER_PS2 = 9648.533  # of an eV / (A2 u)


def put(number, place):
    return f'set atom {number} ' + ' '.join(f'{d} {x:.10f}' for d, x in zip('xyz', place))


def commands(places):
    """Displaces each ion both ways along each axis and writes the forces."""
    script = []
    for n, place in enumerate(places):
        for d, sign in itertools.product(range(3), (1, -1)):
            script += [put(n + 1, place + sign * STEP * numpy.eye(3)[d]), 'run 0',
                       f'write_dump all custom {n}-{d}-{sign}.dump id fx fy fz '
                       'modify sort id format line "%d %.10f %.10f %.10f"']
        script.append(put(n + 1, place))
    return script


def force_constants(forces, ions):
    """Second derivatives of the energy (eV/A2); forces by the name of their dump."""
    rows = [-(forces[f'{n}-{d}-1'] - forces[f'{n}-{d}--1']).ravel() / (2 * STEP) for n in range(ions) for d in range(3)]
    return (numpy.array(rows) + numpy.array(rows).T) / 2


def translations(symbols, fractions, cell):
    """For every translation inside the box that leaves the crystal as it is: which ion goes where."""
    symbols, found = numpy.array(symbols), []
    rare = min(set(symbols), key=list(symbols).count)
    unlike = symbols[:, None] != symbols[None, :]
    origin = fractions[symbols == rare][0]
    for place in fractions[symbols == rare]:
        apart = (fractions + place - origin)[:, None, :] - fractions[None, :, :]
        d = numpy.linalg.norm(((apart + .5) % 1 - .5) @ cell, axis=2)
        d[unlike] = numpy.inf
        if d.min(axis=1).max() < SAME_PLACE:
            found.append(d.argmin(axis=1))
    return found


def zone_centre(phi, symbols, fractions, cell, masses, charges):
    """Lowest mode of the box and lowest optical mode at the zone centre (meV; negative: imaginary), the ions' part of
    the static dielectric constant (a third of the trace; None where a mode is imaginary), and how ions move in the lowest
    mode of the box (the furthest by 1 A)."""
    m, q = (numpy.repeat([table[s] for s in symbols], 3) for table in (masses, charges))
    dynamical = phi / numpy.sqrt(m[:, None] * m[None, :])
    drift = numpy.array([numpy.sqrt(m) * (numpy.arange(len(m)) % 3 == d) for d in range(3)])
    drift /= numpy.linalg.norm(drift, axis=1)[:, None]
    same = translations(symbols, fractions, cell)
    average = numpy.zeros_like(phi)
    for goes in same:
        for a, b in enumerate(goes):
            average[3 * b:3 * b + 3, 3 * a:3 * a + 3] += numpy.eye(3) / len(same)
    box, patterns = within(dynamical, numpy.eye(len(m)) - drift.T @ drift)
    moves = (patterns[:, 0] / numpy.sqrt(m)).reshape(-1, 3)
    optical, vectors = within(dynamical, average - drift.T @ drift)
    dipoles = (q / numpy.sqrt(m))[:, None] * vectors
    strength = sum(dipoles[d::3].sum(axis=0)**2 for d in range(3)) / 3
    epsilon = 4 * math.pi * COULOMB / abs(numpy.linalg.det(cell)) * (strength / optical).sum()
    return (energy(box[0]), energy(optical[0]), float(epsilon) if optical[0] > 0 else None,
            moves / numpy.linalg.norm(moves, axis=1).max())


def within(dynamical, projector):
    """Eigenvalues and modes among the displacements that a projector keeps."""
    basis, kept, _ = numpy.linalg.svd((projector + projector.T) / 2)
    basis = basis[:, kept > .5]
    values, vectors = numpy.linalg.eigh(basis.T @ dynamical @ basis)
    return values, basis @ vectors


def energy(squared):
    return math.copysign(H_BAR * math.sqrt(abs(squared) * PER_PS2), squared)
