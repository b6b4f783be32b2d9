package app.vouch.platform.work;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** A command on one resource: in REST its id stands in the path, in GraphQL in the input. */
public interface OnResource {
  /** TypeID. */
  @JsonIgnore
  String id();
}
