package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.platform.access.RequestContext;
import app.vouch.platform.tenant.Realms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the names that pages and messages show. */
@ApplicationScoped
class IntroductionNames {
  /** For a person who was erased. */
  private static final String NOBODY = "somebody";

  private final PersonService people;
  private final Realms realms;
  private final RequestContext request;

  IntroductionNames(PersonService people, Realms realms, RequestContext request) {
    this.people = people;
    this.realms = realms;
    this.request = request;
  }

  String tenant() {
    return realms.name(request.tenantId());
  }

  IntroductionParties of(Introduction introduction) {
    UUID connector = introduction.personId(Party.CONNECTOR);
    UUID prospect = introduction.personId(Party.PROSPECT);
    Map<UUID, PersonView> found = people.byIds(List.of(connector, prospect));
    return new IntroductionParties(
        tenant(),
        name(found.get(connector)),
        name(found.get(prospect)),
        introduction.requesterName(),
        introduction.requesterEmail());
  }

  private static String name(@Nullable PersonView person) {
    return person == null ? NOBODY : person.name();
  }
}
