package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * What a party sees after they answered.
 *
 * @param withdrawal where the answer can be taken back, if it was a yes
 */
public record ConfirmationPage(String title, String text, @Nullable String withdrawal) {}
