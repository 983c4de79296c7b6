package org.ionscape.app.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionscape.app.RunStore;
import org.ionscape.app.Saving;

/** What the project keeps of its sheets: the imported ones, and what was changed in each. */
final class SheetKeeping {
    private static final String KIND_SHEET = "sheet";
    private static final String KIND_CHANGES = "sheet changes";

    private final Saving saving;
    private final Map<String, Imported> imported = new LinkedHashMap<>();
    private final Map<String, SheetChanges> changes = new LinkedHashMap<>();

    /** As it was read from a project. */
    record Kept(List<Imported> sheets, Map<String, SheetChanges> changes) {}

    SheetKeeping(Saving saving) {
        this.saving = saving;
    }

    /** Reads what a project keeps; inside a job. */
    static Kept read(RunStore store) {
        List<Imported> sheets = new ArrayList<>();
        store.documents(KIND_SHEET)
                .forEach((name, json) -> Imported.ofJson(name, json).ifPresent(sheets::add));
        Map<String, SheetChanges> changes = new LinkedHashMap<>();
        store.documents(KIND_CHANGES).forEach((name, json) -> changes.put(name, SheetChanges.ofJson(json)));
        return new Kept(sheets, changes);
    }

    /** Holds what was read, and nothing else. */
    void hold(Kept kept) {
        clear();
        kept.sheets().forEach(s -> imported.put(s.name(), s));
        changes.putAll(kept.changes());
    }

    void clear() {
        imported.clear();
        changes.clear();
    }

    SheetChanges changesOf(String name) {
        return changes.getOrDefault(name, SheetChanges.NONE);
    }

    void change(String name, SheetChanges now) {
        changes.put(name, now);
        saving.write(store -> store.putDocument(KIND_CHANGES, name, now.json()));
    }

    Optional<Imported> imported(String name) {
        return Optional.ofNullable(imported.get(name));
    }

    void put(Imported sheet) {
        imported.put(sheet.name(), sheet);
        saving.write(store -> store.putDocument(KIND_SHEET, sheet.name(), sheet.json()));
    }

    void take(String name) {
        imported.remove(name);
        saving.write(store -> store.removeDocument(KIND_SHEET, name));
    }
}
