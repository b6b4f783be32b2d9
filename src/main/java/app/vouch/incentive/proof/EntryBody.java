package app.vouch.incentive.proof;

import app.vouch.platform.work.CanonicalJson;
import app.vouch.shared.IdType;
import app.vouch.shared.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Compares the bytes of an entry, which the chain holds, with the columns that are read. */
@ApplicationScoped
class EntryBody {
  private final ObjectMapper json;
  private final CanonicalJson canonical;

  EntryBody(ObjectMapper json, CanonicalJson canonical) {
    this.json = json;
    this.canonical = canonical;
  }

  /**
   * @return what differs; null when nothing does
   */
  @Nullable String differs(UUID tenant, StoredEntry entry, List<StoredLeg> legs) {
    if (!Arrays.equals(Sha256.of(entry.body()), entry.bodyHash())) {
      return "its bytes do not have the hash that was kept with them";
    }
    JsonNode body = read(entry.body());
    JsonNode content = body == null ? null : body.path("content");
    if (body == null || content == null || !content.isObject()) {
      return "its bytes are not the JSON of an entry";
    }
    if (!Arrays.equals(canonical.sha256(content), entry.contentHash())) {
      return "its content does not have the hash that was kept with it";
    }
    String column =
        firstOf(
            differs("id", IdType.ENTRY.format(entry.id()), body.path("id")),
            differs("tenant", IdType.TENANT.format(tenant), body.path("tenantId")),
            differs("key", entry.key(), content.path("key")),
            differs("kind", entry.kind(), content.path("kind")),
            differs("resolves", id(entry.resolves()), content.path("resolves")),
            differs("reverses", id(entry.reverses()), content.path("reverses")),
            differs("corrects", id(entry.corrects()), content.path("corrects")),
            differs("link", id(entry.link()), body.path("linkId")),
            differs("time of expiry", text(entry.expiresAt()), content.path("expiresAt")),
            differs("effective time", entry.effectiveAt(), body.path("effectiveAt")),
            differs("time of recording", entry.recordedAt(), body.path("recordedAt")));
    return column == null ? legs(entry, legs, content.path("legs")) : column;
  }

  private @Nullable JsonNode read(byte[] bytes) {
    try {
      return json.readTree(bytes);
    } catch (IOException notJson) {
      return null;
    }
  }

  private static @Nullable String legs(StoredEntry entry, List<StoredLeg> legs, JsonNode inBytes) {
    if (legs.size() != inBytes.size()) {
      return "it has %d legs, and had %d when it was written"
          .formatted(legs.size(), inBytes.size());
    }
    for (int i = 0; i < legs.size(); i++) {
      StoredLeg leg = legs.get(i);
      JsonNode was = inBytes.get(i);
      String column =
          firstOf(
              leg.line() == i + 1 ? null : "line %d stands at %d".formatted(leg.line(), i + 1),
              differs("account", leg.code(), was.path("account")),
              differs("side", leg.side(), was.path("side")),
              differs("amount", leg.shown().amount(), was.at("/amount/amount")),
              differs("currency", leg.shown().currency(), was.at("/amount/currency")),
              differs("quantity", leg.shown().quantity(), was.at("/amount/quantity")),
              differs("unit", leg.shown().unit(), was.at("/amount/unit")),
              leg.recordedAt().equals(entry.recordedAt())
                  ? null
                  : "time of recording is %s, the entry's is %s"
                      .formatted(leg.recordedAt(), entry.recordedAt()));
      if (column != null) {
        return "leg %d: %s".formatted(i + 1, column);
      }
    }
    return null;
  }

  private static @Nullable String differs(String what, Instant column, JsonNode inBytes) {
    return inBytes.isTextual() && Instant.parse(inBytes.asText()).equals(column)
        ? null
        : "its %s is %s, and was %s when it was written".formatted(what, column, inBytes);
  }

  private static @Nullable String differs(String what, @Nullable String column, JsonNode inBytes) {
    boolean same =
        column == null
            ? inBytes.isNull() || inBytes.isMissingNode()
            : inBytes.isTextual() && inBytes.asText().equals(column);
    return same
        ? null
        : "its %s is %s, and was %s when it was written".formatted(what, column, inBytes);
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static @Nullable String id(@Nullable UUID entry) {
    return IdType.ENTRY.formatNullable(entry);
  }

  private static @Nullable String firstOf(@Nullable String... faults) {
    for (String fault : faults) {
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }
}
