/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.term;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gozinto.care.term.CoverageView.Reason;
import org.gozinto.care.term.RegistrationFacts.Registration;
import org.gozinto.care.term.UnitFacts.Delivery;
import org.jspecify.annotations.Nullable;

/** Whether a term is for a unit. One is made for each question; the reasons are gathered where they are wanted. */
final class ScopeMatch {

    private static final Match YES = new Match(Met.YES, List.of());
    private static final Match NO = new Match(Met.NO, List.of());

    private final Promise promise;
    private final UnitFacts facts;
    private final @Nullable List<Reason> why;
    private boolean unknown;

    private ScopeMatch(Promise promise, UnitFacts facts, @Nullable List<Reason> why) {
        this.promise = promise;
        this.facts = facts;
        this.why = why;
    }

    enum Met {
        YES,
        NO,
        UNKNOWN;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param why what is not met, or not known */
    record Match(Met met, List<Reason> why) {}

    /**
     * Whether a term is for a unit. One member that is not met makes it a no, whatever else is unknown; else one fact
     * that is not known makes it unknown.
     *
     * @param explains whether a no has its reason
     */
    static Match of(Promise promise, UnitFacts facts, boolean explains) {
        var quick = new ScopeMatch(promise, facts, null);
        if (!quick.isMet()) {
            return explains ? explained(promise, facts, Met.NO) : NO;
        }
        return quick.unknown ? explained(promise, facts, Met.UNKNOWN) : YES;
    }

    private static Match explained(Promise promise, UnitFacts facts, Met met) {
        List<Reason> why = new ArrayList<>(2);
        boolean isMet = new ScopeMatch(promise, facts, why).isMet();
        return new Match(met, isMet ? why : List.of(why.getLast()));
    }

    private boolean isMet() {
        Promise.Scope scope = promise.scope();
        UnitFacts.Receipt received = facts.received();
        return items(scope.items())
                && sold()
                && serials(scope.serials())
                && text("revision", scope.revisions(), facts.revision())
                && text("lot", scope.lots(), facts.lot())
                && made(scope.madeFrom(), scope.madeTo())
                && (scope.markets() == null || text("market", scope.markets(), EventDays.market(facts)))
                && any("customer", scope.customers(), facts.deliveries(), Delivery::partner)
                && (scope.channels() == null || any("channel", scope.channels(), channels(), channel -> channel))
                && (promise.supplier() == null
                        || text("supplier", Set.of(promise.supplier()), received == null ? null : received.supplier()));
    }

    private boolean items(@Nullable Set<String> items) {
        return items == null || items.contains(facts.item()) || no("other-item", "It is for other items.");
    }

    private boolean sold() {
        if (!promise.perSerial()) {
            return true;
        }
        for (UnitFacts.Contract contract : facts.contracts()) {
            if (contract.term().equals(promise.code())) {
                return true;
            }
        }
        return no("not-sold", "It was not sold for this serial.");
    }

    private boolean serials(@Nullable List<SerialSpan> serials) {
        if (serials == null) {
            return true;
        }
        if (facts.serial()) {
            for (SerialSpan span : serials) {
                if (span.contains(facts.number())) {
                    return true;
                }
            }
        }
        return no("other-serial", "It is for other serial numbers.");
    }

    private boolean text(String member, @Nullable Set<String> wanted, @Nullable String known) {
        if (wanted == null || known != null && wanted.contains(known)) {
            return true;
        }
        return known == null ? missing(member) : other(member, known);
    }

    private <T> boolean any(String member, @Nullable Set<String> wanted, List<T> known, Function<T, String> text) {
        if (wanted == null) {
            return true;
        }
        for (T one : known) {
            if (wanted.contains(text.apply(one))) {
                return true;
            }
        }
        return known.isEmpty() ? missing(member) : other(member, text.apply(known.getLast()));
    }

    private List<String> channels() {
        List<String> channels = new ArrayList<>(1);
        for (Registration registration : facts.registrations()) {
            if (registration.channel() != null) {
                channels.add(registration.channel());
            }
        }
        return channels;
    }

    private boolean made(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null && to == null) {
            return true;
        }
        When made = facts.made();
        if (made == null) {
            return missing("manufacture");
        }
        LocalDate day = made.day(promise.zone());
        boolean within = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        return within || why == null ? within : no("other-manufacture", "It was made on " + day + ".");
    }

    /** What is not known is not unmet. */
    private boolean missing(String member) {
        unknown = true;
        if (why != null) {
            why.add(new Reason("no-" + member, "Its " + member + " is not known."));
        }
        return true;
    }

    private boolean other(String member, String known) {
        return why == null ? false : no("other-" + member, "Its " + member + " is " + known + ".");
    }

    private boolean no(String code, String detail) {
        if (why != null) {
            why.add(new Reason(code, detail));
        }
        return false;
    }
}
