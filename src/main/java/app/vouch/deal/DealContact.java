package app.vouch.deal;

import app.vouch.shared.Emails;
import app.vouch.shared.OneLine;
import app.vouch.shared.Texts;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A person of a deal: one that exists, by id, or one by name and e-mail address. */
@Schema(name = "DealContact")
@Input("DealContactInput")
public record DealContact(
    @Id @Size(max = 40) @Nullable String personId,
    @Pattern(regexp = Texts.NOT_BLANK, message = "must not be blank") @OneLine @Size(max = 200)
        @Nullable String name,
    @Size(max = 320) @Pattern(regexp = Emails.PATTERN) @Nullable String email,
    @Size(max = 40) @Nullable String phone) {

  public DealContact {}
}
