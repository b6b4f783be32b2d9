package app.vouch.program;

/** The sources of touchpoints that a program counts. */
public enum EvidenceSource {
  CAPTURE,
  INTRODUCTION,
  LINK,
  MANUAL
}
