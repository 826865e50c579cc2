/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells a story to the server over HTTP, act by act, and asks about it, so that tests read as prose.
 *
 * <p>Names are short in the telling and get an ending of the story's own on the way ({@code TANK} is {@code TANK-17}),
 * so that many stories fit into one book. Items, places and partners are made when they are first named. A line is a
 * text: {@code "60 R1 from=B expiry=2027-01-31"} is 60 of lot R1 of item R; of a serial {@code "BIKE7"} suffices; a
 * number that does not begin with its item is written {@code "BIKE:0001"}; a container stands in brackets. Every act
 * happens an hour after the one before unless {@link #when} says otherwise.
 */
final class Story {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant BEGINNING = Instant.parse("2025-03-03T08:00:00Z");
    private static final AtomicInteger STORIES = new AtomicInteger();
    private static final Set<String> CODES = Set.of("from", "to", "issuer", "place", "document", "container");

    private final RunningServer server;
    private final String ending;
    private final Map<String, String> trackings = new HashMap<>();
    private final Set<String> made = new HashSet<>();
    private Instant time = BEGINNING;
    private String nextTime;
    private String last = "";
    private boolean refusing;
    private Answer answer;
    private final Map<String, String> more = new HashMap<>();

    Story(RunningServer server) {
        this(server, "-" + STORIES.incrementAndGet());
    }

    /** A story whose names end so; for a book that has no other story of this ending. */
    Story(RunningServer server, String ending) {
        this.server = server;
        this.ending = ending;
    }

    RunningServer server() {
        return server;
    }

    String code(String name) {
        return name + ending;
    }

    String shortName(String code) {
        return code.endsWith(ending) ? code.substring(0, code.length() - ending.length()) : code;
    }

    // Masters.

    Story serials(String... items) {
        for (String name : items) {
            item(name, "serial", "");
        }
        return this;
    }

    Story untracked(String... items) {
        for (String name : items) {
            item(name, "none", ",\"unit\":\"KGM\",\"decimals\":3");
        }
        return this;
    }

    /** An item with more members of its JSON, each with a comma before it. */
    Story item(String name, String tracking, String members) {
        trackings.put(name, tracking);
        create("items", code(name), "\"tracking\":\"" + tracking + "\"" + members);
        return this;
    }

    Story vessel(String name, String mixing) {
        place(name, "\"kind\":\"vessel\",\"mixing\":" + mixing);
        return this;
    }

    /** A place with the members of its JSON. */
    Story place(String name, String members) {
        if (made.add(name)) {
            create("places", code(name), members);
        }
        return this;
    }

    private String location(String name) {
        place(name, "\"kind\":\"bin\"");
        return code(name);
    }

    String partner(String name) {
        if (made.add(name)) {
            create("partners", code(name), "\"roles\":[\"supplier\",\"customer\"]");
        }
        return code(name);
    }

    /** The code of a partner that the test makes itself. */
    String partnerOfName(String name) {
        made.add(name);
        return code(name);
    }

    /** The partner of this name uses up what it gets. */
    String consumer(String name) {
        made.add(name);
        create("partners", code(name), "\"roles\":[\"customer\",\"consumer\"]");
        return code(name);
    }

    private void create(String kind, String code, String members) {
        Answer created = server.post(
                "/api/v1/" + kind, "{\"code\":\"%s\",\"name\":\"The %s\",%s}".formatted(code, code, members));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
    }

    private String item(String name) {
        if (!trackings.containsKey(name)) {
            item(name, "lot", ",\"unit\":\"KGM\",\"decimals\":3");
        }
        return code(name);
    }

    // Acts.

    Answer receive(String partner, String place, String... lines) {
        return transfer("receive", partner(partner), location(place), lines);
    }

    Answer commission(String place, String... lines) {
        return transfer("commission", null, location(place), lines);
    }

    Answer move(String from, String to, String... lines) {
        return transfer("move", location(from), location(to), lines);
    }

    Answer ship(String from, String partner, String... lines) {
        return transfer("ship", location(from), partner(partner), lines);
    }

    Answer giveBack(String partner, String place, String... lines) {
        return transfer("return", partner(partner), location(place), lines);
    }

    Answer scrap(String from, String... lines) {
        return transfer("scrap", location(from), null, lines);
    }

    private Answer transfer(String type, String from, String to, String... lines) {
        ObjectNode act = act(type);
        put(act, "from", from);
        put(act, "to", to);
        fill(act, lines);
        return send(act);
    }

    Answer adjust(String at, String... lines) {
        return recount("adjust", at, lines);
    }

    Answer count(String at, String... lines) {
        return recount("count", at, lines);
    }

    private Answer recount(String type, String at, String... lines) {
        ObjectNode act = act(type);
        put(act, "at", location(at));
        fill(act, lines);
        return send(act);
    }

    Answer install(String part, String host) {
        return install(part, host, "main");
    }

    Answer install(String part, String host, String position) {
        ObjectNode act = act("install");
        act.set("host", name(host));
        put(act, "position", position);
        fill(act, part);
        return send(act);
    }

    Answer remove(String part, String host, String to) {
        ObjectNode act = act("remove");
        act.set("host", name(host));
        put(act, "to", location(to));
        fill(act, part);
        return send(act);
    }

    Answer pack(String container, String from, String... lines) {
        ObjectNode act = act("pack");
        put(act, "container", code(container));
        put(act, "from", from == null ? null : location(from));
        fill(act, lines);
        return send(act);
    }

    Answer unpack(String container, String to, String... lines) {
        ObjectNode act = act("unpack");
        put(act, "container", code(container));
        put(act, "to", location(to));
        fill(act, lines);
        return send(act);
    }

    Answer hold(String unit, String reason, String... blocks) {
        ObjectNode act = act("hold");
        put(act, "reason", reason);
        act.putArray("units").add(name(unit));
        ArrayNode purposes = act.putArray("blocks");
        for (String block : blocks) {
            purposes.add(block);
        }
        return send(act);
    }

    Answer release(String unit) {
        ObjectNode act = act("release");
        put(act, "reason", "it is good");
        act.putArray("units").add(name(unit));
        return send(act);
    }

    Answer clean(String vessel) {
        ObjectNode act = act("clean");
        put(act, "vessel", code(vessel));
        return send(act);
    }

    Answer voidOf(Answer entry) {
        ObjectNode act = act("void");
        put(act, "corrects", entry.id());
        put(act, "reason", "a wrong entry");
        return send(act);
    }

    Run run(String code) {
        return new Run(code);
    }

    /** A produce act in the telling: from A and to A where its lines say nothing else. */
    final class Run {

        private final ObjectNode act = JSON.createObjectNode();
        private final ArrayNode used = JSON.createArrayNode();
        private final ArrayNode made = JSON.createArrayNode();
        private final ArrayNode links = JSON.createArrayNode();

        private Run(String code) {
            put(act, "run", code(code));
        }

        Run uses(String... lines) {
            for (String line : lines) {
                ObjectNode node = line(line);
                if (node.has("qty") && !node.has("from")) {
                    put(node, "from", location("A"));
                }
                used.add(node);
            }
            return this;
        }

        Run makes(String... lines) {
            for (String line : lines) {
                ObjectNode node = line(line);
                if (!node.has("to")) {
                    put(node, "to", location("A"));
                }
                made.add(node);
            }
            return this;
        }

        Run link(String in, String out) {
            return link(in, out, null);
        }

        Run link(String in, String out, String qty) {
            ObjectNode link = links.addObject();
            link.set("in", name(in));
            link.set("out", name(out));
            put(link, "qty", qty);
            return this;
        }

        Run close() {
            act.put("close", true);
            return this;
        }

        Answer done() {
            ObjectNode whole = act("produce");
            whole.setAll(act);
            whole.set("consume", used);
            whole.set("produce", made);
            if (!links.isEmpty()) {
                whole.set("links", links);
            }
            return send(whole);
        }
    }

    // The manner of the next act.

    /** When the next act happened: an instant, a day, a month or unknown. */
    Story when(String text) {
        nextTime = text;
        return this;
    }

    /** A member of the next act, such as its step. */
    Story with(String member, String value) {
        more.put(member, value);
        return this;
    }

    /** The document behind the next act. */
    Story document(String number) {
        return with("document", number);
    }

    /** The time of the act before. */
    String last() {
        return last;
    }

    /** Acts that the server is to refuse; the refusal of the last one. */
    Answer refused(Consumer<Story> acts) {
        refusing = true;
        try {
            acts.accept(this);
        } finally {
            refusing = false;
        }
        return answer;
    }

    // What acts are made of.

    /** A new act with its time; the members that were asked for before are put in. */
    ObjectNode act(String type) {
        ObjectNode act = JSON.createObjectNode();
        act.put("type", type);
        act.put("id", UUID.randomUUID().toString());
        time = time.plus(Duration.ofHours(1));
        last = nextTime == null ? time.toString() : nextTime;
        nextTime = null;
        act.put("occurredAt", last);
        more.forEach((member, value) -> {
            if (member.equals("document")) {
                act.putObject("reference").put("type", "order").put("number", code(value));
            } else {
                act.put(member, value);
            }
        });
        more.clear();
        return act;
    }

    Answer send(ObjectNode act) {
        answer = server.post("/api/v1/entries", act.toString());
        if (refusing) {
            assertThat(answer.status()).as("%s%n%s", act, answer).isBetween(400, 499);
        } else {
            assertThat(answer.status()).as("%s%n%s", act, answer).isEqualTo(201);
        }
        return answer;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (value != null) {
            node.put(name, value);
        }
    }

    private void fill(ObjectNode act, String... lines) {
        ArrayNode nodes = JSON.createArrayNode();
        ArrayNode containers = JSON.createArrayNode();
        for (String line : lines) {
            if (line.startsWith("[")) {
                containers.add(code(line.substring(1, line.length() - 1)));
            } else {
                nodes.add(line(line));
            }
        }
        if (!nodes.isEmpty()) {
            act.set("lines", nodes);
        }
        if (!containers.isEmpty()) {
            act.set("containers", containers);
        }
    }

    /** A line from its text. */
    ObjectNode line(String text) {
        ObjectNode line = JSON.createObjectNode();
        String[] words = text.split(" ", -1);
        int at = 0;
        if (words[0].matches("-?[0-9.]+")) {
            line.put("qty", words[at++]);
        }
        String unit = words[at++];
        line.setAll(name(unit));
        for (; at < words.length; at++) {
            String[] member = words[at].split("=", 2);
            switch (member[0]) {
                case "from", "to" -> line.put(member[0], location(member[1]));
                case "issuer" -> line.put("issuer", partner(member[1]));
                case "twin" -> line.put("twin", Boolean.parseBoolean(member[1]));
                case "supplierLot" -> {
                    ArrayNode numbers = line.putArray("supplierLot");
                    for (String number : member[1].split(",", -1)) {
                        numbers.add(number);
                    }
                }
                default -> line.put(member[0], member[1]);
            }
        }
        return line;
    }

    /** The item and the number of a unit. */
    ObjectNode name(String unit) {
        int colon = unit.indexOf(':');
        String item = colon >= 0 ? unit.substring(0, colon) : unit.split("[0-9]", 2)[0];
        String number = colon >= 0 ? unit.substring(colon + 1) : unit;
        ObjectNode name = JSON.createObjectNode();
        name.put("item", item(item));
        String tracking = trackings.get(item);
        if (tracking.endsWith("serial") && !number.isEmpty()) {
            name.put("serial", number);
        } else if (tracking.equals("lot")) {
            name.put("lot", number);
        }
        return name;
    }

    // Questions.

    Told forward(String seed, String... parameters) {
        return told(question("forward", seed, parameters));
    }

    Told backward(String seed, String... parameters) {
        return told(question("backward", seed, parameters));
    }

    /** The path of a trace; a seed with {@code =} in it is a parameter itself. */
    String question(String direction, String seed, String... parameters) {
        List<String> all = new ArrayList<>(List.of("direction=" + direction));
        if (seed.contains("=")) {
            all.add(seed);
        } else {
            name(seed)
                    .properties()
                    .forEach(e -> all.add(e.getKey() + "=" + e.getValue().asString()));
        }
        all.addAll(List.of(parameters));
        List<String> encoded = new ArrayList<>();
        for (String parameter : all) {
            String[] pair = parameter.split("=", 2);
            String value = CODES.contains(pair[0]) ? code(pair[1]) : pair[1];
            encoded.add(pair[0] + "=" + RunningServer.encoded(value));
        }
        return "/api/v1/trace?" + String.join("&", encoded);
    }

    /** All pages of an answer. */
    private Told told(String path) {
        List<JsonNode> units = new ArrayList<>();
        Answer page = server.get(path + "&limit=1000");
        assertThat(page.status()).as("%s%n%s", path, page).isEqualTo(200);
        JsonNode first = page.json();
        JsonNode json = first;
        while (true) {
            json.at("/units").forEach(units::add);
            if (!json.has("next")) {
                return new Told(first, units, this);
            }
            json = server.get(path + "&limit=1000&cursor=" + json.get("next").asString())
                    .json();
        }
    }

    /** The one unit of a name as {@code GET /units} shows it. */
    JsonNode unit(String name) {
        JsonNode items = units(name);
        assertThat(items.size()).as(items.toString()).isEqualTo(1);
        return items.get(0);
    }

    /** All units of a name; several when there are suspect twins. */
    JsonNode units(String name) {
        List<String> parameters = new ArrayList<>();
        name(name)
                .properties()
                .forEach(e -> parameters.add(
                        e.getKey() + "=" + RunningServer.encoded(e.getValue().asString())));
        Answer found = server.get("/api/v1/units?" + String.join("&", parameters));
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        return found.json().at("/items");
    }

    /** What is where, such as {@code 40.000 at A}. */
    List<String> holdings(String name) {
        List<String> holdings = new ArrayList<>();
        for (JsonNode holding : unit(name).at("/holdings")) {
            holdings.add(holding.at("/qty").asString() + " at "
                    + shortName(holding.at("/place").asString()));
        }
        return holdings;
    }
}
