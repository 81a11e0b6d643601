package io.concordat.cli.report;

import java.io.StringWriter;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * For the test view of build servers: a suite per document, a failed case per error, a case that
 * errs where nothing is known, and one case that passed where all is well.
 */
final class JunitFormat {

  private JunitFormat() {}

  static String write(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      newLine(xml, 0);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "concordat " + report.command());
      xml.writeAttribute(
          "tests", String.valueOf(report.sheets().stream().mapToLong(JunitFormat::cases).sum()));
      xml.writeAttribute("failures", String.valueOf(report.count(Level.ERROR)));
      xml.writeAttribute(
          "errors",
          String.valueOf(
              report.sheets().stream().filter(sheet -> !sheet.outcome().known()).count()));
      for (Sheet sheet : report.sheets()) {
        suite(xml, report.command(), sheet);
      }
      newLine(xml, 0);
      xml.writeEndElement();
      newLine(xml, 0);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a string takes all that is written", impossible);
    }
    return text.toString();
  }

  private static long cases(Sheet sheet) {
    return Math.max(1, sheet.count(Level.ERROR));
  }

  private static void suite(XMLStreamWriter xml, String command, Sheet sheet)
      throws XMLStreamException {
    newLine(xml, 1);
    xml.writeStartElement("testsuite");
    attribute(xml, "name", sheet.file());
    xml.writeAttribute("tests", String.valueOf(cases(sheet)));
    xml.writeAttribute("failures", String.valueOf(sheet.count(Level.ERROR)));
    xml.writeAttribute("errors", sheet.outcome().known() ? "0" : "1");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", "0");
    String problem = sheet.problem();
    if (problem != null) {
      start(xml, command, sheet);
      failure(xml, "error", sheet.outcome().word(), problem, problem);
      end(xml);
    } else if (sheet.count(Level.ERROR) == 0) {
      start(xml, command, sheet);
      xml.writeEndElement();
    } else {
      for (Finding finding : sheet.findings()) {
        if (finding.level() == Level.ERROR) {
          start(xml, finding.rule() + " " + finding.path(), sheet);
          failure(xml, "failure", finding.rule(), finding.message(), told(sheet, finding));
          end(xml);
        }
      }
    }
    others(xml, sheet);
    newLine(xml, 1);
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, String name, Sheet sheet)
      throws XMLStreamException {
    newLine(xml, 2);
    xml.writeStartElement("testcase");
    attribute(xml, "name", name);
    attribute(xml, "classname", sheet.contract() == null ? sheet.file() : sheet.contract());
    xml.writeAttribute("time", "0");
  }

  private static void end(XMLStreamWriter xml) throws XMLStreamException {
    newLine(xml, 2);
    xml.writeEndElement();
  }

  private static void failure(
      XMLStreamWriter xml, String element, String type, String message, String text)
      throws XMLStreamException {
    newLine(xml, 3);
    xml.writeStartElement(element);
    attribute(xml, "message", message);
    attribute(xml, "type", type);
    xml.writeCharacters(Escapes.xml(text));
    xml.writeEndElement();
  }

  /** What is said and fails nothing. */
  private static void others(XMLStreamWriter xml, Sheet sheet) throws XMLStreamException {
    String told =
        sheet.findings().stream()
            .filter(finding -> finding.level() != Level.ERROR)
            .map(finding -> finding.level().word() + ": " + told(sheet, finding))
            .collect(Collectors.joining("\n"));
    if (!told.isEmpty()) {
      newLine(xml, 2);
      xml.writeStartElement("system-out");
      xml.writeCharacters(Escapes.xml(told));
      xml.writeEndElement();
    }
  }

  private static String told(Sheet sheet, Finding finding) {
    String place = finding.line() == null ? "" : ":" + finding.line();
    return "%s%s: %s (%s at %s)"
        .formatted(sheet.file(), place, finding.message(), finding.rule(), finding.path());
  }

  private static void attribute(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeAttribute(name, Escapes.xml(value));
  }

  private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
