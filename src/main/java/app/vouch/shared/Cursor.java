package app.vouch.shared;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * The place of a row in a list that runs from the newest to the oldest: ids are UUIDv7, so the id
 * is the key.
 */
public record Cursor(UUID id) {

  /** The first page starts here: before the newest row. */
  public static final Cursor START = new Cursor(new UUID(-1, -1));

  public String encode() {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @throws Refusal.Invalid when the text is no cursor
   */
  public static Cursor decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length == 16) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Cursor(new UUID(buffer.getLong(), buffer.getLong()));
      }
    } catch (IllegalArgumentException notBase64) {
      // answered below like every other text that is no cursor
    }
    throw new Refusal.Invalid(
        "/cursor", "unknown-cursor", "must be a nextCursor from an earlier page");
  }
}
