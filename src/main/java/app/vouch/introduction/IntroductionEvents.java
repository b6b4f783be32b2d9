package app.vouch.introduction;

import app.vouch.platform.event.EventType;
import app.vouch.platform.event.Fact;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happens to introductions and to the consents that they need. */
public sealed interface IntroductionEvents extends Fact {
  /**
   * An introduction was asked for, or changed its state.
   *
   * @param from null when it was asked for
   */
  record IntroductionMoved(
      EventType type,
      @Nullable IntroductionState from,
      IntroductionAction action,
      IntroductionState to,
      IntroductionView view,
      IntroductionFacts facts)
      implements IntroductionEvents {
    @Override
    public UUID resourceId() {
      return facts.id();
    }

    @Override
    public int version() {
      return view.version();
    }

    @Override
    public boolean begins() {
      return from == null;
    }

    @Override
    public Map<String, List<@Nullable Object>> changes() {
      return from == null ? Map.of() : Map.of("state", List.of(from.name(), to.name()));
    }
  }

  /**
   * Somebody should send a message.
   *
   * @param type {@code introduction.message_due}, {@code introduction.reminder_due} or {@code
   *     introduction.follow_up_due}
   */
  record IntroductionNotice(
      EventType type, IntroductionView view, IntroductionFacts facts, MessageNotice message)
      implements IntroductionEvents {
    @Override
    public UUID resourceId() {
      return facts.id();
    }

    @Override
    public int version() {
      return view.version();
    }

    @Override
    public Map<String, Object> extraData() {
      return Map.of("message", message);
    }
  }

  /**
   * A party's answer was recorded, taken back, or has lapsed.
   *
   * @param version 1 when it was recorded, 2 when it ended
   */
  record ConsentChanged(EventType type, UUID resourceId, int version, ConsentView view)
      implements IntroductionEvents {
    @Override
    public boolean begins() {
      return version == 1;
    }
  }
}
