/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.List;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The acts that take goods from one place to another, or correct how much is at one. */
final class Transfers {

    private static final String FROM = "Where from. May be left out where only one place holds all of it";
    private static final String CONTAINER = "A carton or pallet with all that is in it; more are allowed";

    private Transfers() {}

    /** An act with lines. */
    private abstract static class OfGoods extends ActCommand {

        @Mixin
        private Goods goods = new Goods();

        OfGoods(String type) {
            super(type);
        }

        @Override
        final void fill(Json.Fields act) {
            places(act);
            append(act, "lines", goods.lines(surroundings()));
        }

        abstract void places(Json.Fields act);
    }

    @Command(name = "receive", description = "Goods come in from a partner.", sortOptions = false)
    static final class Receive extends OfGoods {
        @Option(names = "--from", paramLabel = "PARTNER", description = "Who sent them")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "PLACE", description = "Where they are put")
        private @Nullable String to;

        Receive() {
            super("receive");
        }

        @Override
        void places(Json.Fields act) {
            act.with("from", from).with("to", to);
        }
    }

    @Command(
            name = "commission",
            description = "Goods begin here: first numbering, opening stock.",
            sortOptions = false)
    static final class Commission extends OfGoods {
        @Option(names = "--to", paramLabel = "PLACE", description = "Where they are")
        private @Nullable String to;

        Commission() {
            super("commission");
        }

        @Override
        void places(Json.Fields act) {
            act.with("to", to);
        }
    }

    @Command(name = "move", description = "Goods go from one location to another.", sortOptions = false)
    static final class Move extends OfGoods {
        @Option(names = "--from", paramLabel = "PLACE", description = FROM)
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "PLACE", description = "Where to")
        private @Nullable String to;

        @Option(names = "--container", paramLabel = "CODE", description = CONTAINER)
        private List<String> containers = List.of();

        Move() {
            super("move");
        }

        @Override
        void places(Json.Fields act) {
            act.with("from", from).with("to", to);
            append(
                    act,
                    "containers",
                    containers.stream().map(LineText::container).toList());
        }
    }

    @Command(name = "ship", description = "Goods leave to a partner.", sortOptions = false)
    static final class Ship extends OfGoods {
        @Option(names = "--from", paramLabel = "PLACE", description = FROM)
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "PARTNER", description = "Who gets them")
        private @Nullable String to;

        @Option(names = "--container", paramLabel = "CODE", description = CONTAINER)
        private List<String> containers = List.of();

        Ship() {
            super("ship");
        }

        @Override
        void places(Json.Fields act) {
            act.with("from", from).with("to", to);
            append(
                    act,
                    "containers",
                    containers.stream().map(LineText::container).toList());
        }
    }

    @Command(name = "return", description = "Goods come back from a partner.", sortOptions = false)
    static final class Return extends OfGoods {
        @Option(names = "--from", paramLabel = "PARTNER", description = "Who gives them back")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "PLACE", description = "Where they are put")
        private @Nullable String to;

        @Option(names = "--container", paramLabel = "CODE", description = CONTAINER)
        private List<String> containers = List.of();

        Return() {
            super("return");
        }

        @Override
        void places(Json.Fields act) {
            act.with("from", from).with("to", to);
            append(
                    act,
                    "containers",
                    containers.stream().map(LineText::container).toList());
        }
    }

    @Command(name = "scrap", description = "Goods are destroyed or thrown away.", sortOptions = false)
    static final class Scrap extends OfGoods {
        @Option(names = "--from", paramLabel = "PLACE", description = FROM)
        private @Nullable String from;

        Scrap() {
            super("scrap");
        }

        @Override
        void places(Json.Fields act) {
            act.with("from", from);
        }
    }

    @Command(name = "adjust", description = "More or less is there than was known: --qty -3 or 3.", sortOptions = false)
    static final class Adjust extends OfGoods {
        @Option(names = "--at", paramLabel = "PLACE", description = "Where")
        private @Nullable String at;

        Adjust() {
            super("adjust");
        }

        @Override
        void places(Json.Fields act) {
            act.with("at", at);
        }
    }

    @Command(name = "count", description = "So much is there; the difference is posted.", sortOptions = false)
    static final class Count extends OfGoods {
        @Option(names = "--at", paramLabel = "PLACE", description = "Where")
        private @Nullable String at;

        Count() {
            super("count");
        }

        @Override
        void places(Json.Fields act) {
            act.with("at", at);
        }
    }
}
