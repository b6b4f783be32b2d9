package app.vouch.program;

import app.vouch.platform.reference.ExternalRefs;
import app.vouch.shared.IdType;
import app.vouch.shared.ProblemType;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the referrers whom commands name. */
@ApplicationScoped
class NamedReferrers {
  private final ReferrerRepository referrers;
  private final ExternalRefs refs;

  NamedReferrers(ReferrerRepository referrers, ExternalRefs refs) {
    this.referrers = referrers;
    this.refs = refs;
  }

  /**
   * Whom an id, a code or an external reference names; empty where a person is named instead.
   *
   * @param pointer where the command names them, such as {@code /referrer}
   * @throws Refusal.Invalid when it names nobody, or in two ways
   * @throws Refusal.Rule {@code unknown-reference} when nobody has that name
   */
  Optional<Referrer> find(String pointer, ReferrerRef ref) {
    long ways =
        Stream.of(ref.id(), ref.code(), ref.externalRef(), ref.person())
            .filter(Objects::nonNull)
            .count();
    if (ways != 1) {
      throw new Refusal.Invalid(
          pointer, "ambiguous", "must have one of id, code, externalRef and person");
    }
    return ref.person() != null
        ? Optional.empty()
        : Optional.of(
            named(pointer, ref)
                .orElseThrow(
                    () ->
                        new Refusal.Rule(
                            ProblemType.UNKNOWN_REFERENCE,
                            pointer + " names nobody who was ever enrolled")));
  }

  private Optional<Referrer> named(String pointer, ReferrerRef ref) {
    if (ref.code() != null) {
      return referrers.byCode(ReferrerCodes.normalise(ref.code()));
    }
    Optional<UUID> id =
        ref.externalRef() == null
            ? Optional.of(IdType.REFERRER.inBody(pointer + "/id", String.valueOf(ref.id())))
            : refs.find(IdType.REFERRER, List.of(ref.externalRef()));
    return id.map(referrers::findById);
  }
}
