package org.ionscape.app.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.prepare.Dataset;
import org.ionscape.learn.registry.Models;
import org.ionscape.learn.validate.Fold;
import org.ionscape.learn.validate.FoldResult;
import org.ionscape.table.Column;
import org.ionscape.table.Table;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trainings as they are kept in the project: what was asked, and what each fold predicted. */
final class TrainingJson {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingJson.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private TrainingJson() {}

    private record Part(
            int index,
            String name,
            List<Integer> train,
            List<Integer> test,
            double[] trainPredicted,
            double[] testPredicted,
            double[] testErrors,
            java.util.Map<String, String> settings,
            double seconds) {}

    private record Kept(
            int format,
            String name,
            Plan plan,
            String unit,
            List<String> rowKeys,
            List<String> rowNames,
            double[] y,
            int folds,
            List<Part> parts,
            Training.State state,
            String why,
            double seconds) {}

    static String write(Training training) {
        Dataset data = training.data();
        String unit = data.table()
                .column(data.target())
                .flatMap(Column::asNumbers)
                .map(Column.NumberColumn::unit)
                .orElse("");
        Kept kept = new Kept(
                1,
                training.nameProperty().get(),
                training.plan(),
                unit,
                training.rowKeys(),
                data.table().rowNames(),
                data.y(),
                training.foldCount(),
                training.evaluation().folds().stream().map(TrainingJson::part).toList(),
                training.state(),
                training.why(),
                training.seconds());
        try {
            return MAPPER.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Part part(FoldResult result) {
        return new Part(
                result.fold().index(),
                result.fold().name(),
                result.fold().train(),
                result.fold().test(),
                result.trainPredicted(),
                result.testPredicted(),
                result.testErrors().orElse(new double[0]),
                result.settings().texts(),
                result.seconds());
    }

    /** A training that was kept; one that cannot be read is left out and logged. */
    static Optional<Training> read(String id, String text) {
        try {
            Kept kept = MAPPER.readValue(text, Kept.class);
            Table table = new Table(
                    "row",
                    kept.rowNames(),
                    List.of(new Column.NumberColumn(kept.plan().target(), kept.unit(), kept.y())));
            Dataset data = new Dataset(table, kept.plan().target(), kept.y(), List.of());
            ModelType type = Models.named(kept.plan().model());
            List<Fold> folds = kept.parts().stream()
                    .map(p -> new Fold(p.index(), p.name(), p.train(), p.test()))
                    .toList();
            Training training = new Training(id, kept.plan(), data, kept.rowKeys(), folds);
            for (Part p : kept.parts()) {
                training.fold(new FoldResult(
                        new Fold(p.index(), p.name(), p.train(), p.test()),
                        type.defaults().with(p.settings()),
                        p.trainPredicted(),
                        p.testPredicted(),
                        p.testErrors().length == 0 ? Optional.empty() : Optional.of(p.testErrors()),
                        List.of(),
                        p.seconds()));
            }
            training.nameProperty().set(kept.name());
            training.ended(kept.state(), kept.why(), kept.seconds());
            return Optional.of(training);
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.warn("training {} cannot be read", id, e);
            return Optional.empty();
        }
    }
}
