/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gozinto.movement.Naive.Thing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes acts up: mostly such as could happen in the book as it is, some that never can. */
final class RandomActs {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant BEGIN = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<String> TYPES = List.of(
            "receive",
            "receive",
            "receive",
            "commission",
            "move",
            "move",
            "ship",
            "ship",
            "return",
            "scrap",
            "adjust",
            "count",
            "produce",
            "produce",
            "produce",
            "install",
            "remove",
            "pack",
            "pack",
            "unpack",
            "hold",
            "release",
            "clean",
            "void",
            "void");

    private final Random random;
    private final NaiveActs naive;
    private final List<JsonNode> made = new ArrayList<>();
    private int number;

    RandomActs(Random random, NaiveActs naive) {
        this.random = random;
        this.naive = naive;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    JsonNode next() {
        number++;
        if (chance(2) && !made.isEmpty()) {
            return any(made);
        }
        String type = any(TYPES);
        ObjectNode act = JSON.createObjectNode().put("type", type);
        act.put("id", "00000000-0000-7000-8000-%012d".formatted(number));
        Instant when = BEGIN.plusSeconds(number);
        act.put(
                "occurredAt",
                (chance(3) ? when.minusSeconds(86_400) : chance(1) ? when.plusSeconds(8_640_000) : when).toString());
        fill(act, type);
        if (chance(2) && !made.isEmpty()) {
            act.set("id", any(made).get("id"));
        }
        made.add(act);
        return act;
    }

    private void fill(ObjectNode act, String type) {
        switch (type) {
            case "receive" -> {
                act.put("from", chance(97) ? any(List.of("ACME", "ACME", "CUST")) : "A")
                        .put("to", location());
                incoming(act.putArray("lines").addObject());
                if (chance(20)) {
                    incoming(act.withArray("lines").addObject());
                }
            }
            case "commission" ->
                incoming(act.put("to", location()).putArray("lines").addObject());
            case "move" -> send(act.put("to", location()));
            case "ship" -> send(act.put("to", chance(95) ? any(List.of("CUST", "CUST", "ACME")) : "B"));
            case "scrap" -> send(act);
            case "return" ->
                back(act.put("from", any(List.of("CUST", "CUST", "ACME"))).put("to", location()));
            case "adjust" -> adjust(act.put("at", location()));
            case "count" -> count(act.put("at", location()));
            case "produce" -> produce(act.put("run", any(List.of("R1", "R2"))));
            case "install", "remove" -> assemble(act, type.equals("install"));
            case "pack", "unpack" -> pack(act, type.equals("pack"));
            case "hold" -> hold(act);
            case "release" -> release(act);
            case "clean" -> act.put("vessel", chance(80) ? "T" : "A");
            default -> correct(act);
        }
    }

    private String location() {
        return chance(98) ? any(List.of("A", "A", "B", "T")) : "NOWHERE";
    }

    private String quantity(String item) {
        if (chance(3)) {
            return any(List.of("0", "-1", "0.05", "1.25"));
        }
        return item.equals("MIX") && chance(30) ? "2.5" : String.valueOf(1 + random.nextInt(9));
    }

    private String lot(String item) {
        return (item.equals("BAT") ? "BL" : "L") + (1 + random.nextInt(3));
    }

    private String serial(String item) {
        return (item.equals("BAT") ? "B" : "S") + (1 + random.nextInt(5));
    }

    /** A line of goods that come in. */
    private void incoming(ObjectNode line) {
        String item = chance(98) ? any(List.of("SALT", "MIX", "MIX", "CAR", "CAR", "BAT", "BAT")) : "NOTHING";
        name(line.put("item", item), item);
        if (item.equals("MIX") && chance(15)) {
            line.put("expiry", any(List.of("2020-01-01", "2030-01-01")));
        }
        if (item.equals("CAR") && chance(10)) {
            line.put("twin", true);
        }
    }

    private void name(ObjectNode line, String item) {
        if (chance(item.equals("MIX") || item.equals("BAT") ? 98 : 2)) {
            line.put("lot", lot(item));
        }
        if (chance(item.equals("CAR") || item.equals("BAT") ? 98 : 2)) {
            var serials = line.putArray("serials").add(serial(item));
            while (chance(30)) {
                serials.add(serial(item));
            }
        } else {
            line.put("qty", quantity(item));
        }
    }

    /** A line of goods that go from somewhere: mostly such as are there. */
    private void outgoing(ObjectNode line, boolean fromToo) {
        List<Thing> held = naive.book().things.values().stream()
                .filter(t -> !t.isContainer() && t.places().stream().anyMatch(Naive::ours))
                .toList();
        if (held.isEmpty() || chance(15)) {
            incoming(line);
            line.remove(List.of("expiry", "twin"));
            if (fromToo && chance(60)) {
                line.put("from", location());
            }
            return;
        }
        Thing thing = any(held);
        String from = any(thing.places().stream().filter(Naive::ours).toList());
        outgoing(line, thing, thing.at(from));
        if (fromToo && !from.startsWith("in ") && chance(70)) {
            line.put("from", from);
        }
    }

    private void outgoing(ObjectNode line, Thing thing, long there) {
        line.put("item", thing.item);
        if (thing.isPiece()) {
            line.put("serial", thing.number);
            return;
        }
        if (!thing.item.equals("SALT")) {
            line.put("lot", thing.number);
        }
        long qty = chance(10) ? there + 3 : Math.max(1, there - random.nextInt(4));
        line.put(
                "qty",
                java.math.BigDecimal.valueOf(qty, Naive.DECIMALS.get(thing.item))
                        .toPlainString());
    }

    private void shortfall(ObjectNode act) {
        boolean stated = act.has("from") || act.has("consume");
        for (String lines : List.of("lines", "consume")) {
            for (JsonNode line : act.path(lines)) {
                stated &= act.has("from") || line.has("from");
            }
        }
        if (stated && !act.has("links") && chance(10)) {
            act.put("shortfall", "unknown");
        }
    }

    private void send(ObjectNode act) {
        if (chance(25) && anyContainer() != null) {
            act.putArray("containers").add(anyContainer());
        } else {
            outgoing(act.putArray("lines").addObject(), true);
            if (chance(25)) {
                outgoing(act.withArray("lines").addObject(), true);
            }
        }
        if (chance(3) && !act.has("containers")) {
            strayPartner(act);
        }
        shortfall(act);
    }

    /** Names a partner as the place that a serial is taken from, though it hardly is there. */
    private void strayPartner(ObjectNode act) {
        ObjectNode line = (ObjectNode) act.get("lines").get(0);
        if (line.has("serial")) {
            line.put("from", "ACME");
        }
    }

    private String anyContainer() {
        var codes = naive.book().things.values().stream()
                .filter(Thing::isContainer)
                .map(t -> t.number)
                .toList();
        return codes.isEmpty() ? null : any(codes);
    }

    private void back(ObjectNode act) {
        var away = naive.book().things.values().stream()
                .filter(t -> t.places().stream().anyMatch(Naive.PARTNERS::contains))
                .toList();
        ObjectNode line = JSON.createObjectNode();
        if (away.isEmpty() || chance(20)) {
            incoming(line);
            line.remove(List.of("expiry", "twin"));
            // What becomes of known and unknown serials on one line of a return is nowhere said.
            while (line.path("serials").size() > 1) {
                line.withArray("serials").remove(1);
            }
        } else {
            Thing thing = any(away);
            if (chance(85)) {
                act.put(
                        "from",
                        any(thing.places().stream()
                                .filter(Naive.PARTNERS::contains)
                                .toList()));
            }
            if (thing.isContainer()) {
                act.putArray("containers").add(thing.number);
                return;
            }
            outgoing(line, thing, thing.at(act.get("from").stringValue()));
        }
        act.putArray("lines").add(line);
    }

    private void adjust(ObjectNode act) {
        ObjectNode line = act.putArray("lines").addObject();
        if (chance(50)) {
            outgoing(line, false);
            String qty = line.has("qty") ? line.get("qty").stringValue() : "1";
            line.put("qty", qty.startsWith("-") ? qty : "-" + qty);
            line.remove("serials");
            if (!line.has("serial")
                    && Set.of("CAR", "BAT").contains(line.get("item").stringValue())) {
                line.put("serial", serial(line.get("item").stringValue()));
            }
        } else {
            incoming(line);
            line.remove(List.of("expiry", "twin"));
            if (line.has("serials")) {
                line.put("qty", String.valueOf(line.get("serials").size()));
            }
        }
    }

    private void count(ObjectNode act) {
        ObjectNode line = act.putArray("lines").addObject();
        outgoing(line, false);
        if (line.has("qty") && chance(20)) {
            line.put("qty", "0");
        }
    }

    private void produce(ObjectNode act) {
        if (chance(80)) {
            outgoing(act.putArray("consume").addObject(), true);
            if (chance(50)) {
                outgoing(act.withArray("consume").addObject(), true);
            }
        }
        if (chance(80) || !act.has("consume")) {
            ObjectNode line = act.putArray("produce").addObject().put("to", location());
            incoming(line);
            line.remove("twin");
        }
        if (act.has("consume") && act.has("produce") && chance(50)) {
            link(act);
        }
        shortfall(act);
    }

    private void link(ObjectNode act) {
        ObjectNode link = JSON.createObjectNode();
        JsonNode in = act.get("consume").get(0);
        JsonNode out =
                chance(92) ? act.get("produce").get(0) : act.get("consume").get(0);
        if (end(link.putObject("in"), in) && end(link.putObject("out"), out)) {
            act.putArray("links").add(link);
        }
    }

    /** Names one end of a link; a number that has twins is left alone, since a link names no place. */
    private boolean end(ObjectNode end, JsonNode line) {
        String item = line.get("item").stringValue();
        end.put("item", item);
        if (line.has("serial") || line.has("serials")) {
            String number = line.has("serial")
                    ? line.get("serial").stringValue()
                    : line.get("serials").get(0).stringValue();
            end.put("serial", number);
            boolean known = Naive.DECIMALS.containsKey(item);
            return known && naive.book().called(item, number, true).isEmpty();
        }
        if (line.has("lot")) {
            end.put("lot", line.get("lot").stringValue());
        }
        return item.equals("MIX") && line.has("lot");
    }

    private ObjectNode unit(ObjectNode unit) {
        var known = naive.book().things.values().stream()
                .filter(t -> !t.isContainer() && !t.item.equals("SALT"))
                .toList();
        if (known.isEmpty() || chance(5)) {
            return unit.put("item", "CAR").put("serial", serial("CAR"));
        }
        Thing thing = any(known);
        return unit.put("item", thing.item).put(thing.isPiece() ? "serial" : "lot", thing.number);
    }

    private void assemble(ObjectNode act, boolean install) {
        act.putObject("host").put("item", "CAR").put("serial", serial("CAR"));
        contents(act, act.get("host").get("serial").stringValue(), install, "in CAR/");
        if (install && chance(50)) {
            act.put("position", "slot " + random.nextInt(3));
        }
    }

    /** Lines that go into, or come out of, a container or host. */
    private void contents(ObjectNode act, String outer, boolean in, String prefix) {
        ObjectNode line = act.putArray("lines").addObject();
        var inside = naive.book().things.values().stream()
                .filter(t -> !t.isContainer() && t.at(prefix + outer) > 0)
                .toList();
        if (in || inside.isEmpty() || chance(10)) {
            outgoing(line, in);
        } else {
            Thing thing = any(inside);
            outgoing(line, thing, thing.at(prefix + outer));
        }
        if (!in && chance(70)) {
            act.put("to", location());
        }
    }

    private void pack(ObjectNode act, boolean in) {
        String code = "P" + (1 + random.nextInt(3));
        Thing known = naive.book().things.get("/" + code);
        String inner = anyContainer();
        act.put("container", code);
        if (in && known == null) {
            act.put("from", any(List.of("A", "B")));
        }
        // What is packed into a container that has left our hands is nowhere said; such packing is not made up.
        if (in && known != null && !naive.book().inStock(known)) {
            act.put("container", "Q" + number).put("from", "A");
        }
        if (inner != null && chance(30)) {
            act.putArray("containers").add(inner);
        } else {
            contents(act, code, in, "in /");
        }
    }

    private void hold(ObjectNode act) {
        unit(act.putArray("units").addObject());
        var blocks = act.putArray("blocks").add(any(List.of("ship", "consume", "move")));
        if (chance(30)) {
            blocks.add("sell");
        }
        act.put("reason", "because");
    }

    private void release(ObjectNode act) {
        var holds = naive.book().holds;
        if (holds.isEmpty() || chance(20)) {
            unit(act.putArray("units").addObject());
            return;
        }
        var hold = any(holds);
        Thing thing = naive.book().things.get(hold.thing());
        act.putArray("units").addObject().put("item", thing.item).put(thing.isPiece() ? "serial" : "lot", thing.number);
        if (chance(40)) {
            act.put("hold", hold.by());
        }
    }

    private void correct(ObjectNode act) {
        boolean known = !made.isEmpty() && chance(97);
        // The last few are voided most often: what happened long ago has mostly been used meanwhile.
        int back = chance(60) ? Math.min(5, made.size()) : made.size();
        String id = known
                ? made.get(made.size() - 1 - random.nextInt(back)).get("id").stringValue()
                : "00000000-0000-7000-8000-ffffffffffff";
        act.put("corrects", id).put("reason", "a mistake");
        if (chance(10)) {
            act.put("shortfall", "unknown");
        }
    }
}
