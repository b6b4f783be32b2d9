package app.vouch.program;

import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.OneLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A referrer, named in one of four ways.
 *
 * @param code the referrer's shareable code; compared without case
 * @param person where the program takes everybody, somebody new is enrolled
 */
@Schema(name = "ReferrerRef")
@Input("ReferrerRefInput")
public record ReferrerRef(
    @Id @Nullable String id,
    @Size(max = 32) @Nullable String code,
    @Valid @Nullable ExternalRef externalRef,
    @Valid @Nullable ReferringPerson person) {

  public ReferrerRef {}

  public static ReferrerRef ofId(String id) {
    return new ReferrerRef(id, null, null, null);
  }

  /** Who refers, by name and address. */
  @Schema(name = "ReferringPerson")
  @Input("ReferringPersonInput")
  public record ReferringPerson(
      @NotBlank @OneLine @Size(max = 200) String name,
      @NotNull @Size(max = 320) @Pattern(regexp = Emails.PATTERN) String email) {

    public ReferringPerson {}
  }
}
