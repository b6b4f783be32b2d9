package app.vouch.introduction;

import app.vouch.platform.due.Due;
import app.vouch.platform.due.DueRange;
import app.vouch.shared.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Introductions of the tenant in scope. */
@ApplicationScoped
class IntroductionRepository implements PanacheRepositoryBase<Introduction, UUID> {
  private static final List<IntroductionState> OPEN =
      Arrays.stream(IntroductionState.values()).filter(IntroductionState::isOpen).toList();

  Optional<Introduction> locked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** All that name the person as a party. */
  List<UUID> ofParty(UUID personId) {
    return getEntityManager()
        .createQuery(
            """
            select i.id from Introduction i
            where i.prospectPersonId = :person or i.connectorPersonId = :person""",
            UUID.class)
        .setParameter("person", personId)
        .getResultList();
  }

  /** The referral's introduction that is on its way. */
  Optional<Introduction> openOf(UUID referralId) {
    return find("referralId = ?1 and state in ?2", referralId, OPEN).firstResultOptional();
  }

  /** The introduction of these two that is on its way. */
  Optional<Introduction> openBetween(UUID connector, UUID prospect) {
    return find(
            "connectorPersonId = ?1 and prospectPersonId = ?2 and state in ?3",
            connector,
            prospect,
            OPEN)
        .firstResultOptional();
  }

  private static final List<IntroductionState> OVER =
      List.of(
          IntroductionState.CLOSED,
          IntroductionState.CONNECTOR_DECLINED,
          IntroductionState.PROSPECT_DECLINED,
          IntroductionState.EXPIRED,
          IntroductionState.WITHDRAWN,
          IntroductionState.CANCELLED);

  private static final List<IntroductionState> MADE =
      List.of(
          IntroductionState.INTRODUCED,
          IntroductionState.REPLIED,
          IntroductionState.MET,
          IntroductionState.CLOSED);

  /**
   * The introductions in which these people take part, or whose prospect gave one of these
   * addresses, and that are not over, in order.
   */
  List<UUID> underWay(Collection<UUID> personIds, Collection<byte[]> emailKeys) {
    return getEntityManager()
        .createQuery(
            """
            select i.id from Introduction i
            where (i.prospectPersonId in :people or i.connectorPersonId in :people
                or i.prospectEmailKey in :keys)
              and i.state not in :over
            order by i.id""",
            UUID.class)
        .setParameter("people", personIds)
        .setParameter("keys", emailKeys)
        .setParameter("over", OVER)
        .getResultList();
  }

  /**
   * Whether a yes was taken back after an earlier introduction was made: by the prospect, whoever
   * introduced them, or by the connector about this prospect.
   */
  boolean wasTakenBack(UUID connector, UUID prospect) {
    return !getEntityManager()
        .createQuery(
            """
            select w.consentId from ConsentWithdrawal w, Consent c, Introduction i
            where w.consentId = c.id and w.introductionId = i.id and i.state in :made
              and i.prospectPersonId = :prospect
              and (c.party = Party.PROSPECT or i.connectorPersonId = :connector)""",
            UUID.class)
        .setParameter("connector", connector)
        .setParameter("prospect", prospect)
        .setParameter("made", MADE)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** When a connector was asked, and under which rules. */
  record Ask(UUID programVersionId, Instant at) {}

  /** The asks of a connector after a moment, the oldest first; one that was cancelled is none. */
  List<Ask> asksOf(UUID connector, Instant since) {
    return getEntityManager()
        .createQuery(
            """
            select i.programVersionId, i.requestedAt from Introduction i
            where i.connectorPersonId = :connector and i.requestedAt > :since and i.state <> :back
            order by i.requestedAt""",
            Ask.class)
        .setParameter("connector", connector)
        .setParameter("since", since)
        .setParameter("back", IntroductionState.CANCELLED)
        .getResultList();
  }

  /** The newest first, one row more than a page holds. */
  List<Introduction> page(
      PageRequest page, @Nullable IntroductionState state, @Nullable UUID referralId) {
    StringBuilder query = new StringBuilder("id < :after");
    Map<String, Object> parameters = new HashMap<>(Map.of("after", page.after().id()));
    if (state != null) {
      query.append(" and state = :state");
      parameters.put("state", state);
    }
    if (referralId != null) {
      query.append(" and referralId = :referral");
      parameters.put("referral", referralId);
    }
    return find(query + " order by id desc", parameters).range(0, page.limit()).list();
  }

  /** Those in a state that ends by itself, the earliest end first. */
  List<Due> due(IntroductionState state, DueRange range) {
    Map<String, Object> parameters = new HashMap<>(Map.of("state", state));
    String conditions = range.conditions("i.expiresAt", "i.id", parameters);
    TypedQuery<Due> query =
        getEntityManager()
            .createQuery(
                "select i.id, i.referralId, i.expiresAt from Introduction i where i.state = :state and %s order by i.expiresAt, i.id"
                    .formatted(conditions),
                Due.class)
            .setMaxResults(range.limit());
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  List<Introduction> byIds(List<UUID> ids) {
    return ids.isEmpty() ? List.of() : list("id in ?1", ids);
  }

  /** The newest first. */
  List<Introduction> byReferrals(List<UUID> referralIds) {
    return referralIds.isEmpty()
        ? List.of()
        : list("referralId in ?1 order by id desc", referralIds);
  }
}
