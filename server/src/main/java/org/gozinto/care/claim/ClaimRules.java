/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.care.claim.ClaimStep.Granted;
import org.gozinto.care.claim.Judgement.Check;
import org.gozinto.item.Items;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.RefusedException;
import org.gozinto.ledger.StepChain;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.complaint.ComplaintCode;
import org.gozinto.quality.complaint.ComplaintFacts;
import org.jspecify.annotations.Nullable;

/** Whether a step fits a claim as it is. Safe for use by many threads. */
final class ClaimRules {

    private static final Set<String> PAYING = Set.of(Judgement.COVERED, Judgement.PART);

    private final Items items;
    private final Places places;
    private final ComplaintFacts complaints;

    ClaimRules(Items items, Places places, ComplaintFacts complaints) {
        this.items = items;
        this.places = places;
        this.complaints = complaints;
    }

    /** Refuses what names something that does not exist. */
    void requireNamed(ClaimStep.@Nullable Part part, @Nullable String code, @Nullable String partner) {
        if (part != null && part.item() != null) {
            requireItem("/part/item", part.item());
        }
        if (code != null
                && complaints.codes().stream()
                        .filter(one -> code.equals(one.code()))
                        .noneMatch(ClaimRules::isActive)) {
            throw Refusal.of("unknown-code", "No such code", "There is no active code " + code + ".")
                    .at("/code", "the code of an active complaint code", "Look at the list of codes.")
                    .asException();
        }
        Place named = partner == null ? null : places.find(partner);
        if (partner != null && (named == null || named.kind() != Place.Kind.PARTNER)) {
            throw Refusal.of("unknown-partner", "No such partner", "There is no partner " + partner + ".")
                    .at("/partner", "the code of a partner", "Look at the list of partners.")
                    .asException();
        }
    }

    private static boolean isActive(ComplaintCode code) {
        return !Boolean.FALSE.equals(code.active());
    }

    void requireItem(String at, @Nullable String item) {
        if (item == null || items.find(item) == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + item + ".")
                    .at(at, "the code of an item", "Look at the list of items.")
                    .asException();
        }
    }

    /** Refuses a step that cannot be taken now. */
    static void requireNow(String number, Claim claim, ClaimStep step) {
        String type = StepChain.word(step);
        if (!claim.next().contains(type)) {
            throw Refusal.of("step-not-now", "Not as it is now", number + " is " + claim.state() + ".")
                    .status(409)
                    .at("/type", String.join(", ", claim.next()), "Take one of these steps first.")
                    .asException();
        }
    }

    /**
     * The lines that are granted: what was asked for, or what the judgement says. Refuses more than a line asks for,
     * and without a reason what the judgement does not say.
     *
     * @param before what another claim says against it, by all that is known now
     */
    static List<Granted> granted(String number, Claim claim, ClaimStep.Approve approve, Check before) {
        Judgement judgement = claim.judgement();
        if (judgement == null) {
            throw Refusal.of("not-judged", "It is not judged", number + " was changed after it was judged.")
                    .status(409)
                    .at("/type", "judge", "Have it judged again.")
                    .asException();
        }
        if (before.is(Judgement.Result.FAIL)) {
            throw Refusal.of("claimed-already", "It was claimed before", before.detail())
                    .status(409)
                    .at("/type", "reject", "Reject it, or correct what it is about.")
                    .asException();
        }
        List<Granted> granted = granted(claim, judgement, approve.lines());
        boolean reason = approve.reason() != null && !approve.reason().isBlank();
        if (!reason && !follows(claim, judgement, granted)) {
            throw Refusal.of(
                            "reason-needed",
                            "It needs a reason",
                            "The judgement is " + judgement.verdict() + "; this grants more than it says.")
                    .at("/reason", "why it is granted all the same", "Say why.")
                    .asException();
        }
        return granted;
    }

    private static List<Granted> granted(Claim claim, Judgement judgement, @Nullable List<Granted> asked) {
        var byLine = new TreeMap<Integer, String>();
        if (asked == null) {
            judgement.lines().forEach(line -> byLine.put(line.n(), line.payable()));
        } else {
            for (int i = 0; i < asked.size(); i++) {
                Granted one = asked.get(i);
                int n = Objects.requireNonNull(one.n());
                requireLine("/lines/" + i, claim, n, one.amount());
                byLine.put(n, String.valueOf(one.amount()));
            }
        }
        List<Granted> granted = new ArrayList<>();
        for (int n = 1; n <= claim.lines().size(); n++) {
            String currency = String.valueOf(claim.currency());
            granted.add(new Granted(n, Money.text(Money.known(byLine.getOrDefault(n, "0"), currency), currency)));
        }
        return granted;
    }

    private static void requireLine(String at, Claim claim, int n, @Nullable String amount) {
        if (n > claim.lines().size()) {
            throw Refusal.of(
                            "unknown-line",
                            "No such line",
                            "The claim has " + claim.lines().size() + " lines.")
                    .at(at + "/n", "1 to " + claim.lines().size(), "Look at its lines.")
                    .asException();
        }
        ClaimStep.Line line = claim.lines().get(n - 1);
        Long steps = Money.steps(amount, line.currency());
        if (steps == null || steps > Money.known(line.amount(), line.currency())) {
            throw Refusal.of(
                            "too-much",
                            "More than was asked for",
                            "Line " + n + " asks for " + line.amount() + " " + line.currency() + ".")
                    .at(at + "/amount", "0 to " + line.amount() + " " + line.currency(), "Grant at most that.")
                    .asException();
        }
    }

    /** Whether no more is granted than the judgement says. */
    private static boolean follows(Claim claim, Judgement judgement, List<Granted> granted) {
        if (!PAYING.contains(judgement.verdict())) {
            return false;
        }
        for (int i = 0; i < granted.size(); i++) {
            BigDecimal payable = new BigDecimal(judgement.lines().get(i).payable());
            if (new BigDecimal(String.valueOf(granted.get(i).amount())).compareTo(payable) > 0) {
                return false;
            }
        }
        return granted.size() == claim.lines().size();
    }

    /** Refuses to pay more than what is granted, or in another currency. */
    static void requirePayable(Claim claim, ClaimStep.Pay pay) {
        String currency = String.valueOf(claim.currency());
        if (!currency.equals(pay.currency())) {
            throw Refusal.of("other-currency", "Another currency", "The claim is in " + currency + ".")
                    .at("/currency", currency, "Pay in that.")
                    .asException();
        }
        long left = claim.approved() - claim.paid();
        if (Money.known(pay.amount(), pay.currency()) > left) {
            throw Refusal.of(
                            "too-much",
                            "More than was approved",
                            Money.text(left, currency) + " " + currency + " is left to be paid.")
                    .status(409)
                    .at("/amount", "at most " + Money.text(left, currency), "Pay what is left.")
                    .asException();
        }
    }

    static RefusedException inRecovery(String number, String recovery) {
        return Refusal.of("in-recovery", "It is in a recovery", number + " is in " + recovery + ".")
                .status(409)
                .at("/type", "note", "Close that recovery while it is a draft.")
                .asException();
    }
}
