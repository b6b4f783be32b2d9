package app.vouch.introduction;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came back from the opt-in page, as it was sent. */
record OptInForm(
    @Nullable String sentChoice,
    @Nullable String sentWeeks,
    @Nullable String sentEmail,
    @Nullable String sentReason,
    @Nullable String sentNote,
    @Nullable String nonce) {
  private static final int EMAIL_LENGTH = 320;
  private static final int NOTE_LENGTH = 500;

  static OptInForm empty() {
    return new OptInForm(null, null, null, null, null, null);
  }

  /** What a party can answer. */
  enum Choice {
    ACCEPT,
    NOT_NOW,
    DECLINE
  }

  /** Why somebody says no, where they care to tell. */
  enum Reason {
    NOT_RELEVANT,
    NO_TIME,
    NOT_CLOSE,
    OTHER
  }

  /** The weeks that "not now" offers. */
  enum Weeks {
    TWO(2),
    FOUR(4),
    TWELVE(12);

    private final int number;

    Weeks(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  OptInForm withoutNonce() {
    return new OptInForm(sentChoice, sentWeeks, sentEmail, sentReason, sentNote, null);
  }

  Optional<Choice> choice() {
    return Arrays.stream(Choice.values()).filter(c -> c.name().equals(sentChoice)).findFirst();
  }

  Optional<Reason> reason() {
    return Arrays.stream(Reason.values()).filter(r -> r.name().equals(sentReason)).findFirst();
  }

  /** In the party's own words, cut where the page ends; empty where it has none. */
  String note() {
    String typed = sentNote == null ? "" : sentNote.strip();
    return typed.length() <= NOTE_LENGTH ? typed : typed.substring(0, NOTE_LENGTH);
  }

  /** Why the answer is no; for the tenant's eyes only. */
  StepReason whyNot() {
    return new StepReason(reason().map(Enum::name).orElse(null), note().isEmpty() ? null : note());
  }

  /** What was typed as an address; no longer than one can be. */
  String email() {
    String typed = sentEmail == null ? "" : sentEmail.strip();
    return typed.length() <= EMAIL_LENGTH ? typed : "";
  }

  /** Four weeks where nothing else that is offered was sent. */
  Weeks weeks() {
    return Arrays.stream(Weeks.values())
        .filter(w -> Integer.toString(w.number()).equals(sentWeeks))
        .findFirst()
        .orElse(Weeks.FOUR);
  }
}
