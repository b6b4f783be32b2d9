package app.vouch.directory;

/** What can be removed from a person. */
public enum PersonField {
  EMAIL("email"),
  PHONE("phone"),
  ORGANIZATION("organizationId"),
  COUNTRY("country");

  private final String member;

  PersonField(String member) {
    this.member = member;
  }

  /** Its name in JSON. */
  String member() {
    return member;
  }
}
