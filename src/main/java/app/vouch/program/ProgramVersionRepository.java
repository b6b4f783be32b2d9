package app.vouch.program;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Program versions of the tenant in scope. */
@ApplicationScoped
class ProgramVersionRepository implements PanacheRepositoryBase<ProgramVersion, UUID> {

  /** The one in effect at a moment: published, with the latest beginning not after it. */
  Optional<ProgramVersion> inEffect(UUID programId, Instant at) {
    return find(
            """
            programId = :program and state in (PUBLISHED, SUPERSEDED) and effectiveFrom <= :at
            order by effectiveFrom desc""",
            Map.of("program", programId, "at", at))
        .firstResultOptional();
  }

  /** The published version that begins last. */
  Optional<ProgramVersion> lastPublished(UUID programId) {
    return find(
            """
            programId = :program and state in (PUBLISHED, SUPERSEDED)
            order by effectiveFrom desc""",
            Map.of("program", programId))
        .firstResultOptional();
  }

  /** Published versions that begin before another. */
  List<ProgramVersion> publishedBefore(UUID programId, Instant effectiveFrom) {
    return list(
        "programId = :program and state = PUBLISHED and effectiveFrom < :from order by id",
        Map.of("program", programId, "from", effectiveFrom));
  }

  int lastNumber(UUID programId) {
    return find("programId = :program order by number desc", Map.of("program", programId))
        .firstResultOptional()
        .map(ProgramVersion::number)
        .orElse(0);
  }

  /** The newest first, one row more than a page holds. */
  List<ProgramVersion> page(UUID programId, PageRequest page) {
    return find(
            "programId = :program and id < :after order by id desc",
            Map.of("program", programId, "after", page.after().id()))
        .range(0, page.limit())
        .list();
  }

  List<ProgramVersion> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** The newest versions of some programs, at most {@code limit} of each. */
  List<ProgramVersion> ofPrograms(List<UUID> programs, int limit) {
    return programs.isEmpty()
        ? List.of()
        : getEntityManager()
            .createQuery(
                """
                from ProgramVersion v where v.programId in :programs and v.number > (
                  select max(last.number) - :limit from ProgramVersion last
                  where last.programId = v.programId)
                order by v.id desc""",
                ProgramVersion.class)
            .setParameter("programs", programs)
            .setParameter("limit", limit)
            .getResultList();
  }
}
