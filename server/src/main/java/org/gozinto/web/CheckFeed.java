/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.web;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gozinto.recall.PublicRecalls.PublicRecall;
import org.gozinto.recall.PublicRecalls.Text;

/** Writes the recalls as a feed (Atom, RFC 4287). Ids follow from the server's key and stay the same at any address. */
final class CheckFeed {

    static final int ENTRIES_MAX = 50;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newFactory();

    private final CheckKey key;
    private final String company;

    CheckFeed(CheckKey key, String company) {
        this.key = key;
        this.company = company.isEmpty() ? "Gozinto" : company;
    }

    /**
     * @param root the address of this server, without a slash at its end
     * @param recalls newest first
     */
    byte[] of(List<PublicRecall> recalls, CheckWords words, String root) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(ATOM);
            xml.writeStartElement(ATOM, "feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", words.language());
            element(xml, "id", "urn:uuid:" + key.name("feed"));
            element(xml, "title", company + ": " + words.get("recallsTitle"));
            element(xml, "updated", CheckView.time(updated(recalls)));
            link(xml, "self", "application/atom+xml", root + "/check/feed.atom?lang=" + words.language());
            link(xml, "alternate", "text/html", root + "/check/recalls?lang=" + words.language());
            xml.writeStartElement(ATOM, "author");
            element(xml, "name", company);
            xml.writeEndElement();
            for (PublicRecall recall : recalls.stream().limit(ENTRIES_MAX).toList()) {
                entry(xml, recall, words, root);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static Instant updated(List<PublicRecall> recalls) {
        return recalls.stream()
                .map(PublicRecall::changedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void entry(XMLStreamWriter xml, PublicRecall recall, CheckWords words, String root)
            throws XMLStreamException {
        Text text = CheckPaper.text(recall, words);
        xml.writeStartElement(ATOM, "entry");
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", CheckPaper.language(recall, words));
        element(xml, "id", "urn:uuid:" + key.name("recall " + recall.number()));
        element(xml, "title", recall.number() + ": " + text.title());
        element(xml, "published", CheckView.time(recall.publishedAt()));
        element(xml, "updated", CheckView.time(recall.changedAt()));
        link(xml, "alternate", "text/html", root + "/check/recalls/" + PublishedLinks.encoded(recall.number()));
        element(xml, "summary", text.product() + ". " + text.hazard());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String address)
            throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }

    /** XML has no way to write most control characters. */
    private static String allowed(String text) {
        var allowed = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> (c >= ' ' && (c < 0xd800 || c > 0xdfff) && c != 0xfffe && c != 0xffff)
                        || c == '\n'
                        || c == '\t')
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
