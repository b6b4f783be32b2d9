package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;

/** So many slots for a lane's deliveries of one band. */
record Grant(Waiting waiting, Band band, int slots) {
  Lane lane() {
    return waiting.lane();
  }
}
