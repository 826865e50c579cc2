/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.genealogy.SeedRule.Narrowed;
import org.gozinto.genealogy.SeedRule.Numbered;
import org.gozinto.identify.NumberRange;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.trace.Window;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** Reads the seeds of a scope. What is missing, contradicts itself or names no master is refused, by its place. */
final class SeedReader {

    /** Seeds in one question. */
    static final int SEEDS_MAX = 10_000;

    /** Seeds in one question for which everything has to be looked through. */
    static final int RULES_MAX = 200;

    private static final int ATTRIBUTES_MAX = 20;
    private static final int LENGTH_MAX = 200;

    private final Items items;
    private final Places places;

    SeedReader(Items items, Places places) {
        this.items = items;
        this.places = places;
    }

    /**
     * The rules of a list of seeds, in its order.
     *
     * @throws RefusedException that names the first fault, as {@code seeds/2/serials/from}
     */
    List<Numbered> read(List<ScopeSeed> seeds) {
        if (seeds.isEmpty() || seeds.size() > SEEDS_MAX) {
            throw Paging.badParameter("seeds", "has " + seeds.size(), "1 to " + SEEDS_MAX + " seeds");
        }
        List<Numbered> rules = new ArrayList<>(seeds.size());
        int lookingThroughAll = 0;
        for (int at = 0; at < seeds.size(); at++) {
            ScopeSeed seed = seeds.get(at);
            if (seed == null) {
                throw Paging.badParameter("seeds/" + at, "is null", "a seed");
            }
            Numbered rule = new One(at, seed).read();
            rules.add(rule);
            lookingThroughAll += rule.looksThroughAll() ? 1 : 0;
        }
        if (lookingThroughAll > RULES_MAX) {
            throw Paging.badParameter(
                    "seeds",
                    "has " + lookingThroughAll + " ranges, windows and attributes",
                    "at most " + RULES_MAX + " of these");
        }
        return rules;
    }

    /** One seed while it is read. */
    private final class One {

        private final int at;
        private final ScopeSeed seed;

        One(int at, ScopeSeed seed) {
            this.at = at;
            this.seed = seed;
        }

        private Numbered read() {
            String kind = kind();
            checkText();
            SeedRule rule = switch (kind) {
                case "lot" -> number(Unit.Kind.LOT, kind, seed.lot());
                case "serial" -> number(Unit.Kind.SERIAL, kind, seed.serial());
                case "lots" -> range(Unit.Kind.LOT, kind, seed.lots());
                case "serials" -> range(Unit.Kind.SERIAL, kind, seed.serials());
                case "supplierLot" -> new SeedRule.OfSupplier(text(kind, seed.supplierLot()), anyItem(), partnerId());
                case "run" -> new SeedRule.OfRun(text(kind, seed.run()), anyItem());
                case "vessel" -> new SeedRule.OfVessel(vessel(), anyItem());
                case "made" -> new SeedRule.Made(item(), made(seed.made()));
                case "received" -> received(seed.received());
                case "attribute" -> new SeedRule.OfAttributes(item(), attributes(seed.attribute()));
                default -> new SeedRule.OfContainer(text(kind, seed.container()));
            };
            refuseStray(kind);
            return new Numbered(at, rule, narrowed());
        }

        /** What the seed names its units by; exactly one thing. */
        private String kind() {
            Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
            kinds.put("lot", seed.lot());
            kinds.put("serial", seed.serial());
            kinds.put("lots", seed.lots());
            kinds.put("serials", seed.serials());
            kinds.put("supplierLot", seed.supplierLot());
            kinds.put("run", seed.run());
            kinds.put("vessel", seed.vessel());
            kinds.put("made", seed.made());
            kinds.put("received", seed.received());
            kinds.put("attribute", seed.attribute());
            kinds.put("container", seed.container());
            List<String> given = kinds.keySet().stream()
                    .filter(name -> kinds.get(name) != null)
                    .toList();
            if (given.isEmpty()) {
                throw Paging.badParameter(
                        "seeds/" + at, "names nothing", "one of " + String.join(", ", kinds.keySet()));
            }
            if (given.size() > 1) {
                throw bad(given.get(1), "is given with " + given.getFirst(), "one of them; another seed for the other");
            }
            return given.getFirst();
        }

        private void checkText() {
            Map<String, @Nullable String> texts = new LinkedHashMap<>();
            texts.put("lot", seed.lot());
            texts.put("serial", seed.serial());
            texts.put("supplierLot", seed.supplierLot());
            texts.put("run", seed.run());
            texts.put("container", seed.container());
            texts.put("document", seed.document());
            texts.forEach((member, text) -> {
                if (text != null && (text.length() > LENGTH_MAX || !Faults.isKeepable(text))) {
                    throw bad(
                            member,
                            "is too long, or has a NUL or half a character",
                            "at most " + LENGTH_MAX + " characters");
                }
            });
        }

        /** Refuses what does not belong to a seed of the kind: half of it would be lost silently. */
        private void refuseStray(String kind) {
            boolean isNumber = kind.equals("lot") || kind.equals("serial");
            refuse("issuer", seed.issuer(), !isNumber, kind);
            refuse("partner", seed.partner(), !kind.equals("supplierLot"), kind);
            boolean isContainer = kind.equals("container");
            refuse("item", seed.item(), isContainer, kind);
            refuse("place", seed.place(), isContainer || kind.equals("vessel"), kind);
            refuse("document", seed.document(), isContainer, kind);
            boolean hasSpan = kind.equals("made") || kind.equals("received");
            refuse("from", seed.from(), isContainer || hasSpan, kind);
            refuse("to", seed.to(), isContainer || hasSpan, kind);
        }

        private void refuse(String member, @Nullable String value, boolean isStray, String kind) {
            if (value != null && isStray) {
                throw bad(member, "does not go with " + kind, "no " + member);
            }
        }

        private SeedRule number(Unit.Kind kind, String member, @Nullable String number) {
            String issuer = seed.issuer();
            Long issuerId = issuer == null
                    ? null
                    : issuer.isEmpty()
                            ? Long.valueOf(0)
                            : Long.valueOf(place("issuer", issuer).id());
            return new SeedRule.OfNumber(item(), kind, text(member, number), issuerId);
        }

        private SeedRule range(Unit.Kind kind, String member, ScopeSeed.@Nullable Numbers numbers) {
            String from = numbers == null ? null : numbers.from();
            String to = numbers == null ? null : numbers.to();
            String first = text(member + "/from", from);
            String last = text(member + "/to", to);
            NumberRange.Written range = NumberRange.Written.between(first, last);
            if (range == null) {
                throw bad(
                        member + "/to",
                        "is not alike " + first,
                        "a number that differs in one run of digits only, without leading zeros or of the same width");
            }
            if (range.isReversed()) {
                throw bad(member + "/to", "comes before " + first, first + " or a later number");
            }
            return new SeedRule.OfRange(item(), kind, range);
        }

        private @Nullable Long partnerId() {
            return seed.partner() == null
                    ? null
                    : (Long) place("partner", seed.partner()).id();
        }

        private Place vessel() {
            Place found = place("vessel", text("vessel", seed.vessel()));
            if (found.kind() != Place.Kind.VESSEL) {
                throw bad("vessel", "is " + found.code() + ", which is no vessel", "the code of a vessel");
            }
            return found;
        }

        private Window made(ScopeSeed.@Nullable Span span) {
            return window("made/", span == null ? null : span.from(), span == null ? null : span.to());
        }

        private SeedRule received(ScopeSeed.@Nullable Receipts receipts) {
            String from = receipts == null ? null : receipts.from();
            String to = receipts == null ? null : receipts.to();
            String partner = receipts == null ? null : receipts.partner();
            Place supplier = partner == null ? null : place("received/partner", partner);
            return new SeedRule.Received(item(), window("received/", from, to), supplier);
        }

        /** A span of time of which one end is given at least. */
        private Window window(String within, @Nullable String from, @Nullable String to) {
            if (from == null && to == null) {
                throw bad(within + "from", "is missing", "a time, or to with an open beginning");
            }
            long first = from == null ? Long.MIN_VALUE : Questions.time(from, member(within + "from"), false);
            long last = to == null ? Long.MAX_VALUE : Questions.time(to, member(within + "to"), true);
            if (first > last) {
                throw bad(within + "to", "comes before " + within + "from", "a later time");
            }
            return new Window(first, last);
        }

        private Map<String, String> attributes(@Nullable List<ScopeSeed.Attribute> asked) {
            List<ScopeSeed.Attribute> given = asked == null ? List.of() : asked;
            if (given.isEmpty() || given.size() > ATTRIBUTES_MAX) {
                throw bad("attribute", "has " + given.size(), "1 to " + ATTRIBUTES_MAX + " attributes");
            }
            Map<String, String> wanted = new LinkedHashMap<>();
            for (int i = 0; i < given.size(); i++) {
                ScopeSeed.Attribute one = given.get(i);
                String within = "attribute/" + i;
                String name = text(within + "/name", one == null ? null : one.name());
                String value = one == null ? null : one.value();
                if (value == null) {
                    throw bad(within + "/value", "is missing", "the attribute's value as text");
                }
                if (wanted.putIfAbsent(name, value) != null) {
                    throw bad(within + "/name", "is given twice", "each attribute once; another seed for the other");
                }
            }
            return wanted;
        }

        private Narrowed narrowed() {
            boolean hasWindow = seed.from() != null || seed.to() != null;
            return new Narrowed(
                    seed.place() == null ? null : place("place", seed.place()),
                    seed.document(),
                    hasWindow ? window("", seed.from(), seed.to()) : null);
        }

        // --- masters

        private Item item() {
            Item item = anyItem();
            if (item == null) {
                throw bad("item", "is missing", "the code of an item");
            }
            return item;
        }

        private @Nullable Item anyItem() {
            String code = seed.item();
            Item item = code == null ? null : items.find(code);
            if (code != null && item == null) {
                throw unknown("item", "item", code);
            }
            return item;
        }

        private Place place(String member, String code) {
            Place found = places.find(code);
            if (found == null) {
                throw unknown("place", member, code);
            }
            return found;
        }

        private RefusedException unknown(String what, String member, String code) {
            return Refusal.of("unknown-" + what, "No such " + what, "There is no " + what + " " + code + ".")
                    .status(404)
                    .at(member(member), "the code of one that exists", "Correct the code.")
                    .asException();
        }

        private String text(String member, @Nullable String value) {
            if (value == null || value.isEmpty() || value.length() > LENGTH_MAX || !Faults.isKeepable(value)) {
                throw bad(
                        member,
                        value == null ? "is missing" : "is empty, too long, or has a NUL or half a character",
                        "1 to " + LENGTH_MAX + " characters");
            }
            return value;
        }

        private String member(String member) {
            return "seeds/" + at + "/" + member;
        }

        private RefusedException bad(String member, String detail, String expected) {
            return Paging.badParameter(member(member), detail, expected);
        }
    }
}
