/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Cases that others wrote: GS1's syntax engine and syntax dictionary, and the canonical links of an EPCIS hash
 * generator, strings published with HIBC, labels of medicines and of electronic parts.
 */
class ReferenceCasesTest {

    /** The dictionary's cases say that they assume the year 2021. */
    private static final LocalDate TODAY = LocalDate.of(2021, 6, 1);

    private static final Options STRICT = Options.on(TODAY).strict();

    private static final List<String> WRONG_CHECK_DIGITS =
            List.of("http://example.de/gtin-8/01/97803111", "http://example.de/01/040123451234/cpv/344/lot/ABD");

    private static final Map<String, String> FLAWS = flaws();

    /** Runs every case; a case answers what is wrong with it, or an empty text. */
    private static void run(String file, Function<Map<String, Object>, String> check) {
        List<Map<String, Object>> cases = Jsonl.cases(file);
        List<String> wrong = new ArrayList<>();
        int left = 0;
        for (Map<String, Object> one : cases) {
            String verdict = check.apply(one);
            if (verdict.startsWith("left: ")) {
                left++;
                System.out.println(file + " " + verdict + " " + one);
            } else if (!verdict.isEmpty()) {
                wrong.add(verdict + " in " + one);
            }
        }
        System.out.println(file + ": " + (cases.size() - wrong.size() - left) + " of " + cases.size() + " passed, "
                + left + " left out");
        assertThat(cases).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    private static String text(Map<String, Object> one, String name) {
        return (String) one.get(name);
    }

    private static boolean accept(Map<String, Object> one) {
        return (Boolean) one.get("accept");
    }

    private static String withMarks(AiValues values) {
        return "^" + values.separated().replace(Chars.FNC1, '^');
    }

    @Test
    void pairsOfIdentifiersAreJudgedAsTheSyntaxEngineDoes() {
        Map<String, String> codes = Map.of(
                "validateAIrepeats", "repeated",
                "validateAImutex", "excludes",
                "validateAIrequisites", "requires",
                "validateDigSigRequiresSerialisedKey", "requires");
        run("syntax-engine-ai-pairs.jsonl", one -> {
            ElementString.Readings found = ElementString.read(text(one, "bracketed"), STRICT);
            if (found.readings().isEmpty()) {
                // The engine reads identifiers 89 and 3338, which do not exist; here they are refused by themselves.
                return !accept(one) && "unknownAi".equals(found.problem().code()) ? "" : "refused: " + found;
            }
            String code = codes.get(text(one, "rule"));
            boolean clean = found.readings().getFirst().remarks().stream()
                    .noneMatch(r -> r.code().equals(code));
            return clean == accept(one)
                    ? ""
                    : "remarks " + found.readings().getFirst().remarks();
        });
    }

    @Test
    void bracketedStringsAreReadAsTheSyntaxEngineDoes() {
        run("syntax-engine-bracketed.jsonl", one -> elements(ElementString.read(text(one, "bracketed"), STRICT), one));
    }

    @Test
    void stringsWithSeparatorsAreReadAsTheSyntaxEngineDoes() {
        run("syntax-engine-unbracketed.jsonl", one -> {
            ElementString.Readings found = ElementString.read(text(one, "unbracketed"), STRICT);
            if (!accept(one)) {
                // Without FNC1 the engine refuses; here such text may have readings, all marked as guessed.
                return found.readings().stream().allMatch(ElementString::guessed) ? "" : "accepted: " + found;
            }
            if (found.readings().isEmpty()) {
                return "refused: " + found.problem();
            }
            String again = ElementString.read(withMarks(found.readings().getFirst()), STRICT)
                    .readings()
                    .getFirst()
                    .bracketed();
            return again.equals(found.readings().getFirst().bracketed()) ? "" : "round trip gives " + again;
        });
    }

    private static String elements(ElementString.Readings found, Map<String, Object> one) {
        if (!accept(one)) {
            return found.readings().isEmpty() ? "" : "accepted: " + found;
        }
        if (found.readings().size() != 1) {
            return "not one reading: " + found;
        }
        String marks = withMarks(found.readings().getFirst());
        return marks.equals(text(one, "unbracketed")) ? "" : "reads " + marks;
    }

    @Test
    void digitalLinksAreReadAsTheSyntaxEngineDoes() {
        run("syntax-engine-digital-link.jsonl", one -> {
            Map<?, ?> flags = (Map<?, ?>) one.get("flags");
            boolean legacy = flags.get("zeroSuppressedGtin").equals(true)
                    || flags.get("convenienceAlphas").equals(true);
            Reading<DigitalLink> read = DigitalLink.read(text(one, "uri"), STRICT.withLegacyLinks(legacy));
            if (read instanceof Reading.Ok<DigitalLink> ok) {
                String marks = withMarks(ok.value());
                return accept(one) && marks.equals(text(one, "unbracketed")) ? "" : "reads " + marks;
            }
            return accept(one) ? "refused: " + read : "";
        });
    }

    @Test
    void scansAreReadAsTheSyntaxEngineDoes() {
        run("syntax-engine-scan-data.jsonl", one -> {
            List<Code> codes = Codes.read(text(one, "scan"), STRICT);
            if (!accept(one)) {
                return codes.size() == 1 ? "" : "accepted: " + codes;
            }
            String expected = text(one, "unbracketed");
            return switch (codes.getFirst()) {
                case Code.ElementStringCode it ->
                    withMarks(it.elements()).equals(expected) ? "" : "reads " + withMarks(it.elements());
                case Code.DigitalLinkCode it -> it.raw().endsWith(expected) ? "" : "reads " + it.raw();
                // The engine puts one backslash before a ^ that is data.
                case Code.PlainText it -> ("\\" + it.text()).equals(expected) ? "" : "reads " + it.text();
                default -> "reads " + codes;
            };
        });
    }

    @Test
    void valuesAreJudgedByTheirIdentifier() {
        run("syntax-engine-linters-by-ai.jsonl", one -> {
            ElementString.Readings found = ElementString.read(text(one, "bracketed"), STRICT);
            Reading.Bad<ElementString> problem = found.problem();
            String expected = flaw(text(one, "expect"));
            return problem != null && problem.code().equals(expected)
                    ? ""
                    : "expected " + expected + ", found " + found;
        });
    }

    @Test
    void valuesAreJudgedByEachRule() {
        run("syntax-dictionary-linters.jsonl", one -> {
            String in = text(one, "in");
            if (text(one, "linter").equals("gcppos2")) {
                return "left: needs GS1's list of company prefixes, which is an optional import";
            }
            long flaw = lint(text(one, "linter"), in);
            if (flaw == Flaw.NONE) {
                return (Boolean) one.get("pass") ? "" : "accepted";
            }
            String expected = flaw(text(one, "error"));
            int position = text(one, "markup").indexOf('*');
            boolean same = Flaw.of(flaw).code.equals(expected) && Flaw.position(flaw) == position;
            return same ? "" : "found " + Flaw.of(flaw).code + " at " + Flaw.position(flaw);
        });
    }

    private static long lint(String linter, String in) {
        return switch (linter) {
            case "cset39" -> CharSet.Y.check(in, 0, in.length());
            case "cset64" -> CharSet.Z.check(in, 0, in.length());
            case "cset82" -> CharSet.X.check(in, 0, in.length());
            default -> ValueRule.valueOf(rule(linter)).check(in, 0, in.length(), TODAY);
        };
    }

    private static String rule(String linter) {
        return switch (linter) {
            case "csum" -> "CHECK";
            case "csumalpha" -> "PAIR";
            case "yymmd0" -> "DAY0";
            case "yymmdd" -> "DAY";
            case "yyyymmdd" -> "LONGDAY";
            case "hhmi" -> "CLOCK";
            case "pieceoftotal" -> "PIECES";
            case "posinseqslash" -> "SEQUENCE";
            case "pcenc" -> "PERCENT";
            case "iso3166" -> "COUNTRY";
            case "iso3166alpha2" -> "COUNTRY2";
            case "iso4217" -> "CURRENCY";
            case "nozeroprefix" -> "NOLEAD";
            case "importeridx" -> "IMPORTER";
            case "mediatype" -> "MEDIA";
            default -> linter.toUpperCase(java.util.Locale.ROOT);
        };
    }

    @Test
    void namesAndLinksBecomeTheLinksThatEpcisHashes() {
        run("epc-uri-to-canonical-dl.jsonl", one -> {
            String in = text(one, "in");
            String link = null;
            if (in.startsWith("urn:")) {
                link = Epc.read(in) instanceof Reading.Ok<Epc> ok ? ok.value().link() : null;
            } else {
                Reading<DigitalLink> read = DigitalLink.read(in, Options.on(TODAY));
                link = read instanceof Reading.Ok<DigitalLink> ok ? ok.value().epcisLink() : null;
            }
            String expected = text(one, "canonicalDL");
            if (WRONG_CHECK_DIGITS.contains(in)
                    && DigitalLink.read(in, Options.on(TODAY)) instanceof Reading.Bad<DigitalLink> bad) {
                assertThat(bad.code()).isEqualTo("checkDigit");
                return "left: its check digit is wrong, which the generator does not look at";
            }
            return java.util.Objects.equals(link, expected) ? "" : "gives " + link;
        });
    }

    @Test
    void hibcCodesSayWhatTheirStandardSays() {
        run("hibc.jsonl", ReferenceCasesTest::otherFamily);
    }

    @Test
    void labelsOfMedicinesSayWhatIsPrintedOnThem() {
        run("ifa-ppn.jsonl", ReferenceCasesTest::otherFamily);
    }

    @Test
    void labelsOfElectronicPartsSayWhatIsPrintedOnThem() {
        run("iso15434-labels.jsonl", ReferenceCasesTest::otherFamily);
    }

    private static String otherFamily(Map<String, Object> one) {
        List<Code> codes = Codes.read(text(one, "scan"), STRICT);
        if (Boolean.FALSE.equals(one.get("accept"))) {
            return codes.size() == 1 && !codes.getFirst().remarks().isEmpty() ? "" : "accepted: " + codes;
        }
        Code code = codes.getFirst();
        List<String> wrong = new ArrayList<>();
        ((Map<?, ?>) one.get("fields")).forEach((name, expected) -> {
            String found = field(code, (String) name);
            if (!expected.equals(found)) {
                wrong.add(name + " is " + found);
            }
        });
        return String.join(", ", wrong);
    }

    private static String field(Code code, String name) {
        Hibc.Primary primary = code instanceof Code.HibcCode it ? it.data().primary() : null;
        return switch (name) {
            case "lic" -> primary.labeller();
            case "pcn" -> primary.product();
            case "uom" -> String.valueOf(primary.unit());
            case "lot" -> code.lot();
            case "serial" -> code.serial();
            case "qty" -> code.quantity().toPlainString();
            case "ppn" -> key(code, ItemKey.Scheme.PPN);
            case "pzn" -> key(code, ItemKey.Scheme.PZN);
            case "customerPart" -> key(code, ItemKey.Scheme.CUSTOMER_PART);
            case "mfrPart" -> key(code, ItemKey.Scheme.PART);
            case "dateCode" -> said(code, "9D").value();
            case "country" -> said(code, "4L").value();
            case "exp" -> day(code, "D", "EXPIRY");
            case "mfg" -> day(code, "16D", "MANUFACTURED");
            default -> "no such field";
        };
    }

    private static String key(Code code, ItemKey.Scheme scheme) {
        return code.itemKeys().stream()
                .filter(key -> key.scheme() == scheme)
                .map(ItemKey::value)
                .findFirst()
                .orElse("none");
    }

    private static Said said(Code code, String id) {
        return code.said().stream()
                .filter(said -> said.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** As the cases write it: a day, a month, a month of which the label says day 00, or an hour. */
    private static String day(Code code, String id, String title) {
        Said said = code.said().stream()
                .filter(it -> it.id().equals(id) || it.title().equals(title))
                .findFirst()
                .orElseThrow();
        LocalDate date = title.equals("EXPIRY") ? code.expiry() : code.manufactured();
        assertThat(date).isEqualTo(DataValues.day(said.meaning()));
        return switch (said.meaning()) {
            case Meaning.Day day when day.dayGiven() -> day.date().toString();
            case Meaning.Day day ->
                date.toString().substring(0, 7) + (code instanceof Code.HibcCode ? "" : " (day 00)");
            case Meaning.Moment moment -> moment.time().toString().substring(0, 13);
            default -> said.meaning().toString();
        };
    }

    private static String flaw(String theirs) {
        String name = theirs.replace("GS1_LINTER_", "");
        if (name.startsWith("COUPON_")) {
            boolean isShort = name.contains("MISSING") || name.contains("TRUNCATED") || name.contains("TOO_SHORT");
            return name.contains("EXPIRATION_BEFORE") ? "couponDates" : isShort ? "couponShort" : "couponValue";
        }
        return FLAWS.getOrDefault(name, "no name of ours for " + name);
    }

    private static Map<String, String> flaws() {
        Map<String, String> map = new HashMap<>();
        map.put("NON_DIGIT_CHARACTER", "notDigit");
        map.put("INCORRECT_CHECK_DIGIT", "checkDigit");
        map.put("INCORRECT_CHECK_PAIR", "checkPair");
        map.put("TOO_SHORT_FOR_CHECK_PAIR", "checkPairShort");
        map.put("DATE_TOO_SHORT", "dateShort");
        map.put("ILLEGAL_MONTH", "month");
        map.put("ILLEGAL_DAY", "day");
        map.put("HOUR_WITH_MINUTE_TOO_SHORT", "timeShort");
        map.put("ILLEGAL_MINUTE", "minute");
        map.put("INVALID_LENGTH_FOR_PIECE_OF_TOTAL", "pieceLength");
        map.put("ZERO_PIECE_NUMBER", "pieceZero");
        map.put("PIECE_NUMBER_EXCEEDS_TOTAL", "pieceTotal");
        map.put("POSITION_IN_SEQUENCE_MALFORMED", "sequence");
        map.put("POSITION_EXCEEDS_END", "sequenceEnd");
        map.put("ILLEGAL_ZERO_PREFIX", "leadingZero");
        map.put("INVALID_PERCENT_SEQUENCE", "percent");
        map.put("INCORRECT_IBAN_CHECKSUM", "ibanCheck");
        map.put("IBAN_TOO_LONG", "ibanLong");
        map.put("NOT_ISO3166", "country");
        map.put("NOT_ISO3166_ALPHA2", "countryLetters");
        map.put("NOT_ISO4217", "currency");
        map.put("INVALID_CSET39_CHARACTER", "character");
        map.put("INVALID_CSET64_CHARACTER", "character");
        map.put("INVALID_CSET82_CHARACTER", "character");
        map.put("INVALID_CSET64_PADDING", "padding");
        map.put("ILLEGAL_ZERO_VALUE", "zeroValue");
        map.put("INVALID_WINDING_DIRECTION", "winding");
        map.put("INVALID_IMPORT_IDX_CHARACTER", "importer");
        map.put("INVALID_MEDIA_TYPE", "mediaType");
        map.put("INVALID_LATITUDE", "latitude");
        return map;
    }
}
