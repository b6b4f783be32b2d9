package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * Asks whether a yes is to be taken back.
 *
 * @param hint why it is shown again
 */
public record WithdrawalPage(String nonce, @Nullable String hint) {}
