package app.vouch.shared;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A "no" that the caller can do something about. It rolls the whole command back and becomes a
 * problem in REST and a user error in GraphQL.
 */
public abstract sealed class Refusal extends RuntimeException {
  private final ProblemType type;

  private Refusal(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  public ProblemType type() {
    return type;
  }

  /** What was wrong, with what, and what to do. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Further members of the problem, such as {@code allowed}. */
  public Map<String, Object> facts() {
    return Map.of();
  }

  public List<FieldError> errors() {
    return List.of();
  }

  /** The thing does not exist, or belongs to another tenant: the same answer. */
  public static final class NotFound extends Refusal {
    public NotFound(IdType type, String reference) {
      super(ProblemType.NOT_FOUND, "No %s %s".formatted(type.words(), Texts.excerpt(reference)));
    }

    public NotFound(String detail) {
      super(ProblemType.NOT_FOUND, detail);
    }
  }

  /** The request could not be understood; each fault has its place. */
  public static final class Invalid extends Refusal {
    private final List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
      super(
          ProblemType.INVALID_REQUEST,
          errors.size() == 1
              ? (errors.getFirst().pointer() + " " + errors.getFirst().message()).strip()
              : errors.size() + " fields are wrong; see errors");
      this.errors = List.copyOf(errors);
    }

    public Invalid(String pointer, String code, String message) {
      this(List.of(new FieldError(pointer, code, message)));
    }

    @Override
    public List<FieldError> errors() {
      return errors;
    }
  }

  /** The state machine has no such transition from here. */
  public static final class NotAllowed extends Refusal {
    private final List<String> allowed;

    public NotAllowed(
        IdType type, Enum<?> state, Enum<?> action, Collection<? extends Enum<?>> allowed) {
      super(
          ProblemType.TRANSITION_NOT_ALLOWED,
          "%s is not possible for a %s in state %s; possible now: %s"
              .formatted(
                  action,
                  type.words(),
                  state,
                  allowed.isEmpty() ? "nothing, it is final" : allowed));
      this.allowed = allowed.stream().map(Enum::name).toList();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("allowed", allowed);
    }
  }

  /** A named rule says no. */
  public static final class Rule extends Refusal {
    private final Map<String, Object> facts;

    public Rule(ProblemType type, String detail) {
      this(type, detail, Map.of());
    }

    /**
     * @param facts members that help the caller, such as {@code freesAt}; no secrets
     */
    public Rule(ProblemType type, String detail, Map<String, Object> facts) {
      super(type, detail);
      this.facts = Map.copyOf(facts);
    }

    @Override
    public Map<String, Object> facts() {
      return facts;
    }
  }
}
