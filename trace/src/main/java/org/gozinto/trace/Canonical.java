/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
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

    private final Book book;
    private final StringBuilder text = new StringBuilder();
    private final MessageDigest digest;

    private Canonical(Book book) {
        this.book = book;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    static Answer hashed(Book book, Answer draft) {
        Canonical canonical = new Canonical(book);
        canonical.policy(draft.question(), draft.knownAtSeq());
        draft.units().forEach(canonical::unit);
        draft.cuts()
                .forEach(cut -> canonical.line(
                        "cut",
                        cut.reason(),
                        cut.place() < 0 ? "-" : canonical.place(cut.place()),
                        cut.unit() < 0 ? "-" : canonical.name(cut.unit()),
                        cut.qty()));
        canonical.summary(draft.summary());
        Balance balance = draft.balance();
        if (balance != null) {
            canonical.line(
                    "balance", balance.entered().toPlainString(), balance.sum().toPlainString());
        }
        draft.notAnswered().forEach(part -> canonical.line("notAnswered", part));
        draft.hypotheses().forEach(canonical::hypothesis);
        canonical.flush();
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

    private void policy(Question question, long knownAtSeq) {
        line(
                "trace",
                question.direction(),
                "asOf=" + or(question.asOfUs()),
                "known=" + knownAtSeq,
                "hosts=" + question.hosts(),
                "contents=" + question.contents(),
                "amounts=" + question.amounts(),
                "floor=" + or(question.floor()),
                "stop=" + question.stop());
        Contact contact = question.contact();
        if (contact != null) {
            line("contact", contact.kinds().stream().sorted().toList(), contact.windowUs());
        }
        if (question.badPieces() != null) {
            line("badPieces", question.badPieces());
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
                        place == null ? "-" : place(place),
                        or(of.document()),
                        window == null ? "-" : window.fromUs() + ".." + window.toUs());
            }
        };
    }

    private void unit(Reached unit) {
        line(
                "unit",
                name(unit.unit()),
                unit.precision(),
                unit.sinceUs(),
                unit.relation(),
                or(unit.untilUs()),
                amount(unit.amount()));
        Odds chance = unit.chance();
        if (chance != null) {
            line("chance", chance.lo().toPlainString(), chance.hi().toPlainString());
        }
        for (Holding holding : unit.holdings()) {
            String within =
                    String.join(">", holding.within().stream().map(this::place).toList());
            line("at", place(holding.place()), within, holding.qty(), amount(holding.amount()));
        }
        for (Stay stay : unit.stays()) {
            line("in", name(stay.in()), stay.fromUs(), or(stay.toUs()), or(stay.position()));
        }
        for (Source source : unit.sources()) {
            line("from", source.seq(), place(source.from()), place(source.to()), source.qty());
        }
    }

    private void hypothesis(Hypothesis hypothesis) {
        line(
                "hypothesis",
                name(hypothesis.unit()),
                hypothesis.relation(),
                hypothesis.kind(),
                hypothesis.place() < 0 ? "-" : place(hypothesis.place()),
                or(hypothesis.name()),
                name(hypothesis.with()),
                name(hypothesis.through()),
                hypothesis.sinceUs());
    }

    private void summary(Summary summary) {
        line("count", summary.lots(), summary.serials());
        summary.byItem().forEach(count -> line("item", count.item(), count.lots(), count.serials()));
        places("onHand", summary.onHand());
        summary.consignees()
                .forEach(to -> line("consignee", place(to.partner()), to.item(), to.gross(), to.net(), to.decimals()));
        places("source", summary.sources());
        items("scrapped", summary.scrapped());
        items("consumed", summary.consumed());
        items("loss", summary.loss());
        items("unknown", summary.unknown());
        items("adjustedUp", summary.adjustedUp());
    }

    private void places(String label, List<Summary.AtPlace> list) {
        list.forEach(at -> line(label, place(at.place()), at.item(), at.qty(), at.decimals()));
    }

    private void items(String label, List<Summary.ItemQty> list) {
        list.forEach(of -> line(label, of.item(), of.qty(), of.decimals()));
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String amount(@Nullable Amount amount) {
        return amount == null
                ? "-"
                : amount.lo().toPlainString() + ".." + amount.expected().toPlainString() + ".."
                        + amount.hi().toPlainString();
    }

    private String name(int id) {
        Unit unit = book.unit(id);
        StringJoiner name = new StringJoiner("|");
        name.add(unit.item()).add(unit.issuer()).add(or(unit.lot())).add(or(unit.serial()));
        return name.add(unit.kind().name()).add(Integer.toString(unit.twin())).toString();
    }

    private String place(int id) {
        Place place = book.place(id);
        return place.kind() + ":" + place.code();
    }

    private void line(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            text.append(i == 0 ? "" : "\t").append(fields[i]);
        }
        text.append('\n');
        if (text.length() > 1 << 16) {
            flush();
        }
    }

    private void flush() {
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
