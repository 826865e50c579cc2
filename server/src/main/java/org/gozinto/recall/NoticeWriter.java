/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;

/**
 * Writes notices: what a case says, in the words for who is written to. Nothing is in them that the case, the masters,
 * the settings or the sender do not say. Safe for use by many threads.
 */
final class NoticeWriter {

    /** Lines of the form on paper. */
    private static final int GOODS_MAX = 20;

    private final NoticeGoods goods;
    private final NoticeStationery stationery;
    private final NoticeSettings settings;
    private final Places places;

    NoticeWriter(NoticeGoods goods, NoticeStationery stationery, NoticeSettings settings, Places places) {
        this.goods = goods;
        this.stationery = stationery;
        this.settings = settings;
        this.places = places;
    }

    /**
     * What is to be written.
     *
     * @param language one of ours, or null for theirs
     * @param message what the sender adds
     * @param today the day of the notice
     */
    record Order(
            NoticeKind kind,
            String channel,
            @Nullable String language,
            @Nullable String message,
            Notice.Sender sender,
            LocalDate today) {}

    // --- to whom

    Notice.Recipient recipient(Consignee consignee) {
        Step.SubConsignee sub = consignee.sub();
        if (sub != null) {
            return new Notice.Recipient(
                    consignee.code(),
                    consignee.name(),
                    null,
                    NoticeSettings.lines(sub.address()),
                    sub.email(),
                    sub.country());
        }
        Place partner = places.find(consignee.code());
        Place.Contact contact = partner == null ? null : partner.contact();
        return new Notice.Recipient(
                consignee.code(),
                consignee.name(),
                contact == null ? null : contact.name(),
                NoticeSettings.lines(contact == null ? null : contact.address()),
                contact == null ? null : contact.email(),
                contact == null ? null : contact.country());
    }

    @Nullable
    Place partner(String code) {
        return places.find(code);
    }

    /** The language that they read; of who is not known that of whom they got it from. */
    String language(Consignee consignee) {
        Step.SubConsignee sub = consignee.sub();
        Place partner = places.find(consignee.via() == null ? consignee.code() : consignee.via());
        Place.Contact contact = partner == null ? null : partner.contact();
        String theirs = contact == null
                ? settings.language()
                : NoticeWords.choice(contact.language(), contact.country(), settings.language());
        return sub == null ? theirs : NoticeWords.choice(sub.language(), sub.country(), theirs);
    }

    /** What a page says beside the goods: the hazard, and what is to be done about it. */
    record Told(List<String> hazard, List<String> todo) {}

    Told told(CaseFile file, Consignee consignee, NoticeWords words) {
        Said said = said(file, words.language());
        return new Told(lines(said.hazard), todo(file, words, isConsumer(consignee), said));
    }

    private boolean isConsumer(Consignee consignee) {
        Place partner = consignee.via() == null ? places.find(consignee.code()) : null;
        return partner != null && partner.roles().contains(Place.CONSUMER);
    }

    // --- what the case says

    /** What is said of the case in one language; the public notice in that language comes first, then its facts. */
    private record Said(String reason, String hazard, @Nullable String remedy, List<String> whatToDo) {}

    private static Said said(CaseFile file, String language) {
        PublicRecalls.Text told = file.published() != null
                        && file.published().step() instanceof Step.Publish publish
                        && publish.texts() != null
                ? publish.texts().get(language)
                : null;
        Step.Decide decision = file.decision();
        String reason = decision == null ? "" : String.valueOf(decision.reason());
        String hazard = file.hazard() == null ? "" : String.valueOf(file.hazard().hazard());
        return new Said(
                fact(file, "notice.reason", language, reason),
                fact(file, "notice.hazard", language, told == null ? hazard : told.hazard()),
                told == null ? null : told.remedy(),
                told == null ? List.of() : lines(told.whatToDo()));
    }

    private static String fact(CaseFile file, String name, String language, String otherwise) {
        Map<String, String> facts = file.facts();
        return facts.getOrDefault(name + "." + language, facts.getOrDefault(name, otherwise));
    }

    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("\\R"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    /** Refuses what plays the hazard down, in whichever of our languages it does. */
    void requirePlain(CaseFile file, String language, @Nullable String message) {
        Said said = said(file, language);
        plain("/message", message == null ? "" : message, "Change what you add.");
        plain("/hazard", said.hazard, "Evaluate the hazard again, or give a facts step with notice.hazard." + language);
        plain("/reason", said.reason, "Give a facts step with notice.reason." + language);
    }

    private static void plain(String pointer, String text, String action) {
        var found = new TreeSet<String>();
        var as = new PublicRecalls.Text("", "", text, "", null, null, null);
        NoticeWords.LANGUAGES.forEach(language -> found.addAll(Softening.in(language, as)));
        if (!found.isEmpty()) {
            throw Refusal.of(
                            "softened",
                            "It plays the hazard down",
                            "The notice would say \"" + String.join("\", \"", found) + "\".")
                    .at(pointer, "no words such as voluntary or precautionary (EU 2023/988, article 36)", action)
                    .asException();
        }
    }

    // --- the notice

    /** Writes to one consignee; {@code gone} says that nothing of theirs is in the scope any more. */
    Notice write(CaseFile file, Consignee consignee, Order order, boolean gone) {
        String language = order.language() == null ? language(consignee) : order.language();
        NoticeWords words = NoticeWords.in(language);
        List<NoticeGoods.Of> theirs = gone ? List.of() : goods.of(file, consignee);
        boolean drill = !file.recall().kind().isReal();
        String subject = subject(file, order, words, theirs);
        LocalDate until = order.today().plusDays(settings.linkDays());
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.words());
        values.put("subject", subject);
        values.put("drill", drill ? words.get("drill") : null);
        values.put("intro", intro(file, consignee, order, words, gone));
        values.put("message", lines(order.message()));
        values.put("goods", theirs.stream().map(of -> Shown.of(of, words)).toList());
        values.put("hasGoods", !theirs.isEmpty());
        values.put("senderName", order.sender().name());
        values.put("senderAddress", String.join(", ", order.sender().address()));
        values.put("reach", order.sender().reach());
        boolean asks = order.kind().asks() && !gone;
        Said said = said(file, language);
        values.put("reason", gone ? List.of() : lines(said.reason));
        values.put("hazard", gone ? List.of() : lines(said.hazard));
        boolean consumer = isConsumer(consignee);
        values.put("remedy", asks && consumer ? lines(said.remedy) : List.of());
        values.put("todo", asks ? todo(file, words, consumer, said) : List.of());
        values.put("asks", asks);
        values.put("link", Notice.LINK);
        values.put("until", words.get("answerUntil", "day", words.day(until)));
        values.put("hasReason", !gone && !said.reason.isBlank());
        values.put("hasHazard", !gone && !said.hazard.isBlank());
        values.put("hasRemedy", asks && consumer && said.remedy != null);
        return new Notice(
                file.recall().code(),
                order.kind().word(),
                order.channel(),
                language,
                drill,
                order.today().toString(),
                until.toString(),
                order.sender(),
                recipient(consignee),
                theirs.stream().limit(GOODS_MAX).map(of -> goods(of, words)).toList(),
                subject,
                stationery.fill("notice.txt", values),
                stationery.fill("notice", values));
    }

    private static String goods(NoticeGoods.Of of, NoticeWords words) {
        BigDecimal qty = of.qty();
        return oneLine(of.name()) + (qty == null ? "" : ", " + words.quantity(qty, of.unit()));
    }

    private static String subject(CaseFile file, Order order, NoticeWords words, List<NoticeGoods.Of> theirs) {
        String product = theirs.isEmpty() ? file.recall().title() : theirs.getFirst().name();
        if (theirs.size() > 1) {
            product = words.get("andMore", "product", product, "count", words.count(theirs.size() - 1L));
        }
        return oneLine(words.get(
                "subject_" + order.kind().word(),
                "kind",
                words.get("kind_" + file.recall().kind().word),
                "case",
                file.recall().code(),
                "product",
                product));
    }

    /** A line that cannot become two, whatever the masters have. */
    static String oneLine(String text) {
        return text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.LINE_SEPARATOR ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }

    private static String intro(CaseFile file, Consignee consignee, Order order, NoticeWords words, boolean gone) {
        return switch (order.kind()) {
            case FIRST -> first(consignee, words);
            case REMINDER -> {
                String day = toldOn(file, consignee.code());
                yield day == null ? first(consignee, words) : words.get("reminder", "day", words.day(LocalDate.parse(day)));
            }
            case UPDATE -> words.get(gone ? "update_none" : "update");
            case CLOSING -> words.get("closing");
        };
    }

    private static String first(Consignee consignee, NoticeWords words) {
        String via = consignee.via();
        return via == null ? words.get("first_ours") : words.get("first_passed", "via", consignee.viaName());
    }

    /** The day on which they were first told. */
    private static @Nullable String toldOn(CaseFile file, String consignee) {
        return file.notified().stream()
                .filter(taken -> ((Step.Notified) taken.step()).consignees().contains(consignee))
                .findFirst()
                .map(taken -> RecallStore.time(taken.atUs()).substring(0, 10))
                .orElse(null);
    }

    private static List<String> todo(CaseFile file, NoticeWords words, boolean consumer, Said said) {
        List<String> todo = new ArrayList<>();
        if (consumer) {
            todo.add(words.get("stop_consumer"));
            if (said.whatToDo.isEmpty()) {
                todo.add(words.get("keep_consumer"));
            }
            todo.addAll(said.whatToDo);
            todo.add(words.get("reply_consumer"));
            return todo;
        }
        Step.Decide decision = file.decision();
        String depth = decision == null ? "" : String.valueOf(decision.depth());
        todo.add(words.get("stop_trade"));
        switch (depth) {
            case "retail", "consumer" -> {
                todo.add(words.get("separate_retail"));
                todo.add(words.get("pass_" + depth));
            }
            default -> {
                todo.add(words.get("separate_wholesale"));
                todo.add(words.get("pass_wholesale"));
            }
        }
        todo.add(words.get("reply_trade"));
        return todo;
    }

    /** Goods as the forms show them. */
    private record Shown(
            String name,
            String item,
            String qty,
            List<String> lots,
            boolean hasLots,
            List<String> serials,
            boolean hasSerials,
            @Nullable String among,
            @Nullable String more,
            List<String> deliveries,
            boolean hasDeliveries) {

        static Shown of(NoticeGoods.Of goods, NoticeWords words) {
            BigDecimal qty = goods.qty();
            List<String> deliveries = goods.deliveries().stream()
                    .map(delivery -> delivery(delivery, words))
                    .filter(Predicate.not(String::isEmpty))
                    .toList();
            boolean numbered = !goods.lots().isEmpty() || !goods.serials().isEmpty();
            return new Shown(
                    oneLine(goods.name()),
                    goods.item(),
                    qty == null ? words.get("qtyUnknown") : words.quantity(qty, goods.unit()),
                    goods.lots(),
                    !goods.lots().isEmpty(),
                    goods.serials(),
                    !goods.serials().isEmpty(),
                    goods.among() && numbered ? words.get("amongThese") : null,
                    goods.more() == 0 ? null : words.get("more", "count", words.count(goods.more())),
                    deliveries,
                    !deliveries.isEmpty());
        }

        private static String delivery(NoticeGoods.Delivery delivery, NoticeWords words) {
            String day = words.day(delivery.occurred());
            String document = delivery.document();
            if (document == null) {
                return day == null ? "" : day;
            }
            return day == null ? document : words.get("deliveryOn", "document", document, "day", day);
        }
    }
}
