package app.vouch.delivery;

import org.jspecify.annotations.Nullable;

/**
 * How an endpoint wants to be sent to.
 *
 * @param maxPerMinute null where there is no limit
 */
record SendingTerms(boolean ordered, int concurrency, @Nullable Integer maxPerMinute) {

  /** With what a change names. Zero takes a limit away: back to the default, or to none. */
  SendingTerms with(
      @Nullable Boolean order,
      @Nullable Integer atOnce,
      @Nullable Integer perMinute,
      int usualConcurrency) {
    return new SendingTerms(
        order == null ? ordered : order,
        atOnce == null ? concurrency : atOnce == 0 ? usualConcurrency : atOnce,
        perMinute == null ? maxPerMinute : perMinute == 0 ? null : perMinute);
  }
}
