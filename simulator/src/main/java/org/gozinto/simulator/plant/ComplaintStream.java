/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.simulator.plant;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Lots, their units in service and complaints about them, as columns. What a unit complains of follows Weibull hazards
 * over its time in service: codes of early life (shape 0.6), of chance (1) and of wear (1.8) in turns. Markets and
 * seasons differ. Days are counted from 1970; months are years × 12 + month − 1, as of {@code YearMonth}'s proleptic
 * month. Immutable; arrays are not to be changed.
 *
 * @param settings how it was made
 * @param cause what is known to be true
 * @param lots the lots, item by item in the order of manufacture
 * @param cohorts units of a lot that entered service in one month in one market
 * @param complaints in the order of cohorts
 * @param lastDay last day that is known
 */
public record ComplaintStream(
        StreamSettings settings, StreamCause cause, Lots lots, Cohorts cohorts, Complaints complaints, long lastDay) {

    /** The day on which the first lot was made: 2022-01-01. */
    public static final int FIRST_DAY = 18_993;

    /** Complaints whose lot is not known name this one. */
    public static final int NO_LOT = -1;

    private static final double[] SHAPES = {0.6, 1.0, 1.8};
    private static final double[] MARKETS = {0.7, 1.0, 1.4};
    private static final double[] SOLD = {0.35, 0.25, 0.15, 0.1, 0.1, 0.05};
    private static final int FIRST_MONTH = 2022 * 12;
    private static final double MONTH_DAYS = 365.25 / 12;
    private static final double TWO_YEARS_DAYS = 730.5;
    private static final double SEASON = 0.2;

    /** A lot is the number of the row. */
    public record Lots(int[] item, int[] madeDay) {
        public int size() {
            return item.length;
        }
    }

    /** {@code left} is −1 for units that are still in service. */
    public record Cohorts(int[] lot, int[] market, int[] enteredMonth, int[] leftMonth, int[] units) {
        public int size() {
            return lot.length;
        }
    }

    /** {@code lot} is what was said; {@code trueLot} is known to the simulator alone. */
    public record Complaints(int[] lot, int[] trueLot, int[] code, int[] market, int[] failedDay, int[] enteredMonth) {
        public int size() {
            return lot.length;
        }
    }

    /** Makes a stream. */
    public static ComplaintStream of(StreamSettings settings, StreamCause cause) {
        return new Making(settings, cause).all();
    }

    /** How many times the usual complaints of a code the units of a lot have, publicity apart. */
    public double risk(int lot, int code) {
        return risk(settings, cause, lot, code);
    }

    private static double risk(StreamSettings settings, StreamCause cause, int lot, int code) {
        return switch (cause) {
            case StreamCause.None _, StreamCause.Publicity _ -> 1;
            case StreamCause.BadLot it -> it.lot() == lot && it.code() == code ? it.times() : 1;
            case StreamCause.Drift it -> {
                boolean of =
                        code == it.code() && lot / settings.lotsPerItem() == it.lastGood() / settings.lotsPerItem();
                double since = Math.clamp((double) (lot - it.lastGood()) / it.lots(), 0, 1);
                yield of ? 1 + (it.times() - 1) * since : 1;
            }
        };
    }

    /** Complaints of a code that a unit is expected to have had after so many days in service. */
    private static double expected(double within, double shape, double days) {
        return days <= 0 ? 0 : within * Math.pow(days / TWO_YEARS_DAYS, shape);
    }

    private static double season(double day) {
        return 1 - SEASON * Math.cos(2 * Math.PI * (day - FIRST_DAY) / 365.25);
    }

    /** Makes one stream. */
    private static final class Making {

        private final StreamSettings settings;
        private final StreamCause cause;
        private final SplittableRandom random;
        private final int[] item;
        private final int[] madeDay;
        private final double[][] upTo = new double[SHAPES.length][];
        private final int lastDay;
        private final Column[] cohorts = columns(5);
        private final Column[] complaints = columns(6);

        /** Units of one lot and market that enter service in the same month. */
        private record Cohort(int lot, int market, int month, int leftMonth, int units) {}

        /** Complaints of one shape of a cohort: which codes, how many, and from which day to which. */
        private record Wave(Cohort cohort, int shape, double mean, double fromDay, double toDay) {}

        Making(StreamSettings settings, StreamCause cause) {
            this.settings = settings;
            this.cause = cause;
            random = new SplittableRandom(settings.seed());
            item = new int[settings.items() * settings.lotsPerItem()];
            madeDay = new int[item.length];
            lastDay = FIRST_DAY + (int) (settings.months() * MONTH_DAYS);
            for (int i = 0; i < item.length; i++) {
                item[i] = i / settings.lotsPerItem();
                double along = (i % settings.lotsPerItem() + random.nextDouble()) / settings.lotsPerItem();
                madeDay[i] = FIRST_DAY + (int) (along * (settings.months() - 3) * MONTH_DAYS);
            }
            rates();
        }

        /** How often each code comes: the common ones some twenty times as often as the rare ones. */
        private void rates() {
            double[] rate = new double[settings.codes()];
            for (int code = 0; code < rate.length; code++) {
                rate[code] = Math.exp(3 * random.nextDouble());
            }
            double sum = Arrays.stream(rate).sum();
            for (int shape = 0; shape < SHAPES.length; shape++) {
                upTo[shape] = new double[rate.length];
                double so = 0;
                for (int code = 0; code < rate.length; code++) {
                    so += code % SHAPES.length == shape ? rate[code] / sum * settings.complaintsPerUnit() : 0;
                    upTo[shape][code] = so;
                }
            }
        }

        ComplaintStream all() {
            for (int lot = 0; lot < item.length; lot++) {
                int units = (int) Math.max(1, settings.unitsPerLot() * Math.pow(3, 2 * random.nextDouble() - 1));
                for (int market = 0; market < MARKETS.length; market++) {
                    for (int later = 0; later < SOLD.length; later++) {
                        sell(lot, market, later, units * SOLD[later] / MARKETS.length);
                    }
                }
            }
            return new ComplaintStream(
                    settings,
                    cause,
                    new Lots(item, madeDay),
                    new Cohorts(
                            cohorts[0].toArray(),
                            cohorts[1].toArray(),
                            cohorts[2].toArray(),
                            cohorts[3].toArray(),
                            cohorts[4].toArray()),
                    new Complaints(
                            complaints[0].toArray(),
                            complaints[1].toArray(),
                            complaints[2].toArray(),
                            complaints[3].toArray(),
                            complaints[4].toArray(),
                            complaints[5].toArray()),
                    lastDay);
        }

        private void sell(int lot, int market, int later, double mean) {
            int month = FIRST_MONTH + (int) ((madeDay[lot] - FIRST_DAY) / MONTH_DAYS) + 1 + later;
            int last = FIRST_MONTH + settings.months() - 1;
            int units = poisson(mean);
            if (month > last || units == 0) {
                return;
            }
            int gone = Math.min(units - 1, poisson(units * 0.02));
            int left = month + 6 + random.nextInt(12);
            if (gone > 0 && left <= last) {
                serve(new Cohort(lot, market, month, left, gone));
                serve(new Cohort(lot, market, month, -1, units - gone));
            } else {
                serve(new Cohort(lot, market, month, -1, units));
            }
        }

        private void serve(Cohort one) {
            int[] row = {one.lot, one.market, one.month, one.leftMonth, one.units};
            for (int i = 0; i < row.length; i++) {
                cohorts[i].add(row[i]);
            }
            double begin = firstDay(one.month) + MONTH_DAYS / 2;
            double end = one.leftMonth < 0 ? lastDay : firstDay(one.leftMonth);
            for (int shape = 0; shape < SHAPES.length; shape++) {
                double mean = one.units * MARKETS[one.market] * upTo[shape][settings.codes() - 1];
                complain(new Wave(one, shape, mean, begin, end), -1, 1);
                for (int code = shape; code < settings.codes(); code += SHAPES.length) {
                    double times = risk(settings, cause, one.lot, code);
                    if (times > 1) {
                        complain(new Wave(one, shape, mean, begin, end), code, times - 1);
                    }
                }
            }
            if (cause instanceof StreamCause.Publicity it && it.item() == item[one.lot]) {
                int shape = it.code() % SHAPES.length;
                double mean = one.units * MARKETS[one.market] * upTo[shape][settings.codes() - 1];
                double from = Math.max(begin, it.day());
                double to = Math.min(end, it.day() + it.days());
                complain(new Wave(one, shape, mean, from, to), it.code(), it.times() - 1);
            }
        }

        /** Complaints of one code, or of all codes of the shape when it is below 0. */
        private void complain(Wave wave, int only, double times) {
            double begin = firstDay(wave.cohort.month) + MONTH_DAYS / 2;
            double[] codes = upTo[wave.shape];
            double all = codes[codes.length - 1];
            double part = only < 0 ? 1 : (codes[only] - (only == 0 ? 0 : codes[only - 1])) / all;
            double before = expected(1, SHAPES[wave.shape], wave.fromDay - begin);
            double after = expected(1, SHAPES[wave.shape], wave.toDay - begin);
            if (after <= before) {
                return;
            }
            int count = poisson(wave.mean * part * times * (after - before) * (1 + SEASON));
            for (int i = 0; i < count; i++) {
                double sum = before + random.nextDouble() * (after - before);
                double day = begin + TWO_YEARS_DAYS * Math.pow(sum, 1 / SHAPES[wave.shape]);
                double kept = (settings.seasons() ? season(day) : 1) / (1 + SEASON);
                int code = only < 0 ? pick(codes, random.nextDouble() * all) : only;
                if (random.nextDouble() < kept) {
                    say(wave.cohort, code, (int) day);
                }
            }
        }

        private void say(Cohort of, int code, int day) {
            int said = of.lot;
            if (random.nextDouble() < settings.missing()) {
                said = NO_LOT;
            } else if (random.nextDouble() < settings.mislabelled()) {
                int first = item[of.lot] * settings.lotsPerItem();
                said = first + random.nextInt(settings.lotsPerItem());
            }
            int[] row = {said, of.lot, code, of.market, day, of.month};
            for (int i = 0; i < row.length; i++) {
                complaints[i].add(row[i]);
            }
        }

        private static int firstDay(int month) {
            return FIRST_DAY + (int) Math.round((month - FIRST_MONTH) * MONTH_DAYS);
        }

        private static int pick(double[] upTo, double sum) {
            int at = Arrays.binarySearch(upTo, sum);
            int code = at < 0 ? -1 - at : at + 1;
            return Math.min(code, upTo.length - 1);
        }

        /** Knuth's product for small means, sums of such for large ones. */
        private int poisson(double mean) {
            int count = 0;
            double left = mean;
            while (left > 0) {
                double piece = Math.min(left, 30);
                double product = random.nextDouble();
                for (double least = Math.exp(-piece); product > least; product *= random.nextDouble()) {
                    count++;
                }
                left -= piece;
            }
            return count;
        }

        private static Column[] columns(int count) {
            Column[] columns = new Column[count];
            Arrays.setAll(columns, i -> new Column());
            return columns;
        }
    }
}
