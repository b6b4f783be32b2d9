package app.vouch.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.vouch.shared.Refusal;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuePlaceTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
  private static final UUID LOW = new UUID(1, 1);
  private static final UUID HIGH = new UUID(-1, -1);

  @Test
  void shouldComeBackFromItsText() {
    DuePlace place = new DuePlace(NOON, HIGH, DueKind.INTRODUCE);

    assertThat(DuePlace.decode(place.encode())).isEqualTo(place);
  }

  @Test
  void shouldOrderByTimeThenByBytesThenByKind() {
    DuePlace first = new DuePlace(NOON, LOW, DueKind.INTRODUCE);

    assertThat(first).isLessThan(new DuePlace(NOON.plusNanos(1_000), LOW, DueKind.REVIEW));
    assertThat(first).isLessThan(new DuePlace(NOON, HIGH, DueKind.REVIEW));
    assertThat(first).isGreaterThan(new DuePlace(NOON, LOW, DueKind.REVIEW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AAAA", "no base64!", "ÄÄ"})
  void shouldRefuseOtherTexts(String text) {
    assertThatThrownBy(() -> DuePlace.decode(text)).isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  void shouldRefuseTimesAndKindsThatThereAreNot() {
    byte[] bytes = new byte[29];
    bytes[28] = 127;
    assertThatThrownBy(() -> DuePlace.decode(text(bytes))).isInstanceOf(Refusal.Invalid.class);
    bytes[28] = -1;
    assertThatThrownBy(() -> DuePlace.decode(text(bytes))).isInstanceOf(Refusal.Invalid.class);
    bytes[28] = 0;
    bytes[1] = 1;
    assertThatThrownBy(() -> DuePlace.decode(text(bytes))).isInstanceOf(Refusal.Invalid.class);
    bytes[0] = 127;
    assertThatThrownBy(() -> DuePlace.decode(text(bytes))).isInstanceOf(Refusal.Invalid.class);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
