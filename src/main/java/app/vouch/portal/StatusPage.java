package app.vouch.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a referrer's referrals stand.
 *
 * @param level null where the program has no tiers
 * @param brief where the referrer reads whom to think of; null where there is no such page
 * @param terms that the referrer has yet to accept; null where there are none
 * @param nonce of the form that accepts them
 * @param action where that form goes
 * @param next where the older ones are; null on the last page
 */
public record StatusPage(
    String name,
    List<Item> referrals,
    @Nullable Level level,
    @Nullable String brief,
    @Nullable String next,
    @Nullable TermsPart terms,
    String nonce,
    String action) {

  /**
   * The recognition tier.
   *
   * @param name null below the first one
   * @param counted won referrals that count
   * @param next how many make the next one; null in the highest
   */
  public record Level(
      @Nullable String name, @Nullable String benefits, int counted, @Nullable Integer next) {}

  /**
   * One referral.
   *
   * @param status in plain words
   */
  public record Item(
      String prospect,
      @Nullable String organization,
      String status,
      String received,
      String changed,
      List<Earned> rewards) {}

  /**
   * A reward for it.
   *
   * @param amount in the reader's language
   * @param state in plain words
   */
  public record Earned(String amount, String state) {}
}
