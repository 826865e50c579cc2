/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gozinto.care.claim.Judgement.Promise;
import org.gozinto.care.term.CoverageView;
import org.gozinto.care.term.Coverages;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;

/** The promises of the terms. Safe for use by many threads. */
final class TermPromises implements Promises {

    private static final String SUPPLIER = "supplier";

    private final Coverages coverages;

    TermPromises(Coverages coverages) {
        this.coverages = coverages;
    }

    @Override
    public List<Promise> ours(
            Unit product, @Nullable Unit part, LocalDate on, @Nullable String code, Map<String, BigDecimal> meters) {
        Coverages.Judged judged = coverages.judge(product, part, on, code, meters);
        List<Promise> promises = new ArrayList<>();
        add(promises, judged.product().coverages(), "product");
        if (judged.part() != null) {
            add(promises, judged.part().coverages(), "part");
        }
        return promises;
    }

    private static void add(List<Promise> promises, List<CoverageView.Line> lines, String of) {
        lines.stream().filter(line -> !line.kind().equals(SUPPLIER)).forEach(line -> promises.add(promise(line, of)));
    }

    @Override
    public List<Promise> suppliers(Unit bought, LocalDate on) {
        return coverages.of(bought, on, null).coverages().stream()
                .filter(line -> line.kind().equals(SUPPLIER))
                .map(line -> promise(line, "product"))
                .toList();
    }

    private static Promise promise(CoverageView.Line line, String of) {
        CoverageView.Money deductible = line.deductible();
        return new Promise(
                line.term(),
                line.version(),
                line.name(),
                line.kind(),
                of,
                line.what(),
                line.state(),
                line.start(),
                line.end(),
                line.percent(),
                deductible == null ? null : new Money(deductible.amount(), deductible.currency()),
                line.why().stream().map(CoverageView.Reason::detail).toList());
    }
}
