package app.vouch.program;

import app.vouch.platform.brand.BrandingService;
import app.vouch.platform.persistence.Reads;
import app.vouch.shared.IdType;
import app.vouch.shared.Language;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads whom a program's introducers should think of. */
@ApplicationScoped
public class ProgramBriefService {
  private final ProgramService programs;
  private final BrandingService brands;
  private final Clock clock;

  ProgramBriefService(ProgramService programs, BrandingService brands, Clock clock) {
    this.programs = programs;
    this.brands = brands;
    this.clock = clock;
  }

  /**
   * The brief in effect.
   *
   * @param wanted the language; where there is no brief in it, or none is wanted, it is in the
   *     tenant's default language, else in the first that there is
   * @throws Refusal.NotFound when the tenant has no such program, or its rules have no brief
   */
  @Reads
  public ProgramBriefView get(String programId, @Nullable Language wanted) {
    ProgramView program = programs.get(programId);
    return find(program, wanted)
        .orElseThrow(
            () ->
                new Refusal.NotFound(
                    "The program %s has no brief in effect; publish a version with briefs"
                        .formatted(program.name())));
  }

  /** The same for a page; nothing when there is none. */
  @Reads
  public Optional<ProgramBriefView> find(String programId, @Nullable Language wanted) {
    return find(programs.get(programId), wanted);
  }

  private Optional<ProgramBriefView> find(ProgramView program, @Nullable Language wanted) {
    return programs
        .inEffect(IdType.PROGRAM.inPath(program.id()), clock.instant())
        .flatMap(version -> inLanguage(version, program, wanted));
  }

  private Optional<ProgramBriefView> inLanguage(
      ApplicableVersion version, ProgramView program, @Nullable Language wanted) {
    List<ProspectBrief> briefs = version.settings().briefs();
    return Stream.concat(Stream.ofNullable(wanted), Stream.of(brands.brand().defaultLanguage()))
        .flatMap(language -> briefs.stream().filter(brief -> brief.language() == language))
        .findFirst()
        .or(() -> briefs.stream().findFirst())
        .map(
            brief ->
                new ProgramBriefView(
                    program.id(),
                    program.name(),
                    IdType.PROGRAM_VERSION.format(version.versionId()),
                    briefs.stream().map(ProspectBrief::language).toList(),
                    brief));
  }
}
