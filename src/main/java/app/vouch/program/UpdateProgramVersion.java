package app.vouch.program;

import app.vouch.program.template.MessageTemplate;
import app.vouch.shared.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
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
 * @param remove what has its default again
 */
@Input("UpdateProgramVersionInput")
public record UpdateProgramVersion(
    @Id @NonNull String id,
    int version,
    @Nullable Instant effectiveFrom,
    @Nullable String currency,
    @Nullable String timeZone,
    @Id @Nullable String calendarId,
    @Nullable String family,
    @Nullable CaptureSettings capture,
    @Nullable ClaimSettings claims,
    @Nullable IntroductionSettings introductions,
    @Nullable SlaSettings sla,
    @Nullable AttributionSettings attribution,
    @Nullable List<@NonNull RewardSettings> rewards,
    @Nullable GateSettings gates,
    @Nullable List<@NonNull Integer> tiers,
    @Nullable RecognitionSettings recognition,
    @Nullable List<@NonNull MessageTemplate> templates,
    @Nullable List<@NonNull ProspectBrief> briefs,
    @Nullable ProgramTerms terms,
    @Nullable List<@NonNull ProgramVersionField> remove,
    @Nullable String idempotencyKey) {

  public UpdateProgramVersion {}

  /**
   * @throws Refusal.Invalid when something is set and removed
   */
  PatchProgramVersion patch(ObjectMapper json) {
    ObjectNode changes = json.valueToTree(this);
    changes.remove(List.of("id", "version", "remove", "idempotencyKey"));
    withoutNulls(changes);
    for (ProgramVersionField field : remove == null ? List.<ProgramVersionField>of() : remove) {
      if (changes.has(field.member())) {
        throw new Refusal.Invalid("/remove", "ambiguous", "names " + field + ", which is set too");
      }
      changes.putNull(field.member());
    }
    return new PatchProgramVersion(id, version, changes, idempotencyKey);
  }

  private static void withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(UpdateProgramVersion::withoutNulls);
  }
}
