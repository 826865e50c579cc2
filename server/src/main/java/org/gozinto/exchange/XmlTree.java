/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.exchange;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gozinto.ledger.RefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML into plain elements. Document type declarations are refused, so there are no entities to expand and
 * nothing is
 * fetched from anywhere; depth, number and length of everything are limited.
 */
final class XmlTree {

    private static final int DEPTH_MAX = 32;
    private static final int ELEMENTS_MAX = 2_000_000;
    private static final int TEXT_MAX = 100_000;

    /**
     * One element.
     *
     * @param prefix as the document writes it; empty for none
     * @param text what stands in it beside its children, without the blanks around it
     * @param line where it begins, from 1
     */
    record Element(
            String namespace,
            String prefix,
            String name,
            Map<String, String> attributes,
            List<Element> children,
            String text,
            int line) {

        @Nullable
        Element child(String wanted) {
            return children.stream()
                    .filter(c -> c.name.equals(wanted))
                    .findFirst()
                    .orElse(null);
        }
    }

    private final XMLStreamReader reader;
    private int elements;

    private XmlTree(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root of the document, or a refusal with the line and column of what is wrong. */
    static Element read(byte[] document) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
            try {
                return new XmlTree(reader).root();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            var location = e.getLocation();
            throw Unreadable.at(
                    "broken-xml",
                    location == null ? 1 : location.getLineNumber(),
                    location == null ? 1 : location.getColumnNumber(),
                    firstLine(e.getMessage()));
        }
    }

    /** The parser's own message repeats the position on a line of its own. */
    private static String firstLine(@Nullable String message) {
        if (message == null) {
            return "this is not well-formed XML.";
        }
        int at = message.indexOf("Message: ");
        return message.substring(at < 0 ? 0 : at + "Message: ".length())
                .lines()
                .findFirst()
                .orElse(message);
    }

    private Element root() throws XMLStreamException {
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw refused(
                            "doctype",
                            "a document type declaration is not accepted, since it can name files and entities.");
                case XMLStreamConstants.START_ELEMENT -> root = element(0);
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
        return Objects.requireNonNull(root, "a well-formed document has a root");
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > DEPTH_MAX) {
            throw refused("too-deep", "elements are nested more than " + DEPTH_MAX + " levels deep.");
        }
        if (++elements > ELEMENTS_MAX) {
            throw refused("too-many", "the document has more than " + ELEMENTS_MAX + " elements.");
        }
        String namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
        String prefix = Objects.requireNonNullElse(reader.getPrefix(), "");
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        Map<String, String> attributes = attributes();
        List<Element> children = new ArrayList<>();
        var text = new StringBuilder();
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> children.add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> add(text);
                case XMLStreamConstants.END_ELEMENT -> {
                    return new Element(
                            namespace,
                            prefix,
                            name,
                            attributes,
                            children,
                            text.toString().strip(),
                            line);
                }
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("entity", "the entity " + reader.getLocalName() + " is not defined.");
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    private void add(StringBuilder text) {
        if (text.length() + reader.getTextLength() > TEXT_MAX) {
            throw refused("too-long", "a text has more than " + TEXT_MAX + " characters.");
        }
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String prefix = reader.getAttributePrefix(i);
            String name = reader.getAttributeLocalName(i);
            if (reader.getAttributeValue(i).length() > TEXT_MAX) {
                throw refused("too-long", "a text has more than " + TEXT_MAX + " characters.");
            }
            attributes.put(
                    prefix == null || prefix.isEmpty() ? name : prefix + ":" + name, reader.getAttributeValue(i));
        }
        return attributes;
    }

    private RefusedException refused(String code, String detail) {
        var location = reader.getLocation();
        return Unreadable.at(code, location.getLineNumber(), location.getColumnNumber(), detail);
    }
}
