package app.vouch.incentive.payout;

/** The kinds of files by which payments reach a bank. */
public enum PayoutFileFormat {
  /** Comma-separated values (RFC 4180), for people and for systems of their own. */
  CSV("text/csv; charset=utf-8", "csv"),
  /** ISO 20022 customer credit transfer initiation, pain.001.001.09. */
  PAIN_001("application/xml", "xml");

  private final String mediaType;
  private final String extension;

  PayoutFileFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  String mediaType() {
    return mediaType;
  }

  String fileName(String batch) {
    return batch + "." + extension;
  }
}
