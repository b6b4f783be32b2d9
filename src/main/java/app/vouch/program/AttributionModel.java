package app.vouch.program;

import org.eclipse.microprofile.graphql.Name;

/** How a deal's touchpoints share the credit. */
@Name("AttributionModelType")
public enum AttributionModel {
  FIRST_TOUCH,
  LAST_TOUCH,
  LINEAR
}
