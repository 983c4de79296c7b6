package org.ionscape.app.table;

import javafx.scene.paint.Color;
import org.ionscape.app.Theme;
import org.ionscape.crystal.Family;

/** The colours of the grid, for a dark window or a light one. */
record GridColours(
        Color window,
        Color card,
        Color border,
        Color soft,
        Color text,
        Color muted,
        Color faint,
        Color accent,
        Color selection,
        Color warn,
        Color heat,
        Theme theme) {
    private static final GridColours LIGHT = new GridColours(
            Color.web("#f6f8fa"),
            Color.web("#ffffff"),
            Color.web("#d0d7de"),
            Color.web("#e2e6ea"),
            Color.web("#24292f"),
            Color.web("#57606a"),
            Color.web("#8c959f"),
            Color.web("#0969da"),
            Color.web("#ddf4ff"),
            Color.web("#9a6700"),
            Color.web("#8cc4f0"),
            Theme.LIGHT);
    private static final GridColours DARK = new GridColours(
            Color.web("#0d1117"),
            Color.web("#12171e"),
            Color.web("#30363d"),
            Color.web("#21262d"),
            Color.web("#e6edf3"),
            Color.web("#8b949e"),
            Color.web("#6e7681"),
            Color.web("#2f81f7"),
            Color.web("#10243e"),
            Color.web("#d29922"),
            Color.web("#24557f"),
            Theme.DARK);

    static GridColours of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    private Color pick(String light, String dark) {
        return Color.web(theme == Theme.DARK ? dark : light);
    }

    /** The same with all text faint, for rows that do not count. */
    GridColours faded() {
        return new GridColours(window, card, border, soft, faint, faint, faint, accent, selection, warn, heat, theme);
    }

    /** The colour of a category of descriptors. */
    Color category(String category) {
        return switch (category) {
            case "mechanical–elastic" -> pick("#004488", "#6CA0D8");
            case "diffusive–vibrational" -> pick("#BB5566", "#EE99AA");
            case "structural–compositional" -> pick("#C2902A", "#EECC66");
            case "lattice" -> Color.web("#6CA0D8");
            case "electronic" -> Color.web("#35c29b");
            case "chemical" -> Color.web("#B08CE8");
            case "cation" -> Color.web("#88CCEE");
            case "octahedral anion" -> Color.web("#EECC66");
            case "framework anion" -> Color.web("#EE99AA");
            default -> faint;
        };
    }

    /** The colour of a family by its label. */
    Color family(String label) {
        for (Family family : Family.values()) {
            if (family.label().equals(label)) {
                return switch (family) {
                    case LI -> pick("#0072B2", "#3C9BE0");
                    case NA -> pick("#E69F00", "#F0B232");
                    case HALIDE -> pick("#009E73", "#1FBF92");
                    case AG_CU -> pick("#D55E00", "#F0793A");
                    case O -> pick("#CC79A7", "#DE93BC");
                    case K -> Color.web("#56B4E9");
                    case OTHER -> Color.web("#8C959F");
                };
            }
        }
        return faint;
    }

    /** The ground of a cell that lies at a share of its column's span. */
    Color heat(double share) {
        return card.interpolate(heat, Math.clamp(share, 0, 1));
    }
}
