/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.security.SecureRandom;
import java.time.Clock;
import org.gozinto.access.LinkKey;
import org.gozinto.access.LinkThrottle;
import org.gozinto.ledger.Database;
import org.gozinto.ledger.LedgerSettings;
import org.gozinto.paper.PdfPages;
import org.gozinto.paper.mail.MailCarrier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSender;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what writes notices and takes answers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeSettings.class)
class NoticeConfiguration {

    @Bean
    NoticeStationery noticeStationery() {
        return new NoticeStationery();
    }

    @Bean
    AnswerLinks answerLinks(Database database, LedgerSettings ledger, Environment environment, Clock clock) {
        String url = environment.getProperty("gozinto.public-url", "").strip().replaceAll("/+$", "");
        var key = new LinkKey(ledger.data().resolve("answer.key"), new SecureRandom());
        return new AnswerLinks(database, key, url, clock);
    }

    @Bean
    LetterPress letterPress(NoticeStationery stationery, PdfPages pages) {
        return new LetterPress(stationery, pages);
    }

    @Bean
    MailPaper mailPaper(NoticeStationery stationery) {
        return new MailPaper(stationery);
    }

    @Bean
    NoticeGoods noticeGoods(CaseScopes scopes, Remedies remedies, CaseScopes.Rooms rooms) {
        return new NoticeGoods(new Deliveries(scopes, remedies, rooms), rooms.items(), rooms.places());
    }

    @Bean
    NoticeWriter noticeWriter(
            NoticeGoods goods, NoticeStationery stationery, NoticeSettings settings, CaseScopes.Rooms rooms) {
        return new NoticeWriter(goods, new NoticeText(stationery), settings, rooms.places());
    }

    @Bean
    NoticeOutbox.Paper noticeOutboxPaper(RecallStore recalls, MailPaper mails, LetterPress letters, AnswerLinks links) {
        return new NoticeOutbox.Paper(recalls, mails, letters, links);
    }

    @Bean
    MailCarrier<NoticeStore.Row> noticeCarrier(
            NoticeStore store,
            NoticeOutbox.Paper paper,
            ObjectProvider<JavaMailSender> sender,
            NoticeSettings settings,
            Clock clock) {
        var outbox = new NoticeOutbox(store, paper, settings.attachLetter());
        return new MailCarrier<>("notices", outbox, sender.getIfAvailable(), settings.mailPause(), clock);
    }

    @Bean
    Notices.Parts noticeParts(
            CaseRules rules,
            Consignees consignees,
            NoticeWriter writer,
            NoticeStore store,
            AnswerLinks links,
            LetterPress letters,
            MailPaper mails) {
        return new Notices.Parts(rules, consignees, writer, store, links, letters, mails);
    }

    @Bean
    Notices notices(
            Recalls recalls,
            Notices.Parts parts,
            NoticeSettings settings,
            MailCarrier<NoticeStore.Row> carrier,
            JsonMapper json,
            Clock clock) {
        return new Notices(recalls, parts, settings, carrier, json, clock);
    }

    @Bean
    AnswerPages answerPages(Recalls recalls, Consignees consignees, NoticeGoods goods, CaseScopes.Rooms rooms) {
        return new AnswerPages(recalls, consignees, goods, AnswerRule.of(rooms.items()), rooms.items());
    }

    @Bean
    AnswerPage answerPage(NoticeStationery stationery, NoticeWriter writer, NoticeSettings settings) {
        return new AnswerPage(stationery, writer, settings);
    }

    @Bean
    LinkThrottle answerPageThrottle(Clock clock) {
        return new LinkThrottle(clock);
    }
}
