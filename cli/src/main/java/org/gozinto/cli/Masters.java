/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.cli.client.Answer;
import org.gozinto.cli.client.Exit;
import org.gozinto.cli.client.Query;
import org.gozinto.cli.client.Request;
import org.gozinto.cli.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Items, places and partners. */
final class Masters {

    private Masters() {}

    static CommandLine items() {
        return group(
                "Items: what is made, bought or sold.",
                new AddItem(),
                "items",
                new MasterList("items", "code", "name", "tracking", "unit", "decimals", "gtin", "active"));
    }

    static CommandLine places() {
        return group(
                "Places: sites, areas, bins and vessels.",
                new AddPlace(),
                "places",
                new MasterList("places", "code", "kind", "parent", "name", "active"));
    }

    static CommandLine partners() {
        return group(
                "Partners: suppliers, customers, manufacturers, carriers.",
                new AddPartner(),
                "partners",
                new MasterList("partners", "code", "name", "roles", "gln", "active"));
    }

    private static CommandLine group(String description, Add add, String path, MasterList list) {
        Map<String, ServerCommand> commands = new LinkedHashMap<>();
        commands.put("add", add);
        commands.put("show", new Show(path));
        commands.put("list", list);
        return Group.of(description, commands);
    }

    /** Shows one record. */
    @Command(name = "show", description = "Show one record.")
    private static final class Show extends ServerCommand {
        @Parameters(paramLabel = "CODE", description = "Its code")
        private String code = "";

        @Option(names = "--changes", description = "What it was after each change")
        private boolean changes;

        private final String path;

        Show(String path) {
            this.path = path;
        }

        @Override
        Exit run() {
            String address = "/api/v1/" + path + "/" + Query.segment(code) + (changes ? "/changes" : "");
            show(api().need(Request.get(address)));
            return Exit.OK;
        }
    }

    /** Makes one record. */
    private abstract static class Add extends ServerCommand {
        @Parameters(arity = "0..1", paramLabel = "CODE", description = "Its code, which never changes")
        private @Nullable String code;

        @Option(names = "--name", paramLabel = "TEXT", description = "Its name")
        private @Nullable String name;

        @Option(names = "--attribute", paramLabel = "NAME=VALUE", description = "Anything else; more are allowed")
        private Map<String, String> attributes = new LinkedHashMap<>();

        @Option(
                names = {"-f", "--file"},
                paramLabel = "FILE",
                description = "The record as JSON (- for stdin); options come on top")
        private @Nullable String file;

        private final String path;

        Add(String path) {
            this.path = path;
        }

        abstract void fill(Json.Fields body);

        @Override
        final Exit run() {
            Json.Fields body = new Json.Fields();
            if (file != null) {
                if (!(readJson(file) instanceof Json.Fields read)) {
                    throw misuse(file + " is not one record.");
                }
                read.members().forEach(body::with);
            }
            body.with("code", code).with("name", name);
            fill(body);
            if (!attributes.isEmpty()) {
                Json.Fields object = new Json.Fields();
                attributes.forEach(object::with);
                body.with("attributes", object);
            }
            Answer answer = api().need(Request.post("/api/v1/" + path, body));
            if (isJson()) {
                raw(answer);
            } else {
                screen().line("Made " + answer.json().text("code", "it") + ".");
            }
            return Exit.OK;
        }
    }

    @Command(name = "add", description = "Make an item.", sortOptions = false)
    private static final class AddItem extends Add {
        @Option(names = "--tracking", paramLabel = "KIND", description = "none, lot, serial or lot+serial")
        private @Nullable String tracking;

        @Option(names = "--unit", paramLabel = "UNIT", description = "The base unit: EA, KGM, …")
        private @Nullable String unit;

        @Option(names = "--decimals", paramLabel = "N", description = "Decimals of a quantity, 0 to 9")
        private @Nullable Integer decimals;

        @Option(names = "--gtin", paramLabel = "GTIN", description = "Its GTIN")
        private @Nullable String gtin;

        @Option(names = "--issuer", paramLabel = "PARTNER", description = "Who numbers its lots and serials, if not us")
        private @Nullable String issuer;

        @Option(names = "--shelf-life-days", paramLabel = "DAYS", description = "From manufacture to expiry")
        private @Nullable Integer shelfLifeDays;

        @Option(
                names = "--other-unit",
                paramLabel = "UNIT=FACTOR",
                description = "BOX=12: a box is 12 base units; more are allowed")
        private Map<String, String> otherUnits = new LinkedHashMap<>();

        AddItem() {
            super("items");
        }

        @Override
        void fill(Json.Fields body) {
            body.with("tracking", tracking)
                    .with("unit", unit)
                    .with("decimals", number(decimals))
                    .with("gtin", gtin)
                    .with("issuer", issuer)
                    .with("shelfLifeDays", number(shelfLifeDays));
            List<Json> units = new ArrayList<>();
            otherUnits.forEach((name, factor) ->
                    units.add(new Json.Fields().with("unit", name).with("factor", factor)));
            if (!units.isEmpty()) {
                body.with("units", new Json.Array(units));
            }
        }
    }

    @Command(name = "add", description = "Make a place.", sortOptions = false)
    private static final class AddPlace extends Add {
        @Option(names = "--kind", paramLabel = "KIND", description = "site, area, bin or vessel")
        private @Nullable String kind;

        @Option(names = "--parent", paramLabel = "PLACE", description = "The place that it is in")
        private @Nullable String parent;

        @Option(names = "--time-zone", paramLabel = "ZONE", description = "Of a site: Europe/Berlin")
        private @Nullable String timeZone;

        @Option(names = "--mixing", paramLabel = "KIND", description = "Of a vessel: wellMixed, fifo or sinceClean")
        private @Nullable String mixing;

        @Option(names = "--overlap", paramLabel = "QTY", description = "Of a vessel with fifo: how far neighbours mix")
        private @Nullable String overlap;

        @Option(names = "--gln", paramLabel = "GLN", description = "Its GLN")
        private @Nullable String gln;

        AddPlace() {
            super("places");
        }

        @Override
        void fill(Json.Fields body) {
            body.with("kind", kind)
                    .with("parent", parent)
                    .with("timeZone", timeZone)
                    .with("mixing", mixing)
                    .with("overlap", overlap)
                    .with("gln", gln);
        }
    }

    @Command(name = "add", description = "Make a partner.", sortOptions = false)
    private static final class AddPartner extends Add {
        @Option(
                names = {"--role", "--roles"},
                paramLabel = "ROLE",
                split = ",",
                description = "Some of supplier,customer,consumer,manufacturer,carrier")
        private List<String> roles = List.of();

        @Option(names = "--gln", paramLabel = "GLN", description = "Its GLN")
        private @Nullable String gln;

        AddPartner() {
            super("partners");
        }

        @Override
        void fill(Json.Fields body) {
            if (!roles.isEmpty()) {
                body.with("roles", Json.texts(roles));
            }
            body.with("gln", gln);
        }
    }

    private static @Nullable Json number(@Nullable Integer value) {
        return value == null ? null : new Json.Digits(value.toString());
    }
}
