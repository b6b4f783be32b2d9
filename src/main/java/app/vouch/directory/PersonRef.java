package app.vouch.directory;

import app.vouch.shared.Emails;
import app.vouch.shared.ExternalRef;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A person, named by id, by external reference, or by name and e-mail address; somebody new is
 * made.
 */
@Schema(name = "PersonRef")
@Input("PersonRefInput")
public record PersonRef(
    @Id @Nullable String id,
    @Valid @Nullable ExternalRef externalRef,
    @Pattern(regexp = Texts.NOT_BLANK, message = "must not be blank") @OneLine @Size(max = 200)
        @Nullable String name,
    @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email) {

  public PersonRef {}
}
