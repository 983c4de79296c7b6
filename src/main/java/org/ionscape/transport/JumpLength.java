package org.ionscape.transport;

import org.ionscape.crystal.Cell;
import org.ionscape.trajectory.Trajectory;

/** How far an ion has to go to reach the next site of its kind. */
final class JumpLength {
    private static final int MOST_IONS = 2000;

    private JumpLength() {}

    /** Mean distance of an ion to the nearest other one in the first frame, Å, held between two bounds. */
    static double of(Trajectory trajectory, int[] ions, double leastA, double mostA) {
        double[] frame = new double[3 * trajectory.atoms().count()];
        trajectory.readFrame(0, frame);
        Cell cell = trajectory.cell(0);
        double[] step = new double[3];
        double sum = 0;
        int count = Math.min(ions.length, MOST_IONS);
        for (int i = 0; i < count; i++) {
            double nearest = mostA * mostA;
            for (int j = 0; j < count; j++) {
                if (i != j) {
                    for (int k = 0; k < 3; k++) {
                        step[k] = frame[3 * ions[j] + k] - frame[3 * ions[i] + k];
                        step[k] -= Math.rint(step[k]);
                    }
                    cell.toCartesian(step, 0, step, 0);
                    nearest = Math.min(nearest, step[0] * step[0] + step[1] * step[1] + step[2] * step[2]);
                }
            }
            sum += Math.sqrt(nearest);
        }
        return count == 0 ? mostA : Math.clamp(sum / count, leastA, mostA);
    }
}
