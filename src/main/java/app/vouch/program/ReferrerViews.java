package app.vouch.program;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.reference.ExternalRefs;
import app.vouch.shared.ExternalRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Referrers as callers see them; a fixed number of queries, however many they are. */
@ApplicationScoped
class ReferrerViews {
  private final PersonService people;
  private final ExternalRefs refs;

  ReferrerViews(PersonService people, ExternalRefs refs) {
    this.people = people;
    this.refs = refs;
  }

  ReferrerView of(Referrer referrer) {
    return of(List.of(referrer)).getFirst();
  }

  List<ReferrerView> of(List<Referrer> rows) {
    Map<UUID, List<ExternalRef>> names = refs.of(rows.stream().map(Referrer::id).toList());
    Map<UUID, PersonView> persons =
        people.byIds(rows.stream().map(Referrer::personId).distinct().toList());
    return rows.stream()
        .map(
            r ->
                r.view(
                    Objects.requireNonNull(persons.get(r.personId()), "a referrer's person exists"),
                    names.getOrDefault(r.id(), List.of())))
        .toList();
  }
}
