/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.gozinto.ledger.Faults;
import org.gozinto.paper.mail.Letter;
import org.gozinto.paper.mail.MailAddress;
import org.gozinto.recall.Consignees.Consignee;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into the page for answers, exactly as it was typed, so that nothing of it is lost when something
 * is wrong.
 *
 * @param lines by the code of the item what was typed for each state
 */
record AnswerPageForm(
        boolean read, Map<String, Map<String, String>> lines, List<Recipient> recipients, String by, String text) {

    /** Items that the page shows. */
    static final int ITEMS_MAX = 60;

    /** Recipients that the page takes. */
    static final int RECIPIENTS_MAX = 30;

    static final int NAME_LENGTH_MAX = 200;
    static final int ADDRESS_LENGTH_MAX = 1_000;
    static final int TEXT_LENGTH_MAX = 5_000;

    /** The states, in the order of the page. */
    static final List<String> STATES = List.of("onHand", "soldOn", "returned", "destroyed", "used");

    private static final int TYPED_LENGTH_MAX = 40;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]{1,18}([.,][0-9]{1,9})?");

    /** Somebody to whom goods were passed on. */
    record Recipient(String name, String address, String email, String item, String qty) {

        static final Recipient NOBODY = new Recipient("", "", "", "", "");

        boolean isEmpty() {
            return (name + address + email + qty).isBlank();
        }
    }

    /** What was sent with a request. */
    static AnswerPageForm typed(Map<String, String[]> parameters) {
        Map<String, Map<String, String>> lines = new LinkedHashMap<>();
        for (int i = 0; i < ITEMS_MAX; i++) {
            String item = one(parameters, "l" + i + ".item");
            if (!item.isEmpty()) {
                Map<String, String> states = new HashMap<>();
                for (String state : STATES) {
                    states.put(state, one(parameters, "l" + i + "-" + state));
                }
                lines.put(item, states);
            }
        }
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < RECIPIENTS_MAX; i++) {
            String at = "s" + i + "-";
            if (parameters.containsKey(at + "name")) {
                recipients.add(new Recipient(
                        one(parameters, at + "name"),
                        one(parameters, at + "address"),
                        one(parameters, at + "email"),
                        one(parameters, at + "item"),
                        one(parameters, at + "qty")));
            }
        }
        return new AnswerPageForm(
                one(parameters, "read").equals("yes"),
                lines,
                recipients,
                one(parameters, "by"),
                one(parameters, "text"));
    }

    private static String one(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** What was answered last, to be corrected; nothing when there is no answer. */
    static AnswerPageForm of(Step.@Nullable Answer answer, NoticeWords words) {
        if (answer == null) {
            return new AnswerPageForm(false, Map.of(), List.of(), "", "");
        }
        Map<String, Map<String, String>> lines = new LinkedHashMap<>();
        for (Step.AnswerLine line : answer.lines() == null ? List.<Step.AnswerLine>of() : answer.lines()) {
            Map<String, String> states = new HashMap<>();
            AnswerRule.said(line).forEach((state, qty) -> states.put(state, shown(qty, words)));
            lines.put(String.valueOf(line.item()), states);
        }
        List<Recipient> recipients = new ArrayList<>();
        for (Step.SubConsignee sub :
                answer.subConsignees() == null ? List.<Step.SubConsignee>of() : answer.subConsignees()) {
            recipients.add(new Recipient(
                    text(sub.name()),
                    text(sub.address()),
                    text(sub.email()),
                    text(sub.item()),
                    sub.qty() == null ? "" : shown(sub.qty(), words)));
        }
        return new AnswerPageForm(true, lines, recipients, text(answer.by()), text(answer.text()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** With no thousands, so that it reads back as it is. */
    private static String shown(String qty, NoticeWords words) {
        return qty.replace('.', words.decimalSeparator());
    }

    /** With one more row for a recipient. */
    AnswerPageForm withRow() {
        List<Recipient> more = new ArrayList<>(recipients);
        if (more.size() < RECIPIENTS_MAX) {
            more.add(Recipient.NOBODY);
        }
        return new AnswerPageForm(read, lines, more, by, text);
    }

    /** With a row to type in. */
    AnswerPageForm withSomeRow() {
        return recipients.isEmpty() ? withRow() : this;
    }

    /**
     * What came of looking at it.
     *
     * @param faults by the field what is wrong, in the order of the page; the answer counts only when there are none
     */
    record Checked(Step.Answer answer, Map<String, String> faults) {}

    /** What is needed to look at it. */
    record Against(Consignee consignee, List<NoticeGoods.Of> goods, AnswerRule rule, NoticeWords words) {}

    /** Looks at all of it. */
    Checked checked(Against against) {
        return new Check(this, against).checked();
    }

    /** One look at what was typed. */
    private static final class Check {
        private final AnswerPageForm form;
        private final Against against;
        private final NoticeWords words;
        private final Map<String, String> faults = new LinkedHashMap<>();

        /** The fields of the lines and recipients of the answer, in its order. */
        private final List<String> lineFields = new ArrayList<>();

        private final List<String> recipientFields = new ArrayList<>();

        Check(AnswerPageForm form, Against against) {
            this.form = form;
            this.against = against;
            this.words = against.words();
        }

        Checked checked() {
            if (!form.read()) {
                faults.put("read", words.get("f_read"));
            }
            List<Step.AnswerLine> lines = lines();
            List<Step.SubConsignee> recipients = recipients();
            String by = Letter.oneLine(form.by());
            if (by.isEmpty()) {
                faults.put("by", words.get("f_by"));
            }
            keepable("by", by, NAME_LENGTH_MAX);
            String text = form.text().strip();
            keepable("text", text, TEXT_LENGTH_MAX);
            var answer = new Step.Answer(
                    against.consignee().code(), "link", by, lines, recipients, text.isEmpty() ? null : text);
            if (faults.isEmpty()) {
                against.rule().faults(against.consignee(), answer).forEach(this::take);
            }
            return new Checked(answer, faults);
        }

        private List<Step.AnswerLine> lines() {
            List<Step.AnswerLine> lines = new ArrayList<>();
            int i = 0;
            for (NoticeGoods.Of goods : against.goods()) {
                String at = "l" + i++ + "-";
                Map<String, String> typed = form.lines().getOrDefault(goods.item(), Map.of());
                if (typed.values().stream().anyMatch(value -> !value.isBlank())) {
                    lines.add(new Step.AnswerLine(
                            goods.item(),
                            quantity(at + "onHand", typed.get("onHand"), goods.decimals()),
                            quantity(at + "soldOn", typed.get("soldOn"), goods.decimals()),
                            quantity(at + "returned", typed.get("returned"), goods.decimals()),
                            quantity(at + "destroyed", typed.get("destroyed"), goods.decimals()),
                            quantity(at + "used", typed.get("used"), goods.decimals())));
                    lineFields.add(at);
                }
            }
            form.lines().forEach((item, typed) -> {
                boolean known = against.goods().stream().anyMatch(g -> g.item().equals(item));
                if (!known && typed.values().stream().anyMatch(value -> !value.isBlank())) {
                    faults.put("read", words.get("f_goods"));
                }
            });
            return lines;
        }

        private List<Step.SubConsignee> recipients() {
            List<Step.SubConsignee> all = new ArrayList<>();
            for (int i = 0; i < form.recipients().size(); i++) {
                Recipient typed = form.recipients().get(i);
                String at = "s" + i + "-";
                if (!typed.isEmpty()) {
                    all.add(recipient(at, typed));
                    recipientFields.add(at);
                }
            }
            return all;
        }

        private Step.SubConsignee recipient(String at, Recipient typed) {
            String name = Letter.oneLine(typed.name());
            if (name.isEmpty()) {
                faults.put(at + "name", words.get("f_name"));
            }
            keepable(at + "name", name, NAME_LENGTH_MAX);
            keepable(at + "address", typed.address(), ADDRESS_LENGTH_MAX);
            String email = typed.email().strip();
            if (!email.isEmpty() && MailAddress.of(email) == null) {
                faults.put(at + "email", words.get("f_email"));
            }
            NoticeGoods.Of goods = against.goods().size() == 1
                    ? against.goods().getFirst()
                    : against.goods().stream()
                            .filter(g -> g.item().equals(typed.item()))
                            .findFirst()
                            .orElse(null);
            if (goods == null && !typed.qty().isBlank()) {
                faults.put(at + "item", words.get("f_item"));
            }
            return new Step.SubConsignee(
                    name,
                    email.isEmpty() ? null : email,
                    typed.address().isBlank() ? null : typed.address().strip(),
                    null,
                    null,
                    goods == null ? null : goods.item(),
                    quantity(at + "qty", typed.qty(), goods == null ? 9 : goods.decimals()));
        }

        private void keepable(String field, String value, int lengthMax) {
            if (value.length() > lengthMax) {
                faults.put(field, words.get("f_long", "n", words.count(lengthMax)));
            } else if (!Faults.isKeepable(value)) {
                faults.put(field, words.get("f_sign"));
            }
        }

        /** The decimal text of what was typed; null for nothing, and for what is none. */
        private @Nullable String quantity(String field, @Nullable String value, int decimals) {
            String typed = value == null ? "" : BLANKS.matcher(value).replaceAll("");
            if (typed.isEmpty()) {
                return null;
            }
            if (typed.length() > TYPED_LENGTH_MAX || !QUANTITY.matcher(typed).matches() || isAmbiguous(typed)) {
                String example = decimals == 0 ? "12" : "12" + words.decimalSeparator() + "5";
                faults.put(field, words.get("f_quantity", "example", example));
                return null;
            }
            return new BigDecimal(typed.replace(',', '.')).toPlainString();
        }

        /** What stands for thousands in one language stands for decimals in another; it is not guessed. */
        private boolean isAmbiguous(String typed) {
            int at = Math.max(typed.indexOf('.'), typed.indexOf(','));
            return at >= 0 && typed.charAt(at) != words.decimalSeparator() && typed.length() - at - 1 == 3;
        }

        private void take(AnswerRule.Fault fault) {
            String[] parts = fault.pointer().split("/");
            int index = Integer.parseInt(parts[2]);
            String at = (parts[1].equals("lines") ? lineFields : recipientFields).get(index);
            BigDecimal got = fault.got();
            String unit = against.goods().stream()
                    .filter(g -> g.item().equals(fault.item()))
                    .map(NoticeGoods.Of::unit)
                    .findFirst()
                    .orElse("");
            faults.putIfAbsent(
                    at + (parts.length > 3 ? parts[3] : STATES.getFirst()),
                    switch (fault.wrong()) {
                        case NOT_GOT, TWICE -> words.get("f_goods");
                        case DECIMALS ->
                            fault.decimals() == 0
                                    ? words.get("f_whole")
                                    : words.get("f_decimals", "n", String.valueOf(fault.decimals()));
                        case MORE -> words.get("f_more", "qty", got == null ? "" : words.quantity(got, unit));
                    });
        }
    }
}
