package org.ionscape.learn.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Version;
import org.ionscape.format.AtomicFiles;
import org.ionscape.learn.FittedRegressor;
import org.ionscape.learn.ModelType;
import org.ionscape.learn.Settings;
import org.ionscape.learn.State;
import org.ionscape.learn.prepare.FittedPipeline;
import org.ionscape.learn.prepare.Preparation;
import org.ionscape.learn.registry.Models;

/** Models as JSON: readable in any language, with a version of its own, and no code in it. */
public final class ModelFile {
    private static final String FORMAT = "ionscape-model";
    private static final int VERSION = 1;
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private ModelFile() {}

    /** Writes a model, whole or not at all; the same model gives the same bytes. */
    public static void write(SavedModel model, Path file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("formatVersion", VERSION);
        json.put("writtenBy", "ionscape " + Version.CURRENT);
        json.put("model", model.type().name());
        json.put("modelParameters", model.settings().values());
        json.put("target", model.target());
        json.put("targetUnit", model.unit());
        json.put("preparation", model.fitted().preparation().state());
        json.put("provenance", model.provenance());
        json.put("state", model.fitted().model().state());
        try {
            String text = MAPPER.writeValueAsString(json) + "\n";
            AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw InputException.of(file, "the model cannot be written here (" + e.getMessage() + ")");
        }
    }

    /**
     * Reads a model.
     *
     * @throws InputException when it is none, is damaged, or was written by a later version
     */
    public static SavedModel read(Path file) {
        State json = json(file);
        if (!json.has("format") || !FORMAT.equals(json.values().get("format"))) {
            throw InputException.of(file, "this is no model of this program; expected what train -o has written");
        }
        try {
            int version = json.whole("formatVersion");
            if (version != VERSION) {
                throw InputException.of(
                        file,
                        "the model has format " + version + ", this program reads " + VERSION + "; "
                                + (version > VERSION ? "use the version that wrote it" : "train it again"));
            }
            String name = json.word("model");
            ModelType type = Models.find(name).orElseThrow(() -> new State.Damaged("there is no model “" + name + "”"));
            Settings settings =
                    type.defaults().with(json.part("modelParameters").values());
            Preparation preparation = Preparation.restore(json.part("preparation"));
            FittedRegressor fitted = type.restore(json.part("state"));
            SavedModel model = new SavedModel(
                    type,
                    settings,
                    new FittedPipeline(preparation, fitted),
                    json.word("target"),
                    json.word("targetUnit"),
                    json.part("provenance").values());
            fitted.predict(new double[1][preparation.columns().size()]);
            return model;
        } catch (State.Damaged e) {
            throw InputException.of(file, "the model file is damaged: " + e.getMessage() + "; train it again");
        } catch (InputException e) {
            throw e.problem().file().isPresent()
                    ? e
                    : InputException.of(file, "the model file is damaged: " + e.getMessage() + "; train it again");
        } catch (IndexOutOfBoundsException e) {
            throw InputException.of(file, "the model file is damaged: its parts do not fit each other; train it again");
        }
    }

    private static State json(Path file) {
        try {
            return new State(MAPPER.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Object>>() {}));
        } catch (NoSuchFileException e) {
            throw InputException.of(file, "there is no such file");
        } catch (JsonProcessingException e) {
            throw InputException.of(file, "the model file is damaged or no JSON; train it again");
        } catch (IOException e) {
            throw InputException.of(file, "the model cannot be read (" + e.getMessage() + ")");
        }
    }
}
