package org.ionscape.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ionscape.transport.ArrheniusPoint;
import org.ionscape.transport.Diffusion;

/** D against temperature for each compound, from the results of its runs. */
public final class CompoundDiffusion {
    private CompoundDiffusion() {}

    /** The resolved D of the first mobile species of each run with a temperature, by compound. */
    public static Map<String, List<ArrheniusPoint>> points(List<RunResult> results) {
        Map<String, List<ArrheniusPoint>> compounds = new TreeMap<>();
        for (RunResult result : results) {
            List<String> mobile = result.run().mobile();
            Diffusion d = mobile.isEmpty() ? null : result.diffusion().get(mobile.getFirst());
            if (d != null && d.resolved() && result.run().temperatureK().isPresent()) {
                compounds
                        .computeIfAbsent(result.run().compound(), c -> new ArrayList<>())
                        .add(new ArrheniusPoint(
                                result.run().temperatureK().getAsDouble(),
                                d.dCm2PerS(),
                                d.stderrCm2PerS(),
                                result.run().path()));
            }
        }
        return compounds;
    }
}
