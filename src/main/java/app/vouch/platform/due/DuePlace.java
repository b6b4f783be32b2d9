package app.vouch.platform.due;

import app.vouch.shared.Refusal;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

/** An item's place in the list: the earliest due first, then by resource, then by kind. */
record DuePlace(Instant dueAt, UUID resource, DueKind kind) implements Comparable<DuePlace> {
  private static final int BYTES = 8 + 4 + 16 + 1;

  /** Databases know no later time. */
  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  /** As databases and hexadecimal texts order ids: without a sign. */
  private static final Comparator<DuePlace> ORDER =
      Comparator.comparing(DuePlace::dueAt)
          .thenComparing(place -> place.resource().toString())
          .thenComparing(DuePlace::kind);

  @Override
  public int compareTo(DuePlace other) {
    return ORDER.compare(this, other);
  }

  String encode() {
    byte[] bytes =
        ByteBuffer.allocate(BYTES)
            .putLong(dueAt.getEpochSecond())
            .putInt(dueAt.getNano())
            .putLong(resource.getMostSignificantBits())
            .putLong(resource.getLeastSignificantBits())
            .put((byte) kind.ordinal())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @throws Refusal.Invalid when the text is no place in this list
   */
  static DuePlace decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.remaining() == BYTES) {
        DuePlace place =
            new DuePlace(
                Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()),
                new UUID(bytes.getLong(), bytes.getLong()),
                DueKind.values()[bytes.get()]);
        if (place.dueAt().isAfter(Instant.EPOCH) && place.dueAt().isBefore(END)) {
          return place;
        }
      }
    } catch (IllegalArgumentException
        | DateTimeException
        | ArithmeticException
        | ArrayIndexOutOfBoundsException notOurs) {
      // answered below like every other text that is no cursor
    }
    throw new Refusal.Invalid(
        "/cursor", "unknown-cursor", "must be a nextCursor from an earlier page");
  }
}
