/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.movement;

import static org.gozinto.movement.Naive.need;
import static org.gozinto.movement.Naive.no;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gozinto.movement.Naive.Hold;
import org.gozinto.movement.Naive.Move;
import org.gozinto.movement.Naive.Past;
import org.gozinto.movement.Naive.Thing;
import tools.jackson.databind.JsonNode;

/** What each act does to the naive book, as docs/api.md says it. */
final class NaiveActs {

    /** Acts that happen later than this have not happened yet. */
    static final String NOW = "2026-06-01T12:00:00Z";

    private record Piece(Thing thing, long qty) {}

    private Naive book = new Naive();
    private JsonNode act;
    private String when;
    private boolean shortfall;

    Naive book() {
        return book;
    }

    /** Whether the act may be recorded; when it may not the book is as it was. */
    boolean accepts(JsonNode asked) {
        Naive before = book.copy();
        try {
            act = asked;
            when = asked.path("occurredAt").asString(NOW);
            shortfall = asked.path("shortfall").asString("").equals("unknown");
            book.moves = new ArrayList<>();
            book.ended = new ArrayList<>();
            need(when.compareTo(NOW) <= 0, "in the future");
            perform(text(asked, "type"));
            book.past.put(text(asked, "id"), new Past(text(asked, "type"), book.moves, book.ended));
            return true;
        } catch (Naive.No e) {
            book = before;
            return false;
        }
    }

    /** Puts the book back, for requests that are all or nothing. */
    void restore(Naive before) {
        book = before;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? null : value.stringValue();
    }

    private static String either(JsonNode line, JsonNode act, String name) {
        return text(line, name) != null ? text(line, name) : text(act, name);
    }

    private String day() {
        return when.substring(0, 10);
    }

    private void perform(String type) {
        switch (type) {
            case "receive" -> receive();
            case "commission" -> commission();
            case "move", "ship", "scrap" -> send(type);
            case "return" -> takeBack();
            case "adjust" -> adjust();
            case "count" -> count();
            case "produce" -> produce();
            case "install", "remove" -> assemble(type.equals("install"));
            case "pack" -> pack();
            case "unpack" -> unpack();
            case "hold" -> hold();
            case "release" -> release();
            case "clean" -> clean();
            case "void" -> correct();
            default -> no("unknown act");
        }
    }

    private List<String> serials(JsonNode line) {
        List<String> serials = new ArrayList<>();
        if (line.has("serial")) {
            serials.add(text(line, "serial"));
        }
        line.path("serials").forEach(s -> serials.add(s.stringValue()));
        return serials;
    }

    private long quantity(JsonNode line) {
        String item = text(line, "item");
        need(item != null && Naive.DECIMALS.containsKey(item), "unknown item");
        String qty = text(line, "qty");
        List<String> serials = serials(line);
        if (item.equals("CAR") || item.equals("BAT")) {
            need(!serials.isEmpty(), "no serials");
            need(new HashSet<>(serials).size() == serials.size(), "a serial twice");
            need(!item.equals("CAR") || !line.has("lot"), "not by lot");
            need(
                    qty == null || new BigDecimal(qty).abs().compareTo(BigDecimal.valueOf(serials.size())) == 0,
                    "quantity differs");
            return qty != null && qty.startsWith("-") ? -serials.size() : serials.size();
        }
        need(serials.isEmpty(), "not by serial");
        need(item.equals("MIX") == line.has("lot"), "lot");
        need(qty != null, "no quantity");
        return Naive.scaled(item, qty);
    }

    private static String location(String code) {
        need(code != null && Naive.LOCATIONS.contains(code), "no location " + code);
        return code;
    }

    private static String partner(String code) {
        need(code != null && Naive.PARTNERS.contains(code), "no partner " + code);
        return code;
    }

    private static String place(String code) {
        need(Naive.LOCATIONS.contains(code) || Naive.PARTNERS.contains(code) || code.equals("scrap"), "no place");
        return code;
    }

    /** The pieces of a line, all of which are known; {@code from} tells twins apart. */
    private List<Piece> existing(JsonNode line, String from) {
        long qty = quantity(line);
        String item = text(line, "item");
        List<Piece> pieces = new ArrayList<>();
        if (item.equals("CAR") || item.equals("BAT")) {
            for (String serial : serials(line)) {
                Thing thing = serial(item, serial, from);
                need(!line.has("lot") || isOf(thing, text(line, "lot")), "of another lot");
                pieces.add(new Piece(thing, Long.signum(qty)));
            }
        } else {
            String number = item.equals("MIX") ? text(line, "lot") : "";
            List<Thing> called = book.called(item, number, false);
            need(!called.isEmpty() || shortfall, "unknown lot");
            pieces.add(new Piece(called.isEmpty() ? strange(item, number, false) : called.getFirst(), qty));
        }
        pieces.forEach(p -> need(shortfall || when.compareTo(p.thing.first) >= 0, "before it existed"));
        return pieces;
    }

    private Thing serial(String item, String number, String from) {
        List<Thing> called = book.called(item, number, true);
        if (called.isEmpty() && shortfall) {
            return strange(item, number, true);
        }
        need(!called.isEmpty(), "unknown serial");
        if (called.size() == 1) {
            return called.getFirst();
        }
        var there = called.stream()
                .filter(t -> from != null ? t.at(from) > 0 : t.places().stream().anyMatch(Naive::ours))
                .toList();
        need(there.size() == 1, "ambiguous");
        return there.getFirst();
    }

    private static boolean isOf(Thing thing, String lot) {
        return thing.lot != null && thing.lot.number.equals(lot);
    }

    /** What nobody has named before, in an act that says openly that history is missing. */
    private Thing strange(String item, String number, boolean piece) {
        return book.make(item, number, piece, null, when);
    }

    private static void positive(List<Piece> pieces) {
        pieces.forEach(p -> need(p.qty > 0, "not above zero"));
    }

    /** The pieces of a line that come in; what is not known yet is made. */
    private List<Piece> arriving(JsonNode line, String from) {
        long qty = quantity(line);
        need(qty > 0, "not above zero");
        String item = text(line, "item");
        List<Piece> pieces = new ArrayList<>();
        switch (item) {
            case "SALT" -> pieces.add(new Piece(known(item, "", null), qty));
            case "MIX" -> pieces.add(new Piece(known(item, text(line, "lot"), line), qty));
            default -> {
                need(item.equals("CAR") || line.has("lot"), "no lot");
                Thing lot = item.equals("BAT") ? known(item, text(line, "lot"), line) : null;
                for (String serial : serials(line)) {
                    pieces.add(new Piece(arriving(line, serial, lot, from), 1));
                }
            }
        }
        return pieces;
    }

    /** The lot or the stock of an item, made if it is new. */
    private Thing known(String item, String number, JsonNode line) {
        List<Thing> called = book.called(item, number, false);
        Thing thing = called.isEmpty() ? book.make(item, number, false, null, when) : called.getFirst();
        thing.first = thing.first.compareTo(when) < 0 ? thing.first : when;
        String expiry = line == null ? null : text(line, "expiry");
        need(expiry == null || thing.expiry == null || expiry.equals(thing.expiry), "contradiction");
        thing.expiry = expiry == null ? thing.expiry : expiry;
        return thing;
    }

    private Thing arriving(JsonNode line, String number, Thing lot, String from) {
        String item = text(line, "item");
        List<Thing> called = book.called(item, number, true);
        for (Thing thing : called) {
            boolean back = thing.stands().isEmpty()
                    || thing.at(from) > 0
                    || from.startsWith("run ") && book.comesOutOf(thing, from, new HashSet<>());
            if (back) {
                need(lot == null || lot == thing.lot, "of another lot");
                thing.first = thing.first.compareTo(when) < 0 ? thing.first : when;
                return thing;
            }
        }
        need(line.path("twin").asBoolean(false) || called.stream().noneMatch(book::inStock), "exists");
        return book.make(item, number, true, lot, when);
    }

    private void receive() {
        need(!act.has("containers"), "containers are not received");
        for (JsonNode line : act.path("lines")) {
            String from = partner(either(line, act, "from"));
            String to = location(either(line, act, "to"));
            arriving(line, from).forEach(p -> book.move(p.thing, p.qty, from, to));
        }
    }

    private void commission() {
        String to = text(act, "to");
        need(to != null && (Naive.LOCATIONS.contains(to) || Naive.PARTNERS.contains(to)), "no place");
        for (JsonNode line : act.path("lines")) {
            arriving(line, "outside").forEach(p -> book.move(p.thing, p.qty, "outside", to));
        }
    }

    private void send(String type) {
        for (JsonNode line : act.path("lines")) {
            String to = destination(type, either(line, act, "to"));
            String from = either(line, act, "from");
            List<Piece> pieces = existing(line, from == null ? null : place(from));
            positive(pieces);
            allow(pieces, type);
            for (Piece p : pieces) {
                String source = from == null ? book.onlyPlace(p.thing, p.qty) : from;
                book.take(p.thing, p.qty, source, to, shortfall);
            }
        }
        for (JsonNode code : act.path("containers")) {
            Thing container = container(code.stringValue());
            String at = standing(container);
            String from = text(act, "from");
            need(from == null || from.equals(at), "not there");
            allow(List.of(new Piece(container, 1)), type);
            book.take(container, 1, at, destination(type, text(act, "to")), false);
        }
    }

    private static String destination(String type, String to) {
        return switch (type) {
            case "ship" -> partner(to);
            case "scrap" -> "scrap";
            default -> location(to);
        };
    }

    private void allow(List<Piece> pieces, String type) {
        if (!type.equals("scrap")) {
            pieces.forEach(p -> book.permit(p.thing, type, day()));
        }
    }

    private Thing container(String code) {
        Thing container = book.things.get("/" + code);
        need(container != null, "unknown container");
        return container;
    }

    /** Where a container is that we have in our hands. */
    private String standing(Thing container) {
        String at = book.whereIs(container);
        need(at != null && Naive.ours(at), "not in our hands");
        return at;
    }

    private void takeBack() {
        for (JsonNode line : act.path("lines")) {
            String from = partner(either(line, act, "from"));
            String to = location(either(line, act, "to"));
            List<Piece> pieces = isKnown(line) ? existing(line, from) : arriving(line, "unknown");
            positive(pieces);
            pieces.forEach(p -> takeBack(p, from, to));
        }
        for (JsonNode code : act.path("containers")) {
            takeBack(
                    new Piece(container(code.stringValue()), 1), partner(text(act, "from")), location(text(act, "to")));
        }
    }

    /** Whether all numbers of the line are known; a return may bring what was sold before there was a book. */
    private boolean isKnown(JsonNode line) {
        String item = text(line, "item");
        quantity(line);
        return switch (item) {
            case "SALT" -> true;
            case "MIX" -> !book.called(item, text(line, "lot"), false).isEmpty();
            default ->
                serials(line).stream().noneMatch(s -> book.called(item, s, true).isEmpty());
        };
    }

    private void takeBack(Piece piece, String partner, String to) {
        Thing thing = piece.thing;
        long open = piece.qty;
        long direct = Math.min(open, Math.max(0, thing.at(partner)));
        open -= direct;
        // Who opens a carton sends back what was in it, not the carton.
        for (Thing outer : List.copyOf(book.things.values()).reversed()) {
            long inside = Math.min(open, Math.max(0, thing.at(outer.inside())));
            if (inside > 0 && book.root(outer).equals(partner)) {
                book.move(thing, inside, outer.inside(), to);
                open -= inside;
            }
        }
        if (open > 0) {
            String from = "unknown";
            if (thing.isPiece() && !thing.stands().isEmpty()) {
                from = thing.stands().getFirst();
                need(Naive.PARTNERS.contains(from) || from.equals("unknown"), "not with a partner");
            }
            book.move(thing, open, from, partner);
        }
        if (direct + open > 0) {
            book.move(thing, direct + open, partner, to);
        }
    }

    private void adjust() {
        String at = location(text(act, "at"));
        for (JsonNode line : act.path("lines")) {
            need(line.has("qty"), "no quantity");
            long qty = quantity(line);
            need(qty != 0, "zero");
            if (qty < 0) {
                existing(line, at).forEach(p -> book.take(p.thing, -p.qty, at, "adjustment", shortfall));
            } else {
                arriving(line, "adjustment").forEach(p -> find(p.thing, p.qty, at));
            }
        }
    }

    private void find(Thing thing, long qty, String at) {
        boolean known = thing.isPiece() && !thing.stands().isEmpty();
        book.move(thing, qty, known ? thing.stands().getFirst() : "adjustment", at);
    }

    private void count() {
        String at = location(text(act, "at"));
        for (JsonNode line : act.path("lines")) {
            String item = text(line, "item");
            need(item != null && Naive.DECIMALS.containsKey(item), "unknown item");
            if (item.equals("CAR") || item.equals("BAT")) {
                countSerials(line, item, at);
                continue;
            }
            long counted = quantity(line);
            need(counted >= 0, "below zero");
            Thing thing = (counted == 0 ? existing(line, at) : arriving(line, "adjustment")).getFirst().thing;
            long difference = counted - thing.at(at);
            if (difference > 0) {
                book.move(thing, difference, "adjustment", at);
            } else if (difference < 0) {
                book.move(thing, -difference, at, "adjustment");
            }
        }
    }

    private void countSerials(JsonNode line, String item, String at) {
        Set<String> seen = new HashSet<>();
        // Nobody is there: the one count of pieces that names none.
        boolean none = serials(line).isEmpty() && line.has("qty") && Naive.scaled(item, text(line, "qty")) == 0;
        need(!none || item.equals("BAT") || !line.has("lot"), "not by lot");
        for (Piece piece : none ? List.<Piece>of() : existing(line, null)) {
            seen.add(piece.thing.name);
            if (piece.thing.at(at) == 0) {
                find(piece.thing, 1, at);
            }
        }
        for (Thing thing : book.things.values()) {
            boolean asked =
                    thing.item.equals(item) && thing.isPiece() && (!line.has("lot") || isOf(thing, text(line, "lot")));
            if (asked && thing.at(at) > 0 && !seen.contains(thing.name)) {
                book.move(thing, 1, at, "adjustment");
            }
        }
    }

    private void produce() {
        String run = "run " + text(act, "run");
        Set<String> in = new HashSet<>();
        Set<String> out = new HashSet<>();
        for (JsonNode line : act.path("consume")) {
            String from = text(line, "from");
            List<Piece> pieces = existing(line, from == null ? null : place(from));
            positive(pieces);
            for (Piece p : pieces) {
                String source = from == null ? book.onlyPlace(p.thing, p.qty) : from;
                book.permit(p.thing, "consume", day());
                book.take(p.thing, p.qty, source, run, shortfall);
                in.add(p.thing.name);
            }
        }
        for (JsonNode line : act.path("produce")) {
            String to = location(text(line, "to"));
            for (Piece p : arriving(line, run)) {
                book.move(p.thing, p.qty, run, to);
                out.add(p.thing.name);
            }
        }
        for (JsonNode link : act.path("links")) {
            Thing input = named(link.get("in"));
            Thing output = named(link.get("out"));
            need(in.contains(input.name) || input.at(run) > 0, "did not enter");
            need(out.contains(output.name) || output.at(run) < 0, "did not leave");
        }
    }

    private Thing named(JsonNode name) {
        String item = text(name, "item");
        if (name.has("serial")) {
            return serial(item, text(name, "serial"), null);
        }
        need(item.equals("MIX") || item.equals("BAT"), "not by lot");
        List<Thing> called = book.called(item, text(name, "lot"), false);
        need(!called.isEmpty(), "unknown lot");
        return called.getFirst();
    }

    private void assemble(boolean install) {
        JsonNode name = act.get("host");
        need(name.has("serial"), "a host is a serial");
        Thing host = named(name);
        if (install) {
            putIn(host, "consume");
        } else {
            takeOut(host);
        }
    }

    private void putIn(Thing outer, String purpose) {
        for (JsonNode line : act.path("lines")) {
            String from = either(line, act, "from");
            List<Piece> pieces = existing(line, from == null ? null : place(from));
            positive(pieces);
            for (Piece p : pieces) {
                notInside(p.thing, outer);
                book.permit(p.thing, purpose, day());
            }
            for (Piece p : pieces) {
                String source = from == null ? book.onlyPlace(p.thing, p.qty) : from;
                book.take(p.thing, p.qty, source, outer.inside(), shortfall);
            }
        }
    }

    /** Nothing goes into itself, or into what is in it. */
    private void notInside(Thing inner, Thing outer) {
        Thing at = outer;
        while (at != null) {
            need(at != inner, "into itself");
            String where = book.whereIs(at);
            at = where != null && where.startsWith("in ") ? book.around(where) : null;
        }
    }

    private void takeOut(Thing outer) {
        for (JsonNode line : act.path("lines")) {
            String stated = either(line, act, "to");
            String to = stated == null ? book.root(outer) : location(stated);
            List<Piece> pieces = existing(line, outer.inside());
            positive(pieces);
            pieces.forEach(p -> book.take(p.thing, p.qty, outer.inside(), to, shortfall));
        }
    }

    private void pack() {
        Thing container = book.things.get("/" + text(act, "container"));
        if (container == null) {
            String at = beginning();
            container = book.make("", text(act, "container"), true, null, when);
            book.move(container, 1, "outside", at);
        }
        putIn(container, "move");
        for (JsonNode code : act.path("containers")) {
            Thing inner = container(code.stringValue());
            notInside(inner, container);
            book.permit(inner, "move", day());
            book.take(inner, 1, standing(inner), container.inside(), false);
        }
    }

    /** A new container begins where it is packed. */
    private String beginning() {
        JsonNode line = act.path("lines").path(0);
        String stated = text(act, "from") != null ? text(act, "from") : text(line, "from");
        if (stated != null) {
            return place(stated);
        }
        JsonNode inner = act.path("containers").path(0);
        return book.root(
                inner.isString()
                        ? container(inner.stringValue())
                        : existing(line, null).getFirst().thing);
    }

    private void unpack() {
        Thing container = container(text(act, "container"));
        takeOut(container);
        for (JsonNode code : act.path("containers")) {
            String stated = text(act, "to");
            String to = stated == null ? book.root(container) : location(stated);
            book.take(container(code.stringValue()), 1, container.inside(), to, false);
        }
    }

    private void hold() {
        Set<String> blocks = new HashSet<>();
        act.path("blocks").forEach(b -> blocks.add(b.stringValue()));
        for (JsonNode unit : act.path("units")) {
            book.holds.add(new Hold(text(act, "id"), named(unit).name, blocks));
        }
    }

    private void release() {
        String by = text(act, "hold");
        need(by == null || book.past.containsKey(by), "unknown entry");
        for (JsonNode unit : act.path("units")) {
            Thing thing = named(unit);
            var ended = book.holds.stream()
                    .filter(h -> h.thing().equals(thing.name) && (by == null || by.equals(h.by())) && book.active(h))
                    .toList();
            need(!ended.isEmpty(), "not held");
            ended.forEach(h -> book.ended.add(h.by() + " " + h.thing()));
        }
    }

    private void clean() {
        need("T".equals(text(act, "vessel")), "not a vessel");
        for (Thing thing : book.things.values()) {
            if (thing.at("T") > 0) {
                book.move(thing, thing.at("T"), "T", "scrap");
            }
        }
    }

    private void correct() {
        String id = text(act, "corrects");
        Past entry = book.past.get(id);
        need(entry != null, "unknown entry");
        need(!entry.type().equals("void"), "a void is not voided");
        need(!book.voided.contains(id), "voided already");
        for (Move move : entry.moves().reversed()) {
            giveBack(move);
        }
        book.voided.add(id);
    }

    private void giveBack(Move move) {
        Thing thing = book.things.get(move.thing());
        book.bring(thing, move.qty(), move.to(), shortfall);
        book.move(thing, move.qty(), move.to(), move.from());
    }
}
