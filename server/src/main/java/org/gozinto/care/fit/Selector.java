/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.fit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gozinto.identify.NumberRange;
import org.jspecify.annotations.Nullable;

/**
 * Which things a rule is about, ready to be asked. Every member that is there must be met; an empty one narrows
 * nothing. Serials are compared as numbers, see {@link NumberRange}.
 */
record Selector(
        String item,
        Set<String> revisions,
        Set<String> lots,
        List<Serials> serials,
        @Nullable LocalDate madeFrom,
        @Nullable LocalDate madeTo,
        List<VersionRange> versions,
        List<Having> has) {

    /** Serial numbers from one to another. */
    record Serials(String from, String to, NumberRange range) {

        static Serials between(String from, String to) {
            return new Serials(from, to, new NumberRange(from, to));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Serials s && from.equals(s.from) && to.equals(s.to);
        }

        @Override
        public int hashCode() {
            return Objects.hash(from, to);
        }

        @Override
        public String toString() {
            return from.equals(to) ? from : from + " to " + to;
        }
    }

    /** Versions of one name, both ends included. */
    record VersionRange(
            String name, @Nullable String from, @Nullable String to) {

        boolean contains(String version) {
            var order = VersionOrder.INSTANCE;
            return (from == null || order.compare(from, version) <= 0)
                    && (to == null || order.compare(version, to) <= 0);
        }

        @Override
        public String toString() {
            return name
                    + (from == null
                            ? " up to " + to
                            : to == null ? " " + from + " or later" : " " + from + " to " + to);
        }
    }

    /** Something that must be installed in it. */
    record Having(
            String item, Set<String> revisions, @Nullable String position) {

        Truth isMetBy(Facts.Part part) {
            if (!part.item().equals(item) || position != null && !position.equals(part.position())) {
                return Truth.NO;
            }
            if (revisions.isEmpty()) {
                return Truth.YES;
            }
            return part.revision() == null ? Truth.UNKNOWN : Truth.of(revisions.contains(part.revision()));
        }

        @Override
        public String toString() {
            return item
                    + (revisions.isEmpty() ? "" : " revision " + String.join(", ", revisions))
                    + (position == null ? "" : " at " + position);
        }
    }

    /** Takes over a selection that was checked. */
    static Selector of(FitRule.Selection selection) {
        return new Selector(
                Objects.requireNonNull(selection.item()),
                set(selection.revisions()),
                set(selection.lots()),
                list(selection.serials()).stream()
                        .map(s -> Serials.between(Objects.requireNonNull(s.from()), Objects.requireNonNull(s.to())))
                        .toList(),
                day(selection.madeFrom()),
                day(selection.madeTo()),
                list(selection.versions()).stream()
                        .map(v -> new VersionRange(Objects.requireNonNull(v.name()), v.from(), v.to()))
                        .toList(),
                list(selection.has()).stream()
                        .map(h -> new Having(Objects.requireNonNull(h.item()), set(h.revisions()), h.position()))
                        .toList());
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static Set<String> set(@Nullable List<String> given) {
        return given == null ? Set.of() : new TreeSet<>(given);
    }

    static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** Whether it names the item and nothing else. */
    boolean isWhole() {
        return narrowing().isEmpty();
    }

    /** Whether the thing is meant. */
    Match match(Facts facts) {
        if (!facts.item().equals(item)) {
            return Match.no(facts.name() + " is not " + item);
        }
        return revision(facts)
                .and(lot(facts))
                .and(serial(facts))
                .and(made(facts))
                .and(versions(facts))
                .and(inside(facts));
    }

    private Match revision(Facts facts) {
        if (revisions.isEmpty()) {
            return Match.YES;
        }
        if (facts.revision() == null) {
            return Match.unknown("revision-unknown", "The revision of " + facts.name() + " is not known.");
        }
        return revisions.contains(facts.revision())
                ? Match.YES
                : Match.no(facts.name() + " is revision " + facts.revision() + ", not " + or(revisions));
    }

    private Match lot(Facts facts) {
        if (lots.isEmpty()) {
            return Match.YES;
        }
        if (facts.lot() == null) {
            return Match.unknown("lot-unknown", "The lot of " + facts.name() + " is not known.");
        }
        return lots.contains(facts.lot())
                ? Match.YES
                : Match.no(facts.name() + " is of lot " + facts.lot() + ", not " + or(lots));
    }

    private Match serial(Facts facts) {
        if (serials.isEmpty()) {
            return Match.YES;
        }
        String serial = facts.serial();
        if (serial == null) {
            return Match.unknown("serial-unknown", "The serial of " + facts.name() + " is not known.");
        }
        return serials.stream().anyMatch(s -> s.range().contains(serial))
                ? Match.YES
                : Match.no(facts.name() + " is not in " + or(serials));
    }

    private Match made(Facts facts) {
        if (madeFrom == null && madeTo == null) {
            return Match.YES;
        }
        Days made = facts.made();
        Truth within = made == null ? Truth.UNKNOWN : made.within(madeFrom, madeTo);
        return switch (within) {
            case YES -> Match.YES;
            case NO -> Match.no(facts.name() + " was made " + made + ", not " + window());
            case UNKNOWN ->
                Match.unknown(
                        "made-unknown",
                        made == null
                                ? "The day on which " + facts.name() + " was made is not known."
                                : facts.name() + " was made " + made + ", which does not tell whether " + window()
                                        + ".");
        };
    }

    private String window() {
        return madeFrom == null
                ? "up to " + madeTo
                : madeTo == null ? "from " + madeFrom + " on" : madeFrom + " to " + madeTo;
    }

    private Match versions(Facts facts) {
        Match all = Match.YES;
        for (VersionRange range : versions) {
            String version = facts.versions().get(range.name());
            if (version == null) {
                all = all.and(Match.unknown(
                        "version-unknown", "The " + range.name() + " of " + facts.name() + " is not known."));
            } else if (!range.contains(version)) {
                all = all.and(Match.no(facts.name() + " has " + range.name() + " " + version + ", not " + range));
            }
        }
        return all;
    }

    private Match inside(Facts facts) {
        Match all = Match.YES;
        for (Having having : has) {
            all = all.and(inside(facts, having));
        }
        return all;
    }

    private static Match inside(Facts facts, Having having) {
        Facts.Inside inside = facts.inside();
        Truth truth = inside == null
                ? Truth.UNKNOWN
                : Truth.any(inside.parts().stream().map(having::isMetBy).toList())
                        .or(inside.complete() ? Truth.NO : Truth.UNKNOWN);
        return switch (truth) {
            case YES -> Match.YES;
            case NO -> Match.no(facts.name() + " has no " + having + " in it");
            case UNKNOWN ->
                Match.unknown(
                        "configuration-unknown", "Whether " + facts.name() + " has " + having + " in it is not known.");
        };
    }

    /** What narrows it within its item, in words; empty when nothing does. */
    String narrowing() {
        List<String> said = new ArrayList<>();
        if (!revisions.isEmpty()) {
            said.add("revision " + or(revisions));
        }
        if (!lots.isEmpty()) {
            said.add("lot " + or(lots));
        }
        if (!serials.isEmpty()) {
            said.add("serial " + or(serials));
        }
        if (madeFrom != null || madeTo != null) {
            said.add("made " + window());
        }
        versions.forEach(v -> said.add(v.toString()));
        has.forEach(h -> said.add("with " + h + " in it"));
        return String.join(", ", said);
    }

    /** Shown of a long list. */
    private static final int SHOWN_MAX = 5;

    private static String or(java.util.Collection<?> values) {
        List<String> texts =
                values.stream().limit(SHOWN_MAX).map(Object::toString).toList();
        return String.join(" or ", texts)
                + (values.size() > SHOWN_MAX ? " or " + (values.size() - SHOWN_MAX) + " more" : "");
    }

    /** For messages: {@code CHG-2A revision B}. */
    @Override
    public String toString() {
        return isWhole() ? item : item + " (" + narrowing() + ")";
    }
}
