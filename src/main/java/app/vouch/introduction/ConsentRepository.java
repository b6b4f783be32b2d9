package app.vouch.introduction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Consents and what was taken back. */
@ApplicationScoped
class ConsentRepository implements PanacheRepositoryBase<Consent, UUID> {

  /** Of an introduction that was just asked for. */
  static Consents none() {
    return new Consents(List.of(), List.of());
  }

  Consents of(UUID introductionId) {
    return byIntroductions(List.of(introductionId)).getOrDefault(introductionId, none());
  }

  /** In two reads, however many; an introduction without answers has an empty list of them. */
  Map<UUID, Consents> byIntroductions(Collection<UUID> introductionIds) {
    Map<UUID, List<Consent>> answers =
        list("introductionId in ?1 order by id", introductionIds).stream()
            .collect(Collectors.groupingBy(Consent::introductionId));
    List<ConsentWithdrawal> withdrawals =
        getEntityManager()
            .createQuery(
                "from ConsentWithdrawal where introductionId in :ids", ConsentWithdrawal.class)
            .setParameter("ids", introductionIds)
            .getResultList();
    Map<UUID, Consents> found = new LinkedHashMap<>();
    introductionIds.forEach(
        id -> found.put(id, new Consents(answers.getOrDefault(id, List.of()), withdrawals)));
    return found;
  }

  void persist(ConsentWithdrawal withdrawal) {
    getEntityManager().persist(withdrawal);
  }
}
