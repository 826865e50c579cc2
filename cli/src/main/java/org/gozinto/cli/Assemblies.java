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

/** The acts that put things into things: components into hosts, goods into containers. */
final class Assemblies {

    private Assemblies() {}

    private static @Nullable Json host(@Nullable String text) {
        return text == null ? null : LineText.unit(text);
    }

    private static @Nullable Json container(@Nullable String text) {
        return text == null ? null : LineText.container(text);
    }

    @Command(name = "install", description = "Components go into a host.", sortOptions = false)
    static final class Install extends ActCommand {
        @Option(
                names = {"--into", "--host"},
                paramLabel = "UNIT",
                description = "The host: 'SCOOTER serial=S-1'")
        private @Nullable String host;

        @Option(names = "--position", paramLabel = "NAME", description = "Where in the host: battery, airbag-left")
        private @Nullable String position;

        @Option(names = "--from", paramLabel = "PLACE", description = "Where the components are")
        private @Nullable String from;

        @Mixin
        private Goods goods = new Goods();

        Install() {
            super("install");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("host", host(host)).with("position", position).with("from", from);
            append(act, "lines", goods.lines(surroundings()));
        }
    }

    @Command(name = "remove", description = "Components come out of a host.", sortOptions = false)
    static final class Remove extends ActCommand {
        @Option(
                names = {"--out-of", "--host"},
                paramLabel = "UNIT",
                description = "The host: 'SCOOTER serial=S-1'")
        private @Nullable String host;

        @Option(names = "--to", paramLabel = "PLACE", description = "Where the components are put")
        private @Nullable String to;

        @Mixin
        private Goods goods = new Goods();

        Remove() {
            super("remove");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("host", host(host)).with("to", to);
            append(act, "lines", goods.lines(surroundings()));
        }
    }

    @Command(name = "pack", description = "Goods or containers go into a container.", sortOptions = false)
    static final class Pack extends ActCommand {
        @Option(names = "--into", paramLabel = "CODE", description = "An SSCC or another code, or 'TOTE serial=T-1'")
        private @Nullable String into;

        @Option(names = "--from", paramLabel = "PLACE", description = "Where the goods are")
        private @Nullable String from;

        @Option(names = "--container", paramLabel = "CODE", description = "A container that goes in; more are allowed")
        private List<String> containers = List.of();

        @Mixin
        private Goods goods = new Goods();

        Pack() {
            super("pack");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("container", container(into)).with("from", from);
            append(
                    act,
                    "containers",
                    containers.stream().map(LineText::container).toList());
            append(act, "lines", goods.lines(surroundings()));
        }
    }

    @Command(name = "unpack", description = "Goods or containers come out of a container.", sortOptions = false)
    static final class Unpack extends ActCommand {
        @Option(names = "--out-of", paramLabel = "CODE", description = "An SSCC or another code, or 'TOTE serial=T-1'")
        private @Nullable String outOf;

        @Option(names = "--to", paramLabel = "PLACE", description = "Where the goods are put")
        private @Nullable String to;

        @Option(
                names = "--container",
                paramLabel = "CODE",
                description = "A container that comes out; more are allowed")
        private List<String> containers = List.of();

        @Mixin
        private Goods goods = new Goods();

        Unpack() {
            super("unpack");
        }

        @Override
        void fill(Json.Fields act) {
            act.with("container", container(outOf)).with("to", to);
            append(
                    act,
                    "containers",
                    containers.stream().map(LineText::container).toList());
            append(act, "lines", goods.lines(surroundings()));
        }
    }
}
