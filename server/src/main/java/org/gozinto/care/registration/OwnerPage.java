/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gozinto.care.fit.FitRow;
import org.gozinto.care.fit.Fits;
import org.gozinto.care.registration.Owners.Owner;
import org.gozinto.care.registration.RegistrationStore.Row;
import org.gozinto.care.term.CoverageView;
import org.gozinto.care.term.Coverages;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.paper.PublicPages;
import org.gozinto.paper.Words;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * Draws the page of an owner. Whether the number is recorded shows only where the owner had the secret or a proof was
 * looked at; before, the page says what the owner said and nothing else. Safe for use by many threads.
 */
final class OwnerPage {

    private static final int LINES_MAX = 40;
    private static final int SECRET_LENGTH_MAX = 40;

    private final Owners owners;
    private final RegistrationStore store;
    private final Matches matches;
    private final Shown shown;
    private final PageRequests requests;
    private final Clock clock;

    /** What is looked up for a page. */
    record Shown(Items items, Units units, Coverages coverages, Fits fits) {}

    OwnerPage(RegistrationDesk.Parts parts, Shown shown, PageRequests requests, Clock clock) {
        this.owners = parts.owners();
        this.store = parts.store();
        this.matches = parts.matches();
        this.shown = shown;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * What is to be drawn.
     *
     * @param faults what is wrong, by fields; under {@code page} what no field is at fault for
     * @param note new or done; null for neither
     */
    record Sheet(
            File<Step> file,
            Owner owner,
            Words words,
            String token,
            Map<String, String> faults,
            @Nullable String note) {}

    private record Fact(String label, String value) {}

    private record Line(String name, String text) {}

    private record Warranty(String text, List<Line> lines) {}

    /** The number of a registration as it was typed. */
    @Nullable
    TypedNumber number(File<Step> file) {
        Registration now = Registration.of(file);
        Item item = now.item() == null ? null : shown.items().find(now.item());
        return new TypedNumber(now.serial(), item == null ? List.of() : List.of(item.id()), now.serial(), item);
    }

    ResponseEntity<byte[]> drawn(Sheet sheet) {
        matches.follow();
        Words words = sheet.words();
        Registration now = Registration.of(sheet.file());
        String path = OwnerTokens.PATH + sheet.token();
        Map<String, Object> values = new HashMap<>();
        values.put("action", path);
        values.put("export", path + "/export");
        values.put("languages", PublicPages.languages(words, path));
        note(sheet, now, values);
        values.put("faulty", !sheet.faults().isEmpty());
        values.put("fault", sheet.faults().getOrDefault("page", words.get("correct")));
        values.put("facts", facts(now, sheet));
        Warranty warranty = warranty(sheet, now);
        values.put("warranty", warranty);
        values.put("locked", warranty == null);
        values.put("open", now.endedOn() == null);
        List<Line> fits = fits(now, sheet);
        values.put("hasFits", !fits.isEmpty());
        values.put("fits", fits);
        String about = "?number=" + encoded(now.serial()) + "&lang=" + words.language();
        values.put("complain", "/complain" + about);
        values.put("check", "/check" + about);
        fields(sheet, values);
        int status = sheet.faults().isEmpty() ? 200 : 422;
        return requests.page(status, words, "owner.html", words.get("o_title"), values);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void note(Sheet sheet, Registration now, Map<String, Object> values) {
        Words words = sheet.words();
        String note = sheet.note() == null ? null : words.get("o_" + sheet.note());
        if (now.endedOn() != null) {
            note = words.get("o_ended", "day", words.day(now.endedOn()));
        }
        values.put("note", note);
        values.put("keep", "new".equals(sheet.note()) ? words.get("keep") : null);
    }

    private static boolean isUnlocked(Registration now) {
        return now.secret() || !now.proof().equals("said");
    }

    private List<Fact> facts(Registration now, Sheet sheet) {
        Words words = sheet.words();
        List<Fact> facts = new ArrayList<>();
        Item item = item(now, sheet);
        add(facts, words.get("product"), item == null ? null : item.name());
        add(facts, words.get("f_number"), now.serial());
        add(facts, words.get("f_boughtOn"), now.boughtOn() == null ? null : words.day(now.boughtOn()));
        add(facts, words.get("f_seller"), sheet.owner().owned().seller());
        add(facts, words.get("o_proofLevel"), words.get("p_" + now.proof()));
        add(facts, words.get("o_secretGiven"), words.get(now.secret() ? "yes" : "no"));
        return facts;
    }

    /** The item that the owner's number names, or that of the unit where that may be seen. */
    private @Nullable Item item(Registration now, Sheet sheet) {
        if (now.item() != null) {
            return shown.items().find(now.item());
        }
        Row row = isUnlocked(now) ? store.find(sheet.file().head().number()) : null;
        return row == null || row.itemId() == 0 ? null : shown.items().get(row.itemId());
    }

    private static void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(label, value));
        }
    }

    private @Nullable Warranty warranty(Sheet sheet, Registration now) {
        Row row = isUnlocked(now) ? store.find(sheet.file().head().number()) : null;
        Unit unit = row == null || row.unitId() == 0 ? null : shown.units().find(row.unitId());
        Words words = sheet.words();
        if (unit == null) {
            // A secret may be right before its product is recorded.
            return isUnlocked(now) ? new Warranty(words.get("s_unknown"), List.of()) : null;
        }
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        CoverageView view = shown.coverages().open(unit, today, true);
        List<Line> lines = new ArrayList<>();
        for (CoverageView.Line line : view.coverages()) {
            String name = Objects.requireNonNullElse(line.name(), line.term());
            lines.add(
                    new Line(name + ": " + words.word("what_" + line.what()), state(words, line.state(), line.end())));
        }
        for (CoverageView.PartView part : view.parts()) {
            String name = Stream.of(part.unit().name(), numberOf(part.unit()))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            lines.add(new Line(name, state(words, part.state(), part.until())));
        }
        return new Warranty(
                state(words, view.state(), view.until()), lines.subList(0, Math.min(LINES_MAX, lines.size())));
    }

    private static @Nullable String numberOf(UnitRef unit) {
        return unit.serial() == null ? unit.lot() : unit.serial();
    }

    /** What fits: by what the number says alone, until it may be seen what is recorded of it. */
    private List<Line> fits(Registration now, Sheet sheet) {
        Item item = item(now, sheet);
        if (item == null) {
            return List.of();
        }
        Words words = sheet.words();
        List<FitRow> rows = isUnlocked(now)
                ? shown.fits().list(new Fits.Named(item.code(), now.serial(), null), null)
                : shown.fits().listPublic(item.code(), now.serial());
        List<Line> lines = new ArrayList<>();
        for (FitRow row : rows) {
            String only = row.only().isEmpty() ? "" : " (" + String.join(", ", row.only()) + ")";
            lines.add(new Line(row.object().name() + only, words.get("fit_" + row.answer())));
        }
        return lines.subList(0, Math.min(LINES_MAX, lines.size()));
    }

    private static String state(Words words, String state, @Nullable String end) {
        boolean dated = end != null && (state.equals("covered") || state.equals("expired"));
        return dated
                ? words.get("s_" + state + "Until", "day", words.day(LocalDate.parse(String.valueOf(end))))
                : words.word("s_" + state);
    }

    private void fields(Sheet sheet, Map<String, Object> values) {
        Person person = sheet.owner().owned().person();
        Map<String, String> kept = new HashMap<>();
        kept.put("name", text(person.name()));
        kept.put("email", text(person.email()));
        kept.put("phone", text(person.phone()));
        var typed = new PageField.Typed(sheet.words(), kept, sheet.faults());
        values.put(
                "fields",
                List.of(PageField.text(typed, "name", "name"), PageField.email(typed), PageField.phone(typed)));
        values.put("secretField", PageField.code(typed, "secret", SECRET_LENGTH_MAX, true));
        values.put("transferField", PageField.day(typed, "on", requests.today(), true));
        List<String> proofs =
                owners.proofs(sheet.owner()).stream().map(Owners.Proof::name).toList();
        values.put("hasProofs", !proofs.isEmpty());
        values.put("proofs", proofs);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
