package app.vouch.deal;

import app.vouch.directory.OrganizationLink;
import app.vouch.shared.IdType;
import app.vouch.shared.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is mirrored of a deal, as a value: what stands before a change and after it. */
record DealDetails(
    String name,
    @Nullable OrganizationLink organization,
    List<UUID> personIds,
    DealAmounts amounts,
    @Nullable Integer termMonths,
    @Nullable String stage,
    Milestone milestone,
    @Nullable String channel,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable String owner,
    @Nullable UUID referralId,
    boolean historic) {

  /** A deal of which nothing is known but when it was first heard of. */
  static DealDetails unknown(Instant openedAt) {
    return new DealDetails(
        "",
        null,
        List.of(),
        DealAmounts.NONE,
        null,
        null,
        Milestone.NONE,
        null,
        openedAt,
        null,
        null,
        null,
        false);
  }

  DealStatus status() {
    return milestone.status();
  }

  /**
   * What stands after the change; what the change left out stays.
   *
   * @param at when the change was made, for a deal that was closed at no stated time
   */
  DealDetails changedBy(UpsertDeal change, DealParties parties, Instant at) {
    Milestone reached = or(change.milestone(), milestone);
    return new DealDetails(
        change.name().strip(),
        orNull(parties.organization(), organization),
        or(parties.personIds(), personIds),
        amounts.changedBy(change.amount(), change.firstYearAmount(), DealRate.sent(change)),
        orNull(change.termMonths(), termMonths),
        orNull(change.stage(), stage),
        reached,
        orNull(change.channel(), channel),
        or(DealTimes.checked("/openedAt", change.openedAt()), openedAt),
        closedAt(reached, DealTimes.checked("/closedAt", change.closedAt()), at),
        orNull(change.owner(), owner),
        orNull(parties.referral(), referralId),
        or(change.historic(), historic));
  }

  private @Nullable Instant closedAt(Milestone reached, @Nullable Instant stated, Instant at) {
    if (reached.status() == DealStatus.OPEN) {
      return null;
    }
    Instant known = reached.status() == status() ? closedAt : null;
    return or(stated, or(known, at));
  }

  private static <T> T or(@Nullable T sent, T present) {
    return sent == null ? present : sent;
  }

  private static <T> @Nullable T orNull(@Nullable T sent, @Nullable T present) {
    return sent == null ? present : sent;
  }

  /** Field → [before, after] for what differs, in the view's names. */
  Map<String, List<@Nullable Object>> changesTo(DealDetails after) {
    Map<String, List<@Nullable Object>> changes = new LinkedHashMap<>();
    Map<String, @Nullable Object> now = after.fields();
    fields()
        .forEach(
            (field, was) -> {
              Object is = now.get(field);
              if (!Objects.equals(was, is)) {
                changes.put(field, new ArrayList<@Nullable Object>(Arrays.asList(was, is)));
              }
            });
    return changes;
  }

  private Map<String, @Nullable Object> fields() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("organization", organization);
    fields.put("personIds", personIds.stream().map(IdType.PERSON::format).toList());
    fields.put("amount", view(amounts.amount()));
    fields.put("firstYearAmount", view(amounts.firstYear()));
    DealRate rate = amounts.rate();
    fields.put("fxRate", rate == null ? null : rate.rate());
    fields.put("fxCurrency", rate == null ? null : rate.to().code());
    fields.put("fxSource", rate == null ? null : rate.source());
    fields.put("termMonths", termMonths);
    fields.put("stage", stage);
    fields.put("milestone", milestone);
    fields.put("status", status());
    fields.put("channel", channel);
    fields.put("openedAt", openedAt);
    fields.put("closedAt", closedAt);
    fields.put("owner", owner);
    fields.put("referralId", IdType.REFERRAL.formatNullable(referralId));
    fields.put("historic", historic);
    return fields;
  }

  private static @Nullable Object view(@Nullable Money money) {
    return money == null ? null : money.view();
  }
}
