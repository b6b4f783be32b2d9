package app.vouch.program;

import app.vouch.platform.work.CanonicalJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/** Settings as they are stored: a complete document in canonical JSON. */
@ApplicationScoped
class SettingsStore {
  private final CanonicalJson canonical;
  private final ObjectMapper json;

  SettingsStore(CanonicalJson canonical, ObjectMapper json) {
    this.canonical = canonical;
    this.json = json;
  }

  /**
   * Checks a document, fills in the defaults and writes it.
   *
   * @param family the program's, for a version that names none
   * @throws app.vouch.shared.Refusal.Invalid naming every fault
   */
  String complete(SettingsDocument document, String family) {
    SettingsDocument whole = SettingsWriter.write(SettingsReader.read(document, family));
    return new String(canonical.bytes(whole), StandardCharsets.UTF_8);
  }

  SettingsDocument document(ProgramVersion version) {
    try {
      return json.readValue(version.settings(), SettingsDocument.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored settings of " + version.id() + " are unreadable", e);
    }
  }

  ProgramSettings settings(ProgramVersion version) {
    SettingsDocument document = document(version);
    return SettingsReader.read(document, String.valueOf(document.family()));
  }

  ProgramVersionView view(ProgramVersion version) {
    return version.view(document(version));
  }
}
