package app.vouch.incentive.payout;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A credit transfer that holds against the schema, read by XPath with the prefix {@code p}. */
final class Pain001Reader {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final Schema SCHEMA = schema();

  private final Document document;
  private final XPath paths = XPathFactory.newDefaultInstance().newXPath();

  private Pain001Reader(Document document) {
    this.document = document;
    paths.setNamespaceContext(new OnePrefix());
  }

  /**
   * @throws SAXException when it does not hold against the schema
   */
  static Pain001Reader of(String file)
      throws SAXException, IOException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(file)));
    SCHEMA.newValidator().validate(new DOMSource(document));
    return new Pain001Reader(document);
  }

  /** As it is published by ISO, out of the library that ships it. */
  private static Schema schema() {
    try {
      return SchemaFactory.newDefaultInstance()
          .newSchema(
              Objects.requireNonNull(Pain001Reader.class.getResource("/pain.001.001.09.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty where there is none. */
  String text(String path) throws XPathExpressionException {
    return paths.evaluate(path, document);
  }

  List<String> texts(String path) throws XPathExpressionException {
    NodeList nodes = (NodeList) paths.evaluate(path, document, XPathConstants.NODESET);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  private static final class OnePrefix implements NamespaceContext {
    @Override
    public String getNamespaceURI(String prefix) {
      return prefix.equals("p") ? NAMESPACE : XMLConstants.NULL_NS_URI;
    }

    @Override
    public @Nullable String getPrefix(String uri) {
      return null;
    }

    @Override
    public Iterator<String> getPrefixes(String uri) {
      return List.<String>of().iterator();
    }
  }
}
