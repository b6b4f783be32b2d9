package app.vouch.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A command on one referrer: in REST their id stands in the path, in GraphQL in the input. */
interface OfReferrer {
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  String referrerId();
}
