package org.ionscape.recipe;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.ionscape.compute.ComputeService;
import org.ionscape.compute.Progress;
import org.ionscape.table.Table;

/** One analysis of a table with all its parameters. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "command")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CorrelateStep.class, name = "correlate"),
    @JsonSubTypes.Type(value = PcaStep.class, name = "pca"),
    @JsonSubTypes.Type(value = ClusterStep.class, name = "cluster"),
    @JsonSubTypes.Type(value = TrainStep.class, name = "train")
})
public sealed interface Step permits CorrelateStep, PcaStep, ClusterStep, TrainStep {
    /** The command that does the same, {@code "correlate"}. */
    String command();

    /**
     * Does it.
     *
     * @throws org.ionscape.compute.InputException when the table does not hold what it needs
     */
    StepResult run(Table table, Means means);

    /** What a step works with besides its table. */
    record Means(long seed, ComputeService service, Progress progress) {}
}
