/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gozinto.analysis.cause.Window;
import org.gozinto.genealogy.Factor;
import org.gozinto.place.Place;
import org.gozinto.quality.signal.CauseView.FactorView;
import org.jspecify.annotations.Nullable;

/** Shows factors with the names of what they are about. */
final class FactorViews {

    static final String AND = " × ";
    private static final long HOUR_US = TimeUnit.HOURS.toMicros(1);

    private final Names names;
    private final Map<Long, UnitRef> refs = new HashMap<>();

    FactorViews(Names names) {
        this.names = names;
    }

    /** Loads the names of units that factors are about, at once. */
    void load(List<Factor> factors) {
        Set<Long> ids = new HashSet<>();
        factors.forEach(factor -> ids.add(factor.unitId()));
        ids.remove(0L);
        ids.removeAll(refs.keySet());
        refs.putAll(names.refs(ids));
    }

    /** A factor of the statistics: one of ours, or a combination of two. */
    FactorView of(org.gozinto.analysis.cause.Factor named, CauseTable table) {
        Factor factor = table.factor(named.family(), named.key());
        if (factor != null) {
            load(List.of(factor));
            return of(factor);
        }
        String[] families = named.family().split(AND, 2);
        String[] keys = named.key().split(AND, 2);
        List<String> words = new ArrayList<>();
        FactorView both = plain(named.family(), named.key(), named.key());
        for (int i = 0; i < Math.min(families.length, keys.length) && families.length == 2; i++) {
            Factor one = table.factor(families[i], keys[i]);
            if (one != null) {
                load(List.of(one));
                both = joined(both, of(one));
                words.add(of(one).words());
            }
        }
        return words.isEmpty() ? both : worded(both, String.join(AND, words));
    }

    private static FactorView plain(String family, String key, String words) {
        return new FactorView(
                family, key, words, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static FactorView worded(FactorView v, String words) {
        return new FactorView(
                v.family(),
                v.key(),
                words,
                v.unit(),
                v.item(),
                v.itemName(),
                v.partner(),
                v.partnerName(),
                v.run(),
                v.place(),
                v.equipment(),
                v.operator(),
                v.step(),
                v.from(),
                v.to());
    }

    private static FactorView joined(FactorView a, FactorView b) {
        return new FactorView(
                a.family(),
                a.key(),
                a.words(),
                either(a.unit(), b.unit()),
                either(a.item(), b.item()),
                either(a.itemName(), b.itemName()),
                either(a.partner(), b.partner()),
                either(a.partnerName(), b.partnerName()),
                either(a.run(), b.run()),
                either(a.place(), b.place()),
                either(a.equipment(), b.equipment()),
                either(a.operator(), b.operator()),
                either(a.step(), b.step()),
                either(a.from(), b.from()),
                either(a.to(), b.to()));
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    /** One of our factors; the units of it must have been loaded. */
    FactorView of(Factor factor) {
        UnitRef unit = refs.get(factor.unitId());
        String item = factor.item();
        String itemName = names.item(item);
        Place place = factor.placeId() == 0 ? null : names.places.find(factor.placeId());
        String code = place == null ? null : place.code();
        String text = factor.text();
        Factor.Family family = factor.family();
        boolean isPartner = family == Factor.Family.SUPPLIER || family == Factor.Family.SUPPLIER_LOT;
        boolean isRun = family == Factor.Family.RUN;
        boolean isTimed = family == Factor.Family.HOUR || family == Factor.Family.PASS;
        return new FactorView(
                family.word(),
                factor.key(),
                words(factor, unit, itemName, place),
                unit,
                item,
                itemName,
                isPartner ? code : null,
                isPartner && place != null ? place.name() : null,
                isRun ? code : null,
                isPartner || isRun ? null : code,
                isTimed || family == Factor.Family.EQUIPMENT ? text : null,
                family == Factor.Family.OPERATOR ? text : null,
                family == Factor.Family.STEP ? text : null,
                isTimed ? Days.text(factor.atUs()) : null,
                isTimed ? Days.text(factor.atUs() + HOUR_US - 1) : null);
    }

    private static String words(
            Factor factor, @Nullable UnitRef unit, @Nullable String itemName, @Nullable Place place) {
        List<String> words = new ArrayList<>();
        if (itemName != null) {
            words.add(itemName);
        }
        if (unit != null && unit.lot() != null) {
            words.add(unit.lot());
        }
        if (place != null) {
            words.add(place.name().isEmpty() ? place.code() : place.name());
        }
        if (factor.text() != null) {
            words.add(factor.text());
        }
        if (factor.family() == Factor.Family.HOUR) {
            words.add(Days.text(factor.atUs()));
        }
        return words.isEmpty() ? factor.key() : String.join(" ", words);
    }

    /** A time of a line as a factor. */
    static FactorView ofWindow(Window window) {
        return ofTimes(window.series(), Days.text(window.fromUs()), Days.text(window.toUs()));
    }

    /** A time of a line as a factor. */
    static FactorView ofTimes(String line, String from, String to) {
        return new FactorView(
                "window",
                line + " " + from,
                line,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                line,
                null,
                null,
                from,
                to);
    }

    static CauseView.WindowView view(Window window) {
        return new CauseView.WindowView(
                window.series(),
                Days.text(window.fromUs()),
                Days.text(window.toUs()),
                Days.text(window.outerFromUs()),
                Days.text(window.outerToUs()));
    }
}
