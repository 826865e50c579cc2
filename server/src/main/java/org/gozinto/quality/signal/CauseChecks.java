/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gozinto.genealogy.Factor;
import org.gozinto.genealogy.Factors;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Whether a question about causes can be asked. */
final class CauseChecks {

    /** Serials that are named in a question. */
    static final int SERIALS_MAX = 20_000;

    private static final int PER_MAX = 100;
    private static final int AGE_DAYS_MAX = 36_500;
    private static final int TEXT_MAX = 200;

    private CauseChecks() {}

    static void check(CauseQuestion asked, Names names, Codes codes, Faults faults) {
        faults.expect(
                asked.complaints() != null || asked.serials() != null,
                "",
                "names no failed units",
                "complaints, serials, or both");
        faults.text("/title", asked.title(), TEXT_MAX);
        if (asked.complaints() != null) {
            check(asked.complaints(), names, codes, faults);
        }
        check("/serials", asked.serials(), faults);
        if (asked.controls() != null) {
            check(asked.controls(), faults);
        }
        faults.expect(
                asked.installed() == null || Set.of("ever", "atFailure").contains(asked.installed()),
                "/installed",
                "is " + asked.installed(),
                "ever or atFailure");
        if (asked.families() != null) {
            Set<String> known = new TreeSet<>();
            Factors.allFamilies().forEach(family -> known.add(family.word()));
            known.remove(Factor.Family.PASS.word());
            known.add("window");
            for (int i = 0; i < asked.families().size(); i++) {
                String word = asked.families().get(i);
                faults.expect(
                        word != null && known.contains(word),
                        "/families/" + i,
                        "is " + word,
                        "one of " + String.join(", ", known));
            }
        }
    }

    private static void check(CauseQuestion.Complained asked, Names names, Codes codes, Faults faults) {
        String item = asked.item();
        faults.expect(
                item == null || names.items.find(item) != null,
                "/complaints/item",
                "is " + item,
                "the code of an item");
        String code = asked.code();
        faults.expect(
                code == null || codes.name(code) != null,
                "/complaints/code",
                "is " + code,
                "the code of a kind of failure");
        LocalDate from = day("/complaints/from", asked.from(), faults);
        LocalDate to = day("/complaints/to", asked.to(), faults);
        faults.expect(
                from == null || to == null || !to.isBefore(from),
                "/complaints/to",
                "is before from",
                "a day not before " + asked.from());
    }

    static @Nullable LocalDate day(String pointer, @Nullable String text, Faults faults) {
        LocalDate day = text == null ? null : Days.parse(text);
        faults.expect(text == null || day != null, pointer, "is no day", "a day such as 2026-03-31");
        return day;
    }

    private static void check(CauseQuestion.ControlsWanted wanted, Faults faults) {
        Integer per = wanted.per();
        faults.expect(per == null || per >= 1 && per <= PER_MAX, "/controls/per", "is out of range", "1 to " + PER_MAX);
        Integer ageDays = wanted.ageDays();
        faults.expect(
                ageDays == null || ageDays >= 0 && ageDays <= AGE_DAYS_MAX,
                "/controls/ageDays",
                "is out of range",
                "0 to " + AGE_DAYS_MAX + " days");
        check("/controls/exclude", wanted.exclude(), faults);
    }

    private static void check(String pointer, @Nullable List<CauseQuestion.Named> list, Faults faults) {
        if (list == null) {
            return;
        }
        faults.expect(
                list.size() <= SERIALS_MAX, pointer, "names " + list.size(), "at most " + SERIALS_MAX + " serials");
        for (int i = 0; i < Math.min(list.size(), SERIALS_MAX); i++) {
            CauseQuestion.Named one = list.get(i);
            faults.expect(
                    one != null && one.item() != null && one.serial() != null,
                    pointer + "/" + i,
                    "is incomplete",
                    "an item and a serial");
        }
    }

    /** What people call it when they do not say. */
    static String title(CauseQuestion asked) {
        String title = asked.title();
        if (title != null && !title.isBlank()) {
            return title;
        }
        List<String> words = new ArrayList<>();
        CauseQuestion.Complained complained = asked.complaints();
        if (complained != null) {
            add(words, complained.code());
            add(words, complained.item());
            add(words, complained.from());
            add(words, complained.to());
        }
        if (asked.serials() != null) {
            asked.serials().stream().limit(3).forEach(one -> add(words, one.serial()));
        }
        String joined = String.join(" ", words);
        return joined.substring(0, Math.min(TEXT_MAX, joined.length()));
    }

    private static void add(List<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }
}
