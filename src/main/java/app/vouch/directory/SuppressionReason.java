package app.vouch.directory;

/** Why nobody is to write to an address. */
public enum SuppressionReason {
  /** The person asked not to be written to. */
  OPT_OUT,
  /** The person objected to their data being used (GDPR, Article 21). */
  OBJECTION,
  /** Mail to the address comes back. */
  BOUNCE,
  /** The person reported a message as unwanted. */
  COMPLAINT,
  /** What was kept of the person was erased. */
  ERASURE,
  OTHER
}
