package app.vouch.demo;

import java.io.IOException;

/** What may happen to the service while somebody uses it. */
public interface Mishaps {
  /** Nothing happens to it, so a missing answer is a fault. */
  Mishaps NONE =
      new Mishaps() {
        @Override
        public void sending(String method) {}

        @Override
        public void noAnswer(IOException fault) throws IOException {
          throw fault;
        }
      };

  /** A request is about to be sent. */
  void sending(String method);

  /** Returns when the service can be asked again; throws when it cannot. */
  void noAnswer(IOException fault) throws IOException, InterruptedException;
}
