/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.access.Actor;
import org.gozinto.access.Role;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.paper.CsvTable;
import org.gozinto.recall.Consignees.Consignee;
import org.gozinto.recall.RecallStore.Taken;
import org.jspecify.annotations.Nullable;

/** Takes answers that come by links, and shows what they are about. Safe for use by many threads. */
final class AnswerPages {

    private static final int KEPT_MAX = 64;

    private final Recalls recalls;
    private final Consignees consignees;
    private final NoticeGoods goods;
    private final AnswerRule rule;
    private final Items items;

    /** What was worked out last; a page is looked at several times while it is filled in. */
    private final Map<Key, List<NoticeGoods.Of>> kept =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, List<NoticeGoods.Of>> eldest) {
                    return size() > KEPT_MAX;
                }
            });

    private record Key(String scope, long version, Consignee consignee) {}

    AnswerPages(Recalls recalls, Consignees consignees, NoticeGoods goods, AnswerRule rule, Items items) {
        this.recalls = recalls;
        this.consignees = consignees;
        this.goods = goods;
        this.rule = rule;
        this.items = items;
    }

    /**
     * What a link leads to.
     *
     * @param consignee null when nothing of theirs is in the case any more
     */
    record Matter(CaseFile file, @Nullable Consignee consignee, List<NoticeGoods.Of> goods) {}

    Matter of(AnswerLinks.Link link) {
        CaseFile file = recalls.existing(link.recall());
        Step.Scoped scope = file.scope();
        Consignee consignee = file.acts() && scope != null ? consignees.of(file).get(link.consignee()) : null;
        if (consignee == null || scope == null) {
            return new Matter(file, null, List.of());
        }
        var key = new Key(scope.scope(), scope.scopeVersion(), consignee);
        List<NoticeGoods.Of> known = kept.get(key);
        if (known == null) {
            known = goods.of(file, consignee);
            kept.put(key, known);
        }
        return new Matter(file, consignee, known);
    }

    /** What they said last. */
    static Step.@Nullable Answer said(Matter matter) {
        Taken taken = matter.consignee() == null
                ? null
                : matter.file().answers().get(matter.consignee().code());
        return taken == null ? null : (Step.Answer) taken.step();
    }

    AnswerPageForm.Checked checked(Matter matter, Consignee consignee, AnswerPageForm form, NoticeWords words) {
        return form.checked(new AnswerPageForm.Against(consignee, shown(matter), rule, words));
    }

    private static List<NoticeGoods.Of> shown(Matter matter) {
        return matter.goods().stream().limit(AnswerPageForm.ITEMS_MAX).toList();
    }

    /** Takes an answer as a step of the case; the same answer again is none. */
    void take(Matter matter, Step.Answer answer) {
        StepCheck.require(answer);
        if (!answer.equals(said(matter))) {
            recalls.record(
                    matter.file().recall().code(),
                    answer,
                    Actor.of("link:" + answer.consignee(), Role.VIEWER),
                    (transaction, n) -> {});
        }
    }

    /** Writes all numbers of theirs as CSV; the stream stays open. */
    void numbers(Matter matter, OutputStream out) throws IOException {
        Consignee consignee = matter.consignee();
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord("item", "name", "lot", "serial", "qty", "document", "delivered");
        if (consignee != null) {
            boolean ours = consignee.via() == null;
            goods.forEach(matter.file(), consignee, unit -> csv.writeRecord(row(unit, ours)));
        }
        csv.flush();
        text.flush();
    }

    /** A row; how much the giver got, when and by which document is nothing for those who got it from there. */
    private String[] row(ConsigneeView.Goods unit, boolean ours) {
        Item item = unit.item() == null ? null : items.find(unit.item());
        return new String[] {
            cell(unit.item()),
            cell(item == null ? null : item.name()),
            cell(unit.lot()),
            cell(unit.serial()),
            cell(ours ? unit.qty() : null),
            cell(ours ? unit.document() : null),
            cell(ours ? unit.delivered() : null)
        };
    }

    private static String cell(@Nullable String value) {
        return value == null ? "" : CsvTable.guarded(value);
    }
}
