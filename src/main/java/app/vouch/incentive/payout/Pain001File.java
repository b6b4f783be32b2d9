package app.vouch.incentive.payout;

import app.vouch.incentive.payee.BankAccountKind;
import app.vouch.incentive.payee.LatinText;
import app.vouch.incentive.payee.PaymentDetails;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A credit transfer initiation as XML: ISO 20022 pain.001.001.09, one payment information block.
 * Texts are in the Latin set that every bank takes.
 */
final class Pain001File {
  private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int LONGEST_NAME = 70;
  private static final String EURO = "EUR";

  /** Country of the bank → what its routing numbers are called (ISO 20022 external code list). */
  private static final Map<String, String> CLEARING_SYSTEMS =
      Map.ofEntries(
          Map.entry("AU", "AUBSB"),
          Map.entry("CA", "CACPA"),
          Map.entry("CN", "CNAPS"),
          Map.entry("GB", "GBDSC"),
          Map.entry("HK", "HKNCC"),
          Map.entry("IN", "INFSC"),
          Map.entry("JP", "JPZGN"),
          Map.entry("NZ", "NZNCC"),
          Map.entry("SG", "SGIBG"),
          Map.entry("US", "USABA"),
          Map.entry("ZA", "ZANCC"));

  private final CreditTransfer transfer;
  private final XMLStreamWriter xml;

  private Pain001File(CreditTransfer transfer, XMLStreamWriter xml) {
    this.transfer = transfer;
    this.xml = xml;
  }

  static String of(CreditTransfer transfer) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new Pain001File(transfer, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a credit transfer cannot be written as XML", e);
    }
    return text.toString();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("CstmrCdtTrfInitn");
    header();
    open("PmtInf");
    paymentInformation();
    for (Payment payment : transfer.payments()) {
      payment(payment);
    }
    close("PmtInf");
    close("CstmrCdtTrfInitn");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void header() throws XMLStreamException {
    open("GrpHdr");
    leaf("MsgId", transfer.messageId());
    leaf("CreDtTm", transfer.createdAt().truncatedTo(ChronoUnit.SECONDS).toString());
    sums();
    open("InitgPty");
    leaf("Nm", name(transfer.debtor()));
    close("InitgPty");
    close("GrpHdr");
  }

  private void sums() throws XMLStreamException {
    leaf("NbOfTxs", Integer.toString(transfer.payments().size()));
    leaf("CtrlSum", transfer.total().decimal());
  }

  private void paymentInformation() throws XMLStreamException {
    PaymentDetails debtor = transfer.debtor();
    leaf("PmtInfId", transfer.messageId());
    leaf("PmtMtd", "TRF");
    sums();
    if (isSepa()) {
      open("PmtTpInf", "SvcLvl");
      leaf("Cd", "SEPA");
      close("PmtTpInf", "SvcLvl");
    }
    open("ReqdExctnDt");
    leaf("Dt", transfer.executionDate().toString());
    close("ReqdExctnDt");
    party("Dbtr", debtor);
    account("DbtrAcct", debtor);
    open("DbtrAgt", "FinInstnId");
    if (debtor.bic() == null && debtor.routing() == null) {
      open("Othr");
      leaf("Id", "NOTPROVIDED");
      close("Othr");
    } else {
      institution(debtor);
    }
    close("DbtrAgt", "FinInstnId");
    leaf("ChrgBr", isSepa() ? "SLEV" : "SHAR");
  }

  private boolean isSepa() {
    return transfer.total().currency().code().equals(EURO)
        && transfer.debtor().kind() == BankAccountKind.IBAN
        && transfer.payments().stream().allMatch(p -> p.to().kind() == BankAccountKind.IBAN);
  }

  private void payment(Payment payment) throws XMLStreamException {
    PaymentDetails to = payment.to();
    open("CdtTrfTxInf", "PmtId");
    leaf("EndToEndId", payment.endToEndId());
    close("PmtId");
    open("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", payment.amount().currency().code());
    xml.writeCharacters(payment.amount().decimal());
    xml.writeEndElement();
    close("Amt");
    if (to.bic() != null || to.routing() != null) {
      open("CdtrAgt", "FinInstnId");
      institution(to);
      close("CdtrAgt", "FinInstnId");
    }
    party("Cdtr", to);
    account("CdtrAcct", to);
    open("RmtInf");
    leaf("Ustrd", payment.endToEndId());
    close("RmtInf");
    close("CdtTrfTxInf");
  }

  private void party(String element, PaymentDetails of) throws XMLStreamException {
    open(element);
    leaf("Nm", name(of));
    close(element);
  }

  private static String name(PaymentDetails of) {
    return LatinText.of(of.holder(), LONGEST_NAME);
  }

  private void account(String element, PaymentDetails of) throws XMLStreamException {
    open(element, "Id");
    if (of.kind() == BankAccountKind.IBAN) {
      leaf("IBAN", of.number());
    } else {
      open("Othr");
      leaf("Id", of.number());
      close("Othr");
    }
    close(element, "Id");
  }

  private void institution(PaymentDetails of) throws XMLStreamException {
    if (of.bic() != null) {
      leaf("BICFI", of.bic());
    }
    if (of.routing() != null) {
      open("ClrSysMmbId");
      clearingSystem(of.country());
      leaf("MmbId", of.routing());
      close("ClrSysMmbId");
    }
    if (of.kind() == BankAccountKind.ACCOUNT && of.country() != null) {
      open("PstlAdr");
      leaf("Ctry", of.country());
      close("PstlAdr");
    }
  }

  private void clearingSystem(@Nullable String country) throws XMLStreamException {
    String code = country == null ? null : CLEARING_SYSTEMS.get(country);
    if (code != null) {
      open("ClrSysId");
      leaf("Cd", code);
      close("ClrSysId");
    }
  }

  private void open(String... elements) throws XMLStreamException {
    for (String element : elements) {
      xml.writeStartElement(element);
    }
  }

  /** Ends as many elements as are named: the names are for the reader. */
  private void close(String... elements) throws XMLStreamException {
    for (int i = 0; i < elements.length; i++) {
      xml.writeEndElement();
    }
  }

  private void leaf(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
