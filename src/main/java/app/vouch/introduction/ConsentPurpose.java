package app.vouch.introduction;

/** What a consent is for. */
public enum ConsentPurpose {
  /** The connector: to make the introduction, in their name. */
  INTRODUCE_ME,
  /** The prospect: to have their name and address shared with the requester. */
  SHARE_MY_CONTACT
}
