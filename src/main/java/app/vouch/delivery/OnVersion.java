package app.vouch.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** A change of what the caller has seen: in REST the version stands in {@code If-Match}. */
interface OnVersion {
  @JsonIgnore
  @Nullable Integer version();
}
