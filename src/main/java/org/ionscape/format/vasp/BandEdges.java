package org.ionscape.format.vasp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the band gap while eigenvalues stream by. A state holding part of an electron counts as occupied and as empty,
 * and a number of occupied bands that differs between k-points means that bands cross the Fermi level: both are metals,
 * whose gap is 0.
 */
final class BandEdges {
    /** Share of a full occupation that is none, or that is missing from a full one. */
    private static final double PARTIAL = 1e-3;

    private final Map<Integer, Integer> occupiedBands = new LinkedHashMap<>();
    private double full = Double.NaN;
    private double valenceEv = Double.NEGATIVE_INFINITY;
    private double conductionEv = Double.POSITIVE_INFINITY;
    private double directEv = Double.POSITIVE_INFINITY;
    private double valenceHere;
    private double conductionHere;
    private int spin;
    private int occupiedHere;
    private boolean begun;
    private boolean crossing;

    /** Begins the bands of a k-point. */
    void kPoint(int ofSpin) {
        endKPoint();
        begun = true;
        spin = ofSpin;
        occupiedHere = 0;
        valenceHere = Double.NEGATIVE_INFINITY;
        conductionHere = Double.POSITIVE_INFINITY;
    }

    /** A band of the k-point. Full is 2 or 1, told by the first band, which is deep. */
    void band(double energyEv, double occupation) {
        if (Double.isNaN(full)) {
            full = occupation > 1.5 ? 2 : 1;
        }
        if (occupation > PARTIAL * full) {
            valenceHere = Math.max(valenceHere, energyEv);
        }
        if (occupation < (1 - PARTIAL) * full) {
            conductionHere = Math.min(conductionHere, energyEv);
        }
        if (occupation > full / 2) {
            occupiedHere++;
        }
    }

    private void endKPoint() {
        if (!begun) {
            return;
        }
        begun = false;
        Integer before = occupiedBands.putIfAbsent(spin, occupiedHere);
        crossing |= before != null && before != occupiedHere;
        valenceEv = Math.max(valenceEv, valenceHere);
        conductionEv = Math.min(conductionEv, conductionHere);
        directEv = Math.min(directEv, conductionHere - valenceHere);
    }

    /** The gap of all that was seen; empty where no state was occupied or none empty. */
    Optional<BandGap> gap() {
        endKPoint();
        if (Double.isInfinite(valenceEv) || Double.isInfinite(conductionEv)) {
            return Optional.empty();
        }
        double gapEv = crossing ? 0 : Math.max(0, conductionEv - valenceEv);
        return Optional.of(new BandGap(gapEv, gapEv > 0 ? directEv : 0, valenceEv, conductionEv));
    }
}
