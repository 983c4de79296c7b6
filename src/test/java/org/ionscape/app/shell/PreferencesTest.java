package org.ionscape.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ionscape.compute.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    private static final Path USER = Path.of("/home/ada").toAbsolutePath();

    @TempDir
    Path folder;

    private Preferences preferences() {
        return new Preferences(new SystemFolders(folder, folder, folder));
    }

    @Test
    void onLinuxTheXdgFoldersAreTakenWhereTheyAreSetAndAbsolute() {
        SystemFolders plain = SystemFolders.of("Linux", USER, Map.of("XDG_CONFIG_HOME", ""));
        assertThat(plain.preferences()).isEqualTo(USER.resolve(".config/ionscape"));
        assertThat(plain.data()).isEqualTo(USER.resolve(".local/share/ionscape"));
        assertThat(plain.logs()).isEqualTo(USER.resolve(".local/state/ionscape"));
        SystemFolders told = SystemFolders.of(
                "Linux", USER, Map.of("XDG_CONFIG_HOME", USER.resolve("c").toString(), "XDG_DATA_HOME", "relative"));
        assertThat(told.preferences()).isEqualTo(USER.resolve("c/ionscape"));
        assertThat(told.data()).isEqualTo(plain.data());
    }

    @Test
    void windowsAndMacHaveTheirOwnFolders() {
        assertThat(SystemFolders.of("Mac OS X", USER, Map.of()).logs())
                .isEqualTo(USER.resolve("Library/Logs/Ionscape"));
        assertThat(SystemFolders.of("Windows 11", USER, Map.of()).preferences())
                .isEqualTo(USER.resolve("AppData/Roaming/Ionscape"));
    }

    @Test
    void whatIsSetIsThereAtTheNextStart() {
        preferences().put(Preferences.THEME, "dark");
        assertThat(preferences().get(Preferences.THEME)).contains("dark");
        preferences().clear(Preferences.THEME);
        assertThat(preferences().get(Preferences.THEME)).isEmpty();
    }

    @Test
    void resettingForgetsWhatWasSetAndKeepsWhereTheWindowStood() {
        Preferences preferences = preferences();
        preferences.put("export.font", "9");
        preferences.put("window.x", "40");
        preferences.reset();
        assertThat(preferences().get("export.font")).isEmpty();
        assertThat(preferences().number("window.x", 0)).isEqualTo(40);
    }

    @Test
    void exportedPreferencesAreTakenOverElsewhereWithoutTheWindowsPlace() throws IOException {
        Preferences here = preferences();
        here.put("export.font", "9");
        here.put("window.x", "40");
        Path file = folder.resolve("mine.properties");
        here.exportTo(file);
        Path there = Files.createDirectory(folder.resolve("there"));
        Preferences other = new Preferences(new SystemFolders(there, there, there));
        other.put("export.line", "2");
        other.importFrom(file);
        assertThat(other.get("export.font")).contains("9");
        assertThat(other.get("export.line")).isEmpty();
        assertThat(other.get("window.x")).isEmpty();
    }

    @Test
    void aDamagedFileBeginsAnewAndIsRefusedInWordsWhenImported() throws IOException {
        Path file = Files.writeString(folder.resolve("preferences.properties"), "theme=\\uZZZZ");
        assertThat(preferences().get(Preferences.THEME)).isEmpty();
        assertThatThrownBy(() -> preferences().importFrom(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("preferences");
    }
}
