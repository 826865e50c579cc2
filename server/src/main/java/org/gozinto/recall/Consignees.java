/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gozinto.genealogy.TraceView;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/**
 * Who has, or had, something in scope: the partners that it was shipped to, and those to whom they say they passed it
 * on. Safe for use by many threads.
 */
final class Consignees {

    /** Between the code of a consignee and the name of somebody to whom it passed goods on. */
    static final char VIA = '/';

    /** How often goods are passed on at the most. */
    private static final int DEPTH_MAX = 5;

    private final CaseScopes scopes;
    private final NoticeStore notices;
    private final Remedies remedies;
    private final Items items;
    private final Places places;

    Consignees(CaseScopes scopes, NoticeStore notices, Remedies remedies, Items items, Places places) {
        this.scopes = scopes;
        this.notices = notices;
        this.remedies = remedies;
        this.items = items;
        this.places = places;
    }

    /**
     * One of them.
     *
     * @param via who passed it on; null for a partner of ours
     * @param sub what is known of somebody who is no partner of ours
     * @param got what they got by item, from the answer or by what was said of them
     * @param viaName the name of who passed it on; empty for a partner of ours
     */
    record Consignee(
            String code,
            String name,
            @Nullable String via,
            Step.@Nullable SubConsignee sub,
            Map<String, Got> got,
            String viaName) {}

    /** Quantities of an item; null where they are not known. */
    record Got(@Nullable BigDecimal net, @Nullable BigDecimal gross) {}

    /** All consignees of a case by their codes: partners in the order of their codes, each before those it names. */
    Map<String, Consignee> of(CaseFile file) {
        TraceView.SummaryView summary = scopes.summary(file);
        Map<String, Consignee> found = new LinkedHashMap<>();
        if (summary == null) {
            return found;
        }
        Map<String, Map<String, Got>> byPartner = new TreeMap<>();
        for (TraceView.Consignee of : summary.consignees()) {
            byPartner
                    .computeIfAbsent(of.partner(), p -> new TreeMap<>())
                    .put(of.item(), new Got(new BigDecimal(of.net()), new BigDecimal(of.gross())));
        }
        byPartner.forEach((code, got) -> {
            Place partner = places.find(code);
            String name = partner == null ? code : partner.name();
            found.put(code, new Consignee(code, name, null, null, got, ""));
            passedOn(file, found, code);
        });
        return found;
    }

    /** Adds those to whom a consignee passed goods on, and those to whom they did. */
    private static void passedOn(CaseFile file, Map<String, Consignee> found, String code) {
        List<String> open = new ArrayList<>(List.of(code));
        for (int depth = 0; depth < DEPTH_MAX && !open.isEmpty(); depth++) {
            List<String> further = new ArrayList<>();
            for (String via : open) {
                for (Step.SubConsignee sub : file.passedOn().getOrDefault(via, List.of())) {
                    Consignee one = passedOn(via, found.get(via), sub);
                    found.merge(one.code(), one, Consignees::both);
                    further.add(one.code());
                }
            }
            open = further.stream().distinct().toList();
        }
    }

    private static Consignee passedOn(String via, @Nullable Consignee giver, Step.SubConsignee sub) {
        String name = String.valueOf(sub.name());
        Map<String, Got> got = sub.item() == null
                ? Map.of()
                : Map.of(sub.item(), new Got(sub.qty() == null ? null : new BigDecimal(sub.qty()), null));
        return new Consignee(via + VIA + name, name, via, sub, got, giver == null ? via : giver.name());
    }

    /** Somebody who is named twice, for two items or two deliveries. */
    private static Consignee both(Consignee one, Consignee other) {
        Map<String, Got> got = new TreeMap<>(one.got());
        other.got().forEach((item, more) -> got.merge(item, more, (a, b) -> new Got(sum(a.net(), b.net()), null)));
        return new Consignee(one.code(), one.name(), one.via(), one.sub(), got, one.viaName());
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a == null || b == null ? null : a.add(b);
    }

    /** The codes of all consignees. */
    Set<String> codes(CaseFile file) {
        return of(file).keySet();
    }

    /** The consignee of this code, or a refusal. */
    Consignee require(CaseFile file, @Nullable String code) {
        Consignee found = code == null ? null : of(file).get(code);
        if (found == null) {
            throw Refusal.of(
                            "unknown-consignee",
                            "No such consignee",
                            code + " got nothing that is in the scope of "
                                    + file.recall().code() + ".")
                    .at("/step/consignee", "the code of a consignee of the case", "Look at the list of consignees.")
                    .asException();
        }
        return found;
    }

    // --- what is shown

    /** Consignees in a state, or all; the cursor is the code of the last one. */
    Page<ConsigneeView> page(CaseFile file, @Nullable String state, @Nullable String cursor, int limit) {
        if (state != null
                && !Set.of("notTold", "told", "unreachable", "answered").contains(state)) {
            throw Paging.badParameter("state", "is " + state, "notTold, told, unreachable or answered");
        }
        String after = Paging.after(cursor);
        Map<String, List<ConsigneeView.NoticeHead>> told = notices.heads(file.recall());
        List<ConsigneeView> views = new ArrayList<>();
        boolean begun = after == null;
        for (Consignee consignee : of(file).values()) {
            if (begun) {
                ConsigneeView view = view(file, consignee, told.getOrDefault(consignee.code(), List.of()));
                if (state == null || state.equals(view.state())) {
                    views.add(view);
                }
                if (views.size() > limit) {
                    String last = views.get(limit - 1).code();
                    return new Page<>(views.subList(0, limit), Paging.cursor(last));
                }
            }
            begun = begun || consignee.code().equals(after);
        }
        return new Page<>(views, null);
    }

    private ConsigneeView view(CaseFile file, Consignee consignee, List<ConsigneeView.NoticeHead> told) {
        Taken answer = file.answers().get(consignee.code());
        Place partner = consignee.via() == null ? places.find(consignee.code()) : null;
        Step.SubConsignee sub = consignee.sub();
        return new ConsigneeView(
                consignee.code(),
                consignee.name(),
                consignee.via(),
                sub != null ? sub.email() : Contacts.email(partner),
                sub != null ? sub.country() : Contacts.country(partner),
                sub != null ? sub.language() : Contacts.language(partner),
                state(answer, told),
                got(file, consignee),
                open(file, consignee),
                told,
                answer == null ? null : said(answer),
                file.sample() != null
                        && file.sample().consignees() != null
                        && file.sample().consignees().contains(consignee.code()),
                checked(file.checks().get(consignee.code())));
    }

    private static String state(@Nullable Taken answer, List<ConsigneeView.NoticeHead> told) {
        if (answer != null) {
            return "answered";
        }
        if (told.isEmpty()) {
            return "notTold";
        }
        return told.stream().allMatch(n -> n.state().equals("failed")) ? "unreachable" : "told";
    }

    private List<ConsigneeView.Got> got(CaseFile file, Consignee consignee) {
        Whereabouts.Spot spot =
                consignee.via() == null ? scopes.whereabouts(file).spots().get(consignee.code()) : null;
        List<ConsigneeView.Got> views = new ArrayList<>();
        consignee.got().forEach((code, got) -> {
            Item item = items.find(code);
            Whereabouts.Count count = spot == null ? null : spot.items().get(code);
            views.add(new ConsigneeView.Got(
                    code,
                    item == null ? code : item.name(),
                    item == null ? "" : item.unit(),
                    plain(got.net()),
                    plain(got.gross()),
                    count == null ? 0 : count.lots(),
                    count == null ? 0 : count.serials()));
        });
        return views;
    }

    private static @Nullable String plain(@Nullable BigDecimal qty) {
        return qty == null ? null : qty.toPlainString();
    }

    private List<ConsigneeView.Open> open(CaseFile file, Consignee consignee) {
        List<ConsigneeView.Open> open = new ArrayList<>();
        consignee.got().forEach((code, got) -> {
            BigDecimal net = got.net();
            if (net != null) {
                BigDecimal rest = new Share(file, consignee.code(), code, net, remedied(file, consignee, code)).open();
                if (rest.signum() > 0) {
                    Item item = items.find(code);
                    open.add(new ConsigneeView.Open(code, rest.toPlainString(), item == null ? "" : item.unit()));
                }
            }
        });
        return open;
    }

    /** How many units of an item that were put right a consignee has. */
    BigDecimal remedied(CaseFile file, Consignee consignee, String item) {
        Whereabouts.Spot spot = scopes.whereabouts(file).spots().get(consignee.code());
        if (consignee.via() != null || spot == null || file.remedies().isEmpty()) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(remedies.count(file, item, spot.units()));
    }

    private static ConsigneeView.Said said(Taken answer) {
        Step.Answer step = (Step.Answer) answer.step();
        return new ConsigneeView.Said(
                answer.n(),
                RecallStore.time(answer.atUs()),
                String.valueOf(step.channel()),
                step.by(),
                answer.actor(),
                step.lines() == null ? List.of() : step.lines(),
                step.subConsignees() == null ? List.of() : step.subConsignees(),
                step.text());
    }

    private static ConsigneeView.@Nullable Checked checked(@Nullable Taken check) {
        if (check == null) {
            return null;
        }
        Step.Check step = (Step.Check) check.step();
        return new ConsigneeView.Checked(
                check.n(),
                RecallStore.time(check.atUs()),
                check.actor(),
                String.valueOf(step.method()),
                String.valueOf(step.result()),
                step.text());
    }
}
