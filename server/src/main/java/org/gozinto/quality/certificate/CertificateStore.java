/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.JsonText;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.quality.book.Change;
import org.jspecify.annotations.Nullable;

/** The SQL of certificates by what they are of, and of their papers. */
final class CertificateStore {

    private final Database database;
    private final String ids;

    CertificateStore(Database database) {
        this.database = database;
        this.ids = database.dialect().numbers();
    }

    /** A certificate as a row; {@code number} is that of its record. */
    record Row(
            long number,
            String code,
            String state,
            CertificateKind kind,
            long unit,
            @Nullable String issuer,
            @Nullable String issuerNumber,
            @Nullable String validUntil,
            long atUs,
            String actor) {}

    private static final String ROW = """
            select c.number, r.code, r.state, c.kind, c.unit_id, c.issuer, c.issuer_number, c.valid_until,
                r.opened_at_us, r.actor
            from certificate c join quality_record r on r.number = c.number
            """;

    /** Keeps a certificate with its paper. */
    Change.More keeping(CertificateKind kind, boolean received, long unit, Came came, String hash, byte[] paper) {
        return (transaction, number, n) -> transaction
                .sql("""
                        insert into certificate (number, kind, received, unit_id, issuer, issuer_number, valid_until,
                            withdrawn, paper_hash, paper)
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """)
                .param(number)
                .param(kind.word())
                .param(received ? 1 : 0)
                .param(unit)
                .param(came.issuer())
                .param(came.number())
                .param(came.validUntil())
                .param(hash)
                .param(paper)
                .update();
    }

    /** Who issued a certificate that came with goods, and what they call it. */
    record Came(
            @Nullable String issuer,
            @Nullable String number,
            @Nullable String validUntil) {}

    /** It counts no more. */
    static Change.More withdrawing() {
        return (transaction, number, n) -> transaction
                .sql("update certificate set withdrawn = 1 where number = ?")
                .param(number)
                .update();
    }

    byte[] paper(long number) {
        return database.read()
                .sql("select paper from certificate where number = ?")
                .param(number)
                .query((rows, n) -> rows.getBytes(1))
                .single();
    }

    /** Certificates, newest first; {@code units} null for those of anything. */
    Page<Row> page(@Nullable Collection<Long> units, @Nullable CertificateKind kind, long before, int limit) {
        var where = new StringBuilder("where c.number < ?");
        List<Object> params = new ArrayList<>(List.of(before));
        if (units != null) {
            where.append(" and c.unit_id in (select k.value from ").append(ids).append(" k)");
            params.add(array(units));
        }
        if (kind != null) {
            where.append(" and c.kind = ?");
            params.add(kind.word());
        }
        params.add(limit + 1);
        List<Row> found = rows(where + " order by c.number desc limit ?", params);
        return found.size() > limit
                ? new Page<>(
                        found.subList(0, limit),
                        Paging.cursor(String.valueOf(found.get(limit - 1).number())))
                : new Page<>(found, null);
    }

    /** The newest certificate of each unit that counts. */
    Map<Long, Row> newest(Collection<Long> units) {
        Map<Long, Row> byUnit = new HashMap<>();
        rows(
                        "where c.withdrawn = 0 and c.unit_id in (select k.value from " + ids + " k) order by c.number",
                        List.of(array(units)))
                .forEach(row -> byUnit.put(row.unit(), row));
        return byUnit;
    }

    /** The place that each of the units first came in from: a partner, or outside; those made here are left out. */
    Map<Long, Long> cameFrom(Collection<Long> units) {
        Map<Long, Long> places = new HashMap<>();
        database.read()
                .sql("""
                        select m.unit_id, m.from_id from movement m join entry e on e.seq = m.seq
                        where e.type in ('receive', 'commission') and m.unit_id in (select k.value from %s k)
                        order by m.seq, m.n
                        """.formatted(ids))
                .param(array(units))
                .query((rows, n) -> places.putIfAbsent(rows.getLong(1), rows.getLong(2)))
                .list();
        return places;
    }

    private List<Row> rows(String where, List<Object> params) {
        return database.read()
                .sql(ROW + where)
                .params(params)
                .query((rows, n) -> new Row(
                        rows.getLong("number"),
                        rows.getString("code"),
                        rows.getString("state"),
                        rows.getString("kind").equals(CertificateKind.ANALYSIS.word())
                                ? CertificateKind.ANALYSIS
                                : CertificateKind.CONFORMITY,
                        rows.getLong("unit_id"),
                        rows.getString("issuer"),
                        rows.getString("issuer_number"),
                        rows.getString("valid_until"),
                        rows.getLong("opened_at_us"),
                        rows.getString("actor")))
                .list();
    }

    private static String array(Collection<Long> units) {
        var array = new JsonText().array();
        units.forEach(array::element);
        return array.endArray().toString();
    }
}
