package app.vouch.introduction;

import org.jspecify.annotations.Nullable;

/**
 * What somebody sees who wants no more messages.
 *
 * @param undo where it can be taken back, once it is done
 */
public record OptOutPage(String title, String text, @Nullable String undo) {}
