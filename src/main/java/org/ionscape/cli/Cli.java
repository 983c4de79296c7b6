package org.ionscape.cli;

import java.io.File;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.ionscape.compute.InputException;
import org.ionscape.compute.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands, and what every one of them does the same: exit codes, messages, help. */
@Command(
        name = "ionscape",
        description = "Molecular dynamics of solid electrolytes: from folders of runs to numbers. Without a command,"
                + " or with a folder or project, the window opens.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.VersionText.class)
public final class Cli implements Runnable {
    static final int DONE = 0;
    static final int OTHER = 1;
    static final int WRONG_CALL = 2;
    static final int BAD_INPUT = 3;
    static final int INTERRUPTED = 130;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** What {@code --version} prints. */
    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ionscape " + Version.CURRENT + " (Java " + System.getProperty("java.version") + ")"};
        }
    }

    /** All commands, in the order of the help. */
    private static CommandLine commands() {
        CommandLine line = new CommandLine(new Cli());
        line.addSubcommand(new ScanCommand());
        line.addSubcommand(new AnalyseCommand());
        line.addSubcommand(new ArrheniusCommand());
        line.addSubcommand(new ExtractCommand());
        line.addSubcommand(new StructureCommand());
        line.addSubcommand(new ElasticCommand());
        line.addSubcommand(new CorrelateCommand());
        line.addSubcommand(new PcaCommand());
        line.addSubcommand(new ClusterCommand());
        line.addSubcommand(new RecipeCommand());
        line.addSubcommand(new FilterCommand());
        line.addSubcommand(new TrainCommand());
        line.addSubcommand(new CompareCommand());
        line.addSubcommand(new PredictCommand());
        line.addSubcommand(new SubsetsCommand());
        line.addSubcommand(new ImportanceCommand());
        line.addSubcommand(new IceCommand());
        line.addSubcommand(new CommandLine.HelpCommand());
        return line;
    }

    /**
     * Whether arguments are for the command line rather than the window: they begin with a command, or with a word that
     * is neither an option nor something to open, which is then told. The window asks this on its way to the screen, so
     * the commands are not built to answer it unless something to open could also be the name of one.
     */
    public static boolean isCommand(String[] arguments) {
        if (arguments.length == 0) {
            return false;
        }
        String first = arguments[0];
        if (first.startsWith("-")) {
            return Arrays.asList("-h", "--help", "-V", "--version").contains(first);
        }
        return !new File(first).exists()
                || first.matches("[a-z]+") && commands().getSubcommands().containsKey(first);
    }

    /** Runs a command and returns its exit code. */
    public static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        CommandLine line = commands()
                .setOut(out)
                .setErr(err)
                .setExecutionStrategy(new CommandLine.RunLast())
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, arguments));
        line.setParameterExceptionHandler((e, args) -> {
            if (e.getCommandLine().getParent() == null && e instanceof CommandLine.UnmatchedArgumentException unknown) {
                err.println("ionscape: there is no command, folder or project “"
                        + unknown.getUnmatched().getFirst() + "”" + meant(unknown)
                        + "; ionscape --help lists the commands");
            } else {
                err.println("ionscape: " + e.getMessage());
                e.getCommandLine().usage(err);
            }
            err.flush();
            return WRONG_CALL;
        });
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static String meant(CommandLine.UnmatchedArgumentException unknown) {
        List<String> near = unknown.getSuggestions();
        return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near);
    }

    /** Runs a command on the standard streams. */
    public static int run(String[] arguments) {
        return run(
                arguments,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    }

    private static int failed(Exception e, CommandLine command, String[] arguments) {
        PrintWriter err = command.getErr();
        if (Arrays.asList(arguments).contains("--debug")) {
            e.printStackTrace(err);
        }
        switch (e) {
            case InputException input -> err.println("ionscape: " + told(input, command));
            case CancellationException cancelled -> err.println("ionscape: stopped");
            case CannotWrite cannot -> err.println("ionscape: " + cannot.getMessage());
            case WrongCall wrong -> err.println("ionscape: " + wrong.getMessage());
            default ->
                err.println(
                        "ionscape: something went wrong (" + e + "); run again with --debug and report what it says");
        }
        err.flush();
        return switch (e) {
            case InputException input -> BAD_INPUT;
            case CancellationException cancelled -> INTERRUPTED;
            case WrongCall wrong -> WRONG_CALL;
            default -> OTHER;
        };
    }

    /** What was wrong; where the message names no file, with the table the command was given. */
    private static String told(InputException input, CommandLine command) {
        Optional<String> table = input.problem().file().isPresent()
                ? Optional.empty()
                : command.getParseResult().matchedPositionals().stream()
                        .filter(p -> p.paramLabel().equals("TABLE"))
                        .map(p -> p.getValue() + ": ")
                        .findFirst();
        return table.orElse("") + input.getMessage();
    }

    /** The command line is wrong in a way picocli cannot see. */
    static final class WrongCall extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongCall(String message) {
            super(message);
        }
    }

    /** The result has no place to go. */
    static final class CannotWrite extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotWrite(String message, Exception cause) {
            super(message, cause);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
