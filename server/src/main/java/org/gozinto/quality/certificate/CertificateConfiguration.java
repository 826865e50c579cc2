/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.certificate;

import java.time.Clock;
import java.util.List;
import org.gozinto.genealogy.Traces;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.WordBook;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.quality.inspection.Inspections;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts certificates together. */
@Configuration(proxyBeanMethods = false)
class CertificateConfiguration {

    @Bean
    CertificateViews certificateViews(Units units, Items items) {
        return new CertificateViews(new UnitRefs(units, items));
    }

    @Bean
    Certificates.Names certificateNames(Items items, Units units, Places places) {
        return new Certificates.Names(items, units, places);
    }

    @Bean
    Certificates.Parts certificateParts(
            Database database,
            Traces traces,
            Certificates.Names names,
            Inspections inspections,
            PdfPages pages,
            JsonMapper json,
            Clock clock) {
        WordBook words = WordBook.load(CertificateConfiguration.class, "papers", List.of("en", "de"));
        var store = new CertificateStore(database);
        var rooms = new CertificateMaker.Rooms(
                traces, names.units(), new UnitRefs(names.units(), names.items()), names.places());
        return new Certificates.Parts(
                new QualityBook<>(database, json, Kind.CERTIFICATE, CertificateStep.class, clock),
                store,
                new CertificateMaker(rooms, inspections, store, words),
                new CertificatePages(pages, words));
    }

    @Bean
    Certificates certificates(Certificates.Parts parts, Certificates.Names names, JsonMapper json, Clock clock) {
        return new Certificates(parts, names, json, clock);
    }
}
