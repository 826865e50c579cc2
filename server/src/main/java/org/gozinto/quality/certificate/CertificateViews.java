/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.StepChain;
import org.gozinto.ledger.StepChain.Taken;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.UnitRef;
import org.gozinto.quality.book.UnitRefs;
import org.jspecify.annotations.Nullable;

/** Puts certificates into the words of the API. Safe for use by many threads. */
final class CertificateViews {

    private final UnitRefs refs;

    CertificateViews(UnitRefs refs) {
        this.refs = refs;
    }

    static String time(long us) {
        return Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    CertificateView of(File<CertificateStep> file) {
        Taken<CertificateStep> first = file.steps().getFirst();
        CertificateView.Withdrawn withdrawn = file.steps().stream()
                .filter(taken -> taken.step() instanceof CertificateStep.Withdraw)
                .map(taken -> new CertificateView.Withdrawn(
                        String.valueOf(((CertificateStep.Withdraw) taken.step()).reason()),
                        time(taken.atUs()),
                        taken.actor()))
                .findFirst()
                .orElse(null);
        return switch (first.step()) {
            case CertificateStep.Issue issue ->
                new CertificateView(
                        file.head().code(),
                        file.head().id(),
                        file.head().state(),
                        false,
                        issue.content().kind(),
                        issue.content().unit(),
                        issue.content(),
                        null,
                        null,
                        null,
                        issue.paperHash(),
                        issue.paperSize(),
                        time(first.atUs()),
                        first.actor(),
                        withdrawn);
            case CertificateStep.Receive receive ->
                new CertificateView(
                        file.head().code(),
                        file.head().id(),
                        file.head().state(),
                        true,
                        receive.kind(),
                        refs.named(List.of(Long.parseLong(receive.unit()))).getFirst(),
                        null,
                        receive.issuer(),
                        receive.number(),
                        receive.validUntil(),
                        receive.paperHash(),
                        receive.paperSize(),
                        time(first.atUs()),
                        first.actor(),
                        withdrawn);
            case CertificateStep.Withdraw _ -> throw new IllegalStateException("a certificate begins with its issue");
        };
    }

    Page<CertificateView.Head> heads(Page<CertificateStore.Row> rows) {
        Map<String, UnitRef> units = new HashMap<>();
        refs.named(rows.items().stream()
                        .map(CertificateStore.Row::unit)
                        .distinct()
                        .toList())
                .forEach(ref -> units.put(ref.unit(), ref));
        return new Page<>(
                rows.items().stream()
                        .map(row -> head(row, units.get(String.valueOf(row.unit()))))
                        .toList(),
                rows.nextCursor());
    }

    private static CertificateView.Head head(CertificateStore.Row row, @Nullable UnitRef unit) {
        return new CertificateView.Head(
                row.code(),
                row.state(),
                row.kind().word(),
                unit == null ? null : unit.item(),
                unit == null ? null : unit.name(),
                unit == null ? null : unit.lot(),
                unit == null ? null : unit.serial(),
                row.issuer(),
                row.issuerNumber(),
                row.validUntil(),
                time(row.atUs()),
                row.actor());
    }

    CertificateView.StepView step(Taken<CertificateStep> taken) {
        return new CertificateView.StepView(
                taken.n(),
                taken.id(),
                StepChain.word(taken.step()),
                time(taken.atUs()),
                taken.actor(),
                taken.role(),
                taken.step(),
                HexFormat.of().formatHex(taken.hash()));
    }
}
