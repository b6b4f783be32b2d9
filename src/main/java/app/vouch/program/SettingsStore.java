package app.vouch.program;

import app.vouch.platform.http.MergePatch;
import app.vouch.platform.work.CanonicalJson;
import app.vouch.platform.work.CommandValidation;
import app.vouch.program.calendar.CalendarService;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Settings as they are stored: a complete document in canonical JSON. */
@ApplicationScoped
class SettingsStore {
  private static final String EFFECTIVE_FROM = "effectiveFrom";

  /** A draft's members after a change. */
  record Changed(@Nullable Instant effectiveFrom, String settings) {}

  private final CanonicalJson canonical;
  private final CommandValidation validation;
  private final CalendarService calendars;
  private final ObjectMapper json;

  SettingsStore(
      CanonicalJson canonical,
      CommandValidation validation,
      CalendarService calendars,
      ObjectMapper json) {
    this.canonical = canonical;
    this.validation = validation;
    this.calendars = calendars;
    this.json = json;
  }

  /**
   * Checks a document, fills in the defaults and writes it.
   *
   * @param family the program's, for a version that names none
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   * @throws app.vouch.shared.Refusal.Rule {@code unknown-reference} when the calendar does not
   *     exist
   */
  String complete(SettingsDocument document, String family) {
    validation.check(document);
    SettingsDocument whole = SettingsWriter.write(SettingsReader.accept(document, family));
    calendars.named(whole.calendarId());
    return new String(canonical.bytes(whole), StandardCharsets.UTF_8);
  }

  /**
   * What a draft's members would be after a merge patch.
   *
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   */
  Changed patched(ProgramVersion draft, JsonNode patch, String family) {
    ObjectNode changes = patch.deepCopy();
    Instant effectiveFrom = draft.effectiveFrom();
    if (changes.has(EFFECTIVE_FROM)) {
      effectiveFrom = read(changes.remove(EFFECTIVE_FROM), Instant.class);
    }
    JsonNode whole = MergePatch.merged(json.valueToTree(document(draft)), changes);
    SettingsDocument document = Objects.requireNonNull(read(whole, SettingsDocument.class));
    return new Changed(effectiveFrom, complete(document, family));
  }

  private <T> @Nullable T read(JsonNode node, Class<T> type) {
    try {
      return json.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a patch that was read as a version is none", e);
    }
  }

  /**
   * A draft may be older than the release that is to keep it.
   *
   * @throws app.vouch.shared.Refusal.Invalid naming every setting that nothing follows yet
   */
  void requireSupported(ProgramVersion draft) {
    SettingsDocument document = document(draft);
    SettingsReader.accept(document, String.valueOf(document.family()));
  }

  SettingsDocument document(ProgramVersion version) {
    try {
      return json.readValue(version.settings(), SettingsDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored settings of " + version.id() + " are unreadable", e);
    }
  }

  /** The settings and when they take effect, as a document with all of today's members. */
  JsonNode tree(ProgramVersion version) {
    ObjectNode whole = json.createObjectNode();
    Instant effectiveFrom = version.effectiveFrom();
    whole.put(EFFECTIVE_FROM, effectiveFrom == null ? null : effectiveFrom.toString());
    whole.setAll(json.<ObjectNode>valueToTree(document(version)));
    return whole;
  }

  ProgramSettings settings(ProgramVersion version) {
    SettingsDocument document = document(version);
    return SettingsReader.read(document, String.valueOf(document.family()));
  }

  ProgramVersionView view(ProgramVersion version) {
    return version.view(document(version));
  }
}
