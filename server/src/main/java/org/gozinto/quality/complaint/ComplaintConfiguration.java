/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.quality.complaint;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.gozinto.access.LinkKey;
import org.gozinto.access.LinkThrottle;
import org.gozinto.genealogy.NextSteps;
import org.gozinto.genealogy.UnitPast;
import org.gozinto.image.ImageReading;
import org.gozinto.item.Items;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.Entries;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.paper.mail.MailCarrier;
import org.gozinto.place.Places;
import org.gozinto.quality.book.Kind;
import org.gozinto.quality.book.QualityBook;
import org.gozinto.quality.book.UnitRefs;
import org.gozinto.unit.Lookup;
import org.gozinto.unit.Stops;
import org.gozinto.unit.Units;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what takes complaints. */
@Configuration(proxyBeanMethods = false)
class ComplaintConfiguration {

    @Bean
    QualityBook<Step> complaintBook(Database database, JsonMapper json, Clock clock) {
        return new QualityBook<>(database, json, Kind.COMPLAINT, Step.class, clock);
    }

    @Bean
    ComplaintCodes complaintCodes(Database database, JsonMapper json, Clock clock) {
        return new ComplaintCodes(database, json, clock);
    }

    @Bean
    Matching complaintMatching(Units units, Items items, Places places, Lookup lookup) {
        return new Matching(units, items, places, lookup);
    }

    @Bean
    Rows complaintRows(QualityBook<Step> complaintBook, Matching matching, ComplaintCodes codes) {
        return new Rows(complaintBook, matching, codes);
    }

    @Bean
    ComplaintStore complaintStore(Database database) {
        return new ComplaintStore(database);
    }

    @Bean
    Follower complaintFollower(QualityBook<Step> complaintBook, ComplaintStore store, Rows rows, Items items) {
        return new Follower(complaintBook, store, rows, items);
    }

    @Bean
    AnswerTokens complaintTokens(Database database, LedgerSettings ledger, Environment environment, Clock clock) {
        String url = environment.getProperty("gozinto.public-url", "").strip().replaceAll("/+$", "");
        var key = new LinkKey(ledger.data().resolve("complaint.key"), new SecureRandom());
        return new AnswerTokens(database, key, url, clock);
    }

    @Bean
    ComplaintRules complaintRules(
            QualityBook<Step> complaintBook, ComplaintCodes codes, Items items, Places places, Units units) {
        return new ComplaintRules(complaintBook, codes, items, places, units);
    }

    @Bean
    Complaints.Parts complaintParts(
            QualityBook<Step> complaintBook,
            ComplaintRules rules,
            Rows rows,
            ComplaintStore store,
            Follower follower,
            ComplaintCodes codes,
            Contents contents,
            AnswerTokens tokens,
            ReplyPost post) {
        return new Complaints.Parts(complaintBook, rules, rows, store, follower, codes, contents, tokens, post);
    }

    /** Replies have the sender of notices, unless another one is set for them. */
    @Bean
    ReplyPost complaintReplyPost(ObjectProvider<JavaMailSender> sender, Environment environment) {
        return ReplyPost.of(
                sender.getIfAvailable() != null,
                ofSender(environment, "name"),
                ofSender(environment, "email"),
                environment.getProperty("gozinto.public-url", ""));
    }

    private static String ofSender(Environment environment, String what) {
        String notices = environment.getProperty("gozinto.recall.sender-" + what, "");
        return environment.getProperty("gozinto.quality.sender-" + what, notices);
    }

    @Bean
    MailCarrier<ReplyOutbox.Waiting> complaintMailCarrier(
            ReplyOutbox outbox,
            ReplyPost post,
            ObjectProvider<JavaMailSender> sender,
            Environment environment,
            Clock clock) {
        Duration pause = environment.getProperty("gozinto.recall.mail-pause", Duration.class, Duration.ofMinutes(1));
        JavaMailSender mail = post.sender() == null ? null : sender.getIfAvailable();
        return new MailCarrier<>("replies", outbox, mail, pause, clock);
    }

    @Bean
    ReplyOutbox complaintReplyOutbox(
            Database database, Complaints complaints, ReplyPost post, AnswerTokens tokens, AnswerPage page) {
        return new ReplyOutbox(database, complaints, post, tokens, page);
    }

    @Bean
    Contents complaintContents(Database database, ImageReading images) {
        return new Contents(database, images);
    }

    @Bean
    Complaints complaints(Complaints.Parts parts, JsonMapper json, Clock clock) {
        return new Complaints(parts, json, clock);
    }

    @Bean
    UnitRefs complaintUnits(Units units, Items items) {
        return new UnitRefs(units, items);
    }

    @Bean
    UnitPast complaintUnitPast(Database database, Places places, JsonMapper json) {
        return new UnitPast(database, places, json);
    }

    @Bean
    Links complaintLinks(UnitPast past, NextSteps steps, Units units, UnitRefs refs, Stops stops) {
        return new Links(past, steps, units, refs, stops);
    }

    @Bean
    ComplaintViews.Parts complaintViewParts(
            Matching matching,
            Links links,
            UnitRefs refs,
            ComplaintStore store,
            ComplaintCodes codes,
            Rows rows,
            AnswerTokens tokens) {
        return new ComplaintViews.Parts(matching, links, refs, store, codes, rows, tokens);
    }

    @Bean
    ComplaintViews complaintViews(ComplaintViews.Parts parts, Entries entries) {
        return new ComplaintViews(parts, entries);
    }

    @Bean
    ComplaintLists.Sources complaintSources(
            ComplaintStore store, Follower follower, ComplaintCodes codes, Items items, Units units) {
        return new ComplaintLists.Sources(store, follower, codes, items, units);
    }

    @Bean
    ComplaintLists complaintLists(ComplaintLists.Sources sources, ComplaintViews views, Links links) {
        return new ComplaintLists(sources, views, links);
    }

    @Bean
    Photos complaintPhotos(ImageReading images, Matching matching, ComplaintViews views) {
        return new Photos(images, matching, views);
    }

    @Bean
    AnswerPage complaintPage() {
        return new AnswerPage();
    }

    @Bean
    ReporterPageController.Throttles complaintThrottles(Clock clock) {
        return new ReporterPageController.Throttles(new LinkThrottle(clock), new LinkThrottle(clock));
    }
}
