/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.analysis.signal;

import java.util.ArrayList;
import java.util.List;
import org.gozinto.analysis.signal.Field.Siblings;

/** The lots of an item and code with their bands. */
final class LotRates {

    private static final Band NONE = new Band(0, 0);

    private LotRates() {}

    static List<LotRate> of(Field field, String item, String code) {
        int number = field.codes().indexOf(code);
        for (Siblings siblings : field.siblings()) {
            if (siblings.item().equals(item)
                    && siblings.hasDenominators()
                    && siblings.complaints().containsKey(number)) {
                return rates(field, siblings, number);
            }
        }
        return List.of();
    }

    private static List<LotRate> rates(Field field, Siblings siblings, int code) {
        String name = field.codes().get(code);
        LifeTable table = LifeTable.of(siblings, field.window(siblings.item(), name), field.markets());
        CodeTable cells = CodeTable.of(siblings, siblings.complaints().getOrDefault(code, List.of()), table);
        Tally tally = new Tally(1);
        tally.column(0, siblings.firstLot(), cells.expected(), cells.shares(), cells.found());
        double size = OverDispersion.of(tally, 0, tally.cellsByCode()[0], name)
                .dispersion()
                .size();
        List<LotRate> rates = new ArrayList<>();
        for (int i = 0; i < cells.found().length; i++) {
            if (siblings.services().get(i).bad() == null) {
                double expected = cells.expected()[i];
                rates.add(new LotRate(
                        field.lots().get(siblings.firstLot() + i).id(),
                        cells.found()[i],
                        table.unitMonths(i),
                        expected,
                        expected > 0
                                ? CountLaw.of(expected, size, OwnShare.at(OwnShare.of(cells.shares()[i])))
                                        .band()
                                : NONE));
            }
        }
        return rates;
    }
}
