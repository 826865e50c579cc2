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
import org.jspecify.annotations.Nullable;

/**
 * Writes a filled form as XML. A field whose name begins with {@code @} is an attribute of the group that it is in, one
 * named {@code #} its text. What is not known is left out; what must be said and is not, is a comment.
 */
final class PaperXml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private final XMLStreamWriter xml;
    private final Map<String, String> namespaces;

    private PaperXml(XMLStreamWriter xml, @Nullable Map<String, String> namespaces) {
        this.xml = xml;
        this.namespaces = new TreeMap<>(namespaces == null ? Map.of() : namespaces);
    }

    /** @param mark what stands above a paper that is not to be sent, such as DRAFT; empty for none */
    static byte[] bytes(FilledPaper paper, String mark) {
        var out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new PaperXml(xml, paper.form().namespaces()).write(paper, mark);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private void write(FilledPaper paper, String mark) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        if (!mark.isEmpty()) {
            comment(mark);
        }
        line(0);
        begin(String.valueOf(paper.form().root()));
        for (var space : namespaces.entrySet()) {
            xml.writeNamespace(space.getKey(), space.getValue());
        }
        write(paper.parts(), 1);
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    /** Begins an element whose name may have the prefix of a namespace. */
    private void begin(String name) throws XMLStreamException {
        int colon = name.indexOf(':');
        String space = colon < 0 ? null : namespaces.get(name.substring(0, colon));
        if (space == null) {
            xml.writeStartElement(name);
        } else {
            xml.writeStartElement(name.substring(0, colon), name.substring(colon + 1), space);
        }
    }

    private void write(List<Part> parts, int depth) throws XMLStreamException {
        for (Part part : parts) {
            switch (part) {
                case Value value -> write(value, depth);
                case Group group -> {
                    for (List<Part> row : group.rows()) {
                        write(group, row, depth);
                    }
                }
            }
        }
    }

    private void write(Group group, List<Part> row, int depth) throws XMLStreamException {
        if (!hasContent(row)) {
            return;
        }
        line(depth);
        begin(group.field().at());
        for (Part part : row) {
            if (part instanceof Value value
                    && value.field().at().startsWith("@")
                    && !value.texts().isEmpty()) {
                xml.writeAttribute(
                        value.field().at().substring(1), clean(value.texts().getFirst()));
            }
        }
        boolean text = false;
        for (Part part : row) {
            if (part instanceof Value value && value.field().at().equals("#")) {
                text(value);
                text = true;
            }
        }
        if (!text) {
            write(row, depth + 1);
            line(depth);
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

    private void write(Value value, int depth) throws XMLStreamException {
        String name = value.field().at();
        if (name.startsWith("@") || name.equals("#")) {
            return;
        }
        if (value.open()) {
            line(depth);
            comment(name + " is missing");
        }
        List<String> texts = value.field().isList() || value.texts().isEmpty()
                ? value.texts()
                : List.of(String.join("; ", value.texts()));
        for (String text : texts) {
            line(depth);
            begin(name);
            xml.writeCharacters(clean(text));
            xml.writeEndElement();
        }
    }

    private void text(Value value) throws XMLStreamException {
        if (value.open()) {
            comment(value.field().label(PaperLanguage.EN) + " is missing");
        } else {
            xml.writeCharacters(clean(String.join("; ", value.texts())));
        }
    }

    private void comment(String text) throws XMLStreamException {
        xml.writeComment(" " + clean(text).replace("--", "- ") + " ");
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** The text without what XML 1.0 cannot carry. */
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c >= 0x20
                        ? c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF
                        : c == '\t' || c == '\n' || c == '\r')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
