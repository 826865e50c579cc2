/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.gozinto.access.Actor;
import org.gozinto.access.Permission;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Page;
import org.gozinto.ledger.Paging;
import org.gozinto.ledger.Refusal;
import org.gozinto.place.Place;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.Sent;
import org.gozinto.unit.Unit;
import org.gozinto.unit.Units;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Certificates: issued once, kept as they are, withdrawn with a reason. Safe for use by many threads. */
public final class Certificates {

    static final String ISSUED = "issued";
    static final String RECEIVED = "received";
    static final String WITHDRAWN = "withdrawn";

    /** Bytes of a paper. */
    static final int PAPER_MAX = 20 << 20;

    private static final int TEXT_LENGTH_MAX = 10_000;
    private static final int NUMBER_LENGTH_MAX = 200;
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final QualityBook<CertificateStep> book;
    private final CertificateStore store;
    private final CertificateMaker maker;
    private final CertificatePages pages;
    private final Names names;
    private final JsonMapper json;
    private final Clock clock;

    /** What names are looked up in. */
    record Names(Items items, Units units, Places places) {}

    /** What certificates are made with. */
    record Parts(
            QualityBook<CertificateStep> book,
            CertificateStore store,
            CertificateMaker maker,
            CertificatePages pages) {}

    Certificates(Parts parts, Names names, JsonMapper json, Clock clock) {
        this.book = parts.book();
        this.store = parts.store();
        this.maker = parts.maker();
        this.pages = parts.pages();
        this.names = names;
        this.json = json;
        this.clock = clock;
    }

    /** What a certificate would say if it were issued now. */
    CertificateContent preview(Asked.NewCertificate asked) {
        var faults = new Faults();
        return maker.of(wanted(faults, asked));
    }

    /** Issues a certificate; what was sent before gets its first answer. */
    QualityBook.Done<CertificateStep> issue(Asked.NewCertificate asked, Actor actor) {
        actor.require(Permission.QUALITY);
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked));
        CertificateMaker.Wanted wanted = wanted(faults, asked);
        QualityBook.Done<CertificateStep> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        CertificateContent content = maker.of(wanted);
        CertificateMaker.requireConforming(content);
        Instant now = clock.instant();
        return book.open(sent, title(content), actor, code -> {
            byte[] paper = pages.paper(code, content, now, actor.name());
            String hash = hash(paper);
            return new QualityBook.Judged<>(
                    new CertificateStep.Issue(content, hash, paper.length),
                    new Change(
                            ISSUED,
                            store.keeping(
                                    wanted.kind(),
                                    false,
                                    wanted.unit().id(),
                                    new CertificateStore.Came(null, null, null),
                                    hash,
                                    paper)));
        });
    }

    private static String title(CertificateContent content) {
        return content.kind() + " " + content.unit().item() + " " + CertificateMaker.numberOf(content.unit());
    }

    private CertificateMaker.Wanted wanted(Faults faults, Asked.NewCertificate asked) {
        CertificateKind kind = kind(faults, "/kind", asked.kind());
        Item item = asked.item() == null ? null : names.items().find(asked.item());
        Unit unit = unit(faults, "/", item, asked.item(), asked.lot(), asked.serial());
        Place consignee = asked.consignee() == null ? null : names.places().find(asked.consignee());
        faults.expect(
                asked.consignee() == null || (consignee != null && consignee.kind() == Place.Kind.PARTNER),
                "/consignee",
                "there is no partner " + asked.consignee(),
                "the code of a partner");
        faults.text("/statement", asked.statement(), TEXT_LENGTH_MAX);
        String language = asked.language() == null ? "en" : asked.language();
        faults.expect(LANGUAGES.contains(language), "/language", "is " + language, String.join(" or ", LANGUAGES));
        faults.refuse("The certificate cannot be made");
        if (kind == null || item == null || unit == null) {
            throw new IllegalStateException("what is missing is refused");
        }
        return new CertificateMaker.Wanted(kind, unit, item, consignee, asked.statement(), language);
    }

    private static @Nullable CertificateKind kind(Faults faults, String pointer, @Nullable String word) {
        CertificateKind kind = CertificateKind.of(word);
        faults.expect(kind != null, pointer, word == null ? "is missing" : "is " + word, "analysis or conformity");
        return kind;
    }

    /** The lot or serial that is named; {@code at} is what stands before the names of the fields in pointers. */
    private @Nullable Unit unit(
            Faults faults,
            String at,
            @Nullable Item item,
            @Nullable String code,
            @Nullable String lot,
            @Nullable String serial) {
        boolean named = faults.expect(
                item != null,
                at + "item",
                code == null ? "is missing" : "there is no item " + code,
                "the code of an item");
        named &= faults.expect(
                (lot == null) != (serial == null),
                at + "lot",
                lot == null ? "is missing" : "comes with a serial",
                "a lot or a serial");
        if (!named || item == null) {
            return null;
        }
        Unit.Kind kind = serial == null ? Unit.Kind.LOT : Unit.Kind.SERIAL;
        String number = String.valueOf(serial == null ? lot : serial);
        List<Unit> found = names.units().withNumbers(kind, item.id(), List.of(number));
        faults.expect(
                !found.isEmpty(),
                at + (serial == null ? "lot" : "serial"),
                "there is no " + number + " of " + item.code(),
                "a number that is known");
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Keeps a certificate that came with goods; the same paper of the same unit is kept once. */
    QualityBook.Done<CertificateStep> receive(Asked.Came came, byte[] paper, Actor actor) {
        actor.require(Permission.QUALITY);
        var faults = new Faults();
        CertificateKind kind = kind(faults, "kind", came.kind());
        Item item = came.item() == null ? null : names.items().find(came.item());
        Unit unit = unit(faults, "", item, came.item(), came.lot(), came.serial());
        Place issuer = came.issuer() == null ? null : names.places().find(came.issuer());
        faults.expect(
                came.issuer() == null || (issuer != null && issuer.kind() == Place.Kind.PARTNER),
                "issuer",
                "there is no partner " + came.issuer(),
                "the code of a partner");
        faults.text("number", came.number(), NUMBER_LENGTH_MAX);
        faults.expect(
                came.validUntil() == null || isDay(came.validUntil()),
                "validUntil",
                "is " + came.validUntil(),
                "a day such as 2027-03-01");
        faults.expect(isPdf(paper), "", "is no PDF that can be opened", "a PDF of at most 20 MiB without a password");
        faults.refuse("The certificate cannot be kept");
        if (kind == null || unit == null) {
            throw new IllegalStateException("what is missing is refused");
        }
        String hash = hash(paper);
        String id = UUID.nameUUIDFromBytes(HashChain.of(hash + ":" + unit.id())).toString();
        Sent sent = Sent.of(new Faults(), id, json.writeValueAsString(came) + hash);
        return book.open(
                sent,
                kind.word() + " " + came.item() + " " + unit.number(),
                new CertificateStep.Receive(
                        kind.word(),
                        String.valueOf(unit.id()),
                        came.issuer(),
                        came.number(),
                        came.validUntil(),
                        hash,
                        paper.length),
                actor,
                _ -> new Change(
                        RECEIVED,
                        store.keeping(
                                kind,
                                true,
                                unit.id(),
                                new CertificateStore.Came(came.issuer(), came.number(), came.validUntil()),
                                hash,
                                paper)));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isPdf(byte[] paper) {
        if (paper.length == 0 || paper.length > PAPER_MAX) {
            return false;
        }
        try (var document = Loader.loadPDF(paper)) {
            return document.getNumberOfPages() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String hash(byte[] paper) {
        return HexFormat.of().formatHex(HashChain.of(paper));
    }

    /** Takes a step; all that can be done is to withdraw it. */
    QualityBook.Done<CertificateStep> take(String code, Asked.NewStep asked, Actor actor) {
        actor.require(Permission.QUALITY);
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), code + json.writeValueAsString(asked));
        boolean isWithdraw = asked.step() instanceof CertificateStep.Withdraw;
        faults.expect(isWithdraw, "/step/type", "is not one that can be taken", "withdraw");
        String reason = asked.step() instanceof CertificateStep.Withdraw withdraw ? withdraw.reason() : null;
        faults.expect(
                !isWithdraw || (reason != null && !reason.isBlank()),
                "/step/reason",
                "is missing",
                "why it counts no more");
        faults.text("/step/reason", reason, TEXT_LENGTH_MAX);
        faults.refuse("The step cannot be taken");
        return book.take(code, sent, new CertificateStep.Withdraw(reason), actor, file -> {
            if (file.head().state().equals(WITHDRAWN)) {
                throw Refusal.of("already-withdrawn", "It is withdrawn", code + " was withdrawn before.")
                        .status(409)
                        .asException();
            }
            return new Change(WITHDRAWN, CertificateStore.withdrawing());
        });
    }

    File<CertificateStep> existing(String code) {
        return book.existing(code);
    }

    byte[] paper(String code) {
        return store.paper(book.existing(code).head().number());
    }

    /** Certificates, newest first. */
    Page<CertificateStore.Row> page(Asked.Which which, @Nullable String cursor, int limit) {
        CertificateKind kind = CertificateKind.of(which.kind());
        if (which.kind() != null && kind == null) {
            throw Paging.badParameter("kind", "is " + which.kind(), "analysis or conformity");
        }
        long before = cursor == null ? Long.MAX_VALUE : Paging.afterNumber(cursor);
        return store.page(units(which), kind, before, limit);
    }

    private @Nullable Collection<Long> units(Asked.Which which) {
        if (which.lot() == null && which.serial() == null) {
            return null;
        }
        Item item = which.item() == null ? null : names.items().find(which.item());
        if (item == null) {
            throw Paging.badParameter("item", "is missing or not known", "the code of an item beside a lot or serial");
        }
        List<Unit> found = new ArrayList<>();
        if (which.lot() != null) {
            found.addAll(names.units().withNumbers(Unit.Kind.LOT, item.id(), List.of(which.lot())));
        }
        if (which.serial() != null) {
            found.addAll(names.units().withNumbers(Unit.Kind.SERIAL, item.id(), List.of(which.serial())));
        }
        return found.stream().map(Unit::id).toList();
    }

    /** A certificate in short. */
    public record About(String number, String state, String title, String at) {}

    /** Certificates of any of the units, newest first. */
    public List<About> about(Collection<Long> units, int limit) {
        return store.page(units, null, Long.MAX_VALUE, limit).items().stream()
                .map(row -> new About(row.code(), row.state(), row.kind().word(), CertificateViews.time(row.atUs())))
                .toList();
    }
}
