package app.vouch.packaged;

import app.vouch.demo.Caller;
import app.vouch.demo.Caller.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Captures one referral after the other until it is told to stop. */
final class CaptureStream implements Callable<List<String>> {
  private static final int MOST = 190;
  private static final int PAUSE_MS = 20;

  private final Caller api;
  private final List<String> acknowledged = new CopyOnWriteArrayList<>();
  private volatile boolean stopped;

  CaptureStream(Caller api) {
    this.api = api;
  }

  void stop() {
    stopped = true;
  }

  /** The ids of all that were acknowledged. */
  @Override
  public List<String> call() throws IOException, InterruptedException {
    for (int i = 0; i < MOST && !stopped; i++) {
      Answer answer =
          api.post(
              "crm:importer",
              "capture-" + i,
              "/v1/referrals",
              Map.of(
                  "prospect",
                  Map.of("name", "Ann Lee", "email", "ann@prospect" + i + ".example"),
                  "referrer",
                  Map.of("code", "KIM42")));
      if (answer.status() != 201) {
        throw new IllegalStateException("a capture got " + answer);
      }
      acknowledged.add(answer.text("/id"));
      Thread.sleep(PAUSE_MS);
    }
    return acknowledged;
  }
}
