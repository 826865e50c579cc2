/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.gozinto.access.Actor;
import org.gozinto.access.LinkKey;
import org.gozinto.care.registration.Owners.Owned;
import org.gozinto.care.registration.Owners.Owner;
import org.gozinto.care.registration.RegistrationStore.Fact;
import org.gozinto.care.registration.RegistrationStore.Row;
import org.gozinto.image.FileKind;
import org.gozinto.image.ImageReading;
import org.gozinto.item.Item;
import org.gozinto.item.Items;
import org.gozinto.ledger.Faults;
import org.gozinto.ledger.HashChain;
import org.gozinto.ledger.Refusal;
import org.gozinto.ledger.StepChain;
import org.gozinto.quality.book.Change;
import org.gozinto.quality.book.File;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.QualityBook.Done;
import org.gozinto.quality.book.QualityBook.Judged;
import org.gozinto.quality.book.Sent;
import org.gozinto.unit.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes registrations and what is done in them. What is not personal is a step that is kept for good; the owner and all
 * words go to {@link Owners} in the same transaction. Safe for use by many threads.
 */
final class RegistrationDesk {

    static final int PROOF_BYTES_MAX = 10 << 20;
    static final int PROOFS_MAX = 5;

    private static final int NAME_LENGTH_MAX = 200;
    private static final int PART_LENGTH_MIN = 3;
    private static final Set<String> UNPACKED = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");

    private final QualityBook<Step> book;
    private final RegistrationStore store;
    private final Owners owners;
    private final OwnerTokens tokens;
    private final Matches matches;
    private final Items items;
    private final ImageReading images;
    private final LinkKey hidden;
    private final JsonMapper json;
    private final Clock clock;
    private final RegistrationCheck check;

    /** What registrations are made from. */
    record Parts(
            QualityBook<Step> book,
            RegistrationStore store,
            Owners owners,
            OwnerTokens tokens,
            Matches matches,
            Items items,
            ImageReading images,
            LinkKey hidden) {}

    RegistrationDesk(Parts parts, JsonMapper json, Clock clock) {
        this.book = parts.book();
        this.store = parts.store();
        this.owners = parts.owners();
        this.tokens = parts.tokens();
        this.matches = parts.matches();
        this.items = parts.items();
        this.images = parts.images();
        this.hidden = parts.hidden();
        this.json = json;
        this.clock = clock;
        this.check = new RegistrationCheck(clock);
    }

    RegistrationCheck check() {
        return check;
    }

    // --- opening

    /** Registers a product; what was sent before gets its first answer. */
    Done<Step> open(NewRegistration asked, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, asked.id(), json.writeValueAsString(asked.bare()));
        check.check(faults, asked);
        faults.refuse("The registration cannot be taken");
        Done<Step> before = book.opened(sent);
        if (before != null) {
            return before;
        }
        Item item = asked.item() == null ? null : item(asked.item(), "/item");
        Unit unit = matches.of(item, String.valueOf(asked.serial()));
        return open(sent, asked, unit, false, actor);
    }

    /**
     * Registers what was read and looked for before.
     *
     * @param secret whether the right secret was given
     */
    Done<Step> open(Sent sent, NewRegistration asked, @Nullable Unit unit, boolean secret, Actor actor) {
        Item item = asked.item() != null ? items.find(asked.item()) : unit == null ? null : items.get(unit.itemId());
        long itemId = item == null ? 0 : item.id();
        Step.Register step = asked.step(secret);
        String serial = unit == null ? String.valueOf(asked.serial()) : unit.number();
        String title = item == null ? serial : item.code() + " " + serial;
        return book.open(sent, title, step, actor, code -> {
            var now = new Known(code, Registration.of(only(step)));
            return new Change(now.registration().state(), (transaction, number, n) -> {
                RegistrationStore.put(
                        transaction, new Row(number, itemId, serial, unit == null ? 0 : unit.id(), false));
                addFact(transaction, now, number, n, step);
                RegistrationStore.addChange(transaction, unit == null ? 0 : unit.id());
                tokens.add(
                        transaction,
                        sent.id(),
                        owners.add(transaction, number, 1, asked.owned()).number());
            });
        });
    }

    private Item item(String code, String at) {
        Item item = items.find(code);
        if (item == null) {
            throw Refusal.of("unknown-item", "No such item", "There is no item " + code + ".")
                    .at(at, "the code of an item", "Correct the code.")
                    .asException();
        }
        return item;
    }

    private static File<Step> only(Step step) {
        return with(new File<>(RegistrationViews.NO_HEAD, List.of()), step);
    }

    private static File<Step> with(File<Step> file, Step step) {
        var taken = new StepChain.Taken<>(file.last() + 1, "", 0, "", "", step, new byte[0], new byte[0]);
        return new File<>(
                file.head(),
                Stream.concat(file.steps().stream(), Stream.of(taken)).toList());
    }

    private record Known(String code, Registration registration) {}

    private void addFact(JdbcClient transaction, Known known, long number, long n, Step step) {
        Registration now = known.registration();
        LocalDate on = switch (step) {
            case Step.Transfer _ -> now.transfers().getLast();
            case Step.End _ -> now.endedOn();
            case Step.Register _,
                    Step.Verify _,
                    Step.Secret _,
                    Step.Correct _,
                    Step.Details _,
                    Step.Proof _,
                    Step.Note _,
                    Step.Erase _ -> null;
        };
        var fact = new Fact(
                0,
                known.code(),
                number,
                n,
                micros(clock.instant()),
                StepChain.word(step),
                on,
                now.boughtOn(),
                now.installedOn(),
                now.proof(),
                now.secret(),
                now.country(),
                now.channel());
        RegistrationStore.addFact(transaction, fact);
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    // --- steps

    /** A step as it is sent. */
    record NewStep(@Nullable String id, @Nullable Step step) {}

    /** Takes a step of the desk; what was sent before gets its first answer. */
    Done<Step> take(String code, NewStep asked, Actor actor) {
        var faults = new Faults();
        Step step = asked.step();
        faults.expect(step != null, "/step", "is missing", "a step with its type");
        Sent sent = Sent.of(faults, asked.id(), code + (step == null ? "" : json.writeValueAsString(step.bare())));
        faults.refuse("The step cannot be taken");
        if (step == null) {
            throw new IllegalStateException("a missing step is refused");
        }
        check.require(step);
        return record(code, sent, step, actor);
    }

    /** Takes a step that is known to be sound. */
    Done<Step> record(String code, Sent sent, Step step, Actor actor) {
        Done<Step> done = book.take(code, sent, actor, file -> {
            require(file, step);
            Owner owner = owners.last(file.head().number());
            requireRoomForWords(owner, step);
            return judged(file, owner, step);
        });
        owners.clean();
        return done;
    }

    private Judged<Step> judged(File<Step> file, @Nullable Owner owner, Step step) {
        Step kept = kept(step);
        Registration after = Registration.of(with(file, kept));
        Row row = row(file, after);
        var known = new Known(file.head().code(), after);
        return new Judged<>(kept, new Change(after.state(), (transaction, number, n) -> {
            RegistrationStore.put(transaction, row);
            Owner holder = owner;
            if (step instanceof Step.Transfer transfer) {
                owners.erase(transaction, number);
                holder = added(transaction, file, after.owner(), transfer);
            }
            if (changes(step)) {
                addFact(transaction, known, number, n, kept);
                RegistrationStore.addChange(transaction, row.unitId());
            }
            String words = step.words();
            if (words != null && holder != null) {
                owners.addText(transaction, holder, n, words);
            }
        }));
    }

    private Owner added(JdbcClient transaction, File<Step> file, int n, Step.Transfer transfer) {
        var owned = new Owned(transfer.owner() == null ? Person.NOBODY : transfer.owner(), null);
        long number = file.head().number();
        Owner owner = owners.add(transaction, number, n, owned);
        tokens.add(transaction, file.head().id(), owner.number());
        return owner;
    }

    private static Step kept(Step step) {
        return step instanceof Step.Transfer transfer && transfer.owner() != null
                ? new Step.Transfer(null, transfer.owner().country(), transfer.on(), null)
                : step.bare();
    }

    private static boolean changes(Step step) {
        return switch (step) {
            case Step.Register _,
                    Step.Verify _,
                    Step.Secret _,
                    Step.Transfer _,
                    Step.Correct _,
                    Step.Details _,
                    Step.End _ -> true;
            case Step.Proof _, Step.Note _, Step.Erase _ -> false;
        };
    }

    private Row row(File<Step> file, Registration after) {
        Row now = Objects.requireNonNull(store.find(file.head().number()));
        if (now.unitId() != 0) {
            return new Row(now.number(), now.itemId(), now.serial(), now.unitId(), after.erased() != null);
        }
        Item item = after.item() == null ? null : items.find(after.item());
        Unit unit = matches.of(item, after.serial());
        long itemId = unit != null ? unit.itemId() : item == null ? 0 : item.id();
        return new Row(now.number(), itemId, after.serial(), unit == null ? 0 : unit.id(), after.erased() != null);
    }

    /** Refuses what does not follow from how the registration stands. */
    private void require(File<Step> file, Step step) {
        Registration now = Registration.of(file);
        if (now.endedOn() != null && !(step instanceof Step.Note) && !(step instanceof Step.Erase)) {
            throw Refusal.of("registration-ended", "It counts no more", "It ended on " + now.endedOn() + ".")
                    .status(409)
                    .at("/step/type", "note", "Register it anew.")
                    .asException();
        }
        switch (step) {
            case Step.Correct correct -> requireCorrect(file, correct);
            case Step.Transfer transfer -> {
                LocalDate on = LocalDate.parse(String.valueOf(transfer.on()));
                LocalDate first = now.transfers().isEmpty()
                        ? now.boughtOn()
                        : now.transfers().getLast();
                if (first != null && on.isBefore(first)) {
                    throw Refusal.of("transfer-too-early", "It was held by another later", "It is of " + first + ".")
                            .at("/step/on", "a day from " + first + " on", "Correct the day.")
                            .asException();
                }
            }
            case Step.Erase _ -> requireNotErased(file);
            case Step.Register _,
                    Step.Verify _,
                    Step.Secret _,
                    Step.Details _,
                    Step.Proof _,
                    Step.End _,
                    Step.Note _ -> {}
        }
    }

    private void requireCorrect(File<Step> file, Step.Correct correct) {
        if (correct.item() != null) {
            item(correct.item(), "/step/item");
        }
        Row row = store.find(file.head().number());
        boolean other = correct.item() != null || correct.serial() != null;
        if (other && row != null && row.unitId() != 0) {
            throw Refusal.of("matched-already", "It is matched with a unit", "Its number is that of a unit.")
                    .status(409)
                    .at("/step", "boughtOn or installedOn", "End it and register the other one.")
                    .asException();
        }
        if (correct.bare().equals(new Step.Correct(null, null, null, null, null))) {
            throw Refusal.of("nothing-corrected", "Nothing is corrected", "The step has no member to change.")
                    .at("/step", "item, serial, boughtOn or installedOn", "Say what is right.")
                    .asException();
        }
    }

    private void requireNotErased(File<Step> file) {
        if (owners.last(file.head().number()) == null) {
            throw erased();
        }
    }

    private static org.gozinto.ledger.RefusedException erased() {
        return Refusal.of("owner-erased", "The owner was erased", "Nothing is kept of an owner any more.")
                .status(409)
                .at("", "a step without words", "Transfer it when somebody else holds it.")
                .asException();
    }

    /** Words are sealed with the owner's key, so that they go with the owner. */
    private static void requireRoomForWords(@Nullable Owner owner, Step step) {
        boolean transfers = step instanceof Step.Transfer;
        if (step.words() != null && owner == null && !transfers) {
            throw erased();
        }
    }

    // --- the owner

    /** Changes what is kept of the owner. */
    void details(File<Step> file, Owner owner, Owned owned, Actor actor) {
        var step = new Step.Details(owned.person().country());
        var sent =
                new Sent(UUID.randomUUID().toString(), HashChain.of(file.head().code()));
        book.take(file.head().code(), sent, actor, now -> {
            require(now, step);
            Judged<Step> judged = judged(now, owner, step);
            return new Judged<>(step, new Change(judged.change().state(), (transaction, number, n) -> {
                judged.change().more().write(transaction, number, n);
                owners.change(transaction, owner, owned);
            }));
        });
    }

    /** Takes a proof of purchase; the same file again changes nothing. */
    Done<Step> attach(String code, @Nullable String name, byte[] bytes, Actor actor) {
        String asked = name == null ? "" : name.strip();
        var faults = new Faults();
        faults.expect(
                !asked.isEmpty() && asked.chars().noneMatch(Character::isISOControl),
                "name",
                "is missing, or has control characters",
                "the name of the file");
        faults.text("name", asked, NAME_LENGTH_MAX);
        faults.refuse("The proof cannot be taken");
        String type = type(bytes);
        File<Step> now = book.existing(code);
        Owner owner = owners.last(now.head().number());
        if (owner == null) {
            throw erased();
        }
        String what = "proof:" + owner.number() + ":" + HexFormat.of().formatHex(HashChain.of(bytes));
        byte[] hash = HashChain.of(hidden.token(what, 0));
        var sent = new Sent(UUID.nameUUIDFromBytes(hash).toString(), hash);
        return book.take(code, sent, actor, file -> {
            int n = owners.proofs(owner).size() + 1;
            if (n > PROOFS_MAX) {
                throw Refusal.of("too-many-proofs", "There are too many files", "There are " + PROOFS_MAX + ".")
                        .at("", "at most " + PROOFS_MAX + " files", "Put several pictures into one PDF.")
                        .asException();
            }
            var step = new Step.Proof(n);
            require(file, step);
            Judged<Step> judged = judged(file, owner, step);
            var proof = new Owners.Proof(
                    n,
                    asked,
                    type,
                    bytes.length,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            return new Judged<>(step, new Change(judged.change().state(), (transaction, number, at) -> {
                judged.change().more().write(transaction, number, at);
                owners.addProof(transaction, owner, proof, bytes);
            }));
        });
    }

    /** Whether a file can be a proof. */
    boolean takes(byte[] bytes) {
        try {
            type(bytes);
            return true;
        } catch (org.gozinto.ledger.RefusedException e) {
            return false;
        }
    }

    /** The media type of a proof; what is no picture and no PDF, too large or broken is refused. */
    private String type(byte[] bytes) {
        String type = bytes.length == 0 ? null : FileKind.of(bytes);
        if (bytes.length > PROOF_BYTES_MAX) {
            throw Refusal.of("proof-too-large", "The file is too large", "It has " + bytes.length + " bytes.")
                    .status(413)
                    .at("", "at most " + PROOF_BYTES_MAX + " bytes", "Send a smaller one.")
                    .asException();
        }
        if (type == null || type.startsWith("text/")) {
            throw Refusal.of("proof-unknown", "This kind of file is not taken", "It is no picture and no PDF.")
                    .status(415)
                    .at("", "PNG, JPEG, GIF, BMP, WebP, HEIC or PDF", "Send it in one of these forms.")
                    .asException();
        }
        if (UNPACKED.contains(type)) {
            images.requireWhole(bytes);
        }
        return type;
    }

    /** Erases what is known of the owner; what was sent before gets its first answer. */
    Done<Step> erase(String code, @Nullable String id, @Nullable String reason, Actor actor) {
        var faults = new Faults();
        Sent sent = Sent.of(faults, id, code + ":erase");
        faults.expect(reason != null && !reason.isBlank(), "/reason", "is missing", "why, and nothing of the person");
        faults.text("/reason", reason, NAME_LENGTH_MAX);
        faults.refuse("The owner cannot be erased");
        var step = new Step.Erase(reason);
        Done<Step> done = book.take(code, sent, actor, file -> {
            require(file, step);
            Owner owner = owners.last(file.head().number());
            requireImpersonal(owner, String.valueOf(reason));
            Judged<Step> judged = judged(file, owner, step);
            return new Judged<>(step, new Change(judged.change().state(), (transaction, number, n) -> {
                judged.change().more().write(transaction, number, n);
                owners.erase(transaction, number);
            }));
        });
        owners.clean();
        return done;
    }

    /** The reason is kept for good, so it must not say who was erased. */
    private static void requireImpersonal(@Nullable Owner owner, String reason) {
        if (owner == null) {
            return;
        }
        Person person = owner.owned().person();
        String said = reason.toLowerCase(Locale.ROOT);
        boolean tells = Stream.of(person.name(), person.email(), person.phone())
                .filter(Objects::nonNull)
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+")))
                .anyMatch(part -> part.length() >= PART_LENGTH_MIN && said.contains(part));
        if (tells) {
            throw Refusal.of("reason-is-personal", "The reason says who it was", "It stays when the owner is erased.")
                    .at("/reason", "why, without name, address and number", "Leave the person out.")
                    .asException();
        }
    }

    // --- reading

    File<Step> existing(String code) {
        return book.existing(code);
    }

    @Nullable
    File<Step> byNumber(long number) {
        return book.byNumber(number);
    }

    @Nullable
    Long firstBroken(File<Step> file) {
        return book.firstBroken(file);
    }

    /** The id of a registration that a form with this nonce makes; nobody else can name it. */
    String idOfForm(String nonce) {
        return UUID.nameUUIDFromBytes(hidden.token("form:" + nonce, 0).getBytes(StandardCharsets.US_ASCII))
                .toString();
    }
}
