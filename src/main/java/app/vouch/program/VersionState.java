package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a program version stands; only a draft can be changed. */
@Schema(name = "ProgramVersionState")
@Name("ProgramVersionState")
public enum VersionState {
  DRAFT,
  PUBLISHED,
  SUPERSEDED,
  DISCARDED
}
