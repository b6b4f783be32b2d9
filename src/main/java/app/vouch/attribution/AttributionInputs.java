package app.vouch.attribution;

import app.vouch.program.AttributionModel;
import app.vouch.program.EvidenceSource;
import app.vouch.shared.MoneyView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a result depends on. It is frozen with the result as canonical JSON, so that the result
 * can be checked years later; it holds ids, times and amounts, never personal data.
 *
 * @param format of this record; a changed shape gets a new number
 * @param won false when the deal was re-opened: then nothing else counts
 * @param firstYearAmount not shared itself, but rewards are taken of it
 * @param policy null when there is no referral that counts
 */
record AttributionInputs(
    int format,
    String dealId,
    boolean won,
    @Nullable MoneyView amount,
    @Nullable MoneyView firstYearAmount,
    @Nullable Policy policy,
    List<Candidate> referrals,
    List<Touch> touchpoints) {
  static final int FORMAT = 1;

  /**
   * The rules that apply.
   *
   * @param chosenFor the earliest referral that counts; its program version decides
   * @param currency of credits when the deal has no amount
   * @param from the start of the look-back window
   * @param until the end of the day on which the deal was won, exclusive
   */
  record Policy(
      String programVersionId,
      String chosenFor,
      AttributionModel model,
      int modelVersion,
      String currency,
      String lookBack,
      Instant from,
      Instant until,
      List<EvidenceSource> sources) {}

  /**
   * A referral that is linked to the deal.
   *
   * @param live whether it may be credited
   */
  record Candidate(
      String id,
      String referrerId,
      String personId,
      String programVersionId,
      Instant receivedAt,
      boolean live) {}

  /** A touchpoint of one of the referrals. */
  record Touch(String id, String referralId, EvidenceSource source, Instant occurredAt) {}

  /** A deal that is open again. */
  static AttributionInputs reopened(String dealId) {
    return new AttributionInputs(FORMAT, dealId, false, null, null, null, List.of(), List.of());
  }
}
