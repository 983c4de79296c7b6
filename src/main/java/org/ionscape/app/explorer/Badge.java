package org.ionscape.app.explorer;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;
import org.ionscape.app.RunStatus;

/** The 14-pixel sign of a run's status; its shape says it as well as its colour. */
final class Badge {
    private static final double SIZE = 14;

    private Badge() {}

    static Node of(RunStatus status) {
        StackPane pane = new StackPane(
                switch (status) {
                    case DONE -> done();
                    case RUNNING -> running();
                    case QUEUED -> queued();
                    case STALE -> stale();
                    case PROBLEM -> problem();
                    case NOT_ANALYSED -> ring("badge-faint", 2.0);
                });
        pane.setMinSize(SIZE, SIZE);
        pane.setMaxSize(SIZE, SIZE);
        pane.getStyleClass().add("badge");
        pane.setAccessibleText(status.label());
        return pane;
    }

    private static Node done() {
        Circle disc = new Circle(7, 7, 6.5);
        disc.getStyleClass().add("badge-good-fill");
        Polyline tick = new Polyline(4.2, 7.2, 6.2, 9.2, 9.9, 5.2);
        tick.getStyleClass().add("badge-inner");
        return new Group(disc, tick);
    }

    private static Node running() {
        Circle whole = new Circle(7, 7, 5.5);
        whole.getStyleClass().add("badge-track");
        Arc arc = new Arc(7, 7, 5.5, 5.5, 90, -110);
        arc.getStyleClass().add("badge-accent");
        return new Group(whole, arc);
    }

    private static Node queued() {
        Circle disc = new Circle(7, 7, 6);
        disc.getStyleClass().add("badge-faint");
        Group dots = new Group(disc);
        for (double x : new double[] {4.3, 7, 9.7}) {
            Circle dot = new Circle(x, 7, 0.9);
            dot.getStyleClass().add("badge-faint-fill");
            dots.getChildren().add(dot);
        }
        return dots;
    }

    private static Node stale() {
        Circle face = new Circle(7, 7, 6);
        face.getStyleClass().add("badge-warn");
        Polyline hands = new Polyline(7, 3.6, 7, 7.2, 9.6, 8.4);
        hands.getStyleClass().add("badge-warn");
        return new Group(face, hands);
    }

    private static Node problem() {
        SVGPath triangle = new SVGPath();
        triangle.setContent("M7 1 L13.4 12.4 L0.6 12.4 Z");
        triangle.getStyleClass().add("badge-bad-fill");
        SVGPath mark = new SVGPath();
        mark.setContent("M7 5 L7 8.6 M7 10.4 L7 10.6");
        mark.getStyleClass().add("badge-inner");
        return new Group(triangle, mark);
    }

    private static Node ring(String style, double dash) {
        Circle ring = new Circle(7, 7, 6);
        ring.getStyleClass().add(style);
        ring.getStrokeDashArray().addAll(dash, dash);
        return ring;
    }
}
