/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.gozinto.access.LinkKey;
import org.gozinto.access.LinkThrottle;
import org.gozinto.care.fit.Fits;
import org.gozinto.care.term.Coverages;
import org.gozinto.care.term.RegistrationFacts;
import org.gozinto.image.ImageReading;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.paper.PublicPages;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.complaint.ComplaintDesk;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what takes registrations. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {

    @Bean
    QualityBook<Step> registrationBook(Database database, JsonMapper json, Clock clock) {
        return new QualityBook<>(database, json, Kind.REGISTRATION, Step.class, clock);
    }

    /** Makes the tokens of links and the keyed hashes; it is a file and not in the book. */
    @Bean
    LinkKey registrationKey(LedgerSettings ledger) {
        return new LinkKey(ledger.data().resolve("owner.key"), new SecureRandom());
    }

    @Bean
    RegistrationStore registrationStore(Database database) {
        return new RegistrationStore(database);
    }

    @Bean
    Owners registrationOwners(Database database, JsonMapper json, LinkKey registrationKey) {
        return new Owners(database, json, registrationKey, new SecureRandom());
    }

    @Bean
    OwnerTokens registrationTokens(Database database, LinkKey registrationKey, Environment environment) {
        String url = environment.getProperty("gozinto.public-url", "").strip().replaceAll("/+$", "");
        return new OwnerTokens(database, registrationKey, url);
    }

    @Bean
    Matches registrationMatches(RegistrationStore store, Units units, Items items, Places places) {
        return new Matches(store, units, items, places);
    }

    @Bean
    RegistrationDesk.Parts registrationParts(
            QualityBook<Step> registrationBook,
            RegistrationStore store,
            Owners owners,
            OwnerTokens tokens,
            Matches matches,
            Items items,
            ImageReading images,
            LinkKey registrationKey) {
        return new RegistrationDesk.Parts(
                registrationBook, store, owners, tokens, matches, items, images, registrationKey);
    }

    @Bean
    RegistrationDesk registrationDesk(RegistrationDesk.Parts parts, JsonMapper json, Clock clock) {
        return new RegistrationDesk(parts, json, clock);
    }

    @Bean
    RegistrationViews registrationViews(RegistrationDesk desk, RegistrationDesk.Parts parts, Units units, Items items) {
        var shown = new RegistrationViews.Parts(items, units, new UnitRefs(units, items));
        var followed = new RegistrationViews.Followed(parts.matches(), shown);
        return new RegistrationViews(desk, parts.store(), parts.owners(), parts.tokens(), followed);
    }

    @Bean
    Registrations registrations(RegistrationStore store, Owners owners, Matches matches) {
        return new RegistrationsOfUnits(store, owners, matches);
    }

    @Bean
    RegistrationFacts registrationFacts(Registrations registrations, RegistrationStore store, Matches matches) {
        return new TermFacts(registrations, store, matches);
    }

    @Bean
    PageRequests registrationRequests(Environment environment, Clock clock) {
        String company = environment.getProperty("gozinto.company", "").strip();
        var forms = List.of("register.html", "owner.html", "complain.html", "sent.html");
        return new PageRequests(new PublicPages(Step.class, "page", forms, company), clock);
    }

    @Bean
    Guesses registrationGuesses(Clock clock) {
        return new Guesses(clock);
    }

    @Bean
    RegisterPageController.Parts registerPageParts(
            RegistrationDesk.Parts parts, Secrets secrets, Guesses guesses, Clock clock) {
        return new RegisterPageController.Parts(
                parts.items(),
                parts.matches(),
                secrets,
                parts.owners(),
                parts.tokens(),
                guesses,
                new LinkThrottle(clock));
    }

    @Bean
    OwnerPage ownerPage(
            RegistrationDesk.Parts parts,
            Units units,
            Coverages coverages,
            Fits fits,
            PageRequests requests,
            Clock clock) {
        return new OwnerPage(parts, new OwnerPage.Shown(parts.items(), units, coverages, fits), requests, clock);
    }

    @Bean
    OwnerPageController.Parts ownerPageParts(
            RegistrationDesk.Parts parts, Secrets secrets, Guesses guesses, RegistrationViews views, Clock clock) {
        return new OwnerPageController.Parts(
                parts.owners(),
                parts.tokens(),
                secrets,
                guesses,
                views,
                new LinkThrottle(clock),
                new LinkThrottle(clock));
    }

    @Bean
    ComplainPageController.Parts complainPageParts(
            ComplaintDesk complaints, RegistrationDesk desk, Items items, Clock clock) {
        return new ComplainPageController.Parts(complaints, desk, items, new LinkThrottle(clock));
    }

    @Bean
    Secrets registrationSecrets(Database database, Items items, LinkKey registrationKey, JsonMapper json, Clock clock) {
        return new Secrets(database, items, registrationKey, new SecureRandom(), new Secrets.Made(json, clock));
    }
}
