package app.vouch.attribution;

import app.vouch.attribution.AttributionResult.Judged;
import app.vouch.platform.work.CanonicalJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;

/** Writes inputs and results as the bytes that are kept, and reads them again. */
@ApplicationScoped
class AttributionArchive {
  private final CanonicalJson canonical;
  private final ObjectMapper json;

  AttributionArchive(CanonicalJson canonical, ObjectMapper json) {
    this.canonical = canonical;
    this.json = json;
  }

  /** What became of each touchpoint, in order. */
  record Outcome(List<Line> touchpoints) {}

  /** One touchpoint's line. */
  record Line(String touchpointId, TouchpointVerdict verdict, String share) {}

  byte[] hash(AttributionInputs inputs) {
    return canonical.sha256(inputs);
  }

  FrozenBytes freeze(AttributionInputs inputs, AttributionResult result) {
    Outcome outcome = new Outcome(result.touches().stream().map(AttributionArchive::line).toList());
    return new FrozenBytes(
        inputs, canonical.bytes(inputs), canonical.sha256(inputs), canonical.bytes(outcome));
  }

  private static Line line(Judged judged) {
    return new Line(judged.touch().id(), judged.verdict(), judged.share().toString());
  }

  AttributionInputs inputs(FrozenAttribution frozen) {
    return read(frozen.inputs(), AttributionInputs.class);
  }

  Outcome outcome(FrozenAttribution frozen) {
    return read(frozen.outcome(), Outcome.class);
  }

  private <T> T read(byte[] bytes, Class<T> type) {
    try {
      return json.readValue(bytes, type);
    } catch (IOException e) {
      throw new IllegalStateException("frozen bytes cannot be read as " + type.getSimpleName(), e);
    }
  }
}
