/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.gozinto.trace.Book;
import org.gozinto.trace.Contact;
import org.gozinto.trace.Place;
import org.gozinto.trace.Precision;
import org.gozinto.trace.Question;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Unit;
import org.gozinto.trace.Window;
import org.jspecify.annotations.Nullable;

/**
 * A whole question as one line, with every default filled in and everything named by codes, so that two people can see
 * that they mean the same. The parts stand in a fixed order, values are encoded as in an address, seeds are sorted:
 * {@code direction=forward&asOf=&knownAt=29&…&seed=lot:RESIN::R-1::0:::}. A seed is its kind, item, issuer, lot,
 * serial, twin, and what narrows it: place, document, window. More than 10,000 seeds are counted, and named by the
 * SHA-256 over their lines: {@code seeds=120000&seedsHash=…}.
 */
final class PolicyText {

    private final Book book;

    private PolicyText(Book book) {
        this.book = book;
    }

    /** @param knownAtSeq the greatest seq that the answer read; it stands for any way of asking for it */
    static String of(Question question, long knownAtSeq, Book book) {
        var text = new PolicyText(book);
        Contact contact = question.contact();
        Precision floor = question.floor();
        int units = question.limits().units();
        var parts = new StringJoiner("&");
        parts.add("direction=" + Questions.word(question.direction()));
        parts.add("asOf=" + encoded(time(question.asOfUs())));
        parts.add("knownAt=" + knownAtSeq);
        parts.add("hosts=" + Questions.word(question.hosts()));
        parts.add("contents=" + Questions.word(question.contents()));
        parts.add("amounts=" + question.amounts());
        parts.add("contact="
                + (contact == null
                        ? ""
                        : contact.kinds().stream().map(Questions::word).sorted().collect(Collectors.joining(","))));
        parts.add("contactWindowUs=" + (contact == null ? "" : contact.windowUs()));
        parts.add("killSteps="
                + question.killSteps().stream()
                        .sorted()
                        .map(PolicyText::encoded)
                        .collect(Collectors.joining(",")));
        parts.add("precision=" + Questions.word(floor == null ? Precision.WINDOW : floor));
        parts.add("stop=" + Questions.word(question.stop()));
        Long badPieces = question.badPieces();
        parts.add("badPieces=" + (badPieces == null ? "" : badPieces));
        parts.add("units=" + (units == Integer.MAX_VALUE ? "" : String.valueOf(units)));
        List<String> seeds = question.seeds().stream().map(text::seed).sorted().toList();
        if (seeds.size() > TraceViews.SEEDS_SHOWN) {
            parts.add("seeds=" + seeds.size());
            parts.add("seedsHash=" + hash(seeds));
        } else {
            seeds.forEach(seed -> parts.add("seed=" + seed));
        }
        return parts.toString();
    }

    private static String hash(List<String> lines) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private String seed(Seed seed) {
        return switch (seed) {
            case Seed.OfContainer container -> unit(container.unit()) + ":::";
            case Seed.OfUnit of -> {
                Integer place = of.place();
                Window window = of.window();
                yield unit(of.unit())
                        + ":" + (place == null ? "" : place(book.place(place)))
                        + ":" + encoded(of.document())
                        + ":" + (window == null ? "" : window.fromUs() + ".." + window.toUs());
            }
        };
    }

    private String unit(int number) {
        Unit unit = book.unit(number);
        return Questions.word(unit.kind()) + ":" + encoded(unit.item()) + ":" + encoded(unit.issuer()) + ":"
                + encoded(unit.lot()) + ":" + encoded(unit.serial()) + ":" + unit.twin();
    }

    private static String place(Place place) {
        return encoded(place.code());
    }

    private static String time(@Nullable Long us) {
        return us == null ? "" : Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }

    private static String encoded(@Nullable String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
