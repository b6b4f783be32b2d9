package app.vouch.platform.graphql;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.ExecutionContext;
import graphql.language.OperationDefinition.Operation;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLTypeUtil;
import graphql.util.TraversalControl;
import java.util.Optional;

/**
 * What an operation would cost: one for every object that it can make us fetch, so the sizes of
 * lists multiply down the tree, and {@value #PER_MUTATION} for every write. Scalars, the frame of
 * connections and introspection are free. So are parts, which have no id and come with what they
 * are part of, such as amounts and settings; a list of parts counts, those inside it do not.
 */
final class QueryCost extends QueryVisitorStub {
  private static final long PER_MUTATION = 10;

  /** How many items a list without {@code first} is taken to have. */
  private static final long ASSUMED_SIZE = 10;

  private static final long CEILING = Integer.MAX_VALUE;

  private final int maxDepth;
  private int depth;
  private long cost;

  /**
   * Where a field stands.
   *
   * @param times how often its parent may exist
   * @param sized whether an argument has said how long the next list is
   * @param part whether it comes with what it is part of
   */
  private record Place(int depth, long times, boolean sized, boolean part) {
    private static final Place ROOT = new Place(0, 1, false, false);
  }

  private QueryCost(int maxDepth) {
    this.maxDepth = maxDepth;
  }

  /** Goes no deeper than one level below the maximum. */
  static QueryCost of(ExecutionContext execution, int maxDepth) {
    QueryCost cost = new QueryCost(maxDepth);
    QueryTraverser.newQueryTraverser()
        .schema(execution.getGraphQLSchema())
        .document(execution.getDocument())
        .operationName(execution.getExecutionInput().getOperationName())
        .coercedVariables(execution.getCoercedVariables())
        .build()
        .visitPreOrder(cost);
    if (execution.getOperationDefinition().getOperation() == Operation.MUTATION) {
      cost.cost += PER_MUTATION * MutationFields.of(execution).size();
    }
    return cost;
  }

  int depth() {
    return depth;
  }

  long cost() {
    return cost;
  }

  @Override
  public TraversalControl visitFieldWithControl(QueryVisitorFieldEnvironment field) {
    if (field.getFieldDefinition().getName().startsWith("__")) {
      return TraversalControl.ABORT;
    }
    Place parent =
        Optional.<Place>ofNullable(field.getTraverserContext().getVarFromParents(Place.class))
            .orElse(Place.ROOT);
    Place here = visit(field, parent);
    field.getTraverserContext().setVar(Place.class, here);
    depth = Math.max(depth, here.depth);
    return here.depth > maxDepth ? TraversalControl.ABORT : TraversalControl.CONTINUE;
  }

  private Place visit(QueryVisitorFieldEnvironment field, Place parent) {
    GraphQLOutputType type = field.getFieldDefinition().getType();
    GraphQLNamedType named = GraphQLTypeUtil.unwrapAll(type);
    long asked = askedSize(field);
    long times = parent.times;
    boolean sized = parent.sized && isFrame(named);
    if (asked > 0) {
      sized = true;
    } else if (isList(type) && !parent.sized && !parent.part) {
      times = bounded(times * ASSUMED_SIZE);
    }
    boolean part = isPart(named);
    boolean comesAlong = part && (parent.part || !isList(type));
    if (named instanceof GraphQLCompositeType && !isInnerFrame(named) && !comesAlong) {
      cost = bounded(cost + times);
    }
    return new Place(parent.depth + 1, asked > 0 ? bounded(times * asked) : times, sized, part);
  }

  /** {@code first}, {@code last} or {@code limit}; 0 without one. */
  private static long askedSize(QueryVisitorFieldEnvironment field) {
    for (String name : new String[] {"first", "last", "limit"}) {
      if (field.getArguments().get(name) instanceof Integer size) {
        return Math.max(1, size);
      }
    }
    return 0;
  }

  private static boolean isList(GraphQLOutputType type) {
    return (type instanceof GraphQLNonNull nonNull ? nonNull.getWrappedType() : type)
        instanceof GraphQLList;
  }

  private static boolean isPart(GraphQLNamedType type) {
    return type instanceof GraphQLObjectType object
        && object.getFieldDefinition("id") == null
        && !isFrame(type);
  }

  /** The types between a connection's field and its nodes. */
  private static boolean isFrame(GraphQLNamedType type) {
    return type.getName().endsWith("Connection") || isInnerFrame(type);
  }

  private static boolean isInnerFrame(GraphQLNamedType type) {
    return type.getName().endsWith("Edge")
        || type.getName().endsWith("Payload")
        || type.getName().equals("PageInfo")
        || type.getName().equals("UserError");
  }

  private static long bounded(long value) {
    return Math.min(value, CEILING);
  }
}
