/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.label;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What is to be printed.
 *
 * @param id made by the client; the same id again gives the same labels and is not counted twice
 * @param format pdf, zpl, svg or png; zpl when a printer is named
 * @param dpi of zpl and png; of the printer when one is named, else 300
 * @param sheet of a pdf: the code of a page of labels
 * @param start of a sheet: the first free field, from 1
 * @param copies of each label
 * @param reason why; needed where something was labelled before
 * @param block the id of a block of numbers, whose numbers are printed, instead of labels
 */
record PrintRequest(
        @Nullable String id,
        @Nullable String template,
        @Nullable String format,
        @Nullable Integer dpi,
        @Nullable String sheet,
        @Nullable Integer start,
        @Nullable Integer copies,
        @Nullable String reason,
        @Nullable String printer,
        @Nullable List<LabelBody> labels,
        @Nullable String block) {

    static final int LABELS_MAX = 10_000;
    static final int COPIES_MAX = 1_000;
    static final int PRINTED_MAX = 100_000;
    static final int DPI = 300;

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** The forms of a document. */
    enum Format {
        PDF("application/pdf"),
        ZPL("application/zpl"),
        SVG("image/svg+xml"),
        PNG("image/png");

        final String type;

        Format(String type) {
            this.type = type;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static boolean isDpi(int dpi) {
        return dpi == 203 || dpi == 300 || dpi == 600;
    }

    /** What was asked, with every default in it; labels may still be wrong. */
    record Checked(
            String id,
            String template,
            Format format,
            int dpi,
            @Nullable Sheet sheet,
            int start,
            int copies,
            @Nullable String reason,
            @Nullable String printer,
            List<LabelBody> labels,
            @Nullable String block) {}

    /** The request with its defaults, or a refusal that names every fault. */
    Checked checked() {
        var faults = new Faults();
        String uuid = id == null ? "" : id.toLowerCase(Locale.ROOT);
        faults.expect(
                ID.matcher(uuid).matches(),
                "/id",
                id == null ? "is missing" : "is not a UUID",
                "a UUID made by the client, best a UUIDv7");
        faults.expect(template != null, "/template", "is missing", "the code of a template");
        Format goodFormat = format(faults);
        int goodDpi = dpi == null ? DPI : dpi;
        faults.expect(isDpi(goodDpi), "/dpi", "is not a resolution of label printers", "203, 300 or 600");
        Sheet goodSheet = sheet(faults, goodFormat);
        int goodStart = start == null ? 1 : start;
        int fields = goodSheet == null ? 1 : goodSheet.labels();
        faults.expect(
                goodStart >= 1 && goodStart <= fields,
                "/start",
                goodSheet == null ? "is of sheets" : "is no field of the sheet",
                goodSheet == null ? "no start without a sheet" : "1 to " + fields);
        int goodCopies = copies == null ? 1 : copies;
        faults.expect(goodCopies >= 1 && goodCopies <= COPIES_MAX, "/copies", "is out of range", "1 to " + COPIES_MAX);
        faults.text("/reason", reason, 500);
        int count = labels == null ? 0 : labels.size();
        faults.expect(
                (block == null) == (labels != null) && (block != null || count > 0) && count <= LABELS_MAX,
                "/labels",
                block != null ? "stand beside a block" : count == 0 ? "are missing" : "are too many",
                "1 to " + LABELS_MAX + " labels, or a block of numbers");
        faults.expect(
                (long) count * goodCopies <= PRINTED_MAX,
                "/copies",
                "gives too many labels at once",
                "at most " + PRINTED_MAX + " with all copies");
        faults.refuse("Nothing is printed");
        String words = reason == null || reason.isBlank() ? null : reason.strip();
        return new Checked(
                uuid,
                template == null ? "" : template,
                goodFormat,
                goodDpi,
                goodSheet,
                goodStart,
                goodCopies,
                words,
                printer,
                labels == null ? List.of() : labels,
                block);
    }

    private Format format(Faults faults) {
        String word = format == null ? printer == null ? "pdf" : "zpl" : format;
        for (Format known : Format.values()) {
            if (known.word().equals(word)) {
                faults.expect(
                        printer == null || known == Format.ZPL,
                        "/format",
                        "is not what printers are sent",
                        "zpl, or no printer");
                return known;
            }
        }
        faults.expect(false, "/format", "is unknown", "pdf, zpl, svg or png");
        return Format.PDF;
    }

    private @Nullable Sheet sheet(Faults faults, Format goodFormat) {
        if (sheet == null) {
            return null;
        }
        Sheet known = Sheet.find(sheet);
        faults.expect(
                known != null,
                "/sheet",
                "is unknown",
                "one of "
                        + String.join(", ", Sheet.ALL.stream().map(Sheet::code).toList()));
        faults.expect(goodFormat == Format.PDF, "/sheet", "is for pdf", "format pdf, or no sheet");
        return known;
    }
}
