package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Tombstone;
import app.vouch.platform.brand.Brand;
import app.vouch.platform.page.Words;
import app.vouch.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the names that pages and messages show. */
@ApplicationScoped
class IntroductionNames {
  private final PersonService people;

  IntroductionNames(PersonService people) {
    this.people = people;
  }

  IntroductionParties of(Introduction introduction, Brand brand, Language language) {
    UUID connector = introduction.personId(Party.CONNECTOR);
    UUID prospect = introduction.personId(Party.PROSPECT);
    String nobody = Words.in(language, IntroductionWords.class).nobody();
    Map<UUID, PersonView> found = people.byIds(List.of(connector, prospect));
    return new IntroductionParties(
        brand.name(),
        name(found.get(connector), nobody),
        name(found.get(prospect), nobody),
        introduction.requesterName(),
        introduction.requesterEmail());
  }

  private static String name(@Nullable PersonView person, String nobody) {
    return person == null || Tombstone.is(person.name()) ? nobody : person.name();
  }
}
