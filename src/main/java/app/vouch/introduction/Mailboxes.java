package app.vouch.introduction;

import app.vouch.directory.PersonService;
import app.vouch.directory.PersonView;
import app.vouch.directory.Suppressions;
import app.vouch.platform.mail.Mail.Mailbox;
import app.vouch.program.ProgramSettings;
import app.vouch.shared.Emails;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom Vouch may write to itself about an introduction, and where. */
@ApplicationScoped
class Mailboxes {
  private final PersonService people;
  private final Suppressions suppressions;
  private final IntroductionClocks clocks;

  Mailboxes(PersonService people, Suppressions suppressions, IntroductionClocks clocks) {
    this.people = people;
    this.suppressions = suppressions;
    this.clocks = clocks;
  }

  /**
   * Those who have an address. The prospect only in a country that the program lists, and the
   * requester only where they have not asked for silence; of the parties that is asked elsewhere.
   */
  Map<RecipientRole, Mailbox> of(Introduction introduction) {
    UUID connector = introduction.personId(Party.CONNECTOR);
    UUID prospect = introduction.personId(Party.PROSPECT);
    Map<UUID, PersonView> found = people.byIds(List.of(connector, prospect));
    ProgramSettings rules = clocks.settings(introduction.programVersionId());
    Map<RecipientRole, Mailbox> boxes = new EnumMap<>(RecipientRole.class);
    put(boxes, RecipientRole.CONNECTOR, found.get(connector), null);
    PersonView asked = found.get(prospect);
    if (asked != null && rules.introductions().mayMailTo(asked.country())) {
      put(boxes, RecipientRole.PROSPECT, asked, introduction.prospectEmail());
    }
    String requester = introduction.requesterEmail();
    if (requester != null && Emails.plausible(requester) && !suppressions.covers(requester)) {
      boxes.put(RecipientRole.REQUESTER, new Mailbox(introduction.requesterName(), requester));
    }
    return boxes;
  }

  private static void put(
      Map<RecipientRole, Mailbox> boxes,
      RecipientRole role,
      @Nullable PersonView person,
      @Nullable String given) {
    String address = given != null || person == null ? given : person.email();
    if (person != null && address != null) {
      boxes.put(role, new Mailbox(person.name(), address));
    }
  }
}
