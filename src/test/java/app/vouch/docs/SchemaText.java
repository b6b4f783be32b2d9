package app.vouch.docs;

import java.util.regex.Pattern;

/** A GraphQL schema as text. */
final class SchemaText {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(\"\"\"(?s:.*?)\"\"\"\n|\"[^\n]*\"\n)?type Probe\\w* (?s:.*?)^}\n\n?");
  private static final Pattern FIELD = Pattern.compile("(?m)^  probe\\w*(\\([^)]*\\))?: .*\n");

  /** Without the fields and types that only tests have. */
  static String withoutProbes(String schema) {
    return FIELD.matcher(TYPE.matcher(schema).replaceAll("")).replaceAll("");
  }

  private SchemaText() {}
}
