/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.HashChain;
import org.gozinto.paper.Languages;
import org.gozinto.recall.Consignees.Consignee;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/** Draws the page for answers. It has no script, and its style stands in it. Safe for use by many threads. */
final class AnswerPage {

    private static final int NUMBERS_MAX = 40;

    private final NoticeStationery stationery;
    private final NoticeWriter writer;
    private final NoticeSettings settings;
    private final String policy;

    AnswerPage(NoticeStationery stationery, NoticeWriter writer, NoticeSettings settings) {
        this.stationery = stationery;
        this.writer = writer;
        this.settings = settings;
        String hash = Base64.getEncoder().encodeToString(HashChain.of(stationery.style("answer.css")));
        this.policy = "default-src 'none'; style-src 'sha256-" + hash
                + "'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /** The Content-Security-Policy of these pages: their own style, and nothing else. */
    String policy() {
        return policy;
    }

    /**
     * What is to be drawn.
     *
     * @param consignee null when nothing of theirs is in the case any more
     * @param path of the page
     * @param sent the answer has just arrived
     */
    record Sheet(
            CaseFile file,
            @Nullable Consignee consignee,
            List<NoticeGoods.Of> goods,
            AnswerPageForm form,
            Map<String, String> faults,
            NoticeWords words,
            String path,
            boolean sent) {

        /** Whether answers are taken. */
        boolean isOpen() {
            return consignee != null && file.stage() != Stage.CLOSED;
        }
    }

    private record Fault(String field, String text) {}

    private record State(
            String id, String label, String value, @Nullable String fault) {}

    private record Language(String tag, String name, boolean current) {}

    private record Goods(
            String key,
            String name,
            String item,
            String unit,
            String got,
            boolean hasLots,
            String lots,
            boolean hasSerials,
            String serials,
            List<State> states) {}

    private record Option(String code, String name, boolean chosen) {}

    private record Field(
            String id,
            String label,
            String value,
            int max,
            boolean text,
            boolean area,
            boolean choice,
            @Nullable String mode,
            List<Option> options,
            @Nullable String fault) {}

    private record Recipient(String legend, List<Field> fields) {}

    /** The page in UTF-8. */
    byte[] bytes(Sheet sheet) {
        NoticeWords words = sheet.words();
        CaseFile file = sheet.file();
        Consignee consignee = sheet.consignee();
        boolean drill = !file.recall().kind().isReal();
        AnswerPageForm form = sheet.form();
        Map<String, Object> values = head(
                words,
                words.get("kind_" + file.recall().kind().word) + " "
                        + file.recall().code());
        values.put("action", sheet.path());
        values.put("sender", settings.senderName() == null ? "" : settings.senderName());
        values.put("for", consignee == null ? "" : words.get("a_for", "name", consignee.name()));
        values.put("drill", drill ? words.get("drill") : null);
        values.put("faulty", !sheet.faults().isEmpty());
        values.put(
                "faults",
                sheet.faults().entrySet().stream()
                        .map(e -> new Fault(e.getKey(), e.getValue()))
                        .toList());
        note(sheet, values);
        boolean open = sheet.isOpen();
        values.put("open", open);
        NoticeWriter.Told told = consignee == null ? null : writer.told(file, consignee, words);
        values.put("hasHazard", told != null && !told.hazard().isEmpty());
        values.put("hazard", told == null ? List.of() : told.hazard());
        values.put("hasTodo", open && told != null);
        values.put("todo", told == null ? List.of() : told.todo());
        values.put("read", form.read());
        values.put("readFault", sheet.faults().get("read"));
        values.put("goods", goods(sheet));
        values.put("tooMany", sheet.goods().size() > AnswerPageForm.ITEMS_MAX);
        values.put("numbers", consignee != null ? sheet.path() + "/numbers.csv" : null);
        values.put("recipients", recipients(sheet));
        values.put("canAdd", form.recipients().size() < AnswerPageForm.RECIPIENTS_MAX);
        values.put("by", form.by());
        values.put("byFault", sheet.faults().get("by"));
        values.put("text", form.text());
        values.put("textFault", sheet.faults().get("text"));
        values.put("languages", languages(words));
        values.put("reach", settings.shown().reach());
        return stationery.fill("answer.html", values).getBytes(StandardCharsets.UTF_8);
    }

    /** What stands for every token that does not work, or for somebody who tries too often. */
    byte[] plain(NoticeWords words, String what) {
        Map<String, Object> values = head(words, words.get(what + "_title"));
        values.put("text", words.get(what + "_text"));
        return stationery.fill("plain.html", values).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> head(NoticeWords words, String title) {
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.all());
        values.put("lang", words.language());
        values.put("title", title);
        values.put("css", stationery.style("answer.css"));
        return values;
    }

    private static void note(Sheet sheet, Map<String, Object> values) {
        NoticeWords words = sheet.words();
        Consignee consignee = sheet.consignee();
        String note = null;
        String more = null;
        if (consignee == null) {
            note = words.get("a_nothing");
        } else if (sheet.file().stage() == Stage.CLOSED) {
            note = words.get("a_closed");
            more = words.get("a_closedStill");
        } else if (sheet.faults().isEmpty()) {
            Taken answer = sheet.file().answers().get(consignee.code());
            String answered = answer == null ? null : answered(answer, words);
            note = sheet.sent() ? words.get("a_sent") : answered;
            more = sheet.sent() ? answered : null;
            note = note == null ? words.get("a_lead") : note;
        }
        values.put("note", note);
        values.put("noteMore", more);
    }

    private static String answered(Taken answer, NoticeWords words) {
        return words.get("a_answered", "time", words.time(Instant.EPOCH.plus(answer.atUs(), ChronoUnit.MICROS)));
    }

    private static List<Goods> goods(Sheet sheet) {
        NoticeWords words = sheet.words();
        List<Goods> all = new ArrayList<>();
        for (NoticeGoods.Of of :
                sheet.goods().stream().limit(AnswerPageForm.ITEMS_MAX).toList()) {
            String key = "l" + all.size();
            Map<String, String> typed = sheet.form().lines().getOrDefault(of.item(), Map.of());
            List<State> states = AnswerPageForm.STATES.stream()
                    .map(state -> {
                        String id = key + "-" + state;
                        return new State(
                                id,
                                words.get(state),
                                typed.getOrDefault(state, ""),
                                sheet.faults().get(id));
                    })
                    .toList();
            BigDecimal qty = of.qty();
            all.add(new Goods(
                    key,
                    of.name(),
                    of.item(),
                    words.unit(of.unit()),
                    qty == null ? words.get("a_gotUnknown") : words.get("a_got", "qty", words.quantity(qty, of.unit())),
                    !of.lots().isEmpty(),
                    some(of.lots()),
                    !of.serials().isEmpty(),
                    some(of.serials()),
                    states));
        }
        return all;
    }

    private static String some(List<String> numbers) {
        String shown = String.join(", ", numbers.subList(0, Math.min(NUMBERS_MAX, numbers.size())));
        return numbers.size() > NUMBERS_MAX ? shown + " …" : shown;
    }

    private static List<Recipient> recipients(Sheet sheet) {
        NoticeWords words = sheet.words();
        Map<String, String> faults = sheet.faults();
        List<Recipient> all = new ArrayList<>();
        for (AnswerPageForm.Recipient typed : sheet.form().recipients()) {
            String at = "s" + all.size() + "-";
            List<Field> fields = new ArrayList<>();
            fields.add(
                    text(at + "name", words.get("a_name"), typed.name(), AnswerPageForm.NAME_LENGTH_MAX, null, faults));
            fields.add(new Field(
                    at + "address",
                    words.get("a_address"),
                    typed.address(),
                    AnswerPageForm.ADDRESS_LENGTH_MAX,
                    false,
                    true,
                    false,
                    null,
                    List.of(),
                    faults.get(at + "address")));
            fields.add(text(
                    at + "email",
                    words.get("a_email"),
                    typed.email(),
                    AnswerPageForm.NAME_LENGTH_MAX,
                    "email",
                    faults));
            if (sheet.goods().size() > 1) {
                fields.add(choice(at + "item", sheet, typed));
            }
            fields.add(text(at + "qty", words.get("a_qty"), typed.qty(), 40, "decimal", faults));
            all.add(new Recipient(words.get("a_recipient", "n", String.valueOf(all.size() + 1)), fields));
        }
        return all;
    }

    private static Field text(
            String id, String label, String value, int max, @Nullable String mode, Map<String, String> faults) {
        return new Field(id, label, value, max, true, false, false, mode, List.of(), faults.get(id));
    }

    private static Field choice(String id, Sheet sheet, AnswerPageForm.Recipient typed) {
        List<Option> options = sheet.goods().stream()
                .limit(AnswerPageForm.ITEMS_MAX)
                .map(of -> new Option(of.item(), of.name(), of.item().equals(typed.item())))
                .toList();
        return new Field(
                id,
                sheet.words().get("item"),
                typed.item(),
                0,
                false,
                false,
                true,
                null,
                options,
                sheet.faults().get(id));
    }

    private static List<Language> languages(NoticeWords words) {
        return Languages.ALL.stream()
                .map(tag -> new Language(tag, Languages.ownName(tag), tag.equals(words.language())))
                .toList();
    }
}
