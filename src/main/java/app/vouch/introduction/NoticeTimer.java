package app.vouch.introduction;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * Which notice of an introduction a timer is for.
 *
 * @param stepNo the step that it belongs to; when the introduction has moved on it does nothing
 * @param number counts the notices of one kind in that step, from 1
 */
record NoticeTimer(int stepNo, int number) {

  static NoticeTimer parse(String which) {
    Iterator<String> parts = List.of(which.split("-", -1)).iterator();
    return new NoticeTimer(Integer.parseInt(parts.next()), Integer.parseInt(parts.next()));
  }

  String which() {
    return stepNo + "-" + number;
  }

  /** A timer of its own, since one that fires cannot be set again. */
  String postponedTo(Instant at) {
    return which() + "-" + at.getEpochSecond();
  }
}
