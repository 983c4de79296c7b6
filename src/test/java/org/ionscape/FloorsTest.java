package org.ionscape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of the house: a package uses those below it, none above and none beside it. */
class FloorsTest {
    private static final List<List<String>> FLOORS = List.of(
            List.of("crystal", "math", "compute"),
            List.of("trajectory", "table"),
            List.of("format", "stats"),
            List.of("transport", "vibration", "elastic", "symmetry", "learn"),
            List.of("project"),
            List.of("figure", "extract"),
            List.of("recipe"),
            List.of("app", "cli"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ionscape");

    @TestFactory
    Stream<DynamicTest> aPackageUsesOnlyFloorsBelow() {
        return Stream.iterate(0, i -> i < FLOORS.size(), i -> i + 1)
                .flatMap(floor -> FLOORS.get(floor).stream()
                        .map(name -> DynamicTest.dynamicTest(name, () -> {
                            String[] forbidden = Stream.concat(
                                            FLOORS.stream()
                                                    .skip(floor)
                                                    .flatMap(List::stream)
                                                    .filter(p -> !p.equals(name)),
                                            Stream.of())
                                    .map(p -> "org.ionscape." + p + "..")
                                    .toArray(String[]::new);
                            noClasses()
                                    .that()
                                    .resideInAPackage("org.ionscape." + name + "..")
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(forbidden)
                                    .orShould()
                                    .dependOnClassesThat()
                                    .resideInAPackage("org.ionscape")
                                    .allowEmptyShould(true)
                                    .check(CLASSES);
                        })));
    }

    @Test
    void everyPackageHasAFloor() {
        String[] known = Stream.concat(
                        FLOORS.stream().flatMap(List::stream).map(p -> "org.ionscape." + p + ".."),
                        Stream.of("org.ionscape"))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(known)
                .should()
                .resideInAPackage("org.ionscape..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching("org.ionscape.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyAppAndFigureKnowJavaFxAndCharts() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.ionscape.app..", "org.ionscape.figure..", "org.ionscape")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.jfree..", "org.controlsfx..", "atlantafx..")
                .check(CLASSES);
    }

    @Test
    void onlyTheComputeServiceMakesThreads() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ionscape.compute..")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .check(CLASSES);
    }
}
