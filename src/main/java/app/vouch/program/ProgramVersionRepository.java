package app.vouch.program;

import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Program versions of the tenant in scope. */
@ApplicationScoped
class ProgramVersionRepository implements PanacheRepositoryBase<ProgramVersion, UUID> {

  /** A program with the version of it that is in effect at a moment. */
  record InEffect(Program program, @Nullable ProgramVersion version) {}

  /**
   * The version is a published one, with the latest beginning not after the moment.
   *
   * @param programId null for the default program
   * @return empty where there is no such program
   */
  Optional<InEffect> inEffect(@Nullable UUID programId, Instant at) {
    TypedQuery<InEffect> query =
        getEntityManager()
            .createQuery(
                """
                select p, v from Program p
                left join ProgramVersion v on v.programId = p.id
                  and v.state in (PUBLISHED, SUPERSEDED) and v.effectiveFrom <= :at
                where %s order by v.effectiveFrom desc"""
                    .formatted(programId == null ? "p.isDefault = true" : "p.id = :program"),
                InEffect.class);
    if (programId != null) {
      query.setParameter("program", programId);
    }
    return query.setParameter("at", at).setMaxResults(1).getResultList().stream().findFirst();
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
