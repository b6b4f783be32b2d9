package app.vouch.delivery.dispatch;

import app.vouch.delivery.Band;

/** So many slots for a lane's deliveries of one band. */
record Grant(Lane lane, LaneTerms terms, Band band, int slots) {
  Grant under(LaneTerms now) {
    return new Grant(lane, now, band, slots);
  }
}
