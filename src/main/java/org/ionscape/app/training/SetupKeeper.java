package org.ionscape.app.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import org.ionscape.app.RunStore;
import org.ionscape.app.Workbench;
import org.ionscape.learn.prepare.FeatureSet;
import org.ionscape.learn.prepare.PrepareOptions;
import org.ionscape.learn.registry.Models;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what is chosen for training in the project as it is chosen, and takes it up when the project is opened again. */
final class SetupKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(SetupKeeper.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final String KIND = "training-setup";
    private static final String NAME = "last";

    private record Choices(
            List<String> models,
            Map<String, Map<String, String>> settings,
            Searching searching,
            int draws,
            String scheme,
            PrepareOptions.Transform transform,
            PrepareOptions.TargetScale scale,
            long seed,
            FeatureSet featureSet,
            boolean filter,
            double threshold,
            List<String> preferred,
            Map<String, Boolean> ticked) {}

    private final Workbench workbench;
    private final Setup setup;
    private boolean due;
    private boolean reading;

    SetupKeeper(Workbench workbench, Setup setup) {
        this.workbench = workbench;
        this.setup = setup;
        InvalidationListener changed = o -> soon();
        setup.models().addListener(changed);
        List.of(
                        setup.searching,
                        setup.draws,
                        setup.scheme,
                        setup.transform,
                        setup.scale,
                        setup.seed,
                        setup.featureSet,
                        setup.featureChoice().filter,
                        setup.featureChoice().threshold)
                .forEach(p -> p.addListener((o, old, now) -> soon()));
        setup.featureChoice().all().addListener(changed);
        workbench.projectProperty().addListener((o, old, now) -> reopen(now));
    }

    /** Takes up what the open project holds, if one is open. */
    void begin() {
        reopen(workbench.projectProperty().get());
    }

    /** Writes once for all changes that belong together. */
    void soon() {
        if (!due && !reading) {
            due = true;
            workbench.window().execute(() -> {
                due = false;
                write();
            });
        }
    }

    private void write() {
        Map<String, Map<String, String>> settings = new LinkedHashMap<>();
        Models.all().forEach(m -> {
            if (!setup.settings(m.name()).isEmpty()) {
                settings.put(m.name(), new LinkedHashMap<>(setup.settings(m.name())));
            }
        });
        Choices now = new Choices(
                List.copyOf(setup.models()),
                settings,
                setup.searching.get(),
                setup.draws.get(),
                setup.scheme.get(),
                setup.transform.get(),
                setup.scale.get(),
                setup.seed.get(),
                setup.featureSet.get(),
                setup.featureChoice().filter.get(),
                setup.featureChoice().threshold.get(),
                setup.featureChoice().preferred(),
                setup.featureChoice().ticked());
        try {
            String text = MAPPER.writeValueAsString(now);
            workbench
                    .projectProperty()
                    .get()
                    .filter(store -> !text.equals(store.documents(KIND).get(NAME)))
                    .ifPresent(store -> workbench.saving().write(s -> s.putDocument(KIND, NAME, text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reopen(Optional<RunStore> store) {
        store.map(s -> s.documents(KIND).get(NAME)).flatMap(SetupKeeper::read).ifPresent(kept -> {
            reading = true;
            take(kept);
            reading = false;
        });
    }

    private static Optional<Choices> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, Choices.class));
        } catch (JsonProcessingException e) {
            LOG.warn("what was chosen for training could not be read: {}", e.toString());
            return Optional.empty();
        }
    }

    private void take(Choices kept) {
        setup.models().clear();
        kept.models().stream().filter(m -> Models.find(m).isPresent()).forEach(setup.models()::add);
        Models.all().forEach(m -> {
            setup.settings(m.name()).clear();
            setup.settings(m.name()).putAll(kept.settings().getOrDefault(m.name(), Map.of()));
        });
        setup.searching.set(kept.searching());
        setup.draws.set(kept.draws());
        setup.scheme.set(kept.scheme());
        setup.transform.set(kept.transform());
        setup.scale.set(kept.scale());
        setup.seed.set(kept.seed());
        setup.featureSet.set(kept.featureSet());
        setup.featureChoice().filter.set(kept.filter());
        setup.featureChoice().threshold.set(kept.threshold());
        setup.featureChoice().restore(kept.preferred(), kept.ticked());
    }
}
