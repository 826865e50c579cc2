/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.genealogy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gozinto.genealogy.TraceView.AmountView;
import org.gozinto.genealogy.TraceView.AtPlace;
import org.gozinto.genealogy.TraceView.BalanceView;
import org.gozinto.genealogy.TraceView.Consignee;
import org.gozinto.genealogy.TraceView.CutView;
import org.gozinto.genealogy.TraceView.HoldingView;
import org.gozinto.genealogy.TraceView.ItemCount;
import org.gozinto.genealogy.TraceView.ItemQty;
import org.gozinto.genealogy.TraceView.Named;
import org.gozinto.genealogy.TraceView.Policy;
import org.gozinto.genealogy.TraceView.ReachedView;
import org.gozinto.genealogy.TraceView.SourceView;
import org.gozinto.genealogy.TraceView.StayView;
import org.gozinto.genealogy.TraceView.StepView;
import org.gozinto.genealogy.TraceView.SummaryView;
import org.gozinto.place.Places;
import org.gozinto.trace.Act;
import org.gozinto.trace.Amount;
import org.gozinto.trace.Answer;
import org.gozinto.trace.Balance;
import org.gozinto.trace.Cut;
import org.gozinto.trace.Holding;
import org.gozinto.trace.Hypothesis;
import org.gozinto.trace.MassBalance;
import org.gozinto.trace.Odds;
import org.gozinto.trace.Place;
import org.gozinto.trace.Precision;
import org.gozinto.trace.Question;
import org.gozinto.trace.Reached;
import org.gozinto.trace.Seed;
import org.gozinto.trace.Siblings;
import org.gozinto.trace.Source;
import org.gozinto.trace.Stay;
import org.gozinto.trace.Step;
import org.gozinto.trace.Summary;
import org.gozinto.trace.Unit;
import org.jspecify.annotations.Nullable;

/** Puts answers of the engine into the words of the API. */
final class TraceViews {

    /** Hypotheses that an answer shows; it says how many there are. */
    private static final int HYPOTHESES_SHOWN = 1_000;

    /** Things that a unit shares and that are shown; it says how many there are. */
    private static final int REASONS_SHOWN = 20;

    /** Seeds that a policy names; it says how many there are. */
    static final int SEEDS_SHOWN = 10_000;

    private final LedgerBook.View book;
    private final Places places;

    TraceViews(LedgerBook.View book, Places places) {
        this.book = book;
        this.places = places;
    }

    /**
     * A part of the answer's units, and all the rest.
     *
     * @param hash of the last entry that was read, in hex
     * @param next cursor of what follows, or null
     */
    TraceView view(Answer answer, List<Reached> units, String hash, @Nullable String next) {
        return new TraceView(
                answer.complete(),
                answer.cuts().stream().map(this::cut).toList(),
                new TraceView.KnownAt(answer.knownAtSeq(), hash),
                answer.hash(),
                proof(answer, hash),
                policy(answer.question()),
                answer.notAnswered(),
                summary(answer.summary()),
                balance(answer.balance()),
                hypotheses(answer),
                units.stream().map(this::reached).toList(),
                next);
    }

    /** @param hash of the last entry that was read, in hex */
    TraceView.Proof proof(Answer answer, String hash) {
        String policy = PolicyText.of(answer.question(), answer.knownAtSeq(), book);
        return new TraceView.Proof(answer.knownAtSeq(), hash, policy, answer.hash());
    }

    MassBalanceView balance(MassBalance balance, String hash) {
        return new MassBalanceView(
                named(balance.unit()),
                balance.withSerials(),
                new TraceView.KnownAt(balance.knownAtSeq(), hash),
                balance.gap().signum() == 0 && balance.gaps().isEmpty(),
                plain(balance.entered()),
                plain(balance.accounted()),
                plain(balance.gap()),
                balance.lines().stream()
                        .map(line -> new MassBalanceView.LineView(
                                word(line.kind()),
                                code(line.place()),
                                line.within().stream().map(this::code).toList(),
                                plain(line.qty())))
                        .toList(),
                balance.deliveries().stream()
                        .map(to -> new MassBalanceView.DeliveryView(
                                code(to.partner()), name(to.partner()), plain(to.gross()), plain(to.there())))
                        .toList(),
                balance.gaps().stream()
                        .map(gap -> new MassBalanceView.GapView(
                                gap.seq(), word(gap.act()), code(gap.place()), plain(gap.qty()), word(gap.why())))
                        .toList());
    }

    /** A page of the siblings; {@code units} are those on it. */
    SiblingsView siblings(
            Siblings siblings, List<Siblings.Sibling> units, Duration window, String hash, @Nullable String next) {
        Map<String, Integer> byKind = new LinkedHashMap<>();
        siblings.byKind().forEach((kind, count) -> byKind.put(word(kind), count));
        return new SiblingsView(
                named(siblings.unit()),
                new TraceView.KnownAt(siblings.knownAtSeq(), hash),
                window.toString(),
                byKind,
                units.stream().map(this::sibling).toList(),
                siblings.leftOut(),
                next);
    }

    private SiblingsView.SiblingView sibling(Siblings.Sibling sibling) {
        List<Siblings.Reason> reasons = sibling.reasons();
        int more = Math.max(0, reasons.size() - REASONS_SHOWN);
        return new SiblingsView.SiblingView(
                named(sibling.unit()),
                reasons.stream().limit(REASONS_SHOWN).map(this::reason).toList(),
                more == 0 ? null : more,
                null);
    }

    private SiblingsView.ReasonView reason(Siblings.Reason reason) {
        int place = reason.place();
        return new SiblingsView.ReasonView(
                word(reason.kind()),
                reason.unit() < 0 ? null : named(reason.unit()),
                place < 0 ? null : code(place),
                place < 0 ? null : kind(place),
                place < 0 ? null : name(place),
                time(reason.sinceUs()));
    }

    private TraceView.@Nullable HypothesesView hypotheses(Answer answer) {
        List<Hypothesis> all = answer.hypotheses();
        return answer.question().contact() == null
                ? null
                : new TraceView.HypothesesView(
                        all.size(),
                        all.stream()
                                .limit(HYPOTHESES_SHOWN)
                                .map(this::hypothesis)
                                .toList());
    }

    private TraceView.HypothesisView hypothesis(Hypothesis of) {
        return new TraceView.HypothesisView(
                named(of.unit()),
                word(of.relation()),
                word(of.kind()),
                of.place() < 0 ? String.valueOf(of.name()) : code(of.place()),
                named(of.with()),
                named(of.through()),
                time(of.sinceUs()));
    }

    private CutView cut(Cut cut) {
        return new CutView(
                word(cut.reason()),
                cut.place() < 0 ? null : code(cut.place()),
                cut.unit() < 0 ? null : named(cut.unit()),
                cut.unit() < 0 ? String.valueOf(cut.qty()) : quantity(cut.unit(), cut.qty()));
    }

    private Policy policy(Question question) {
        List<Seed> seeds = question.seeds();
        Long knownAtUs = question.knownAtUs();
        Precision floor = question.floor();
        return new Policy(
                word(question.direction()),
                seeds.stream().limit(SEEDS_SHOWN).map(this::seed).toList(),
                seeds.size() > SEEDS_SHOWN ? seeds.size() : null,
                question.asOfUs() == null ? null : time(question.asOfUs()),
                knownAtUs == null ? null : time(knownAtUs),
                word(question.hosts()),
                word(question.contents()),
                question.amounts(),
                ofAll(seeds, unit -> unit.place() == null ? null : code(unit.place())),
                ofAll(seeds, Seed.OfUnit::document),
                question.killSteps().stream().sorted().toList(),
                floor == null ? null : word(floor),
                word(question.stop()));
    }

    /** What all seeds are narrowed to; null where they are not, or not alike. */
    private static @Nullable String ofAll(List<Seed> seeds, Function<Seed.OfUnit, @Nullable String> narrowedTo) {
        String found = null;
        for (Seed seed : seeds) {
            String one = seed instanceof Seed.OfUnit unit ? narrowedTo.apply(unit) : null;
            if (one == null || found != null && !found.equals(one)) {
                return null;
            }
            found = one;
        }
        return found;
    }

    private Named seed(Seed seed) {
        return switch (seed) {
            case Seed.OfUnit unit -> named(unit.unit());
            case Seed.OfContainer container -> named(container.unit());
        };
    }

    /** Whether the unit is a container, which is of no item. */
    boolean isContainer(int number) {
        return book.unit(number).kind() == Unit.Kind.CONTAINER;
    }

    Named named(int number) {
        Unit unit = book.unit(number);
        boolean container = unit.kind() == Unit.Kind.CONTAINER;
        return new Named(
                String.valueOf(LedgerBook.unitId(number)),
                container ? null : unit.item(),
                unit.lot(),
                container ? null : unit.serial(),
                container ? unit.serial() : null,
                unit.issuer().isEmpty() ? null : unit.issuer(),
                unit.twin() == 0 ? null : unit.twin());
    }

    private SummaryView summary(Summary summary) {
        return new SummaryView(
                summary.lots(),
                summary.serials(),
                summary.byItem().stream()
                        .map(i -> new ItemCount(i.item(), i.lots(), i.serials()))
                        .toList(),
                atPlaces(summary.onHand()),
                summary.consignees().stream().map(this::consignee).toList(),
                atPlaces(summary.sources()),
                quantities(summary.scrapped()),
                quantities(summary.consumed()),
                quantities(summary.loss()),
                quantities(summary.unknown()),
                quantities(summary.adjustedUp()));
    }

    private List<AtPlace> atPlaces(List<Summary.AtPlace> list) {
        return list.stream()
                .map(a -> new AtPlace(code(a.place()), name(a.place()), a.item(), decimal(a.qty(), a.decimals())))
                .toList();
    }

    private Consignee consignee(Summary.Consignee c) {
        String net = decimal(c.net(), c.decimals());
        return new Consignee(
                code(c.partner()), name(c.partner()), c.item(), net, decimal(c.gross(), c.decimals()), net);
    }

    private static List<ItemQty> quantities(List<Summary.ItemQty> list) {
        return list.stream()
                .map(q -> new ItemQty(q.item(), decimal(q.qty(), q.decimals())))
                .toList();
    }

    private static @Nullable BalanceView balance(@Nullable Balance balance) {
        return balance == null
                ? null
                : new BalanceView(
                        plain(balance.entered()),
                        plain(balance.onHand()),
                        plain(balance.atPartners()),
                        plain(balance.scrapped()),
                        plain(balance.inProcess()),
                        plain(balance.loss()),
                        plain(balance.elsewhere()),
                        plain(balance.killed()),
                        plain(balance.sum()));
    }

    ReachedView reached(Reached reached) {
        Named named = named(reached.unit());
        return new ReachedView(
                named.unit(),
                named.item(),
                named.lot(),
                named.serial(),
                named.container(),
                named.issuer(),
                named.twin(),
                word(reached.precision()),
                time(reached.sinceUs()),
                word(reached.relation()),
                reached.untilUs() == null ? null : time(reached.untilUs()),
                amount(reached.amount()),
                reached.holdings().stream().map(h -> holding(h, reached.unit())).toList(),
                reached.stays().stream().map(this::stay).toList(),
                reached.sources().stream().map(s -> source(s, reached.unit())).toList(),
                chance(reached.chance()),
                null);
    }

    private static @Nullable AmountView amount(@Nullable Amount amount) {
        return amount == null ? null : new AmountView(plain(amount.lo()), plain(amount.expected()), plain(amount.hi()));
    }

    private static TraceView.@Nullable ChanceView chance(@Nullable Odds odds) {
        return odds == null ? null : new TraceView.ChanceView(plain(odds.lo()), plain(odds.hi()));
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private HoldingView holding(Holding holding, int unit) {
        return new HoldingView(
                code(holding.place()),
                kind(holding.place()),
                quantity(unit, holding.qty()),
                holding.within().stream().map(this::code).toList(),
                amount(holding.amount()));
    }

    private StayView stay(Stay stay) {
        boolean container = book.unit(stay.in()).kind() == Unit.Kind.CONTAINER || stay.position() == null;
        return new StayView(
                named(stay.in()),
                container ? "container" : "host",
                time(stay.fromUs()),
                stay.toUs() == null ? null : time(stay.toUs()),
                stay.position());
    }

    private SourceView source(Source source, int unit) {
        Place from = book.place(source.from());
        Place to = book.place(source.to());
        return new SourceView(
                act(source.act()),
                source.seq(),
                time(source.occurredUs()),
                from.code(),
                to.code(),
                partner(from, to),
                quantity(unit, source.qty()),
                source.document());
    }

    static String act(Act act) {
        return act.name().toLowerCase(Locale.ROOT);
    }

    /** The partner that something came from or went to; null when neither place is one. */
    static @Nullable String partner(Place from, Place to) {
        return from.kind() == Place.Kind.PARTNER ? from.code() : to.kind() == Place.Kind.PARTNER ? to.code() : null;
    }

    /** Steps of a path. */
    List<StepView> steps(List<Step> steps) {
        return steps.stream()
                .map(s -> new StepView(
                        s.seq(),
                        act(s.act()),
                        time(book.occurredUs(s.seq())),
                        named(s.unit()),
                        s.place() < 0 ? "" : code(s.place()),
                        word(s.precision())))
                .toList();
    }

    private String code(int place) {
        return book.place(place).code();
    }

    private String kind(int place) {
        return book.place(place).kind().name().toLowerCase(Locale.ROOT);
    }

    /** What people call the place: the partner's or location's name. */
    String name(int place) {
        long id = book.placeId(place);
        var found = id < 0 ? null : places.find(id);
        return found == null ? code(place) : found.name();
    }

    private String quantity(int unit, long qty) {
        return decimal(qty, book.unit(unit).decimals());
    }

    private static String decimal(long qty, int decimals) {
        return BigDecimal.valueOf(qty, decimals).toPlainString();
    }

    private static String word(Enum<?> value) {
        return Questions.word(value);
    }

    /** A time, or {@code unknown} when the act's time was not known. */
    private static String time(long us) {
        return us == Long.MIN_VALUE
                ? "unknown"
                : Instant.EPOCH.plus(us, ChronoUnit.MICROS).toString();
    }
}
