package app.vouch.platform.reference;

import app.vouch.shared.ExternalRef;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds records by their names in other systems, and keeps those names. */
@ApplicationScoped
public class ExternalRefs {
  private static final String PATH_FORM = "ext:";

  /** What many clients make of it when they encode the whole as one segment of a path. */
  private static final String WHOLLY_ENCODED = "ext%3A";

  private final EntityManager entities;
  private final Uuid7 ids;

  ExternalRefs(EntityManager entities, Uuid7 ids) {
    this.entities = entities;
    this.ids = ids;
  }

  /**
   * The record that the references name, if any of them is known.
   *
   * @throws Refusal.Rule {@code external-ref-conflict} when they name two records
   */
  public Optional<UUID> find(IdType type, Collection<ExternalRef> refs) {
    Set<UUID> found = new LinkedHashSet<>();
    for (ExternalRef ref : refs) {
      found.addAll(find(type, ref));
    }
    if (found.size() > 1) {
      throw new Refusal.Rule(
          ProblemType.EXTERNAL_REF_CONFLICT,
          "the external references name different %ss; merge them, or send one reference"
              .formatted(type.words()),
          Map.of("ids", found.stream().map(type::format).toList()));
    }
    return found.stream().findFirst();
  }

  private List<UUID> find(IdType type, ExternalRef ref) {
    ExternalRef complete = ref.complete(type);
    return entities
        .createQuery(
            """
            select resourceId from ExternalRefRow
            where resourceType = :type and system = :system and instance = :instance
              and object = :object and externalId = :id""",
            UUID.class)
        .setParameter("type", type.resourceName())
        .setParameter("system", complete.system())
        .setParameter("instance", complete.instance())
        .setParameter("object", complete.object())
        .setParameter("id", complete.id())
        .getResultList();
  }

  /**
   * An id, or {@code ext:system:instance:object:id} with percent-encoded parts, from a path.
   *
   * @throws Refusal.NotFound when nothing has that name
   */
  public UUID inPath(IdType type, String text) {
    String name = text.startsWith(WHOLLY_ENCODED) ? ExternalRef.decoded(text) : text;
    if (!name.startsWith(PATH_FORM)) {
      return type.inPath(text);
    }
    return ExternalRef.ofPath(name.substring(PATH_FORM.length()))
        .flatMap(ref -> find(type, ref).stream().findFirst())
        .orElseThrow(() -> new Refusal.NotFound(type, text));
  }

  /**
   * Adds names that the record does not have yet.
   *
   * @return whether there were any
   */
  public boolean attach(
      IdType type, UUID resourceId, Collection<ExternalRef> refs, Collection<ExternalRef> present) {
    List<ExternalRef> missing = missing(type, refs, present);
    missing.forEach(ref -> entities.persist(new ExternalRefRow(ids.next(), type, resourceId, ref)));
    return !missing.isEmpty();
  }

  /** Those of the names, complete, that are not present. */
  public static List<ExternalRef> missing(
      IdType type, Collection<ExternalRef> refs, Collection<ExternalRef> present) {
    return refs.stream()
        .map(ref -> ref.complete(type))
        .distinct()
        .filter(ref -> !present.contains(ref))
        .toList();
  }

  /** Takes all names from a record. */
  public void detach(UUID resourceId) {
    entities
        .createQuery("from ExternalRefRow where resourceId = :id", ExternalRefRow.class)
        .setParameter("id", resourceId)
        .getResultList()
        .forEach(entities::remove);
  }

  public List<ExternalRef> of(UUID resourceId) {
    return of(List.of(resourceId)).getOrDefault(resourceId, List.of());
  }

  /** One query for many records. */
  public Map<UUID, List<ExternalRef>> of(Collection<UUID> resourceIds) {
    Map<UUID, List<ExternalRef>> refs = new LinkedHashMap<>();
    if (!resourceIds.isEmpty()) {
      entities
          .createQuery(
              "from ExternalRefRow where resourceId in :ids order by id", ExternalRefRow.class)
          .setParameter("ids", resourceIds)
          .getResultList()
          .forEach(
              row ->
                  refs.computeIfAbsent(row.resourceId(), id -> new java.util.ArrayList<>())
                      .add(row.ref()));
    }
    return refs;
  }
}
