package app.vouch.program;

import app.vouch.program.template.TemplateCheck;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;

/** What the table of states cannot know. */
@ApplicationScoped
class ProgramVersionRules {
  private final ProgramVersionRepository versions;
  private final SettingsStore store;

  ProgramVersionRules(ProgramVersionRepository versions, SettingsStore store) {
    this.versions = versions;
    this.store = store;
  }

  /**
   * It is a draft.
   *
   * @throws Refusal.Rule {@code version-immutable}
   */
  void changeable(ProgramVersion version) {
    if (version.state() != VersionState.DRAFT) {
      throw new Refusal.Rule(
          ProblemType.VERSION_IMMUTABLE,
          "the version is %s and never changes; draft a new one".formatted(version.state()));
    }
  }

  /**
   * The program is active, no published version begins at the same time or later, and prospects are
   * told where the connector is rewarded.
   *
   * @throws Refusal.Rule {@code version-not-publishable}
   */
  void publishable(ProgramVersion version, Program program, Instant now) {
    if (!program.isActive()) {
      throw new Refusal.Rule(
          ProblemType.VERSION_NOT_PUBLISHABLE, "the program is archived; nothing new begins in it");
    }
    discloses(store.settings(version));
    Instant start = version.effectiveFrom() == null ? now : version.effectiveFrom();
    versions
        .lastPublished(program.id())
        .filter(last -> last.effectiveFrom() != null && !start.isAfter(last.effectiveFrom()))
        .ifPresent(
            last -> {
              throw new Refusal.Rule(
                  ProblemType.VERSION_NOT_PUBLISHABLE,
                  "version %d, which is published, begins at %s; let this one begin after that"
                      .formatted(last.number(), last.effectiveFrom()),
                  Map.of(
                      "programVersionId",
                      IdType.PROGRAM_VERSION.format(last.id()),
                      "effectiveFrom",
                      String.valueOf(last.effectiveFrom())));
            });
  }

  private static void discloses(ProgramSettings settings) {
    if (settings.rewardsReferrer()) {
      TemplateCheck.undisclosed(settings.templates())
          .ifPresent(
              pointer -> {
                throw new Refusal.Rule(
                    ProblemType.VERSION_NOT_PUBLISHABLE,
                    "%s must use {disclosure} outside of {#if}: the program rewards the connector, and the prospect reads it"
                        .formatted(pointer),
                    Map.of("pointer", pointer));
              });
    }
  }
}
