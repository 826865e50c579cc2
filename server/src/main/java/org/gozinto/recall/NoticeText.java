/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.gozinto.paper.mail.Letter;
import org.jspecify.annotations.Nullable;

/** Puts what is known into words: subject, plain text and HTML of a notice. Safe for use by many threads. */
final class NoticeText {

    /** Lines of the form on paper. */
    private static final int GOODS_MAX = 20;

    private final NoticeStationery stationery;

    NoticeText(NoticeStationery stationery) {
        this.stationery = stationery;
    }

    /**
     * What a case says to one consignee.
     *
     * @param via who passed the goods on; null for a partner of ours
     * @param toldOn the day on which they were first told; null when they were not
     * @param consumer whether they use it themselves
     * @param depth how far down it goes: ownStock, wholesale, retail or consumer
     * @param gone nothing of theirs is in the scope any more
     */
    record Facts(
            NoticeWriter.Head head,
            Notice.Recipient to,
            @Nullable String via,
            @Nullable LocalDate toldOn,
            boolean consumer,
            String depth,
            boolean gone,
            List<NoticeGoods.Of> goods,
            NoticeWriter.Said said) {}

    /** Writes it. */
    Notice write(Facts facts, NoticeWriter.Order order, NoticeWords words, LocalDate until) {
        String subject = subject(facts, order, words);
        boolean gone = facts.gone();
        boolean asks = order.kind().asks() && !gone;
        NoticeWriter.Said said = facts.said();
        boolean remedied = asks && facts.consumer() && said.remedy() != null;
        Map<String, Object> values = new HashMap<>();
        values.put("w", words.all());
        values.put("subject", subject);
        values.put("drill", facts.head().drill() ? words.get("drill") : null);
        values.put("intro", intro(facts, order, words));
        values.put("message", NoticeWriter.lines(order.message()));
        values.put(
                "goods", facts.goods().stream().map(of -> Shown.of(of, words)).toList());
        values.put("hasGoods", !facts.goods().isEmpty());
        values.put("reason", NoticeWriter.lines(said.reason()));
        values.put("hasReason", !gone && !said.reason().isBlank());
        values.put("hazard", NoticeWriter.lines(said.hazard()));
        values.put("hasHazard", !gone && !said.hazard().isBlank());
        values.put("remedy", NoticeWriter.lines(said.remedy()));
        values.put("hasRemedy", remedied);
        values.put("asks", asks);
        values.put("todo", todo(facts.depth(), facts.consumer(), said, words));
        values.put("link", Notice.LINK);
        values.put("until", words.get("answerUntil", "day", words.day(until)));
        values.put("senderName", order.sender().name());
        values.put("senderAddress", String.join(", ", order.sender().address()));
        values.put("reach", order.sender().reach());
        return new Notice(
                facts.head().recall(),
                order.kind().word(),
                order.channel(),
                words.language(),
                facts.head().drill(),
                order.today().toString(),
                until.toString(),
                order.sender(),
                facts.to(),
                facts.goods().stream()
                        .limit(GOODS_MAX)
                        .map(of -> goods(of, words))
                        .toList(),
                subject,
                stationery.fill("notice.txt", values),
                stationery.fill("notice.html", values));
    }

    private static String goods(NoticeGoods.Of of, NoticeWords words) {
        BigDecimal qty = of.qty();
        return Letter.oneLine(of.name()) + (qty == null ? "" : ", " + words.quantity(qty, of.unit()));
    }

    private static String subject(Facts facts, NoticeWriter.Order order, NoticeWords words) {
        List<NoticeGoods.Of> goods = facts.goods();
        String product =
                goods.isEmpty() ? facts.head().title() : goods.getFirst().name();
        if (goods.size() > 1) {
            product = words.get("andMore", "product", product, "count", words.count(goods.size() - 1L));
        }
        return Letter.oneLine(words.get(
                "subject_" + order.kind().word(),
                "kind",
                words.get("kind_" + facts.head().kind().word),
                "case",
                facts.head().recall(),
                "product",
                product));
    }

    private static String intro(Facts facts, NoticeWriter.Order order, NoticeWords words) {
        LocalDate toldOn = facts.toldOn();
        return switch (order.kind()) {
            case FIRST -> first(facts, words);
            case REMINDER -> toldOn == null ? first(facts, words) : words.get("reminder", "day", words.day(toldOn));
            case UPDATE -> words.get(facts.gone() ? "update_none" : "update");
            case CLOSING -> words.get("closing");
        };
    }

    private static String first(Facts facts, NoticeWords words) {
        String via = facts.via();
        return via == null ? words.get("first_ours") : words.get("first_passed", "via", via);
    }

    /** What they have to do, in the order in which it has to be done. */
    static List<String> todo(String depth, boolean consumer, NoticeWriter.Said said, NoticeWords words) {
        List<String> todo = new ArrayList<>();
        if (consumer) {
            todo.add(words.get("stop_consumer"));
            if (said.whatToDo().isEmpty()) {
                todo.add(words.get("keep_consumer"));
            }
            todo.addAll(said.whatToDo());
            todo.add(words.get("reply_consumer"));
            return todo;
        }
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
                    Letter.oneLine(goods.name()),
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
