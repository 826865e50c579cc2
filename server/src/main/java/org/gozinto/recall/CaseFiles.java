/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Refusal;
import org.gozinto.recall.RecallStore.Recall;
import org.gozinto.recall.RecallStore.Taken;
import org.gozinto.recall.RecallStore.Wanted;

/** Cases as their steps make them, the last ones kept in memory. Safe for use by many threads. */
final class CaseFiles {

    private static final int KEPT_MAX = 64;
    private static final int STEPS_A_READ = 1_000;

    private final RecallStore store;
    private final Map<Long, CaseFile> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT_MAX * 2, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, CaseFile> eldest) {
                    return size() > KEPT_MAX;
                }
            });

    CaseFiles(RecallStore store) {
        this.store = store;
    }

    /** The case with this number, or a refusal with status 404. */
    CaseFile existing(String code) {
        Recall recall = store.byCode(code);
        if (recall == null) {
            throw Refusal.of("unknown-recall", "No such case", "There is no case " + code + ".")
                    .status(404)
                    .asException();
        }
        return of(recall);
    }

    /** A case with all its steps, whoever wrote them. */
    CaseFile of(Recall recall) {
        CaseFile before = kept.get(recall.number());
        List<Taken> more = new ArrayList<>();
        long last = before == null ? 0 : before.last();
        List<Taken> found = store.steps(recall, last, STEPS_A_READ);
        while (!found.isEmpty()) {
            more.addAll(found);
            found = found.size() < STEPS_A_READ ? List.of() : store.steps(recall, last + more.size(), STEPS_A_READ);
        }
        if (before != null && more.isEmpty()) {
            return before;
        }
        List<Taken> all = new ArrayList<>(before == null ? List.of() : before.steps());
        all.addAll(more);
        CaseFile file = CaseFile.of(recall, all);
        kept.put(recall.number(), file);
        return file;
    }

    /** The case as it would be with a step that is not written yet. */
    CaseFile with(CaseFile file, Wanted wanted) {
        return with(
                file,
                new Taken(
                        file.last() + 1,
                        wanted.id(),
                        wanted.atUs(),
                        wanted.actor(),
                        wanted.role(),
                        wanted.step(),
                        wanted.requestHash(),
                        new byte[0]));
    }

    /** The case with a step that was written. */
    CaseFile took(CaseFile file, Taken taken) {
        CaseFile after = with(file, taken);
        kept.put(after.recall().number(), after);
        return after;
    }

    private static CaseFile with(CaseFile file, Taken taken) {
        List<Taken> all = new ArrayList<>(file.steps());
        all.add(taken);
        return CaseFile.of(file.recall(), all);
    }
}
