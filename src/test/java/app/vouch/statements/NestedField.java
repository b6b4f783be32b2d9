package app.vouch.statements;

/**
 * A field of what a list holds, which is an object or a list of them.
 *
 * @param list the field of {@code Query}
 * @param selection what to ask of the field: its own objects
 * @param isFetched whether it is a thing of its own, which somebody has to read
 */
record NestedField(String list, String name, String selection, boolean isFetched) {
  @Override
  public String toString() {
    return list + "." + name;
  }
}
