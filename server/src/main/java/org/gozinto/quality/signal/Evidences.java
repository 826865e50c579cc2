/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gozinto.analysis.signal.Baseline;
import org.gozinto.analysis.signal.Cohort;
import org.gozinto.analysis.signal.Complaint;
import org.gozinto.analysis.signal.Evidence;
import org.gozinto.analysis.signal.Lot;
import org.gozinto.item.Items;

/** Makes of counted lots what the statistics read. */
final class Evidences {

    private final Items items;

    Evidences(Items items) {
        this.items = items;
    }

    Evidence of(LocalDate asOf, Map<Long, LotRecord> records, List<BaselineStore.Row> baselines) {
        List<Lot> lots = new ArrayList<>(records.size());
        List<Cohort> cohorts = new ArrayList<>();
        List<Complaint> complaints = new ArrayList<>();
        Map<String, Set<String>> carriers = new HashMap<>();
        Map<String, Set<String>> codes = new HashMap<>();
        records.forEach((id, record) -> {
            lots.add(record.lot(id));
            cohorts.addAll(record.cohorts(id));
            complaints.addAll(record.complaints(id));
            carriers.computeIfAbsent(record.item(), item -> new HashSet<>()).addAll(record.carriers());
            record.complaints()
                    .forEach(said -> codes.computeIfAbsent(record.item(), item -> new HashSet<>())
                            .add(said.code()));
        });
        return new Evidence(asOf, lots, cohorts, complaints, baselines(baselines, carriers, codes));
    }

    /** A baseline of an item is also one of the lots that are in it: those complaints are about them too. */
    private List<Baseline> baselines(
            List<BaselineStore.Row> rows, Map<String, Set<String>> carriers, Map<String, Set<String>> codes) {
        List<Baseline> baselines = new ArrayList<>();
        for (BaselineStore.Row row : rows) {
            String item = row.itemId() == 0 ? null : items.get(row.itemId()).code();
            codes.forEach((of, known) -> {
                boolean isMeant = item == null
                        || item.equals(of)
                        || carriers.getOrDefault(of, Set.of()).contains(item);
                for (String code : isMeant ? known : Set.<String>of()) {
                    if (row.code().isEmpty() || row.code().equals(code)) {
                        baselines.add(new Baseline(of, code, row.from()));
                    }
                }
            });
        }
        return baselines;
    }
}
