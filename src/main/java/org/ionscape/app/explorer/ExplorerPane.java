package org.ionscape.app.explorer;

import java.io.File;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ionscape.app.Focus;
import org.ionscape.app.RunItem;
import org.ionscape.app.RunStatus;
import org.ionscape.app.Workbench;
import org.ionscape.app.parts.Controls;
import org.kordamp.ikonli.feather.Feather;

/** The explorer: filter, status chips, the tree and a place to drop folders on. */
public final class ExplorerPane extends VBox {
    private static final String EXPANDED = "explorer.expanded";
    private static final double ROW = 24;

    private final Workbench workbench;
    private final TreeView<RunNode> tree = new TreeView<>();
    private final TextField filter = Controls.search("Filter runs");
    private final Map<RunStatus, ToggleButton> chips = new EnumMap<>(RunStatus.class);
    private final Label problem = new Label();
    private final Set<String> collapsed = new HashSet<>();
    private ContextMenu menu = new ContextMenu();
    private boolean refreshing;
    private boolean refreshQueued;

    /**
     * An explorer of the workbench's runs.
     *
     * @param addFolder asks for a folder and adds it
     * @param reveal shows a folder in the system's file manager
     */
    public ExplorerPane(Workbench workbench, Runnable addFolder, Consumer<File> reveal) {
        this.workbench = workbench;
        setId("explorer");
        getStyleClass().add("explorer");
        Label title = new Label("Project");
        title.getStyleClass().add("panel-title");
        HBox head = new HBox(
                title, Controls.spring(), Controls.icon(Feather.FOLDER_PLUS, "Add a folder of runs", addFolder));
        head.getStyleClass().add("explorer-head");
        filter.setId("filter");
        filter.textProperty().addListener((o, a, b) -> refreshSoon());
        HBox chipRow = new HBox();
        chipRow.getStyleClass().add("chip-row");
        for (RunStatus status : List.of(
                RunStatus.DONE, RunStatus.RUNNING, RunStatus.STALE, RunStatus.PROBLEM, RunStatus.NOT_ANALYSED)) {
            chipRow.getChildren().add(chip(status));
        }
        VBox top = new VBox(filter, chipRow);
        top.getStyleClass().add("explorer-top");
        buildTree(reveal);
        problem.setWrapText(true);
        problem.getStyleClass().add("scan-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(head, top, tree, new SeriesOffer(workbench), problem, dropZone(addFolder));
        workbench.runs().addListener((ListChangeListener<RunItem>) c -> refreshSoon());
        workbench.focusProperty().addListener((o, a, b) -> showSelection());
        workbench.scans().problems().addListener((ListChangeListener<Object>) c -> showProblems());
        workbench.projectProperty().addListener((o, a, b) -> recallExpanded());
        recallExpanded();
        refresh();
    }

    private void buildTree(Consumer<File> reveal) {
        tree.setId("runs");
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setCellFactory(t -> new RunCell());
        tree.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        tree.getSelectionModel().getSelectedItems().addListener((ListChangeListener<TreeItem<RunNode>>)
                c -> selected());
        tree.setOnContextMenuRequested(e -> {
            if (!e.isKeyboardTrigger()) {
                choose(e.getPickResult().getIntersectedNode());
            }
            menu.hide(); // shown by hand: the tree's own menu would be that of the rows chosen before
            menu = new RunMenu(workbench, reveal).of(chosen());
            menu.show(tree, e.getScreenX(), e.getScreenY());
            e.consume();
        });
        tree.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DELETE) {
                workbench.edits().remove(chosen());
            } else if (e.getCode() == KeyCode.ENTER) {
                workbench.analyse(chosen());
            }
        });
        tree.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                workbench.analyse(workbench.selection().stream()
                        .filter(i -> i.status() == RunStatus.NOT_ANALYSED || i.status() == RunStatus.STALE)
                        .toList());
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
    }

    /** Chooses the row under the pointer unless it is among those chosen; the tree itself does so only on release. */
    private void choose(Node under) {
        Node cell = under;
        while (cell != null && !(cell instanceof RunCell)) {
            cell = cell.getParent();
        }
        if (cell instanceof RunCell row && !row.isEmpty() && !row.isSelected()) {
            tree.getSelectionModel().clearAndSelect(row.getIndex());
        }
    }

    private Node chip(RunStatus status) {
        ToggleButton chip = new ToggleButton("0", Badge.of(status));
        chip.getStyleClass().add("status-chip");
        chip.setTooltip(new Tooltip("Show only runs that are " + status.label()));
        chip.setAccessibleText("Show only runs that are " + status.label());
        chip.selectedProperty().addListener((o, a, b) -> refreshSoon());
        chips.put(status, chip);
        return chip;
    }

    private static Node dropZone(Runnable addFolder) {
        Label text = new Label("Drop folders here, or");
        text.getStyleClass().add("muted");
        Hyperlink link = new Hyperlink("Add folder…");
        link.setId("add-folder");
        link.setOnAction(e -> {
            link.setVisited(false);
            addFolder.run();
        });
        VBox zone = new VBox(text, link);
        zone.setAlignment(Pos.CENTER);
        zone.getStyleClass().add("drop-zone");
        VBox around = new VBox(zone);
        around.getStyleClass().add("drop-around");
        return around;
    }

    /** Many runs change at once during a scan: the tree is rebuilt once per turn of the event loop. */
    private void refreshSoon() {
        if (!refreshQueued) {
            refreshQueued = true;
            Platform.runLater(() -> {
                refreshQueued = false;
                refresh();
            });
        }
    }

    private void refresh() {
        refreshing = true;
        Set<RunStatus> statuses = EnumSet.noneOf(RunStatus.class);
        chips.forEach((status, chip) -> {
            long n = workbench.runs().stream()
                    .filter(i -> RunTree.matches(i, "", EnumSet.of(status)))
                    .count();
            chip.setText(String.valueOf(n));
            chip.setVisible(n > 0 || chip.isSelected());
            chip.setManaged(chip.isVisible());
            if (chip.isSelected()) {
                statuses.add(status);
            }
        });
        TreeItem<RunNode> root = RunTree.build(workbench.runs().stream()
                .filter(i -> RunTree.matches(i, filter.getText(), statuses))
                .toList());
        expand(root, !filter.getText().isBlank() || !statuses.isEmpty());
        tree.setRoot(root);
        refreshing = false;
        showSelection();
    }

    private void expand(TreeItem<RunNode> item, boolean all) {
        item.setExpanded(all || !collapsed.contains(item.getValue().key()));
        item.expandedProperty()
                .addListener((o, a, open) -> rememberExpanded(item.getValue().key(), open));
        item.getChildren().forEach(child -> expand(child, all));
    }

    private void rememberExpanded(String key, boolean open) {
        boolean changed = open ? collapsed.remove(key) : collapsed.add(key);
        if (changed && filter.getText().isBlank()) {
            workbench.putSetting(EXPANDED, String.join("\n", collapsed));
        }
    }

    private void recallExpanded() {
        collapsed.clear();
        workbench.setting(EXPANDED).ifPresent(text -> collapsed.addAll(List.of(text.split("\n"))));
        refreshSoon();
    }

    private List<RunItem> chosen() {
        return tree.getSelectionModel().getSelectedItems().stream()
                .filter(row -> row != null)
                .flatMap(ExplorerPane::runsUnder)
                .distinct()
                .toList();
    }

    private static java.util.stream.Stream<RunItem> runsUnder(TreeItem<RunNode> row) {
        return row.getValue() instanceof RunNode.Leaf leaf
                ? java.util.stream.Stream.of(leaf.item())
                : row.getChildren().stream().flatMap(ExplorerPane::runsUnder);
    }

    private void selected() {
        if (refreshing) {
            return;
        }
        List<TreeItem<RunNode>> rows = List.copyOf(tree.getSelectionModel().getSelectedItems());
        List<RunItem> leaves = rows.stream()
                .filter(r -> r.getValue() instanceof RunNode.Leaf)
                .map(r -> ((RunNode.Leaf) r.getValue()).item())
                .toList();
        if (!leaves.isEmpty()) {
            workbench.select(leaves);
        } else if (rows.size() == 1 && rows.getFirst().getValue() instanceof RunNode.CompoundNode compound) {
            workbench.selectCompound(compound.compound());
        }
    }

    private void showSelection() {
        refreshing = true;
        Set<String> keys = new HashSet<>();
        workbench.selection().forEach(i -> keys.add("run " + i.id()));
        if (workbench.focusProperty().get() instanceof Focus.Compound compound
                && !compound.runs().isEmpty()) {
            keys.add(compound.runs().getFirst().family().label() + "/" + compound.name());
        }
        var model = tree.getSelectionModel();
        Set<String> shown = new HashSet<>();
        model.getSelectedItems().forEach(r -> shown.add(r.getValue().key()));
        if (!shown.equals(keys) && (!keys.isEmpty() || shown.stream().anyMatch(k -> k.startsWith("run ")))) {
            model.clearSelection();
            selectRows(tree.getRoot(), keys);
            reveal(model.getSelectedIndex());
        }
        refreshing = false;
    }

    /** Scrolls as little as shows a row whole. */
    private void reveal(int row) {
        if (row >= 0 && tree.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(row);
        }
    }

    private void selectRows(TreeItem<RunNode> row, Set<String> keys) {
        if (keys.contains(row.getValue().key())) {
            tree.getSelectionModel().select(row);
        }
        row.getChildren().forEach(child -> selectRows(child, keys));
    }

    private void showProblems() {
        int n = workbench.scans().problems().size();
        problem.setText(
                n == 0
                        ? ""
                        : workbench.scans().problems().getLast().toString()
                                + (n == 1 ? "" : "\n" + (n - 1) + " more in the log."));
    }

    /** Puts the cursor into the filter. */
    public void focusFilter() {
        filter.requestFocus();
    }
}
