package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;

/** Where a program version stands; only a draft can be changed. */
@Name("ProgramVersionState")
public enum VersionState {
  DRAFT,
  PUBLISHED,
  SUPERSEDED,
  DISCARDED
}
