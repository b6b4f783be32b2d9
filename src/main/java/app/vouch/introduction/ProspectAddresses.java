package app.vouch.introduction;

import app.vouch.directory.Prospects;
import app.vouch.directory.Suppressions;
import app.vouch.program.ProgramSettings.Sending;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where prospects can be written to. A program may keep only a key of the address until the
 * prospect agrees; then the prospect says with their yes which address is theirs.
 */
@ApplicationScoped
class ProspectAddresses {
  private final Prospects prospects;
  private final Suppressions suppressions;

  ProspectAddresses(Prospects prospects, Suppressions suppressions) {
    this.prospects = prospects;
    this.suppressions = suppressions;
  }

  boolean isKnown(Introduction introduction) {
    return introduction.prospectEmail() != null
        || prospects.isReachable(introduction.personId(Party.PROSPECT));
  }

  /**
   * @throws Refusal.Rule {@code address-unknown}
   */
  void needsKnown(Introduction introduction) {
    if (!isKnown(introduction)) {
      throw new Refusal.Rule(
          ProblemType.ADDRESS_UNKNOWN,
          "nobody knows the prospect's e-mail address: the program keeps none before they agree, and their yes brought none; ask them for it, and update the person with it");
    }
  }

  /**
   * Who has no address that is kept can only be written to by the connector, who knows them.
   *
   * @throws Refusal.Rule {@code introduction-not-possible}
   */
  void allow(Sending sending, UUID prospect) {
    if (sending == Sending.VOUCH_SENDS && !prospects.isReachable(prospect)) {
      throw new Refusal.Rule(
          ProblemType.INTRODUCTION_NOT_POSSIBLE,
          "the prospect's e-mail address is not kept, so this service cannot write to them; ask with sending CONNECTOR_SENDS");
    }
  }

  /**
   * Before the introduction is locked: until the transaction ends nobody suppresses this address.
   */
  void hold(@Nullable String email) {
    if (email != null) {
      suppressions.hold(email);
    }
  }

  /** Whether nobody can be introduced there: it is suppressed, or one of the other two's own. */
  boolean isUnfit(Introduction introduction, String email) {
    byte[] key = prospects.keyOf(email);
    String requester = introduction.requesterEmail();
    return suppressions.covers(email)
        || prospects
            .emailKey(introduction.personId(Party.CONNECTOR))
            .filter(own -> Arrays.equals(own, key))
            .isPresent()
        || requester != null && Arrays.equals(prospects.keyOf(requester), key);
  }

  /**
   * The prospect wants to be written to here. It need not be the address under which they were
   * referred: it counts for this introduction, and becomes the person's only where its key is
   * theirs.
   *
   * @throws Refusal.Rule {@code introduction-not-possible} when the address is suppressed, or the
   *     connector's or requester's own
   */
  void take(Introduction introduction, String email) {
    if (isUnfit(introduction, email)) {
      throw new Refusal.Rule(
          ProblemType.INTRODUCTION_NOT_POSSIBLE,
          "this introduction is not possible with that address; ask the prospect for another");
    }
    String address = email.strip();
    byte[] key = prospects.giveAddress(introduction.personId(Party.PROSPECT), address);
    introduction.reachProspectAt(address, key);
  }
}
