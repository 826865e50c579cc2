/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.complaint.ComplaintView.Reporter;
import org.jspecify.annotations.Nullable;

/** Makes what lists read from what a complaint says. Safe for use by many threads. */
final class Rows {

    private static final int PHONE_DIGITS_MIN = 6;

    private final QualityBook<Step> book;
    private final Matching matching;
    private final ComplaintCodes codes;

    Rows(QualityBook<Step> book, Matching matching, ComplaintCodes codes) {
        this.book = book;
        this.matching = matching;
        this.codes = codes;
    }

    /** @param wanted the numbers that were said */
    record Made(ComplaintStore.Row row, Set<String> wanted) {}

    Made of(long number, Complaint complaint) {
        Matching.Match match = matching.of(complaint.said());
        var row = new ComplaintStore.Row(
                number,
                complaint.reportedOn(),
                complaint.failedOn(),
                complaint.code(),
                complaint.confirmed(),
                severity(complaint),
                complaint.country(),
                match.state().word,
                match.itemId(),
                match.unit() == null ? 0 : match.unit().id(),
                match.lotId(),
                complaint.said().serial(),
                complaint.said().lot(),
                reporter(complaint.reporter()),
                into(complaint.mergedInto()),
                words(complaint));
        return new Made(row, match.wanted());
    }

    /** As it was said, or else of the code. */
    @Nullable
    String severity(Complaint complaint) {
        if (complaint.severity() != null || complaint.code() == null) {
            return complaint.severity();
        }
        ComplaintCode code = codes.find(complaint.code());
        return code == null ? null : code.severity();
    }

    private @Nullable Long into(@Nullable String code) {
        if (code == null) {
            return null;
        }
        File<Step> file = book.existing(code);
        return file.head().number();
    }

    /** By what the same person is known again: the address, or the digits of the telephone number. */
    static @Nullable String reporter(@Nullable Reporter reporter) {
        if (reporter == null) {
            return null;
        }
        if (reporter.email() != null) {
            return reporter.email().strip().toLowerCase(Locale.ROOT);
        }
        String digits = reporter.phone() == null ? "" : reporter.phone().replaceAll("[^0-9]", "");
        return digits.length() < PHONE_DIGITS_MIN ? null : digits;
    }

    private static String words(Complaint complaint) {
        Reporter reporter = complaint.reporter();
        Matching.Said said = complaint.said();
        return Stream.of(
                        complaint.description(),
                        said.item(),
                        said.serial(),
                        said.lot(),
                        said.scanned(),
                        complaint.place(),
                        reporter == null ? null : reporter.name(),
                        reporter == null ? null : reporter.email(),
                        reporter == null ? null : reporter.phone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
    }
}
