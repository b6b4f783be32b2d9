package app.vouch.program.template;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.Engine;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Expression;
import io.quarkus.qute.ExpressionNode;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.Results;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;
import io.quarkus.qute.TemplateNode.Origin;
import io.quarkus.qute.ValueResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text with variables, written by a tenant: of Qute's language only {@code {variable}} and {@code
 * {#if variable}}. There is nothing to call, include or repeat, and values are never read as
 * templates.
 */
final class SandboxedText {
  private static final int MOST_VARIABLES = 50;
  private static final int MOST_SECTIONS = 20;
  private static final long TIMEOUT_MILLIS = 1_000;

  private static final Engine ENGINE =
      Engine.builder()
          .addSectionHelper(new IfSectionHelper.Factory())
          .addValueResolver(new VariableResolver())
          .strictRendering(true)
          .timeout(TIMEOUT_MILLIS)
          .useAsyncTimeout(false)
          .build();

  /** All that expressions can see. */
  private record Values(Map<TemplateVariable, String> values) {}

  /** Reads a variable, and nothing of any other object. */
  private static final class VariableResolver implements ValueResolver {
    @Override
    public boolean appliesTo(EvalContext context) {
      return context.getBase() instanceof Values && context.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext context) {
      Map<TemplateVariable, String> values = ((Values) context.getBase()).values();
      String value = TemplateVariable.of(context.getName()).map(values::get).orElse(null);
      return value == null ? Results.notFound(context) : CompletedStage.of(value);
    }
  }

  private final Template template;

  private SandboxedText(Template template) {
    this.template = template;
  }

  /**
   * @param allowed the variables that have values where it is used
   * @return what is wrong with it; nothing when it can be rendered
   */
  static List<TextFault> faults(String source, Collection<TemplateVariable> allowed) {
    int sections = source.split("\\{#", -1).length - 1;
    if (sections > MOST_SECTIONS) {
      return List.of(
          new TextFault(
              "too-long", "has %d sections; at most %d".formatted(sections, MOST_SECTIONS)));
    }
    try {
      return faults(ENGINE.parse(source), allowed);
    } catch (TemplateException e) {
      return List.of(new TextFault("malformed", at(e.getOrigin()) + reason(e)));
    }
  }

  private static List<TextFault> faults(Template template, Collection<TemplateVariable> allowed) {
    List<TextFault> faults = new ArrayList<>();
    if (!template.getParameterDeclarations().isEmpty()) {
      faults.add(
          new TextFault("not-allowed", "declarations such as {@type name} are not possible"));
    }
    List<Expression> expressions = template.getExpressions();
    if (expressions.size() > MOST_VARIABLES) {
      faults.add(
          new TextFault(
              "too-long",
              "has %d variables; at most %d".formatted(expressions.size(), MOST_VARIABLES)));
    }
    for (Expression expression : expressions) {
      String shown = "{%s} ".formatted(expression.toOriginalString());
      if (!isVariable(expression)) {
        faults.add(
            new TextFault(
                "not-allowed", at(expression.getOrigin()) + shown + "is no plain variable"));
      } else if (!expression.isLiteral() && !allowed.contains(variable(expression))) {
        faults.add(
            new TextFault(
                "unknown-variable",
                at(expression.getOrigin()) + shown + "must be one of " + braced(allowed)));
      }
    }
    return List.copyOf(faults);
  }

  private static boolean isVariable(Expression expression) {
    return expression.isLiteral()
        || (!expression.hasNamespace()
            && expression.getParts().size() == 1
            && !expression.getParts().getFirst().isVirtualMethod());
  }

  private static @Nullable TemplateVariable variable(Expression expression) {
    return TemplateVariable.of(expression.getParts().getFirst().getName()).orElse(null);
  }

  private static String at(Origin origin) {
    return origin.getLine() < 1
        ? ""
        : "line %d, column %d: "
            .formatted(origin.getLine(), Math.max(1, origin.getLineCharacterStart()));
  }

  /** The library's sentence, without the names that it gives to the text. */
  private static String reason(TemplateException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("]: ");
    return start < 0 ? message : message.substring(start + 3);
  }

  private static String braced(Collection<TemplateVariable> variables) {
    return variables.stream().map(v -> '{' + v.text() + '}').collect(Collectors.joining(", "));
  }

  /** A text that has no faults. */
  static SandboxedText of(String source) {
    return new SandboxedText(ENGINE.parse(source));
  }

  Set<TemplateVariable> variables() {
    Set<TemplateVariable> used = EnumSet.noneOf(TemplateVariable.class);
    template.getExpressions().stream()
        .filter(expression -> !expression.isLiteral())
        .map(SandboxedText::variable)
        .forEach(used::add);
    return used;
  }

  /** Whether the variable is shown whatever the values are: outside of every section. */
  boolean alwaysShows(TemplateVariable variable) {
    return template.getNodes().stream()
        .filter(ExpressionNode.class::isInstance)
        .flatMap(node -> node.getExpressions().stream())
        .anyMatch(expression -> !expression.isLiteral() && variable == variable(expression));
  }

  String render(Map<TemplateVariable, String> values) {
    return template.data(new Values(values)).render();
  }
}
