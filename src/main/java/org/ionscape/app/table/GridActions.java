package org.ionscape.app.table;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the grid asks of the place it stands in. */
interface GridActions {
    /** A head was clicked. */
    void sort(GridColumn column);

    /** A menu is wanted for a head. */
    void headMenu(GridColumn column, double screenX, double screenY);

    /**
     * A menu is wanted for a line.
     *
     * @param column under the pointer; none over the name
     */
    void lineMenu(int line, Optional<GridColumn> column, double screenX, double screenY);

    /** The pointer rests on a cell, or on none. */
    void hover(OptionalInt line, Optional<GridColumn> column);

    /** A row of the sheet is to be opened. */
    void open(int row);

    /** Texts were typed, pasted or deleted, by row key and column. */
    void type(Map<String, Map<String, String>> texts);
}
