/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gozinto.care.fit.FitRow;
import org.gozinto.recall.PublicRecalls.Affected;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.gozinto.recall.PublicRecalls.Range;
import org.gozinto.recall.PublicRecalls.Text;
import org.gozinto.web.CheckAnswer.Hint;
import org.gozinto.web.CheckAnswer.Kind;
import org.gozinto.web.CheckAnswer.Naming;
import org.gozinto.web.CheckAnswer.Product;
import org.gozinto.web.CheckStationery.Sheet;
import org.jspecify.annotations.Nullable;

/** Lays out what the pages of the check say. */
final class CheckPaper {

    /** Lots, and as many ranges of serials, that a notice shows of an item; recalls.json has all. */
    static final int NUMBERS_MAX = 300;

    /** Recalls on one page of the list. */
    static final int ROWS = 30;

    /** Recalls that an answer shows in full; a number in more of them than this is not expected. */
    static final int RECALLS_MAX = 8;

    /** Items that an answer names with whether they fit. */
    static final int FITS_MAX = 20;

    private static final String CROSS = "M12 3 21.5 20h-19zM12 10v4M12 17h.01";
    private static final String TICK = "M5 12.5l4.5 4.5L19 7.5";
    private static final String QUESTION = "M9 9a3 3 0 1 1 4.2 2.8c-.9.5-1.2 1-1.2 2.2M12 18h.01";
    private static final String LENS = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5L20 20";

    private final CheckStationery stationery;

    CheckPaper(CheckStationery stationery) {
        this.stationery = stationery;
    }

    /** What the visitor's address says of how the page is to be. */
    record Manner(CheckWords words, boolean langSet, boolean embed) {}

    /** The empty form. */
    String form(Manner manner) {
        Map<String, Object> values = new HashMap<>();
        values.put("shown", "");
        values.put("whereOpen", true);
        values.put("answer", false);
        return stationery.page("check", sheet(manner, manner.words().get("title"), "/check", Map.of()), values);
    }

    /** An answer, below the form. */
    String answer(Manner manner, String shown, @Nullable String chosen, CheckAnswer answer, List<FitRow> fitting) {
        CheckWords words = manner.words();
        Map<String, Object> said = new HashMap<>();
        said.put("tone", tone(answer.kind()));
        said.put("sign", sign(answer.kind()));
        String title = title(words, answer);
        said.put("title", title);
        said.put("texts", texts(words, answer));
        said.put("asks", !answer.products().isEmpty());
        said.put("choices", choices(manner, shown, answer.products()));
        List<Map<String, Object>> recalls = new ArrayList<>();
        // What stands above already is not said again.
        boolean several = answer.recalls().size() > 1;
        boolean hazardSaid = !several && answer.kind() == Kind.AFFECTED;
        for (Naming naming : answer.recalls().stream().limit(RECALLS_MAX).toList()) {
            Map<String, Object> recall = recall(manner, naming.recall(), true);
            if (several) {
                recall.put("chip", status(words, naming));
                recall.put("tone", tone(naming.status()));
            }
            if (hazardSaid) {
                recall.put("hazard", null);
            }
            recalls.add(recall);
        }
        said.put("recalls", recalls);
        List<Fitting> fits = fits(words, fitting);
        said.put("hasFits", !fits.isEmpty());
        said.put("fits", fits);
        said.put("knownAt", words.time(answer.knownAt()));
        Map<String, Object> values = new HashMap<>();
        values.put("shown", shown);
        values.put("encoded", PublishedLinks.encoded(shown));
        values.put("whereOpen", false);
        values.put("answer", said);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("number", shown);
        if (chosen != null) {
            query.put("item", chosen);
        }
        return stationery.page("check", sheet(manner, title, "/check", query), values);
    }

    /** An item and whether it fits, in words. */
    private record Fitting(String name, String text) {}

    private static List<Fitting> fits(CheckWords words, List<FitRow> rows) {
        return rows.stream()
                .limit(FITS_MAX)
                .map(row -> new Fitting(row.object().name(), words.get("fit_" + row.answer())))
                .toList();
    }

    private static Sheet sheet(Manner manner, String title, String path, Map<String, String> query) {
        return new Sheet(manner.words(), title, path, query, manner.langSet(), manner.embed());
    }

    private static String tone(Kind kind) {
        return switch (kind) {
            case AFFECTED -> "bad";
            case POSSIBLY -> "held";
            case REMEDIED -> "ok";
            case NOT_AFFECTED -> "calm";
            case UNKNOWN -> "unknown";
        };
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case AFFECTED, POSSIBLY -> CROSS;
            case REMEDIED -> TICK;
            case NOT_AFFECTED -> LENS;
            case UNKNOWN -> QUESTION;
        };
    }

    private static String title(CheckWords words, CheckAnswer answer) {
        return switch (answer.kind()) {
            case AFFECTED -> words.get(isDangerous(answer) ? "affectedTitle" : "affectedMildTitle");
            case POSSIBLY -> words.get("possiblyTitle");
            case REMEDIED -> words.get("remediedTitle", "day", remediedOn(words, answer));
            case NOT_AFFECTED -> words.get("notAffectedTitle");
            case UNKNOWN -> words.get("unknownTitle");
        };
    }

    /** Whether one of the recalls is for safety; what is only taken back may be used. */
    private static boolean isDangerous(CheckAnswer answer) {
        return answer.recalls().stream()
                .anyMatch(naming -> naming.status() == Kind.AFFECTED
                        && naming.recall().kind().equals("recall"));
    }

    /** The latest day, where several recalls were put right. */
    private static String remediedOn(CheckWords words, CheckAnswer answer) {
        return answer.recalls().stream()
                .map(Naming::remediedOn)
                .filter(java.util.Objects::nonNull)
                .max(java.time.LocalDate::compareTo)
                .map(words::day)
                .orElse("");
    }

    /** A paragraph; its language where it is not that of the page. */
    private record Line(String text, @Nullable String language) {
        Line(String text) {
            this(text, null);
        }
    }

    private static List<Line> texts(CheckWords words, CheckAnswer answer) {
        List<Line> texts = new ArrayList<>();
        Hint hint = answer.hint();
        switch (answer.kind()) {
            case AFFECTED ->
                answer.recalls().stream()
                        .filter(naming -> naming.status() == Kind.AFFECTED)
                        .findFirst()
                        .map(Naming::recall)
                        .ifPresent(recall -> texts.add(new Line(
                                text(recall, words).hazard(),
                                CheckStationery.foreign(language(recall, words), words))));
            case POSSIBLY -> {}
            case REMEDIED -> texts.add(new Line(words.get("remediedText")));
            case NOT_AFFECTED ->
                texts.add(new Line(words.get("notAffectedText", "time", words.time(answer.knownAt()))));
            case UNKNOWN -> texts.add(new Line(words.get("unknownText", "time", words.time(answer.knownAt()))));
        }
        if (hint != null) {
            texts.add(new Line(hint(words, hint)));
        }
        return texts;
    }

    /** A hint as a sentence. */
    static String hint(CheckWords words, Hint hint) {
        return words.get("hint_" + hint.reason().word())
                .replace("{position}", String.valueOf(hint.position()))
                .replace("{character}", hint.character())
                .replace("{of}", hint.number());
    }

    private static String status(CheckWords words, Naming naming) {
        return naming.remediedOn() != null
                ? words.get("statusRemedied", "day", words.day(naming.remediedOn()))
                : words.get(naming.status() == Kind.POSSIBLY ? "statusPossibly" : "statusAffected");
    }

    private static List<Map<String, String>> choices(Manner manner, String shown, List<Product> products) {
        List<Map<String, String>> choices = new ArrayList<>();
        for (Product product : products) {
            choices.add(Map.of("name", product.name(), "href", chosen(manner, shown, product.item())));
        }
        choices.add(
                Map.of("name", manner.words().get("otherProduct"), "href", chosen(manner, shown, CheckQuestion.OTHER)));
        return choices;
    }

    private static String chosen(Manner manner, String shown, String item) {
        return "/check?number=" + PublishedLinks.encoded(shown) + "&item=" + PublishedLinks.encoded(item)
                + (manner.langSet() ? "&lang=" + manner.words().language() : "")
                + (manner.embed() ? "&embed=1" : "");
    }

    /** The text in the visitor's language, else in the one that it was first written in, else in English. */
    static Text text(PublicRecall recall, CheckWords words) {
        Text text = recall.texts().get(language(recall, words));
        if (text == null) {
            throw new IllegalStateException("recall " + recall.number() + " says nothing");
        }
        return text;
    }

    static String language(PublicRecall recall, CheckWords words) {
        for (String language : List.of(words.language(), recall.language(), "en")) {
            if (recall.texts().containsKey(language)) {
                return language;
            }
        }
        return new TreeMap<>(recall.texts()).firstKey();
    }

    private static Map<String, Object> recall(Manner manner, PublicRecall recall, boolean linked) {
        CheckWords words = manner.words();
        Text text = text(recall, words);
        Map<String, Object> values = new HashMap<>();
        values.put("kind", linked ? words.get("kind_" + recall.kind()) : null);
        values.put("textLang", CheckStationery.foreign(language(recall, words), words));
        values.put("title", text.title());
        values.put("chip", null);
        values.put("tone", "");
        values.put("closed", recall.closed());
        values.put("hazard", text.hazard());
        values.put(
                "steps", text.whatToDo().lines().filter(step -> !step.isBlank()).toList());
        values.put("remedy", text.remedy());
        values.put("contact", text.contact());
        String link = text.link();
        values.put("link", link != null && link.startsWith("https://") ? link : null);
        values.put("product", text.product());
        values.put("number", recall.number());
        values.put("linked", linked && !manner.embed());
        values.put("href", address(manner, recall));
        String published = words.day(recall.publishedAt());
        String changed = words.day(recall.changedAt());
        values.put("published", published);
        values.put("changed", changed.equals(published) ? null : changed);
        values.put("countries", countries(recall, words));
        return values;
    }

    private static String countries(PublicRecall recall, CheckWords words) {
        return recall.countries().isEmpty()
                ? words.get("everywhere")
                : recall.countries().stream().map(words::country).collect(Collectors.joining(", "));
    }

    private static String address(Manner manner, PublicRecall recall) {
        return "/check/recalls/" + PublishedLinks.encoded(recall.number())
                + (manner.langSet() ? "?lang=" + manner.words().language() : "");
    }

    /** One page of the list of recalls, from the n-th on. */
    String recalls(Manner manner, List<PublicRecall> recalls, int from) {
        CheckWords words = manner.words();
        int first = Math.clamp(from, 0, recalls.size());
        int end = Math.min(recalls.size(), first + ROWS);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PublicRecall recall : recalls.subList(first, end)) {
            Text text = text(recall, words);
            Map<String, Object> row = new HashMap<>();
            row.put("number", recall.number());
            row.put("published", words.day(recall.publishedAt()));
            row.put("chip", words.get(recall.closed() ? "closed" : "open"));
            row.put("tone", recall.closed() ? "gone" : "bad");
            row.put("href", address(manner, recall));
            row.put("textLang", CheckStationery.foreign(language(recall, words), words));
            row.put("title", text.title());
            row.put("product", text.product());
            row.put("numbers", numbers(words, recall));
            rows.add(row);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("recalls", rows);
        values.put("empty", rows.isEmpty());
        values.put("some", !rows.isEmpty());
        String older = "/check/recalls?from=" + end + (manner.langSet() ? "&lang=" + words.language() : "");
        values.put("older", end < recalls.size() ? older : null);
        Map<String, String> query = first == 0 ? Map.of() : Map.of("from", String.valueOf(first));
        return stationery.page("recalls", sheet(manner, words.get("recallsTitle"), "/check/recalls", query), values);
    }

    /** The first few numbers of a recall, for a line of the list. */
    private static String numbers(CheckWords words, PublicRecall recall) {
        List<String> numbers = new ArrayList<>();
        for (Affected affected : recall.affected()) {
            if (isWhole(affected)) {
                numbers.add(words.get("wholeProduct"));
            }
            affected.lots().stream().limit(4).forEach(numbers::add);
            affected.serials().stream().limit(4).map(CheckPaper::range).forEach(numbers::add);
        }
        return numbers.stream().limit(6).collect(Collectors.joining(", ")) + (numbers.size() > 6 ? " …" : "");
    }

    private static boolean isWhole(Affected affected) {
        return affected.lots().isEmpty() && affected.serials().isEmpty();
    }

    private static String range(Range range) {
        return range.from().equals(range.to()) ? range.from() : range.from() + " – " + range.to();
    }

    /** The full notice of a recall; null says that there is none. */
    String notice(Manner manner, String number, @Nullable PublicRecall recall) {
        CheckWords words = manner.words();
        Map<String, Object> values = new HashMap<>();
        values.put("missing", recall == null);
        values.put("recall", false);
        values.put("heading", words.get("recallsTitle"));
        String title = words.get("noSuchRecall");
        if (recall != null) {
            title = text(recall, words).title();
            Map<String, Object> shown = recall(manner, recall, false);
            List<Map<String, Object>> affected = new ArrayList<>();
            boolean more = false;
            for (Affected one : recall.affected()) {
                affected.add(affected(words, one));
                more |= one.lots().size() > NUMBERS_MAX || one.serials().size() > NUMBERS_MAX;
            }
            shown.put("affected", affected);
            shown.put("more", more);
            values.put("recall", shown);
            values.put("heading", words.get("kind_" + recall.kind()));
        }
        String path = "/check/recalls/" + PublishedLinks.encoded(number);
        return stationery.page("notice", sheet(manner, title, path, Map.of()), values);
    }

    private static Map<String, Object> affected(CheckWords words, Affected affected) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", affected.name());
        values.put("gtin", affected.gtin());
        values.put("whole", isWhole(affected));
        values.put("hasLots", !affected.lots().isEmpty());
        values.put("lots", affected.lots().stream().limit(NUMBERS_MAX).toList());
        values.put("hasSerials", !affected.serials().isEmpty());
        values.put(
                "serials",
                affected.serials().stream()
                        .limit(NUMBERS_MAX)
                        .map(CheckPaper::range)
                        .toList());
        long pieces = affected.serials().stream().mapToLong(Range::count).sum();
        values.put("pieces", pieces == 1 ? null : words.get("pieces", "count", words.count(pieces)));
        return values;
    }

    /** What is said to who asks too often. */
    String busy(Manner manner, long seconds) {
        CheckWords words = manner.words();
        Map<String, Object> values = new HashMap<>();
        values.put("text", words.get("busyText", "seconds", String.format(Locale.ROOT, "%d", seconds)));
        return stationery.page("busy", sheet(manner, words.get("busyTitle"), "/check", Map.of()), values);
    }

    /** The policy of a page in this manner. */
    String policy(Manner manner) {
        return stationery.policy(manner.embed());
    }
}
