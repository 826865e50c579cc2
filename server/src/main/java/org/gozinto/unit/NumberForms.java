/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.identify.numbering.Form;
import org.gozinto.identify.numbering.Form.Misfit;
import org.gozinto.identify.numbering.Scheme;
import org.gozinto.identify.numbering.Variable;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What numbers of our items look like, for those who ask whether a number is typed right without asking whether it
 * exists.
 *
 * <p>All forms are kept in memory; a change of a numbering is seen after {@link #KEEP}. Safe for use by many threads.
 */
public final class NumberForms {

    static final Duration KEEP = Duration.ofSeconds(10);

    /** A number without an item is compared with so many forms at the most. */
    private static final int FORMS_MAX = 200;

    private final Database database;
    private final Items items;
    private final JsonMapper json;
    private final Clock clock;
    private volatile Kept kept = new Kept("", Map.of(), null, Instant.MIN);

    public NumberForms(Database database, Items items, JsonMapper json, Clock clock) {
        this.database = database;
        this.items = items;
        this.json = json;
        this.clock = clock;
    }

    /** The forms of an item's lots and serials; null where it has no template. */
    private record OfItem(@Nullable Form lot, @Nullable Form serial) {}

    /**
     * @param mark changes with every change of a numbering or an item
     * @param all every form that a number can have; null when some numbers have none, so that anything may be one
     */
    private record Kept(
            String mark, Map<Long, OfItem> byItem, @Nullable List<Form> all, Instant until) {}

    /** What is wrong with a number of the item, by its template; null when nothing is, or nobody can tell. */
    public @Nullable Misfit misfit(Item item, NumberKind kind, String number) {
        OfItem forms = kept().byItem().get(item.id());
        Form form = forms == null ? null : kind == NumberKind.LOT ? forms.lot() : forms.serial();
        // What a partner numbers does not follow our template.
        return form == null || item.issuer() != null ? null : form.misfit(number);
    }

    /**
     * What is wrong with a number whose item is not said: it has to be wrong by all templates, and every item that has
     * numbers has to have one. Of several reasons the one of the template that it comes closest to.
     */
    public @Nullable Misfit misfit(String number) {
        List<Form> forms = kept().all();
        Misfit closest = null;
        for (Form form : forms == null ? List.<Form>of() : forms) {
            Misfit misfit = form.misfit(number);
            if (misfit == null) {
                return null;
            }
            closest = closest == null || isCloser(misfit, closest) ? misfit : closest;
        }
        return closest;
    }

    private static boolean isCloser(Misfit one, Misfit other) {
        boolean check = one.fault() == Form.Fault.CHECK;
        boolean otherCheck = other.fault() == Form.Fault.CHECK;
        return check == otherCheck ? one.position() > other.position() : check;
    }

    private Kept kept() {
        Kept now = kept;
        return clock.instant().isBefore(now.until()) ? now : renewed();
    }

    private synchronized Kept renewed() {
        Kept before = kept;
        Instant now = clock.instant();
        if (now.isBefore(before.until())) {
            return before;
        }
        // Versions only grow and rows stay, so this changes with every change.
        String mark = database.read()
                        .sql("select count(*), coalesce(sum(version), 0) from numbering")
                        .query((rows, n) -> rows.getLong(1) + "/" + rows.getLong(2))
                        .single()
                + "/" + items.changes();
        Instant until = now.plus(KEEP);
        kept = mark.equals(before.mark()) ? new Kept(mark, before.byItem(), before.all(), until) : loaded(mark, until);
        return kept;
    }

    private Kept loaded(String mark, Instant until) {
        Map<Long, OfItem> byItem = new HashMap<>();
        Map<String, Form> distinct = new LinkedHashMap<>();
        database.read()
                .sql("select item_id, body from numbering")
                .query((rows, n) -> Map.entry(rows.getLong(1), json.readValue(rows.getString(2), NumberingBody.class)))
                .list()
                .forEach(row -> {
                    Item item = items.get(row.getKey());
                    Form lot = form(item, row.getValue().lot(), distinct);
                    Form serial = form(item, row.getValue().serial(), distinct);
                    byItem.put(item.id(), new OfItem(lot, serial));
                });
        boolean complete = !distinct.isEmpty()
                && distinct.size() <= FORMS_MAX
                && items.page(null, null, Integer.MAX_VALUE - 1).items().stream()
                        .allMatch(item -> hasForms(item, byItem.get(item.id())));
        return new Kept(mark, byItem, complete ? new ArrayList<>(distinct.values()) : null, until);
    }

    private static @Nullable Form form(Item item, NumberingBody.@Nullable Rule rule, Map<String, Form> distinct) {
        if (rule == null) {
            return null;
        }
        Scheme scheme = SchemeReader.kept(rule);
        boolean named = scheme.template().variables().contains(Variable.ITEM);
        String key = scheme.template().text() + ' ' + scheme.lengthMax() + (named ? ' ' + item.code() : "");
        return distinct.computeIfAbsent(key, k -> Form.of(scheme, item.code()));
    }

    private static boolean hasForms(Item item, @Nullable OfItem forms) {
        boolean lots = !item.tracking().byLot() || (forms != null && forms.lot() != null);
        boolean serials = !item.tracking().bySerial() || (forms != null && forms.serial() != null);
        return item.issuer() == null && lots && serials;
    }
}
