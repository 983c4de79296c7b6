package org.ionscape.app.viewer;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.ionscape.app.RunItem;
import org.ionscape.app.parts.Card;
import org.ionscape.extract.Dynamics;

/** A card of what is computed on request: a sentence and a button at first, then how it goes, then what came out. */
abstract class DynamicsCard extends Card {
    private final DynamicsModel model;
    private final Dynamics.Part part;
    private final Label sentence = new Label();
    private final Button ask;
    private final ProgressBar bar = new ProgressBar();
    private final VBox prompt;
    private final VBox content = new VBox();
    private final String what;
    private Optional<RunItem> item = Optional.empty();

    /**
     * A card.
     *
     * @param what it would show, as a sentence
     * @param button what to press for it
     */
    @SuppressWarnings("this-escape") // a JavaFX node is made of its children while it is made; no card overrides that
    DynamicsCard(DynamicsModel model, Dynamics.Part part, String title, String subject, String what, String button) {
        super(title, subject);
        this.model = model;
        this.part = part;
        this.what = what;
        ask = new Button(button);
        ask.setId("ask-" + part.label());
        ask.setOnAction(e -> model.request(part));
        sentence.setWrapText(true);
        sentence.getStyleClass().add("muted");
        bar.getStyleClass().add("job-progress");
        prompt = new VBox(sentence, ask, bar);
        prompt.setMinHeight(USE_PREF_SIZE);
        sentence.setMinHeight(USE_PREF_SIZE);
        prompt.getStyleClass().add("dynamics-prompt");
        content.getStyleClass().add("dynamics-content");
        getChildren().addAll(prompt, content);
        model.state(part).addListener((o, old, now) -> follow(now));
        follow(model.state(part).get());
    }

    /** The run spoken of. */
    final void about(RunItem run) {
        item = Optional.of(run);
    }

    final Optional<RunItem> item() {
        return item;
    }

    /** What shows the result. */
    final void content(Node... nodes) {
        content.getChildren().setAll(nodes);
    }

    /** Shows what came out. */
    abstract void show(Dynamics dynamics);

    private void follow(DynamicsModel.State state) {
        boolean ready = state instanceof DynamicsModel.State.Ready;
        boolean running = state instanceof DynamicsModel.State.Running;
        place(prompt, !ready);
        place(content, ready);
        place(ask, !running);
        place(bar, running);
        switch (state) {
            case DynamicsModel.State.Idle idle -> sentence.setText(what);
            case DynamicsModel.State.Running now -> sentence.setText("Being computed in the background.");
            case DynamicsModel.State.Failed failed -> sentence.setText(failed.why());
            case DynamicsModel.State.Ready there -> show(there.dynamics());
        }
    }

    private static void place(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    @Override
    protected String exportTitle() {
        return item.map(i -> Captions.run(i) + ", " + part.label()).orElse(super.exportTitle());
    }

    @Override
    protected String exportName(String name) {
        return item.map(i -> Captions.file(i) + "-" + name).orElse(name);
    }

    /** Whether there is anything to show or export. */
    final boolean isReady() {
        return model.ready(part).isPresent();
    }
}
