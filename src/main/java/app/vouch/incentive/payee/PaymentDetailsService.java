package app.vouch.incentive.payee;

import app.vouch.directory.PersonService;
import app.vouch.platform.persistence.Reads;
import app.vouch.platform.tenant.TenantKeys;
import app.vouch.platform.work.Answer;
import app.vouch.platform.work.Work;
import app.vouch.shared.IdType;
import app.vouch.shared.Refusal;
import app.vouch.shared.Uuid7;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Where people are paid. What is stored is sealed; in clear it leaves only by {@link #reveal} and
 * in the file of a payout batch, each of which leaves an audit record.
 */
@ApplicationScoped
public class PaymentDetailsService {
  private final PaymentDetailsRepository details;
  private final PersonService people;
  private final TenantKeys keys;
  private final Work work;
  private final ObjectMapper json;
  private final Uuid7 ids;
  private final Clock clock;

  PaymentDetailsService(
      PaymentDetailsRepository details,
      PersonService people,
      TenantKeys keys,
      Work work,
      ObjectMapper json,
      Uuid7 ids,
      Clock clock) {
    this.details = details;
    this.people = people;
    this.keys = keys;
    this.work = work;
    this.json = json;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Keeps where a person is paid, in place of what was kept.
   *
   * @throws Refusal.NotFound when the tenant has no such person
   * @throws Refusal.Invalid when the account cannot be one; the message repeats nothing of it
   */
  public Answer<PaymentDetailsView> set(UpsertPaymentDetails command) {
    UUID person = IdType.PERSON.inPath(command.id());
    return work.write(
        "upsertPaymentDetails", command, PaymentDetailsView.class, () -> setNow(person, command));
  }

  private Answer<PaymentDetailsView> setNow(UUID person, UpsertPaymentDetails command) {
    requirePerson(person);
    PaymentDetails clear = command.typed().read("");
    Optional<PaymentDetailsRow> known = details.lock(person);
    known.ifPresent(row -> row.replace(seal(clear), clock.instant()));
    PaymentDetailsRow row =
        known.orElseGet(
            () -> {
              PaymentDetailsRow made =
                  new PaymentDetailsRow(ids.next(), person, seal(clear), clock.instant());
              details.persist(made);
              return made;
            });
    details.flush();
    PaymentDetailsView view = row.view(clear);
    return known.isPresent() ? Answer.done(view) : Answer.created(view);
  }

  private void requirePerson(UUID person) {
    if (people.byIds(List.of(person)).isEmpty()) {
      throw new Refusal.NotFound(IdType.PERSON, IdType.PERSON.format(person));
    }
  }

  /**
   * Reads them in clear; who did so stands in the audit records.
   *
   * @throws Refusal.NotFound when the person has none
   */
  public Answer<RevealedPaymentDetailsView> reveal(RevealPaymentDetails command) {
    UUID person = IdType.PERSON.inPath(command.id());
    return work.write(
        "revealPaymentDetails",
        command,
        RevealedPaymentDetailsView.class,
        () -> {
          PaymentDetailsRow row = find(person);
          PaymentDetails clear = open(row);
          return Answer.done(RevealedPaymentDetailsView.of(row.view(clear), clear));
        });
  }

  /**
   * @throws Refusal.NotFound when the person has none
   */
  @Reads
  public PaymentDetailsView get(String personId) {
    PaymentDetailsRow row = find(IdType.PERSON.inPath(personId));
    return row.view(open(row));
  }

  private PaymentDetailsRow find(UUID person) {
    return details
        .of(person)
        .orElseThrow(
            () ->
                new Refusal.NotFound(
                    "No payment details of " + IdType.PERSON.format(person) + "; set them first"));
  }

  /** In clear, by person, in one query; who has none is left out. For other contexts' writes. */
  @Reads
  public Map<UUID, PaymentDetails> inClear(Collection<UUID> people) {
    Map<UUID, PaymentDetails> found = new HashMap<>();
    details.of(people).forEach(row -> found.put(row.personId(), open(row)));
    return found;
  }

  private byte[] seal(PaymentDetails clear) {
    try {
      return keys.encrypt(json.writeValueAsBytes(clear));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("payment details cannot be written as JSON");
    }
  }

  private PaymentDetails open(PaymentDetailsRow row) {
    try {
      return json.readValue(keys.decrypt(row.sealed()), PaymentDetails.class);
    } catch (IOException e) {
      throw new IllegalStateException("stored payment details cannot be read");
    }
  }
}
