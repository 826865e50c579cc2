/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Failure;
import org.gozinto.cli.json.JsonException;
import org.gozinto.cli.text.Screen;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code gozinto}. It does nothing itself: each subcommand is a class of its own. */
@Command(
        name = "gozinto",
        description = "Lot and serial number tracking: what a thing is, where it is, what is in it and where it went.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "\"gozinto COMMAND --help\" describes a command. Exit codes: 0 done, 1 refused, 2 wrong usage,",
            "3 a difference was found, 4 not found, 5 no server reached, 6 not allowed, 7 server failed, 8 local."
        })
public final class Gozinto implements Runnable {

    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The server. Default: GOZINTO_URL, or http://localhost:8080")
    @Nullable
    String url;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            scope = ScopeType.INHERIT,
            description = "Who asks. Default: GOZINTO_TOKEN, or what \"gozinto login\" kept")
    @Nullable
    String token;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the raw JSON of the answer, nothing else")
    boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this help")
    @SuppressWarnings("UnusedVariable") // picocli looks whether it is given.
    private boolean help;

    private final Surroundings surroundings;

    private Gozinto(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        int code = run(Surroundings.ofProcess(), args);
        System.exit(code);
    }

    /** Runs one command in these surroundings. */
    static int run(Surroundings surroundings, String... args) {
        Screen screen = surroundings.screen();
        int code = commandLine(surroundings, args).execute(args);
        screen.out().flush();
        screen.err().flush();
        if (screen.out().checkError() && code == Exit.OK.code()) {
            return Exit.LOCAL.code();
        }
        return code;
    }

    /** Makes only the command that was named: to make all of them takes longer than most of them run. */
    private static CommandLine commandLine(Surroundings surroundings, String... args) {
        CommandLine line = new CommandLine(new Gozinto(surroundings));
        int first = firstWord(args);
        String named = first < args.length ? args[first] : "";
        boolean only = COMMANDS.containsKey(named);
        COMMANDS.forEach((name, command) -> {
            if (!only || name.equals(named)) {
                line.addSubcommand(name, command.get());
            }
        });
        line.setOut(surroundings.screen().out());
        line.setErr(surroundings.screen().err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                surroundings.screen().colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(Screen.COLUMNS);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(
                (exception, failed, parsed) -> failed(exception, surroundings.screen(), isJson(failed)));
        line.setParameterExceptionHandler((misuse, arguments) -> misused(misuse));
        return line;
    }

    /** Where the command stands: behind {@code --json} and behind options with their values. */
    private static int firstWord(String... args) {
        int at = 0;
        while (at < args.length && args[at].startsWith("-")) {
            at += args[at].equals("--url") || args[at].equals("--token") ? 2 : 1;
        }
        return at;
    }

    private static boolean isJson(CommandLine failed) {
        return ((Gozinto) failed.getCommandSpec().root().userObject()).json;
    }

    private static int failed(Exception exception, Screen screen, boolean json) {
        return switch (exception) {
            case CommandLine.ParameterException misuse -> misused(misuse);
            case Failure failure -> {
                if (json && failure.problem() != null) {
                    screen.line(failure.problem());
                }
                screen.aside(screen.bad("gozinto: ") + failure.getMessage());
                failure.advice().forEach(advice -> screen.aside("  " + advice));
                yield failure.exit().code();
            }
            case JsonException broken -> {
                screen.aside(screen.bad("gozinto: ") + "That is not JSON: " + broken.getMessage() + ".");
                yield Exit.USAGE.code();
            }
            default -> {
                screen.aside(screen.bad("gozinto: ") + "This should not happen: " + exception);
                for (StackTraceElement element : exception.getStackTrace()) {
                    screen.aside("    at " + element);
                }
                screen.aside("  Please report it with what is above.");
                yield Exit.LOCAL.code();
            }
        };
    }

    private static int misused(CommandLine.ParameterException e) {
        CommandLine line = e.getCommandLine();
        boolean noCommand = e instanceof CommandLine.UnmatchedArgumentException && line.getParent() == null;
        String message = noCommand
                ? "\""
                        + ((CommandLine.UnmatchedArgumentException) e)
                                .getUnmatched()
                                .getFirst() + "\" is not a command."
                : e.getMessage();
        line.getErr().println("gozinto: " + message);
        CommandLine.UnmatchedArgumentException.printSuggestions(e, line.getErr());
        line.getErr().println("  \"" + line.getCommandSpec().qualifiedName() + " --help\" tells how it is used.");
        return Exit.USAGE.code();
    }

    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Which command? \"gozinto --help\" lists them.");
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** The subcommands in the order of the help. */
    static List<String> names() {
        return List.copyOf(COMMANDS.keySet());
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand::new);
        commands.put("demo", DemoCommand::new);
        commands.put("lookup", LookupCommand::new);
        commands.put("unit", UnitCommand::new);
        commands.put("balance", BalanceCommand::new);
        commands.put("siblings", SiblingsCommand::new);
        commands.put("trace", TraceCommand::both);
        commands.put("scope", Scopes::group);
        commands.put("recall", Recalls::group);
        commands.put("label", Labels::group);
        commands.put("receive", Transfers.Receive::new);
        commands.put("commission", Transfers.Commission::new);
        commands.put("move", Transfers.Move::new);
        commands.put("produce", ProduceCommand::new);
        commands.put("ship", Transfers.Ship::new);
        commands.put("return", Transfers.Return::new);
        commands.put("scrap", Transfers.Scrap::new);
        commands.put("adjust", Transfers.Adjust::new);
        commands.put("count", Transfers.Count::new);
        commands.put("install", Assemblies.Install::new);
        commands.put("remove", Assemblies.Remove::new);
        commands.put("pack", Assemblies.Pack::new);
        commands.put("unpack", Assemblies.Unpack::new);
        commands.put("hold", Holds.Hold::new);
        commands.put("release", Holds.Release::new);
        commands.put("clean", Corrections.Clean::new);
        commands.put("void", Corrections.VoidEntry::new);
        commands.put("batch", BatchCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("item", Masters::items);
        commands.put("place", Masters::places);
        commands.put("partner", Masters::partners);
        commands.put("number", NumberCommands::group);
        commands.put("login", LoginCommand::new);
        commands.put("token", Tokens::group);
        commands.put("user", Users::group);
        commands.put("verify", VerifyCommand::new);
        commands.put("db", DatabaseMove::group);
        commands.put("version", VersionCommand::new);
        return commands;
    }
}
