/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.identify;

import java.time.LocalDate;

/**
 * North American coupon codes, AI 8110 (North American Coupon Application Guideline Using GS1 DataBar Expanded Symbols)
 * and AI 8112 (positive offer file). Parts follow each other, many with their length in a digit before them; this walks
 * over them and stops at the first one that does not fit.
 */
final class Coupons {

    private static final String PURCHASE_CODES = "012349";

    private final String s;
    private final int from;
    private final int to;
    private int at;
    private long flaw = Flaw.NONE;

    private Coupons(String s, int from, int to) {
        this.s = s;
        this.from = from;
        this.to = to;
        this.at = from;
        this.flaw = ValueRule.digits(s, from, to);
    }

    /** AI 8112: format, funder, offer code, serial number. */
    static long positiveOffer(String s, int from, int to) {
        Coupons c = new Coupons(s, from, to);
        c.oneOf("01");
        c.counted("0123456", 6);
        c.skip(6);
        c.counted("0123456789", 6);
        return c.end();
    }

    /** AI 8110: company prefix, offer code, save value, first purchase, then optional fields 1 to 6 and 9. */
    static long offerAndTerms(String s, int from, int to, LocalDate today) {
        Coupons c = new Coupons(s, from, to);
        c.counted("0123456", 6);
        c.skip(6);
        c.counted("12345", 0);
        c.purchase();
        if (c.field('1')) {
            c.oneOf("0123");
            c.purchase();
            c.prefix();
        }
        if (c.field('2')) {
            c.purchase();
            c.prefix();
        }
        int expiry = -1;
        if (c.field('3')) {
            expiry = c.at;
            c.day(today);
        }
        if (c.field('4')) {
            c.start(expiry, today);
        }
        if (c.field('5')) {
            c.counted("0123456789", 6);
        }
        if (c.field('6')) {
            c.counted("1234567", 6);
        }
        if (c.field('9')) {
            c.oneOf("01256");
            c.oneOf("012");
            c.skip(1);
            c.oneOf("01");
        }
        return c.end();
    }

    private void start(int expiry, LocalDate today) {
        int start = at;
        day(today);
        if (flaw == Flaw.NONE
                && expiry >= 0
                && s.substring(start, start + 6).compareTo(s.substring(expiry, expiry + 6)) > 0) {
            flaw = Flaw.COUPON_DATES.at(expiry);
        }
    }

    /** A requirement with its length, a code and a family code. */
    private void purchase() {
        counted("12345", 0);
        oneOf(PURCHASE_CODES);
        skip(3);
    }

    /** A company prefix with its length; 9 says that there is none. */
    private void prefix() {
        if (flaw == Flaw.NONE && at < to && s.charAt(at) == '9') {
            at++;
        } else {
            counted("0123456", 6);
        }
    }

    private boolean field(char name) {
        if (flaw == Flaw.NONE && at < to && s.charAt(at) == name) {
            at++;
            return true;
        }
        return false;
    }

    private void day(LocalDate today) {
        if (flaw == Flaw.NONE && to - at < 6) {
            flaw = Flaw.COUPON_SHORT.at(at);
        } else if (flaw == Flaw.NONE) {
            flaw = Dates.check6(s, at, at + 6, false, today) == Flaw.NONE ? Flaw.NONE : Flaw.COUPON_DATE.at(at);
            at += 6;
        }
    }

    private void counted(String lengths, int more) {
        int length = at;
        oneOf(lengths);
        if (flaw == Flaw.NONE) {
            skip(s.charAt(length) - '0' + more);
        }
    }

    private void oneOf(String allowed) {
        if (flaw == Flaw.NONE) {
            if (at >= to) {
                flaw = Flaw.COUPON_SHORT.at(from);
            } else if (allowed.indexOf(s.charAt(at)) < 0) {
                flaw = Flaw.COUPON_VALUE.at(at);
            } else {
                at++;
            }
        }
    }

    private void skip(int count) {
        if (flaw == Flaw.NONE) {
            if (to - at < count) {
                flaw = Flaw.COUPON_SHORT.at(at == to ? from : at);
            } else {
                at += count;
            }
        }
    }

    private long end() {
        return flaw == Flaw.NONE && at < to ? Flaw.COUPON_EXCESS.at(at) : flaw;
    }
}
