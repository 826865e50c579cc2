/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.gozinto.ledger.Refusal;
import org.gozinto.paper.Languages;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;

/**
 * Writes notices: what a case says, in the words for who is written to. Nothing is in them that the case, the masters,
 * the settings or the sender do not say. Safe for use by many threads.
 */
final class NoticeWriter {

    private final NoticeGoods goods;
    private final NoticeText text;
    private final NoticeSettings settings;
    private final Places places;

    NoticeWriter(NoticeGoods goods, NoticeText text, NoticeSettings settings, Places places) {
        this.goods = goods;
        this.text = text;
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
        String theirs = language(consignee.via() == null ? consignee.code() : consignee.via());
        return sub == null ? theirs : NoticeWords.choice(sub.language(), sub.country(), theirs);
    }

    /** The language of somebody of whom only the code is known. */
    String language(String code) {
        Place partner = places.find(code);
        Place.Contact contact = partner == null ? null : partner.contact();
        return contact == null
                ? settings.language()
                : NoticeWords.choice(contact.language(), contact.country(), settings.language());
    }

    /** What a page says beside the goods: the hazard, and what is to be done about it. */
    record Told(List<String> hazard, List<String> todo) {}

    Told told(CaseFile file, Consignee consignee, NoticeWords words) {
        Said said = said(file, words.language());
        return new Told(lines(said.hazard), NoticeText.todo(depth(file), isConsumer(consignee), said, words));
    }

    private boolean isConsumer(Consignee consignee) {
        Place partner = consignee.via() == null ? places.find(consignee.code()) : null;
        return partner != null && partner.roles().contains(Place.CONSUMER);
    }

    // --- what the case says

    /** What a case is called. */
    record Head(String recall, Kind kind, String title) {
        boolean drill() {
            return !kind.isReal();
        }
    }

    /** What is said of the case in one language; the public notice in that language comes first, then its facts. */
    record Said(String reason, String hazard, @Nullable String remedy, List<String> whatToDo) {}

    private static Said said(CaseFile file, String language) {
        PublicRecalls.Text told = file.published() != null
                        && file.published().step() instanceof Step.Publish publish
                        && publish.texts() != null
                ? publish.texts().get(language)
                : null;
        Step.Decide decision = file.decision();
        String reason = decision == null ? "" : String.valueOf(decision.reason());
        String hazard =
                file.hazard() == null ? "" : String.valueOf(file.hazard().hazard());
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

    static List<String> lines(@Nullable String text) {
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
        Languages.ALL.forEach(language -> found.addAll(Softening.in(language, as)));
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
        var facts = new NoticeText.Facts(
                new Head(
                        file.recall().code(),
                        file.recall().kind(),
                        file.recall().title()),
                recipient(consignee),
                consignee.via() == null ? null : consignee.viaName(),
                toldOn(file, consignee.code()),
                isConsumer(consignee),
                depth(file),
                gone,
                gone ? List.of() : goods.of(file, consignee),
                said(file, language));
        return text.write(facts, order, NoticeWords.in(language), order.today().plusDays(settings.linkDays()));
    }

    private static String depth(CaseFile file) {
        Step.Decide decision = file.decision();
        return decision == null ? "" : String.valueOf(decision.depth());
    }

    /** The day on which they were first told. */
    private static @Nullable LocalDate toldOn(CaseFile file, String consignee) {
        return file.notified().stream()
                .filter(taken -> ((Step.Notified) taken.step()).consignees().contains(consignee))
                .findFirst()
                .map(taken -> LocalDate.parse(RecallStore.time(taken.atUs()).substring(0, 10)))
                .orElse(null);
    }
}
