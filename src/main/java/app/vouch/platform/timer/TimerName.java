package app.vouch.platform.timer;

import app.vouch.shared.IdType;
import java.util.UUID;

/** A timer's name: {@code <tenant>:<resource>:<which>}. */
record TimerName(UUID tenant, IdType type, UUID resourceId, String which) {

  String text() {
    return IdType.TENANT.format(tenant) + ':' + type.format(resourceId) + ':' + which;
  }

  /**
   * @throws IllegalArgumentException when the text is no timer's name
   */
  static TimerName parse(String text) {
    String[] parts = text.split(":", 3);
    if (parts.length == 3) {
      var tenant = IdType.TENANT.parse(parts[0]);
      var type = IdType.of(parts[1]);
      var resource = type.flatMap(t -> t.parse(parts[1]));
      if (tenant.isPresent() && type.isPresent() && resource.isPresent()) {
        return new TimerName(tenant.get(), type.get(), resource.get(), parts[2]);
      }
    }
    throw new IllegalArgumentException("not a timer's name: " + text);
  }
}
