/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Joins the readings of several symbols and judges them together. */
final class Joined {

    private final List<Code> codes;
    private final List<Symbols.Told> told = new ArrayList<>();
    private final List<Symbols.Note> notes = new ArrayList<>();
    private final List<Symbols.Conflict> conflicts = new ArrayList<>(0);
    private final List<AiValue> values = new ArrayList<>();
    private final List<Ai> ais = new ArrayList<>();
    private final List<Integer> origins = new ArrayList<>();

    Joined(List<Code> codes) {
        this.codes = codes;
    }

    Symbols joined() {
        for (int i = 0; i < codes.size(); i++) {
            Code code = codes.get(i);
            for (Said said : code.said()) {
                told.add(new Symbols.Told(i, said));
            }
            for (Remark remark : code.remarks()) {
                if (!isOfPairs(remark)) {
                    notes.add(new Symbols.Note(i, remark));
                }
            }
            for (AiValue value : identifiers(code)) {
                Ai ai = AiTable.find(value.ai());
                if (ai != null) {
                    values.add(value);
                    ais.add(ai);
                    origins.add(i);
                }
            }
        }
        contradictions();
        identifiers();
        return new Symbols(codes, told, notes, conflicts);
    }

    /** What is judged anew for all symbols together. */
    private static boolean isOfPairs(Remark remark) {
        return switch (remark.code()) {
            case "requires", "excludes", "repeated" -> true;
            default -> false;
        };
    }

    private void contradictions() {
        differ("gtin", Code::gtin);
        differ("lot", Code::lot);
        differ("serial", Code::serial);
        differ("sscc", Code::sscc);
        differ("gln", Code::gln);
        differDays("expiry", Code::expiry);
        differDays("bestBefore", Code::bestBefore);
        differDays("manufactured", Code::manufactured);
        differ("quantity", code -> {
            BigDecimal quantity = code.quantity();
            return quantity == null ? null : quantity.stripTrailingZeros();
        });
        for (ItemKey.Scheme scheme : ItemKey.Scheme.values()) {
            if (scheme != ItemKey.Scheme.GTIN) {
                differ(
                        scheme.word(),
                        code -> code.itemKeys().stream()
                                .filter(key -> key.scheme() == scheme)
                                .findFirst()
                                .orElse(null));
            }
        }
    }

    private <T> void differ(String what, Function<Code, @Nullable T> question) {
        T first = null;
        int origin = -1;
        for (int i = 0; i < codes.size(); i++) {
            T answer = question.apply(codes.get(i));
            if (answer == null) {
                continue;
            }
            if (first == null) {
                first = answer;
                origin = i;
            } else if (!answer.equals(first)) {
                conflict(what, first, answer, origin, i);
                return;
            }
        }
    }

    /** A month is no contradiction to one of its days. */
    private void differDays(String what, Function<Code, @Nullable LocalDate> question) {
        for (int i = 0; i < codes.size(); i++) {
            for (int j = 0; j < i; j++) {
                LocalDate one = question.apply(codes.get(j));
                LocalDate other = question.apply(codes.get(i));
                if (one == null || other == null || one.equals(other)) {
                    continue;
                }
                boolean exact = isExact(codes.get(j), one) && isExact(codes.get(i), other);
                boolean sameMonth = one.withDayOfMonth(1).equals(other.withDayOfMonth(1));
                if (exact || !sameMonth) {
                    conflict(what, one, other, j, i);
                    return;
                }
            }
        }
    }

    /** True when no value of the code gives this day as the last of a month only. */
    static boolean isExact(Code code, @Nullable LocalDate date) {
        for (Said said : code.said()) {
            if (said.meaning() instanceof Meaning.Day day
                    && !day.dayGiven()
                    && day.date().equals(date)) {
                return false;
            }
        }
        return true;
    }

    private void conflict(String what, Object one, Object other, int first, int second) {
        conflicts.add(new Symbols.Conflict(what, "one symbol says " + one + ", another " + other, first, second));
    }

    /** Rules between the application identifiers of all symbols. */
    private void identifiers() {
        boolean known = !conflicts.isEmpty();
        for (Remark remark : AiPairs.remarks(values, ais)) {
            if (!isOfPairs(remark)) {
                continue;
            }
            int at = indexOf(remark);
            int symbol = origins.get(at);
            boolean day = switch (values.get(at).ai()) {
                case "11", "15", "17" -> remark.code().equals("repeated");
                default -> false;
            };
            if (day) {
                // Days were compared as what they mean.
                continue;
            }
            if (remark.code().equals("requires")) {
                notes.add(new Symbols.Note(symbol, remark));
            } else if (!known || remark.code().equals("excludes")) {
                conflicts.add(new Symbols.Conflict(remark.code(), remark.detail(), other(at), symbol));
            }
        }
    }

    /** The value that a remark is about: it has the remark's position, and the remark names its identifier first. */
    private int indexOf(Remark remark) {
        for (int i = values.size() - 1; i >= 0; i--) {
            if (values.get(i).position() == remark.position()
                    && remark.detail().startsWith("AI " + values.get(i).ai() + ' ')) {
                return i;
            }
        }
        return 0;
    }

    /** The symbol of an earlier value with the same identifier or one that is excluded. */
    private int other(int at) {
        for (int i = 0; i < values.size(); i++) {
            boolean same = ais.get(i) == ais.get(at)
                    && !values.get(i).value().equals(values.get(at).value());
            if (i != at && (same || ais.get(at).never.has(ais.get(i)))) {
                return origins.get(i);
            }
        }
        return origins.get(at);
    }

    /** The identifiers of all symbols; of a month and one of its days the day. */
    static List<ElementString.Pair> pairs(List<Code> codes) {
        List<ElementString.Pair> pairs = new ArrayList<>();
        for (Code code : codes) {
            for (AiValue value : identifiers(code)) {
                ElementString.Pair pair = new ElementString.Pair(value.ai(), value.value());
                boolean month = value.meaning() instanceof Meaning.Day day && !day.dayGiven();
                boolean there = pairs.stream().anyMatch(p -> p.ai().equals(pair.ai()));
                if (month && there) {
                    continue;
                }
                pairs.removeIf(p -> p.ai().equals(pair.ai())
                        && value.meaning() instanceof Meaning.Day
                        && p.value().endsWith("00"));
                pairs.add(pair);
            }
        }
        return pairs;
    }

    /** The application identifiers that a reading has, or that stand for what it is. */
    static List<AiValue> identifiers(Code code) {
        return switch (code) {
            case Code.ElementStringCode it -> it.said();
            case Code.DigitalLinkCode it -> it.said();
            case Code.GtinCode it -> List.of(value("01", it.gtin().digits()));
            case Code.SsccCode it -> List.of(value("00", it.sscc().digits()));
            case Code.EpcCode it -> ofEpc(it.epc());
            default -> List.of();
        };
    }

    private static List<AiValue> ofEpc(Epc epc) {
        return switch (epc) {
            case Epc.Sgtin it -> List.of(value("01", it.gtin().digits()), value("21", it.serial()));
            case Epc.Lgtin it -> List.of(value("01", it.gtin().digits()), value("10", it.lot()));
            case Epc.GtinClass it -> List.of(value("01", it.gtin().digits()));
            case Epc.SsccEpc it -> List.of(value("00", it.sscc().digits()));
            case Epc.Key it -> {
                String ai = it.extensionAi();
                String extension = it.extension();
                yield ai == null || extension == null
                        ? List.of(value(it.ai(), it.value()))
                        : List.of(value(it.ai(), it.value()), value(ai, extension));
            }
            case Epc.Sgln it -> List.of();
            case Epc.Other it -> List.of();
        };
    }

    private static AiValue value(String ai, String value) {
        Ai known = AiTable.find(ai);
        return new AiValue(ai, known == null ? "" : known.title, value, new Meaning.Text(value), 0);
    }
}
