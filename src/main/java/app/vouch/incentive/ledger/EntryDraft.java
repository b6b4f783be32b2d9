package app.vouch.incentive.ledger;

import java.util.List;

/** An entry that is to be booked. */
record EntryDraft(EntryContent content, List<Movement> movements) {

  static EntryDraft of(EntryContent content) {
    return new EntryDraft(content, Movement.of(content.posting().legs()));
  }

  String key() {
    return content.posting().key();
  }
}
