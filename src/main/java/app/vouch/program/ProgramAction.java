package app.vouch.program;

/** What moves a program. */
public enum ProgramAction {
  ARCHIVE
}
