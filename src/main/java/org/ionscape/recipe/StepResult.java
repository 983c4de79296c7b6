package org.ionscape.recipe;

import java.util.List;
import java.util.Map;
import org.ionscape.compute.Problem;

/** What a step found. */
public interface StepResult {
    /** The numbers, under the keys of the command's JSON. */
    Map<String, Object> numbers();

    /** What is doubtful, or was left out. */
    List<Problem> warnings();

    /** The figures that show it, the most telling first. */
    List<NamedFigure> figures();
}
