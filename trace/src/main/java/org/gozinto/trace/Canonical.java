/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The canonical text of an answer and its SHA-256. One line per fact, fields divided by tabs, in the order of the
 * answer; units by item, issuer, lot, serial and twin, places by kind and code, never by id. The known-at bound enters
 * as the greatest seq read, so the same knowledge gives the same hash however it was asked for. Sample:
 *
 * <pre>
 * trace  FORWARD  asOf=-  known=7  hosts=NOW  contents=EVER  amounts=false  floor=-  stop=NOWHERE
 * unit   RESIN||R1||0  UNIT  1000  SEED  -  -
 * at     BIN:A-01  40  -
 * </pre>
 */
final class Canonical {

    private static final int FLUSHED_AT = 1 << 16;
    private static final int NEVER_FLUSHED = Integer.MAX_VALUE;

    /** Units that one thread writes at a time, where there are many of them. */
    static final int UNITS_A_PART = 4_096;

    private static final int UNITS_A_ROUND = UNITS_A_PART * 8;
    private static final int BYTES_A_UNIT = 160;

    private final Book book;
    private final Roll roll;
    private final Utf8 text;
    private final int flushedAt;
    private final MessageDigest digest;

    private Canonical(Book book, Roll roll) {
        this(book, roll, new Utf8(FLUSHED_AT + FLUSHED_AT / 8), FLUSHED_AT);
    }

    private Canonical(Book book, Roll roll, Utf8 text, int flushedAt) {
        this.book = book;
        this.roll = roll;
        this.text = text;
        this.flushedAt = flushedAt;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** The answer with its hash; the roll has the names of its units. */
    static Answer hashed(Book book, Roll roll, Answer draft) {
        Canonical canonical = new Canonical(book, roll);
        canonical.write(draft);
        return new Answer(
                draft.question(),
                draft.knownAtSeq(),
                draft.complete(),
                draft.cuts(),
                draft.units(),
                draft.summary(),
                draft.balance(),
                draft.notAnswered(),
                draft.hypotheses(),
                draft.paths(),
                draft.passages(),
                HexFormat.of().formatHex(canonical.digest.digest()));
    }

    private void write(Answer draft) {
        policy(draft.question(), draft.knownAtSeq());
        units(draft.units());
        for (Cut cut : draft.cuts()) {
            start("cut").field(cut.reason().name());
            place(cut.place()).field(cut.unit() < 0 ? "-" : name(cut.unit())).field(cut.qty());
            end();
        }
        summary(draft.summary());
        Balance balance = draft.balance();
        if (balance != null) {
            line("balance", balance.entered().toPlainString(), balance.sum().toPlainString());
        }
        draft.notAnswered().forEach(part -> line("notAnswered", part));
        draft.hypotheses().forEach(this::hypothesis);
        flush();
    }

    /** Many units are written by several threads, each a part of them, and digested by one, in their order. */
    private void units(List<Reached> units) {
        if (units.size() <= UNITS_A_PART) {
            write(units, 0, units.size());
            return;
        }
        flush();
        // While a round is written, the one before is digested.
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (int from = 0; from < units.size(); from += UNITS_A_ROUND) {
            int end = Math.min(units.size(), from + UNITS_A_ROUND);
            List<Utf8> parts = IntStream.iterate(from, start -> start < end, start -> start + UNITS_A_PART)
                    .parallel()
                    .mapToObj(start -> part(units, start, Math.min(end, start + UNITS_A_PART)))
                    .toList();
            before.join();
            before = CompletableFuture.runAsync(() -> parts.forEach(part -> part.digest(digest)));
        }
        before.join();
    }

    private Utf8 part(List<Reached> units, int from, int to) {
        var part = new Canonical(book, roll, new Utf8((to - from) * BYTES_A_UNIT), NEVER_FLUSHED);
        part.write(units, from, to);
        return part.text;
    }

    private void write(List<Reached> units, int from, int to) {
        for (int i = from; i < to; i++) {
            unit(i, units.get(i));
        }
    }

    private void policy(Question question, long knownAtSeq) {
        line(
                "trace",
                question.direction().name(),
                "asOf=" + or(question.asOfUs()),
                "known=" + knownAtSeq,
                "hosts=" + question.hosts(),
                "contents=" + question.contents(),
                "amounts=" + question.amounts(),
                "floor=" + or(question.floor()),
                "stop=" + question.stop());
        Contact contact = question.contact();
        if (contact != null) {
            line("contact", contact.kinds().stream().sorted().toList().toString(), Long.toString(contact.windowUs()));
        }
        if (question.badPieces() != null) {
            line("badPieces", question.badPieces().toString());
        }
        question.killSteps().stream().sorted().forEach(step -> line("kill", step));
        question.seeds().stream().map(this::seed).sorted().forEach(seed -> line("seed", seed));
    }

    private String seed(Seed seed) {
        return switch (seed) {
            case Seed.OfContainer container -> "container " + name(container.unit());
            case Seed.OfUnit of -> {
                Integer place = of.place();
                Window window = of.window();
                yield String.join(
                        " ",
                        name(of.unit()),
                        place == null ? "-" : placeName(place),
                        or(of.document()),
                        window == null ? "-" : window.fromUs() + ".." + window.toUs());
            }
        };
    }

    private void unit(int position, Reached unit) {
        start("unit").tab();
        roll.appendName(position, text);
        field(unit.precision().name())
                .field(unit.sinceUs())
                .field(unit.relation().name());
        field(unit.untilUs()).amount(unit.amount());
        end();
        Odds chance = unit.chance();
        if (chance != null) {
            line("chance", chance.lo().toPlainString(), chance.hi().toPlainString());
        }
        for (Holding holding : unit.holdings()) {
            start("at").place(holding.place()).tab();
            for (int i = 0; i < holding.within().size(); i++) {
                text.append(i == 0 ? "" : ">");
                book.appendPlace(holding.within().get(i), text);
            }
            field(holding.qty()).amount(holding.amount());
            end();
        }
        for (Stay stay : unit.stays()) {
            start("in").field(name(stay.in())).field(stay.fromUs()).field(stay.toUs());
            field(or(stay.position())).end();
        }
        for (Source source : unit.sources()) {
            start("from").field(source.seq()).place(source.from()).place(source.to());
            field(source.qty()).end();
        }
    }

    private void hypothesis(Hypothesis hypothesis) {
        start("hypothesis").field(name(hypothesis.unit()));
        field(hypothesis.relation().name()).field(hypothesis.kind().name());
        place(hypothesis.place()).field(or(hypothesis.name()));
        field(name(hypothesis.with())).field(name(hypothesis.through()));
        field(hypothesis.sinceUs()).end();
    }

    private void summary(Summary summary) {
        start("count").field(summary.lots()).field(summary.serials()).end();
        summary.byItem()
                .forEach(count -> start("item")
                        .field(count.item())
                        .field(count.lots())
                        .field(count.serials())
                        .end());
        places("onHand", summary.onHand());
        summary.consignees()
                .forEach(to -> start("consignee")
                        .place(to.partner())
                        .field(to.item())
                        .field(to.gross())
                        .field(to.net())
                        .field(to.decimals())
                        .end());
        places("source", summary.sources());
        items("scrapped", summary.scrapped());
        items("consumed", summary.consumed());
        items("loss", summary.loss());
        items("unknown", summary.unknown());
        items("adjustedUp", summary.adjustedUp());
    }

    private void places(String label, List<Summary.AtPlace> list) {
        list.forEach(at -> start(label)
                .place(at.place())
                .field(at.item())
                .field(at.qty())
                .field(at.decimals())
                .end());
    }

    private void items(String label, List<Summary.ItemQty> list) {
        list.forEach(of -> start(label)
                .field(of.item())
                .field(of.qty())
                .field(of.decimals())
                .end());
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private String name(int id) {
        Unit unit = book.unit(id);
        return String.join(
                "|",
                unit.item(),
                unit.issuer(),
                or(unit.lot()),
                or(unit.serial()),
                unit.kind().name(),
                Integer.toString(unit.twin()));
    }

    private String placeName(int id) {
        Place place = book.place(id);
        return place.kind() + ":" + place.code();
    }

    // --- writing

    private void line(String label, String... fields) {
        start(label);
        for (String field : fields) {
            field(field);
        }
        end();
    }

    private Canonical start(String label) {
        text.append(label);
        return this;
    }

    private void tab() {
        text.append('\t');
    }

    private Canonical field(String value) {
        text.append('\t');
        text.append(value);
        return this;
    }

    private Canonical field(long value) {
        text.append('\t');
        text.append(value);
        return this;
    }

    private Canonical field(@Nullable Long value) {
        return value == null ? field("-") : field(value.longValue());
    }

    /** A place by its name; below zero for none. */
    private Canonical place(int id) {
        text.append('\t');
        if (id < 0) {
            text.append('-');
        } else {
            book.appendPlace(id, text);
        }
        return this;
    }

    private void amount(@Nullable Amount amount) {
        field(
                amount == null
                        ? "-"
                        : amount.lo().toPlainString() + ".." + amount.expected().toPlainString() + ".."
                                + amount.hi().toPlainString());
    }

    private void end() {
        text.append('\n');
        if (text.size() > flushedAt) {
            flush();
        }
    }

    private void flush() {
        text.digest(digest);
        text.clear();
    }
}
