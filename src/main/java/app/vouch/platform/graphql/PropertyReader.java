package app.vouch.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.LightDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.helper.FieldHelper;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.spi.ClassloadingService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads one property of a view, in the form that the schema gives it. */
final class PropertyReader<T> implements PlugableDataFetcher<T>, LightDataFetcher<T> {
  private final FieldHelper form;
  private final Method property;

  PropertyReader(Field field, Reference owner) {
    this.form = new FieldHelper(field);
    try {
      this.property =
          ClassloadingService.get()
              .loadClass(owner.getClassName())
              .getMethod(field.getMethodName());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(
          owner.getClassName() + " has no method " + field.getMethodName(), e);
    }
  }

  @Override
  public @Nullable T get(
      GraphQLFieldDefinition definition,
      Object source,
      Supplier<DataFetchingEnvironment> environment)
      throws Exception {
    return read(source);
  }

  @Override
  public @Nullable T get(DataFetchingEnvironment environment) throws Exception {
    return read(environment.getSource());
  }

  @SuppressWarnings("unchecked")
  private @Nullable T read(Object source) throws Exception {
    try {
      return (T) form.transformOrAdaptResponse(property.invoke(source), null);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
