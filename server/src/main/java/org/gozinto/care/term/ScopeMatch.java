/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.UnitFacts.Delivery;
import org.gozinto.identify.NumberRange;
import org.jspecify.annotations.Nullable;

/** Whether a term is for a unit. Stateless. */
final class ScopeMatch {

    private ScopeMatch() {}

    enum Met {
        YES,
        NO,
        UNKNOWN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param why what is not met, or not known */
    record Match(Met met, List<Reason> why) {

        private static final Match YES = new Match(Met.YES, List.of());

        private static Match no(String member, String detail) {
            return new Match(Met.NO, List.of(new Reason("other-" + member, detail)));
        }
    }

    /**
     * Whether a term is for a unit. One member that is not met makes it a no, whatever else is unknown; else one fact
     * that is not known makes it unknown.
     */
    static Match of(Promise promise, UnitFacts facts) {
        Promise.Scope scope = promise.scope();
        if (scope.items() != null && !scope.items().contains(facts.item())) {
            return Match.no("item", "It is for other items.");
        }
        if (promise.perSerial()
                && facts.contracts().stream().noneMatch(c -> c.term().equals(promise.code()))) {
            return new Match(Met.NO, List.of(new Reason("not-sold", "It was not sold for this serial.")));
        }
        List<NumberRange> serials = scope.serials();
        if (serials != null
                && (!facts.serial() || serials.stream().noneMatch(range -> range.contains(facts.number())))) {
            return Match.no("serial", "It is for other serial numbers.");
        }
        return members(promise, scope, facts);
    }

    private static Match members(Promise promise, Promise.Scope scope, UnitFacts facts) {
        List<Reason> unknown = new ArrayList<>(0);
        Match wrong = text("revision", scope.revisions(), facts.revision(), unknown);
        wrong = wrong != null ? wrong : text("lot", scope.lots(), facts.lot(), unknown);
        wrong = wrong != null ? wrong : made(promise, scope, facts, unknown);
        wrong = wrong != null ? wrong : text("market", scope.markets(), EventDays.market(facts), unknown);
        wrong = wrong != null
                ? wrong
                : any("customer", scope.customers(), facts.deliveries(), Delivery::partner, unknown);
        wrong = wrong != null
                ? wrong
                : any(
                        "channel",
                        scope.channels(),
                        facts.registrations().stream()
                                .filter(r -> r.channel() != null)
                                .toList(),
                        r -> String.valueOf(r.channel()),
                        unknown);
        UnitFacts.Receipt received = facts.received();
        wrong = wrong != null || promise.supplier() == null
                ? wrong
                : text("supplier", Set.of(promise.supplier()), received == null ? null : received.supplier(), unknown);
        return wrong != null ? wrong : unknown.isEmpty() ? Match.YES : new Match(Met.UNKNOWN, unknown);
    }

    private static @Nullable Match text(
            String member, @Nullable Set<String> wanted, @Nullable String known, List<Reason> unknown) {
        if (wanted == null || known != null && wanted.contains(known)) {
            return null;
        }
        if (known == null) {
            unknown.add(missing(member));
            return null;
        }
        return Match.no(member, "Its " + member + " is " + known + ".");
    }

    private static <T> @Nullable Match any(
            String member,
            @Nullable Set<String> wanted,
            List<T> known,
            java.util.function.Function<T, String> text,
            List<Reason> unknown) {
        Predicate<T> isWanted = one -> wanted == null || wanted.contains(text.apply(one));
        if (wanted == null || known.stream().anyMatch(isWanted)) {
            return null;
        }
        if (known.isEmpty()) {
            unknown.add(missing(member));
            return null;
        }
        return Match.no(member, "Its " + member + " is " + text.apply(known.getLast()) + ".");
    }

    private static @Nullable Match made(Promise promise, Promise.Scope scope, UnitFacts facts, List<Reason> unknown) {
        LocalDate from = scope.madeFrom();
        LocalDate to = scope.madeTo();
        if (from == null && to == null) {
            return null;
        }
        When made = facts.made();
        if (made == null) {
            unknown.add(missing("manufacture"));
            return null;
        }
        LocalDate day = made.day(promise.zone());
        boolean within = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        return within ? null : Match.no("manufacture", "It was made on " + day + ".");
    }

    private static Reason missing(String member) {
        return new Reason("no-" + member, "Its " + member + " is not known.");
    }
}
