/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.inspection;

import java.time.Clock;
import org.gozinto.genealogy.Scopes;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.movement.Movements;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.unit.Inspected;
import org.gozinto.unit.Units;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts inspections and non-conformances together. */
@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {

    @Bean
    Subjects inspectionSubjects(Database database, Units units, Items items, Places places) {
        return new Subjects(database, units, items, places);
    }

    @Bean
    Records inspectionRecords(Database database) {
        return new Records(database);
    }

    @Bean
    Plans inspectionPlans(Database database, Items items, JsonMapper json, Clock clock) {
        return new Plans(database, items, new SamplingTable(json), json, clock);
    }

    @Bean
    Deeds qualityDeeds(Movements movements, Entries entries, Subjects subjects, JsonMapper json) {
        var masters = new Deeds.Masters(subjects.items(), subjects.places(), subjects.units());
        return new Deeds(movements, entries, masters, json);
    }

    @Bean
    NonconformanceFiles.Parts nonconformanceParts(
            Subjects subjects, Records records, Deeds deeds, Scopes scopes, Inspected inspected) {
        return new NonconformanceFiles.Parts(
                subjects, records, new Disposals(subjects, deeds), deeds, scopes, inspected);
    }

    @Bean
    NonconformanceFiles nonconformanceFiles(
            Database database, NonconformanceFiles.Parts parts, JsonMapper json, Clock clock) {
        var book = new QualityBook<>(database, json, Kind.NONCONFORMANCE, NonconformanceStep.class, clock);
        return new NonconformanceFiles(book, parts, json);
    }

    @Bean
    InspectionFiles.Parts inspectionParts(
            Plans plans, Subjects subjects, Records records, NonconformanceFiles files, Inspected inspected) {
        return new InspectionFiles.Parts(plans, subjects, records, files, inspected);
    }

    @Bean
    InspectionFiles inspectionFiles(Database database, InspectionFiles.Parts parts, JsonMapper json, Clock clock) {
        var book = new QualityBook<>(database, json, Kind.INSPECTION, InspectionStep.class, clock);
        return new InspectionFiles(book, parts, json);
    }

    @Bean
    InspectionViews inspectionViews(InspectionFiles files, InspectionFiles.Parts parts, JsonMapper json) {
        return new InspectionViews(
                files,
                new InspectionViews.Parts(parts.subjects(), parts.records(), parts.plans(), parts.inspected()),
                json);
    }

    @Bean
    NonconformanceViews nonconformanceViews(
            NonconformanceFiles files, Subjects subjects, Records records, JsonMapper json, Clock clock) {
        return new NonconformanceViews(files, subjects, records, json, clock);
    }

    @Bean
    Inspections inspections(InspectionFiles files, Subjects subjects, Records records) {
        return new InspectionRecords(files, subjects, records);
    }
}
