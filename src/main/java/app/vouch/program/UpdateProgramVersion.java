package app.vouch.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Changes a draft over GraphQL; what is left out stays, lists are replaced.
 *
 * @param version the version that the caller has read
 */
@Input("UpdateProgramVersionInput")
public record UpdateProgramVersion(
    @Id @NonNull String id,
    int version,
    @Nullable Instant effectiveFrom,
    @Nullable String currency,
    @Nullable String timeZone,
    @Nullable String family,
    @Nullable CaptureSettings capture,
    @Nullable ClaimSettings claims,
    @Nullable IntroductionSettings introductions,
    @Nullable SlaSettings sla,
    @Nullable AttributionSettings attribution,
    @Nullable List<RewardSettings> rewards,
    @Nullable GateSettings gates,
    @Nullable List<Integer> tiers,
    @Nullable String idempotencyKey) {

  public UpdateProgramVersion {}

  PatchProgramVersion patch(ObjectMapper json) {
    ObjectNode changes = json.valueToTree(this);
    changes.remove(List.of("id", "version", "idempotencyKey"));
    withoutNulls(changes);
    return new PatchProgramVersion(id, version, changes, idempotencyKey);
  }

  private static void withoutNulls(ObjectNode node) {
    node.removeIf(com.fasterxml.jackson.databind.JsonNode::isNull);
    node.forEach(
        child -> {
          if (child instanceof ObjectNode inner) {
            withoutNulls(inner);
          }
        });
  }
}
