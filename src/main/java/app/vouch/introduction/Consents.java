package app.vouch.introduction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answers to one introduction, in the order in which they were given. */
final class Consents {
  private final List<Consent> answers;
  private final Map<UUID, ConsentWithdrawal> withdrawals;

  Consents(List<Consent> answers, Collection<ConsentWithdrawal> withdrawals) {
    this.answers = List.copyOf(answers);
    this.withdrawals =
        withdrawals.stream()
            .collect(Collectors.toMap(ConsentWithdrawal::consentId, Function.identity()));
  }

  /**
   * The party's last yes, unless it was taken back; it may have lapsed. An earlier one, after which
   * the party was asked again, does not stand in for it.
   */
  Optional<Consent> standing(Party party) {
    return answers.stream()
        .filter(c -> c.party() == party && c.isGiven())
        .reduce((earlier, later) -> later)
        .filter(c -> !withdrawals.containsKey(c.id()));
  }

  /** Whether the party has ever said yes. */
  boolean wasGiven(Party party) {
    return answers.stream().anyMatch(c -> c.party() == party && c.isGiven());
  }

  /** Whether the party's yes counts now: given, not taken back, not lapsed. */
  boolean isLive(Party party, Instant now) {
    return standing(party).filter(c -> !c.hasLapsed(now)).isPresent();
  }

  /** Whether neither party has taken its yes back; both may have lapsed. */
  boolean stand() {
    return Stream.of(Party.values()).allMatch(party -> standing(party).isPresent());
  }

  /** The parties' consents that have lapsed and were not taken back. */
  List<Consent> lapsed(Instant now) {
    return Stream.of(Party.values())
        .flatMap(party -> standing(party).stream())
        .filter(c -> c.hasLapsed(now))
        .toList();
  }

  /** When the first of the standing consents lapses. */
  Optional<Instant> firstLapse() {
    return Stream.of(Party.values())
        .flatMap(party -> standing(party).stream())
        .map(Consent::expiresAt)
        .flatMap(Stream::ofNullable)
        .min(Instant::compareTo);
  }

  Consents with(Consent answer) {
    return new Consents(
        Stream.concat(answers.stream(), Stream.of(answer)).toList(), withdrawals.values());
  }

  Consents without(ConsentWithdrawal withdrawal) {
    return new Consents(
        answers, Stream.concat(withdrawals.values().stream(), Stream.of(withdrawal)).toList());
  }

  /** Of the texts that the parties read. */
  Stream<byte[]> wordingHashes() {
    return answers.stream().map(Consent::wordingHash).filter(Objects::nonNull);
  }

  /**
   * @param texts by hash
   */
  List<ConsentView> views(Map<String, String> texts) {
    return answers.stream().map(c -> c.view(withdrawals.get(c.id()), texts)).toList();
  }
}
