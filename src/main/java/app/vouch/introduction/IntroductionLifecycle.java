package app.vouch.introduction;

import static app.vouch.introduction.IntroductionAction.ASK_PROSPECT;
import static app.vouch.introduction.IntroductionAction.CANCEL;
import static app.vouch.introduction.IntroductionAction.CLOSE;
import static app.vouch.introduction.IntroductionAction.CONNECTOR_ACCEPT;
import static app.vouch.introduction.IntroductionAction.CONNECTOR_DECLINE;
import static app.vouch.introduction.IntroductionAction.DEFER;
import static app.vouch.introduction.IntroductionAction.EXPIRE;
import static app.vouch.introduction.IntroductionAction.INTRODUCE;
import static app.vouch.introduction.IntroductionAction.PROSPECT_ACCEPT;
import static app.vouch.introduction.IntroductionAction.PROSPECT_DECLINE;
import static app.vouch.introduction.IntroductionAction.RECORD_MEETING;
import static app.vouch.introduction.IntroductionAction.RECORD_REPLY;
import static app.vouch.introduction.IntroductionAction.RESUME_CONNECTOR;
import static app.vouch.introduction.IntroductionAction.RESUME_PROSPECT;
import static app.vouch.introduction.IntroductionAction.WITHDRAW;
import static app.vouch.introduction.IntroductionState.CANCELLED;
import static app.vouch.introduction.IntroductionState.CLOSED;
import static app.vouch.introduction.IntroductionState.CONNECTOR_ACCEPTED;
import static app.vouch.introduction.IntroductionState.CONNECTOR_DECLINED;
import static app.vouch.introduction.IntroductionState.DEFERRED;
import static app.vouch.introduction.IntroductionState.EXPIRED;
import static app.vouch.introduction.IntroductionState.INTRODUCED;
import static app.vouch.introduction.IntroductionState.MET;
import static app.vouch.introduction.IntroductionState.MUTUAL;
import static app.vouch.introduction.IntroductionState.PROSPECT_ASKED;
import static app.vouch.introduction.IntroductionState.PROSPECT_DECLINED;
import static app.vouch.introduction.IntroductionState.REPLIED;
import static app.vouch.introduction.IntroductionState.REQUESTED;
import static app.vouch.introduction.IntroductionState.WITHDRAWN;
import static app.vouch.shared.Lifecycle.on;

import app.vouch.shared.Lifecycle;
import java.util.List;

/** Which actions lead an introduction where. */
final class IntroductionLifecycle {
  static final Lifecycle<IntroductionState, IntroductionAction> TABLE =
      new Lifecycle<>(
          IntroductionState.class,
          IntroductionAction.class,
          List.of(
              on(CONNECTOR_ACCEPT, CONNECTOR_ACCEPTED, REQUESTED),
              on(CONNECTOR_DECLINE, CONNECTOR_DECLINED, REQUESTED),
              on(ASK_PROSPECT, PROSPECT_ASKED, CONNECTOR_ACCEPTED),
              on(PROSPECT_ACCEPT, MUTUAL, PROSPECT_ASKED),
              on(PROSPECT_DECLINE, PROSPECT_DECLINED, PROSPECT_ASKED),
              on(DEFER, DEFERRED, REQUESTED, PROSPECT_ASKED),
              on(RESUME_CONNECTOR, REQUESTED, DEFERRED),
              on(RESUME_PROSPECT, PROSPECT_ASKED, DEFERRED),
              on(INTRODUCE, INTRODUCED, MUTUAL),
              on(RECORD_REPLY, REPLIED, INTRODUCED),
              on(RECORD_MEETING, MET, INTRODUCED, REPLIED),
              on(CLOSE, CLOSED, INTRODUCED, REPLIED, MET),
              on(EXPIRE, EXPIRED, REQUESTED, CONNECTOR_ACCEPTED, PROSPECT_ASKED, MUTUAL),
              on(WITHDRAW, WITHDRAWN, CONNECTOR_ACCEPTED, PROSPECT_ASKED, MUTUAL, DEFERRED),
              on(
                  CANCEL,
                  CANCELLED,
                  REQUESTED,
                  CONNECTOR_ACCEPTED,
                  PROSPECT_ASKED,
                  MUTUAL,
                  DEFERRED)));

  private IntroductionLifecycle() {}
}
