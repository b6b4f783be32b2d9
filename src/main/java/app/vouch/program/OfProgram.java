package app.vouch.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A command in one program: in REST its id stands in the path, in GraphQL in the input. */
interface OfProgram {
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  String programId();
}
