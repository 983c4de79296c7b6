package org.ionscape.cli;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words from the command line. */
abstract class Choice<T> implements ITypeConverter<T> {
    private final String expected;
    private final Function<String, Optional<T>> of;

    Choice(String expected, Function<String, Optional<T>> of) {
        this.expected = expected;
        this.of = of;
    }

    @Override
    public T convert(String value) {
        return of.apply(value).orElseThrow(() -> new TypeConversionException("“" + value + "” is none of " + expected));
    }
}
