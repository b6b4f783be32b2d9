package app.vouch.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What names its program: in REST by the path, so that a body which does is refused. */
interface OfProgram {
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  String programId();
}
