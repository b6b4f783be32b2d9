package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;

/** What moves a program version. */
@Name("ProgramVersionAction")
public enum VersionAction {
  PUBLISH,
  /** The next version takes effect; time does this, no caller. */
  SUPERSEDE,
  DISCARD
}
