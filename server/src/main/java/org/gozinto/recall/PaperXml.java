/*
 * Copyright The Gozinto Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.gozinto.recall;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.gozinto.recall.FilledPaper.Group;
import org.gozinto.recall.FilledPaper.Part;
import org.gozinto.recall.FilledPaper.Value;

/**
 * Writes a filled form as XML. A field whose name begins with {@code @} is an attribute of the group that it is in, one
 * named {@code #} its text. What is not known is left out; what must be said and is not, is a comment.
 */
final class PaperXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private PaperXml() {}

    /** @param mark what stands above a paper that is not to be sent, such as DRAFT; empty for none */
    static byte[] bytes(FilledPaper paper, String mark) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            if (!mark.isEmpty()) {
                comment(xml, mark);
            }
            xml.writeStartElement(String.valueOf(paper.form().root()));
            Map<String, String> namespaces = paper.form().namespaces();
            for (var space : new TreeMap<>(namespaces == null ? Map.of() : namespaces).entrySet()) {
                xml.writeNamespace(space.getKey(), space.getValue());
            }
            write(xml, paper.parts(), 1);
            line(xml, 0);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, List<Part> parts, int depth) throws XMLStreamException {
        for (Part part : parts) {
            switch (part) {
                case Value value -> write(xml, value, depth);
                case Group group -> {
                    for (List<Part> row : group.rows()) {
                        write(xml, group, row, depth);
                    }
                }
            }
        }
    }

    private static void write(XMLStreamWriter xml, Group group, List<Part> row, int depth) throws XMLStreamException {
        if (!hasContent(row)) {
            return;
        }
        line(xml, depth);
        xml.writeStartElement(group.field().at());
        for (Part part : row) {
            if (part instanceof Value value && value.field().at().startsWith("@") && !value.texts().isEmpty()) {
                xml.writeAttribute(
                        value.field().at().substring(1), clean(value.texts().getFirst()));
            }
        }
        boolean text = false;
        for (Part part : row) {
            if (part instanceof Value value && value.field().at().equals("#")) {
                text(xml, value);
                text = true;
            }
        }
        if (!text) {
            write(xml, row, depth + 1);
            line(xml, depth);
        }
        xml.writeEndElement();
    }

    /** Whether there is more to say than attributes and constants. */
    private static boolean hasContent(List<Part> row) {
        return row.stream().anyMatch(part -> switch (part) {
            case Value value ->
                value.open()
                        || !value.texts().isEmpty()
                                && value.field().constant() == null
                                && !value.field().at().startsWith("@")
                        || value.field().constant() != null && value.field().isMust();
            case Group group -> group.rows().stream().anyMatch(PaperXml::hasContent);
        });
    }

    private static void write(XMLStreamWriter xml, Value value, int depth) throws XMLStreamException {
        String name = value.field().at();
        if (name.startsWith("@") || name.equals("#")) {
            return;
        }
        if (value.open()) {
            line(xml, depth);
            comment(xml, name + " is missing");
        }
        List<String> texts = value.field().isList() || value.texts().isEmpty()
                ? value.texts()
                : List.of(String.join("; ", value.texts()));
        for (String text : texts) {
            line(xml, depth);
            xml.writeStartElement(name);
            xml.writeCharacters(clean(text));
            xml.writeEndElement();
        }
    }

    private static void text(XMLStreamWriter xml, Value value) throws XMLStreamException {
        if (value.open()) {
            comment(xml, value.field().label(PaperLanguage.EN) + " is missing");
        } else {
            xml.writeCharacters(clean(String.join("; ", value.texts())));
        }
    }

    private static void comment(XMLStreamWriter xml, String text) throws XMLStreamException {
        xml.writeComment(" " + clean(text).replace("--", "- ") + " ");
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** The text without what XML 1.0 cannot carry. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= 0x20 ? c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF : c == '\t' || c == '\n' || c == '\r')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
