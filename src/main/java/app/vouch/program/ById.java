package app.vouch.program;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What names its resource: in REST by the path, so that a body which does is refused. */
interface ById {
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  String id();
}
