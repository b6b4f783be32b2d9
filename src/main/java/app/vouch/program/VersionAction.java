package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What moves a program version. */
@Schema(name = "ProgramVersionAction")
@Name("ProgramVersionAction")
public enum VersionAction {
  PUBLISH,
  /** The next version takes effect; time does this, no caller. */
  SUPERSEDE,
  DISCARD
}
