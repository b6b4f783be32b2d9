package app.vouch.platform.work;

import app.vouch.shared.FieldError;
import app.vouch.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;

/** Holds a command against the bounds that its record declares, for REST and GraphQL alike. */
@ApplicationScoped
public class CommandValidation {
  private final Validator validator;

  CommandValidation(Validator validator) {
    this.validator = validator;
  }

  /**
   * @throws Refusal.Invalid naming every fault
   */
  public void check(Object command) {
    List<FieldError> errors =
        validator.validate(command).stream()
            .map(CommandValidation::error)
            .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::message))
            .toList();
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors);
    }
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      }
      if (node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    String constraint =
        violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
    String code =
        switch (constraint) {
          case "NotNull", "NotBlank", "NotEmpty" -> "required";
          case "Size", "Min", "Max", "Positive", "PositiveOrZero" -> "out-of-bounds";
          default -> "malformed";
        };
    return new FieldError(pointer.toString(), code, violation.getMessage());
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
