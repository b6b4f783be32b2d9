package app.vouch.platform.persistence;

import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The database does not answer at the moment: nobody's fault, and over some time later. */
public final class Outage {
  /** SQL states of lost and refused connections. */
  private static final String CONNECTION = "08";

  /** What the connection pool says when no connection came in time; it has no code for that. */
  private static final String NO_CONNECTION = "Acquisition timeout";

  /** What callers are told where an outage is behind a failure. */
  public static Optional<Refusal> behind(@Nullable Throwable failure) {
    return causes(failure).anyMatch(Outage::isOne)
        ? Optional.of(
            new Refusal.Rule(
                ProblemType.TRY_AGAIN,
                "the database does not answer at the moment; send the call again, a write with the same idempotency key"))
        : Optional.empty();
  }

  private static boolean isOne(Throwable cause) {
    return cause instanceof SQLException e
        && (String.valueOf(e.getSQLState()).startsWith(CONNECTION)
            || String.valueOf(e.getMessage()).contains(NO_CONNECTION));
  }

  private static Stream<Throwable> causes(@Nullable Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .flatMap(t -> Stream.concat(Stream.of(t), Arrays.stream(t.getSuppressed())));
  }

  private Outage() {}
}
