package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a deal's touchpoints share the credit. */
@Schema(name = "AttributionModelType")
@Name("AttributionModelType")
public enum AttributionModel {
  FIRST_TOUCH,
  LAST_TOUCH,
  LINEAR
}
