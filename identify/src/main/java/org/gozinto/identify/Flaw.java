/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

/** What can be wrong with a value; the codes are stable names for callers, the sentences are for people. */
enum Flaw {
    NOT_DIGIT("notDigit", "a digit is expected here"),
    CHARACTER("character", "this character is not allowed here"),
    PADDING("padding", "the = signs at the end do not fit"),
    LENGTH("length", "the value has not the length that it should have"),
    TOO_SHORT("tooShort", "the value is too short"),
    TOO_LONG("tooLong", "the value is too long"),
    CHECK_DIGIT("checkDigit", "the check digit is wrong"),
    CHECK_CHARACTER("checkCharacter", "the check character is wrong"),
    CHECK_PAIR("checkPair", "the two check characters are wrong"),
    PAIR_SHORT("checkPairShort", "too short to hold two check characters"),
    PREFIX("companyPrefix", "a GS1 Company Prefix of at least four digits is expected here"),
    DATE_SHORT("dateShort", "the date is too short"),
    DATE_LONG("dateLong", "the date is too long"),
    MONTH("month", "there is no such month"),
    DAY("day", "there is no such day in this month"),
    DAY_OF_YEAR("dayOfYear", "there is no such day in this year"),
    WEEK("week", "there is no such week in this year"),
    TIME_SHORT("timeShort", "the time is too short"),
    TIME_LONG("timeLong", "the time is too long"),
    HOUR("hour", "there is no such hour"),
    MINUTE("minute", "there is no such minute"),
    SECOND("second", "there is no such second"),
    PIECE_LENGTH("pieceLength", "piece and total have the same number of digits"),
    PIECE_ZERO("pieceZero", "pieces are counted from 1"),
    TOTAL_ZERO("totalZero", "the total is at least 1"),
    PIECE_TOTAL("pieceTotal", "the piece number is larger than the total"),
    SEQUENCE("sequence", "position/total is expected here, such as 1/2"),
    SEQUENCE_END("sequenceEnd", "the position is larger than the total"),
    ZERO_LEAD("leadingZero", "the number has no leading zero"),
    PERCENT("percent", "% is followed by two hexadecimal digits"),
    COUNTRY("country", "this is not an ISO 3166 numeric country code"),
    COUNTRY2("countryLetters", "this is not an ISO 3166 two-letter country code"),
    CURRENCY("currency", "this is not an ISO 4217 numeric currency code"),
    IBAN("ibanCheck", "the check digits of the IBAN are wrong"),
    IBAN_SHORT("ibanShort", "too short for an IBAN"),
    IBAN_LONG("ibanLong", "too long for an IBAN"),
    IBAN_COUNTRY("ibanCountry", "an IBAN begins with a country code"),
    LATITUDE("latitude", "the latitude is out of range"),
    LONGITUDE("longitude", "the longitude is out of range"),
    ZERO("zeroExpected", "a zero is expected here"),
    NONZERO("zeroValue", "the value must not be zero"),
    WINDING("winding", "the winding direction is 0, 1 or 9"),
    HYPHEN("hyphen", "only a hyphen may stand here"),
    IMPORTER("importer", "this is not an importer index character"),
    YES_NO("yesNo", "0 or 1 is expected here"),
    SEX("sex", "the code is 0, 1, 2 or 9"),
    MEDIA("mediaType", "there is no such AIDC media type"),
    NO_LETTER("nonDigit", "at least one character must not be a digit"),
    PACKAGE("packageType", "a package type has capital letters and digits only"),
    COUPON_SHORT("couponShort", "the coupon ends before this part"),
    COUPON_VALUE("couponValue", "this part of the coupon has no such value"),
    COUPON_DATE("couponDate", "the coupon holds no valid date here"),
    COUPON_DATES("couponDates", "the coupon expires before it starts"),
    COUPON_EXCESS("couponExcess", "the coupon goes on after its last part");

    /** What a check returns when nothing is wrong. */
    static final long NONE = -1;

    private static final Flaw[] ALL = values();

    final String code;
    final String sentence;

    Flaw(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** Packs flaw and position into a long, so that checks allocate nothing. */
    long at(int position) {
        return ((long) ordinal() << 32) | position;
    }

    static Flaw of(long packed) {
        return ALL[(int) (packed >>> 32)];
    }

    static int position(long packed) {
        return (int) packed;
    }

    static <T> Reading.Bad<T> bad(long packed, String ai) {
        Flaw flaw = of(packed);
        return new Reading.Bad<>(flaw.code, "AI " + ai + ": " + flaw.sentence, position(packed));
    }
}
