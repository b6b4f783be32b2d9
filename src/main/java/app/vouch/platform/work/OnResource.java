package app.vouch.platform.work;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A command on one resource: in REST its id stands in the path, so that a body with it is refused;
 * in GraphQL it stands in the input. It is part of what an idempotency key stands for.
 */
public interface OnResource {
  /** TypeID. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  String id();
}
