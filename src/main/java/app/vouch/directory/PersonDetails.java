package app.vouch.directory;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a person.
 *
 * @param country ISO 3166-1, two capital letters
 * @param emailKey equal for two addresses that reach the same person; null without an address
 */
record PersonDetails(
    String name,
    @Nullable String email,
    byte @Nullable [] emailKey,
    @Nullable String phone,
    @Nullable UUID organizationId,
    @Nullable String country) {

  /** The other's details where it has them, mine where it has not. */
  PersonDetails overlaidBy(PersonDetails other) {
    return new PersonDetails(
        other.name,
        other.email == null ? email : other.email,
        other.email == null ? emailKey : other.emailKey,
        other.phone == null ? phone : other.phone,
        other.organizationId == null ? organizationId : other.organizationId,
        other.country == null ? country : other.country);
  }

  PersonDetails without(Predicate<PersonField> removed) {
    boolean noEmail = removed.test(PersonField.EMAIL);
    return new PersonDetails(
        name,
        noEmail ? null : email,
        noEmail ? null : emailKey,
        removed.test(PersonField.PHONE) ? null : phone,
        removed.test(PersonField.ORGANIZATION) ? null : organizationId,
        removed.test(PersonField.COUNTRY) ? null : country);
  }

  /** Mine, with the gaps filled from the other. */
  PersonDetails filledFrom(PersonDetails other) {
    return new PersonDetails(
        name,
        email == null ? other.email : email,
        email == null ? other.emailKey : emailKey,
        phone == null ? other.phone : phone,
        organizationId == null ? other.organizationId : organizationId,
        country == null ? other.country : country);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PersonDetails other
        && name.equals(other.name)
        && Objects.equals(email, other.email)
        && Arrays.equals(emailKey, other.emailKey)
        && Objects.equals(phone, other.phone)
        && Objects.equals(organizationId, other.organizationId)
        && Objects.equals(country, other.country);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, email, phone, organizationId, country);
  }
}
