/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Reads a million texts that are nearly codes. {@code -Dgozinto.fuzz.seed=} repeats a run, {@code -Dgozinto.fuzz.count=}
 * makes it longer; the longest times are printed and prove nothing on a busy machine.
 */
class FuzzTest {

    private static final Options OPTIONS = Options.on(LocalDate.of(2026, 11, 22));

    private static final long MILLION = 1_000_000;

    @Test
    void everyTextHasReadingsThatHoldTogether() {
        long seed = Long.getLong("gozinto.fuzz.seed", System.nanoTime());
        long count = Long.getLong("gozinto.fuzz.count", MILLION);
        System.out.println("fuzz: seed " + seed + ", " + count + " texts");
        Scrambler scrambler = new Scrambler(seed);
        long longest = 0;
        List<String> slow = new ArrayList<>();
        long readings = 0;
        long understood = 0;
        long start = System.nanoTime();
        for (long i = 0; i < count; i++) {
            String text = scrambler.next();
            long before = System.nanoTime();
            List<Code> codes;
            try {
                codes = Codes.read(text, OPTIONS);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(told(seed, i, text), e);
            }
            long took = System.nanoTime() - before;
            // Most of these only met another process; the slow ones are measured again.
            if (took > longest / 4) {
                longest = Math.max(longest, took);
                slow.add(text);
                if (slow.size() > 200) {
                    slow.removeFirst();
                }
            }
            String wrong = wrong(text, codes);
            if (!wrong.isEmpty()) {
                throw new AssertionError(wrong + ": " + told(seed, i, text) + " gives " + codes);
            }
            readings += codes.size();
            understood += codes.size() > 1 ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "fuzz: %d texts in %.1f s, %d understood, %d readings; slowest %s%n",
                count,
                (System.nanoTime() - start) / 1e9,
                understood,
                readings,
                slowest(slow));
        assertThat(understood).isGreaterThan(count / 20);
    }

    private static String slowest(List<String> texts) {
        long most = 0;
        String found = "";
        for (String text : texts) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 20; i++) {
                long before = System.nanoTime();
                Codes.read(text, OPTIONS);
                best = Math.min(best, System.nanoTime() - before);
            }
            if (best > most) {
                most = best;
                found = text;
            }
        }
        return String.format(Locale.ROOT, "%.3f ms, best of 20: ", most / 1e6) + shown(found);
    }

    private static String told(long seed, long index, String text) {
        return "seed " + seed + ", text " + index + ", " + shown(text);
    }

    private static String shown(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length() && i < 300; i++) {
            char c = text.charAt(i);
            out.append(c > ' ' && c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return out + " (" + text.length() + " characters)";
    }

    /** What does not hold for these readings; empty when all is well. */
    private static String wrong(String text, List<Code> codes) {
        if (codes.isEmpty() || !(codes.getLast() instanceof Code.PlainText)) {
            return "no plain text at the end";
        }
        if (codes.size() > OPTIONS.maxReadings() + 8) {
            return "too many readings";
        }
        for (int i = 0; i < codes.size(); i++) {
            Code code = codes.get(i);
            if (!code.raw().equals(text)) {
                return "raw text lost";
            }
            if (code instanceof Code.PlainText && i < codes.size() - 1) {
                return "plain text in the middle";
            }
            for (Remark remark : code.remarks()) {
                if (remark.position() < 0 || remark.position() > text.length()) {
                    return "position of a remark " + remark;
                }
            }
            for (Said said : code.said()) {
                if (!isThere(text, code, said)) {
                    return "place of a value " + said;
                }
            }
        }
        return accessors(codes);
    }

    /** A value stands where it says, or it begins there in another spelling. */
    private static boolean isThere(String text, Code code, Said said) {
        int at = said.position();
        if (said.value().isEmpty() || at < 0 || at >= text.length()) {
            return false;
        }
        boolean decoded = code instanceof Code.DigitalLinkCode
                || said.value().contains("(")
                || text.startsWith("]E")
                || code.remarks().stream().anyMatch(r -> r.code().equals("capsLock"));
        return decoded || text.startsWith(said.value(), at);
    }

    /** Asks everything that callers ask; answers must not throw either. */
    private static String accessors(List<Code> codes) {
        for (Code code : codes) {
            boolean good = code.itemKeys().stream().noneMatch(k -> k.value().isEmpty())
                    && (code.gtin() == null || code.gtin().digits().length() == 14)
                    && (code.lot() == null || !code.lot().isEmpty())
                    && (code.serial() == null || !code.serial().isEmpty())
                    && (code.sscc() == null || code.sscc().digits().length() == 18)
                    && (code.gln() == null || code.gln().digits().length() == 13)
                    && (code.expiry() == null || code.expiry().getYear() > 0)
                    && (code.quantity() == null || code.quantity().signum() >= 0)
                    && !code.family().word().isEmpty();
            if (!good) {
                return "an answer of " + code;
            }
            code.bestBefore();
            code.manufactured();
            code.symbology();
            if (code instanceof Code.ElementStringCode it) {
                it.elements().separated();
                it.elements().bracketed();
                it.elements().canonicalLink();
                it.elements().epcisLink();
            }
        }
        return "";
    }
}
