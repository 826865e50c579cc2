/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.care.registration;

import java.security.SecureRandom;
import java.time.Clock;
import org.gozinto.access.LinkKey;
import org.gozinto.image.ImageReading;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.UnitRefs;
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
    Secrets registrationSecrets(Database database, Items items, LinkKey registrationKey, JsonMapper json, Clock clock) {
        return new Secrets(database, items, registrationKey, new SecureRandom(), new Secrets.Made(json, clock));
    }
}
