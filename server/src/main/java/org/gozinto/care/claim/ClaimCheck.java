/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.claim;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.gozinto.care.claim.ClaimStep.Granted;
import org.gozinto.care.claim.ClaimStep.Line;
import org.gozinto.care.claim.ClaimStep.Meter;
import org.gozinto.care.claim.ClaimStep.Part;
import org.gozinto.care.claim.ClaimStep.Piece;
import org.gozinto.ledger.Faults;
import org.jspecify.annotations.Nullable;

/** Whether a step of a claim says what it must, by itself; whether it fits the claim is asked later. */
final class ClaimCheck {

    static final int LINES_MAX = 100;
    static final int TEXT_LENGTH_MAX = 10_000;
    static final Set<String> WHATS = Set.of("parts", "labour", "travel", "loaner", "consumables", "other");

    private static final int NUMBER_LENGTH_MAX = 200;
    private static final int SCANNED_LENGTH_MAX = 2_000;
    private static final int METERS_MAX = 20;
    private static final String DECIMAL = "[0-9]{1,15}(\\.[0-9]{1,9})?";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Faults faults = new Faults();
    private final LocalDate latest;

    private ClaimCheck(Clock clock) {
        // Somewhere it is tomorrow already.
        this.latest = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    }

    /** Refuses what does not say what it must, with all its faults. */
    static void requireFile(ClaimStep.File file, Clock clock) {
        var check = new ClaimCheck(clock);
        check.filed(file);
        check.faults.refuse("The claim cannot be filed");
    }

    /** Refuses a step that does not say what it must, with all its faults. */
    static void require(ClaimStep step, Clock clock) {
        var check = new ClaimCheck(clock);
        check.of(step);
        Faults.within("/step", () -> check.faults.refuse("The step cannot be taken"));
    }

    private void of(ClaimStep step) {
        switch (step) {
            case ClaimStep.File _ -> faults.expect(false, "/type", "is written by the server", "another step");
            case ClaimStep.Detail detail -> detailed(detail);
            case ClaimStep.Submit _, ClaimStep.Judge _ -> {
                // They say nothing.
            }
            case ClaimStep.Approve approve -> approved(approve);
            case ClaimStep.Reject reject -> text("/reason", reject.reason());
            case ClaimStep.Repair repair -> repaired(repair);
            case ClaimStep.Replace replace -> {
                number("/item", replace.item());
                faults.code("/serial", replace.serial());
            }
            case ClaimStep.Pay pay -> paid(pay);
            case ClaimStep.Note note -> text("/text", note.text());
            case ClaimStep.Cause cause ->
                faults.expect(
                        cause.unit() != null && cause.unit().matches("[0-9]{1,18}"),
                        "/unit",
                        cause.unit() == null ? "is missing" : "is no id of a unit",
                        "the id of the lot or serial behind it");
            case ClaimStep.NoFault noFault -> optional("/text", noFault.text());
            case ClaimStep.Withdraw withdraw -> optional("/reason", withdraw.reason());
            case ClaimStep.Reopen reopen -> text("/reason", reopen.reason());
        }
    }

    private void filed(ClaimStep.File file) {
        number("/serial", file.serial());
        number("/lot", file.lot());
        faults.expect(
                file.scanned() == null || !file.scanned().isBlank(), "/scanned", "is empty", "a code, or nothing");
        faults.text("/scanned", file.scanned(), SCANNED_LENGTH_MAX);
        if (file.scanned() == null) {
            faults.code("/item", file.item());
            faults.expect(
                    file.serial() != null || file.lot() != null,
                    "/serial",
                    "is missing",
                    "a serial, or at least a lot");
        } else {
            number("/item", file.item());
        }
        faults.expect(file.failedOn() != null, "/failedOn", "is missing", "the day on which it failed");
        faults.expect(
                Stream.of(file.description(), file.code()).anyMatch(value -> value != null && !value.isBlank()),
                "/description",
                "is missing",
                "what is wrong, or a complaint code");
        about(new ClaimStep.Detail(
                file.part(),
                file.failedOn(),
                file.description(),
                file.code(),
                file.meters(),
                file.country(),
                file.partner(),
                file.lines()));
    }

    private void detailed(ClaimStep.Detail detail) {
        faults.expect(
                Stream.of(
                                detail.part(),
                                detail.failedOn(),
                                detail.description(),
                                detail.code(),
                                detail.meters(),
                                detail.country(),
                                detail.partner(),
                                detail.lines())
                        .anyMatch(value -> value != null),
                "",
                "says nothing",
                "something that is known better now");
        about(detail);
    }

    private void about(ClaimStep.Detail detail) {
        part(detail.part());
        day("/failedOn", detail.failedOn());
        optional("/description", detail.description());
        if (detail.code() != null) {
            faults.code("/code", detail.code());
        }
        meters(detail.meters());
        faults.expect(
                detail.country() == null || COUNTRIES.contains(detail.country()),
                "/country",
                "is unknown",
                "a country of ISO 3166-1, such as DE");
        number("/partner", detail.partner());
        lines(detail.lines());
    }

    private void part(@Nullable Part part) {
        if (part != null) {
            number("/part/item", part.item());
            number("/part/serial", part.serial());
            number("/part/position", part.position());
            faults.expect(
                    part.serial() != null || part.position() != null || part.item() != null,
                    "/part",
                    "says nothing",
                    "an item with a serial, or a position");
            faults.expect(
                    part.serial() == null || part.item() != null, "/part/item", "is missing", "the item of the part");
        }
    }

    private void meters(@Nullable List<Meter> meters) {
        if (meters == null) {
            return;
        }
        faults.expect(meters.size() <= METERS_MAX, "/meters", "are too many", "at most " + METERS_MAX);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < Math.min(meters.size(), METERS_MAX); i++) {
            Meter meter = meters.get(i);
            faults.expect(
                    names.add(faults.code("/meters/" + i + "/meter", meter.meter())),
                    "/meters/" + i + "/meter",
                    "is there twice",
                    "each meter once");
            faults.expect(
                    meter.value() != null && meter.value().matches(DECIMAL),
                    "/meters/" + i + "/value",
                    "is no reading",
                    "a decimal number, such as 1200.5");
        }
    }

    private void lines(@Nullable List<Line> lines) {
        if (lines == null) {
            return;
        }
        faults.expect(lines.size() <= LINES_MAX, "/lines", "are too many", "at most " + LINES_MAX);
        String currency = lines.isEmpty() ? null : lines.getFirst().currency();
        for (int i = 0; i < Math.min(lines.size(), LINES_MAX); i++) {
            line("/lines/" + i, lines.get(i), currency);
        }
    }

    private void line(String at, Line line, @Nullable String currency) {
        faults.expect(
                line.what() != null && WHATS.contains(line.what()),
                at + "/what",
                line.what() == null ? "is missing" : "is unknown",
                "parts, labour, travel, loaner, consumables or other");
        faults.text(at + "/text", line.text(), NUMBER_LENGTH_MAX);
        faults.expect(
                line.qty() == null || line.qty().matches(DECIMAL) && new BigDecimal(line.qty()).signum() > 0,
                at + "/qty",
                "is no quantity",
                "a decimal number above 0");
        if (faults.expect(
                Money.isCurrency(line.currency()),
                at + "/currency",
                "is no currency",
                "one of ISO 4217, such as EUR")) {
            faults.expect(
                    line.currency() == null || line.currency().equals(currency) || !Money.isCurrency(currency),
                    at + "/currency",
                    "is another than that of the first line",
                    "one currency in a claim");
            Long steps = Money.steps(line.amount(), line.currency());
            faults.expect(steps != null && steps > 0, at + "/amount", "is no amount of it", "a decimal number above 0");
        }
    }

    private void approved(ClaimStep.Approve approve) {
        optional("/reason", approve.reason());
        if (approve.lines() == null) {
            return;
        }
        Set<Integer> seen = new HashSet<>();
        faults.expect(approve.lines().size() <= LINES_MAX, "/lines", "are too many", "at most " + LINES_MAX);
        for (int i = 0; i < Math.min(approve.lines().size(), LINES_MAX); i++) {
            Granted granted = approve.lines().get(i);
            if (faults.expect(
                    granted.n() != null && granted.n() >= 1,
                    "/lines/" + i + "/n",
                    "is no number of a line",
                    "the number of a line of the claim, from 1")) {
                faults.expect(seen.add(granted.n()), "/lines/" + i + "/n", "is there twice", "each line once");
            }
            faults.expect(granted.amount() != null, "/lines/" + i + "/amount", "is missing", "a decimal number");
        }
    }

    private void repaired(ClaimStep.Repair repair) {
        piece("/removed", repair.removed());
        piece("/installed", repair.installed());
        optional("/text", repair.text());
        faults.expect(
                repair.removed() != null
                        || repair.installed() != null
                        || repair.text() != null && !repair.text().isBlank(),
                "/text",
                "is missing",
                "what was done, or the parts that were changed");
    }

    private void piece(String at, @Nullable Piece piece) {
        if (piece != null) {
            faults.code(at + "/item", piece.item());
            number(at + "/serial", piece.serial());
            faults.expect(piece.serial() != null, at + "/serial", "is missing", "the serial of the part");
        }
    }

    private void paid(ClaimStep.Pay pay) {
        if (faults.expect(
                Money.isCurrency(pay.currency()), "/currency", "is no currency", "one of ISO 4217, such as EUR")) {
            Long steps = Money.steps(pay.amount(), pay.currency());
            faults.expect(steps != null && steps > 0, "/amount", "is no amount of it", "a decimal number above 0");
        }
        faults.expect(pay.on() != null, "/on", "is missing", "a day");
        day("/on", pay.on());
        number("/reference", pay.reference());
    }

    private void number(String pointer, @Nullable String value) {
        faults.expect(value == null || !value.isBlank(), pointer, "is empty", "a number or code, or nothing");
        faults.text(pointer, value, NUMBER_LENGTH_MAX);
    }

    private void text(String pointer, @Nullable String value) {
        faults.expect(
                value != null && !value.isBlank(), pointer, value == null ? "is missing" : "is empty", "some words");
        optional(pointer, value);
    }

    private void optional(String pointer, @Nullable String value) {
        faults.text(pointer, value, TEXT_LENGTH_MAX);
    }

    private void day(String pointer, @Nullable String value) {
        if (value == null) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            faults.expect(!day.isAfter(latest), pointer, "is in the future", "a day until today");
            faults.expect(!day.isBefore(EARLIEST), pointer, "is too long ago", "a day since " + EARLIEST);
        } catch (DateTimeException e) {
            faults.expect(false, pointer, "is no day", "2026-03-01");
        }
    }
}
