/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Whether a step says what it must, by itself; whether it fits the record is asked later. */
final class StepCheck {

    static final int TEXT_LENGTH_MAX = 10_000;
    static final int SERIALS_MAX = 10_000;
    private static final int READINGS_MAX = 10_000;
    private static final int NAME_LENGTH_MAX = 200;
    private static final int COUNT_MAX = 1_000_000_000;

    private final Faults faults = new Faults();

    private StepCheck() {}

    /** Whether the text is a decimal number of at most 18 digits before and 9 after the point. */
    static boolean isNumber(String value) {
        return value.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?");
    }

    static void require(InspectionStep step) {
        var check = new StepCheck();
        check.of(step);
        Faults.within("/step", () -> check.faults.refuse("The step cannot be taken"));
    }

    static void require(NonconformanceStep step) {
        var check = new StepCheck();
        check.of(step);
        Faults.within("/step", () -> check.faults.refuse("The step cannot be taken"));
    }

    private void of(InspectionStep step) {
        switch (step) {
            case InspectionStep.Open _ -> ours("/type");
            case InspectionStep.Measure measure -> measured(measure);
            case InspectionStep.Attributes attributes -> counted(attributes);
            case InspectionStep.Note note -> text("/text", note.text());
            case InspectionStep.Correct correct -> {
                required("/n", correct.n(), "the number of a step");
                text("/reason", correct.reason());
            }
            case InspectionStep.Judge judge -> {
                required("/accept", judge.accept(), "true or false");
                optional("/reason", judge.reason());
                absent("/proposed", judge.proposed());
                absent("/why", judge.why());
                absent("/units", judge.units());
                absent("/entries", judge.entries());
                absent("/nonconformance", judge.nonconformance());
            }
            case InspectionStep.Cancel cancel -> text("/reason", cancel.reason());
        }
    }

    private void measured(InspectionStep.Measure measure) {
        faults.code("/characteristic", measure.characteristic());
        List<InspectionStep.Reading> readings = measure.readings() == null ? List.of() : measure.readings();
        faults.expect(
                !readings.isEmpty() && readings.size() <= READINGS_MAX,
                "/readings",
                readings.isEmpty() ? "are missing" : "are too many",
                "1 to " + READINGS_MAX + " readings");
        for (int i = 0; i < Math.min(readings.size(), READINGS_MAX); i++) {
            InspectionStep.Reading reading = readings.get(i);
            String at = "/readings/" + i;
            if (!faults.expect(reading != null, at, "is null", "a reading") || reading == null) {
                continue;
            }
            faults.expect(
                    reading.value() != null && isNumber(reading.value()),
                    at + "/value",
                    reading.value() == null ? "is missing" : "is no number",
                    "a decimal text");
            faults.expect(
                    reading.serial() == null || reading.n() == null, at + "/n", "stands beside serial", "one of them");
            faults.expect(reading.n() == null || reading.n() >= 1, at + "/n", "is below 1", "1 or more");
            faults.text(at + "/serial", reading.serial(), NAME_LENGTH_MAX);
        }
    }

    private void counted(InspectionStep.Attributes attributes) {
        faults.code("/characteristic", attributes.characteristic());
        Integer inspected = attributes.inspected();
        Integer defects = attributes.defects();
        faults.expect(
                inspected != null && inspected >= 1 && inspected <= COUNT_MAX,
                "/inspected",
                "is missing or out of range",
                "1 or more");
        List<String> serials = serials(attributes.serials());
        faults.expect(
                defects == null ? attributes.serials() != null : defects >= 0 && defects >= serials.size(),
                "/defects",
                defects == null ? "is missing" : "is less than the serials that do not conform",
                "0 or more");
        int bad = Math.max(defects == null ? 0 : defects, serials.size());
        faults.expect(
                inspected == null || bad <= inspected,
                "/defects",
                "is more than was inspected",
                "at most as many as were inspected");
    }

    private void of(NonconformanceStep step) {
        switch (step) {
            case NonconformanceStep.Open _ -> ours("/type");
            case NonconformanceStep.Note note -> text("/text", note.text());
            case NonconformanceStep.Contain contain -> {
                if (contain.scope() != null) {
                    word("/scope", contain.scope(), "lot", "forward");
                }
                List<String> blocks = contain.blocks() == null ? List.of("ship") : contain.blocks();
                faults.expect(
                        !blocks.isEmpty()
                                && List.of("ship", "consume", "sell", "move").containsAll(blocks),
                        "/blocks",
                        "are none or unknown",
                        "ship, consume, sell, move");
                absent("/units", contain.units());
                absent("/entries", contain.entries());
            }
            case NonconformanceStep.Dispose dispose -> disposal(dispose);
            case NonconformanceStep.Act act -> {
                text("/text", act.text());
                text("/owner", act.owner());
                day("/due", act.due());
            }
            case NonconformanceStep.Done done -> {
                required("/n", done.n(), "the number of the step that agreed the action");
                optional("/result", done.result());
            }
            case NonconformanceStep.Verify verify -> {
                required("/n", verify.n(), "the number of the step that agreed the action");
                required("/effective", verify.effective(), "true or false");
                text("/evidence", verify.evidence());
            }
            case NonconformanceStep.Close close -> text("/reason", close.reason());
            case NonconformanceStep.Reopen reopen -> text("/reason", reopen.reason());
        }
    }

    private void disposal(NonconformanceStep.Dispose dispose) {
        word("/as", dispose.as(), "useAsIs", "rework", "return", "scrap");
        text("/reason", dispose.reason());
        faults.expect(
                dispose.qty() == null || dispose.serials() == null, "/qty", "stands beside serials", "one of them");
        faults.expect(
                dispose.qty() == null
                        || isNumber(dispose.qty()) && !dispose.qty().startsWith("-"),
                "/qty",
                "is no quantity",
                "a decimal text of more than 0");
        serials(dispose.serials());
        boolean returned = "return".equals(dispose.as());
        boolean reworked = "rework".equals(dispose.as());
        faults.expect(
                returned == (dispose.partner() != null),
                "/partner",
                returned ? "is missing" : "belongs to return",
                returned ? "the code of the supplier" : "no partner");
        faults.expect(
                reworked == (dispose.run() != null),
                "/run",
                reworked ? "is missing" : "belongs to rework",
                reworked ? "the number of the run in which it is reworked" : "no run");
        absent("/entries", dispose.entries());
    }

    // --- single fields

    private void ours(String pointer) {
        faults.expect(false, pointer, "is written by the server", "a step that people take");
    }

    private void absent(String pointer, @Nullable Object value) {
        faults.expect(value == null, pointer, "is written by the server", "nothing");
    }

    private void required(String pointer, @Nullable Object value, String expected) {
        faults.expect(value != null, pointer, "is missing", expected);
    }

    private void text(String pointer, @Nullable String value) {
        faults.expect(
                value != null && !value.isBlank(), pointer, value == null ? "is missing" : "is empty", "some words");
        optional(pointer, value);
    }

    private void optional(String pointer, @Nullable String value) {
        faults.text(pointer, value, TEXT_LENGTH_MAX);
    }

    private void word(String pointer, @Nullable String value, String... words) {
        faults.expect(
                Arrays.asList(words).contains(value),
                pointer,
                value == null ? "is missing" : "is unknown",
                String.join(", ", words));
    }

    private List<String> serials(@Nullable List<String> serials) {
        List<String> all = serials == null ? List.of() : serials;
        faults.expect(
                all.size() <= SERIALS_MAX && new HashSet<>(all).size() == all.size(),
                "/serials",
                "are too many, or one stands twice",
                "at most " + SERIALS_MAX + ", each once");
        return all;
    }

    private void day(String pointer, @Nullable String value) {
        try {
            faults.expect(
                    value != null && LocalDate.parse(value).getYear() > 1900, pointer, "is missing", "2026-03-01");
        } catch (DateTimeException e) {
            faults.expect(false, pointer, "is no day", "2026-03-01");
        }
    }
}
