package app.vouch.shared;

/**
 * One fault in a request.
 *
 * @param pointer JSON pointer to the field, such as {@code /prospect/email}
 * @param code kebab-case kind of fault
 * @param message what was wrong, for people
 */
public record FieldError(String pointer, String code, String message) {}
